"""The keys of the review page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.gui.i18n import mark, tr

_PLAIN = {"n": "neither", "e": "edit", "s": "skip", "g": "reason", "i": "identical", "z": "undo"}
_NAMED = {
    (Qt.Key.Key_Return, False): "majority",
    (Qt.Key.Key_Enter, False): "majority",
    (Qt.Key.Key_Return, True): "all",
    (Qt.Key.Key_Enter, True): "all",
    (Qt.Key.Key_Tab, False): "next",
    (Qt.Key.Key_Tab, True): "previous",
    (Qt.Key.Key_Backtab, True): "previous",
    (Qt.Key.Key_Backtab, False): "previous",
    (Qt.Key.Key_Escape, False): "back",
    (Qt.Key.Key_Delete, False): "neither",
    (Qt.Key.Key_Z, True): "redo",
}
_WITH_CTRL = {
    (Qt.Key.Key_Down, False): "next_alike",
    (Qt.Key.Key_Up, False): "previous_alike",
    (Qt.Key.Key_Z, False): "undo",
    (Qt.Key.Key_Y, False): "redo",
    (Qt.Key.Key_Z, True): "redo",
}

_SAID = (
    (("Return",), mark("Take the majority's version")),
    (("Shift+Return",), mark("Take all versions")),
    (("N",), mark("None is right")),
    (("E",), mark("Edit, then take")),
    (("+",), mark("Add in the gold set")),
    (("I",), mark("Decide identical cases too, and show them")),
    (("G",), mark("Go to the reasons")),
    (("S",), mark("Put off")),
    (("Z", "Shift+Z"), mark("Undo, redo")),
    (("Tab", "Shift+Tab"), mark("Next, previous")),
    (("Ctrl+Down", "Ctrl+Up"), mark("Next, previous of the same kind")),
    (("Left", "Right"), mark("In the list: fold or unfold a group")),
    (("Shift+Left", "Shift+Right"), mark("In the list: fold or unfold all groups")),
)


def keys_now(letters: tuple[str, ...]) -> tuple[str, list[tuple[tuple[str, ...], str]]]:
    """Return a title, and what each key of the page does, translated; letters stand for annotators."""
    taken = [
        ((letter, str(number)) if number < 10 else (letter,), tr("Take {letter}").format(letter=letter))
        for number, letter in enumerate(letters, start=1)
    ]
    return tr("Now: the review"), [*taken, *((keys, tr(text)) for keys, text in _SAID)]


def asked_for(event: QKeyEvent, letters: tuple[str, ...], *, in_list: bool = False) -> str:
    """Return what a key asks for: an annotator's letter, a decision, a step; empty for any other key.

    Digits stand for the letters too. In a list the arrow keys are its own.
    """
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    key = Qt.Key(event.key())
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return _WITH_CTRL.get((key, shift), "")
    if modifiers & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return ""
    if (key, shift) in _NAMED:
        return _NAMED[key, shift]
    text = event.text()
    if text == "+":
        return "add"
    if shift or len(text) != 1:
        return ""
    if text.isdecimal() and 0 < int(text) <= len(letters):
        return letters[int(text) - 1]
    # Letters of many annotators would hide the page's own keys; these have digits.
    if text.upper() in letters and text.lower() not in _PLAIN:
        return text.upper()
    return _PLAIN.get(text.lower(), "")
