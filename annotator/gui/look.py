"""The look of the window at the moment: theme and text size, shared by everything that paints."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication

from annotator.gui.fonts import interface_font
from annotator.gui.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Theme

DESIGN_PIXELS = 12.0
"""Height of the interface's text in the design; a larger one scales every measure with it."""


class Look(QObject):
    """Theme and scale. ``changed`` says that everything must be painted anew."""

    changed = Signal()

    def __init__(self, theme: Theme = LIGHT, scale: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scale = scale

    def set(self, theme: Theme, scale: float) -> None:
        """Take another theme or scale and tell everybody, if it is another one."""
        if (theme, scale) != (self.theme, self.scale):
            self.theme, self.scale = theme, scale
            self.changed.emit()

    def px(self, design_pixels: float) -> int:
        """Return a measure of the design in pixels of this window."""
        return round(design_pixels * self.scale)

    def font(self, design_pixels: float = 12.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the interface face in a size of the design."""
        return interface_font(design_pixels * self.scale, weight=weight)

    def colour(self, role: str) -> QColor:
        """Return the colour of a theme role."""
        return QColor(getattr(self.theme, role))


def theme_for(choice: str) -> Theme:
    """Return the theme for a setting; ``system`` and ``contrast`` are light or dark as the system is."""
    if choice in ("system", "contrast"):
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    else:
        dark = choice == "dark"
    if choice == "contrast":
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT


def scale_for(percent: int, system_font: QFont) -> float:
    """Return the scale for a text size in per cent; 0 follows the system's font, within reason."""
    if percent:
        return percent / 100
    pixels: float = system_font.pixelSize()
    if pixels <= 0:
        screen = QGuiApplication.primaryScreen()
        dots = screen.logicalDotsPerInch() if screen is not None else 96.0
        pixels = system_font.pointSizeF() * dots / 72
    return min(2.0, max(1.0, round(pixels / DESIGN_PIXELS, 2)))
