"""Relations as arcs above the text."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPolygonF

from annotator.gui.canvas import measures
from annotator.gui.canvas.geometry import Arc, Arrow
from annotator.gui.canvas.ink import Ink, line_pen
from annotator.gui.canvas.text import Faces

_HEAD_WIDTH, _HEAD_HEIGHT = 8.0, 6.0
_CHEVRON = 3.5
_CURRENT = 1.5


def paint_arc_line(painter: QPainter, arc: Arc, ink: Ink, *, current: bool) -> None:
    """Paint an arc's line with its arrow head, or the marks where it runs on."""
    colour = ink.focus if current else ink.arc
    painter.setPen(line_pen(colour, _CURRENT if current else 1.0, dashed=arc.item.suggested))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(arc))
    for side, x, foot in ((Arrow.LEFT, arc.left, arc.left_foot), (Arrow.RIGHT, arc.right, arc.right_foot)):
        if foot is None:
            _run_on_mark(painter, x, _snapped(arc.y), colour, leftwards=side is Arrow.LEFT)
        elif arc.arrow is side:
            _arrow_head(painter, _snapped(x), foot, colour)


def _snapped(place: float) -> float:
    """Return the middle of the pixel at ``place``, so that a line of 1 pixel is sharp."""
    return round(place) + 0.5


def _path(arc: Arc) -> QPainterPath:
    y, radius = _snapped(arc.y), min(float(measures.ARC_CORNER), (arc.right - arc.left) / 2)
    left, right = _snapped(arc.left), _snapped(arc.right)
    path = QPainterPath()
    if arc.left_foot is None:
        path.moveTo(left + 2 * _CHEVRON, y)
    else:
        path.moveTo(left, arc.left_foot - (_HEAD_HEIGHT - 1 if arc.arrow is Arrow.LEFT else 0))
        path.lineTo(left, y + radius)
        path.quadTo(left, y, left + radius, y)
    if arc.right_foot is None:
        path.lineTo(right - 2 * _CHEVRON, y)
    else:
        path.lineTo(right - radius, y)
        path.quadTo(right, y, right, y + radius)
        path.lineTo(right, arc.right_foot - (_HEAD_HEIGHT - 1 if arc.arrow is Arrow.RIGHT else 0))
    return path


def _arrow_head(painter: QPainter, x: float, foot: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    base, half = foot - _HEAD_HEIGHT - 0.5, _HEAD_WIDTH / 2
    painter.drawPolygon(QPolygonF([QPointF(x - half, base), QPointF(x + half, base), QPointF(x, foot - 0.5)]))


def _run_on_mark(painter: QPainter, x: float, y: float, colour: QColor, *, leftwards: bool) -> None:
    """Paint « or » where an arc leaves the row."""
    painter.setPen(line_pen(colour, 1.2))
    step = _CHEVRON if leftwards else -_CHEVRON
    for tip in (x, x + step):
        for rise in (-_CHEVRON, _CHEVRON):
            painter.drawLine(QLineF(tip, y, tip + step, y + rise))


def paint_arc_label(painter: QPainter, arc: Arc, ink: Ink, faces: Faces, *, current: bool) -> None:
    """Paint an arc's label on the canvas colour, so that it interrupts the line."""
    font = faces.current_arc if current else faces.arc
    metrics = QFontMetricsF(font)
    half = measures.ARC_LANE / 2 - 1
    painter.fillRect(QRectF(arc.label, arc.y - half, arc.label_width, 2 * half + 1), ink.canvas)
    painter.setFont(font)
    painter.setPen(ink.focus if current else ink.arc)
    x = arc.label + (arc.label_width - metrics.horizontalAdvance(arc.item.label)) / 2
    painter.drawText(QPointF(x, _snapped(arc.y) + metrics.capHeight() / 2), arc.item.label)


def paint_link(painter: QPainter, chip: QRectF, pointer: QPointF, ink: Ink) -> None:
    """Paint the arc that is being dragged from a chip to the pointer."""
    start = QPointF(chip.center().x(), chip.top())
    rise = min(start.y(), pointer.y()) - 2 * measures.ARC_LANE
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x(), rise), QPointF(pointer.x(), rise), pointer)
    painter.setPen(line_pen(ink.focus, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setBrush(ink.focus)
    painter.drawEllipse(pointer, 2.0, 2.0)
