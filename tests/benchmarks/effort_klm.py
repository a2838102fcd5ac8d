"""Keystroke-level seconds: operators of Card, Moran and Newell (1980), counted by kind of decision.

K is 0.28 s, the average skilled typist's key; a chord counts a key for each modifier, and so does a character
that needs Shift on a German keyboard. M stands before each decision: a suggestion looked at, a mention to be
made, a relation to be drawn, an attribute to be set. Keys on the way to the next decision have none.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

KEY, POINT, BUTTON, HOMING, MENTAL = 0.28, 1.10, 0.10, 0.40, 1.35
CLICK = 2 * BUTTON
_SHIFTED = frozenset("!\"§$%&/()=?*'>;:_°")


def strokes(key: str) -> int:
    """Return how many keys go down for a key named as in shortcuts."""
    if len(key) == 1:
        return 2 if key in _SHIFTED else 1
    return key.count("+") + 1


def typed(text: str) -> int:
    """Return how many keys go down for a text, where capitals need Shift."""
    return sum(strokes(character) + character.isupper() for character in text)


@dataclass(slots=True)
class Tally:
    """What was done: decisions and keys by kind. ``kind`` is that of the decision under way.

    ``runs`` counts, by kind, what the keys of a decision were for.
    """

    decisions: Counter[str] = field(default_factory=Counter)
    keys: Counter[str] = field(default_factory=Counter)
    runs: Counter[tuple[str, str]] = field(default_factory=Counter)
    kind: str = "going"
    _run: list[str] = field(default_factory=list)

    def decide(self, kind: str) -> None:
        """Begin a decision: one M."""
        self.end()
        self.kind = kind
        self.decisions[kind] += 1

    def go(self) -> None:
        """Begin to go to the next decision: keys without an M."""
        self.end()
        self.kind = "going"

    def press(self, keys: int, purpose: str) -> None:
        """Count keys for the decision under way."""
        self.keys[self.kind] += keys
        self._run.append(purpose)

    def end(self) -> None:
        """End the decision under way."""
        if self._run:
            self.runs[self.kind, " ".join(self._run)] += 1
            self._run = []

    def add(self, other: Tally) -> None:
        """Count another one's decisions and keys too."""
        self.decisions += other.decisions
        self.keys += other.keys
        self.runs += other.runs

    @property
    def total_keys(self) -> int:
        """All keys that went down."""
        return self.keys.total()

    @property
    def seconds(self) -> float:
        """All of it in keystroke-level seconds."""
        return self.decisions.total() * MENTAL + self.total_keys * KEY

    def seconds_of(self, kind: str) -> float:
        """Return the seconds of one kind of decision altogether."""
        return self.decisions[kind] * MENTAL + self.keys[kind] * KEY


def mouse_mention(*, words: int, pieces: int) -> float:
    """Return the seconds of a span by mouse: M, double click or drag for each piece, menu entry."""
    first = POINT + 2 * CLICK if words == 1 else 2 * (POINT + BUTTON)
    return MENTAL + first + (pieces - 1) * 2 * (POINT + BUTTON) + POINT + CLICK


def mouse_relation(*, choices: int) -> float:
    """Return the seconds of a relation by mouse: M, drag from chip to chip, menu entry for a choice."""
    return MENTAL + 2 * (POINT + BUTTON) + (POINT + CLICK if choices > 1 else 0.0)


def mouse_attribute(*, text: str) -> float:
    """Return the seconds of an attribute by mouse: M and two clicks for a choice, or a click and typing."""
    if not text:
        return MENTAL + 2 * (POINT + CLICK)
    return MENTAL + POINT + CLICK + 2 * HOMING + (typed(text) + 1) * KEY
