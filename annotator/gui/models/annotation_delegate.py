"""One annotation in the list: chip and words, or the two ends of a relation."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.annotation import Relation, Status
from annotator.gui.canvas.items import span_item
from annotator.gui.look import Look
from annotator.gui.models.annotations import ENTRY, AnnotationsModel, Entry
from annotator.gui.widgets.chip import chip_size, draw_chip
from annotator.gui.widgets.ends import elided_ends

_ROW, _INSET, _BAR, _INDENT = 32, 16, 3, 16
_CHIP = 1.15


class AnnotationDelegate(QStyledItemDelegate):
    """Paints rows of one height."""

    def __init__(self, look: Look, model: AnnotationsModel) -> None:
        super().__init__()
        self._look = look
        self._model = model

    def sizeHint(  # noqa: D102
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._look.px(160), self._look.px(_ROW))

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY)
        rect, state = option.rect, option.state
        painter.save()
        self._ground(painter, rect, state)
        left = rect.left() + self._look.px(_INSET)
        if isinstance(entry.item, Relation):
            left += self._look.px(_INDENT)
        elif self._model.shown is not None:
            left += self._chip(painter, entry, left, rect)
        self._words(
            painter, entry, QRect(left, rect.top(), rect.right() - left - self._look.px(8), rect.height())
        )
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, self._look.colour("selected" if selected else "hover" if hovered else "base"))
        if selected:
            bar = QRect(rect.left(), rect.top(), self._look.px(_BAR), rect.height())
            painter.fillRect(bar, self._look.colour("focus"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._look.colour("line"))

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
