"""Where in the whole article something is, as rows of pixels beside the scroll bar. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from annotator.core.annotation import Status
from annotator.core.state import AnnotationState
from annotator.gui.canvas import measures
from annotator.gui.canvas.page import Page


class MarkKind(Enum):
    """What a mark stands for, from the least to the most important: the later is drawn over the earlier."""

    OPEN = "open"
    HIT = "hit"
    PROBLEM = "problem"
    FOCUS = "focus"


class OpenSuggestions:
    """Where the undecided mentions begin, block by block; only blocks that an edit touched are looked at."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._blocks = page.blocks
        self._starts = _open_starts(page)

    def update(self, dirty: Iterable[int] | None) -> None:
        """Look at the blocks that changed, ``None`` for all."""
        if dirty is None or self._page.blocks is not self._blocks:
            self._blocks = self._page.blocks
            self._starts = _open_starts(self._page)
            return
        for block in dirty:
            found = self._page.index.beginning_in(block)
            self._starts[block] = [m.start for m in found if m.status is Status.SUGGESTED]

    def rows(self, height: int) -> frozenset[int]:
        """Return the rows of pixels, of ``height``, in which there is an undecided mention."""
        return rows_of(self._page, self._starts, height)


def by_block(page: Page, offsets: Iterable[int]) -> list[list[int]]:
    """Return the offsets (code points) by the block of the page that shows them."""
    found: list[list[int]] = [[] for _ in page.blocks]
    if found:
        for offset in offsets:
            found[page.index.block_at(offset)].append(offset)
    return found


def rows_of(page: Page, offsets_by_block: Sequence[Sequence[int]], height: int) -> frozenset[int]:
    """Return the rows of pixels, of ``height``, in which the offsets (see :func:`by_block`) are."""
    whole = measures.TOP + page.heights.total + measures.BOTTOM
    scale = height / whole
    found: set[int] = set()
    below = measures.TOP
    for index, offsets in enumerate(offsets_by_block):
        top, tall = below, page.heights[index]
        below += tall
        if not offsets:
            continue
        if tall * scale < 1:
            found.add(int(top * scale))
            continue
        block = page.blocks[index]
        share = tall / max(1, block.end - block.start)
        found.update(int((top + max(0, offset - block.start) * share) * scale) for offset in offsets)
    return frozenset(min(row, height - 1) for row in found)


def _open_starts(page: Page) -> list[list[int]]:
    """Return the starts of the undecided mentions by block, in one pass through the reading order."""
    starts: list[list[int]] = [[] for _ in page.blocks]
    state: AnnotationState = page.index.state
    ends = [block.end for block in page.blocks]
    block, last = 0, len(ends) - 1
    for start, _, mention_id in state.order:
        while block < last and start >= ends[block]:
            block += 1
        if starts and state.mentions[mention_id].status is Status.SUGGESTED:  # type: ignore[index]
            starts[block].append(start)
    return starts
