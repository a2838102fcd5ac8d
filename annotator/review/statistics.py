"""Counts per article from which every figure of agreement follows by adding them up.

A figure for all articles, for some (those with suggestions, those of a week), or for a bootstrap sample is a
formula over sums of the same counts, each article taken as often as it occurs. So articles are read once;
one that has changed is taken out and put in again alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import numpy as np

from annotator.review.columns import Bools, Floats, Ints

Cell: TypeAlias = tuple[str, ...]
Keys: TypeAlias = tuple[Ints, Sequence[Cell]]
"""A number for each row, and what the numbers stand for."""
_DENSE = 4_000_000


@dataclass(frozen=True, slots=True)
class Table:
    """Sparse counts: entry ``i`` adds ``values[i]`` (one number per channel) to a cell of an article.

    ``rows`` are positions among the articles, ``columns`` positions in ``cells``, which are sorted. What the
    parts of a cell and the channels are is told where a table is made.
    """

    cells: tuple[Cell, ...]
    rows: Ints
    columns: Ints
    values: Floats

    def totals(self, weights: Floats) -> Floats:
        """Return the sums over the articles, weighted: (samples, articles) → (samples, cells, channels)."""
        samples, articles = weights.shape
        channels = self.values.shape[1]
        result = np.zeros((samples, len(self.cells), channels))
        step = max(1, _DENSE // max(1, articles))
        for first in range(0, len(self.cells), step):
            here = (self.columns >= first) & (self.columns < first + step)
            width = min(step, len(self.cells) - first)
            at = self.rows[here] * width + self.columns[here] - first
            for channel in range(channels):
                dense = np.bincount(at, self.values[here, channel], articles * width)
                result[:, first : first + width, channel] = weights @ dense.reshape(articles, width)
        return result

    def select(self, positions: Ints, articles: int) -> Table:
        """Return the entries of some articles, which get the numbers of their places in ``positions``."""
        new = np.full(articles, -1, np.int64)
        new[positions] = np.arange(len(positions))
        kept = new[self.rows] >= 0
        return Table(self.cells, new[self.rows[kept]], self.columns[kept], self.values[kept])


@dataclass(frozen=True, slots=True)
class Statistics:
    """The counts of a number of articles. ``present``: articles × annotators, who worked where."""

    articles: tuple[str, ...] = ()
    annotators: tuple[str, ...] = ()
    present: Bools = field(default_factory=lambda: np.zeros((0, 0), bool))
    tables: Mapping[str, Table] = field(default_factory=dict)

    def __add__(self, other: Statistics) -> Statistics:
        """Return the counts of both, whose articles must differ (``ValueError``)."""
        twice = set(self.articles) & set(other.articles)
        if twice:
            raise ValueError(f"counted twice: {sorted(twice)[:3]}")
        annotators = tuple(sorted({*self.annotators, *other.annotators}))
        names = sorted({*self.tables, *other.tables})
        shift = len(self.articles)
        tables = {
            name: _joined([(s.tables[name], at) for s, at in ((self, 0), (other, shift)) if name in s.tables])
            for name in names
        }
        present = np.concatenate([_widened(self, annotators), _widened(other, annotators)])
        return Statistics((*self.articles, *other.articles), annotators, present, tables)

    def select(self, articles: Iterable[str]) -> Statistics:
        """Return the counts of some articles, in their order; ids that are not there are passed over."""
        position = {name: index for index, name in enumerate(self.articles)}
        kept = [position[name] for name in dict.fromkeys(articles) if name in position]
        at = np.array(kept, np.int64)
        tables = {name: table.select(at, len(self.articles)) for name, table in self.tables.items()}
        return Statistics(tuple(self.articles[i] for i in kept), self.annotators, self.present[at], tables)

    def without(self, articles: Collection[str]) -> Statistics:
        """Return the counts of all other articles."""
        return self.select(name for name in self.articles if name not in articles)


def _widened(statistics: Statistics, annotators: Sequence[str]) -> Bools:
    present = np.zeros((len(statistics.articles), len(annotators)), bool)
    for index, name in enumerate(statistics.annotators):
        present[:, annotators.index(name)] = statistics.present[:, index]
    return present


def _joined(parts: Sequence[tuple[Table, int]]) -> Table:
    return joined([replace(table, rows=table.rows + shift) for table, shift in parts])


def joined(tables: Sequence[Table]) -> Table:
    """Return the entries of several tables (one at least) about the same articles as one table."""
    cells = tuple(sorted({cell for table in tables for cell in table.cells}))
    number = {cell: index for index, cell in enumerate(cells)}
    columns = [np.array([number[c] for c in table.cells], np.int64)[table.columns] for table in tables]
    return Table(
        cells,
        np.concatenate([table.rows for table in tables]),
        np.concatenate(columns),
        np.concatenate([table.values for table in tables]),
    )


def nothing(channels: int) -> Table:
    """Return a table without entries."""
    return Table((), np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros((0, channels)))


def renamed(table: Table, name: Callable[[Cell], Cell], values: Floats) -> Table:
    """Return the entries of a table under other cells, which may fall together, with other values."""
    names = [name(cell) for cell in table.cells]
    cells = tuple(sorted(set(names)))
    number = {cell: index for index, cell in enumerate(cells)}
    columns = np.array([number[n] for n in names], np.int64)[table.columns]
    return Table(cells, table.rows, columns, values)


def tally(articles: int, article: Ints, keys: Sequence[Keys], values: Floats) -> Table:
    """Add up the rows that have one article and equal keys.

    ``article``: (n,), below ``articles``; ``values``: (n, channels). A cell has the parts of all keys in
    turn.
    """
    sizes = [max(1, len(names)) for _, names in keys]
    code = np.zeros(len(article), np.int64)
    for (numbers, _), size in zip(keys, sizes, strict=True):
        code = code * size + numbers
    span = int(np.prod(sizes, dtype=np.int64))
    cells_used, columns = _compact(code, span)
    entries, where = _compact(article * max(1, len(cells_used)) + columns, articles * max(1, len(cells_used)))
    summed = [np.bincount(where, values[:, c], len(entries)) for c in range(values.shape[1])]
    names = [_cell(int(used), keys, sizes) for used in cells_used]
    order = sorted(range(len(names)), key=names.__getitem__)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    width = max(1, len(names))
    return Table(
        tuple(names[i] for i in order),
        entries // width,
        place[entries % width],
        np.column_stack(summed) if summed else np.zeros((0, 0)),
    )


def _compact(code: Ints, span: int) -> tuple[Ints, Ints]:
    """Return the distinct codes, sorted, and the position of each among them; codes are below ``span``."""
    if span > max(_DENSE, 4 * len(code)):
        distinct, position = np.unique(code, return_inverse=True)
        return distinct, position
    met = np.zeros(span, bool)
    met[code] = True
    return np.flatnonzero(met), (np.cumsum(met) - 1)[code]


def _cell(code: int, keys: Sequence[Keys], sizes: Sequence[int]) -> Cell:
    parts: list[Cell] = []
    for (_, names), size in zip(reversed(keys), reversed(sizes), strict=True):
        code, number = divmod(code, size)
        parts.append(names[number])
    return tuple(name for part in reversed(parts) for name in part)
