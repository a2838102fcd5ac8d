"""One hit of a search: what comes before it at the right edge, the hit bold, and what follows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.annotation import Status
from annotator.core.scheme import Scheme
from annotator.gui.canvas.items import span_item
from annotator.gui.look import Look
from annotator.gui.search.hits_model import CHECKED, HIT, Column, cell
from annotator.gui.widgets.chip import chip_size, draw_chip
from annotator.services.concordance import Hit

_ROW, _BOX, _GAP = 30, 14, 6
_CHIP = 1.15
_TICK = ((0.28, 0.56), (0.46, 0.74), (0.8, 0.34))


class HitDelegate(QStyledItemDelegate):
    """Paints every column of the table of hits."""

    def __init__(self, look: Look, scheme: Scheme, language: str) -> None:
        super().__init__()
        self._look = look
        self._scheme = scheme
        self._language = language

    def sizeHint(  # noqa: D102
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._look.px(60), self._look.px(_ROW))

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, self._look.colour("selected" if selected else "base"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._look.colour("line"))
        hit: Hit = index.data(HIT)
        column = Column(index.column())
        if column is Column.CHECK:
            draw_check(painter, rect, bool(index.data(CHECKED)), self._look)
        elif column is Column.LABEL:
            self._chip(painter, hit, rect)
        else:
            self._words(painter, hit, column, rect)
        painter.restore()

    def _words(self, painter: QPainter, hit: Hit, column: Column, rect: QRect) -> None:
        middle = column is Column.HIT
        font = self._look.font(13 if column is not Column.ARTICLE else 12)
        if middle:
            font.setWeight(QFont.Weight.Bold)
            font.setStrikeOut(hit.mention is not None and hit.mention.status is Status.REJECTED)
        painter.setFont(font)
        painter.setPen(QPen(self._look.colour("secondary" if column is Column.ARTICLE else "text")))
        gap = self._look.px(_GAP)
        place = rect.adjusted(gap, 0, -gap, 0)
        left = column is Column.LEFT
        elide = Qt.TextElideMode.ElideLeft if left else Qt.TextElideMode.ElideRight
        text = QFontMetrics(font).elidedText(cell(hit, column), elide, place.width())
        side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)

    def _chip(self, painter: QPainter, hit: Hit, rect: QRect) -> None:
        if hit.mention is None:
            return
        item = span_item(hit.mention, self._scheme, self._language)
        size = chip_size(item, self._look, scale=_CHIP)
        top = rect.top() + (rect.height() - size.height()) / 2
        painter.setClipRect(rect)
        draw_chip(painter, rect.left() + self._look.px(_GAP), top, item, self._look, scale=_CHIP)


def draw_check(painter: QPainter, rect: QRect, on: bool, look: Look) -> None:
    """Paint the box that says whether a row is checked, in the middle of ``rect``."""
    side = look.px(_BOX)
    left, top = rect.left() + (rect.width() - side) / 2, rect.top() + (rect.height() - side) / 2
    box = QRectF(left + 0.5, top + 0.5, side, side)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("focus" if on else "strong_line"), 1.2))
    painter.setBrush(look.colour("focus" if on else "field"))
    painter.drawRoundedRect(box, 3, 3)
    if on:
        painter.setPen(QPen(look.colour("canvas"), 1.8))
        painter.drawPolyline([QPointF(box.left() + side * x, box.top() + side * y) for x, y in _TICK])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
