"""A key of the keyboard, painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.gui.keymap import keymap, sequence
from annotator.gui.look import Look

_HEIGHT, _PADDING, _FOOT, _RADIUS = 20, 6, 2, 3


def key_text(key: str) -> str:
    """Return what stands on a key cap for a key sequence such as ``Ctrl+F``, in the window's language."""
    return sequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def action_key(identifier: str) -> str:
    """Return what stands on the cap of the key that an action has now, or nothing."""
    return key_text(keymap().first(identifier)) if keymap().knows(identifier) else ""


_MARKS = {
    "Return": "⏎",
    "Enter": "⏎",
    "Tab": "⇥",
    "Backspace": "⌫",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
}


def key_mark(key: str) -> str:
    """Return what is printed on the key itself, where the room is too small for its name."""
    shift = key.startswith("Shift+") and len(key) > len("Shift+")
    mark = _MARKS.get(key.removeprefix("Shift+") if shift else key)
    if mark is None:
        return key_text(key)
    return f"⇧{mark}" if shift else mark


class KeyCap(QWidget):
    """One key cap. With ``hint`` it is a letter on the colour of the hint letters instead."""

    def __init__(self, text: str, look: Look, *, hint: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hint = hint
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        look.changed.connect(self.updateGeometry)

    def set_text(self, text: str) -> None:
        """Show another key."""
        self.text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: D102
        height = self._look.px(_HEIGHT)
        advance = QFontMetricsF(self._font()).horizontalAdvance(self.text)
        width = round(advance) + 2 * self._look.px(_PADDING)
        return QSize(max(width, self._look.px(_HEIGHT + 2)), height)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        theme = self._look.theme
        painter.setFont(self._font())
        if self._hint:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hint))
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
            painter.setPen(QColor(theme.hint_text))
        else:
            painter.setPen(QColor(theme.strong_line))
            painter.setBrush(QColor(theme.strong_line))
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
            painter.setBrush(QColor(theme.field))
            painter.drawRoundedRect(rect.adjusted(0, 0, 0, -_FOOT + 1), _RADIUS, _RADIUS)
            painter.setPen(QColor(theme.text if self.isEnabled() else theme.disabled))
        painter.drawText(rect.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, self.text)

    def _font(self) -> QFont:
        return self._look.font(11, QFont.Weight.DemiBold)
