"""κ and α on tokens, α of units: per pair and for all annotators, per layer and per label.

A label's figure is that of the label against everything else; for units, the label's units against all else
as one gap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from annotator.review import coefficients
from annotator.review.columns import Floats
from annotator.review.estimate import Estimate, Pair, Sums, means, squares
from annotator.review.figure import Measure
from annotator.review.statistics import Cell

NONE = ""


@dataclass(frozen=True, slots=True)
class _Compared:
    """What some annotators gave the tokens of a layer.

    ``labels`` has K names, one of them :data:`NONE`; ``coincidences`` and ``by_rater`` are (samples, K, K) as
    :func:`coefficients.fleiss` takes them. ``units`` by label: (samples, 3), as ``count_tokens`` makes them.
    """

    layer: str
    pair: Pair | None
    labels: tuple[str, ...]
    coincidences: Floats
    by_rater: Floats
    units: Mapping[str, Floats]

    def by_label(
        self, measure: Measure, whole: Floats, each: Floats, *, units: bool = False
    ) -> Iterator[Estimate]:
        """Yield the figure of the layer, (samples,), and those of its labels, (samples, K)."""
        given = self.coincidences[0].sum(-1)
        number = {label: float(sums[0, 2]) for label, sums in self.units.items()}
        items = sum(number.values()) if units else float(self.by_rater[0].sum())
        yield Estimate(measure, self.layer, "", self.pair, whole, items)
        for position, label in enumerate(self.labels):
            if label != NONE:
                here = number.get(label, 0.0) if units else given[position]
                yield Estimate(measure, self.layer, label, self.pair, each[:, position], here)

    def squared(self, channel: int) -> Floats:
        """Return a channel of the units as (samples, K)."""
        zero = np.zeros(len(self.coincidences))
        rows = [self.units[name][:, channel] if name in self.units else zero for name in self.labels]
        return np.stack(rows, axis=-1)


def tokens(sums: Sums) -> Iterator[Estimate]:
    """Yield all figures on tokens and units."""
    cells, totals = sums.of("tokens")
    units = _by_label(sums, "units")
    kappas: list[Estimate] = []
    for (layer, one, other), square in squares(cells, totals[..., 0], lambda cell: cell[:3]).items():
        both = square.counts + square.counts.swapaxes(-1, -2)
        here = units.get((layer, one, other), {})
        compared = _Compared(layer, (one, other), square.values, both, both / 2, here)
        rest = coefficients.against_rest(square.counts)
        kappas += compared.by_label(
            Measure.TOKEN_COHEN, coefficients.cohen(square.counts), coefficients.cohen(rest)
        )
        yield from _figures(compared)
    yield from kappas
    yield from means(kappas)
    yield from _of_all(sums)


def _of_all(sums: Sums) -> Iterator[Estimate]:
    cells, totals = sums.of("coincidences")
    units = _by_label(sums, "unit_sums")
    by_rater = squares(cells, totals[..., 1], lambda cell: cell[:1])
    for (layer,), square in squares(cells, totals[..., 0], lambda cell: cell[:1]).items():
        counts = by_rater[layer,].counts
        yield from _figures(
            _Compared(layer, None, square.values, square.counts, counts, units.get((layer,), {}))
        )


def _by_label(sums: Sums, name: str) -> dict[Cell, dict[str, Floats]]:
    """Return the sums of units by layer (and pair), then by label."""
    cells, totals = sums.of(name)
    found: dict[Cell, dict[str, Floats]] = defaultdict(dict)
    for index, (layer, label, *pair) in enumerate(cells):
        found[layer, *pair][label] = totals[:, index]
    return found


def _figures(compared: _Compared) -> Iterator[Estimate]:
    table, by_rater = compared.coincidences, compared.by_rater
    rest, rest_by_rater = map(coefficients.against_rest, (table, by_rater))
    yield from compared.by_label(Measure.TOKEN_ALPHA, coefficients.alpha(table), coefficients.alpha(rest))
    yield from compared.by_label(
        Measure.TOKEN_FLEISS,
        coefficients.fleiss(table, by_rater),
        coefficients.fleiss(rest, rest_by_rater),
    )
    yield from _unit_figures(compared, rest)


def _unit_figures(compared: _Compared, rest: Floats) -> Iterator[Estimate]:
    table = compared.coincidences
    gap = compared.labels.index(NONE) if NONE in compared.labels else None
    length, squares_ = table.sum(-1), compared.squared(0)
    own = squares_.copy()
    if gap is not None:
        own[:, gap] = length[:, gap]
    against = np.stack([squares_, rest[..., 1, :].sum(-1)], axis=-1)
    yield from compared.by_label(
        Measure.UNIT_ALPHA,
        coefficients.alpha_unitised(table, own),
        coefficients.alpha_unitised(rest, against),
        units=True,
    )
    items = sum(float(sums[0, 2]) for sums in compared.units.values())
    if gap is not None:
        marked = np.stack([length[:, gap], squares_.sum(-1)], axis=-1)
        binary = coefficients.alpha_unitised(rest[:, gap], marked)
        yield Estimate(Measure.UNIT_ALPHA_BINARY, compared.layer, "", compared.pair, binary, items)
    valued = [position for position, label in enumerate(compared.labels) if label != NONE]
    inner, covered = table[:, valued][:, :, valued], compared.squared(1)[:, valued]
    coding = coefficients.alpha_unitised(inner, covered)
    yield Estimate(Measure.UNIT_ALPHA_CODING, compared.layer, "", compared.pair, coding, items)
