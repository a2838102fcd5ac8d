"""The list of what is wrong or unfinished in the article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.problem import NONE, Problem, Problems, Severity, reading_order
from annotator.gui.checking import Checking
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.panels.two_lines import ROW, TwoLines, two_line_view
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.labels import plain_tooltip

_FEW = 100
"""As many items have their rows exchanged one by one; beyond that all rows are new."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ProblemsPanel(QWidget):
    """Choosing a row focuses what it is about, Enter goes to it in the text."""

    def __init__(self, look: Look, checking: Checking) -> None:
        super().__init__()
        self._checking = checking
        self._following = False
        self.model = _ProblemsModel(checking, self)
        self.view: QListView = two_line_view(look, tr("Problems of the article"))
        self.view.setModel(self.model)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(EmptyState(look, tr("This article has no problems.")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        checking.changed.connect(self.refresh)
        checking.went.connect(self._follow)
        self.refresh()

    def take_keyboard(self) -> None:
        """Put the keyboard into the list, and go to the first problem unless one was gone to."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.model.listed and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))

    def refresh(self) -> None:
        """Show the problems that are there now; the same one stays current."""
        current = self.view.currentIndex()
        kept = self.model.listed[current.row()] if current.isValid() else None
        self._following = True
        self.model.follow(self._checking.problems)
        self._following = False
        self.view.viewport().update()  # also of a problem that stays the words may be others
        self._stack.setCurrentIndex(0 if self.model.listed else 1)
        self._follow(kept)

    def _follow(self, problem: Problem | None) -> None:
        self._following = True
        row = self.model.row_of(problem)
        self.view.setCurrentIndex(QModelIndex() if row is None else self.model.index(row))
        self._following = False

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not self._following and current.isValid():
            self._checking.go_to(self.model.listed[current.row()])


class _ProblemsModel(QAbstractListModel):
    def __init__(self, checking: Checking, parent: QObject) -> None:
        super().__init__(parent)
        self._checking = checking
        self._known = NONE
        self.listed: Sequence[Problem] = ()

    def follow(self, now: Problems) -> None:
        """Show other problems; rows of items that have the same ones stay."""
        before, self._known = self._known, now
        items = now.touched
        if items is None or len(items) > _FEW:
            self.beginResetModel()
            self.listed = now.listed
            self.endResetModel()
            return
        rows = list(self.listed)
        self.listed = rows
        for problem in (p for item in items for p in before.by_item.get(item, ())):
            row = bisect_left(rows, problem.order, key=reading_order)
            self.beginRemoveRows(QModelIndex(), row, row)
            del rows[row]
            self.endRemoveRows()
        for problem in (p for item in items for p in now.by_item.get(item, ())):
            row = bisect_left(rows, problem.order, key=reading_order)
            self.beginInsertRows(QModelIndex(), row, row)
            rows.insert(row, problem)
            self.endInsertRows()

    def row_of(self, problem: Problem | None) -> int | None:
        if problem is None:
            return None
        row = bisect_left(self.listed, problem.order, key=reading_order)
        return row if row < len(self.listed) and self.listed[row] == problem else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.listed)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        problem = self.listed[index.row()]
        if role == ROW:
            error = problem.kind.severity is Severity.ERROR
            return TwoLines(
                self._checking.words(problem),
                tr("Error") if error else tr("Hint"),
                self._checking.sentence(problem),
                tone="error" if error else "secondary",
            )
        if role == Qt.ItemDataRole.DisplayRole:
            return self._checking.sentence(problem)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._checking.sentence(problem))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row: TwoLines = self.data(index, ROW)
            return f"{row.remark}: {row.title}. {row.detail}"
        return None
