"""Rows of two lines for the lists at the right: a title with a remark at its right, and a line below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from annotator.gui.look import Look
from annotator.gui.widgets.rows import RowDelegate, row_view

ROW = int(Qt.ItemDataRole.UserRole)
"""Role of the :class:`TwoLines` of a row."""

_INSET = 16


@dataclass(frozen=True, slots=True)
class TwoLines:
    """What a row shows; ``tone`` is the theme role of the remark, ``quiet`` greys all of it."""

    title: str
    remark: str
    detail: str
    tone: str = "secondary"
    quiet: bool = False
    strong: bool = False


def two_line_view(look: Look, name: str) -> QListView:
    """Return a list that paints such rows; its model gives :data:`ROW`."""
    return row_view(look, name, _Delegate(look))


class _Delegate(RowDelegate):
    row_height = 48

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: TwoLines = index.data(ROW)
        rect, px = option.rect, self._look.px
        inside = rect.adjusted(px(_INSET), px(6), -px(_INSET), -px(6))
        upper = QRect(inside.left(), inside.top(), inside.width(), inside.height() // 2)
        lower = QRect(inside.left(), upper.bottom() + 1, inside.width(), inside.height() // 2)
        weight = QFont.Weight.DemiBold if row.strong else QFont.Weight.Normal
        used = self._text(painter, row.remark, upper, "disabled" if row.quiet else row.tone, right=True)
        upper.setRight(upper.right() - used - px(8))
        self._text(painter, row.title, upper, "secondary" if row.quiet else "text", weight=weight)
        self._text(painter, row.detail, lower, "disabled" if row.quiet else "secondary")

    def _text(
        self,
        painter: QPainter,
        text: str,
        place: QRect,
        role: str,
        *,
        weight: QFont.Weight = QFont.Weight.Normal,
        right: bool = False,
    ) -> int:
        font = self._look.font(12, weight)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._look.colour(role))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(place, int(flags), shown)
        return metrics.horizontalAdvance(shown)
