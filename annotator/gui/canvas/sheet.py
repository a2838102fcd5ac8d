"""The canvas without hands: an article in a state, with its focus, its token cursor and its hints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.annotation import Mention, Status
from annotator.core.article import Article
from annotator.core.change import Effect
from annotator.core.ids import MentionId, RelationId
from annotator.core.scheme import Scheme
from annotator.core.state import AnnotationState
from annotator.core.text import Span
from annotator.gui.canvas import measures
from annotator.gui.canvas.announce import announce, description
from annotator.gui.canvas.area import PageArea
from annotator.gui.canvas.cursor import Caret, snapped
from annotator.gui.canvas.ink import ink
from annotator.gui.canvas.marks import MarkKind
from annotator.gui.canvas.page import ArcsMode, Page
from annotator.gui.canvas.paint_rows import Look
from annotator.gui.canvas.places import TokenPlaces
from annotator.gui.canvas.spotlight import Item, Spotlight
from annotator.gui.canvas.surface import Surface, column_for
from annotator.gui.canvas.text import faces

_NO_HINTS: Mapping[MentionId, str] = MappingProxyType({})
_ROW_WEIGHT = 4.0
"""A target in another row counts as that much farther away than one beside."""


class Sheet(PageArea):
    """Shows one article in one state. Either an item has the focus, or the token cursor is shown.

    ``selection_changed`` carries a ``Span`` or ``None``.
    """

    selection_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: tuple[Article, Scheme, str] | None = None
        self._places: TokenPlaces | None = None
        self._spotlight = Spotlight()
        self._rest: MentionId | None = None
        self._hints = _NO_HINTS
        self._caret = Caret()
        self._exact: Span | None = None
        self._arcs = ArcsMode.ALL
        self._hits: Sequence[Span] = ()

    # Article and state

    def set_document(self, article: Article, scheme: Scheme, language: str) -> None:
        """Take another article, scheme or language (``de``, ``en``); :meth:`set_state` then shows it.

        The same article in another language or scheme keeps its place and its state.
        """
        same = self._document is not None and self._document[0].id == article.id
        self._document = (article, scheme, language)
        if same and self._surface is not None:
            self._build(self._surface.page.index.state, self._surface.place())
            return
        self._surface = self._places = None
        self.marks.set_page(None)
        self._spotlight, self._hints, self._caret = Spotlight(), _NO_HINTS, Caret()
        self._exact = None
        self._hits = ()
        self._refit()

    def set_state(self, state: AnnotationState, effect: Effect | None = None) -> None:
        """Show another state of the document; ``effect`` tells what changed, ``None`` that all may have."""
        if self._surface is None:
            self._build(state, None)
            return
        place, before = self._surface.place(), list(self._surface.scroller.visible)
        offset = self._caret_offset()
        stood = self._surface.y_of_text(offset)
        dirty = self._surface.page.set_state(state, effect)
        self.marks.note_change(dirty)
        if dirty is None:
            self._surface.go_to(*place)
        else:
            self._surface.scroller.settle()
            if stood is not None:
                # Arcs that come or go above a line must not move it away from who looks at it.
                self._surface.hold_text(offset, stood)
        self._refocus()
        if dirty is None or self._surface.scroller.visible != before:
            self._refit()
        else:
            self.refresh_rows(lambda placed: placed.block in dirty)

    def _build(self, state: AnnotationState, place: tuple[int, float] | None) -> None:
        if self._document is None:
            raise RuntimeError("a document is needed before its state")
        width, height = self.viewport_size()
        page = Page(*self._document, state, faces(), column=column_for(width), spacing=self._spacing)
        page.set_arcs(self._arcs, self._spotlight.item)
        self._surface = Surface(page, width=width, height=height)
        self._places = TokenPlaces(self._surface)
        self.marks.set_page(page)
        self._mark_hits()
        if place is not None:
            self._surface.go_to(*place)
        self._refit()

    def _refit(self) -> None:
        self.sync_scroll_bar()
        self.viewport().update()

    def _mention(self, item: Item | None) -> Mention | None:
        """Return a visible mention, or the head of a visible relation."""
        if self._surface is None or item is None:
            return None
        state = self._surface.page.index.state
        relation = state.relations.get(RelationId(item))
        if relation is not None and not state.shows(relation):
            return None
        mention = state.mentions.get(relation.head if relation else MentionId(item))
        return mention if mention is not None and mention.status is not Status.REJECTED else None

    # The focus

    @property
    def focus_item(self) -> Item | None:
        """The mention or relation that has the focus."""
        return self._spotlight.item

    @property
    def resting(self) -> Mention | None:
        """The mention at which the cursor rests while an item has the focus."""
        item = self._spotlight.item
        return None if item is None else self._mention(self._rest) or self._mention(item)

    def set_focus_item(
        self, item: Item | None, *, at: MentionId | None = None, ensure_visible: bool = True
    ) -> None:
        """Give the focus to a visible mention or relation, or take it away.

        The selection goes, and the token cursor follows: to a mention, to a relation's head, or to ``at``.
        The view scrolls only if that is outside the safe band of the viewport.
        """
        mention = self._mention(item)
        if mention is not None and at is not None:
            mention = self._mention(at) or mention
        if mention is None or self._surface is None:
            self._light(None)
            return
        self._put_caret(Caret(self._surface.token_at(mention.start) or 0))
        self._light(item)
        self._rest = mention.id
        if ensure_visible:
            self.show_span(mention.envelope)
        announce(self, self._description(item))

    def _description(self, item: Item | None) -> str:
        if self._document is None or self._surface is None or item is None:
            return ""
        article, scheme, language = self._document
        return description(item, self._surface.page.index.state, scheme, article.text, language)

    def _light(self, item: Item | None) -> None:
        """Move the spotlight and have the rows painted that it leaves or reaches."""
        index = self._surface.page.index if self._surface else None
        mates = index.cluster_mates(MentionId(item)) if index and item else frozenset[MentionId]()
        old, self._spotlight = self._spotlight, Spotlight(item, mates)
        self._rest = self._rest if item is not None and item == old.item else None
        mention = self._mention(item)
        self.marks.set_marks(MarkKind.FOCUS, () if mention is None else (mention.start,))
        new = self._spotlight
        if self._surface and self._surface.page.set_arcs(self._arcs, item):
            self._surface.scroller.settle()
            self._refit()
        self.refresh_rows(lambda placed: old.touches(placed.row) or new.touches(placed.row))
        self._refresh_caret()

    def _refocus(self) -> None:
        """Drop a focus whose item is gone, and light what belongs to one that is still there."""
        item = self._spotlight.item
        if item is not None:
            self._light(item if self._mention(item) else None)

    def show_span(self, span: Span) -> None:
        """Scroll so that ``span`` is in the safe band of the viewport, if it is not."""
        if self._surface is not None and self._surface.ensure_visible(span):
            self._refit()

    # The token cursor

    @property
    def cursor_token(self) -> int:
        """The token that the cursor is at."""
        return self._caret.token

    def _caret_offset(self) -> int:
        tokens = self._surface.page.article.tokens if self._surface is not None else ()
        return tokens[min(self._caret.token, len(tokens) - 1)].start if len(tokens) else 0

    def selection(self) -> Span | None:
        """Return the selected text: what was selected by characters, else whole tokens."""
        if self._exact is not None:
            return self._exact
        return None if self._surface is None else self._caret.selection(self._surface.page.article.tokens)

    def clear_selection(self) -> None:
        """Select nothing; the cursor stays."""
        self._put_caret(Caret(self._caret.token))

    def select(self, span: Span) -> None:
        """Select the tokens that ``span`` touches and scroll to them; no item has the focus then."""
        if self._surface is None or self._places is None:
            return
        caret = snapped(self._surface.page.article.tokens, span, self._places.shown)
        if caret is not None:
            self._light(None)
            self._put_caret(caret)
            self.show_span(span)

    def select_exactly(self, span: Span) -> None:
        """Select a text that may begin or end inside a token; no item has the focus then."""
        if self._surface is None:
            return
        self._light(None)
        token = self._surface.token_at(span.start) or 0
        self._put_caret(Caret(token, token), exact=span)
        self.show_span(span)

    def _put_caret(self, caret: Caret, *, exact: Span | None = None) -> None:
        before = self.selection()
        self._refresh_caret()
        self._caret, self._exact = caret, exact
        self._refresh_caret()
        if self.selection() != before:
            self.selection_changed.emit(self.selection())

    def _refresh_caret(self) -> None:
        spans = [span for span in (self.selection(), self._token_span()) if span is not None]
        self.refresh_rows(
            lambda placed: any(s.start < placed.row.end and placed.row.start < s.end for s in spans)
        )

    def _token_span(self) -> Span | None:
        tokens = self._surface.page.article.tokens if self._surface else ()
        return tokens[self._caret.token] if self._caret.token < len(tokens) else None

    # Hits, problems, hints and arcs

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show what was found, in reading order: a ground in the text and a mark beside the scroll bar."""
        if hits != self._hits:
            self._hits = hits
            self._mark_hits()
            self.viewport().update()

    def set_problems(self, places: Iterable[int]) -> None:
        """Mark beside the scroll bar where something is wrong (code points)."""
        self.marks.set_marks(MarkKind.PROBLEM, places)

    def _mark_hits(self) -> None:
        self.marks.set_marks(MarkKind.HIT, (hit.start for hit in self._hits))

    def set_hints(self, hints: Mapping[MentionId, str]) -> None:
        """Show letters at the chips of ``hints``; an empty mapping takes them away."""
        self._hints = MappingProxyType(dict(hints))
        self.viewport().update()

    @property
    def arcs_mode(self) -> ArcsMode:
        """Which relations are drawn."""
        return self._arcs

    def set_arcs_mode(self, mode: ArcsMode) -> None:
        """Draw all relations, those of the focus alone, or none."""
        self._arcs = mode
        self._light(self._spotlight.item)

    def visible_mentions(self) -> list[MentionId]:
        """Return the mentions whose chip is in view, nearest to the focus (or the cursor) first."""
        if self._surface is None:
            return []
        x, y = self._centre_of_interest(self._surface)
        found = [
            (abs(left - x) + _ROW_WEIGHT * abs(top - y), chip.item.id)
            for chip, left, top in self._surface.chips()
        ]
        return [mention for _, mention in sorted(found)]

    def _centre_of_interest(self, surface: Surface) -> tuple[float, float]:
        for chip, left, top in surface.chips():
            if chip.item.id == self._spotlight.item:
                return left, top
        token = self._token_span()
        if token is None or not surface.page.blocks:
            return surface.left, 0.0
        index, laid, layout, row = surface.laid_at(token.start)
        y = surface.scroller.y_of(index) + layout.rows[row].text_top - measures.SPAN_LANE
        return surface.left + laid.text.lines[row].x(token.start), y

    def look(self) -> Look:
        """Return how the rows are to look now."""
        return Look(
            ink(self._theme),
            faces(),
            spotlight=self._spotlight,
            hints=self._hints,
            selection=self.selection(),
            caret=None if self._spotlight.item else self._token_span(),
            hits=self._hits,
        )
