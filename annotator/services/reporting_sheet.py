"""What the parts of a report have in common: its words, its ink, and how a table looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from annotator.formats.html import Markup, element
from annotator.formats.svg import Ink
from annotator.services import agreement_text as figures_text
from annotator.services.reporting import Report
from annotator.services.reporting_text import Words

WIDTH, NARROW = 916.0, 640.0
"""Of a plot over the whole page, in pixels, and of one that can still be read when it is made smaller."""
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


class Sheet:
    """One report on its way to a page: what it tells, in which language, drawn with what."""

    def __init__(self, report: Report, language: str) -> None:
        self.report = report
        self.words = Words(language)
        self.scheme = report.scheme
        self.agreement = report.agreement
        self.ink = replace(INK, point="," if language == "de" else ".")

    def scope(self, name: str) -> str:
        """Return the name of a layer, or of all together."""
        return figures_text.scope_name(self.scheme, name, self.words.language)

    def label(self, layer: str, name: str) -> str:
        """Return the name of a label; an empty one stands for what somebody has not marked.

        That of a cluster is its kind, which is also the name of the layer.
        """
        if not name:
            return self.words.get(figures_text.NOT_MARKED)
        if name == layer and self.scheme.label(layer, name) is None:
            return self.words("cluster")
        return figures_text.label_name(self.scheme, layer, name, self.words.language)


def table(heads: Sequence[Markup | str], rows: Rows, *, words: Sequence[int] = (0,)) -> Markup:
    """Return a table; the columns that are not among ``words`` hold numbers."""

    def look(column: int) -> str | None:
        return None if column in words else "n"

    head = [element("th", text, class_=look(i), scope="col") for i, text in enumerate(heads)]
    body = [
        element("tr", [element("td", cell, class_=look(i)) for i, cell in enumerate(row)]) for row in rows
    ]
    inner = element("table", element("thead", element("tr", head)), element("tbody", body))
    return scrolled(inner)


def scrolled(inner: Markup) -> Markup:
    """Return what may be wider than a narrow page."""
    return element("div", inner, class_="scroll")
