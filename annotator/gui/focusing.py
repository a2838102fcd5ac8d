"""Where the focus of the annotate page is, and the ways it takes through the article."""

from __future__ import annotations

from collections.abc import Callable
from operator import gt, lt

from PySide6.QtCore import QObject, Signal

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.change import Effect
from annotator.core.ids import MentionId, RelationId
from annotator.core.state import AnnotationState
from annotator.core.text import Span
from annotator.gui.canvas.view import CanvasView
from annotator.gui.i18n import mark
from annotator.gui.session_bridge import Session
from annotator.gui.walk import READING, Item, Place, Stand, Way, mentions_over


class Focusing(QObject):
    """The item that has the focus. What is done to it is in :class:`~annotator.gui.annotating.Annotating`.

    ``focused`` carries the item that has the focus now, or ``None``; it may be a rejected one, which the
    canvas does not show. ``told`` carries a short message to be translated.
    """

    focused = Signal(object)
    told = Signal(str)

    def __init__(self, session: Session, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self.session = session
        self.canvas = canvas
        self.item: Item | None = None
        self.way: Way = READING
        self._here: tuple[Item | None, int] = (None, 0)
        session.changed.connect(self._on_changed)
        session.focus_requested.connect(self.focus)
        canvas.item_focused.connect(self._on_canvas_focus)

    @property
    def mention(self) -> Mention | None:
        """The focused mention."""
        state = self.session.state
        return None if state is None or self.item is None else state.mentions.get(MentionId(self.item))

    @property
    def relation(self) -> Relation | None:
        """The focused relation."""
        state = self.session.state
        return None if state is None or self.item is None else state.relations.get(RelationId(self.item))

    def focus(self, item: Item | None, *, at: MentionId | None = None) -> None:
        """Give the focus to an item and scroll to it; the cursor rests ``at`` one of a relation's ends."""
        self.item = item
        self.canvas.set_focus_item(item, at=at)
        self.focused.emit(item)

    def select(self, span: Span) -> None:
        """Select words in place of an item, and scroll to them."""
        self.item = None
        self.canvas.select(span)
        self.focused.emit(None)

    def focus_next(self) -> None:
        """Go to the next suggestion."""
        self._walk(self.way.next, mark("Nothing is open behind this; on from the start."), lt)

    def focus_previous(self) -> None:
        """Go to the previous suggestion."""
        self._walk(self.way.previous, mark("Nothing is open before this; on from the end."), gt)

    def focus_here(self) -> None:
        """Focus the annotation at the cursor, the shortest first; asked again, the next one there."""
        state, article = self.session.state, self.session.article
        if state is None or article is None or not len(article.tokens):
            return
        item, token = (
            self._here
            if self.item is not None and self._here[0] == self.item
            else (None, self.canvas.cursor_token)
        )
        here = mentions_over(state, article.tokens[token])
        if not here:
            self.told.emit(mark("No annotation is here."))
            return
        known = item if item is not None else self.item
        following = here[(here.index(MentionId(known)) + 1) % len(here)] if known in here else here[0]
        self.focus(following)
        self._here = (following, token)

    def start(self) -> None:
        """Focus the first suggestion of an article just opened."""
        self.item = None
        state = self.session.state
        self.focus(self.way.next(state, None) if state is not None else None)

    def leave(self) -> None:
        """Take the focus from everything, and the selection with it."""
        self.canvas.clear_selection()
        self.focus(None)

    def cursor_span(self) -> Span | None:
        """Return the word at the cursor, where nothing has the focus."""
        article = self.session.article
        token = self.canvas.cursor_token
        if article is None or self.item is not None or not 0 <= token < len(article.tokens):
            return None
        return article.tokens[token]

    def _walk(
        self,
        way: Callable[[AnnotationState, Stand], Item | None],
        said: str,
        is_round: Callable[[Stand, Stand], bool],
    ) -> None:
        """Go to the next suggestion on a way, and say so where the way begins anew."""
        state = self.session.state
        if state is None:
            return
        here = self.way.place(state, self.item) or self._cursor_place()
        item = way(state, here)
        if item is None:
            any_ = self.session.suggestions.total
            self.told.emit(
                mark("All suggestions are decided.") if any_ else mark("This article has no suggestions.")
            )
        else:
            self.focus(item)
            if here is not None and is_round(self.way.place(state, item), here):
                self.told.emit(said)

    def _advance(self, place: Stand) -> None:
        state = self.session.state
        if state is None:
            return
        following = self.way.next(state, place)
        if following is not None:
            self.focus(following)
        elif self.item is not None and is_shown(state, self.item):
            self.focus(self.item)
        else:
            self.focus(None)

    def _cursor_place(self) -> Place | None:
        span = self.cursor_span() if self.way is READING else None
        # Before everything that begins at the cursor's token, however long it is.
        return None if span is None else ((span.start, -(2**31), ""), 0, (-1, 0, ""))

    def _on_canvas_focus(self, item: Item | None) -> None:
        self.item = item
        self.focused.emit(item)

    def _on_changed(self, effect: Effect) -> None:
        state = self.session.state
        if state is not None and self.item is not None:
            gone = self.item not in state.mentions and self.item not in state.relations
            if gone:
                self.item = None
                self.focused.emit(None)


def is_shown(state: AnnotationState, item: Item) -> bool:
    """Tell whether the canvas shows an item."""
    mention = state.mentions.get(MentionId(item))
    if mention is not None:
        return mention.status is not Status.REJECTED
    relation = state.relations.get(RelationId(item))
    return relation is not None and state.shows(relation)
