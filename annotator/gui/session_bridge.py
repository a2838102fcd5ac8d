"""An open project as the window sees it: the editor with Qt's signals, and the article list kept current."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.core.annotation import SetState
from annotator.core.article import Article
from annotator.core.change import Effect, Plan
from annotator.core.errors import AnnotatorError
from annotator.core.ids import ArticleId
from annotator.core.scheme import Scheme
from annotator.core.state import AnnotationState
from annotator.gui.garbage import let_go, set_aside
from annotator.gui.row_counts import Counts, RowCounts
from annotator.gui.waiting import waiting
from annotator.gui.walk import Item, Place, place_in, places_of
from annotator.services.editing import Editor
from annotator.services.project import Project
from annotator.store import ArticleRow

_T = TypeVar("_T")

LONG = 200_000
"""Letters of an article that takes long enough to be opened for a sign of it."""


class Session(QObject):
    """One annotator in one project.

    ``opened`` says that another article is open or everything may have changed, ``changed`` brings the
    :class:`Effect` of an edit, ``focus_requested`` the id that an undo or redo touched, ``failed`` an
    :class:`AnnotatorError` that a user must be told, ``rows_changed`` a new article list and
    ``row_changed`` one new row of it. ``rows_counted`` brings several rows whose open suggestions
    are known now. ``refused`` carries the sentence why nothing can be changed, ``hindrance``.
    """

    opened = Signal()
    changed = Signal(object)
    focus_requested = Signal(object)
    failed = Signal(object)
    refused = Signal(str)
    rows_changed = Signal()
    row_changed = Signal(object)
    rows_counted = Signal(object)

    def __init__(
        self,
        project: Project,
        annotator: str,
        parent: QObject | None = None,
        *,
        least_score: float = 0.0,
        editor: Editor | None = None,
    ) -> None:
        super().__init__(parent)
        self.project = project
        self.editor = editor or Editor(project, annotator, least_score=least_score)
        self.editor.subscribe(self._on_effect)
        self.hindrance = ""
        self.everything = False
        """Whether all articles are listed, though who annotates has a queue."""
        self.rows: list[ArticleRow] = []
        self.suggestions = Suggestions()
        self._positions: dict[ArticleId, int] = {}
        self.states: Counter[SetState] = Counter()
        self.counting = RowCounts(self._count_open, self)
        self.counting.counted.connect(self._on_counted)
        self.read_rows()

    # What is there ---------------------------------------------------------------------------------------

    @property
    def annotator(self) -> str:
        """Who annotates."""
        return self.editor.annotator

    @property
    def scheme(self) -> Scheme:
        """What may be annotated."""
        return self.project.scheme

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self.editor.article

    @property
    def state(self) -> AnnotationState | None:
        """The annotations of the open article."""
        return self.editor.state

    @property
    def row(self) -> ArticleRow | None:
        """The open article's row in the list."""
        return None if self.article is None else self.row_of(self.article.id)

    def row_of(self, article_id: ArticleId) -> ArticleRow | None:
        """Return an article's row."""
        position = self._positions.get(article_id)
        return None if position is None else self.rows[position]

    def title_of(self, article_id: ArticleId) -> str:
        """Return an article's title, or nothing."""
        row = self.row_of(article_id)
        return "" if row is None else row.title

    # What can be done ------------------------------------------------------------------------------------

    def read_rows(self) -> None:
        """Read the article list anew."""
        store = self.project.store
        self.rows = store.article_rows(self.annotator, counts=False, everything=self.everything)
        self._positions = {row.id: position for position, row in enumerate(self.rows)}
        self.states = Counter(row.state for row in self.rows)
        self.rows_changed.emit()
        self.counting.start(self._positions)

    def show_everything(self, on: bool) -> None:
        """List all articles, or one's own queue alone."""
        if on != self.everything:
            self.everything = on
            self._guarded(self.read_rows)

    def refresh_rows(self, articles: Iterable[ArticleId]) -> None:
        """Read some rows anew, after a step over several articles; that of the open one follows its state."""
        store = self.project.store
        here = self.article.id if self.article is not None else None
        ids = [one for one in articles if one in self._positions and one != here]
        for article_id, counts in (self._guarded(lambda: self._count_open(ids)) or {}).items():
            row = self.rows[self._positions[article_id]]
            state = store.set_info(article_id, self.annotator).state
            self._put_row(replace(row, state=state).with_counts(counts))

    def open(self, article_id: ArticleId) -> None:
        """Open an article, unless it is the open one."""
        if self.article is None or self.article.id != article_id:
            with set_aside():
                self._guarded(lambda: self._open(article_id))

    def _open(self, article_id: ArticleId) -> None:
        is_long = len(self.project.store.article(article_id).text) > LONG
        with waiting(is_long):
            self.editor.open(article_id)

    def reload(self) -> None:
        """Show what somebody else wrote: an import or a pre-tagging run."""
        self._guarded(self.read_rows)
        if self.article is not None:
            with set_aside():
                self._guarded(self.editor.reload)

    def show_from(self, least_score: float) -> None:
        """Show the suggestions from this score on; the others go out of sight."""
        if least_score != self.editor.least_score:
            self.editor.least_score = least_score
            self.reload()

    def perform(self, plan: Callable[[], Plan]) -> Plan | None:
        """Make a plan and carry it out; return it, or ``None`` when that failed and ``failed`` was sent.

        Where the project can only be read, nothing is tried and ``refused`` is sent.
        """
        if self.hindrance:
            self.refused.emit(self.hindrance)
            return None

        def run() -> Plan:
            made = plan()
            self.editor.perform(made)
            return made

        return self._guarded(run)

    def perform_everywhere(self, run: Callable[[Editor], tuple[ArticleId, ...]]) -> int | None:
        """Do something in several articles as one step; return in how many, ``None`` where it failed."""
        with waiting():
            touched = self._guarded(lambda: run(self.editor))
        if touched is None:
            return None
        self.refresh_rows(touched)
        return len(touched)

    def undo(self) -> None:
        """Take the last step back and show where it was."""
        self._travel(self.editor.undo)

    def redo(self) -> None:
        """Repeat the step taken back last and show where it was."""
        self._travel(self.editor.redo)

    def close(self) -> None:
        """Close the project."""
        let_go()
        self.counting.stop()
        self.project.close()

    def _travel(self, step: Callable[[], object]) -> None:
        applied = self._guarded(step)
        self.refresh_rows(getattr(applied, "articles", ()))
        focus = getattr(applied, "focus", None)
        if focus is not None:
            self.focus_requested.emit(focus)

    def _guarded(self, run: Callable[[], _T]) -> _T | None:
        try:
            return run()
        except AnnotatorError as error:
            self.failed.emit(error)
            return None

    def _on_effect(self, effect: Effect | None) -> None:
        if self.state is None:
            return
        if effect is None:
            self.suggestions.begin(self.state)
            self.opened.emit()
        else:
            self.changed.emit(effect)
        self._refresh_row(self.state)

    def _refresh_row(self, state: AnnotationState) -> None:
        row = self.row
        if row is None:
            return
        counts = (state.open_suggestions, state.open_relations)
        self._put_row(replace(row, state=state.set_state).with_counts(counts))

    def _put_row(self, new: ArticleRow) -> None:
        position = self._positions[new.id]
        old = self.rows[position]
        if new != old:
            self.rows[position] = new
            self.states[old.state] -= 1
            self.states[new.state] += 1
            self.row_changed.emit(new)

    def _count_open(self, ids: list[ArticleId]) -> Counts:
        return self.project.store.open_counts(self.annotator, ids, least_score=self.editor.least_score)

    def _on_counted(self, counts: Counts) -> None:
        new = []
        for article_id, known in counts.items():
            position = self._positions[article_id]
            row = self.rows[position]
            if not row.counted:
                self.rows[position] = row.with_counts(known)
                new.append(self.rows[position])
        self.rows_counted.emit(new)


class Suggestions:
    """The suggestions that the open article came with, decided or not, for counting through them."""

    def __init__(self) -> None:
        self._places: list[Place] = []

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self._places)

    def begin(self, state: AnnotationState) -> None:
        """Count anew. Edits change nothing about what was suggested."""
        self._places = sorted(places_of(state.suggestions))

    def position(self, state: AnnotationState, item: Item) -> int:
        """Return the rank of a suggestion on the way through them, from 1; 0 if it is none."""
        place = place_in(state.suggestions, item)
        return 0 if place is None else bisect_right(self._places, place)


def next_open(rows: list[ArticleRow], after: ArticleId | None) -> ArticleRow | None:
    """Return the next article that is neither done nor skipped, going round at the end of the list."""
    begin = next((index for index, row in enumerate(rows) if row.id == after), -1)
    wanted = (SetState.NEW, SetState.OPEN)
    ring = (*rows[begin + 1 :], *rows[: max(begin, 0)])
    return next((row for row in ring if row.state in wanted), None)
