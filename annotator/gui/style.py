"""Palette and style sheet of a look. All colours come from the theme, all measures from the design."""

from __future__ import annotations

from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from annotator.core.resources import resource
from annotator.gui.look import Look
from annotator.gui.theme import Theme

_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "chrome",
    QPalette.ColorRole.Button: "chrome",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "hover",
    QPalette.ColorRole.ToolTipBase: "field",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "secondary",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.Light: "field",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "strong_line",
    QPalette.ColorRole.Shadow: "strong_line",
    QPalette.ColorRole.Highlight: "focus",
    QPalette.ColorRole.Accent: "focus",
    QPalette.ColorRole.Link: "focus",
    QPalette.ColorRole.LinkVisited: "focus",
    QPalette.ColorRole.HighlightedText: "canvas",
}
_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.PlaceholderText,
)


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette for a theme."""
    result = QPalette()
    for role, name in _ROLES.items():
        result.setColor(role, QColor(getattr(theme, name)))
    for role in _DISABLED:
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return result


_CELL_MARGIN = 3
"""Pixels that the style itself leaves at both sides of a cell's text, whatever the sheet says."""


_MIDDLE = 128
"""Lightness below which a field is dark."""


class _Sheet(Template):
    """``@role`` is a colour, ``@{12px}`` a measure of the design, so the sheet stays readable as QSS."""

    delimiter = "@"
    braceidpattern = r"[0-9]+px|[a-z_]+"
    idpattern = r"[a-z_]+"


class _Measures(dict[str, str]):
    def __init__(self, look: Look, icons: Path) -> None:
        theme = look.theme
        super().__init__({name: getattr(theme, name) for name in theme.__slots__ if name != "annotators"})
        dark = QColor(theme.field).lightness() < _MIDDLE
        self["tick"] = (icons / ("fixed/light-tick.svg" if dark else "check.svg")).as_posix()
        self["variant"] = theme.name
        self["cell_inset"] = f"{look.px(16) - _CELL_MARGIN}px"
        self._look = look

    def __missing__(self, key: str) -> str:
        if not key.endswith("px"):
            raise KeyError(key)
        design = float(key[:-2])
        return f"{max(1, self._look.px(design)) if design else 0}px"


def style_sheet(look: Look) -> str:
    """Return the style sheet of a look."""
    source = Path(__file__).with_name("style.qss").read_text(encoding="utf-8")
    return _Sheet(source).substitute(_Measures(look, resource("icons")))


def apply(app: QApplication, look: Look) -> None:
    """Give the whole application this look."""
    app.setPalette(palette(look.theme))
    app.setFont(look.font())
    app.setStyleSheet(style_sheet(look))
