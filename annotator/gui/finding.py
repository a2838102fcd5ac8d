"""Finding words in the open article."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QObject, Signal

from annotator.core.text import Span
from annotator.gui.annotating import Annotating


@lru_cache(maxsize=8)
def occurrences(text: str, words: str) -> tuple[int, ...]:
    """Return where ``words`` begin (code points), whatever their case; a blank fits any white space."""
    parts = words.split()
    if not parts:
        return ()
    pattern = r"\s+".join(re.escape(part) for part in parts)
    return tuple(match.start() for match in re.finditer(pattern, text, re.IGNORECASE))


class Finding(QObject):
    """``found`` carries the rank of the hit that is shown (from 1, or 0) and the number of hits."""

    found = Signal(int, int)

    def __init__(self, annotating: Annotating) -> None:
        super().__init__(annotating)
        self._annotating = annotating
        self._words = ""
        self._place = -1

    def look_for(self, words: str) -> None:
        """Show the first hit at or behind the place of the last one."""
        self._words = words
        self._show(self._place)

    def next(self) -> None:
        """Show the hit behind this one, or the first."""
        self._show(self._place + 1)

    def previous(self) -> None:
        """Show the hit before this one, or the last."""
        hits = self._hits()
        before = [hit for hit in hits if hit < self._place]
        self._show((before or list(hits) or [0])[-1])

    def _hits(self) -> tuple[int, ...]:
        article = self._annotating.session.article
        return occurrences(article.text, self._words) if article is not None else ()

    def _show(self, place: int) -> None:
        hits = self._hits()
        if not hits:
            self.found.emit(0, 0)
            return
        self._place = next((hit for hit in hits if hit >= place), hits[0])
        self._annotating.select(Span(self._place, self._place + max(1, len(self._words.strip()))))
        self.found.emit(hits.index(self._place) + 1, len(hits))
