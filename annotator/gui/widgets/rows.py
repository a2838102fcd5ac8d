"""Rows of one height in a list, with the ground that all lists share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from annotator.gui.look import Look

_WIDTH, _BAR = 160, 3

_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row: selected or hovered, a bar at the left where ``marked``, a line below.

    A subclass says how high its rows are (pixels at 100 %) and paints what stands in them.
    """

    row_height = 32
    marked = QStyle.StateFlag.State_Selected

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(  # noqa: D102
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._look.px(_WIDTH), self._look.px(self.row_height))

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        self._ground(painter, option.rect, option.state)
        self.paint_row(painter, option, index)
        painter.restore()

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what stands in the row; the painter is put back as it was afterwards."""
        raise NotImplementedError

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        look = self._look
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, look.colour("selected" if selected else "hover" if hovered else "base"))
        if state & self.marked:
            bar = QRect(rect.left(), rect.top(), look.px(_BAR), rect.height())
            painter.fillRect(bar, look.colour("focus"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))


class RowList(QListView):
    """A list whose rows all have one height, so that another content asks for no other layout.

    QListView lays out all rows anew when one changes: a quarter of a second for 100,000 articles, after each
    decision.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)

    def dataChanged(  # noqa: D102, N802
        self, top_left: _Index, bottom_right: _Index, roles: Sequence[int] = ()
    ) -> None:
        QAbstractItemView.dataChanged(self, top_left, bottom_right, roles)


def row_view(
    look: Look, name: str, delegate: RowDelegate, model: QAbstractItemModel | None = None
) -> QListView:
    """Return a list of such rows, ``name`` to a screen reader, that lays out anew when the look changes.

    The view does not own its delegate, so that becomes its child here.
    """
    view = RowList()
    view.setAccessibleName(name)
    if model is not None:
        view.setModel(model)
    delegate.setParent(view)
    view.setItemDelegate(delegate)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    look.changed.connect(view.doItemsLayout)
    return view
