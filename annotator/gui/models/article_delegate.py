"""One article in the list: state dot, title in two lines, outlet and date, open suggestions."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotator.core.annotation import SetState
from annotator.gui.i18n import number, short_date
from annotator.gui.look import Look
from annotator.gui.models.articles import ROW
from annotator.gui.widgets.rows import RowDelegate
from annotator.store import ArticleRow

_LEFT, _RIGHT, _TOP, _LINE = 32, 16, 8, 18
_DOT, _DOT_LEFT, _DOT_TOP = 10, 13, 12
_PILL = 18


def paint_state(painter: QPainter, rect: QRectF, state: SetState, look: Look) -> None:
    """Paint the dot of a state: empty, half, full, or with a dash."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    current = state is SetState.OPEN
    colour = look.colour("focus" if current else "secondary")
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(colour if state is SetState.DONE else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect.adjusted(0.6, 0.6, -0.6, -0.6))
    if current:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(rect, 90 * 16, 180 * 16)
    elif state is SetState.SKIPPED:
        middle = rect.center().y()
        painter.drawLine(QPointF(rect.left() + 2.5, middle), QPointF(rect.right() - 2.5, middle))
    painter.restore()


class ArticleDelegate(RowDelegate):
    """Paints an :class:`ArticleRow`."""

    row_height = 72

    def paint_row(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: ArticleRow = index.data(ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        px = self._look.px
        dot = QRectF(rect.left() + px(_DOT_LEFT), rect.top() + px(_DOT_TOP), px(_DOT), px(_DOT))
        paint_state(painter, dot, row.state, self._look)
        left, width = rect.left() + px(_LEFT), rect.width() - px(_LEFT) - px(_RIGHT)
        lines = self._title(painter, row.title, QRect(left, rect.top() + px(_TOP), width, px(_LINE)))
        pill = self._pill(painter, row.open_total, rect)
        below = rect.top() + px(_TOP) + px(_LINE) * max(1, lines) + px(2)
        meta = QRect(left, below, width - pill, px(_LINE))
        self._meta(painter, row, meta)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))

    def _title(self, painter: QPainter, title: str, place: QRect) -> int:
        font = self._look.font(13, QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(self._look.colour("text"))
        shown = two_lines(title, font, place.width())
        for rank, words in enumerate(shown):
            painter.drawText(place.translated(0, rank * place.height()), int(_SINGLE), words)
        return len(shown)

    def _meta(self, painter: QPainter, row: ArticleRow, place: QRect) -> None:
        font = self._look.font(12)
        painter.setFont(font)
        painter.setPen(self._look.colour("secondary"))
        shown = QFontMetrics(font).elidedText(meta_line(row), Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, int(_SINGLE), shown)

    def _pill(self, painter: QPainter, count: int, rect: QRect) -> int:
        """Paint the number of open suggestions; return the width it took."""
        if not count:
            return 0
        px = self._look.px
        font = self._look.font(11)
        text = number(count)
        width = max(px(24), QFontMetrics(font).horizontalAdvance(text) + px(14))
        top = rect.bottom() - px(8) - px(_PILL)
        place = QRectF(rect.right() - px(_RIGHT) - width + 0.5, top + 0.5, width, px(_PILL))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.theme.strong_line), 1))
        painter.setBrush(self._look.colour("field"))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setPen(self._look.colour("text"))
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return width + px(8)


_SINGLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def meta_line(row: ArticleRow) -> str:
    """Return outlet and date as one line."""
    return " · ".join(filter(None, (row.outlet, short_date(row.published_on) if row.published_on else "")))


def two_lines(text: str, font: QFont, width: int) -> list[str]:
    """Break ``text`` into at most two lines of ``width`` pixels, the second ending in "…" if it must."""
    plain = " ".join(text.split())
    layout = QTextLayout(plain, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    if not first.isValid():
        return []
    first.setLineWidth(max(1, width))
    layout.endLayout()
    # Lengths are in UTF-16 units, as Qt counts.
    units = plain.encode("utf-16-le")
    cut = 2 * first.textLength()
    head, tail = units[:cut].decode("utf-16-le").rstrip(), units[cut:].decode("utf-16-le")
    return [head, QFontMetrics(font).elidedText(tail, Qt.TextElideMode.ElideRight, width)] if tail else [head]
