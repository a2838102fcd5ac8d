"""The keys that move the token cursor. All other keys are the window's actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.gui.canvas.cursor import Move

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier

_MOVES: dict[tuple[int, Qt.KeyboardModifier], Move] = {
    (Qt.Key.Key_Right, _NONE): Move.NEXT_TOKEN,
    (Qt.Key.Key_Left, _NONE): Move.PREVIOUS_TOKEN,
    (Qt.Key.Key_Right, _CTRL): Move.NEXT_SENTENCE,
    (Qt.Key.Key_Left, _CTRL): Move.PREVIOUS_SENTENCE,
    (Qt.Key.Key_Down, _NONE): Move.ROW_DOWN,
    (Qt.Key.Key_Up, _NONE): Move.ROW_UP,
    (Qt.Key.Key_Down, _CTRL): Move.NEXT_PARAGRAPH,
    (Qt.Key.Key_Up, _CTRL): Move.PREVIOUS_PARAGRAPH,
    (Qt.Key.Key_Home, _NONE): Move.ROW_START,
    (Qt.Key.Key_End, _NONE): Move.ROW_END,
    (Qt.Key.Key_Home, _CTRL): Move.START,
    (Qt.Key.Key_End, _CTRL): Move.END,
    (Qt.Key.Key_PageUp, _NONE): Move.PAGE_UP,
    (Qt.Key.Key_PageDown, _NONE): Move.PAGE_DOWN,
}


def move_for(event: QKeyEvent) -> tuple[Move, bool] | None:
    """Return the move that a key asks for and whether it extends the selection (Shift)."""
    modifiers = event.modifiers() & ~_KEYPAD
    move = _MOVES.get((event.key(), modifiers & ~_SHIFT))
    return None if move is None else (move, bool(modifiers & _SHIFT))
