"""The steps of this annotator over all articles: what is done, what is undone, and the way to any of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListView, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.history import Group, LogHead
from annotator.core.ids import OperationId
from annotator.gui.i18n import short_date, tr
from annotator.gui.look import Look
from annotator.gui.panels.two_lines import ROW, TwoLines, two_line_view
from annotator.gui.sentences import step_name
from annotator.gui.session_bridge import Session
from annotator.gui.step_words import step_words
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.labels import label
from annotator.services.travelling import Travelled, travel

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PAGE = 200
"""So many rows are made at a time, as they are scrolled to."""


class HistoryPanel(QWidget):
    """Newest first; Enter or a double click goes to a step. It is read only while it can be seen."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._session = session
        self.model = HistoryModel(session, self)
        self.view: QListView = two_line_view(look, tr("History"))
        self.view.setModel(self.model)
        self.view.activated.connect(self._on_activated)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(EmptyState(look, tr("Nothing has been done yet.")))
        advice = label(look, tr("Enter goes back or forward to a step."), role="secondary", wrap=True)
        advice.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(advice)
        column.addWidget(self._stack, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        session.changed.connect(lambda _: self._timer.start())
        session.opened.connect(self._timer.start)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read the steps anew, if they can be seen, and show the last one done."""
        if not self.isVisible():
            return
        self.model.read()
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        current = self.model.index(self.model.present)
        self.view.setCurrentIndex(current)
        self.view.scrollTo(current, QListView.ScrollHint.EnsureVisible)

    def go_to(self, target: OperationId) -> None:
        """Undo or redo up to a step, and show where the last one was."""
        travelled = go_to(self._session, target)
        if travelled is not None and travelled.last is not None and travelled.last.focus is not None:
            self._session.focus_requested.emit(travelled.last.focus)

    def _on_activated(self, index: _Index) -> None:
        self.go_to(self.model.group(index.row()).newest.id)


def go_to(session: Session, target: OperationId) -> Travelled | None:
    """Undo or redo up to a step; what ends the way early is told."""
    travelled = travel(session.editor, target)
    session.refresh_rows(travelled.articles)
    if travelled.stopped is not None:
        session.failed.emit(travelled.stopped)
    return travelled


class HistoryModel(QAbstractListModel):
    """Makes its rows as they are asked for. ``present`` is the row of the last step done."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._source: Iterator[Group] = iter(())
        self._groups: list[Group] = []
        self._more = False
        self._told: dict[OperationId, str] = {}
        self.present = -1

    def read(self) -> None:
        """Begin anew with the newest step, as far as the last one done."""
        self.beginResetModel()
        self._source = self._session.editor.history.groups()
        self._groups, self._more, self.present = [], True, -1
        while self._more and self.present < 0:
            self._groups += self._next_page()
        self.endResetModel()

    def group(self, row: int) -> Group:
        """Return the steps of a row."""
        return self._groups[row]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._groups)

    def canFetchMore(self, parent: _Index = _NOWHERE) -> bool:  # noqa: D102
        return self._more and not parent.isValid()

    def fetchMore(self, parent: _Index = _NOWHERE) -> None:  # noqa: D102
        page = self._next_page()
        if page:
            self.beginInsertRows(QModelIndex(), len(self._groups), len(self._groups) + len(page) - 1)
            self._groups += page
            self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, D102
        if role not in (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._row(index.row())
        if role == ROW:
            return row
        undone = f", {tr('undone')}" if row.quiet else ""
        return f"{row.title}{undone}, {row.remark}, {row.detail}"

    def _next_page(self) -> list[Group]:
        page = list(islice(self._source, _PAGE))
        self._more = len(page) == _PAGE
        if self.present < 0:
            begin = len(self._groups)
            self.present = next((begin + at for at, group in enumerate(page) if group.done), -1)
        return page

    def _row(self, row: int) -> TwoLines:
        group = self._groups[row]
        head = group.newest
        name = step_name(head.name) or head.name
        if len({step.origin.article_id for step in group.steps}) > 1:
            title = tr("%Ln article(s)", "", len({step.origin.article_id for step in group.steps}))
        else:
            title = self._title(head)
        return TwoLines(
            name[:1].upper() + name[1:],
            tr("undone") if not group.done else _moment(head.at),
            title if group.done else f"{_moment(head.at)} · {title}",
            quiet=not group.done,
            strong=row == self.present,
        )

    def _title(self, head: LogHead) -> str:
        """Return the words that a step was about, and the article's title where it is another one."""
        here = self._session.article
        words = self._words(head)
        elsewhere = here is None or here.id != head.article_id
        title = self._session.title_of(head.article_id) if elsewhere or not words else ""
        return " · ".join(filter(None, (words, title)))

    def _words(self, head: LogHead) -> str:
        """Return the words that a step was about; read from the log once."""
        if head.id not in self._told:
            self._told[head.id] = self._read_words(head)
        return self._told[head.id]

    def _read_words(self, head: LogHead) -> str:
        store, article, state = self._session.project.store, self._session.article, self._session.state
        here = article is not None and article.id == head.article_id
        try:
            operation = store.operation(head.id)
            text = article.text if here and article is not None else store.article(head.article_id).text
        except AnnotatorError:
            return ""  # the list stays; what cannot be read now is told where something is done
        known = state.mentions if here and state is not None else {}
        below = state.suggestions.mentions if here and state is not None else {}
        return step_words(operation, text, self._session.scheme, known=known.get, suggested=below.get)


def _moment(at: datetime) -> str:
    here = at.astimezone()
    time = f"{here:%H:%M}"
    today = datetime.now().astimezone().date()
    return time if here.date() == today else f"{short_date(here.date())}, {time}"
