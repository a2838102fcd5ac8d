"""Bars in the colours of the window. Imports pyqtgraph, so it is imported only where a plot is shown."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.look import Look

_WIDTH = 0.62
_FEWEST = 4
"""So many places are kept for bars at least, or a single one would be as wide as the plot."""
_LINES = 5
_FEW = 6
"""Up to so many names have room to be read below the bars; of more, some are left out."""


@dataclass(frozen=True, slots=True)
class Bars:
    """A value for each place; ``role`` is a colour of the theme, ``pattern`` tells it apart without one."""

    name: str
    values: Sequence[float]
    role: str = "arc"
    pattern: Qt.BrushStyle = Qt.BrushStyle.SolidPattern


class BarPlot(QWidget):
    """Bars beside each other, those of several series stacked; the numbers are in the table beside it."""

    def __init__(self, look: Look, name: str, unit: str) -> None:
        super().__init__()
        self._look = look
        self._unit = unit
        self._series: Sequence[Bars] = ()
        self._names: Sequence[str] = ()
        self.setAccessibleName(name)
        self.setMinimumWidth(look.px(240))
        self._plot = pyqtgraph.PlotWidget()
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setFrameShape(pyqtgraph.PlotWidget.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        look.changed.connect(self._draw)

    def show_bars(self, names: Sequence[str], series: Sequence[Bars]) -> None:
        """Show other values; ``names`` stand below the bars."""
        self._names, self._series = names, series
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        plot, look = self._plot, self._look
        plot.clear()
        plot.setBackground(look.colour("base"))
        below = [0.0] * len(self._names)
        for bars in self._series:
            brush = QBrush(look.colour(bars.role), bars.pattern)
            item = pyqtgraph.BarGraphItem(
                x=list(range(len(self._names))),
                y0=list(below),
                height=list(bars.values),
                width=_WIDTH,
                brush=brush,
                pen=pyqtgraph.mkPen(look.colour(bars.role)),
            )
            plot.addItem(item)
            below = [low + value for low, value in zip(below, bars.values, strict=True)]
        top = max(below, default=0.0)
        self._axes(top)
        self._write_values(below, top)

    def _write_values(self, values: Sequence[float], top: float) -> None:
        """Write over each bar how high it is, where the bars stand far enough apart for that."""
        texts = [_figure(value, top) for value in values]
        metrics = QFontMetrics(self._look.font(11))
        wide = max(map(metrics.horizontalAdvance, texts), default=0) + self._look.px(4)
        if wide * max(len(texts), _FEWEST) > self._plot.width() - self._look.px(64):
            return
        for at, (value, text) in enumerate(zip(values, texts, strict=True)):
            if value:
                item = pyqtgraph.TextItem(text, color=self._look.colour("text"), anchor=(0.5, 1.0))
                item.setFont(self._look.font(11))
                item.setPos(at, value)
                self._plot.addItem(item)

    def _axes(self, top: float) -> None:
        look, count = self._look, len(self._names)
        metrics = QFontMetrics(look.font(11))
        most = max(look.px(28), (self._plot.width() - look.px(64)) // max(1, min(count, _FEW)) - look.px(6))
        names = [metrics.elidedText(name, Qt.TextElideMode.ElideRight, most) for name in self._names]
        wide = max(map(metrics.horizontalAdvance, names), default=0) + look.px(6)
        step = max(1, -(-count * wide // max(wide, self._plot.width() - look.px(64))))
        ticks = [(at, names[at]) for at in range(0, count, step)]
        for side in ("bottom", "left"):
            axis = self._plot.getAxis(side)
            axis.setPen(pyqtgraph.mkPen(look.colour("line")))
            axis.setTextPen(look.colour("secondary"))
            axis.setTickFont(look.font(11))
        self._plot.getAxis("bottom").setTicks([ticks])
        self._plot.getAxis("left").setLabel(self._unit, color=look.theme.secondary)
        self._plot.getAxis("left").enableAutoSIPrefix(False)
        step = _step(top)
        marks = [step * place for place in range(int(top / step) + 2)] if top else []
        self._plot.getAxis("left").setTicks([[(value, _figure(value, top)) for value in marks]])
        self._plot.showGrid(x=False, y=True, alpha=0.15)
        self._plot.setXRange(-0.6, max(count, _FEWEST) - 0.4, padding=0)
        self._plot.setYRange(0, top * 1.15 or 1, padding=0)


def _step(top: float) -> float:
    """Return how far apart the lines behind bars of that height are: 1, 2 or 5 times a power of ten."""
    if top <= 0:
        return 1.0
    least = top / _LINES
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * times for times in (1, 2, 5, 10) if power * times >= least)


def _figure(value: float, top: float) -> str:
    """Return a value in the language's digits, with a decimal where the bars are all low."""
    return QLocale().toString(float(value), "f", 0 if top >= _LINES or value == round(value) else 1)


class Legend(QWidget):
    """What the patterns stand for, as they are drawn."""

    def __init__(self, look: Look, series: Sequence[Bars]) -> None:
        super().__init__()
        from annotator.gui.widgets.fields import row
        from annotator.gui.widgets.labels import label

        parts: list[QWidget | None] = []
        for bars in series:
            swatch = QWidget()
            swatch.setFixedSize(look.px(14), look.px(10))
            swatch.setAutoFillBackground(True)
            palette = swatch.palette()
            palette.setBrush(QPalette.ColorRole.Window, QBrush(look.colour(bars.role), bars.pattern))
            swatch.setPalette(palette)
            parts += [swatch, label(look, bars.name, role="secondary")]
        self.setLayout(row(*parts, None, spacing=look.px(6)))
