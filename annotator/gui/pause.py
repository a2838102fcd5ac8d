"""What can wait: done once in the next pause, however much led to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

MILLISECONDS = 60
"""Longer than between two keys of somebody who holds one down."""


def after_pause(parent: QObject, run: Callable[[], object], *, milliseconds: int = MILLISECONDS) -> QTimer:
    """Return a timer of ``parent`` that calls ``run`` that long after it was last started; 0 when free."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(run)
    return timer
