"""One annotation in the list: chip and words, or the two ends of a relation."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.core.annotation import Relation, Status
from annotator.gui.canvas.items import span_item
from annotator.gui.look import Look
from annotator.gui.models.annotations import ENTRY, AnnotationsModel, Entry
from annotator.gui.widgets.chip import chip_size, draw_chip
from annotator.gui.widgets.ends import elided_ends
from annotator.gui.widgets.rows import RowDelegate

_INSET, _INDENT = 16, 16
_CHIP = 1.15


class AnnotationDelegate(RowDelegate):
    """Paints an :class:`Entry`."""

    def __init__(self, look: Look, model: AnnotationsModel) -> None:
        super().__init__(look)
        self._model = model

    def paint_row(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY)
        rect = option.rect
        left = rect.left() + self._look.px(_INSET)
        if isinstance(entry.item, Relation):
            left += self._look.px(_INDENT)
        elif self._model.shown is not None:
            left += self._chip(painter, entry, left, rect)
        self._words(
            painter, entry, QRect(left, rect.top(), rect.right() - left - self._look.px(8), rect.height())
        )

    def _chip(self, painter: QPainter, entry: Entry, left: int, rect: QRect) -> int:
        shown = self._model.shown
        if shown is None:
            return 0
        item = span_item(entry.head, shown.scheme, shown.language)
        size = chip_size(item, self._look, scale=_CHIP)
        top = rect.top() + (rect.height() - size.height()) / 2
        draw_chip(painter, left, top, item, self._look, scale=_CHIP)
        return size.width() + self._look.px(8)

    def _words(self, painter: QPainter, entry: Entry, place: QRect) -> None:
        font = self._look.font(12)
        rejected = entry.item.status is Status.REJECTED
        font.setStrikeOut(rejected)
        painter.setFont(font)
        quiet = rejected or isinstance(entry.item, Relation)
        painter.setPen(QPen(self._look.colour("secondary" if quiet else "text")))
        text = self._elided(entry, QFontMetrics(font), place.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(place, int(flags), text)

    def _elided(self, entry: Entry, metrics: QFontMetrics, width: int) -> str:
        middle, ends = Qt.TextElideMode.ElideMiddle, self._model.ends_of(entry)
        if ends is None:
            return metrics.elidedText(self._model.text_of(entry), middle, width)
        return elided_ends(
            ends,
            width,
            advance=metrics.horizontalAdvance,
            elide=lambda text, room: metrics.elidedText(text, middle, int(room)),
        )
