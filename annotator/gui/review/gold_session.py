"""The gold set as a page of annotation sees it: every edit becomes a decision of the review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.core.change import Plan
from annotator.core.ids import ArticleId
from annotator.gui.session_bridge import Session
from annotator.services.editing import Editor
from annotator.services.reviewing import Reverted, Reviewing
from annotator.services.reviewing_values import GOLD


class GoldSession(Session):
    """``written`` are the items that edits made, the latest last, since :meth:`begin`."""

    def __init__(self, service: Reviewing, parent: QObject | None = None) -> None:
        self._service = service
        self.written: list[str] = []
        super().__init__(service.project, GOLD, parent, editor=service.editor)
        self.blockSignals(True)

    def begin(self, article_id: ArticleId) -> None:
        """Show an article, from now on with what is changed in it."""
        self.blockSignals(False)
        self.written = []
        self.read_rows()
        self._guarded(lambda: self._service.open(article_id))

    def end(self) -> None:
        """Say nothing any more: the review goes on by itself."""
        self.blockSignals(True)

    def read_rows(self) -> None:
        """List the articles that can be reviewed."""
        known = set(self._service.articles)
        found = self.project.store.article_rows(GOLD, counts=False)
        self.rows = [row for row in found if row.id in known]
        self._positions = {row.id: position for position, row in enumerate(self.rows)}
        self.states = Counter(row.state for row in self.rows)
        self.rows_changed.emit()

    def open(self, article_id: ArticleId) -> None:
        """Open an article, unless it is the open one."""
        if self.article is None or self.article.id != article_id:
            self._guarded(lambda: self._service.open(article_id))

    def perform(self, plan: Callable[[], Plan]) -> Plan | None:
        """Carry a plan out as decisions; see :meth:`Session.perform`."""
        if self.hindrance:
            self.refused.emit(self.hindrance)
            return None

        def run() -> Plan:
            made = plan()
            self.written += self._service.write(made)
            return made

        return self._guarded(run)

    def perform_everywhere(self, run: Callable[[Editor], tuple[ArticleId, ...]]) -> int | None:
        """Refuse: in the review one decides where one looks."""
        return None

    def undo(self) -> None:
        """Take the reviewer's last decision back and show what it was about."""
        self._travel_to(self._guarded(self._service.undo))

    def redo(self) -> None:
        """Repeat the decision taken back last and show what it was about."""
        self._travel_to(self._guarded(self._service.redo))

    def _travel_to(self, applied: Reverted | None) -> None:
        state = self.state
        if applied is None or state is None or self.article is None:
            return
        entry = self._service.look(self.article.id).entry(applied.item)
        found = entry.verdict.result if entry is not None and entry.verdict is not None else ()
        there = (key for key in found if key in state.mentions or key in state.relations)
        self.focus_requested.emit(next(there, None))
