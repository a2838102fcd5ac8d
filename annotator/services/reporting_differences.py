"""The parts of a report on where annotators differ: labels taken for each other, and what is most telling."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.formats.html import Markup, element, foreign
from annotator.services.reporting_disagreements import Example, Frequent, Said
from annotator.services.reporting_sheet import Sheet, scrolled, table
from annotator.services.reporting_text import CHOICES, KINDS

_LEVELS = 5
_UPRIGHT = 7


def confusions(sheet: Sheet) -> Iterator[Markup]:
    """Yield how often two labels stand for one place, layer by layer."""
    if not sheet.report.confusions:
        return
    yield element("h2", sheet.words("confusions"))
    yield element("p", sheet.words("confusions_note"), class_="quiet")
    for layer in sheet.report.confusions:
        yield element("h3", sheet.scope(layer))
        yield scrolled(_heat(sheet, layer))


def _heat(sheet: Sheet, layer: str) -> Markup:
    counts = dict(sheet.report.confusions[layer])
    met = {name for cell in counts for name in cell}
    found = sheet.scheme.layer(layer)
    order = [one.name for one in found.labels if one.name in met] if found else []
    order += [name for name in sorted(met) if name and name not in order] + [""] * ("" in met)
    most = max((n for (a, b), n in counts.items() if a != b), default=1)
    look = "heat many" if len(order) > _UPRIGHT else "heat"
    heads = [element("td"), *(element("th", sheet.label(layer, name), scope="col") for name in order)]
    rows = []
    for one in order:
        row = [element("th", sheet.label(layer, one), scope="row")]
        for other in order:
            number = counts.get((one, other), counts.get((other, one), 0))
            row.append(_heat_cell(sheet, number, most, same=one == other))
        rows.append(element("tr", row))
    return element("table", element("thead", element("tr", heads)), element("tbody", rows), class_=look)


def _heat_cell(sheet: Sheet, number: int, most: int, *, same: bool) -> Markup:
    level = min(_LEVELS, 1 + int(_LEVELS * number / (most + 1))) if number and not same else 0
    told = sheet.words.number(number) if number else "·"
    return element("td", told, class_="same" if same else f"h{level}" if level else None)


def disagreements(sheet: Sheet) -> Iterator[Markup]:
    """Yield how often annotators differ in which way, how that was settled, and what is most telling."""
    words, report = sheet.words, sheet.report
    yield element("h2", words("disagreements"))
    if not report.kinds:
        yield element("p", words("no_disagreements"))
    else:
        kinds = sorted(report.kinds.items(), key=lambda pair: -pair[1])
        rows = [[words.get(KINDS[kind]), words.number(number)] for kind, number in kinds]
        yield element("div", table([words("kind"), words("count")], rows), class_="narrow")
    if report.review.choices:
        told = [f"{words.get(CHOICES[c])}: {words.number(n)}" for c, n in report.review.choices.items()]
        yield element("p", f"{words('review')}: {' · '.join(told)}")
    if report.review.stale:
        yield element("p", f"{words('stale')}: {words.number(report.review.stale)}", class_="warning")
    if report.frequent:
        yield element("h3", words("frequent"))
        yield from (_card(sheet, one) for one in report.frequent)


def _card(sheet: Sheet, found: Frequent) -> Markup:
    words = sheet.words
    labels = [sheet.label(found.layer, name) for name in found.labels]
    kinds = " + ".join(words.get(KINDS[kind]) for kind in found.types)
    head = f"{kinds} · {sheet.scope(found.layer)}: {' / '.join(labels)}"
    times = element("span", words("times", count=words.number(found.count)), class_="times")
    examples = [_example(sheet, found.layer, one) for one in found.examples]
    return element("div", times, element("h3", head), examples, class_="card")


def _example(sheet: Sheet, layer: str, one: Example) -> Markup:
    context = one.context
    text = element("bdi", context.before, element("mark", context.text), context.after)
    state = sheet.words("settled" if one.settled else "open")
    sides = [element("li", _said(sheet, layer, side)) for side in one.sides]
    tag = element("span", foreign(one.title), f" · {state}", class_="tag")
    return element("div", element("p", text), element("ul", sides, class_="sides"), tag, class_="example")


def _said(sheet: Sheet, layer: str, side: Said) -> list[Markup | str]:
    names: list[Markup | str] = [element("b", foreign(", ".join(side.annotators))), ": "]
    if not side.label:
        return [*names, element("i", sheet.words("nothing_there"))]
    return [
        *names,
        f"{sheet.label(layer, side.label)} [",
        foreign(side.words),
        "]",
        " ",
        foreign(_values(sheet, side)),
    ]


def _values(sheet: Sheet, side: Said) -> str:
    """Return attributes in the words of the scheme."""
    language, told = sheet.words.language, []
    for name, value in side.values:
        known = sheet.scheme.attribute(name)
        texts = {one.name: one.text.get(language) for one in known.values} if known else {}
        named = f"{known.text.get(language) if known else name}: " if name else ""
        told.append(named + texts.get(value, value))
    return ", ".join(told)
