"""From lines of text, mentions and relations to the geometry of a block. Knows no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Protocol

from annotator.core.ids import MentionId
from annotator.gui.canvas import lanes, measures
from annotator.gui.canvas.arcs import Home, arcs_by_row
from annotator.gui.canvas.geometry import Arc, ArcItem, Bar, BlockLayout, Chip, Piece, Row, SpanItem
from annotator.gui.canvas.measures import ZoneStyle


class TextLine(Protocol):
    """A line of wrapped text, ``[start, end)`` in code points of the article."""

    @property
    def start(self) -> int:
        """First code point."""
        ...

    @property
    def end(self) -> int:
        """One past the last code point, white space at the end included."""
        ...

    @property
    def width(self) -> float:
        """Width of the text without white space at its end."""
        ...

    def x(self, offset: int) -> float:
        """Return where ``offset`` is, from the left edge of the column."""
        ...

    def is_gap(self, offset: int) -> bool:
        """Tell whether there is white space, or nothing of this line, at ``offset``."""
        ...


class Metrics(Protocol):
    """Widths of labels in pixels at a zoom of 1."""

    def chip_text(self, text: str) -> float:
        """Return the width of a chip's text."""
        ...

    def arc_label(self, text: str) -> float:
        """Return the width of an arc's label."""
        ...


@dataclass(frozen=True, slots=True)
class Frame:
    """What a block is laid out into: the style of its zone, the space above it, the column's width.

    ``since`` is where the block before it ended (code points): what begins from there on begins here.
    """

    style: ZoneStyle
    above: int
    column: float
    since: int = 0


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mention within a row, before it has a lane; ``chip`` is the chip's left edge and width."""

    item: SpanItem
    pieces: tuple[Piece, ...]
    low: float
    high: float
    chip: tuple[float, float] | None

    def extent(self) -> lanes.Extent:
        left, width = self.chip or (self.low, 0.0)
        return lanes.Extent(self.low, self.high, min(self.low, left), max(self.high, left + width))


def lay_out(
    lines: Sequence[TextLine],
    items: Iterable[SpanItem],
    arcs: Iterable[ArcItem],
    *,
    frame: Frame,
    metrics: Metrics,
) -> BlockLayout:
    """Lay out one block: rows from top to bottom, each as high as its lanes and arcs need.

    ``items`` are the mentions that show in the block, ``arcs`` the relations at those that begin in it.
    """
    placed = _placed_by_row(lines, items, frame, metrics)
    levels = [lanes.assign([p.extent() for p in row], gap=measures.CHIP_GAP) for row in placed]
    bars = [tuple(map(_bar, row, level)) for row, level in zip(placed, levels, strict=True)]
    chips = [tuple(_chips(row, level)) for row, level in zip(placed, levels, strict=True)]
    heights = [max(level, default=-1) + 1 for level in levels]
    arcs_at = arcs_by_row(
        arcs,
        _homes(bars, chips),
        span_lanes=heights,
        column=frame.column,
        label_width=metrics.arc_label,
    )
    rows = tuple(_stacked(lines, heights, bars, chips, arcs_at, frame))
    return BlockLayout(rows, ceil(rows[-1].bottom) if rows else frame.above, frame.style.line)


def _placed_by_row(
    lines: Sequence[TextLine], items: Iterable[SpanItem], frame: Frame, metrics: Metrics
) -> list[list[_Placed]]:
    rows: list[list[_Placed]] = [[] for _ in lines]
    ends = [line.end for line in lines]
    for item in items:
        begins = item.start >= frame.since
        for index in range(bisect_right(ends, item.start), len(lines)):
            if lines[index].start >= item.end:
                break
            pieces = tuple(_pieces(lines[index], item, since=frame.since if index == 0 else None))
            chip = _chip_place(item, pieces[0].left, frame, metrics) if begins and pieces else None
            begins = begins and not pieces
            rows[index].append(_Placed(item, pieces, *_bounds(lines[index], item, pieces), chip))
    return rows


