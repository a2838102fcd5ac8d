"""Counting what is open in the articles of a long list, a few at a time while nothing else is to be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.core.ids import ArticleId

STEP = 500
"""Articles counted in one go: some six milliseconds."""

Counts = dict[ArticleId, tuple[int, int]]


class RowCounts(QObject):
    """``counted`` brings the counts of the next articles; the first ones come before ``start`` returns."""

    counted = Signal(object)

    def __init__(self, count: Callable[[list[ArticleId]], Counts], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self._left: list[ArticleId] = []
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._go_on)

    def start(self, ids: Iterable[ArticleId]) -> None:
        """Count these articles, in this order, and no others any more."""
        self._left = list(ids)[::-1]
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
        step = [self._left.pop() for _ in range(min(STEP, len(self._left)))]
        if not self._left:
            self._timer.stop()
        if not step:
            return
        try:
            counts = self._count(step)
        except AnnotatorError:
            self.stop()  # the list is read anew when the file is back
            return
        self.counted.emit(counts)
