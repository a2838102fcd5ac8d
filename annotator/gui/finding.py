"""Finding words in the open article."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QObject, Signal

from annotator.core.ids import ArticleId
from annotator.core.text import Span
from annotator.gui.annotating import Annotating


@lru_cache(maxsize=8)
def occurrences(text: str, words: str) -> tuple[Span, ...]:
    """Return where ``words`` stand (code points), whatever their case; a blank fits any white space."""
    parts = words.split()
    if not parts:
        return ()
    pattern = r"\s+".join(re.escape(part) for part in parts)
    return tuple(Span(*match.span()) for match in re.finditer(pattern, text, re.IGNORECASE))


class Finding(QObject):
    """``found`` carries the rank of the hit that is shown (from 1, or 0) and the number of hits."""

    found = Signal(int, int)

    def __init__(self, annotating: Annotating) -> None:
        super().__init__(annotating)
        self._annotating = annotating
        self._words = ""
        self._article_id: ArticleId | None = None
        self._place = -1

    def look_for(self, words: str) -> None:
        """Show the first hit at or behind the place of the last one."""
        self._words = words
        self.mark()
        self._show(at_least=self._last_place())

    def next(self) -> None:
        """Show the hit behind this one, or the first."""
        self._show(at_least=self._last_place() + 1)

    def previous(self) -> None:
        """Show the hit before this one, or the last."""
        hits, place = self._hits(), self._last_place()
        before = [hit.start for hit in hits if hit.start < place]
        last = [hit.start for hit in hits[-1:]]
        self._show(at_least=(before or last or [0])[-1])

    def _last_place(self) -> int:
        """Return where the last hit began, or -1 if that was in another article."""
        article = self._annotating.session.article
        here = article.id if article is not None else None
        if here != self._article_id:
            self._article_id, self._place = here, -1
        return self._place

    def _hits(self) -> tuple[Span, ...]:
        article = self._annotating.session.article
        return occurrences(article.text, self._words) if article is not None else ()

    def mark(self) -> None:
        """Show every hit in the open article."""
        self._annotating.canvas.set_hits(self._hits())

    def _show(self, *, at_least: int) -> None:
        hits = self._hits()
        if not hits:
            self.found.emit(0, 0)
            return
        rank = next((rank for rank, hit in enumerate(hits) if hit.start >= at_least), 0)
        self._place = hits[rank].start
        self._annotating.select(hits[rank])
        self.found.emit(rank + 1, len(hits))
