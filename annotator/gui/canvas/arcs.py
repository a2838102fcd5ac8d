"""The arcs of a block: on which feet they stand, in which lanes they lie, where their labels go. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.core.ids import MentionId
from annotator.gui.canvas import lanes, measures
from annotator.gui.canvas.geometry import Arc, ArcItem, Arrow, Chip

_MARK = 12
_STEP = 6
_CLEAR = 3


@dataclass(frozen=True, slots=True)
class Home:
    """Where a mention's chip stands: its row, and what chips in higher lanes hide of it."""

    row: int
    chip: Chip
    bar_right: float
    hidden: tuple[tuple[float, float], ...] = ()

    def standing_room(self) -> tuple[float, float]:
        """Return where on the chip (else on the bar behind it) an arc's foot crosses no other chip."""
        inset = measures.CHIP_PADDING
        free = _widest_gap(self.chip.left + inset, self.chip.right - inset, self.hidden)
        if free is None:
            free = _widest_gap(self.chip.right, self.bar_right, self.hidden)
        return free or (self.chip.left + inset, self.chip.right - inset)


def _widest_gap(low: float, high: float, hidden: Iterable[tuple[float, float]]) -> tuple[float, float] | None:
    best: tuple[float, float] | None = None
    begin = low
    for left, right in (*sorted(hidden), (high + _CLEAR, high + _CLEAR)):
        end = min(left - _CLEAR, high)
        if end > begin and (best is None or end - begin > best[1] - best[0]):
            best = (begin, end)
        begin = max(begin, right + _CLEAR)
    return best


@dataclass(slots=True)
class _End:
    """One end of an arc on a chip. ``towards`` is the signed distance to its other end."""

    home: Home
    towards: float
    x: float = 0.0

    @property
    def order(self) -> tuple[bool, float]:
        """Left to right: arcs to the left, short ones first; then those to the right, long ones first."""
        return (self.towards >= 0, -self.towards)


@dataclass(slots=True)
class _Strand:
    """An arc within one row, while it is being placed. An end that is ``None`` runs on."""

    item: ArcItem
    left: _End | None
    right: _End | None
    arrow: Arrow
    low: float
    high: float
    label_width: float
    lane: int = 0

    def settle(self) -> None:
        """Take over the places that the ends were given, the left one first."""
        if self.left and self.right and self.left.x > self.right.x:
            self.left, self.right = self.right, self.left
            self.arrow = {Arrow.LEFT: Arrow.RIGHT, Arrow.RIGHT: Arrow.LEFT}.get(self.arrow, self.arrow)
        self.low = self.left.x if self.left else self.low
        self.high = self.right.x if self.right else self.high

    def label_bounds(self) -> tuple[float, float]:
        """Return the leftmost and the rightmost place for the label's left edge.

        On an arc that runs on and is too short for its label, that stands beside the foot.
        """
        low = self.low + (measures.ARC_CORNER if self.left else _MARK)
        high = self.high - (measures.ARC_CORNER if self.right else _MARK) - self.label_width
        if low <= high:
            return low, high
        if self.left and self.right:
            place = (self.low + self.high - self.label_width) / 2
        else:
            place = self.high + 1 if self.right else self.low - self.label_width
        return place, place

    def extent(self) -> lanes.Extent:
        """Return the line with the label in its middle."""
        low, high = self.label_bounds()
        label = (low + high) / 2
        return lanes.Extent(
            self.low, self.high, min(self.low, label), max(self.high, label + self.label_width)
        )


