"""What the families of figures share: sums of counts over samples of articles, and figures over samples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from annotator.review.columns import Floats
from annotator.review.figure import Measure
from annotator.review.statistics import Cell, Statistics

Pair: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its samples: ``values[0]`` is that of the articles themselves."""

    measure: Measure
    scope: str
    label: str
    pair: Pair | None
    values: Floats
    items: float


@dataclass(slots=True)
class Sums:
    """The sums of every table for the articles (the first row of ``weights``) and for each sample of them."""

    statistics: Statistics
    weights: Floats
    _known: dict[str, tuple[tuple[Cell, ...], Floats]] = field(default_factory=dict)

    def of(self, name: str) -> tuple[tuple[Cell, ...], Floats]:
        """Return the cells of a table and their sums (samples, cells, channels)."""
        if name not in self._known:
            table = self.statistics.tables[name]
            self._known[name] = (table.cells, table.totals(self.weights))
        return self._known[name]


@dataclass(frozen=True, slots=True)
class Square:
    """Counts of pairs of values, (samples, K, K), by the order of ``values``."""

    values: tuple[str, ...]
    counts: Floats


def squares(cells: Sequence[Cell], counts: Floats, key: Callable[[Cell], Cell]) -> dict[Cell, Square]:
    """Return a square for each group of cells with equal ``key``.

    The last two parts of a cell are the values; all squares of one first part (a layer) have the same values.
    """
    values: dict[str, set[str]] = defaultdict(set)
    groups: dict[Cell, list[int]] = defaultdict(list)
    for index, cell in enumerate(cells):
        values[cell[0]].update(cell[-2:])
        groups[key(cell)].append(index)
    found = {}
    for name, members in sorted(groups.items()):
        order = tuple(sorted(values[cells[members[0]][0]]))
        place = {value: position for position, value in enumerate(order)}
        square = np.zeros((len(counts), len(order), len(order)))
        for index in members:
            one, other = cells[index][-2:]
            square[:, place[one], place[other]] += counts[:, index]
        found[name] = Square(order, square)
    return found


def means(estimates: Sequence[Estimate]) -> list[Estimate]:
    """Return the mean over the pairs of each measure, scope and label, over the pairs of which it is told."""
    alike: dict[tuple[Measure, str, str], list[Estimate]] = defaultdict(list)
    for estimate in estimates:
        alike[estimate.measure, estimate.scope, estimate.label].append(estimate)
    found = []
    for (measure, scope, label), group in alike.items():
        values = np.stack([estimate.values for estimate in group])
        told = (~np.isnan(values)).sum(axis=0)
        mean = np.where(told == 0, np.nan, np.nansum(values, axis=0) / np.maximum(told, 1))
        found.append(Estimate(measure, scope, label, None, mean, sum(e.items for e in group)))
    return found