def _pieces(line: TextLine, item: SpanItem, *, since: int | None) -> Iterator[Piece]:
    for fragment in item.fragments:
        if fragment.start >= line.end or fragment.end <= line.start:
            continue
        opens = fragment.start >= (line.start if since is None else since)
        closes = fragment.end <= line.end
        left = line.x(fragment.start) if opens else -float(measures.RUN_ON)
        right = min(line.x(fragment.end), line.width) if closes else line.width + measures.RUN_ON
        yield Piece(
            left,
            max(left, right),
            opens,
            closes,
            tight_left=opens and not line.is_gap(fragment.start - 1),
            tight_right=closes and not line.is_gap(fragment.end),
        )


def _bounds(line: TextLine, item: SpanItem, pieces: Sequence[Piece]) -> tuple[float, float]:
    """Return from where to where a mention reaches in a row, joining lines included."""
    low, high = -float(measures.RUN_ON), line.width + measures.RUN_ON
    if pieces and item.fragments[0].end > line.start:
        low = pieces[0].left
    if pieces and item.fragments[-1].start < line.end:
        high = pieces[-1].right
    return low, high


def _chip_place(item: SpanItem, left: float, frame: Frame, metrics: Metrics) -> tuple[float, float]:
    width = chip_width(item, metrics)
    return min(left, frame.column + measures.ARC_RIGHT - width), width


def chip_width(item: SpanItem, metrics: Metrics) -> float:
    """Return the width of a mention's chip."""
    width = metrics.chip_text(item.chip) + 2 * measures.CHIP_PADDING
    return width + measures.NUMERAL_GAP + numeral_width(item.numeral) if item.numeral else width


def numeral_width(number: int) -> int:
    """Return the width of a cluster's numeral: a circle, longer for every further digit."""
    return measures.NUMERAL + 5 * (len(str(number)) - 1)


def _bar(placed: _Placed, lane: int) -> Bar:
    top = -measures.SPAN_LANE * lane - measures.BAR
    return Bar(placed.item, placed.pieces, placed.low, placed.high, lane, top)


def _chips(row: Sequence[_Placed], level: Sequence[int]) -> Iterator[Chip]:
    for placed, lane in zip(row, level, strict=True):
        if placed.chip is not None:
            left, width = placed.chip
            yield Chip(placed.item, left, -measures.SPAN_LANE * (lane + 1), width, lane)


def _homes(bars: Sequence[tuple[Bar, ...]], chips: Sequence[tuple[Chip, ...]]) -> dict[MentionId, Home]:
    homes: dict[MentionId, Home] = {}
    for index, row in enumerate(chips):
        reach = {bar.item.id: bar.high for bar in bars[index]}
        for chip in row:
            above = (c for c in row if c.lane > chip.lane and c.left < chip.right and chip.left < c.right)
            hidden = tuple((c.left, c.right) for c in above)
            homes[chip.item.id] = Home(index, chip, reach[chip.item.id], hidden)
    return homes


def _stacked(
    lines: Sequence[TextLine],
    heights: Sequence[int],
    bars: Sequence[tuple[Bar, ...]],
    chips: Sequence[tuple[Chip, ...]],
    arcs: Sequence[tuple[Arc, ...]],
    frame: Frame,
) -> Iterator[Row]:
    top = float(frame.above)
    for index, line in enumerate(lines):
        arc_lanes = max((arc.lane for arc in arcs[index]), default=-1) + 1
        text_top = top + measures.SPAN_LANE * heights[index]
        if arc_lanes:
            text_top += measures.ARC_ROOM + measures.ARC_LANE * arc_lanes
        bottom = text_top + frame.style.line + frame.style.gap
        yield Row(
            line.start, line.end, top, text_top, bottom, line.width, bars[index], chips[index], arcs[index]
        )
        top = bottom
