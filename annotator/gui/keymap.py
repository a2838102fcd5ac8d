"""Which keys each action has: those of the table, or those that the user has set in their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from annotator.core.scheme import Scheme

CURSOR_KEYS = frozenset(
    {
        *("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Esc"),
        *(f"Shift+{key}" for key in ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown")),
        *(f"Ctrl+{key}" for key in ("Left", "Right", "Up", "Down", "Home", "End")),
        *(f"Ctrl+Shift+{key}" for key in ("Left", "Right", "Up", "Down", "Home", "End")),
    }
)
"""Keys that move the text cursor or leave something; they are nobody else's."""


class HasKeys(Protocol):
    """What an entry of the table of actions says about its keys."""

    @property
    def id(self) -> str:
        """What the action is called."""
        ...

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys that work in the whole window."""
        ...

    @property
    def canvas_keys(self) -> tuple[str, ...]:
        """Keys that work while the text has the focus."""
        ...


class Keymap(QObject):
    """The keys of the program. ``changed`` says that they are others now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._specs: dict[str, HasKeys] = {}
        self._own: dict[str, tuple[str, ...]] = {}

    def learn(self, specs: Iterable[HasKeys]) -> None:
        """Take the table of actions."""
        self._specs = {spec.id: spec for spec in specs}

    def knows(self, identifier: str) -> bool:
        """Tell whether that is an action."""
        return identifier in self._specs

    @property
    def own(self) -> dict[str, tuple[str, ...]]:
        """The keys that the user has set, by action; an action without any has an empty tuple."""
        return dict(self._own)

    def set_own(self, own: Mapping[str, Sequence[str]]) -> None:
        """Take what the user has set; what is said of unknown actions is kept for a newer version."""
        taken = {identifier: tuple(map(portable, keys)) for identifier, keys in own.items()}
        if taken != self._own:
            self._own = taken
            self.changed.emit()

    def keys(self, identifier: str) -> tuple[str, ...]:
        """Return the keys of an action, in Qt's portable spelling; the first one is the one to show."""
        return self._own.get(identifier, self.standard(identifier))

    def standard(self, identifier: str) -> tuple[str, ...]:
        """Return the keys that an action has in the table."""
        spec = self._specs[identifier]
        return tuple(map(portable, (*spec.canvas_keys, *spec.keys)))

    def first(self, identifier: str) -> str:
        """Return the key to show, or nothing."""
        return next(iter(self.keys(identifier)), "")

    def of_canvas(self, identifier: str) -> tuple[str, ...]:
        """Return the keys that work while the text has the focus."""
        return tuple(key for key in self.keys(identifier) if self._at_canvas(identifier, key))

    def of_window(self, identifier: str) -> tuple[str, ...]:
        """Return the keys that work everywhere."""
        return tuple(key for key in self.keys(identifier) if not self._at_canvas(identifier, key))

    def owners(self, key: str) -> list[str]:
        """Return the actions that have a key."""
        return [identifier for identifier in self._specs if key in self.keys(identifier)]

    def given(self, identifier: str, key: str, *, alone: bool) -> dict[str, tuple[str, ...]]:
        """Return what the user has set once an action gets a key; whoever had it loses it.

        ``alone`` takes away the other keys of the action.
        """
        own = self.own
        for owner in self.owners(key):
            own[owner] = tuple(k for k in self.keys(owner) if k != key)
        kept = () if alone else tuple(k for k in self.keys(identifier) if k != key)
        own[identifier] = (key, *kept)
        return self._without_standard(own)

    def reset(self, identifier: str) -> dict[str, tuple[str, ...]]:
        """Return what the user has set once an action has its standard keys; others lose them."""
        own = self.own
        own.pop(identifier, None)
        for key in self.standard(identifier):
            for owner in self.owners(key):
                if owner != identifier:
                    own[owner] = tuple(k for k in own.get(owner, self.keys(owner)) if k != key)
        return self._without_standard(own)

    def _without_standard(self, own: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        known = self._specs
        return {one: keys for one, keys in own.items() if one not in known or keys != self.standard(one)}

    def _at_canvas(self, identifier: str, key: str) -> bool:
        spec = self._specs[identifier]
        if key in map(portable, spec.keys):
            return False
        return key in map(portable, spec.canvas_keys) or not works_everywhere(key)


def sequence(key: str) -> QKeySequence:
    """Return a key that is written as in the table or in settings.

    Made of a text alone, Qt reads it in the window's language, where “Enter” is another key: Return.
    """
    return QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)


def portable(key: str) -> str:
    """Return a key as it is written in settings: Qt's spelling, in English."""
    return sequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def works_everywhere(key: str) -> bool:
    """Tell whether a key cannot be meant for typing: one with Ctrl or Meta, or a function key."""
    last = key.rsplit("+", 1)[-1]
    return "Ctrl+" in key or "Meta+" in key or (len(last) > 1 and last[0] == "F" and last[1:].isdigit())


def labels_with_key(scheme: Scheme, key: str) -> list[str]:
    """Return the names of the labels that a key gives or begins to give."""
    typed = key.lower() if len(key) == 1 else ""
    return [label.name for _, label in scheme.labels() if typed and label.key.startswith(typed)]


@cache
def keymap() -> Keymap:
    """Return the keys of this program."""
    return Keymap()
