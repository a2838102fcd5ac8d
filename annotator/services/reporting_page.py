"""The report as one HTML page. What comes from the project reaches it as text only."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from annotator.core.annotation import SetState
from annotator.core.resources import resource
from annotator.formats.html import Markup, element, foreign, page
from annotator.services.reporting import Report
from annotator.services.reporting_agreement import agreement
from annotator.services.reporting_differences import confusions, disagreements
from annotator.services.reporting_sheet import Sheet, table
from annotator.services.reporting_text import STATES
from annotator.services.reporting_times import RUN

_RUNS = 400


def render(report: Report, language: str) -> str:
    """Return the page. ``language`` is ``de`` or ``en``."""
    sheet = Sheet(report, language)
    style = resource("report", "report.css").read_text(encoding="utf-8")
    parts = [part for section in SECTIONS for part in section(sheet)]
    title = sheet.words("title", name=report.name)
    return page(element("main", *parts), title=title, language=language, style=style)


def _head(sheet: Sheet) -> Iterator[Markup]:
    words, report, review = sheet.words, sheet.report, sheet.report.review
    yield element("h1", words("title", name=report.name))
    facts = {"at": words.moment(report.at), "scheme": sheet.scheme.name, "version": sheet.scheme.version}
    yield element("p", words("made", **facts), class_="made")
    if report.cancelled:
        yield element("p", words("cancelled"), class_="warning")
    numbers = (
        (report.articles, "articles"),
        (sheet.agreement.articles, "by_several"),
        (review.disagreements, "disagreements"),
        (review.settled, "settled"),
        (review.open, "open"),
    )
    yield element("div", [_fact(sheet, number, name) for number, name in numbers], class_="facts")


def _fact(sheet: Sheet, number: int, name: str) -> Markup:
    told = element("b", sheet.words.number(number)), element("span", sheet.words(name))
    return element("div", *told, class_="fact")


def _progress(sheet: Sheet) -> Iterator[Markup]:
    words = sheet.words
    yield element("h2", words("progress"))
    heads = [words("annotator"), *(words.get(STATES[state]) for state in SetState), words("decisions")]
    lead = sheet.report.haste is not None
    if lead:
        heads += [words("per_article"), words("per_decision")]
    rows: list[list[Markup | str]] = []
    for work in sheet.report.work:
        cells = [words.number(work.states[state]) for state in SetState] + [words.number(work.decisions)]
        if lead:
            cells += [words.duration(work.per_article), words.duration(work.per_decision)]
        rows.append([foreign(work.annotator), *cells])
    yield table(heads, rows)
    if not lead:
        yield element("p", _times(sheet))
    yield element("p", words("times_note"), class_="quiet")


def _times(sheet: Sheet) -> str:
    words, found = sheet.words, []
    for name in ("per_article", "per_decision"):
        told = [getattr(work, name) for work in sheet.report.work if getattr(work, name) is not None]
        low, high = (words.duration(end(told)) if told else "–" for end in (min, max))
        found.append(f"{words(name)}: {low if low == high else f'{low} – {high}'}")
    return " · ".join(found)


def _haste(sheet: Sheet) -> Iterator[Markup]:
    words, report = sheet.words, sheet.report
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
        for one in sorted(report.haste, key=lambda one: (one.seconds / one.needed, one.at))[:_RUNS]
    ]
    yield table(heads, rows, words=(0, 1, 2))


SECTIONS: tuple[Callable[[Sheet], Iterator[Markup]], ...] = (
    _head,
    _progress,
    agreement,
    confusions,
    disagreements,
    _haste,
)
"""What a report says, in this order."""
