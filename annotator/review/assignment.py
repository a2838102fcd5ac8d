"""The exact assignment problem, for the small tables that are left when the clear cases are settled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

_Cost = TypeVar("_Cost", int, float)


def assign(costs: Sequence[Sequence[_Cost]]) -> list[int]:
    """Return for each row the column that it gets, so that the sum of the costs is least.

    ``costs`` is a table of ``n`` rows and at least as many columns. The Hungarian method (Kuhn 1955) in the
    form with potentials and shortest augmenting paths (Jonker and Volgenant 1987), O(n² m). Integers of any
    size are summed exactly.
    """
    if not costs:
        return []
    rows, columns = len(costs), len(costs[0])
    zero = costs[0][0] - costs[0][0]
    over_row = [zero] * (rows + 1)
    over_column = [zero] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        _augment(costs, owner, over_row, over_column)
    found = [0] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            found[owner[column] - 1] = column - 1
    return found


def _augment(
    costs: Sequence[Sequence[_Cost]], owner: list[int], over_row: list[_Cost], over_column: list[_Cost]
) -> None:
    """Give the row that waits in ``owner[0]`` a column, moving others along the cheapest path."""
    columns = len(costs[0])
    least: list[_Cost | None] = [None] * (columns + 1)
    came_from = [0] * (columns + 1)
    seen = [False] * (columns + 1)
    here = 0
    while owner[here]:
        seen[here] = True
        row = owner[here]
        step: _Cost | None = None
        nearest = 0
        for column in range(1, columns + 1):
            if seen[column]:
                continue
            reduced = costs[row - 1][column - 1] - over_row[row] - over_column[column]
            known = least[column]
            if known is None or reduced < known:
                least[column] = known = reduced
                came_from[column] = here
            if step is None or known < step:
                step, nearest = known, column
        assert step is not None, "there are at least as many columns as rows"
        _shift(step, seen, owner, over_row, over_column, least)
        here = nearest
    while here:
        owner[here] = owner[came_from[here]]
        here = came_from[here]


def _shift(
    step: _Cost,
    seen: list[bool],
    owner: list[int],
    over_row: list[_Cost],
    over_column: list[_Cost],
    least: list[_Cost | None],
) -> None:
    for column, done in enumerate(seen):
        known = least[column]
        if done:
            over_row[owner[column]] += step
            over_column[column] -= step
        elif known is not None:
            least[column] = known - step
