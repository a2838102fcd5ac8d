"""Counting what is open in the articles of a long list, a few at a time while nothing else is to be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.core.ids import ArticleId

SECONDS = 0.006
"""As long is counted in one go: some 500 articles of a newspaper, or a single one of a million characters."""

MOST = 500
_GROWTH = 4

Counts = dict[ArticleId, tuple[int, int]]


class RowCounts(QObject):
    """``counted`` brings the counts of the next articles; the first ones come before ``start`` returns.

    How many are asked for at once follows from how long the last ones took, for articles differ in length by
    a factor of a thousand.
    """

    counted = Signal(object)

    def __init__(self, count: Callable[[list[ArticleId]], Counts], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self._left: list[ArticleId] = []
        self._step = 1
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._go_on)

    def start(self, ids: Iterable[ArticleId]) -> None:
        """Count these articles, in this order, and no others any more."""
        self._left = list(ids)[::-1]
        self._step = 1
        self._timer.start()
        self._go_on()

    def stop(self) -> None:
        """Count no more."""
        self._left.clear()
        self._timer.stop()

    @property
    def busy(self) -> bool:
        """Whether some are still to be counted."""
        return bool(self._left)

    def _go_on(self) -> None:
        counts: Counts = {}
        begin = perf_counter()
        try:
            while self._left and perf_counter() - begin < SECONDS:
                counts |= self._next()
        except AnnotatorError:
            self.stop()  # the list is read anew when the file is back
            return
        if not self._left:
            self._timer.stop()
        if counts:
            self.counted.emit(counts)

    def _next(self) -> Counts:
        """Count some, and choose how many will be next."""
        chosen = [self._left.pop() for _ in range(min(self._step, len(self._left)))]
        begin = perf_counter()
        counts = self._count(chosen)
        taken = perf_counter() - begin
        if taken > SECONDS:
            self._step = max(1, self._step // _GROWTH)
        elif taken * _GROWTH < SECONDS:
            self._step = min(MOST, self._step * _GROWTH)
        return counts
