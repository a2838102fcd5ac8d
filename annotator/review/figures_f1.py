"""F1 of mentions, relations and arguments. Over several pairs the counts of the pairs are added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from annotator.review import coefficients
from annotator.review.columns import Floats
from annotator.review.count_links import ARGUMENT
from annotator.review.estimate import Estimate, Pair, Sums
from annotator.review.figure import Measure

_Key: TypeAlias = tuple[Measure, str, str, Pair | None]


def spans(sums: Sums) -> Iterator[Estimate]:
    """Yield F1 of mentions per label, per layer and over all layers, per pair and overall."""
    cells, totals = sums.of("spans")
    for channel, measure in enumerate((Measure.SPAN_EXACT, Measure.SPAN_OVERLAP)):
        keys = [
            _keys(measure, ((layer, label), (layer, ""), ("", "")), (one, other))
            for layer, label, one, other in cells
        ]
        yield from _f1(totals[:, :, [channel, 2]], keys)


def relations(sums: Sums) -> Iterator[Estimate]:
    """Yield F1 of relations and of arguments per label and over all, per pair and overall."""
    cells, totals = sums.of("relations")
    keys = []
    for what, layer, label, one, other in cells:
        measure = Measure.ARGUMENT_F1 if what == ARGUMENT else Measure.RELATION_F1
        keys.append(_keys(measure, ((layer, label), ("", "")), (one, other)))
    yield from _f1(totals, keys)


def _keys(measure: Measure, scopes: Iterable[tuple[str, str]], pair: Pair) -> list[_Key]:
    """Return the figures that a cell is part of."""
    return [(measure, scope, label, who) for scope, label in scopes for who in (pair, None)]


def _f1(counts: Floats, keys: Sequence[Sequence[_Key]]) -> Iterator[Estimate]:
    """Add up the cells of each figure; counts: (samples, cells, (twice the shared, all of both))."""
    cells: dict[_Key, list[int]] = defaultdict(list)
    for index, names in enumerate(keys):
        for key in names:
            cells[key].append(index)
    for key, members in cells.items():
        here = counts[:, members].sum(axis=1)
        yield Estimate(*key, coefficients.f1(here[:, 0], here[:, 1]), here[0, 1])
