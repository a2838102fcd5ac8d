"""How long somebody really works on an article: the time between two signs of life, without the breaks.

A measurement beside the work: it is written now and then and on leaving, never into the log, and what cannot
be written is tried again later.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer

from annotator.core.errors import AnnotatorError
from annotator.core.ids import ArticleId
from annotator.gui.session_bridge import Session

PAUSE_SECONDS = 60.0
"""A longer time without a key or the mouse is a break and does not count."""

WRITE_SECONDS = 30.0
"""Written at most so often."""

_SIGNS = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}
)


class Timing(QObject):
    """Counts for the open article. Nothing is written for one in which nothing was done yet."""

    def __init__(self, session: Session, parent: QObject, *, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self._last: float | None = None
        self._article: ArticleId | None = None
        self._waiting: dict[ArticleId, float] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(int(WRITE_SECONDS * 1000))
        self._timer.timeout.connect(self.write)
        self._ended = False
        session.opened.connect(self._on_opened)
        session.changed.connect(lambda _: self.touch())

    def watch(self, *widgets: QObject) -> None:
        """Take keys and mouse at these widgets for signs of life."""
        for widget in widgets:
            widget.installEventFilter(self)

    def touch(self) -> None:
        """Take a sign of life: the time since the last one counts, unless it was a break."""
        if self._ended:
            return
        now, last = self._clock(), self._last
        self._last = now
        if self._article is not None and last is not None and now - last <= PAUSE_SECONDS:
            self._waiting[self._article] = self._waiting.get(self._article, 0.0) + now - last
        if not self._timer.isActive():
            self._timer.start()

    def leave(self) -> None:
        """Write what was counted and begin anew: the work goes elsewhere."""
        self.write()
        self._last = None

    def end(self) -> None:
        """Write what was counted and count no more: the project is being closed."""
        self.leave()
        self._timer.stop()
        self._ended = True

    def write(self) -> None:
        """Write what was counted; stop asking once there was no sign of life for a while."""
        store = self._session.project.store
        if self._last is None or self._clock() - self._last > PAUSE_SECONDS:
            self._timer.stop()
        if store.read_only:
            return
        annotator = self._session.annotator
        for article_id, seconds in list(self._waiting.items()):
            try:
                if store.set_info(article_id, annotator).revision:
                    store.add_active_seconds(article_id, annotator, seconds)
                    del self._waiting[article_id]
            except AnnotatorError:
                return  # the work itself tells what is wrong with the file

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() in _SIGNS:
            self.touch()
        return False

    def _on_opened(self) -> None:
        article = self._session.article
        now = article.id if article is not None else None
        if now != self._article:
            self.touch()
            self.leave()
            self._article = now
        self.touch()
