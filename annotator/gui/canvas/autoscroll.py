"""Scrolling by itself while the mouse drags near an edge of the viewport, or beyond it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

_EDGE = 24.0
"""The band inside an edge in which scrolling begins, in pixels at a zoom of 1."""
_SLOW, _FAST = 90.0, 1400.0
"""Pixels per second at the edge itself, and at most."""
_REACH = 120.0
"""How far beyond the edge (pixels) the pointer must be for the most."""
_TICK_MILLISECONDS = 15
_LONGEST_STEP_SECONDS = 0.05
"""After a frame that took long, the page does not leap."""


def speed(y: float, height: float) -> float:
    """Return how fast to scroll with the pointer at ``y``: pixels per second, upwards negative, 0 inside.

    From the beginning of the band to the edge it rises from nothing, beyond it ever faster.
    """
    edge = min(_EDGE, height / 4)
    if y < edge:
        return -_rise(edge - y, edge)
    if y > height - edge:
        return _rise(y - (height - edge), edge)
    return 0.0


def _rise(depth: float, edge: float) -> float:
    if depth <= edge:
        return _SLOW * depth / edge
    share = min(1.0, (depth - edge) / _REACH)
    return _SLOW + (_FAST - _SLOW) * share * share


class Autoscroll(QObject):
    """Calls ``scroll`` with whole pixels as long as the pointer stays where :meth:`follow` was told."""

    def __init__(self, scroll: Callable[[int], object], parent: QObject) -> None:
        super().__init__(parent)
        self._scroll = scroll
        self._speed = 0.0
        self._rest = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MILLISECONDS)
        self._timer.timeout.connect(self._on_tick)

    @property
    def active(self) -> bool:
        """Whether the page is scrolling by itself."""
        return self._timer.isActive()

    def follow(self, y: float, height: float) -> None:
        """Take the place of the pointer in a viewport of ``height``."""
        self._speed = speed(y, height)
        if not self._speed:
            self.stop()
        elif not self.active:
            self._rest = 0.0
            self._clock.start()
            self._timer.start()

    def stop(self) -> None:
        """Stand still."""
        self._timer.stop()

    def _on_tick(self) -> None:
        seconds = min(self._clock.restart() / 1000, _LONGEST_STEP_SECONDS)
        self._rest += self._speed * seconds
        whole = int(self._rest)
        if whole:
            self._rest -= whole
            self._scroll(whole)
