"""A chain in the panel: its numeral, name and size; below it its members in their context."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotator.gui.i18n import number, tr
from annotator.gui.look import Look
from annotator.gui.models.chains import CHAIN_ROW, ChainRow, ChainsModel, context_of, title_of
from annotator.gui.panels.shown import Shown
from annotator.gui.widgets.rows import RowDelegate

_INSET, _GAP = 16, 8
_ARROW, _NUMERAL, _DOT = 8, 18, 8
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class ChainDelegate(RowDelegate):
    """Paints a :class:`ChainRow`; the bar stays at the current one while the panel has the keyboard."""

    marked = QStyle.StateFlag.State_HasFocus

    def __init__(self, look: Look, model: ChainsModel) -> None:
        super().__init__(look)
        self._model = model

    def paint_row(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: ChainRow = index.data(CHAIN_ROW)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = option.rect.adjusted(self._look.px(_INSET), 0, -self._look.px(_INSET), 0)
        if self._model.shown is not None:
            paint = self._member if row.is_member else self._chain
            paint(painter, row, self._model.shown, place)

    def _chain(self, painter: QPainter, row: ChainRow, shown: Shown, place: QRect) -> None:
        look = self._look
        self._arrow(painter, place, expanded=row.expanded)
        left = place.left() + look.px(_ARROW + _GAP)
        left += self._numeral(painter, left, place, row) + look.px(_GAP)
        painter.setFont(look.font(11.5))
        metrics = QFontMetrics(painter.font())
        remark = " · ".join(_remark(row, shown))
        named = QFont.Weight.DemiBold if row.chain.cluster.name else QFont.Weight.Normal
        title = title_of(shown, row.chain)
        need = QFontMetrics(look.font(12, named)).horizontalAdvance(title) + look.px(_GAP)
        if place.right() - left - metrics.horizontalAdvance(remark) < need:
            remark = " · ".join(_remark(row, shown)[1:])  # the name matters more than the layer
        painter.setPen(QPen(look.colour("secondary")))
        painter.drawText(place, _RIGHT, remark)
        room = place.right() - left - metrics.horizontalAdvance(remark) - look.px(_GAP)
        self._words(painter, title, left, room, place, weight=named)

    def _arrow(self, painter: QPainter, place: QRect, *, expanded: bool) -> None:
        half = self._look.px(_ARROW) / 2
        x, y = place.left() + half, place.center().y() + 0.5
        tip = half * 0.6
        points = (
            [(x - half, y - tip), (x + half, y - tip), (x, y + tip)]
            if expanded
            else [(x - tip, y - half), (x - tip, y + half), (x + tip, y)]
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("secondary"))
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))

    def _numeral(self, painter: QPainter, left: int, place: QRect, row: ChainRow) -> int:
        """Paint the number as the canvas does: in a dashed circle while nothing is confirmed."""
        look = self._look
        text = str(row.chain.number)
        painter.setFont(look.font(11, QFont.Weight.DemiBold))
        high = look.px(_NUMERAL)
        wide = max(high, QFontMetrics(painter.font()).horizontalAdvance(text) + look.px(_GAP))
        circle = QRectF(left + 0.5, place.center().y() - high / 2 + 0.5, wide - 1, high - 1)
        pen = QPen(look.colour("text"), 1)
        if not row.chain.confirmed:
            pen.setDashPattern([2.5, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(circle, high / 2, high / 2)
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), text)
        return wide

    def _member(self, painter: QPainter, row: ChainRow, shown: Shown, place: QRect) -> None:
        look = self._look
        left = place.left() + look.px(_ARROW + _GAP)
        self._dot(painter, left, place, is_open=bool(row.open))
        left += look.px(_NUMERAL + _GAP)
        before, words, after = context_of(shown, row.mention)
        bold, plain = QFontMetrics(look.font(12, QFont.Weight.DemiBold)), QFontMetrics(look.font(12))
        room = place.right() - left
        words = bold.elidedText(words, Qt.TextElideMode.ElideMiddle, room)
        rest = room - bold.horizontalAdvance(words)
        # The context shares the room, and what one side does not need the other may have.
        share = min(plain.horizontalAdvance(before), max(rest // 2, rest - plain.horizontalAdvance(after)))
        before = plain.elidedText(before, Qt.TextElideMode.ElideLeft, max(0, share)) if rest > 0 else ""
        for text, weight in ((before, QFont.Weight.Normal), (words, QFont.Weight.DemiBold)):
            left += self._words(painter, text, left, room, place, weight=weight)
        self._words(painter, after, left, place.right() - left, place, weight=QFont.Weight.Normal)

    def _dot(self, painter: QPainter, left: int, place: QRect, *, is_open: bool) -> None:
        """Paint a full dot for what is confirmed, a ring for what is open."""
        look, size = self._look, self._look.px(_DOT)
        middle = left + look.px(_NUMERAL) / 2
        dot = QRectF(middle - size / 2, place.center().y() - size / 2 + 0.5, size, size)
        colour = look.colour("secondary" if is_open else "text")
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush if is_open else colour)
        painter.drawEllipse(dot)

    def _words(
        self, painter: QPainter, text: str, left: int, room: int, place: QRect, *, weight: QFont.Weight
    ) -> int:
        """Paint words in at most ``room`` pixels and return how many they take."""
        if not text or room <= 0:
            return 0
        painter.setFont(self._look.font(12, weight))
        painter.setPen(QPen(self._look.colour("text" if weight != QFont.Weight.Normal else "secondary")))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(shown)
        painter.drawText(QRect(left, place.top(), wide + 2, place.height()), _LEFT, shown)
        return wide


def _remark(row: ChainRow, shown: Shown) -> list[str]:
    """Return layer, size and what is open."""
    layer = shown.scheme.layer(row.chain.cluster.kind)
    parts = [
        layer.text.get(shown.language) if layer else row.chain.cluster.kind,
        number(len(row.chain.members)),
    ]
    if row.open == len(row.chain.members):
        parts.append(tr("all open"))
    elif row.open:
        parts.append(tr("{count} open").format(count=number(row.open)))
    return parts
