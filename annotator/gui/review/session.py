"""A review as the window sees it: the queue, which fills while one works, the current item, and decisions."""

from __future__ import annotations

import gc
from collections.abc import Callable
from itertools import chain, islice
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.core.ids import ArticleId
from annotator.core.verdict import Choice
from annotator.gui.i18n import tr
from annotator.gui.review.filling import Filling, GoldWriting, guarded
from annotator.services.project import Project
from annotator.services.reviewing import Reverted, Reviewing, Same
from annotator.services.reviewing_queue import ArticleReview, Filter, QueueRow, lettered
from annotator.services.reviewing_rows import Grouping, Rows
from annotator.services.reviewing_rules import Rules
from annotator.services.reviewing_values import Decision, Entry

_T = TypeVar("_T")


class ReviewSession(QObject):
    """One reviewer in one project.

    ``rows_changed`` says that the queue is another, ``spliced`` carries a :class:`Splice` of it, ``counted``
    says that the counts are others. ``shown`` says that the current item or its article is another,
    ``failed`` brings an :class:`AnnotatorError`, ``told`` a sentence for the status bar.
    """

    rows_changed = Signal()
    spliced = Signal(object)
    counted = Signal()
    shown = Signal()
    failed = Signal(object)
    told = Signal(str)

    def __init__(self, project: Project, reviewer: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.service = Reviewing(project, reviewer)
        self.hidden = project.store.meta().get("review_names", "") == "hidden"
        self.queue = Rows()
        if project.store.meta().get("review_groups", "") == Grouping.KIND:
            self.queue.set_grouping(Grouping.KIND)
        self.item = ""
        self.review: ArticleReview | None = None
        self.filling = Filling(self.service, self.queue, project.path, self)
        self.scan = self.filling.scan
        self.filling.spliced.connect(self.spliced)
        self.filling.failed.connect(self.failed)
        self.filling.came.connect(self._on_came)
        self._writing = GoldWriting(self.service, self)
        self._writing.wrote.connect(self._put)
        self._writing.failed.connect(self.failed)
        self._writing.ended.connect(self._tell_written)

    # The queue -------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Look at the sets as they are now: up to the first open item at once, the others in workers."""
        self.service.refresh()
        self.queue.set_articles(self.service.articles)
        self.filling.start()
        self._keep()
        self.rows_changed.emit()
        if self.row is None:
            self._go_first()
        elif self.review is not None:
            self._open(self.review.article.id)
            self.shown.emit()

    def pause(self) -> None:
        """Look no further until the review is shown again."""
        self.filling.stop()

    def stop(self) -> None:
        """Look no further, and write no more."""
        self.filling.stop()
        self._writing.stop()
        gc.unfreeze()

    def _on_came(self) -> None:
        self.counted.emit()
        if not self.item and self.queue.shown:
            self._go_first()

    def write_gold(self) -> None:
        """Take over into the gold set what holds by rule, in all articles, one by one."""
        self._writing.start()

    def _tell_written(self) -> None:
        count = len(self.service.articles)
        left = self.queue.open
        self._take_in()
        self.counted.emit()
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
            self.queue.clear()
            self.item = ""
            self.start()

    @property
    def scanning(self) -> bool:
        """Whether articles are still to be looked at."""
        return self.scan.running

    @property
    def cut_short(self) -> bool:
        """Whether the search has ended before its end."""
        return self.filling.cut_short

    @property
    def all_rows(self) -> list[QueueRow]:
        """What was found so far, whatever the filter shows."""
        return list(self.queue)

    @property
    def rows(self) -> tuple[QueueRow, ...]:
        """What passes the filter, and the current item, which was perhaps settled just now."""
        return tuple(self.queue.shown)

    @property
    def filter(self) -> Filter:
        """What is shown."""
        return self.queue.filter

    def set_filter(self, wanted: Filter) -> None:
        """Show other rows."""
        self.queue.set_filter(wanted)
        self.rows_changed.emit()
        if self.row is None:
            self._go_first()

    def set_grouping(self, wanted: Grouping) -> None:
        """Show the rows in another order, in this project from now on."""
        if not self.service.project.store.read_only:
            self.service.project.store.set_meta("review_groups", wanted.value)
        self.queue.set_grouping(wanted)
        self.rows_changed.emit()

    def _put(self, article_id: ArticleId) -> None:
        """Show how an article stands now."""
        self.filling.put(article_id)

    def _keep(self) -> None:
        """Keep the current item in sight, and the one before no more."""
        self.filling.tell(self.queue.keep(self.item))

    # Going through ---------------------------------------------------------------------------------------

    @property
    def row(self) -> QueueRow | None:
        """The row of the current item."""
        return self.queue.row(self.item)

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
        self._keep()
        self.counted.emit()
        self.shown.emit()

    def step(self, distance: int, *, same_kind: bool = False) -> None:
        """Go on in the queue, round at its ends; ``same_kind``: to the next one of this kind."""
        rows, here = self.queue.shown, self.row
        if not rows:
            return
        at = self.queue.index(self.item)
        if at is None:
            at = -1 if distance > 0 else 0
        for count in range(1, len(rows) + 1):
            row = rows[(at + distance * count) % len(rows)]
            if not same_kind or here is None or row.kind is here.kind:
                self.go(row)
                return

    def go_open(self) -> None:
        """Go to the next item that can be decided now; stay where there is none."""
        rows, here = self.queue.shown, self.queue.index(self.item)
        at = here if here is not None else -1
        for row in chain(islice(rows, at + 1, None), islice(rows, at + 1)):
            if row.open and not row.entry.waits_for and row.item != self.item:
                self.go(row)
                return
        self.shown.emit()

    def _go_first(self) -> None:
        rows = self.queue.shown
        ready = next((row for row in rows if row.open and not row.entry.waits_for), None)
        if ready is not None or rows:
            self.go(ready or rows[0])
        else:
            self.item = ""
            self.shown.emit()

    def _open(self, article_id: ArticleId) -> bool:
        review = self._guarded(lambda: self.service.open(article_id))
        if review is None:
            return False
        self.review = review
        self._put(article_id)
        self.counted.emit()
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
        for article_id in dict.fromkeys(same.row.article_id for same in others):
            self._put(article_id)
        self._take_in()
        if decision.choice is Choice.SKIPPED:
            self.step(1)
        else:
            self.go_open()
        self._keep()
        self.counted.emit()
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
            self.counted.emit()
            self.shown.emit()

    def undo(self) -> None:
        """Take the last decision back and show what it was about."""
        self._travel(self.service.undo)

    def redo(self) -> None:
        """Repeat the decision taken back last and show what it was about."""
        self._travel(self.service.redo)

    def _travel(self, run: Callable[[], Reverted | None]) -> None:
        found = self._guarded(run)
        if found is None:
            return
        for key in found.articles:
            self._put(key)
        self.go_to(found.article_id, found.item or self.item)

    def _take_in(self) -> None:
        if self.review is not None:
            key = self.review.article.id
            self.review = self.service.look(key)
            self._put(key)
        self._keep()

    def _tell_if_done(self) -> None:
        if self.review is not None and not any(not entry.settled for entry in self.review.entries):
            self.told.emit(tr("Nothing is open in this article any more."))

    def _guarded(self, run: Callable[[], _T]) -> _T | None:
        return guarded(run, self.failed.emit)
