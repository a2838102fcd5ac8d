"""Labels with a key of two characters: the first one offers them, the second gives one, Esc leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.core.scheme import Label
from annotator.gui.annotating import Annotating
from annotator.gui.i18n import mark
from annotator.gui.relating import Relating

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class LabelKeys(QObject):
    """Listens at the canvas while a first key waits for its second. ``changed`` says that ``begun`` did."""

    changed = Signal()

    def __init__(self, annotating: Annotating, relating: Relating) -> None:
        super().__init__(annotating)
        self._annotating = annotating
        self._relating = relating
        self.begun = ""
        annotating.focused.connect(lambda _: self.cancel())
        annotating.canvas.selection_changed.connect(lambda _: self.cancel())
        relating.changed.connect(self.cancel)

    def offered(self) -> tuple[Label, ...]:
        """Return the labels that the next key can give, by key."""
        if not self.begun:
            return ()
        found = self._annotating.session.scheme.labels_after_key(self.begun)
        return tuple(label for _, label in sorted(found, key=lambda pair: pair[1].key))

    def cancel(self) -> None:
        """Wait for nothing any more."""
        self._wait("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() is QEvent.Type.FocusOut:
            self.cancel()
        if not isinstance(event, QKeyEvent) or event.key() in _MODIFIERS or self._relating.active:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            return self._on_override(event)
        return event.type() is QEvent.Type.KeyPress and self._on_key(event)

    def _on_override(self, event: QKeyEvent) -> bool:
        """Keep a second key from being a shortcut; any other key ends the waiting and means what it means."""
        if not self.begun:
            return self._is_label_key(event)
        if _character(event) or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            event.accept()
            return True
        self.cancel()
        return False

    def _is_label_key(self, event: QKeyEvent) -> bool:
        """Keep a key of the scheme from being a shortcut: an action may have it in another scheme."""
        typed, scheme = _character(event), self._annotating.session.scheme
        mine = bool(typed) and (scheme.label_for_key(typed) or scheme.labels_after_key(typed))
        if mine:
            event.accept()
        return bool(mine)

    def _on_key(self, event: QKeyEvent) -> bool:
        typed = _character(event)
        if not self.begun:
            return bool(typed) and self._begin(typed)
        if not typed:
            self.cancel()
            return event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace)
        keys = self.begun + typed
        if self._annotating.session.scheme.labels_after_key(keys):
            self._wait(keys)
            return True
        self.cancel()
        if not self._annotating.give_key(keys):
            self._annotating.told.emit(mark("No label has these keys."))
        return True

    def _begin(self, typed: str) -> bool:
        session = self._annotating.session
        if self._annotating.relation is not None or session.article is None:
            return False
        if not session.scheme.labels_after_key(typed):
            return False
        self._wait(typed)
        return True

    def _wait(self, begun: str) -> None:
        if begun != self.begun:
            self.begun = begun
            self.changed.emit()


def key_caption(keys: str) -> str:
    """Return a label's key as it stands on a key cap: in capitals where these have one letter."""
    return " ".join(each.upper() if len(each.upper()) == 1 else each for each in keys)


def _character(event: QKeyEvent) -> str:
    text = event.text()
    plain = event.modifiers() in _PLAIN
    return text if plain and len(text) == 1 and text.isprintable() and not text.isspace() else ""
