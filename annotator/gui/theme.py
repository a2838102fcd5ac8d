"""The colours and measures of the window, as one value for palette, style sheet and painter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from annotator.core.scheme import Colours


@dataclass(frozen=True, slots=True)
class Theme:
    """Colour roles as ``#rrggbb``; ``tint`` is the opacity of the ground under accepted text."""

    name: str
    dark: bool
    chrome: str
    base: str
    canvas: str
    field: str
    line: str
    strong_line: str
    text: str
    secondary: str
    disabled: str
    focus: str
    selected: str
    hover: str
    arc: str
    paragraph_number: str
    progress_track: str
    warning: str
    warning_ground: str
    error: str
    error_ground: str
    success: str
    hint: str
    hint_text: str
    annotators: tuple[str, str, str]
    tint: float
    label_contrast: float = 1.0
    """Contrast of labels with the ground as WCAG 2.2 counts it; a scheme's own colours may have less."""

    def label(self, colours: Colours) -> str:
        """Return a label's colour on this theme's ground, with at least ``label_contrast`` against it."""
        own = colours.dark if self.dark else colours.light
        return _stronger(own, self.text, self.canvas, self.label_contrast)

    @property
    def on_label(self) -> str:
        """Text colour on a solid label chip."""
        return self.canvas


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 defines it by relative luminance."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@cache
def _stronger(colour: str, text: str, ground: str, least: float) -> str:
    """Return a colour, mixed with that of the text as little as it takes to have a contrast."""
    shares = (step / 20 for step in range(20))
    return next(
        (mix for share in shares if contrast(mix := _mixed(colour, text, share), ground) >= least), text
    )


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _mixed(colour: str, other: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    linear = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    )
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


LIGHT = Theme(
    name="light",
    dark=False,
    chrome="#f2f1ed",
    base="#faf9f6",
    canvas="#fdfcf9",
    field="#ffffff",
    line="#dad8d1",
    strong_line="#b5b2a9",
    text="#22252b",
    secondary="#5f646e",
    disabled="#8f939b",
    focus="#1b63d6",
    selected="#dde8fa",
    hover="#e9e7e1",
    arc="#5f6672",
    paragraph_number="#75746d",
    progress_track="#e2e0d9",
    warning="#8a5a00",
    warning_ground="#fbf1dc",
    error="#a5222f",
    error_ground="#fbe9e9",
    success="#2e6b3c",
    hint="#f4d03f",
    hint_text="#22252b",
    annotators=("#1f3b5c", "#8a5f10", "#66707c"),
    tint=0.13,
)

DARK = Theme(
    name="dark",
    dark=True,
    chrome="#282c32",
    base="#23262c",
    canvas="#1e2126",
    field="#2f343b",
    line="#3b4049",
    strong_line="#545b66",
    text="#dfe2e7",
    secondary="#a2a8b3",
    disabled="#737a86",
    focus="#6cb0ff",
    selected="#2a3b55",
    hover="#30353d",
    arc="#9aa3b0",
    paragraph_number="#858b96",
    progress_track="#3f454e",
    warning="#e0b25a",
    warning_ground="#36301f",
    error="#ff9a9e",
    error_ground="#3b2629",
    success="#86cf96",
    hint="#f4d03f",
    hint_text="#22252b",
    annotators=("#9dbbe0", "#e0b25a", "#8d949f"),
    tint=0.20,
)

CONTRAST_LIGHT = Theme(
    name="contrast-light",
    dark=False,
    chrome="#ffffff",
    base="#ffffff",
    canvas="#ffffff",
    field="#ffffff",
    line="#000000",
    strong_line="#000000",
    text="#000000",
    secondary="#26282c",
    disabled="#595959",
    focus="#0036a8",
    selected="#bcd7ff",
    hover="#e2e2e2",
    arc="#1f2328",
    paragraph_number="#333333",
    progress_track="#d0d0d0",
    warning="#5c3a00",
    warning_ground="#fff3cf",
    error="#8b0010",
    error_ground="#ffe3e3",
    success="#0b4a1c",
    hint="#ffd500",
    hint_text="#000000",
    annotators=("#001f4d", "#6b4300", "#3a424b"),
    tint=0.20,
    label_contrast=7.0,
)

CONTRAST_DARK = Theme(
    name="contrast-dark",
    dark=True,
    chrome="#000000",
    base="#000000",
    canvas="#000000",
    field="#000000",
    line="#ffffff",
    strong_line="#ffffff",
    text="#ffffff",
    secondary="#e6e6e6",
    disabled="#a6a6a6",
    focus="#8cc4ff",
    selected="#0b3a73",
    hover="#2b2b2b",
    arc="#e0e4ea",
    paragraph_number="#d0d0d0",
    progress_track="#5a5a5a",
    warning="#ffd479",
    warning_ground="#2e2400",
    error="#ffb3b6",
    error_ground="#3d0006",
    success="#a5f0b3",
    hint="#ffd500",
    hint_text="#000000",
    annotators=("#bcd9ff", "#ffd479", "#d5dbe2"),
    tint=0.34,
    label_contrast=7.0,
)
"""High contrast: text at 15:1 and more on its ground, lines and arcs as strong as text."""
