"""Figures of agreement with their bootstrap intervals, from counts per article.

The interval is the percentile interval of samples of whole articles, drawn with replacement (Efron,
Tibshirani, "An Introduction to the Bootstrap", 1993, 13.3): tokens and mentions of one article are not
independent of each other, articles are. A sample is a weight for each article, so all samples of a figure
come from one product of matrices.

For more than two annotators F1 adds up the counts of all pairs; Cohen's κ is the mean over the pairs (Light,
"Measures of Response Agreement for Qualitative Data: Some Generalizations and Alternatives", Psychological
Bulletin 76, 1971, 365–377), and so are the measures of coreference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from annotator.review import figures_f1, figures_matched, figures_tokens
from annotator.review.columns import Floats
from annotator.review.estimate import Estimate, Pair, Sums
from annotator.review.figure import Figure
from annotator.review.statistics import Statistics

SAMPLES = 1000
CONFIDENCE = 0.95
FAMILIES: tuple[Callable[[Sums], Iterator[Estimate]], ...] = (
    figures_f1.spans,
    figures_tokens.tokens,
    figures_matched.attributes,
    figures_f1.relations,
    figures_matched.clusters,
)


def figures(statistics: Statistics, *, samples: int = SAMPLES, seed: int = 0) -> tuple[Figure, ...]:
    """Return all figures: overall and per pair, per layer and per label.

    ``samples``: how many bootstrap samples (0: no intervals); the same ``seed`` gives the same ones. For
    drift, or with and without suggestions, give ``statistics.select(…)`` of each part.
    """
    if not statistics.tables or not statistics.articles:
        return ()
    sums = Sums(statistics, _weights(len(statistics.articles), samples, seed))
    found = [estimate for family in FAMILIES for estimate in family(sums)]
    return tuple(_finished(found, statistics)) if found else ()


def confusions(statistics: Statistics, layer: str, pair: Pair | None = None) -> dict[tuple[str, str], int]:
    """Return how often two labels of a layer stand for one mention; a label is empty where there is none.

    Without a ``pair`` all pairs are added up and the two labels are sorted, as no annotator comes first.
    """
    table = statistics.tables.get("confusions")
    if table is None:
        return {}
    counts: dict[tuple[str, str], int] = defaultdict(int)
    totals = np.bincount(table.columns, table.values[:, 0], len(table.cells))
    for (name, one, other, mine, theirs), number in zip(table.cells, totals, strict=True):
        if name != layer or not number or pair not in (None, (one, other), (other, one)):
            continue
        turned = mine > theirs if pair is None else pair == (other, one)
        counts[(theirs, mine) if turned else (mine, theirs)] += int(number)
    return dict(counts)


def _weights(articles: int, samples: int, seed: int) -> Floats:
    drawn = np.random.default_rng(seed).multinomial(articles, np.full(articles, 1 / articles), samples)
    return np.concatenate([np.ones((1, articles)), drawn])


def _finished(found: Sequence[Estimate], statistics: Statistics) -> Iterator[Figure]:
    values = np.column_stack([estimate.values for estimate in found])
    low, high = _interval(values[1:])
    column = {name: statistics.present[:, i] for i, name in enumerate(statistics.annotators)}
    articles: dict[Pair | None, int] = {None: int((statistics.present.sum(axis=1) > 1).sum())}
    for index, estimate in enumerate(found):
        pair = estimate.pair
        if pair is not None and pair not in articles:
            articles[pair] = int((column[pair[0]] & column[pair[1]]).sum())
        ends = (low[index], high[index]) if articles[pair] > 1 else (np.nan, np.nan)
        yield Figure(
            estimate.measure,
            estimate.scope,
            estimate.label,
            pair,
            _told(values[0, index]),
            _told(ends[0]),
            _told(ends[1]),
            round(float(estimate.items)),
            articles[pair],
        )


def _told(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _interval(samples: Floats) -> tuple[Floats, Floats]:
    """Return two percentiles of each column; NaN where less than half of its samples say anything."""
    if not len(samples):
        nothing = np.full(samples.shape[1], np.nan)
        return nothing, nothing
    ordered = np.sort(samples, axis=0)
    told = (~np.isnan(ordered)).sum(axis=0)
    low, high = (_percentile(ordered, told, share) for share in ((1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2))
    return low, high


def _percentile(ordered: Floats, told: np.typing.NDArray[np.int64], share: float) -> Floats:
    last = np.maximum(told - 1, 0)
    below = np.floor(last * share).astype(np.int64)
    columns = np.arange(ordered.shape[1])
    near, far = ordered[below, columns], ordered[np.minimum(below + 1, last), columns]
    return np.where(2 * told < len(ordered), np.nan, near + (far - near) * (last * share - below))
