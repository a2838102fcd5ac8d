"""From a point to what lies under it: the inverse of the layout. Knows no Qt.

Points are in the coordinates of a block's geometry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from annotator.core.annotation import Mention
from annotator.core.ids import MentionId, RelationId
from annotator.core.text import Span
from annotator.gui.canvas import measures
from annotator.gui.canvas.geometry import Arc, BlockLayout, Row

_REACH = 3.0
"""How far from an arc's line it still counts as hit."""


@dataclass(frozen=True, slots=True)
class ChipHit:
    """The point is on a mention's chip."""

    mention: MentionId


@dataclass(frozen=True, slots=True)
class ArcHit:
    """The point is on a relation's label or line."""

    relation: RelationId


@dataclass(frozen=True, slots=True)
class TextHit:
    """The point is at a row's text; ``x`` is from the left edge of the column.

    ``inside`` tells whether it is on the text itself and not in the space around it.
    """

    row: int
    x: float
    inside: bool


Hit: TypeAlias = ChipHit | ArcHit | TextHit


def hit(layout: BlockLayout, x: float, y: float) -> Hit:
    """Return what is at a point of a block: a chip before an arc's label, its line, and the text."""
    index = _row_at(layout, y)
    row = layout.rows[index]
    local = y - row.text_top
    for chip in row.chips:
        if chip.left <= x <= chip.right and chip.top <= local <= chip.bottom + 1:
            return ChipHit(chip.item.id)
    arc = _arc_at(row, x, local)
    if arc is not None:
        return ArcHit(arc.item.id)
    return TextHit(index, x, 0 <= x <= row.width and -measures.BAR <= local <= layout.line)


def _row_at(layout: BlockLayout, y: float) -> int:
    for index, row in enumerate(layout.rows):
        if y < row.bottom:
            return index
    return len(layout.rows) - 1


def _arc_at(row: Row, x: float, y: float) -> Arc | None:
    half = measures.ARC_LANE / 2
    for arc in row.arcs:
        if arc.label <= x <= arc.label + arc.label_width and abs(y - arc.y) <= half:
            return arc
    return next((arc for arc in row.arcs if _on_line(arc, x, y)), None)


def _on_line(arc: Arc, x: float, y: float) -> bool:
    if arc.left - _REACH <= x <= arc.right + _REACH and abs(y - arc.y) <= _REACH:
        return True
    legs = ((arc.left, arc.left_foot), (arc.right, arc.right_foot))
    return any(foot is not None and abs(x - at) <= _REACH and arc.y <= y <= foot for at, foot in legs)


def innermost(mentions: Sequence[Mention], offset: int) -> Mention | None:
    """Return the shortest mention with a fragment that covers ``offset`` (code points)."""
    covering = [m for m in mentions if any(Span(offset, offset + 1).overlaps(f) for f in m.fragments)]
    return min(covering, key=lambda m: (m.end - m.start, m.order), default=None)
