"""Thin bars: progress and score."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from annotator.gui.i18n import score
from annotator.gui.look import Look

_WIDTH, _HEIGHT = 64, 4


def thin_progress() -> QProgressBar:
    """Return a progress bar four pixels high, without text."""
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setRange(0, 1)
    bar.setValue(0)
    return bar


class ScoreBar(QWidget):
    """A probability in [0, 1] as a bar."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._value = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_value(self, value: float) -> None:
        """Show ``value``."""
        self._value = min(1.0, max(0.0, value))
        self.setAccessibleName(score(self._value))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(self._look.px(_WIDTH), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(self._look.colour("progress_track"))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setBrush(self._look.colour("arc"))
        painter.drawRoundedRect(QRectF(0, 0, self.width() * self._value, self.height()), radius, radius)
