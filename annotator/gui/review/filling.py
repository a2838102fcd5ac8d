"""What fills a review's queue while one works in it, and what writes the gold set article by article."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.core.ids import ArticleId
from annotator.gui.review.scan import Scan
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_found import Looked
from annotator.services.reviewing_rows import Rows, Splice

_T = TypeVar("_T")
_SEARCH_SECONDS = 0.2
"""So long the first open item is looked for before the page is shown; later it comes with the others."""
_COUNT_MILLISECONDS = 150
"""What comes meanwhile is shown and counted together."""


class Filling(QObject):
    """Looks at articles: up to the first open item at once, at the others in workers.

    ``spliced`` carries a :class:`Splice` of the queue, ``came`` says that there is more to count, ``failed``
    brings an :class:`AnnotatorError`.
    """

    spliced = Signal(object)
    came = Signal()
    failed = Signal(object)

    def __init__(self, service: Reviewing, queue: Rows, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._queue = queue
        self.cut_short = False
        self.scan = Scan(path, service.reviewer, self)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_MILLISECONDS)
        self._counting.timeout.connect(self._count)
        self.scan.found.connect(self._on_found)
        self.scan.ended.connect(self._count)
        self.scan.failed.connect(self._on_failed)

    def start(self) -> None:
        """Look at what has changed since it was looked at."""
        self.cut_short = False
        self.scan.start(self._look_for_first(self._service.to_look_at()))

    def stop(self) -> None:
        """Look no further."""
        self.scan.stop()

    def put(self, article_id: ArticleId) -> None:
        """Show how an article stands now."""
        rows = guarded(lambda: self._service.rows(article_id), self.failed.emit)
        if rows is not None:
            self.tell(self._queue.put(article_id, rows))

    def tell(self, splices: Iterable[Splice]) -> None:
        """Tell of changes of the queue, one by one."""
        for splice in splices:
            self.spliced.emit(splice)

    def _look_for_first(self, articles: list[ArticleId]) -> list[ArticleId]:
        """Look at articles until something is open, or it takes too long; returns the others."""
        until = perf_counter() + _SEARCH_SECONDS
        looked_at = 0
        while looked_at < len(articles) and not self._queue.open and perf_counter() < until:
            self.put(articles[looked_at])
            looked_at += 1
        return articles[looked_at:]

    def _on_found(self, found: Looked) -> None:
        """Take over what a worker found, or look again where that has been overtaken."""
        if not self._counting.isActive():
            self._counting.start()
        taken = guarded(lambda: self._service.adopt(found), self.failed.emit)
        if taken:
            self.tell(self._queue.put(found.article_id, found.rows))
        elif taken is False and found.article_id in self._queue:
            self.put(found.article_id)

    def _count(self) -> None:
        # A million small values without any circle come in: to look for one each time takes 0.2 seconds.
        gc.freeze()
        self.came.emit()

    def _on_failed(self, error: BaseException) -> None:
        self.cut_short = True
        self.came.emit()
        if not isinstance(error, AnnotatorError):
            raise error
        self.failed.emit(error)


class GoldWriting(QObject):
    """Takes over by rule in all articles, one after the other, so that the window stays free.

    ``wrote`` carries the id of an article, ``ended`` says that all are written, ``failed`` brings an
    :class:`AnnotatorError`, after which nothing more is written.
    """

    wrote = Signal(object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, service: Reviewing, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._left: Iterator[ArticleId] = iter(())
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._write_next)

    def start(self) -> None:
        """Begin with the first article."""
        self._left = iter(self._service.articles)
        self._next.start()

    def stop(self) -> None:
        """Write no more."""
        self._next.stop()

    def _write_next(self) -> None:
        article_id = next(self._left, None)
        if article_id is None:
            self.stop()
            self.ended.emit()
        elif guarded(lambda: self._service.take_over(article_id), self.failed.emit) is None:
            self.stop()
        else:
            self.wrote.emit(article_id)


def guarded(run: Callable[[], _T], failed: Callable[[AnnotatorError], object]) -> _T | None:
    """Return what a call gives; ``None`` after telling of an error."""
    try:
        return run()
    except AnnotatorError as error:
        failed(error)
        return None
