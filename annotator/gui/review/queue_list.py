"""The rows of the queue as a list: its model, and how a row is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotator.core.scheme import Scheme
from annotator.gui.fonts import reading_font
from annotator.gui.look import Look
from annotator.gui.review.session import ReviewSession
from annotator.gui.review.words import kind_name, label_text, sides_text
from annotator.gui.widgets.rows import RowDelegate
from annotator.services.reviewing_queue import QueueRow, lettered
from annotator.services.reviewing_rows import Splice
from annotator.services.reviewing_values import Standing

ROW = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT, _RIGHT, _DOT = 16, 16, 7
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_FLAGS_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class QueueModel(QAbstractListModel):
    """The rows that are shown."""

    def __init__(self, scheme: Scheme, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._language = language
        self._rows: list[QueueRow] = []

    def set_rows(self, rows: Sequence[QueueRow]) -> None:
        """Show other rows."""
        if [row.item for row in rows] == [row.item for row in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def splice(self, change: Splice) -> None:
        """Put rows in place of others, and leave the rest, and what is selected, as it is."""
        at, after, rows = change.at, change.at + change.removed, change.rows
        if [row.item for row in rows] == [row.item for row in self._rows[at:after]]:
            self._rows[at:after] = rows
            if rows:
                self.dataChanged.emit(self.index(at), self.index(after - 1))
            return
        if change.removed:
            self.beginRemoveRows(_NOWHERE, at, after - 1)
            del self._rows[at:after]
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(_NOWHERE, at, at + len(rows) - 1)
            self._rows[at:at] = rows
            self.endInsertRows()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401, D102
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == int(Qt.ItemDataRole.DisplayRole):
            return self.meta(row)
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.text}, {self.meta(row)}, {row.title}"
        return None

    def meta(self, row: QueueRow) -> str:
        """Return type, label and division as one line."""
        label = label_text(row, self._scheme, self._language)
        return " · ".join(filter(None, (kind_name(row.kind), label, sides_text(row))))


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
        row: QueueRow = index.data(ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        px, look = self._look.px, self._look
        place = rect.adjusted(px(_LEFT), px(6), -px(_RIGHT), 0)
        dots = self._dots(painter, row, place)
        self._words(painter, row, QRect(place.left(), place.top(), place.width() - dots, px(20)))
        below = QRect(place.left(), place.top() + px(22), place.width(), px(18))
        self._meta(painter, index.data(), row.outlet or row.title, below)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))

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
        for number, has in enumerate(order):
            left = place.right() - width + number * (size + gap) + gap
            painter.setBrush(self._look.colour("secondary") if has else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(left, place.top() + px(7), size - 1, size - 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return width + px(8)
