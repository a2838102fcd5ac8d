"""The cheapest keys from one word to another, by the token cursor's own moves."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from itertools import count
from typing import NamedTuple

from annotator.gui.canvas.cursor import Caret, Move, moved
from annotator.gui.canvas.places import TokenPlaces
from tests.benchmarks.effort_klm import strokes

KEYS = {
    "Right": Move.NEXT_TOKEN,
    "Left": Move.PREVIOUS_TOKEN,
    "Down": Move.ROW_DOWN,
    "Up": Move.ROW_UP,
    "End": Move.ROW_END,
    "Home": Move.ROW_START,
    "Ctrl+Right": Move.NEXT_SENTENCE,
    "Ctrl+Left": Move.PREVIOUS_SENTENCE,
    "Ctrl+Down": Move.NEXT_PARAGRAPH,
    "Ctrl+Up": Move.PREVIOUS_PARAGRAPH,
    "Ctrl+Home": Move.START,
    "Ctrl+End": Move.END,
}


class Stand(NamedTuple):
    """Where the cursor is, and the token and column where it last went up or down: there it keeps to it."""

    token: int
    column: tuple[int, float] | None = None


class Way(NamedTuple):
    """Where keys lead to, which they are and what they cost."""

    at: Stand
    keys: tuple[str, ...] = ()
    cost: int = 0

    def then(self, *keys: str, to: Stand | None = None) -> Way:
        """Return this way with more keys."""
        return Way(to or self.at, (*self.keys, *keys), self.cost + sum(map(strokes, keys)))


class Ways:
    """Shortest ways over the moves. Page keys are left out: where they lead hangs on the annotations.

    ``places`` makes places that remember no column; each move is looked at alone, with the column it has.
    """

    def __init__(self, places: Callable[[], TokenPlaces]) -> None:
        self._places = places
        self._known: dict[tuple[Stand, str], Stand] = {}

    def to(self, target: int, starts: Iterable[Way]) -> Way:
        """Return the cheapest way to a token that begins with one of ``starts``."""
        return self._search(target, starts, extend=False)

    def selecting(self, way: Way, last: int) -> Way:
        """Return the cheapest way to select all from where a way leads to up to another token.

        Forwards a border key does what Shift and an arrow do, with one key.
        """
        return self._search(last, [way], extend=True)

    def after(self, stand: Stand, key: str) -> Stand:
        """Return where a key without Shift leads to."""
        known = self._known.get((stand, key))
        if known is None:
            places = self._places()
            places._goal = stand.column
            at = moved(Caret(stand.token), KEYS[key], extend=False, places=places).token
            known = self._known[stand, key] = Stand(at, places._goal)
        return known

    def _search(self, target: int, starts: Iterable[Way], *, extend: bool) -> Way:
        number = count()
        waiting = [(way.cost, next(number), way) for way in starts]
        anchor = waiting[0][2].at.token
        heapq.heapify(waiting)
        seen: set[Stand] = set()
        while waiting:
            _, _, way = heapq.heappop(waiting)
            if way.at.token == target:
                return way
            if way.at in seen:
                continue
            seen.add(way.at)
            for longer in self._longer(way, extend=extend, forwards=target >= anchor):
                within = not extend or (longer.at.token >= anchor) is (target >= anchor)
                if longer.at not in seen and within:
                    heapq.heappush(waiting, (longer.cost, next(number), longer))
        raise ValueError(f"no way to token {target}")

    def _longer(self, way: Way, *, extend: bool, forwards: bool) -> Iterable[Way]:
        for key in KEYS:
            yield way.then(f"Shift+{key}" if extend else key, to=self.after(way.at, key))
        if extend and forwards:
            yield way.then(".", to=self.after(way.at, "Right"))
            yield way.then(",", to=self.after(way.at, "Left"))
