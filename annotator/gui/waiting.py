"""The sign that the window is at work, where a second cannot be cut into slices."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication


@contextmanager
def waiting(on: bool = True) -> Iterator[None]:
    """Show the pointer as busy meanwhile; what is short needs none, it would only flicker."""
    if on:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        if on:
            QGuiApplication.restoreOverrideCursor()
