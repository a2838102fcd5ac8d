"""The list of what is wrong or unfinished in the article."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.problem import Problem, Severity
from annotator.gui.checking import Checking
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.panels.two_lines import ROW, TwoLines, two_line_view
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.labels import plain_tooltip

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
        self.model.read()
        self._following = False
        self._stack.setCurrentIndex(0 if self.model.listed else 1)
        self._follow(kept)

    def _follow(self, problem: Problem | None) -> None:
        self._following = True
        listed = self.model.listed
        if problem in listed:
            self.view.setCurrentIndex(self.model.index(listed.index(problem)))
        else:
            self.view.setCurrentIndex(QModelIndex())
        self._following = False

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not self._following and current.isValid():
            self._checking.go_to(self.model.listed[current.row()])


class _ProblemsModel(QAbstractListModel):
    def __init__(self, checking: Checking, parent: QObject) -> None:
        super().__init__(parent)
        self._checking = checking
        self.listed: tuple[Problem, ...] = ()

    def read(self) -> None:
        self.beginResetModel()
        self.listed = self._checking.problems.listed
        self.endResetModel()

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
