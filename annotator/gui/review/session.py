"""A review as the window sees it: the queue, worked out bit by bit, the current item, and decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.core.ids import ArticleId
from annotator.core.verdict import Choice
from annotator.gui.i18n import tr
from annotator.services.project import Project
from annotator.services.reviewing import Reviewing, Same
from annotator.services.reviewing_queue import ArticleReview, Filter, QueueRow, lettered
from annotator.services.reviewing_rules import Rules
from annotator.services.reviewing_values import Decision, Entry

_T = TypeVar("_T")


class ReviewSession(QObject):
    """One reviewer in one project.

    ``rows_changed`` says that the queue is another, ``shown`` that the current item or its article is,
    ``failed`` brings an :class:`AnnotatorError`, ``told`` a sentence for the status bar.
    """

    rows_changed = Signal()
    shown = Signal()
    failed = Signal(object)
    told = Signal(str)

    def __init__(self, project: Project, reviewer: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.service = Reviewing(project, reviewer)
        self.hidden = project.store.meta().get("review_names", "") == "hidden"
        self.filter = Filter(open=True)
        self.rows: tuple[QueueRow, ...] = ()
        self.item = ""
        self.review: ArticleReview | None = None
        self._known: dict[ArticleId, tuple[QueueRow, ...]] = {}
        self._scan: Iterator[ArticleId] = iter(())
        self._to_write: Iterator[ArticleId] = iter(())
        self._writing = QTimer(self)
        self._writing.setInterval(0)
        self._writing.timeout.connect(self._write_next)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._look_on)

    # The queue -------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Look at the sets as they are now; the first article at once, the others one by one."""
        self.service.refresh()
        self._known = {key: rows for key, rows in self._known.items() if key in self.service.articles}
        self._scan = iter(self.service.articles)
        while not any(row.open for rows in self._known.values() for row in rows):
            if not self._look_at_next():
                break
        self._timer.start()
        self._refresh()
        if self.row is None:
            self._go_first()
        elif self.review is not None:
            self._open(self.review.article.id)
            self.shown.emit()

    def stop(self) -> None:
        """Look no further, and write no more."""
        self._timer.stop()
        self._writing.stop()

    def write_gold(self) -> None:
        """Take over into the gold set what holds by rule, in all articles, one by one."""
        self._to_write = iter(self.service.articles)
        self._writing.start()

    def _write_next(self) -> None:
        article_id = next(self._to_write, None)
        if article_id is None:
            self._writing.stop()
            self._tell_written()
        elif self._guarded(lambda: self.service.take_over(article_id)) is None:
            self._writing.stop()
        else:
            self._known[article_id] = self.service.rows(article_id)

    def _tell_written(self) -> None:
        count = len(self.service.articles)
        left = sum(row.open for row in self.all_rows)
        self._take_in()
        said = tr("The gold set of %Ln articles is written.", "", count)
        rest = tr("{n} open").format(n=left)
        self.told.emit(f"{said} {rest}" if left else said)

    def set_rules(self, rules: Rules) -> None:
        """Put other rules into force and look at everything anew."""

        def run() -> bool:
            self.service.set_rules(rules)
            return True

        if self._guarded(run):
            if self.review is not None:
                self._open(self.review.article.id)
            self._known = {}
            self.item = ""
            self.start()

    @property
    def scanning(self) -> bool:
        """Whether articles are still to be looked at."""
        return self._timer.isActive()

    @property
    def all_rows(self) -> list[QueueRow]:
        """What was found so far, whatever the filter shows."""
        return [row for key in self.service.articles for row in self._known.get(key, ())]

    def set_filter(self, wanted: Filter) -> None:
        """Show other rows."""
        self.filter = wanted
        self._refresh(keep=False)
        if self.row is None:
            self._go_first()

    def _look_on(self) -> None:
        if not self._look_at_next():
            self._timer.stop()
        self._refresh()

    def _look_at_next(self) -> bool:
        article_id = next(self._scan, None)
        if article_id is None:
            return False
        self._known[article_id] = self.service.rows(article_id)
        return True

    def _refresh(self, *, keep: bool = True) -> None:
        """Show what passes the filter; ``keep``: and the current item, which was perhaps settled just now."""
        kept = self.item if keep else ""
        shown = [row for row in self.all_rows if self.filter.shows(row) or row.item == kept]
        self.rows = tuple(shown)
        self.rows_changed.emit()

    # Going through ---------------------------------------------------------------------------------------

    @property
    def row(self) -> QueueRow | None:
        """The row of the current item."""
        return next((row for row in self.rows if row.item == self.item), None)

    @property
    def entry(self) -> Entry | None:
        """The current item and how it stands."""
        return self.review.entry(self.item) if self.review is not None else None

    @property
    def letters(self) -> dict[str, str]:
        """The letter of each annotator of the open article, in the order of the letters."""
        if self.review is None:
            return {}
        drawn = lettered(self.review.article.id, self.review.annotators, hidden=self.hidden)
        return dict(sorted(drawn.items(), key=lambda pair: pair[1]))

    def hide_names(self, hidden: bool) -> None:
        """Show letters in an order of each article's own, without names, or names with letters."""
        self.hidden = hidden
        if not self.service.project.store.read_only:
            self.service.project.store.set_meta("review_names", "hidden" if hidden else "")
        self.shown.emit()

    def go(self, row: QueueRow) -> None:
        """Make a row the current one."""
        there = self.review is not None and self.review.article.id == row.article_id
        if not there and not self._open(row.article_id):
            return
        self.item = row.item
        self.shown.emit()

    def go_to(self, article_id: ArticleId, item: str) -> None:
        """Make an item the current one, whether the filter shows it or not."""
        self._open(article_id)
        self.item = item
        self._refresh()
        self.shown.emit()

    def step(self, distance: int, *, same_kind: bool = False) -> None:
        """Go on in the queue, round at its ends; ``same_kind``: to the next one of this kind."""
        rows, here = self.rows, self.row
        if not rows:
            return
        at = rows.index(here) if here is not None else -1 if distance > 0 else 0
        for count in range(1, len(rows) + 1):
            row = rows[(at + distance * count) % len(rows)]
            if not same_kind or here is None or row.kind is here.kind:
                self.go(row)
                return

    def go_open(self) -> None:
        """Go to the next item that can be decided now; stay where there is none."""
        rows, here = self.rows, self.row
        at = rows.index(here) if here is not None else -1
        for row in (*rows[at + 1 :], *rows[: at + 1]):
            if row.open and not row.entry.waits_for and row.item != self.item:
                self.go(row)
                return
        self.shown.emit()

    def _go_first(self) -> None:
        ready = [row for row in self.rows if row.open and not row.entry.waits_for] or list(self.rows)
        if ready:
            self.go(ready[0])
        else:
            self.item = ""
            self.shown.emit()

    def _open(self, article_id: ArticleId) -> bool:
        review = self._guarded(lambda: self.service.open(article_id))
        if review is None:
            return False
        self.review = review
        self._known[article_id] = self.service.rows(article_id)
        self._refresh()
        return True

    # Decisions -------------------------------------------------------------------------------------------

    def decide(self, decision: Decision, others: tuple[Same, ...] = ()) -> bool:
        """Decide the current item, and others like it, and go on to the next open one."""
        item = self.item
        if not item or self.review is None:
            return False

        def run() -> bool:
            if others:
                self.service.decide_together(item, decision, others)
            else:
                self.service.decide(item, decision)
            return True

        if not self._guarded(run):
            return False
        for same in others:
            self._known[same.row.article_id] = self.service.rows(same.row.article_id)
        self._take_in()
        if decision.choice is Choice.SKIPPED:
            self.step(1)
        else:
            self.go_open()
        self._refresh()
        self._tell_if_done()
        return True

    def explain(self, *, reason: str, comment: str, clause: str) -> None:
        """Give the decision on the current item a reason."""
        item = self.item

        def run() -> bool:
            self.service.explain(item, reason=reason, comment=comment, clause=clause)
            return True

        if self._guarded(run):
            self._take_in()
            self.shown.emit()

    def undo(self) -> None:
        """Take the last decision back and show what it was about."""
        self._travel(self.service.undo)

    def redo(self) -> None:
        """Repeat the decision taken back last and show what it was about."""
        self._travel(self.service.redo)

    def _travel(self, run: Callable[[], object]) -> None:
        found = self._guarded(run)
        article_id, item = getattr(found, "article_id", None), getattr(found, "item", "")
        if article_id is None:
            return
        for key in self._known:
            self._known[key] = self.service.rows(key)
        self.go_to(article_id, item or self.item)

    def _take_in(self) -> None:
        if self.review is not None:
            key = self.review.article.id
            self.review = self.service.look(key)
            self._known[key] = self.service.rows(key)
        self._refresh()

    def _tell_if_done(self) -> None:
        if self.review is not None and not any(not entry.settled for entry in self.review.entries):
            self.told.emit(tr("Nothing is open in this article any more."))

    def _guarded(self, run: Callable[[], _T]) -> _T | None:
        try:
            return run()
        except AnnotatorError as error:
            self.failed.emit(error)
            return None
