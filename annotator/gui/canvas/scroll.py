"""Scrolling that stays where it is while heights are still being found out. Knows no Qt."""

from __future__ import annotations

from typing import Protocol

from annotator.gui.canvas import measures
from annotator.gui.canvas.fenwick import Fenwick

_ROUNDS = 4
_FAR = 3
"""From this many pages on, a scroll goes by estimated heights instead of laying out all between."""


class Blocks(Protocol):
    """What is scrolled: heights, estimated until a block is laid out."""

    @property
    def heights(self) -> Fenwick:
        """Height per block."""
        ...

    def exact(self, index: int) -> int:
        """Lay a block out and return its height, which ``heights`` then holds."""
        ...


class Scroller:
    """What is in view, anchored to (block, pixels into it): heights found later elsewhere move nothing.

    All lengths are pixels at a zoom of 1; ``position`` is from the top of the whole.
    """

    def __init__(self, blocks: Blocks, *, page: float) -> None:
        self._blocks = blocks
        self.page = page
        self.block = 0
        self.offset = -float(measures.TOP)
        self.visible: list[tuple[int, float]] = []

    @property
    def position(self) -> float:
        """Distance of the view's top from the top of the whole."""
        return measures.TOP + self._blocks.heights.before(self.block) + self.offset

    @property
    def limit(self) -> float:
        """The largest position."""
        return max(0.0, measures.TOP + self._blocks.heights.total + measures.BOTTOM - self.page)

    def move_to(self, position: float) -> None:
        """Go to a position, by the heights known so far."""
        self._place(position)
        self.settle()

    def move_by(self, distance: float) -> None:
        """Scroll by a distance; what was in view moves by exactly that."""
        if abs(distance) > _FAR * self.page:
            self.move_to(self.position + distance)
            return
        self.offset += distance
        self.settle()

    def pin(self, block: int, offset: float) -> None:
        """Put the point ``offset`` into a block at the top of the view."""
        self.block, self.offset = block, offset
        self.settle()

    def y_of(self, block: int) -> float:
        """Return where a block begins, from the top of the view; by estimates where it is out of view."""
        for index, y in self.visible:
            if index == block:
                return y
        return measures.TOP + self._blocks.heights.before(block) - self.position

    def settle(self) -> None:
        """Lay out what is in view and find out where each block of it begins."""
        for _ in range(_ROUNDS):
            self._fill()
            if self.position <= self.limit:
                return
            self._place(self.limit)
        self._fill()

    def _place(self, position: float) -> None:
        if len(self._blocks.heights) and position >= self.limit > 0:
            self._place_at_end()
            return
        inside = max(0.0, min(position, self.limit)) - measures.TOP
        if inside < 0:
            self.block, self.offset = 0, inside
            return
        whole = int(inside)
        self.block, into = self._blocks.heights.find(whole)
        self.offset = into + (inside - whole)

    def _place_at_end(self) -> None:
        """Anchor to the last block, so that heights still to be found above it do not matter."""
        self.block = len(self._blocks.heights) - 1
        self.offset = self._blocks.exact(self.block) + measures.BOTTOM - self.page

    def _fill(self) -> None:
        self.visible = []
        count = len(self._blocks.heights)
        if not count:
            self.block, self.offset = 0, -float(measures.TOP)
            return
        self._walk_to_top(count)
        block, y = self.block, -self.offset
        while block < count and y < self.page:
            self.visible.append((block, y))
            y += self._blocks.exact(block)
            block += 1

    def _walk_to_top(self, count: int) -> None:
        """Move the anchor to the block that is at the top of the view."""
        self.block = min(self.block, count - 1)
        while self.offset < 0 and self.block > 0:
            self.block -= 1
            self.offset += self._blocks.exact(self.block)
        while self.block < count - 1 and self.offset >= self._blocks.exact(self.block):
            self.offset -= self._blocks.exact(self.block)
            self.block += 1
        if self.block == 0:
            self.offset = max(self.offset, -float(measures.TOP))
