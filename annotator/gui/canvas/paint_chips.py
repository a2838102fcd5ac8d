"""Label chips, cluster numerals and hint letters. The inspector paints its chips with these too."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from annotator.gui.canvas import measures
from annotator.gui.canvas.geometry import Chip, SpanItem, badge_left
from annotator.gui.canvas.ink import Ink, line_pen
from annotator.gui.canvas.layout import chip_width as chip_width
from annotator.gui.canvas.layout import numeral_width
from annotator.gui.canvas.text import Faces

_RADIUS = 3.0
_HINT_GAP = 2.0
_HINT_PADDING = 3.5


def paint_chip(painter: QPainter, left: float, top: float, item: SpanItem, ink: Ink, faces: Faces) -> None:
    """Paint a mention's chip: solid when accepted, a dashed outline when suggested, a pill for events."""
    rect = QRectF(left, top, chip_width(item, faces), measures.CHIP)
    colour = ink.label(item.colours)
    radius = measures.CHIP / 2 if item.event else _RADIUS
    if item.suggested:
        painter.setBrush(ink.canvas)
        painter.setPen(line_pen(colour, dashed=True))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)
    else:
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
    text = colour if item.suggested else ink.on_label
    _label(painter, rect.left() + measures.CHIP_PADDING, rect, item.chip, faces.chip, text)
    if item.numeral:
        _numeral(painter, rect, item, faces, text)


def _label(painter: QPainter, x: float, rect: QRectF, text: str, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    baseline = rect.center().y() + QFontMetricsF(font).capHeight() / 2
    painter.drawText(QPointF(x, baseline), text)


def _numeral(painter: QPainter, chip: QRectF, item: SpanItem, faces: Faces, colour: QColor) -> None:
    """Paint the number of a chain in a circle, a dashed one while it is open whether it belongs there."""
    width = numeral_width(item.numeral)
    rect = QRectF(
        chip.right() - measures.CHIP_PADDING + 1 - width,
        chip.center().y() - measures.NUMERAL / 2,
        width,
        measures.NUMERAL,
    ).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(line_pen(colour, dashed=item.numeral_open))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    text = str(item.numeral)
    x = rect.center().x() - QFontMetricsF(faces.numeral).horizontalAdvance(text) / 2
    _label(painter, x, rect, text, faces.numeral, colour)


def paint_chip_ring(painter: QPainter, chip: Chip, colour: QColor, width: float) -> None:
    """Paint an outline around a chip."""
    rect = QRectF(chip.left, chip.top, chip.width, measures.CHIP)
    radius = measures.CHIP / 2 if chip.item.event else _RADIUS
    painter.setPen(line_pen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius + 1, radius + 1)


def paint_hint(
    painter: QPainter, chip: Chip, row: Iterable[Chip], letters: str, ink: Ink, faces: Faces
) -> None:
    """Paint the letters that choose a mention, left of its chip, among the chips of its ``row``."""
    advance = faces.chip_text(letters)
    width = max(float(measures.CHIP), advance + 2 * _HINT_PADDING)
    others = (other for other in row if other is not chip)
    rect = QRectF(badge_left(chip, others, width, _HINT_GAP), chip.top, width, measures.CHIP)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.hint)
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    _label(painter, rect.center().x() - advance / 2, rect, letters, faces.chip, ink.hint_text)
