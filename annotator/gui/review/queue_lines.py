"""The lines of the queue: a head for each group, and below it the group's rows unless it is folded."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from annotator.services.reviewing_queue import QueueRow


@dataclass(slots=True)
class Group:
    """The rows that stand together; never without any."""

    number: int
    rows: list[QueueRow]
    folded: bool = False
    open: int = field(init=False)

    def __post_init__(self) -> None:
        self.open = sum(row.open for row in self.rows)

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return 1 if self.folded else 1 + len(self.rows)


class Lines:
    """Groups in the order of their numbers. ``heads`` are the lines of their heads."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.heads: list[int] = []
        self.count = 0
        self._numbers: list[int] = []

    def show(self, rows: Iterable[tuple[int, QueueRow]], folded: frozenset[int]) -> None:
        """Show other rows, each with the number of its group, in the order of the groups."""
        self.groups = [
            Group(number, [row for _, row in found], number in folded)
            for number, found in groupby(rows, key=lambda pair: pair[0])
        ]
        self._numbers = [group.number for group in self.groups]
        self.heads = []
        self._place(0)

    def __getitem__(self, line: int) -> Group | QueueRow:
        """Return what stands in a line."""
        at = bisect_right(self.heads, line) - 1
        inside = line - self.heads[at]
        group = self.groups[at]
        return group.rows[inside - 1] if inside else group

    def group_at(self, line: int) -> Group:
        """Return the group that a line is in."""
        return self.groups[bisect_right(self.heads, line) - 1]

    def group(self, number: int) -> Group | None:
        """Return a group by its number."""
        at = bisect_left(self._numbers, number)
        there = at < len(self._numbers) and self._numbers[at] == number
        return self.groups[at] if there else None

    def head(self, number: int) -> int:
        """Return the line of a group's head, or where it would come."""
        at = bisect_left(self._numbers, number)
        return self.heads[at] if at < len(self.heads) else self.count

    def add(self, group: Group) -> None:
        """Put in a group that is not there yet."""
        at = bisect_left(self._numbers, group.number)
        self.groups.insert(at, group)
        self._numbers.insert(at, group.number)
        self._place(at)

    def drop(self, number: int) -> None:
        """Take a group out."""
        at = bisect_left(self._numbers, number)
        del self.groups[at], self._numbers[at]
        self._place(at)

    def put(self, number: int, within: int, removed: int, rows: Sequence[QueueRow]) -> None:
        """Put rows in place of others of a group, from its row ``within`` on."""
        at = bisect_left(self._numbers, number)
        group = self.groups[at]
        before = group.rows[within : within + removed]
        group.open += sum(row.open for row in rows) - sum(row.open for row in before)
        group.rows[within : within + removed] = rows
        self._place(at + 1)

    def fold(self, number: int, folded: bool) -> None:
        """Show a group's rows, or its head only."""
        at = bisect_left(self._numbers, number)
        self.groups[at].folded = folded
        self._place(at + 1)

    def _place(self, begin: int) -> None:
        """Work out anew where the heads are from a group on."""
        line = self.heads[begin - 1] + self.groups[begin - 1].lines if begin else 0
        del self.heads[begin:]
        for group in self.groups[begin:]:
            self.heads.append(line)
            line += group.lines
        self.count = line
