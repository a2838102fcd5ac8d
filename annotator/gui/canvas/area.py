"""The scroll area below the canvas: zoom, scroll bar, and painting of the rows that need it."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.gui.canvas.ink import ink
from annotator.gui.canvas.mark_bar import MarkBar
from annotator.gui.canvas.paint_rows import Look, paint_block
from annotator.gui.canvas.surface import PlacedRow, Surface
from annotator.gui.canvas.text import faces
from annotator.gui.theme import LIGHT, Theme

SMALLEST_ZOOM, LARGEST_ZOOM = 0.5, 3.0
CLOSEST, WIDEST = 0.8, 2.0
"""Line spacing, as a factor of the design's."""
_ZOOM_STEP = 1.1
_SPACING_STEP = 0.1
_NOTCH = 120
_LINE = 32
_BLEED = 4
"""How far what belongs to a row may reach beyond it, in pixels."""


class PageArea(QAbstractScrollArea):
    """Shows a :class:`Surface`. The scroll bar counts pixels at a zoom of 1."""

    zoom_changed = Signal(float)
    spacing_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.marks = MarkBar()
        self.setVerticalScrollBar(self.marks)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.verticalScrollBar().sliderReleased.connect(self.sync_scroll_bar)
        self._theme = LIGHT
        self._zoom = 1.0
        self._spacing = 1.0
        self._surface: Surface | None = None
        self._syncing = False

    @property
    def zoom(self) -> float:
        """The scale of the canvas; 1 is the size of the design."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Scale the canvas; held between 0.5 and 3. What is at the top stays there."""
        zoom = max(SMALLEST_ZOOM, min(zoom, LARGEST_ZOOM))
        if zoom == self._zoom:
            return
        self._zoom = zoom
        self._fit()
        self.zoom_changed.emit(zoom)

    @property
    def spacing(self) -> float:
        """How far apart the lines are; 1 is the design's distance."""
        return self._spacing

    def set_spacing(self, spacing: float) -> None:
        """Set the lines apart; held between 0.8 and 2. What is at the top stays there."""
        spacing = max(CLOSEST, min(round(spacing, 2), WIDEST))
        if spacing == self._spacing:
            return
        self._spacing = spacing
        if self._surface is not None:
            self._surface.set_spacing(spacing)
        self._fit()
        self.spacing_changed.emit(spacing)

    def space_lines(self, steps: int) -> None:
        """Set the lines farther apart by steps, or closer by negative ones."""
        self.set_spacing(self._spacing + _SPACING_STEP * steps)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of ``theme``."""
        self._theme = theme
        self.marks.set_theme(theme)
        self.viewport().update()

    def look(self) -> Look:
        """Return how the rows are to look now."""
        return Look(ink(self._theme), faces())

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the page; the painter is at the viewport's corner, zoomed."""

    def viewport_size(self) -> tuple[float, float]:
        """Return width and height of the viewport in pixels at a zoom of 1."""
        return self.viewport().width() / self._zoom, self.viewport().height() / self._zoom

    def point(self, position: QPointF) -> tuple[float, float]:
        """Return a point of the viewport in the surface's pixels."""
        return position.x() / self._zoom, position.y() / self._zoom

    def _fit(self) -> None:
        if self._surface is not None:
            self._surface.resize(*self.viewport_size())
        self.sync_scroll_bar()
        self.viewport().update()

    def sync_scroll_bar(self) -> None:
        """Give the scroll bar the range and place that are known now; a slider being held stays."""
        bar = self.verticalScrollBar()
        if self._surface is None:
            bar.setRange(0, 0)
            return
        if bar.isSliderDown():
            return
        self._syncing = True
        scroller = self._surface.scroller
        bar.setRange(0, ceil(scroller.limit))
        bar.setPageStep(floor(scroller.page))
        bar.setValue(round(scroller.position))
        self._syncing = False

    def refresh_rows(self, concerned: Callable[[PlacedRow], bool]) -> None:
        """Have the rows painted anew that ``concerned`` chooses."""
        if self._surface is None:
            return
        for placed in self._surface.rows():
            if concerned(placed):
                self.viewport().update(self._band(placed))

    def _band(self, placed: PlacedRow) -> QRect:
        top = floor((placed.y + placed.row.top - _BLEED) * self._zoom)
        bottom = ceil((placed.y + placed.row.bottom + _BLEED) * self._zoom)
        return QRect(0, top, self.viewport().width(), bottom - top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column to the new size."""
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bar: small steps exactly, a dragged slider by known heights."""
        if self._syncing or self._surface is None:
            return
        if self.verticalScrollBar().isSliderDown():
            self._surface.scroller.move_to(self.verticalScrollBar().value())
        else:
            self._surface.scroller.move_by(-dy)
        self.sync_scroll_bar()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, zoom with Ctrl, or set the lines apart with Ctrl and Shift."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # With Shift, some systems turn the wheel sideways.
            notches = (event.angleDelta().y() or event.angleDelta().x()) / _NOTCH
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.set_spacing(self._spacing + _SPACING_STEP * notches)
            else:
                self.set_zoom(self._zoom * _ZOOM_STEP**notches)
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in the regions that need it."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        look = self.look()
        rects: list[QRect] = list(event.region())  # type: ignore[call-overload]  # iterable, its stub says not
        for rect in rects:
            painter.fillRect(rect, look.ink.canvas)
        painter.scale(self._zoom, self._zoom)
        for rect in rects:
            self._paint_band(painter, look, rect.top() / self._zoom, (rect.bottom() + 1) / self._zoom)
        self.paint_over(painter)
        painter.end()

    def _paint_band(self, painter: QPainter, look: Look, top: float, bottom: float) -> None:
        if self._surface is None:
            return
        for index, y in self._surface.scroller.visible:
            laid, layout = self._surface.page.laid(index)
            if y - _BLEED < bottom and y + layout.height + _BLEED > top:
                painter.save()
                painter.translate(self._surface.left, y)
                paint_block(painter, laid, layout, look, top=top - y - _BLEED, bottom=bottom - y + _BLEED)
                painter.restore()
