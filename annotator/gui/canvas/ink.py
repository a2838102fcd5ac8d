"""A theme's colours as Qt values, made once per theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from annotator.core.scheme import Colours
from annotator.gui.theme import Theme

_DASHES = [3.0, 2.0]
_BRACKET = 0.45
_HIT = 0.38


class Ink:
    """Colours and pens of the canvas in one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.canvas = QColor(theme.canvas)
        self.text = QColor(theme.text)
        self.secondary = QColor(theme.secondary)
        self.focus = QColor(theme.focus)
        self.focus_ground = _faded(self.focus, theme.tint)
        self.selected = QColor(theme.selected)
        self.arc = QColor(theme.arc)
        self.number = QColor(theme.paragraph_number)
        self.hint = QColor(theme.hint)
        self.hit = _faded(self.hint, _HIT)
        self.hint_text = QColor(theme.hint_text)
        self.on_label = QColor(theme.on_label)
        self._labels: dict[Colours | None, tuple[QColor, QColor, QColor]] = {}

    def label(self, colours: Colours | None) -> QColor:
        """Return a label's colour; that of secondary text for an unknown label."""
        return self._shades(colours)[0]

    def tint(self, colours: Colours | None) -> QColor:
        """Return the ground under accepted text."""
        return self._shades(colours)[1]

    def bracket(self, colours: Colours | None) -> QColor:
        """Return the colour of the thin sides of a nested span."""
        return self._shades(colours)[2]

    def _shades(self, colours: Colours | None) -> tuple[QColor, QColor, QColor]:
        shades = self._labels.get(colours)
        if shades is None:
            full = QColor(self.theme.label(colours)) if colours else self.secondary
            shades = (full, _faded(full, self.theme.tint), _faded(full, _BRACKET))
            self._labels[colours] = shades
        return shades


def _faded(colour: QColor, opacity: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(opacity)
    return faded


@cache
def ink(theme: Theme) -> Ink:
    """Return the ink of a theme."""
    return Ink(theme)


def line_pen(colour: QColor, width: float = 1.0, *, dashed: bool = False) -> QPen:
    """Return a pen with flat ends; its dashes are 3 and its gaps 2 pixels long whatever its width."""
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dashed:
        pen.setDashPattern([length / width for length in _DASHES])
    return pen
