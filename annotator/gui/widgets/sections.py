"""A long list with heads between its rows, laid out by counting: nothing is gone through when it changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from annotator.gui.look import Look

_Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class SectionList(QListView):
    """Lines of two heights: that of heads and that of rows, in pixels of the design.

    ``heads`` returns the lines in which heads stand, ascending. A list of Qt asks each of its lines for a
    place and a size whenever one of them changes, which takes too long with tens of thousands of them; here
    a place is worked out from the number of heads before it. The head of the rows at the top stays in sight.
    """

    def __init__(self, look: Look, heads: Callable[[], Sequence[int]], *, head: int, row: int) -> None:
        super().__init__()
        self._look = look
        self._heads = heads
        self._sizes = (head, row)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        look.changed.connect(self.doItemsLayout)

    # Where lines are -------------------------------------------------------------------------------------

    def _count(self) -> int:
        model = self.model()
        return model.rowCount() if model is not None else 0

    def _top(self, line: int) -> int:
        """Return where a line begins, in pixels from the first one's beginning."""
        head, row = (self._look.px(size) for size in self._sizes)
        return line * row + bisect_left(self._heads(), line) * (head - row)

    def _line_at(self, y: int) -> int:
        """Return the last line that begins at or before a place; -1 where there is none."""
        low, high = 0, self._count()
        while low < high:
            middle = (low + high) // 2
            if self._top(middle) <= y:
                low = middle + 1
            else:
                high = middle
        return low - 1

    def _rect(self, line: int) -> QRect:
        top, below = self._top(line), self._top(line + 1)
        return QRect(0, top - self.verticalScrollBar().value(), self.viewport().width(), below - top)

    def _held(self) -> tuple[int, QRect] | None:
        """Return the head that is held at the top while its rows go by, and where; the next pushes it out."""
        heads, offset = self._heads(), self.verticalScrollBar().value()
        at = bisect_right(heads, self._line_at(offset)) - 1
        if at < 0 or self._top(heads[at]) == offset:
            return None
        height = self._look.px(self._sizes[0])
        after = self._top(heads[at + 1] if at + 1 < len(heads) else self._count())
        return heads[at], QRect(0, min(0, after - offset - height), self.viewport().width(), height)

    def visualRect(self, index: _Index) -> QRect:  # noqa: D102, N802
        return self._rect(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: D102, N802
        held = self._held()
        if held is not None and held[1].contains(QPoint(held[1].left(), point.y())):
            return self.model().index(held[0], 0)
        y = point.y() + self.verticalScrollBar().value()
        if not 0 <= y < self._top(self._count()):
            return QModelIndex()
        return self.model().index(self._line_at(y), 0)

    def doItemsLayout(self) -> None:  # noqa: D102, N802
        # That of the base class asks every line; this one ends the wait for it as well.
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:  # noqa: D102, N802
        height, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setSingleStep(self._look.px(self._sizes[1]) // 2)
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._top(self._count()) - height))

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: D102
        self.viewport().update()  # what is held at the top does not go along

    def scrollTo(self, index: _Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:  # noqa: D102, N802
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, below = self._top(index.row()), self._top(index.row() + 1)
        heads, line = self._heads(), index.row()
        if heads[bisect_right(heads, line) - 1] != line:
            top -= self._look.px(self._sizes[0])  # where its head is held
        if hint is _Hint.PositionAtCenter:
            bar.setValue((top + below - height) // 2)
        elif top < bar.value() or hint is _Hint.PositionAtTop:
            bar.setValue(top)
        elif below > bar.value() + height or hint is _Hint.PositionAtBottom:
            bar.setValue(below - height)

    # What is done with them ------------------------------------------------------------------------------

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: D102, N802
        count, here = self._count(), self.currentIndex().row()
        page = max(1, self.viewport().height() // self._look.px(self._sizes[1]) - 1)
        to = {
            _Move.MoveUp: here - 1,
            _Move.MovePrevious: here - 1,
            _Move.MoveDown: here + 1,
            _Move.MoveNext: here + 1,
            _Move.MovePageUp: here - page,
            _Move.MovePageDown: here + page,
            _Move.MoveHome: 0,
            _Move.MoveEnd: count - 1,
        }.get(action, here)
        return self.model().index(min(max(to, 0), count - 1), 0) if count else QModelIndex()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Look for nothing: letters are keys of the page."""

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: D102, N802
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: D102, N802
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter, offset = QPainter(self.viewport()), self.verticalScrollBar().value()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        state, current, chosen = option.state, self.currentIndex(), self.selectionModel()
        under = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))
        hovered = under.row() if self.viewport().underMouse() else -1
        first = max(0, self._line_at(event.rect().top() + offset))
        last = min(self._line_at(event.rect().bottom() + offset), self._count() - 1)
        held = self._held()
        places = [(line, self._rect(line)) for line in range(first, last + 1)]
        for line, place in [*places, *([held] if held is not None else [])]:
            index = self.model().index(line, 0)
            option.rect = place
            option.state = state & ~QStyle.StateFlag.State_HasFocus
            if chosen.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if line == hovered:
                option.state |= QStyle.StateFlag.State_MouseOver
            if index == current and self.hasFocus():
                option.state |= QStyle.StateFlag.State_HasFocus
            self.itemDelegate().paint(painter, option, index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        super().mouseMoveEvent(event)
        self.viewport().update()
