"""The figures as a tree: layers, their measures, and the labels of each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QStandardItem

from annotator.core.collation import collated
from annotator.core.scheme import Scheme
from annotator.gui.dialogs.evaluate_tables import FiguresBeside
from annotator.gui.i18n import number, tr
from annotator.gui.look import Look
from annotator.gui.widgets.labels import plain_tooltip
from annotator.review.figure import Figure, Measure
from annotator.services import agreement_text

_STATEMENT = int(Qt.ItemDataRole.UserRole)
_WIDTHS = (70, 120, 90, 80, 210)
_NAME = 210


class FiguresTable(FiguresBeside):
    """A row for each figure; :meth:`statement` is what the measure of the current row can and cannot say."""

    def __init__(self, look: Look, scheme: Scheme, language: str) -> None:
        super().__init__(look, tr("Figures of agreement"), least=_NAME)
        self._scheme, self._language = scheme, language

    def show_figures(self, figures: Iterable[Figure]) -> None:
        """Show other figures; scopes of which nothing can be told are left out."""
        kept = list(figures)
        self.items.clear()
        self._set_header()
        told = {figure.scope for figure in kept if figure.value is not None}
        for scope in self._scopes(kept):
            if scope in told:
                self._add_scope(scope, [figure for figure in kept if figure.scope == scope])
        self.expandToDepth(0)
        if self.items.rowCount():
            self.setCurrentIndex(self.items.index(0, 0, self.items.index(0, 0)))

    def statement(self) -> str:
        """Return the sentence for the current row, empty for a layer."""
        return str(self.currentIndex().siblingAtColumn(0).data(_STATEMENT) or "")

    def _scopes(self, figures: Iterable[Figure]) -> list[str]:
        order = ["", *(layer.name for layer in self._scheme.layers)]
        met = {figure.scope for figure in figures}
        return [name for name in order if name in met] + sorted(met - set(order))

    def _set_header(self) -> None:
        interval = agreement_text.INTERVAL.get(self._language)
        names = [tr("Measure"), tr("Value"), interval, tr("Items"), tr("Articles"), tr("Caution")]
        self.items.setHorizontalHeaderLabels(names)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column, width in enumerate(_WIDTHS, start=1):
            self.setColumnWidth(column, self.look.px(width))
            if column < len(_WIDTHS):
                self.items.horizontalHeaderItem(column).setTextAlignment(right)
        self.give_room()

    def _add_scope(self, scope: str, figures: list[Figure]) -> None:
        top = QStandardItem(agreement_text.scope_name(self._scheme, scope, self._language))
        top.setFont(self.look.font(12, QFont.Weight.DemiBold))
        for measure in Measure:
            rows = [figure for figure in figures if figure.measure is measure]
            whole = next((figure for figure in rows if not figure.label), None)
            cells = self._cells(whole, measure)
            top.appendRow(cells)
            for figure in sorted((f for f in rows if f.label), key=self._name_key):
                cells[0].appendRow(self._cells(figure, measure))
            if not rows:
                top.removeRow(top.rowCount() - 1)
        self.items.appendRow([top, *(QStandardItem() for _ in _WIDTHS)])

    def _name_key(self, figure: Figure) -> str:
        return collated(agreement_text.label_name(self._scheme, figure.scope, figure.label, self._language))

    def _cells(self, figure: Figure | None, measure: Measure) -> list[QStandardItem]:
        language = self._language
        name = agreement_text.NAMES[measure].get(language)
        texts = [name, *[""] * len(_WIDTHS)]
        if figure is not None:
            if figure.label:
                name = agreement_text.label_name(self._scheme, figure.scope, figure.label, language)
            texts = [
                name,
                agreement_text.value(figure.value, language),
                agreement_text.interval(figure, language),
                number(figure.items),
                number(figure.articles),
                agreement_text.cautions(figure, language),
            ]
        cells = [QStandardItem(text) for text in texts]
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for cell in cells[1:-1]:
            cell.setTextAlignment(right)
        statement = agreement_text.STATEMENTS[f"agreement.{measure}"].get(language)
        cells[0].setData(statement, _STATEMENT)
        cells[0].setToolTip(plain_tooltip(statement))
        cells[0].setAccessibleText(", ".join(filter(None, texts[:3])))
        return cells
