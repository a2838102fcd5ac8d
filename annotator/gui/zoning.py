"""Saying what a part of the article is: which part is meant, and the correction."""

from __future__ import annotations

from annotator.core import edits
from annotator.core.article import ZoneKind
from annotator.core.text import Span
from annotator.gui.annotating import Annotating


class Zoning:
    """A part is the selected words, or else what is one zone at the focus, the cursor or the pointer."""

    def __init__(self, annotating: Annotating) -> None:
        self._annotating = annotating

    def part_here(self) -> Span | None:
        """Return the part at the focus or the cursor."""
        return self._annotating.canvas.selection() or self._part_at(self._offset_here())

    def part_under(self, token: int | None) -> Span | None:
        """Return the part under the pointer: the selection only where it holds that token."""
        article, selection = self._annotating.session.article, self._annotating.canvas.selection()
        if article is None or token is None:
            return self.part_here()
        if selection is not None and selection.overlaps(article.tokens[token]):
            return selection
        return self._part_at(article.tokens[token].start)

    def kind_of(self, part: Span) -> ZoneKind | None:
        """Return what a part is marked as; ``None`` if it is several things."""
        state = self._annotating.session.state
        kinds = {zone.kind for zone in (state.zones if state else ()) if zone.span.overlaps(part)}
        return kinds.pop() if len(kinds) == 1 else None

    def set_here(self, kind: ZoneKind) -> None:
        """Say what the part at the focus or the cursor is."""
        part = self.part_here()
        if part is not None:
            self._annotating.set_zone(part, kind)

    def _part_at(self, offset: int | None) -> Span | None:
        article, state = self._annotating.session.article, self._annotating.session.state
        if article is None or state is None or offset is None:
            return None
        return edits.stretch_at(state, article, offset)

    def _offset_here(self) -> int | None:
        """Return where the focused mention or the token cursor is."""
        article, mention = self._annotating.session.article, self._annotating.mention
        if mention is not None:
            return mention.start
        token = self._annotating.canvas.cursor_token
        return article.tokens[token].start if article is not None and token < len(article.tokens) else None
