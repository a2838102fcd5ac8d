"""The report as one HTML page. What comes from the project reaches it as text only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from annotator.core.annotation import SetState
from annotator.core.resources import resource
from annotator.formats.html import Markup, element, foreign, page
from annotator.formats.svg import Dot, Ink, Series, course, intervals
from annotator.review.figure import Figure, Measure
from annotator.services import agreement_text as figures_text
from annotator.services.agreement import Agreement
from annotator.services.reporting import Report
from annotator.services.reporting_disagreements import Example, Frequent, Said
from annotator.services.reporting_text import CHOICES, KINDS, STATES, Words
from annotator.services.reporting_times import RUN

_WIDTH = 916.0
INK = Ink(
    "var(--text)",
    "var(--quiet)",
    "var(--line)",
    "var(--ground)",
    tuple(f"var(--{name})" for name in ("one", "two", "three", "four", "five", "six")),
    "inherit",
    13.0,
)
Rows: TypeAlias = Sequence[Sequence[Markup | str]]
_LEVELS = 5
_CELLS = 400
_UPRIGHT = 7


def render(report: Report, language: str) -> str:
    """Return the page. ``language`` is ``de`` or ``en``."""
    words = Words(language)
    style = resource("report", "report.css").read_text(encoding="utf-8")
    title = words("title", name=report.name)
    body = element("main", *_Page(report, words).parts())
    return page(body, title=title, language=language, style=style)


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


class _Page:
    """The sections of one report."""

    def __init__(self, report: Report, words: Words) -> None:
        self.report = report
        self.words = words
        self.scheme = report.scheme
        self.ink = replace(INK, point="," if words.language == "de" else ".")
        self.agreement = report.agreement

    def parts(self) -> Iterator[Markup]:
        """Yield the sections in their order."""
        yield from self._head()
        yield from self._progress()
        yield from self._agreement()
        yield from self._confusions()
        yield from self._frequent()
        yield from self._haste()

    # Head and progress -----------------------------------------------------------------------------------

    def _head(self) -> Iterator[Markup]:
        words, report, review = self.words, self.report, self.report.review
        yield element("h1", words("title", name=report.name))
        facts = {"at": words.moment(report.at), "scheme": self.scheme.name, "version": self.scheme.version}
        yield element("p", words("made", **facts), class_="made")
        if report.cancelled:
            yield element("p", words("cancelled"), class_="warning")
        numbers = (
            (report.articles, "articles"),
            (self.agreement.articles, "by_several"),
            (review.disagreements, "disagreements"),
            (review.settled, "settled"),
            (review.open, "open"),
        )
        yield element("div", [self._fact(number, name) for number, name in numbers], class_="facts")

    def _fact(self, number: int, name: str) -> Markup:
        told = element("b", self.words.number(number)), element("span", self.words(name))
        return element("div", *told, class_="fact")

    def _progress(self) -> Iterator[Markup]:
        words = self.words
        yield element("h2", words("progress"))
        heads = [words("annotator"), *(words.get(STATES[state]) for state in SetState), words("decisions")]
        lead = self.report.haste is not None
        if lead:
            heads += [words("per_article"), words("per_decision")]
        rows: list[list[Markup | str]] = []
        for work in self.report.work:
            cells = [words.number(work.states[state]) for state in SetState] + [words.number(work.decisions)]
            if lead:
                cells += [words.duration(work.per_article), words.duration(work.per_decision)]
            rows.append([foreign(work.annotator), *cells])
        yield self._table(heads, rows)
        if not lead:
            yield element("p", self._times())
        yield element("p", words("times_note"), class_="quiet")

    def _times(self) -> str:
        words, found = self.words, []
        for name in ("per_article", "per_decision"):
            told = [getattr(work, name) for work in self.report.work if getattr(work, name) is not None]
            low, high = (words.duration(end(told)) if told else "–" for end in (min, max))
            found.append(f"{words(name)}: {low if low == high else f'{low} – {high}'}")
        return " · ".join(found)

    # Agreement -------------------------------------------------------------------------------------------

    def _agreement(self) -> Iterator[Markup]:
        words, agreement = self.words, self.agreement
        yield element("h2", words("agreement"))
        if not agreement.figures:
            yield element("p", words("nothing_compared"))
            return
        yield element("h3", words("f1_by_layer"))
        dots = [_dot(_exact(agreement.of(), scope), name, words) for scope, name in self._scopes()]
        yield intervals(dots, self.ink, width=_WIDTH, title=words("f1_by_layer"))
        yield element("p", words("agreement_note"), class_="quiet")
        yield element("h3", words("all_figures"))
        told = {f.scope for f in agreement.of() if f.value is not None}
        yield self._figures([f for f in agreement.of() if f.scope in told and not f.label])
        by_label = [f for f in agreement.of() if f.scope in told and f.label]
        details = (element("summary", words("label")), self._figures(by_label, labels=True))
        yield element("details", *details)
        yield from self._pairs()
        yield from self._drift()
        yield from self._suggestions()

    def _scopes(self) -> list[tuple[str, str]]:
        """Return the layers with spans compared, all together first, each with its name."""
        there = {f.scope for f in self.agreement.of() if f.measure is Measure.SPAN_EXACT and not f.label}
        names = ["", *(layer.name for layer in self.scheme.layers)]
        return [(name, self._scope(name)) for name in names if name in there]

    def _scope(self, name: str) -> str:
        return figures_text.scope_name(self.scheme, name, self.words.language)

    def _figures(self, figures: Sequence[Figure], *, labels: bool = False) -> Markup:
        words, language = self.words, self.words.language
        heads = [words("layer"), *([words("label")] if labels else []), words("measure"), words("value")]
        heads += [words.get(figures_text.INTERVAL), words("items"), words("articles"), ""]
        order = [layer.name for layer in self.scheme.layers]
        place = {name: index for index, name in enumerate(["", *order])}
        told = list(Measure)
        rows: list[list[Markup | str]] = []
        ranked = sorted(figures, key=lambda f: (place.get(f.scope, 99), f.label, told.index(f.measure)))
        before: str | None = None
        for f in ranked:
            name = figures_text.label_name(self.scheme, f.scope, f.label, language)
            says = words.get(figures_text.STATEMENTS[f.statement])
            measure = element("span", words.get(figures_text.NAMES[f.measure]), title=says)
            value = figures_text.value(f.value, language)
            numbers = [figures_text.interval(f, language), words.number(f.items), words.number(f.articles)]
            cautions = figures_text.cautions(f, language)
            scope = self._scope(f.scope) if f.scope != before else ""
            before = f.scope
            rows.append([scope, *([name] if labels else []), measure, value, *numbers, cautions])
        table = self._table(
            heads, rows, words=(0, 1, 2, len(heads) - 1) if labels else (0, 1, len(heads) - 1)
        )
        return table if labels else element("div", table, self._statements(ranked))

    def _statements(self, figures: Sequence[Figure]) -> Markup:
        words = self.words
        rows = [
            [words.get(figures_text.NAMES[m]), words.get(figures_text.STATEMENTS[f"agreement.{m}"])]
            for m in dict.fromkeys(f.measure for f in figures)
        ]
        table = self._table([words("measure"), words("says")], rows, words=(0, 1))
        return element("details", element("summary", words("says")), table)

    def _pairs(self) -> Iterator[Markup]:
        words, names = self.words, self.agreement.annotators
        if len(names) < 2:
            return
        yield element("h3", words("pairs"))
        rows: list[list[Markup | str]] = []
        for one in names:
            cells = [self._pair(one, other) for other in names]
            rows.append([foreign(one), *cells])
        yield self._table(["", *map(foreign, names)], rows)
        yield element("p", words("pairs_note"), class_="quiet")

    def _pair(self, one: str, other: str) -> str:
        figure = _exact(self.agreement.of((one, other)), "") if one != other else None
        return figures_text.value(figure.value, self.words.language) if figure else "–"

    def _drift(self) -> Iterator[Markup]:
        words = self.words
        if self.agreement.drift:
            yield element("h3", words("drift"))
            series = drift_series(self.agreement, self._scopes(), words)
            yield course(
                series, drift_ticks(self.agreement, words), self.ink, width=_WIDTH, title=words("drift")
            )
            yield element("p", words("drift_note"), class_="quiet")

    def _suggestions(self) -> Iterator[Markup]:
        words, parts = self.words, self.agreement.suggestions
        if parts is None:
            return
        yield element("h3", words("suggestions"))
        heads = [words("layer")]
        for name, number in (("with", parts.with_articles), ("without", parts.without_articles)):
            heads.append(f"{words(name)} ({words.number(number)})")
        rows = []
        for scope, name in self._scopes():
            dots = [_dot(_exact(figures, scope), name, words) for figures in (parts.with_, parts.without)]
            rows.append([name, *(dot.told for dot in dots)])
        yield self._table(heads, rows)
        yield element("p", words("pairs_note"), class_="quiet")

    # Confusions and disagreements ------------------------------------------------------------------------

    def _confusions(self) -> Iterator[Markup]:
        if not self.report.confusions:
            return
        yield element("h2", self.words("confusions"))
        yield element("p", self.words("confusions_note"), class_="quiet")
        for layer in self.report.confusions:
            yield element("h3", self._scope(layer))
            yield element("div", self._heat(layer), class_="scroll")

    def _heat(self, layer: str) -> Markup:
        counts = dict(self.report.confusions[layer])
        met = {name for cell in counts for name in cell}
        found = self.scheme.layer(layer)
        order = [one.name for one in found.labels if one.name in met] if found else []
        order += [name for name in sorted(met) if name and name not in order] + [""] * ("" in met)
        most = max((n for (a, b), n in counts.items() if a != b), default=1)
        look = "heat many" if len(order) > _UPRIGHT else "heat"
        heads = [element("td"), *(element("th", self._label(layer, name), scope="col") for name in order)]
        rows = []
        for one in order:
            row = [element("th", self._label(layer, one), scope="row")]
            for other in order:
                number = counts.get((one, other), counts.get((other, one), 0))
                row.append(self._heat_cell(number, most, same=one == other))
            rows.append(element("tr", row))
        return element("table", element("thead", element("tr", heads)), element("tbody", rows), class_=look)

    def _heat_cell(self, number: int, most: int, *, same: bool) -> Markup:
        level = min(_LEVELS, 1 + int(_LEVELS * number / (most + 1))) if number and not same else 0
        told = self.words.number(number) if number else "·"
        return element("td", told, class_="same" if same else f"h{level}" if level else None)

    def _label(self, layer: str, name: str) -> str:
        if not name:
            return self.words.get(figures_text.NOT_MARKED)
        return figures_text.label_name(self.scheme, layer, name, self.words.language)

    def _frequent(self) -> Iterator[Markup]:
        words, report = self.words, self.report
        yield element("h2", words("disagreements"))
        if not report.kinds:
            yield element("p", words("no_disagreements"))
        else:
            kinds = sorted(report.kinds.items(), key=lambda pair: -pair[1])
            rows = [[words.get(KINDS[kind]), words.number(number)] for kind, number in kinds]
            yield element("div", self._table([words("kind"), words("count")], rows), class_="narrow")
        if report.review.choices:
            told = [f"{words.get(CHOICES[c])}: {words.number(n)}" for c, n in report.review.choices.items()]
            yield element("p", f"{words('review')}: {' · '.join(told)}")
        if report.review.stale:
            yield element("p", f"{words('stale')}: {words.number(report.review.stale)}", class_="warning")
        if report.frequent:
            yield element("h3", words("frequent"))
            yield from map(self._card, report.frequent)

    def _card(self, found: Frequent) -> Markup:
        words = self.words
        labels = [self._label(found.layer, name) for name in found.labels]
        kinds = " + ".join(words.get(KINDS[kind]) for kind in found.types)
        head = f"{kinds} · {self._scope(found.layer)}: {' / '.join(labels)}"
        times = element("span", words("times", count=words.number(found.count)), class_="times")
        examples = [self._example(found.layer, one) for one in found.examples]
        return element("div", times, element("h3", head), examples, class_="card")

    def _example(self, layer: str, one: Example) -> Markup:
        context = one.context
        text = element("bdi", context.before, element("mark", context.text), context.after)
        state = self.words("settled" if one.settled else "open")
        sides = [element("li", self._said(layer, side)) for side in one.sides]
        tag = element("span", foreign(one.title), f" · {state}", class_="tag")
        return element("div", element("p", text), element("ul", sides, class_="sides"), tag, class_="example")

    def _said(self, layer: str, side: Said) -> list[Markup | str]:
        names: list[Markup | str] = [element("b", foreign(", ".join(side.annotators))), ": "]
        if not side.label:
            return [*names, element("i", self.words("nothing_there"))]
        return [
            *names,
            f"{self._label(layer, side.label)} [",
            foreign(side.words),
            "]",
            " ",
            foreign(side.values),
        ]

    # For the lead ----------------------------------------------------------------------------------------

    def _haste(self) -> Iterator[Markup]:
        words, report = self.words, self.report
        if report.haste is None:
            return
        yield element("h2", words("haste"))
        yield element("p", words("lead_only"), " ", words("haste_note", run=str(RUN)), class_="quiet")
        if not report.haste:
            yield element("p", words("no_haste"))
            return
        heads = [words(k) for k in ("annotator", "article", "when", "decisions", "took", "needed")]
        rows: list[list[Markup | str]] = [
            [
                foreign(one.annotator),
                foreign(report.titles.get(one.article_id, one.article_id)),
                words.moment(one.at),
                words.number(one.decisions),
                words.duration(one.seconds),
                words.duration(one.needed),
            ]
            for one in sorted(report.haste, key=lambda one: (one.seconds / one.needed, one.at))[:_CELLS]
        ]
        yield self._table(heads, rows, words=(0, 1, 2))

    def _table(
        self,
        heads: Sequence[Markup | str],
        rows: Rows,
        *,
        words: Sequence[int] = (0,),
    ) -> Markup:
        def look(column: int) -> str | None:
            return None if column in words else "n"

        head = [element("th", text, class_=look(i), scope="col") for i, text in enumerate(heads)]
        body = [
            element("tr", [element("td", cell, class_=look(i)) for i, cell in enumerate(row)]) for row in rows
        ]
        inner = element("table", element("thead", element("tr", head)), element("tbody", body))
        return element("div", inner, class_="scroll")
