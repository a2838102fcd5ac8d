"""The cheapest keys from one word to another, by the token cursor's own moves."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable

from annotator.gui.canvas.cursor import Caret, Move, Places, moved
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
_SIDEWAYS = tuple(key for key, move in KEYS.items() if move not in (Move.ROW_DOWN, Move.ROW_UP))
_ROWLESS = tuple(key for key in _SIDEWAYS if key not in ("Home", "End"))


class Ways:
    """Shortest paths over the moves. Page keys are left out: where they lead hangs on the annotations.

    ``places`` makes places that remember no column, for each move is looked at alone.
    """

    def __init__(self, places: Callable[[], Places]) -> None:
        self._places = places
        self._known: dict[tuple[int, str], int] = {}

    def first(self, token: int, target: int, *, extend: bool = False, rows: bool = True) -> tuple[int, str]:
        """Return how many keys lead from a token to another, and the first of them ("" if there already).

        Without ``rows`` none goes by rows, where the cursor keeps to a column that it remembers.
        """
        return self.best([(0, "", token)], target, extend=extend, rows=rows)

    def best(
        self,
        starts: Iterable[tuple[int, str, int]],
        target: int,
        *,
        extend: bool = False,
        rows: bool = True,
    ) -> tuple[int, str]:
        """Return the same from several starts: keys spent, the first key, and the token reached by it."""
        keys = _ROWLESS if not rows else _SIDEWAYS if extend else tuple(KEYS)
        waiting = [(cost, token, first) for cost, first, token in starts]
        heapq.heapify(waiting)
        seen: set[int] = set()
        while waiting:
            cost, token, first = heapq.heappop(waiting)
            if token == target:
                return cost, first
            if token in seen:
                continue
            seen.add(token)
            for key in keys:
                pressed = f"Shift+{key}" if extend else key
                after = self.after(token, key)
                if after not in seen:
                    heapq.heappush(waiting, (cost + strokes(pressed), after, first or pressed))
        raise ValueError(f"no way to token {target}")

    def after(self, token: int, key: str) -> int:
        """Return the token that a key without Shift leads to."""
        if (token, key) not in self._known:
            at = moved(Caret(token), KEYS[key], extend=False, places=self._places())
            self._known[token, key] = at.token
        return self._known[token, key]
