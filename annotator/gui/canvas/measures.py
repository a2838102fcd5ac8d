"""The measures of the canvas at a zoom of 1, in pixels, and how each zone of an article is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from annotator.core.article import ZoneKind

COLUMN = 728
"""Widest text column."""
GUTTER = 56
"""From the left edge to the text: paragraph numbers and run-on marks."""
MARGIN = 48
"""From the text column to the right edge."""
NARROWEST = 160
"""The text column never gets narrower; below it the right end is cut off."""
TOP, BOTTOM = 16, 48

SPAN_LANE = 17
CHIP = 14
CHIP_PADDING = 5
CHIP_GAP = 3
"""Free space that two chips of one lane keep between them."""
NUMERAL = 12
"""Diameter of a cluster's numeral."""
NUMERAL_GAP = 3
BAR = 2

ARC_LANE = 16
ARC_ROOM = 4
"""Free space above the topmost arc of a row."""
ARC_RISE = 9
"""From a chip's top to the lowest arc."""
ARC_LABEL_PADDING = 6
ARC_CORNER = 4
PORT_GAP = 8
"""Distance of two arcs' feet on a shared chip, where the chip is wide enough."""
ARC_LEFT, ARC_RIGHT = 40, 26
"""How far arcs run on to the left of the text and to the right of the column."""

RUN_ON = 9
"""How far a span that runs on reaches beyond the text of its row."""


class Face(StrEnum):
    """The face that a zone is set in."""

    INTERFACE = "interface"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class ZoneStyle:
    """How a zone is set: face and size in pixels, line height, space below each row, space above it all."""

    face: Face
    size: float
    line: int
    gap: int
    above: int
    semibold: bool = False
    bold: bool = False
    italic: bool = False
    secondary: bool = False


STYLES: Mapping[ZoneKind, ZoneStyle] = MappingProxyType(
    {
        ZoneKind.KICKER: ZoneStyle(Face.INTERFACE, 12, 16, 4, 5, semibold=True, secondary=True),
        ZoneKind.HEADLINE: ZoneStyle(Face.READING, 25, 34, 4, 5, bold=True),
        ZoneKind.DATELINE: ZoneStyle(Face.INTERFACE, 12, 16, 4, 3, secondary=True),
        ZoneKind.NOTICE: ZoneStyle(Face.INTERFACE, 12, 16, 4, 3, secondary=True),
        ZoneKind.CAPTION: ZoneStyle(Face.READING, 13, 18, 4, 1, italic=True, secondary=True),
        ZoneKind.CREDIT: ZoneStyle(Face.INTERFACE, 11, 16, 4, 1, secondary=True),
        ZoneKind.TEASER: ZoneStyle(Face.READING, 18, 26, 6, 12),
        ZoneKind.CROSSHEAD: ZoneStyle(Face.READING, 17, 25, 5, 10, bold=True),
        ZoneKind.BODY: ZoneStyle(Face.READING, 17, 25, 7, 15),
    }
)


def space_above(kind: ZoneKind, before: ZoneKind | None) -> int:
    """Return the space above a paragraph of ``kind`` that follows one of kind ``before``."""
    if before is None:
        return 0
    if before is ZoneKind.CROSSHEAD and kind is ZoneKind.BODY:
        return 8
    return STYLES[kind].above
