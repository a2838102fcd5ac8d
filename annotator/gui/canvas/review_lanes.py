"""Paints what a review marks: thin lines under agreed mentions, dots under disputed ones, and lanes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotator.core.text import Span
from annotator.gui.canvas import measures
from annotator.gui.canvas.geometry import Bar, Chip, Row
from annotator.gui.canvas.ink import Ink, line_pen
from annotator.gui.canvas.page import LaidBlock
from annotator.gui.canvas.review_page import LANE, LANES_ABOVE, Lane, Marks
from annotator.gui.canvas.text import Faces, Line

_RADIUS = 3.0
_LETTER = 16
_GAP = 3
_HOOK = 6


def paint_row(
    painter: QPainter,
    laid: LaidBlock,
    number: int,
    row: Row,
    height: int,
    marks: Marks,
    ink: Ink,
    faces: Faces,
) -> None:
    """Paint the marks of one row; the painter's origin is the left end of its text's top."""
    for bar in row.bars:
        _underline(painter, bar, height, ink)
    for chip in row.chips:
        _code(painter, chip, ink, faces)
    if marks.in_row(row):
        line = laid.text.lines[number]
        top = row.top - row.text_top + LANES_ABOVE
        for index, lane in enumerate(marks.lanes):
            _lane(painter, lane, row, line, top + LANE * index, ink, faces)
        _frame(painter, marks, row, line, height, ink)


def stretches(fragments: tuple[Span, ...], row: Row, line: Line) -> Iterator[tuple[float, float, bool, bool]]:
    """Yield where fragments are in a row: left, right, and whether each begins and ends there."""
    for span in fragments:
        if span.start < row.end and row.start < span.end:
            opens, closes = span.start >= row.start, span.end <= row.end
            left = line.x(span.start) if opens else -float(measures.RUN_ON)
            right = min(line.x(span.end), row.width) if closes else row.width + measures.RUN_ON
            yield left, max(left + 2, right), opens, closes


def _underline(painter: QPainter, bar: Bar, height: int, ink: Ink) -> None:
    for piece in bar.pieces:
        if bar.item.suggested:
            pen = QPen(ink_warning(ink), 2.0, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([1.0, 1.5])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QLineF(piece.left, height - 0.5, piece.right, height - 0.5))
        else:
            below = height - 1 + 2 * bar.lane
            painter.fillRect(
                QRectF(piece.left, below, piece.right - piece.left, 1), ink.label(bar.item.colours)
            )


def _code(painter: QPainter, chip: Chip, ink: Ink, faces: Faces) -> None:
    rect = QRectF(chip.left, chip.top, chip.width, measures.CHIP)
    colour = ink.label(chip.item.colours)
    left = chip.left
    if chip.item.suggested:
        colour = ink_warning(ink)
        painter.setPen(line_pen(colour))
        painter.setBrush(ink.canvas)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS - 0.5, _RADIUS - 0.5)
        left += measures.CHIP_PADDING
    _words(painter, left, rect, chip.item.chip, colour, faces)


def _words(painter: QPainter, x: float, rect: QRectF, text: str, colour: QColor, faces: Faces) -> None:
    painter.setFont(faces.chip)
    painter.setPen(colour)
    baseline = rect.center().y() + QFontMetricsF(faces.chip).capHeight() / 2
    painter.drawText(QPointF(x, baseline), text)


def _lane(painter: QPainter, lane: Lane, row: Row, line: Line, top: float, ink: Ink, faces: Faces) -> None:
    colour = QColor(ink.theme.annotators[lane.tone % len(ink.theme.annotators)])
    middle = top + LANE / 2
    first = True
    for left, right, opens, closes in stretches(lane.fragments, row, line):
        if lane.marked:
            painter.setPen(line_pen(colour, 2.0))
            painter.drawLine(QLineF(left, middle, right, middle))
            for there, x in ((opens, left + 1), (closes, right - 1)):
                if there:
                    painter.drawLine(QLineF(x, middle - 1, x, middle + _HOOK))
        if first and opens:
            _tag(painter, lane, left, top, colour, ink, faces)
            first = False


def _tag(
    painter: QPainter, lane: Lane, left: float, top: float, colour: QColor, ink: Ink, faces: Faces
) -> None:
    """Paint the annotator's letter and the label that she gave."""
    box = QRectF(left, top + (LANE - _LETTER) / 2, _LETTER, _LETTER)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    advance = faces.chip_text(lane.letter)
    _words(painter, box.center().x() - advance / 2, box, lane.letter, ink.canvas, faces)
    if lane.chip:
        width = faces.chip_text(lane.chip) + 2 * measures.CHIP_PADDING
        rect = QRectF(box.right() + _GAP, top + (LANE - measures.CHIP) / 2, width, measures.CHIP)
        painter.setPen(QPen(ink.canvas, 2.0))
        painter.setBrush(ink.label(lane.colours))
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        _words(painter, rect.left() + measures.CHIP_PADDING, rect, lane.chip, ink.on_label, faces)


def _frame(painter: QPainter, marks: Marks, row: Row, line: Line, height: int, ink: Ink) -> None:
    """Paint the ring around the words in question."""
    painter.setPen(line_pen(ink.focus, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for left, right, _, _ in stretches(marks.at, row, line):
        painter.drawRoundedRect(QRectF(QPointF(left - 2, -1), QPointF(right + 1, height + 2)), 3.5, 3.5)


def ink_warning(ink: Ink) -> QColor:
    """Return the colour of what is disputed."""
    return QColor(ink.theme.warning)
