"""How the lines of the queue are painted: the heads of groups, and rows."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotator.gui.fonts import reading_font
from annotator.gui.i18n import number
from annotator.gui.look import Look
from annotator.gui.review.queue_lines import Group
from annotator.gui.review.queue_model import ROW, QueueModel
from annotator.gui.review.session import ReviewSession
from annotator.gui.widgets.rows import RowDelegate
from annotator.services.reviewing_queue import QueueRow, lettered
from annotator.services.reviewing_values import Standing

_Index = QModelIndex | QPersistentModelIndex
_LEFT, _RIGHT, _DOT = 28, 16, 7
HEAD = 32
"""Height of a head in the design."""
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_FLAGS_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class QueueDelegate(RowDelegate):
    """Paints rows of one height: the words, and below them type, label, division, and the article."""

    row_height = 52

    def __init__(self, look: Look, session: ReviewSession) -> None:
        super().__init__(look)
        self._session = session

    def order_of(self, row: QueueRow) -> list[bool]:
        """Return who has something, in the order of the letters: by name it would tell hidden names apart."""
        names = row.entry.item.annotators
        letters = lettered(row.article_id, names, hidden=self._session.hidden)
        has = dict(zip(names, row.has, strict=True))
        return [has[name] for name in sorted(names, key=letters.__getitem__)]

    def paint_row(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        row: QueueRow | Group = index.data(ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        px = self._look.px
        if isinstance(row, Group):
            self._head(painter, row, index.data(), rect, state)
            return
        place = rect.adjusted(px(_LEFT), px(6), -px(_RIGHT), 0)
        dots = self._dots(painter, row, place)
        self._words(painter, row, QRect(place.left(), place.top(), place.width() - dots, px(20)))
        below = QRect(place.left(), place.top() + px(22), place.width(), px(18))
        self._meta(painter, index.data(), cast("QueueModel", index.model()).place(row), below)
        self._ring(painter, rect, state)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: D102
        size = super().sizeHint(option, index)
        return QSize(size.width(), self._look.px(HEAD)) if isinstance(index.data(ROW), Group) else size

    def _ring(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))

    def _head(self, painter: QPainter, group: Group, name: str, rect: QRect, state: QStyle.StateFlag) -> None:
        """Paint the triangle, what a group has in common, and how many of it are open."""
        look, px = self._look, self._look.px
        if not state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect.adjusted(0, 0, 0, -1), look.colour("chrome"))
        middle, left, side = rect.center().y() + 0.5, rect.left() + px(15), px(4)
        # One that points down for what is open, one that points to the side for what is not.
        points: list[tuple[float, float]] = [(-side, -side / 2), (side, -side / 2), (0, side / 2)]
        if group.folded:
            points = [(-side / 2, -side), (side / 2, 0), (-side / 2, side)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("secondary"))
        painter.drawPolygon(QPolygonF([QPointF(left + x, middle + y) for x, y in points]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        place = rect.adjusted(px(_LEFT), 0, -px(_RIGHT), -1)
        count, font = number(group.open), look.font(12)
        painter.setFont(font)
        painter.setPen(look.colour("secondary"))
        painter.drawText(place, _FLAGS_RIGHT, count)
        room = place.width() - QFontMetrics(font).horizontalAdvance(count) - px(8)
        font = look.font(12, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(look.colour("text" if group.open else "secondary"))
        shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, _FLAGS, shown)
        self._ring(painter, rect, state)

    def _words(self, painter: QPainter, row: QueueRow, place: QRect) -> None:
        font = reading_font(14 * self._look.scale)
        painter.setFont(font)
        waits = bool(row.entry.waits_for)
        painter.setPen(self._look.colour("secondary" if waits or not row.open else "text"))
        words = " ".join(row.text.split())
        mark = {Standing.REOPENED: "↻ ", Standing.SETTLED: "✓ "}.get(row.entry.standing, "")
        shown = QFontMetrics(font).elidedText(mark + words, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, _FLAGS, shown)

    def _meta(self, painter: QPainter, meta: str, outlet: str, place: QRect) -> None:
        font = self._look.font(12)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._look.colour("secondary"))
        room = place.width() - metrics.horizontalAdvance(meta) - self._look.px(12)
        if room > self._look.px(40):
            shown = metrics.elidedText(outlet, Qt.TextElideMode.ElideRight, room)
            painter.drawText(place, _FLAGS_RIGHT, shown)
        painter.drawText(place, _FLAGS, metrics.elidedText(meta, Qt.TextElideMode.ElideRight, place.width()))

    def _dots(self, painter: QPainter, row: QueueRow, place: QRect) -> int:
        """Paint a dot for each annotator, full where she has something; return the width it took."""
        px = self._look.px
        size, gap = px(_DOT), px(4)
        order = self.order_of(row)
        width = len(order) * (size + gap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("secondary"), 1))
        for place_of, has in enumerate(order):
            left = place.right() - width + place_of * (size + gap) + gap
            painter.setBrush(self._look.colour("secondary") if has else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(left, place.top() + px(7), size - 1, size - 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return width + px(8)
