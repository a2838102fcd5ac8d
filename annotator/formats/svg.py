"""Plots as SVG, made of text, lines, rectangles and circles alone, for a report and for the window.

Colours are whatever the reader of the SVG takes: ``#rrggbb`` for Qt, ``var(--name)`` within a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from annotator.formats.html import Markup, element

Scale: TypeAlias = Callable[[float], float]

_LEFT, _RIGHT, _TOP, _LINE, _BOTTOM = 190, 60, 12, 30, 28
_DOT = 4.5
_SHAPES = ("circle", "square", "diamond", "triangle")


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a plot; ``series`` are taken in turn.

    ``family`` is the face, ``size`` its pixels, ``point`` what stands before decimals.
    """

    text: str
    quiet: str
    grid: str
    ground: str
    series: tuple[str, ...]
    family: str = "sans-serif"
    size: float = 12.0
    point: str = "."

    def tick(self, value: float) -> str:
        """Return a number of an axis."""
        return f"{value:.1f}".replace(".", self.point)


@dataclass(frozen=True, slots=True)
class Dot:
    """A value with its interval, each in [0, 1]; ``None`` where it cannot be told; ``told`` in words."""

    name: str
    value: float | None
    low: float | None
    high: float | None
    told: str


@dataclass(frozen=True, slots=True)
class Series:
    """Values in the order of time, one for each tick."""

    name: str
    values: tuple[Dot, ...]


def intervals(dots: Sequence[Dot], ink: Ink, *, width: float = 720, title: str) -> Markup:
    """Return a line for each value: a dot, its interval as a bar, the number at the right."""
    height = _TOP + _LINE * len(dots) + _BOTTOM
    inner = width - _LEFT - _RIGHT

    def x(value: float) -> float:
        return _LEFT + inner * min(1.0, max(0.0, value))

    parts: list[Markup] = [element("title", title)]
    bottom = height - _BOTTOM
    for step in range(6):
        at = x(step / 5)
        parts.append(_line(at, _TOP, at, bottom, ink.grid))
        parts.append(_text(at, height - 9, ink.tick(step / 5), ink, colour=ink.quiet, anchor="middle"))
    for index, dot in enumerate(dots):
        y = _TOP + _LINE * (index + 0.5)
        parts.append(_text(_LEFT - 12, y + 4, dot.name, ink, anchor="end"))
        if dot.low is not None and dot.high is not None:
            parts.append(_line(x(dot.low), y, x(dot.high), y, ink.series[0], wide=3.0))
        if dot.value is not None:
            parts.append(_mark(0, x(dot.value), y, ink.series[0], ink.ground))
        parts.append(_text(width - _RIGHT + 12, y + 4, dot.told, ink))
    return _svg(parts, width, height, title)


def course(
    series: Sequence[Series],
    ticks: Sequence[str],
    ink: Ink,
    *,
    width: float = 720,
    height: float = 300,
    title: str,
) -> Markup:
    """Return lines over time, each with marks of its own shape, its interval as whiskers, and its name."""
    left, right = 44.0, 170.0
    top, bottom = 14.0, height - 40.0

    def x(index: float) -> float:
        return left + 16 + (width - left - right - 32) * (index / max(1, len(ticks) - 1))

    def y(value: float) -> float:
        return bottom - (bottom - top) * min(1.0, max(0.0, value))

    parts: list[Markup] = [element("title", title)]
    for step in range(6):
        parts.append(_line(left, y(step / 5), width - right, y(step / 5), ink.grid))
        parts.append(
            _text(left - 8, y(step / 5) + 4, ink.tick(step / 5), ink, colour=ink.quiet, anchor="end")
        )
    for index, tick in enumerate(ticks):
        if len(ticks) <= 8 or index % 2 == 0:
            parts.append(_text(x(index), bottom + 22, tick, ink, colour=ink.quiet, anchor="middle"))
    names = _apart([_last(one) for one in series], y, least=18.0)
    for place, one in enumerate(series):
        colour = ink.series[place % len(ink.series)]
        shift = 5.0 * (place - (len(series) - 1) / 2)
        parts.extend(_one_course(one, place, colour, ink, x=x, y=y, shift=shift))
        parts.append(_mark(place, width - right + 18, names[place], colour, ink.ground))
        parts.append(_text(width - right + 30, names[place] + 4, one.name, ink))
    return _svg(parts, width, height, title)


def _one_course(
    one: Series, place: int, colour: str, ink: Ink, *, x: Scale, y: Scale, shift: float
) -> Iterator[Markup]:
    before: tuple[float, float] | None = None
    marks = []
    for index, dot in enumerate(one.values):
        if dot.value is None:
            before = None
            continue
        here = (x(index) + shift, y(dot.value))
        if before is not None:
            yield _line(*before, *here, colour, wide=2.0)
        if dot.low is not None and dot.high is not None:
            yield _line(here[0], y(dot.low), here[0], y(dot.high), colour)
        marks.append(_mark(place, *here, colour, ink.ground))
        before = here
    yield from marks


def _last(one: Series) -> float:
    return next((dot.value for dot in reversed(one.values) if dot.value is not None), 0.0)


def _apart(values: Sequence[float], y: Scale, *, least: float) -> list[float]:
    """Return a height for each name near its last value, none on another."""
    order = sorted(range(len(values)), key=lambda i: -values[i])
    found = [0.0] * len(values)
    above = -1e9
    for index in order:
        found[index] = above = max(y(values[index]), above + least)
    over = max(0.0, (max(found) if found else 0.0) - y(0.0))
    return [at - over for at in found]


def _svg(parts: Sequence[Markup], width: float, height: float, title: str) -> Markup:
    return element(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        role="img",
        aria_label=title,
    )


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, *, wide: float = 1.0) -> Markup:
    ends = {"x1": f"{x1:.1f}", "y1": f"{y1:.1f}", "x2": f"{x2:.1f}", "y2": f"{y2:.1f}"}
    return element("line", **ends, stroke=colour, stroke_width=f"{wide:g}")


def _text(x: float, y: float, text: str, ink: Ink, *, colour: str = "", anchor: str = "start") -> Markup:
    face = {"font_family": ink.family, "font_size": f"{ink.size:g}", "fill": colour or ink.text}
    return element("text", text, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, **face)


def _mark(place: int, x: float, y: float, colour: str, ground: str) -> Markup:
    """Return a mark whose shape tells the series too."""
    look = {"fill": colour, "stroke": ground, "stroke_width": "1.5"}
    shape = _SHAPES[place % len(_SHAPES)]
    if shape == "circle":
        return element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{_DOT:g}", **look)
    d = _DOT
    corners = {
        "square": ((-d, -d), (d, -d), (d, d), (-d, d)),
        "diamond": ((0, -d - 1), (d + 1, 0), (0, d + 1), (-d - 1, 0)),
        "triangle": ((0, -d - 1), (d + 1, d), (-d - 1, d)),
    }[shape]
    points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners)
    return element("polygon", points=points, **look)
