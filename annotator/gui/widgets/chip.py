"""A label chip outside the canvas, painted as there."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.gui.canvas import measures
from annotator.gui.canvas.geometry import SpanItem
from annotator.gui.canvas.ink import ink
from annotator.gui.canvas.paint_chips import chip_width, paint_chip
from annotator.gui.canvas.text import faces
from annotator.gui.look import Look

_LARGER = 1.25
"""Chips stand alone in the panels, so they are a little larger than above the text."""


def draw_chip(
    painter: QPainter, left: float, top: float, item: SpanItem, look: Look, *, scale: float = _LARGER
) -> None:
    """Paint a chip whose upper left corner is at (left, top)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, top)
    painter.scale(scale * look.scale, scale * look.scale)
    paint_chip(painter, 0, 0, item, ink(look.theme), faces())
    painter.restore()


def chip_size(item: SpanItem, look: Look, *, scale: float = _LARGER) -> QSize:
    """Return the size of a chip in pixels."""
    factor = scale * look.scale
    return QSize(round(chip_width(item, faces()) * factor) + 1, round(measures.CHIP * factor) + 1)


class ChipWidget(QWidget):
    """One chip; nothing without an item."""

    def __init__(self, look: Look, item: SpanItem | None = None, *, scale: float = _LARGER) -> None:
        super().__init__()
        self._look = look
        self._scale = scale
        self._item = item
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_change)
        self.set_item(item)

    def set_item(self, item: SpanItem | None) -> None:
        """Show another chip."""
        self._item = item
        self.setAccessibleName(item.chip if item else "")
        self._on_change()

    def sizeHint(self) -> QSize:  # noqa: D102
        return chip_size(self._item, self._look, scale=self._scale) if self._item else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        if self._item is not None:
            painter = QPainter(self)
            draw_chip(painter, 0, 0, self._item, self._look, scale=self._scale)

    def _on_change(self) -> None:
        self.updateGeometry()
        self.update()