@dataclass(slots=True)
class _Draft:
    """The strands of each row and the ends on each chip."""

    column: float
    rows: list[list[_Strand]]
    ends: dict[MentionId, list[_End]] = field(default_factory=dict)

    def end(self, mention: MentionId, home: Home, towards: float) -> _End:
        end = _End(home, towards)
        self.ends.setdefault(mention, []).append(end)
        return end

    def within_row(self, arc: ArcItem, head: Home, tail: Home, width: float) -> None:
        distance = tail.chip.centre - head.chip.centre
        rightwards = distance > 0 or (distance == 0 and arc.head_at <= arc.tail_at)
        at_head = self.end(arc.head, head, distance or (0.5 if rightwards else -0.5))
        at_tail = self.end(arc.tail, tail, -distance or (-0.5 if rightwards else 0.5))
        left, right = (at_head, at_tail) if rightwards else (at_tail, at_head)
        arrow = Arrow.RIGHT if rightwards else Arrow.LEFT
        self.rows[head.row].append(_Strand(arc, left, right, arrow, 0.0, 0.0, width))

    def running_on(
        self, arc: ArcItem, mention: MentionId, home: Home, *, rightwards: bool, width: float
    ) -> None:
        # Among arcs that run on, the one to the farther mention counts as the longer one.
        far = 1e6 + abs(arc.tail_at - arc.head_at)
        end = self.end(mention, home, far if rightwards else -far)
        at_tail = mention == arc.tail
        if rightwards:
            arrow = Arrow.LEFT if at_tail else Arrow.NONE
            strand = _Strand(arc, end, None, arrow, 0.0, self.column + measures.ARC_RIGHT, width)
        else:
            arrow = Arrow.RIGHT if at_tail else Arrow.NONE
            strand = _Strand(arc, None, end, arrow, -measures.ARC_LEFT, 0.0, width)
        self.rows[home.row].append(strand)


def arcs_by_row(
    arcs: Iterable[ArcItem],
    homes: Mapping[MentionId, Home],
    *,
    span_lanes: Sequence[int],
    column: float,
    label_width: Callable[[str], float],
) -> list[tuple[Arc, ...]]:
    """Return the arcs of each row.

    ``homes`` has the mentions whose chip is in the block; an arc whose other end is elsewhere runs on.
    ``span_lanes`` is the number of span lanes per row, ``column`` the width of the text column.
    """
    draft = _Draft(column, [[] for _ in span_lanes])
    for arc in arcs:
        width = label_width(arc.label) + 2 * measures.ARC_LABEL_PADDING
        _add(draft, arc, homes, width)
    for ends in draft.ends.values():
        _give_feet(ends)
    return [tuple(_finished(row, span_lanes[index])) for index, row in enumerate(draft.rows)]


def _add(draft: _Draft, arc: ArcItem, homes: Mapping[MentionId, Home], width: float) -> None:
    head, tail = homes.get(arc.head), homes.get(arc.tail)
    if head and tail and head.row == tail.row:
        draft.within_row(arc, head, tail, width)
        return
    down = head.row < tail.row if head and tail else arc.head_at <= arc.tail_at
    if head:
        draft.running_on(arc, arc.head, head, rightwards=down, width=width)
    if tail:
        draft.running_on(arc, arc.tail, tail, rightwards=not down, width=width)


def _give_feet(ends: list[_End]) -> None:
    low, high = ends[0].home.standing_room()
    ends.sort(key=lambda end: end.order)
    for end, x in zip(ends, lanes.spread(low, high, len(ends), gap=measures.PORT_GAP), strict=True):
        end.x = x


def _finished(strands: list[_Strand], span_lanes: int) -> Iterator[Arc]:
    if not strands:
        return
    for strand in strands:
        strand.settle()
    levels = lanes.assign([strand.extent() for strand in strands], gap=measures.CHIP_GAP)
    for strand, lane in zip(strands, levels, strict=True):
        strand.lane = lane
    ground = -measures.SPAN_LANE * span_lanes - measures.ARC_RISE
    for strand in strands:
        yield Arc(
            item=strand.item,
            left=strand.low,
            right=strand.high,
            y=ground - measures.ARC_LANE * strand.lane,
            left_foot=strand.left.home.chip.top if strand.left else None,
            right_foot=strand.right.home.chip.top if strand.right else None,
            arrow=strand.arrow,
            label=_label_place(strand, strands),
            label_width=strand.label_width,
            lane=strand.lane,
        )


def _label_place(strand: _Strand, strands: Iterable[_Strand]) -> float:
    """Return the place nearest the middle at which no leg of a higher arc goes through the label."""
    low, high = strand.label_bounds()
    middle = (low + high) / 2
    legs = [
        end.x
        for other in strands
        if other.lane > strand.lane
        for end in (other.left, other.right)
        if end is not None
    ]
    for place in _outwards(middle, low, high):
        if not any(place - _CLEAR < leg < place + strand.label_width + _CLEAR for leg in legs):
            return place
    return middle


def _outwards(middle: float, low: float, high: float) -> Iterator[float]:
    yield middle
    for step in range(1, int((high - low) / 2 / _STEP) + 1):
        yield middle + step * _STEP
        yield middle - step * _STEP
