"""The part of a report on agreement: figures, pairs, the course of time, suggestions, own earlier work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from annotator.core.collation import collated
from annotator.formats.html import Markup, element, foreign
from annotator.formats.svg import Dot, Series, course, intervals
from annotator.review.figure import Figure, Measure
from annotator.services import agreement_text as figures_text
from annotator.services.agreement import Agreement
from annotator.services.reporting_sheet import NARROW, WIDTH, Sheet, scrolled, table
from annotator.services.reporting_text import Words


def agreement(sheet: Sheet) -> Iterator[Markup]:
    """Yield what a report says on agreement."""
    yield element("h2", sheet.words("agreement"))
    if not sheet.agreement.figures:
        yield element("p", sheet.words("nothing_compared"))
    for section in SECTIONS:
        yield from section(sheet)


def _layers(sheet: Sheet) -> Iterator[Markup]:
    words = sheet.words
    dots = [_dot(_exact(sheet.agreement.of(), scope), name, words) for scope, name in _scopes(sheet)]
    if dots:
        yield element("h3", words("f1_by_layer"))
        yield intervals(dots, sheet.ink, width=NARROW, title=words("f1_by_layer"))
        yield element("p", words("agreement_note"), class_="quiet")


def _measures(sheet: Sheet) -> Iterator[Markup]:
    found = sheet.agreement.of()
    told = {f.scope for f in found if f.value is not None}
    if not told:
        return
    yield element("h3", sheet.words("all_figures"))
    yield _figures(sheet, [f for f in found if f.scope in told and not f.label])
    by_label = _figures(sheet, [f for f in found if f.scope in told and f.label], labels=True)
    yield element("details", element("summary", sheet.words("by_label")), by_label)


def _scopes(sheet: Sheet) -> list[tuple[str, str]]:
    """Return the layers with spans compared, all together first, each with its name."""
    there = {f.scope for f in sheet.agreement.of() if f.measure is Measure.SPAN_EXACT and not f.label}
    names = ["", *(layer.name for layer in sheet.scheme.layers)]
    return [(name, sheet.scope(name)) for name in names if name in there]


def _figures(sheet: Sheet, figures: Sequence[Figure], *, labels: bool = False) -> Markup:
    words, language = sheet.words, sheet.words.language
    heads = [words("layer"), *([words("label")] if labels else []), words("measure"), words("value")]
    heads += [words.get(figures_text.INTERVAL), words("items"), words("articles"), ""]
    order = [layer.name for layer in sheet.scheme.layers]
    place = {name: index for index, name in enumerate(["", *order])}
    told = list(Measure)
    rows: list[list[Markup | str]] = []
    ranked = sorted(figures, key=lambda f: (place.get(f.scope, 99), f.label, told.index(f.measure)))
    before: str | None = None
    for f in ranked:
        name = figures_text.label_name(sheet.scheme, f.scope, f.label, language)
        says = words.get(figures_text.STATEMENTS[f.statement])
        measure = element("span", words.get(figures_text.NAMES[f.measure]), title=says)
        value = figures_text.value(f.value, language)
        numbers = [figures_text.interval(f, language), words.number(f.items), words.number(f.articles)]
        cautions = figures_text.cautions(f, language)
        scope = sheet.scope(f.scope) if f.scope != before else ""
        before = f.scope
        rows.append([scope, *([name] if labels else []), measure, value, *numbers, cautions])
    made = table(heads, rows, words=(0, 1, 2, len(heads) - 1) if labels else (0, 1, len(heads) - 1))
    return made if labels else element("div", made, _statements(sheet, ranked))


def _statements(sheet: Sheet, figures: Sequence[Figure]) -> Markup:
    words = sheet.words
    rows = [
        [words.get(figures_text.NAMES[m]), words.get(figures_text.STATEMENTS[f"agreement.{m}"])]
        for m in dict.fromkeys(f.measure for f in figures)
    ]
    made = table([words("measure"), words("says")], rows, words=(0, 1))
    return element("details", element("summary", words("says")), made)


def _pairs(sheet: Sheet) -> Iterator[Markup]:
    words, names = sheet.words, sorted(sheet.agreement.annotators, key=collated)
    if len(names) < 2:
        return
    yield element("h3", words("pairs"))
    rows: list[list[Markup | str]] = []
    for one in names:
        cells = [_pair(sheet, one, other) for other in names]
        rows.append([foreign(one), *cells])
    yield table(["", *map(foreign, names)], rows)
    yield element("p", words("pairs_note"), class_="quiet")


def _pair(sheet: Sheet, one: str, other: str) -> str:
    figure = _exact(sheet.agreement.of((one, other)), "") if one != other else None
    return figures_text.value(figure.value, sheet.words.language) if figure else "–"


def _drift(sheet: Sheet) -> Iterator[Markup]:
    words = sheet.words
    if sheet.agreement.drift:
        yield element("h3", words("drift"))
        series = drift_series(sheet.agreement, _scopes(sheet), words)
        ticks = drift_ticks(sheet.agreement, words)
        yield scrolled(course(series, ticks, sheet.ink, width=WIDTH, title=words("drift")))
        yield element("p", words("drift_note"), class_="quiet")


def _suggestions(sheet: Sheet) -> Iterator[Markup]:
    words, parts = sheet.words, sheet.agreement.suggestions
    if parts is None:
        return
    yield element("h3", words("suggestions"))
    heads = [words("layer")]
    for name, number in (("with", parts.with_articles), ("without", parts.without_articles)):
        heads.append(f"{words(name)} ({words.number(number)})")
    rows = []
    for scope, name in _scopes(sheet):
        dots = [_dot(_exact(figures, scope), name, words) for figures in (parts.with_, parts.without)]
        rows.append([name, *(dot.told for dot in dots)])
    yield table(heads, rows)
    yield element("p", words("pairs_note"), class_="quiet")


def _own_work(sheet: Sheet) -> Iterator[Markup]:
    words = sheet.words
    if sheet.agreement.own_work:
        yield element("h3", words("own_work"))
        yield element("p", words("own_work_note"), class_="quiet")
    for own in sheet.agreement.own_work:
        count = f"{words('articles')}: {words.number(own.articles)}"
        yield element("h4", foreign(f"{own.annotator} – {own.again}"), f" ({count})")
        yield _figures(sheet, [f for f in own.figures if not f.label])


def drift_series(agreement: Agreement, scopes: Sequence[tuple[str, str]], words: Words) -> tuple[Series, ...]:
    """Return exact F1 over time for scopes, each with its name."""
    return tuple(
        Series(name, tuple(_dot(_exact(block.figures, scope), name, words) for block in agreement.drift))
        for scope, name in scopes
    )


def drift_ticks(agreement: Agreement, words: Words) -> tuple[str, ...]:
    """Return when each block ends, in few letters."""
    return tuple(words.day(block.last, short=True) for block in agreement.drift)


def _exact(figures: Sequence[Figure], scope: str) -> Figure | None:
    return next(
        (f for f in figures if (f.measure, f.scope, f.label) == (Measure.SPAN_EXACT, scope, "")), None
    )


def _dot(figure: Figure | None, name: str, words: Words) -> Dot:
    if figure is None:
        return Dot(name, None, None, None, "–")
    told = figures_text.value(figure.value, words.language)
    return Dot(name, figure.value, figure.low, figure.high, told)


SECTIONS: tuple[Callable[[Sheet], Iterator[Markup]], ...] = (
    _layers,
    _measures,
    _pairs,
    _drift,
    _suggestions,
    _own_work,
)
"""What is said on agreement, in this order; each says nothing where there is nothing to say."""
