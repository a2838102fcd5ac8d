"""Sums of row heights that change one at a time: a Fenwick tree (P. M. Fenwick, 1994)."""

from __future__ import annotations

from collections.abc import Iterable


class Fenwick:
    """``n`` non-negative integers with prefix sums, updates and searches in O(log n).

    After P. M. Fenwick, "A new data structure for cumulative frequency tables", 1994.
    """

    __slots__ = ("_top", "_tree", "_values")

    def __init__(self, values: Iterable[int]) -> None:
        self._values = list(values)
        self._tree = [0, *self._values]
        for index in range(1, len(self._tree)):
            parent = index + (index & -index)
            if parent < len(self._tree):
                self._tree[parent] += self._tree[index]
        self._top = 1 << (len(self._values).bit_length() - 1) if self._values else 0

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, index: int) -> int:
        return self._values[index]

    def __setitem__(self, index: int, value: int) -> None:
        difference = value - self._values[index]
        self._values[index] = value
        index += 1
        while difference and index < len(self._tree):
            self._tree[index] += difference
            index += index & -index

    @property
    def total(self) -> int:
        """The sum of all values."""
        return self.before(len(self._values))

    def before(self, count: int) -> int:
        """Return the sum of the first ``count`` values."""
        result = 0
        while count:
            result += self._tree[count]
            count &= count - 1
        return result

    def find(self, position: int) -> tuple[int, int]:
        """Return the index of the value that holds ``position``, and how far into it that is.

        A position before the start belongs to the first value, one past the end to the last.
        """
        if not self._values:
            return 0, 0
        rest, index, step = max(0, min(position, self.total - 1)), 0, self._top
        while step:
            following = index + step
            if following < len(self._tree) and self._tree[following] <= rest:
                index = following
                rest -= self._tree[following]
            step >>= 1
        index = min(index, len(self._values) - 1)
        return index, rest
