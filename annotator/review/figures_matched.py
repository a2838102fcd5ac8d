"""Figures on matched mentions: attributes, the values of times, clusters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from annotator.core.scheme import AttributeKind
from annotator.review import coefficients
from annotator.review.count_clusters import MEASURES
from annotator.review.estimate import Estimate, Pair, Square, Sums, means, squares
from annotator.review.figure import Measure

_CLUSTER = dict(
    zip(
        MEASURES,
        (
            Measure.CLUSTER_MUC,
            Measure.CLUSTER_B_CUBED,
            Measure.CLUSTER_CEAF_M,
            Measure.CLUSTER_CEAF_E,
            Measure.CLUSTER_LEA,
        ),
        strict=True,
    )
)


def attributes(sums: Sums) -> Iterator[Estimate]:
    """Yield for each attribute the share of equal values on matched mentions, and κ where it has choices."""
    cells, totals = sums.of("attributes")
    by_name = [(f"{layer}\x1f{name}", kind, *rest) for layer, name, kind, *rest in cells]
    kappas: list[Estimate] = []
    together: dict[tuple[str, str, str], list[Square]] = defaultdict(list)
    for (where, kind, one, other), square in squares(by_name, totals[..., 0], lambda c: c[:4]).items():
        layer, _, name = where.partition("\x1f")
        together[layer, name, kind].append(square)
        yield _share(layer, name, kind, (one, other), square)
        if kind == AttributeKind.CHOICE:
            kappa = coefficients.cohen(square.counts)
            items = float(square.counts[0].sum())
            kappas.append(Estimate(Measure.ATTRIBUTE_KAPPA, layer, name, (one, other), kappa, items))
    for (layer, name, kind), parts in together.items():
        counts = np.sum([part.counts for part in parts], axis=0)
        yield _share(layer, name, kind, None, Square(parts[0].values, counts))
    yield from kappas
    yield from means(kappas)


def _share(layer: str, name: str, kind: str, pair: Pair | None, square: Square) -> Estimate:
    measure = Measure.TIME_VALUE_AGREEMENT if kind == AttributeKind.TIMEX else Measure.ATTRIBUTE_AGREEMENT
    total = square.counts.sum((-2, -1))
    equal = np.trace(square.counts, axis1=-2, axis2=-1)
    return Estimate(measure, layer, name, pair, coefficients.quotient(equal, total), float(total[0]))


def clusters(sums: Sums) -> Iterator[Estimate]:
    """Yield F1 of every measure of coreference, per pair and on average over the pairs."""
    cells, totals = sums.of("clusters")
    found = []
    for index, (kind, one, other) in enumerate(cells):
        here = totals[:, index]
        for number, name in enumerate(MEASURES):
            parts = (here[:, 4 * number + part] for part in range(4))
            value = coefficients.f1_of(*parts)
            found.append(Estimate(_CLUSTER[name], kind, "", (one, other), value, here[0, -1]))
    yield from found
    yield from means(found)
