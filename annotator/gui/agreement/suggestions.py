"""Agreement with suggestions beside that without them, to see what they do to people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QHeaderView

from annotator.core.scheme import Scheme
from annotator.gui.dialogs.evaluate_tables import PlainTable
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.review.figure import Figure, Measure
from annotator.services import agreement_text
from annotator.services.agreement import Agreement

_VALUE, _INTERVAL = 170, 130
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SuggestionsTable(PlainTable):
    """A row for each layer: exact F1 on articles with suggestions, and on the control articles."""

    def __init__(self, look: Look, scheme: Scheme, language: str) -> None:
        super().__init__(look, tr("With and without suggestions"))
        self._scheme, self._language = scheme, language
        self.setRootIsDecorated(False)

    def show_parts(self, agreement: Agreement) -> None:
        """Show other figures; nothing where no article was annotated without suggestions."""
        self.items.clear()
        parts = agreement.suggestions
        if parts is None:
            return
        self._set_header(parts.with_articles, parts.without_articles)
        with_, without = _exact(parts.with_), _exact(parts.without)
        order = ["", *(layer.name for layer in self._scheme.layers)]
        for scope in (name for name in order if name in with_ or name in without):
            self.items.appendRow(self._row(scope, (with_.get(scope), without.get(scope))))
        self.setCurrentIndex(self.items.index(0, 0))

    def _set_header(self, with_: int, without: int) -> None:
        interval = agreement_text.INTERVAL.get(self._language)
        # The number of articles stands in the head, for it is the same in each row.
        heads = [tr("With: %Ln article(s)", "", with_), tr("Without: %Ln article(s)", "", without)]
        self.items.setHorizontalHeaderLabels([tr("Layer"), heads[0], interval, heads[1], interval])
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, 5):
            self.setColumnWidth(column, self.look.px(_VALUE if column % 2 else _INTERVAL))
            self.items.horizontalHeaderItem(column).setTextAlignment(_RIGHT)

    def _row(self, scope: str, figures: Sequence[Figure | None]) -> list[QStandardItem]:
        language = self._language
        texts = [agreement_text.scope_name(self._scheme, scope, language)]
        for figure in figures:
            texts.append(agreement_text.value(figure.value if figure else None, language))
            texts.append(agreement_text.interval(figure, language) if figure else "")
        cells = [QStandardItem(text) for text in texts]
        for cell in cells[1:]:
            cell.setTextAlignment(_RIGHT)
        said = [tr("with suggestions {value}"), tr("without suggestions {value}")]
        told = [words.format(value=text) for words, text in zip(said, texts[1::2], strict=True)]
        cells[0].setAccessibleText(", ".join((texts[0], *told)))
        return cells


def _exact(figures: Sequence[Figure]) -> dict[str, Figure]:
    return {f.scope: f for f in figures if f.measure is Measure.SPAN_EXACT and not f.label}
