"""The article as laid-out blocks: heights of all of them, geometry of those that have been looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil

from annotator.core.annotation import Mention, Relation
from annotator.core.article import Article, ZoneKind
from annotator.core.change import Effect
from annotator.core.ids import MentionId, RelationId
from annotator.core.scheme import Scheme
from annotator.core.state import AnnotationState
from annotator.gui.canvas import measures
from annotator.gui.canvas.fenwick import Fenwick
from annotator.gui.canvas.geometry import BlockLayout, SpanItem
from annotator.gui.canvas.index import SpanIndex
from annotator.gui.canvas.items import arc_item, span_item
from annotator.gui.canvas.layout import Frame, lay_out
from annotator.gui.canvas.measures import STYLES, ZoneStyle, space_above
from annotator.gui.canvas.paragraphs import Block, split
from annotator.gui.canvas.text import BlockText, Faces

_KEPT = 600
"""How many blocks stay laid out; more than a tall screen shows at the smallest zoom."""
_LEAST_GAP = 2
"""Lines never come closer to each other than this, in pixels."""
_EM_SHARE = 0.51
"""Mean advance of a letter of German text as a share of the font size (Noto Serif)."""


class ArcsMode(StrEnum):
    """Which relations are drawn."""

    ALL = "all"
    FOCUS = "focus"
    NONE = "none"


@dataclass(slots=True)
class LaidBlock:
    """A block's wrapped text and, until an edit touches it, its geometry."""

    block: Block
    text: BlockText
    layout: BlockLayout | None = None


class Page:
    """All blocks of one article in one state, at one width."""

    def __init__(
        self,
        article: Article,
        scheme: Scheme,
        language: str,
        state: AnnotationState,
        faces: Faces,
        *,
        column: float,
        spacing: float = 1.0,
    ) -> None:
        self.article = article
        self._scheme = scheme
        self._language = language
        self._faces = faces
        self._column = column
        self._mode = ArcsMode.ALL
        self._focus: MentionId | RelationId | None = None
        self._styles = _spaced(spacing)
        self._set_zones(state)

    def _set_zones(self, state: AnnotationState) -> None:
        article = self.article
        starts = [article.tokens.starts[token] for token in article.sentences]
        self.blocks = split(article.text, state.zones, starts)
        self.index = SpanIndex(self.blocks, state)
        self._forget_all()

    def _replace(self, state: AnnotationState) -> None:
        if state.zones != self.index.state.zones:
            self._set_zones(state)
            return
        self.index = SpanIndex(self.blocks, state)
        self._redo(list(self._laid))

    def _forget_all(self) -> None:
        self._laid: OrderedDict[int, LaidBlock] = OrderedDict()
        self.heights = Fenwick(self._estimates())

    def _estimates(self) -> Iterable[int]:
        """Yield a height per block, from its length and how densely the article is annotated."""
        state, text = self.index.state, max(1, len(self.article.text))
        lanes = len(state.order) / text * measures.SPAN_LANE
        arcs = len(state.relations) / text * measures.ARC_LANE if self._mode is ArcsMode.ALL else 0.0
        per_kind: dict[ZoneKind, tuple[float, float]] = {}
        for kind, style in self._styles.items():
            letters = max(1.0, self._column / (style.size * _EM_SHARE))
            extra = min(2.0 * measures.SPAN_LANE, lanes * letters) + min(
                3.0 * measures.ARC_LANE, arcs * letters
            )
            per_kind[kind] = (letters, style.line + style.gap + extra)
        before = None
        for block in self.blocks:
            letters, row = per_kind[block.kind]
            above = space_above(block.kind, before) if block.opens else 0
            yield ceil(above + ceil((block.end - block.start) / letters) * row)
            before = block.kind

    @property
    def column(self) -> float:
        """Width of the text column in pixels at a zoom of 1."""
        return self._column

    def set_column(self, column: float) -> bool:
        """Wrap to another width; tell whether it was another one."""
        if column == self._column:
            return False
        self._column = column
        self._forget_all()
        return True

    def set_spacing(self, spacing: float) -> None:
        """Set the lines farther apart or closer: 1 is the design's distance."""
        self._styles = _spaced(spacing)
        self._forget_all()

    def set_state(self, state: AnnotationState, effect: Effect | None) -> set[int] | None:
        """Go over to ``state``; return the blocks that change, ``None`` for all of them."""
        if effect is None or effect.zones:
            self._replace(state)
            return None
        dirty = self.index.update(state, effect)
        self._redo(dirty)
        return dirty

    def set_arcs(self, mode: ArcsMode, focus: MentionId | RelationId | None) -> bool:
        """Choose which relations are laid out; tell whether geometry changed because of it."""
        changed = mode is not self._mode or (mode is ArcsMode.FOCUS and focus != self._focus)
        self._mode, self._focus = mode, focus
        if changed:
            self._redo(list(self._laid))
        return changed

    def _redo(self, blocks: Iterable[int]) -> None:
        for index in blocks:
            laid = self._laid.get(index)
            if laid is not None:
                laid.layout = None

    def laid(self, index: int) -> tuple[LaidBlock, BlockLayout]:
        """Return a block with its geometry, laid out now if need be; its height is then exact."""
        laid = self._laid.get(index)
        if laid is None:
            block = self.blocks[index]
            text = BlockText(self.article.text, block, column=self._column, font=self._faces.zone(block.kind))
            laid = self._laid[index] = LaidBlock(block, text)
            if len(self._laid) > _KEPT:
                self._laid.popitem(last=False)
        else:
            self._laid.move_to_end(index)
        if laid.layout is None:
            laid.layout = self._lay_out(index, laid)
            self.heights[index] = laid.layout.height
        return laid, laid.layout

    def exact(self, index: int) -> int:
        """Return a block's exact height."""
        return self.laid(index)[1].height

    def _lay_out(self, index: int, laid: LaidBlock) -> BlockLayout:
        block = laid.block
        before = self.blocks[index - 1] if index else None
        above = space_above(block.kind, before.kind if before else None) if block.opens else 0
        state = self.index.state
        return lay_out(
            laid.text.lines,
            [self._span_item(m) for m in self.index.mentions_in(index)],
            [
                arc_item(r, state, self._scheme, self._language)
                for r in self.index.relations_in(index)
                if self._draws(r)
            ],
            frame=Frame(self._styles[block.kind], above, self._column, before.end if before else 0),
            metrics=self._faces,
        )

    def _span_item(self, mention: Mention) -> SpanItem:
        at = self.index.numeral(mention.id)
        return span_item(mention, self._scheme, self._language, numeral=at.number, numeral_open=at.open)

    def _draws(self, relation: Relation) -> bool:
        if self._mode is ArcsMode.FOCUS:
            return self._focus in (relation.id, relation.head, relation.tail)
        return self._mode is ArcsMode.ALL


def _spaced(spacing: float) -> dict[ZoneKind, ZoneStyle]:
    """Return how the zones are set with lines ``spacing`` times as far apart."""
    return {
        kind: replace(style, gap=max(_LEAST_GAP, round(style.gap + style.line * (spacing - 1))))
        for kind, style in STYLES.items()
    }
