"""Paints the rows of a block, one after the other, each in its own band."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from annotator.core.article import ZoneKind
from annotator.core.ids import MentionId
from annotator.core.text import Span
from annotator.gui.canvas import measures
from annotator.gui.canvas.geometry import Bar, BlockLayout, Row
from annotator.gui.canvas.ink import Ink
from annotator.gui.canvas.measures import STYLES
from annotator.gui.canvas.page import LaidBlock
from annotator.gui.canvas.paint_arcs import paint_arc_label, paint_arc_line
from annotator.gui.canvas.paint_chips import paint_chip, paint_chip_ring, paint_hint
from annotator.gui.canvas.paint_spans import (
    paint_caret,
    paint_frame,
    paint_ground,
    paint_hit,
    paint_ring,
    paint_selection,
)
from annotator.gui.canvas.spotlight import Spotlight
from annotator.gui.canvas.text import Faces, Line
from annotator.gui.i18n import mark, tr

_NUMBER_RIGHT = -30.0
_ZONE_RIGHT, _ZONE_LEFT = -8.0, 2.0
"""Where the name of a zone ends, from the text, and the least it keeps from the window's edge."""
ZONE_CAPTIONS: Mapping[ZoneKind, str] = MappingProxyType(
    {
        ZoneKind.KICKER: mark("Kicker"),
        ZoneKind.HEADLINE: mark("Title"),
        ZoneKind.DATELINE: mark("Date"),
        ZoneKind.NOTICE: mark("Notice"),
        ZoneKind.CAPTION: mark("Photo"),
        ZoneKind.CREDIT: mark("Source"),
        ZoneKind.TEASER: mark("Teaser"),
        ZoneKind.CROSSHEAD: mark("Heading"),
    }
)
"""Short names for the gutter; body text has its paragraph's number there."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the rows are to look now: what has the focus, what is selected, which hints show."""

    ink: Ink
    faces: Faces
    spotlight: Spotlight = field(default_factory=Spotlight)
    hints: Mapping[MentionId, str] = field(default_factory=dict)
    selection: Span | None = None
    caret: Span | None = None
    hits: Sequence[Span] = ()


def paint_block(
    painter: QPainter, laid: LaidBlock, layout: BlockLayout, look: Look, *, top: float, bottom: float
) -> None:
    """Paint the rows that reach into ``[top, bottom]``, both from the top of the block.

    The painter's origin is where the block's text column begins.
    """
    style = STYLES[laid.block.kind]
    colour = look.ink.secondary if style.secondary else look.ink.text
    for index, (row, line) in enumerate(zip(layout.rows, laid.text.lines, strict=True)):
        if row.bottom < top or row.top > bottom:
            continue
        painter.save()
        painter.translate(0, row.text_top)
        _paint_grounds(painter, row, line, layout.line, look)
        painter.setPen(colour)
        line.draw(painter, 0, 0, layout.line)
        if index == 0 and laid.block.number:
            _paint_number(painter, laid.block.number, line, layout.line, look)
        if index == 0 and laid.block.heads and laid.block.kind in ZONE_CAPTIONS:
            _paint_zone(painter, laid.block.kind, line, layout.line, look)
        _paint_marks(painter, row, layout.line, look)
        painter.restore()


def _paint_grounds(painter: QPainter, row: Row, line: Line, height: int, look: Look) -> None:
    for bar in row.bars:
        paint_ground(painter, bar, height, look.ink)
    _paint_ranges(painter, row, line, height, look)
    for bar in row.bars:
        if bar.item.id == look.spotlight.item:
            paint_frame(painter, bar, height, look.ink, ringed=True)
            paint_ring(painter, bar, height, look.ink)


def _paint_ranges(painter: QPainter, row: Row, line: Line, height: int, look: Look) -> None:
    for hit in _hits_in(look.hits, row):
        left = line.x(max(hit.start, row.start))
        right = min(line.x(min(hit.end, row.end)), row.width)
        paint_hit(painter, left, max(left, right), height, look.ink)
    for span, paint in ((look.selection, paint_selection), (look.caret, paint_caret)):
        if span is not None and span.start < row.end and span.end > row.start:
            left = line.x(max(span.start, row.start))
            right = min(line.x(min(span.end, row.end)), row.width)
            paint(painter, left, max(left, right), height, look.ink)


def _hits_in(hits: Sequence[Span], row: Row) -> Sequence[Span]:
    """Return the hits that show in a row; none of them overlap, and they are in reading order."""
    first = bisect_right(hits, row.start, key=lambda hit: hit.end)
    last = bisect_right(hits, row.end - 1, key=lambda hit: hit.start)
    return hits[first:last]


def _paint_zone(painter: QPainter, kind: ZoneKind, line: Line, height: int, look: Look) -> None:
    """Say in the gutter what a part of the article is."""
    metrics = QFontMetricsF(look.faces.zone_name)
    room = float(measures.GUTTER + _ZONE_RIGHT - _ZONE_LEFT)
    text = metrics.elidedText(tr(ZONE_CAPTIONS[kind]), Qt.TextElideMode.ElideRight, room)
    painter.setFont(look.faces.zone_name)
    painter.setPen(look.ink.number)
    painter.drawText(QPointF(_ZONE_RIGHT - metrics.horizontalAdvance(text), line.baseline(height)), text)


def _paint_number(painter: QPainter, number: int, line: Line, height: int, look: Look) -> None:
    text = str(number)
    painter.setFont(look.faces.number)
    painter.setPen(look.ink.number)
    x = _NUMBER_RIGHT - QFontMetricsF(look.faces.number).horizontalAdvance(text)
    painter.drawText(QPointF(x, line.baseline(height)), text)


def _paint_marks(painter: QPainter, row: Row, height: int, look: Look) -> None:
    for bar in row.bars:
        if bar.item.id != look.spotlight.item:
            paint_frame(painter, bar, height, look.ink, ringed=False)
    arcs = sorted(row.arcs, key=look.spotlight.lights)
    for arc in arcs:
        paint_arc_line(painter, arc, look.ink, current=look.spotlight.lights(arc))
    for arc in arcs:
        paint_arc_label(painter, arc, look.ink, look.faces, current=look.spotlight.lights(arc))
    for chip in row.chips:
        paint_chip(painter, chip.left, chip.top, chip.item, look.ink, look.faces)
        if chip.item.id in look.spotlight.mates:
            paint_chip_ring(painter, chip, look.ink.focus, 1.5)
        elif chip.item.id == look.spotlight.item and _shares_text(chip.item.id, row.bars):
            paint_chip_ring(painter, chip, look.ink.focus, 2.0)
    for chip in row.chips:
        if chip.item.id in look.hints:
            paint_hint(painter, chip, row.chips, look.hints[chip.item.id], look.ink, look.faces)


def _shares_text(mention: MentionId, bars: tuple[Bar, ...]) -> bool:
    """Tell whether another mention lies over this one's text, so that the ring alone leaves a doubt."""
    own = next(bar for bar in bars if bar.item.id == mention)
    return any(bar is not own and bar.low < own.high and own.low < bar.high for bar in bars)
