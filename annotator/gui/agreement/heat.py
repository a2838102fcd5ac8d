"""A table of cells whose colour is as strong as their number; each cell has the number too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from annotator.gui.look import Look

CELL = int(Qt.ItemDataRole.UserRole)
_HIGH, _WIDE = 34, 84
_STRONGEST = 0.45
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows; ``strength`` from 0 to 1; ``same`` frames it, ``spoken`` is what it says aloud."""

    text: str
    strength: float
    same: bool
    spoken: str


class HeatModel(QAbstractTableModel):
    """Rows and columns have the same names; a cell that is not there is empty."""

    def __init__(self) -> None:
        super().__init__()
        self.names: tuple[str, ...] = ()
        self._cells: Mapping[tuple[int, int], Cell] = {}

    def show(self, names: Sequence[str], cells: Mapping[tuple[int, int], Cell]) -> None:
        """Show other cells, by row and column."""
        self.beginResetModel()
        self.names, self._cells = tuple(names), cells
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self.names)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self.names)

    def data(  # noqa: D102
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        cell = self._cells.get((index.row(), index.column()))
        if cell is None:
            return None
        values = {
            int(Qt.ItemDataRole.DisplayRole): cell.text,
            int(Qt.ItemDataRole.AccessibleTextRole): cell.spoken,
            int(Qt.ItemDataRole.ToolTipRole): cell.spoken,
            CELL: cell,
        }
        return values.get(int(role))

    def headerData(  # noqa: D102
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        return self.names[section] if role == Qt.ItemDataRole.DisplayRole else None


class HeatDelegate(QStyledItemDelegate):
    """Paints ground, frame and number of a cell."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, rect = self._look, option.rect
        cell = index.data(CELL)
        painter.save()
        painter.fillRect(rect, look.colour("base"))
        if isinstance(cell, Cell):
            ground = QColor(look.colour("focus"))
            ground.setAlphaF(_STRONGEST * cell.strength)
            painter.fillRect(rect, ground)
            if cell.same:
                painter.setPen(QPen(look.colour("strong_line"), 1))
                painter.drawRect(rect.adjusted(2, 2, -3, -3))
            painter.setFont(look.font(12, QFont.Weight.DemiBold if cell.strength else QFont.Weight.Normal))
            painter.setPen(look.colour("text" if cell.text else "secondary"))
            room = rect.adjusted(0, 0, -look.px(10), 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, cell.text)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(QRect(rect).adjusted(1, 1, -2, -2))
        painter.restore()

    def sizeHint(  # noqa: D102
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._look.px(_WIDE), self._look.px(_HIGH))


class HeatTable(QTableView):
    """Shows a :class:`HeatModel`; ``cell_chosen`` has row and column, by click or by Enter."""

    cell_chosen = Signal(int, int)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.cells = HeatModel()
        self.setModel(self.cells)
        self._delegate = HeatDelegate(look)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setDefaultSectionSize(look.px(_HIGH))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.setStyleSheet(
            f"QTableView {{ border: 1px solid {look.theme.line}; gridline-color: {look.theme.line}; }}"
            f"QHeaderView::section {{ padding: {look.px(2)}px {look.px(10)}px; }}"
            f"QTableCornerButton::section {{ background: {look.theme.chrome}; border: 0; }}"
        )
        self.clicked.connect(self._choose)

    def show_cells(self, names: Sequence[str], cells: Mapping[tuple[int, int], Cell]) -> None:
        """Show other cells; the first one is the current."""
        self.cells.show(names, cells)
        self.resizeColumnsToContents()
        if names:
            self.setCurrentIndex(self.cells.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.cell_chosen.emit(index.row(), index.column())
