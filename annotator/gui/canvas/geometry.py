"""What a laid-out block consists of. Plain values in pixels at a zoom of 1; knows no Qt.

All x are measured from the left edge of the text column. A row's own y are measured from the top of the
block, those of what is drawn at a row from the top of its text, so they are negative above it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from annotator.core.ids import MentionId, RelationId
from annotator.core.scheme import Colours
from annotator.core.text import Fragmented, Span
from annotator.gui.canvas import measures


@dataclass(frozen=True, slots=True)
class SpanItem(Fragmented):
    """What the canvas needs to know of a mention. ``numeral`` is its cluster's number, or 0.

    ``numeral_open`` tells that nobody has decided yet whether it belongs to that cluster. ``colours`` is
    ``None`` for a label that the scheme does not know.
    """

    id: MentionId
    fragments: tuple[Span, ...]
    chip: str
    colours: Colours | None
    event: bool = False
    suggested: bool = False
    numeral: int = 0
    numeral_open: bool = False


@dataclass(frozen=True, slots=True)
class ArcItem:
    """What the canvas needs to know of a relation; ``head_at`` and ``tail_at`` are its ends' offsets."""

    id: RelationId
    head: MentionId
    tail: MentionId
    head_at: int
    tail_at: int
    label: str
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a mention's text within a row.

    ``opens`` and ``closes`` tell whether its fragment begins and ends there, ``tight_left`` and
    ``tight_right`` whether a character stands right beside it.
    """

    left: float
    right: float
    opens: bool
    closes: bool
    tight_left: bool = False
    tight_right: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A mention within a row: its pieces of text, and what joins them above the text, in one lane.

    ``low`` and ``high`` bound the whole; outside the pieces only a joining line is drawn.
    """

    item: SpanItem
    pieces: tuple[Piece, ...]
    low: float
    high: float
    lane: int
    top: float


@dataclass(frozen=True, slots=True)
class Chip:
    """A mention's label, above the text where the mention begins."""

    item: SpanItem
    left: float
    top: float
    width: float
    lane: int

    @property
    def right(self) -> float:
        """Right edge."""
        return self.left + self.width

    @property
    def centre(self) -> float:
        """Middle, from left to right."""
        return self.left + self.width / 2

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.top + measures.CHIP


class Arrow(Enum):
    """At which end of an arc piece the arrow head is."""

    LEFT = "left"
    RIGHT = "right"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Arc:
    """A relation within a row: a line at ``y`` from ``left`` to ``right``.

    A foot is the y of the chip on which that end stands; ``None`` where the arc runs on to another row.
    ``label`` is the left edge of the label's ground, ``label_width`` its width. ``lane`` 0 is the lowest.
    """

    item: ArcItem
    left: float
    right: float
    y: float
    left_foot: float | None
    right_foot: float | None
    arrow: Arrow
    label: float
    label_width: float
    lane: int


def badge_left(chip: Chip, others: Iterable[Chip], width: float, gap: float) -> float:
    """Return where something ``width`` wide begins that stands left of a chip and covers no other one.

    Where there is no room beside it, it lies over the beginning of the chip itself, so that nobody can take
    it for the neighbour's.
    """
    left = chip.left - gap - width
    free = all(other.top != chip.top or other.right <= left or other.left >= chip.left for other in others)
    return left if free else chip.left


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text ``[start, end)`` (code points) with what is drawn at it.

    The row reaches from ``top`` to ``bottom``; ``width`` is that of its text.
    """

    start: int
    end: int
    top: float
    text_top: float
    bottom: float
    width: float
    bars: tuple[Bar, ...] = ()
    chips: tuple[Chip, ...] = ()
    arcs: tuple[Arc, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockLayout:
    """A block, laid out. ``line`` is the height of its lines of text."""

    rows: tuple[Row, ...]
    height: int
    line: int

    def row_of(self, offset: int) -> int:
        """Return the index of the row that shows ``offset`` (code points), the nearest one if none does."""
        low, high = 0, len(self.rows) - 1
        while low < high:
            middle = (low + high) // 2
            if self.rows[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low
