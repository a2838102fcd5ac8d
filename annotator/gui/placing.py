"""Where the window stands: where it was, if that is still on a screen, and never larger than the screen."""

from __future__ import annotations

import base64
import contextlib

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

_WANTED = QSize(1280, 800)
_SMALLEST = QSize(960, 600)
NOMINAL = QRect(0, 0, 1920, 1080)
_SCREENLESS = ("offscreen", "minimal")
_TITLE_BAR = 40
"""Pixels kept for the frame as long as nobody knows how high it is: before the window is shown."""


def restore(window: QMainWindow, geometry: str) -> None:
    """Put the window where it was (Qt's geometry in base 64), or else in the middle of the screen."""
    window.setMinimumSize(_SMALLEST.boundedTo(room(window)))
    window.resize(_WANTED.boundedTo(room(window)))
    # A settings file changed by hand may hold anything there; that counts as nothing.
    with contextlib.suppress(ValueError):
        window.restoreGeometry(QByteArray(base64.b64decode(geometry)))


def kept(window: QMainWindow) -> str:
    """Return where the window stands, for :func:`restore`."""
    return base64.b64encode(window.saveGeometry().data()).decode()


def keep_on_screen(window: QMainWindow) -> None:
    """Bring a window that reaches over its screen, with frame and title bar, back into it."""
    if window.isMaximized() or window.isFullScreen():
        return
    frame = window.frameGeometry()
    placed = within(frame, available(window))
    if placed != frame:
        margins = frame.size() - window.size()
        window.setMinimumSize(window.minimumSize().boundedTo(placed.size() - margins))
        window.resize(placed.size() - margins)
        window.move(placed.topLeft())


def within(frame: QRect, available: QRect) -> QRect:
    """Return ``frame`` made as small, and moved as far, as it takes to lie within ``available``."""
    placed = QRect(frame.topLeft(), frame.size().boundedTo(available.size()))
    placed.moveRight(min(placed.right(), available.right()))
    placed.moveBottom(min(placed.bottom(), available.bottom()))
    placed.moveLeft(max(placed.left(), available.left()))
    placed.moveTop(max(placed.top(), available.top()))
    return placed


def squeeze(splitter: QSplitter, width: int) -> None:
    """Let the widest panel be narrower than it wants to be where the screen has no room for all of them.

    The others are as narrow as they can be then.
    """
    found = [splitter.widget(place) for place in range(splitter.count())]
    panels = [panel for panel in found if panel is not None]
    least = {panel: max(panel.minimumWidth(), panel.minimumSizeHint().width()) for panel in panels}
    widest = max(panels, key=lambda panel: least[panel])
    excess = sum(least.values()) + len(panels) - width
    if excess > 0:
        least[widest] = max(1, least[widest] - excess)
        widest.setMinimumWidth(least[widest])
        splitter.setSizes([least[panel] for panel in panels])


def available(widget: QWidget) -> QRect:
    """Return what a widget's screen has free for windows, without panels of the desktop.

    Without a screen, where pictures and tests are made, it is that of an ordinary one.
    """
    if QGuiApplication.platformName() in _SCREENLESS:
        return NOMINAL
    screen = QGuiApplication.screenAt(widget.frameGeometry().center()) or widget.screen()
    return screen.availableGeometry()


def room(widget: QWidget) -> QSize:
    """Return how large the inside of a window can be at most."""
    return available(widget).size() - QSize(0, _TITLE_BAR)
