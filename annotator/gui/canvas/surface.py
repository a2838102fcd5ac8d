"""The page as it lies under the viewport: from points to what is there, and from there back to places.

Points and sizes are pixels at a zoom of 1, from the viewport's top left corner.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from annotator.core.ids import MentionId, RelationId
from annotator.core.text import Span
from annotator.gui.canvas import measures
from annotator.gui.canvas.geometry import BlockLayout, Chip, Row
from annotator.gui.canvas.hit import ArcHit, ChipHit, TextHit, hit, innermost
from annotator.gui.canvas.page import LaidBlock, Page
from annotator.gui.canvas.scroll import Scroller

_SAFE_TOP, _SAFE_BOTTOM, _LANDING = 0.10, 0.85, 0.30
"""Shares of the viewport's height: the band that the focus may move in, and where it is put otherwise."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is at a point; ``on_chip`` tells that it is the mention's chip and not its text."""

    mention: MentionId | None = None
    relation: RelationId | None = None
    token: int | None = None
    on_chip: bool = False


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row in the viewport, ``y`` being the top of its block."""

    block: int
    y: float
    row: Row


def column_for(width: float) -> float:
    """Return how wide the text column is in a viewport of ``width``."""
    room = width - measures.GUTTER - measures.MARGIN
    return max(float(measures.NARROWEST), min(float(measures.COLUMN), room))


class Surface:
    """A page, scrolled to some place in a viewport of some size."""

    def __init__(self, page: Page, *, width: float, height: float) -> None:
        self.page = page
        self.left = float(measures.GUTTER)
        self.scroller = Scroller(page, page=height)
        self.resize(width, height)

    def resize(self, width: float, height: float) -> None:
        """Fit the text column to the viewport; what was at its top stays there."""
        column = column_for(width)
        self.left = round(max(float(measures.GUTTER), (width - column) / 2))
        self.scroller.page = height
        place = self.place()
        self.page.set_column(column)
        self.go_to(*place)

    def set_spacing(self, spacing: float) -> None:
        """Set the lines apart; what was at the top stays there."""
        place = self.place()
        self.page.set_spacing(spacing)
        self.go_to(*place)

    def place(self) -> tuple[int, float]:
        """Return what is at the top: the offset where its row begins, and how far into the row the top is."""
        for index, y in self.scroller.visible[:1]:
            layout = self.page.laid(index)[1]
            row = next((row for row in layout.rows if y + row.bottom > 0), layout.rows[-1])
            return row.start, -(y + row.top)
        return 0, -float(measures.TOP)

    def go_to(self, offset: int, into: float) -> None:
        """Put the row that shows ``offset`` at the top, ``into`` pixels of it above."""
        if not self.page.blocks:
            self.scroller.settle()
            return
        block = self.page.index.block_at(offset)
        layout = self.page.laid(block)[1]
        self.scroller.pin(block, layout.rows[layout.row_of(offset)].top + into)

    def rows(self) -> Iterator[PlacedRow]:
        """Yield the rows of the blocks in view."""
        for index, y in self.scroller.visible:
            for row in self.page.laid(index)[1].rows:
                yield PlacedRow(index, y, row)

    def chips(self) -> Iterator[tuple[Chip, float, float]]:
        """Yield the chips in the viewport with their left and top."""
        for placed in self.rows():
            for chip in placed.row.chips:
                top = placed.y + placed.row.text_top + chip.top
                if -measures.CHIP < top < self.scroller.page:
                    yield chip, self.left + chip.left, top

    def target(self, x: float, y: float) -> Target:
        """Return what is at a point."""
        found = self._block_at(y)
        if found is None:
            return Target()
        index, top = found
        laid, layout = self.page.laid(index)
        at = hit(layout, x - self.left, y - top)
        match at:
            case ChipHit(mention):
                return Target(mention=mention, on_chip=True)
            case ArcHit(relation):
                return Target(relation=relation)
            case TextHit(row, local, inside):
                offset = laid.text.lines[row].offset_at(local)
                covering = innermost(self.page.index.mentions_in(index), offset) if inside else None
                below = covering.id if covering else None
                return Target(mention=below, token=self.token_at(offset))
            case _:
                assert_never(at)

    def _block_at(self, y: float) -> tuple[int, float] | None:
        visible = self.scroller.visible
        if not visible:
            return None
        return next((entry for entry in reversed(visible) if entry[1] <= y), visible[0])

    def token_at(self, offset: int) -> int | None:
        """Return the token that holds ``offset``, or the next one, or the last."""
        tokens = self.page.article.tokens
        return min(tokens.first_ending_after(offset), len(tokens) - 1) if tokens else None

    def laid_at(self, offset: int) -> tuple[int, LaidBlock, BlockLayout, int]:
        """Return the block that shows ``offset`` and the row in it."""
        index = self.page.index.block_at(offset)
        laid, layout = self.page.laid(index)
        return index, laid, layout, layout.row_of(offset)

    def y_of_text(self, offset: int) -> float | None:
        """Return how far below the view's top the text at ``offset`` stands; ``None`` out of view."""
        index = self.page.index.block_at(offset)
        begins = next((y for block, y in self.scroller.visible if block == index), None)
        if begins is None:
            return None
        layout = self.page.laid(index)[1]
        y = begins + layout.rows[layout.row_of(offset)].text_top
        return y if 0 <= y < self.scroller.page else None

    def hold_text(self, offset: int, y: float) -> None:
        """Scroll so that the text at ``offset`` stands ``y`` below the view's top, as it did before."""
        now = self.y_of_text(offset)
        if now is not None and now != y:
            self.scroller.move_by(now - y)

    def ensure_visible(self, span: Span) -> bool:
        """Scroll if the rows of ``span`` are outside the safe band; tell whether that was so."""
        if not self.page.blocks:
            return False
        index, _, layout, row = self.laid_at(span.start)
        y = self.scroller.y_of(index)
        top, bottom = y + layout.rows[row].top, y + self._bottom_of(span, index, layout)
        height = self.scroller.page
        if top >= height * _SAFE_TOP and min(bottom, top + height / 2) <= height * _SAFE_BOTTOM:
            return False
        before = self.scroller.position
        self.scroller.pin(index, layout.rows[row].top - height * _LANDING)
        return self.scroller.position != before

    def _bottom_of(self, span: Span, index: int, layout: BlockLayout) -> float:
        if span.end > self.page.blocks[index].end:
            return float(layout.height)
        return layout.rows[layout.row_of(max(span.start, span.end - 1))].bottom
