"""The places behind a cell of the confusions, read article by article while the window stays alive."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QHeaderView

from annotator.core.scheme import Scheme
from annotator.gui.dialogs.evaluate_tables import PLACE, InContext, PlainTable
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.labels import plain_tooltip
from annotator.review.mistakes import Context
from annotator.services.agreement_places import Place, Side
from annotator.services.agreement_text import NOT_MARKED, label_name

_WIDTHS = (150, 190, 190)
_TEXT = 3
_MOST = 1000


class PlacesTable(PlainTable):
    """A row for each place: article, what either annotator says, and the words in their context."""

    def __init__(self, look: Look, scheme: Scheme, language: str) -> None:
        super().__init__(look, tr("Places"))
        self._scheme, self._language = scheme, language
        self._layer = ""
        self._coming: Iterator[Place] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._take)
        self._delegate = InContext(look, self)
        self.setItemDelegateForColumn(_TEXT, self._delegate)
        self.setRootIsDecorated(False)

    @property
    def busy(self) -> bool:
        """Whether places are still being read."""
        return self._timer.isActive()

    def show_places(self, places: Iterator[Place]) -> None:
        """Show other places, each as it comes."""
        self.stop()
        self.items.clear()
        self.items.setHorizontalHeaderLabels([tr("Article"), tr("One"), tr("The other"), tr("In the text")])
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, self.look.px(width))
        self.header().setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        self._coming = places
        self._timer.start(0)

    def stop(self) -> None:
        """Read no further."""
        self._timer.stop()
        self._coming = iter(())

    def place_at(self, index: QModelIndex) -> tuple[Context, str] | None:
        """Return the place of a row and its layer."""
        found = index.siblingAtColumn(_TEXT).data(PLACE)
        return (found, self._layer) if isinstance(found, Context) else None

    def _take(self) -> None:
        place = next(self._coming, None)
        if place is None or self.items.rowCount() >= _MOST:
            self.stop()
            return
        self._layer = place.layer
        first = not self.items.rowCount()
        self.items.appendRow(self._row(place))
        if first:
            self.setCurrentIndex(self.items.index(0, 0))

    def _row(self, place: Place) -> list[QStandardItem]:
        texts = [place.title, self._side(place.layer, place.one), self._side(place.layer, place.other)]
        context = place.context
        words = f"{context.before}{context.text}{context.after}"
        cells = [QStandardItem(text) for text in (*texts, words)]
        for cell in cells:
            cell.setToolTip(plain_tooltip(cell.text()))
        cells[_TEXT].setData(context, PLACE)
        cells[0].setAccessibleText(" · ".join((*texts, context.text)))
        return cells

    def _side(self, layer: str, side: Side) -> str:
        if not side.label:
            return f"{side.annotator}: {NOT_MARKED.get(self._language)}"
        return f"{side.annotator}: {label_name(self._scheme, layer, side.label, self._language)}"
