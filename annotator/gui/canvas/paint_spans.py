"""Grounds, bars, brackets and dashed boxes of spans; the focus ring; selection and token cursor."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.gui.canvas import measures
from annotator.gui.canvas.geometry import Bar, Piece
from annotator.gui.canvas.ink import Ink, line_pen

_RING = 2.0
_RING_OUTSET = 1.5
"""As far out as leaves the space beside the word to be seen, in the smallest text too."""
_RING_TIGHT = -0.5
"""Beside a full stop the ring stays this far out, which leaves 2 pixels to its dot."""


def paint_ground(painter: QPainter, bar: Bar, line: int, ink: Ink) -> None:
    """Paint the tint under accepted text."""
    if bar.item.suggested:
        return
    tint = ink.tint(bar.item.colours)
    for piece in bar.pieces:
        painter.fillRect(QRectF(piece.left, 0, piece.right - piece.left, line), tint)


def paint_frame(painter: QPainter, bar: Bar, line: int, ink: Ink, *, ringed: bool) -> None:
    """Paint what surrounds the text: a bar above it or a dashed box, and an event's underline.

    Where the focus ring is, it takes the place of the dashed box.
    """
    colour = ink.label(bar.item.colours)
    for piece in bar.pieces:
        if bar.item.suggested:
            if not ringed or bar.lane:
                _dashed_box(painter, piece, bar, line, colour)
        else:
            painter.fillRect(QRectF(piece.left, bar.top, piece.right - piece.left, measures.BAR), colour)
            if bar.lane:
                _bracket(painter, piece, bar, ink.bracket(bar.item.colours))
        if bar.item.event:
            painter.fillRect(QRectF(piece.left, line - 1, piece.right - piece.left, measures.BAR), colour)
    _joins(painter, bar, colour)


def _bracket(painter: QPainter, piece: Piece, bar: Bar, colour: QColor) -> None:
    top = bar.top + measures.BAR
    if piece.opens:
        painter.fillRect(QRectF(piece.left, top, 1, -top), colour)
    if piece.closes:
        painter.fillRect(QRectF(piece.right - 1, top, 1, -top), colour)


def _dashed_box(painter: QPainter, piece: Piece, bar: Bar, line: int, colour: QColor) -> None:
    top = bar.top + 0.5 if bar.lane else -0.5
    bottom = line + 0.5
    left, right = round(piece.left) - 0.5, round(piece.right) + 0.5
    painter.setPen(line_pen(colour, dashed=True))
    painter.drawLine(QLineF(left, top, right, top))
    if not bar.item.event:
        painter.drawLine(QLineF(left, bottom, right, bottom))
    if piece.opens:
        painter.drawLine(QLineF(left, top, left, bottom))
    if piece.closes:
        painter.drawLine(QLineF(right, top, right, bottom))


def _joins(painter: QPainter, bar: Bar, colour: QColor) -> None:
    """Paint a dotted line between the fragments of a discontinuous mention."""
    if len(bar.item.fragments) == 1:
        return
    pen = QPen(colour, 1.0, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([1.0, 2.0])
    painter.setPen(pen)
    y = bar.top + 0.5
    begin = bar.low
    for piece in bar.pieces:
        if piece.left > begin:
            painter.drawLine(QLineF(begin, y, piece.left, y))
        begin = max(begin, piece.right)
    if bar.high > begin:
        painter.drawLine(QLineF(begin, y, bar.high, y))


def paint_ring(painter: QPainter, bar: Bar, line: int, ink: Ink) -> None:
    """Paint the focus ring around a mention's text, below the text so that no letter is hidden.

    Accepted text keeps its tint; suggested text, which has none, gets a ground in the focus colour.
    """
    painter.setPen(line_pen(ink.focus, _RING))
    painter.setBrush(ink.focus_ground if bar.item.suggested else Qt.BrushStyle.NoBrush)
    for piece in bar.pieces:
        left = piece.left - (_RING_TIGHT if piece.tight_left else _RING_OUTSET)
        right = piece.right + (_RING_TIGHT if piece.tight_right else _RING_OUTSET)
        half = _RING / 2
        rect = QRectF(QPointF(left + half, half - 2), QPointF(right - half, line + 3 - half))
        painter.drawRoundedRect(rect, 3.5, 3.5)


def paint_hit(painter: QPainter, left: float, right: float, line: int, ink: Ink) -> None:
    """Paint the ground of words that were looked for."""
    painter.fillRect(QRectF(left, 0, right - left, line), ink.hit)


def paint_selection(painter: QPainter, left: float, right: float, line: int, ink: Ink) -> None:
    """Paint the ground of selected text."""
    painter.fillRect(QRectF(left, 0, right - left, line), ink.selected)


def paint_caret(painter: QPainter, left: float, right: float, line: int, ink: Ink) -> None:
    """Paint the token cursor: a line below the token with upturned ends."""
    left, right = round(left) - 1.0, round(right) + 1.0
    painter.fillRect(QRectF(left, line, right - left, 2), ink.text)
    painter.fillRect(QRectF(left, line - 4, 2, 4), ink.text)
    painter.fillRect(QRectF(right - 2, line - 4, 2, 4), ink.text)
