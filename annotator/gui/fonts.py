"""The two faces that the program brings along: one to work with, one to read in."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from annotator.core.resources import resource

INTERFACE = "Inter"
READING = "Noto Serif"

_FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "NotoSerif-Regular.ttf",
    "NotoSerif-Bold.ttf",
    "NotoSerif-Italic.ttf",
)


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the shipped font files with Qt, once per process, and return their family names.

    Needs a QGuiApplication. A file that Qt refuses is skipped: the system's substitute is then used.
    """
    families: list[str] = []
    for name in _FILES:
        number = QFontDatabase.addApplicationFont(str(resource("fonts", name)))
        families.extend(QFontDatabase.applicationFontFamilies(number) if number >= 0 else [])
    return tuple(dict.fromkeys(families))


def interface_font(size: float = 12.0, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the interface face; ``size`` in pixels at a text scale of 1. Figures have equal widths."""
    font = QFont(INTERFACE)
    font.setPixelSize(max(6, round(size)))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag.fromString("tnum"), 1)
    return font


def reading_font(size: float = 17.0, *, bold: bool = False, italic: bool = False) -> QFont:
    """Return the reading face; ``size`` in pixels at a zoom of 1."""
    font = QFont(READING)
    font.setPixelSize(max(6, round(size)))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setItalic(italic)
    return font
