"""Fine work on the extent of a mention: borders by characters, moving it whole, joining and splitting."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QObject

from annotator.core import edits
from annotator.core.change import Effect
from annotator.core.errors import InvalidEdit
from annotator.core.ids import MentionId
from annotator.core.text import Span
from annotator.gui.annotating import Annotating
from annotator.gui.i18n import mark


class Shaping(QObject):
    """What the keys for borders do to the focused mention, or to the selection."""

    def __init__(self, annotating: Annotating) -> None:
        super().__init__(annotating)
        self._annotating = annotating
        self._first: MentionId | None = None
        annotating.session.opened.connect(self._forget)
        annotating.session.changed.connect(self._on_changed)

    @property
    def joining(self) -> bool:
        """Whether a mention waits for the words that are to be added to it."""
        return self._first is not None

    def grow(self, edge: edits.Edge, tokens: int) -> None:
        """Move a border of the focused mention, or of the selection, by words; positive outwards.

        Where nothing has the focus and nothing is selected, the word at the cursor is taken.
        """
        annotating = self._annotating
        mention = annotating.mention
        if mention is None:
            self._grow_selection(edge, tokens)
            return
        annotating.keep(
            lambda state, article: edits.grow(state, article, mention.id, edge=edge, tokens=tokens)
        )

    def trim(self, edge: edits.Edge, characters: int) -> None:
        """Move a border of the focused mention, or of the selection, by characters; positive outwards."""
        annotating = self._annotating
        mention = annotating.mention
        if mention is None:
            self._trim_selection(edge, characters)
            return
        annotating.keep(
            lambda state, article: edits.trim(state, article, mention.id, edge=edge, characters=characters)
        )

    def shift(self, tokens: int) -> None:
        """Move the focused mention by words."""
        mention = self._annotating.mention
        if mention is not None:
            self._annotating.keep(
                lambda state, article: edits.shift(state, article, mention.id, tokens=tokens)
            )

    def join(self) -> None:
        """Begin to join at the focused mention; the second time add what is selected or has the focus."""
        mention = self._annotating.mention
        if self._first is None:
            if mention is None:
                self._tell(mark("Choose the annotation that words are to be added to."))
                return
            self._first = mention.id
            self._tell(mark("Now choose the words or the annotation to be added, then press the same key."))
            return
        first, self._first = self._first, None
        if mention is not None:
            self._join_mention(first, mention.id)
            return
        words = self._annotating.canvas.selection() or self._annotating.cursor_span()
        if words is None:
            self._tell(mark("Nothing was joined."))
            return
        self._annotating.keep(lambda state, article: edits.join_spans(state, article, first, [words]))
        self._annotating.canvas.clear_selection()
        self._annotating.focus(first)

    def split(self) -> None:
        """Make a mention of each piece of the focused one."""
        annotating = self._annotating
        mention, author = annotating.mention, annotating.session.annotator
        if mention is not None:
            annotating.keep(lambda state, _: edits.split_mention(state, mention.id, author=author))

    def _join_mention(self, first: MentionId, other: MentionId) -> None:
        if other == first:
            self._tell(mark("Nothing was joined."))
            return
        scheme = self._annotating.session.scheme
        self._annotating.keep(
            lambda state, article: edits.join_mentions(state, article, scheme, first, other)
        )

    def _grow_selection(self, edge: edits.Edge, tokens: int) -> None:
        annotating, article = self._annotating, self._annotating.session.article
        span = annotating.canvas.selection() or annotating.cursor_span()
        if article is None or span is None:
            return
        with contextlib.suppress(InvalidEdit):  # the text ends there
            new = edits.grown(article, span, edge=edge, tokens=tokens)
            if new.start < new.end:
                annotating.select(new)

    def _trim_selection(self, edge: edits.Edge, characters: int) -> None:
        """Move a border of the selection; without one the word at the cursor is taken."""
        annotating, article = self._annotating, self._annotating.session.article
        span = annotating.canvas.selection() or annotating.cursor_span()
        if article is None or span is None:
            return
        if edge == "end":
            new = Span(span.start, edits.stepped(article.text, span.end, characters, edge=edge))
        else:
            new = Span(edits.stepped(article.text, span.start, -characters, edge=edge), span.end)
        if new.start < new.end:
            annotating.canvas.select_exactly(new)

    def _on_changed(self, effect: Effect) -> None:
        state = self._annotating.session.state
        if state is not None and self._first is not None and self._first not in state.mentions:
            self._forget()

    def _forget(self) -> None:
        self._first = None

    def _tell(self, text: str) -> None:
        self._annotating.told.emit(text)
