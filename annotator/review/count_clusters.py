"""Counts for the measures of coreference, by pairs of annotators, on matched mentions.

For two annotators the key is the partition of the one whose name comes first, the response that of the other;
precision and recall change places when they do, and F1 is the same. A mention without a match is in one
partition alone. A mention in no cluster takes no part. Clusters are compared within each article.

- MUC: Vilain, Burger, Aberdeen, Connolly, Hirschman, "A Model-Theoretic Coreference Scoring Scheme" (1995).
- B³: Bagga, Baldwin, "Algorithms for Scoring Coreference Chains" (1998).
- CEAF with φ3 (mentions) and φ4 (entities): Luo, "On Coreference Resolution Performance Metrics" (2005).
- LEA: Moosavi, Strube, "Which Coreference Evaluation Metric Do You Trust?" (2016).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from annotator.review.assignment import assign
from annotator.review.columns import Columns, Floats, Ints
from annotator.review.count_spans import pairs, people
from annotator.review.statistics import Keys, Table, tally

MEASURES = ("muc", "b_cubed", "ceaf_m", "ceaf_e", "lea")
CHANNELS = 4 * len(MEASURES) + 1
"""For each measure what recall is a quotient of, then precision; at the end the number of mentions."""


@dataclass(frozen=True, slots=True)
class Overlaps:
    """How two partitions of one article overlap.

    ``key`` and ``response``: the sizes of the clusters; ``shared``: rows (cluster of the key, cluster of the
    response, mentions in both), for those that share any.
    """

    key: Ints
    response: Ints
    shared: Ints

    def turned(self) -> Overlaps:
        """Return the same with key and response changed round."""
        return Overlaps(self.response, self.key, self.shared[:, [1, 0, 2]])


def count_clusters(columns: Columns, partner: Ints) -> Table:
    """Count what the measures need; cells (kind, one, other), channels as :data:`CHANNELS` tells."""
    rows, values = [], []
    for kind, article, one, other, overlaps in _overlaps(columns, partner):
        rows.append((article, kind, one, other))
        values.append(channels(overlaps))
    table = np.array(rows, np.int64).reshape(-1, 4)
    keys: list[Keys] = [
        (table[:, 1], [(kind,) for kind in columns.cluster_kinds]),
        *people(columns, table[:, 2], table[:, 3]),
    ]
    return tally(len(columns.articles), table[:, 0], keys, np.array(values).reshape(-1, CHANNELS))


def channels(overlaps: Overlaps) -> Floats:
    """Return the counts of one article, (:data:`CHANNELS`,)."""
    turned = overlaps.turned()
    parts: list[float] = []
    aligned = _ceaf(overlaps)
    for number, measure in enumerate((_muc, _b_cubed, None, None, _lea)):
        for side in (overlaps, turned):
            if measure is None:
                whole = float(side.key.sum()) if number == 2 else float(len(side.key))
                parts += (aligned[number - 2], whole)
            else:
                parts += measure(side)
    return np.array([*parts, float(overlaps.key.sum() + overlaps.response.sum())])


def _muc(sides: Overlaps) -> tuple[float, float]:
    """Recall: Σ (|k| − parts that the response cuts k into) over Σ (|k| − 1), unmatched mentions alone."""
    met = np.bincount(sides.shared[:, 0], minlength=len(sides.key))
    found = np.bincount(sides.shared[:, 0], sides.shared[:, 2], len(sides.key))
    return float((found - met).sum()), float((sides.key - 1).sum())


def _b_cubed(sides: Overlaps) -> tuple[float, float]:
    """Recall: for each mention the share of its key cluster that is with it in the response, on average."""
    shared = sides.shared[:, 2]
    return float((shared**2 / sides.key[sides.shared[:, 0]]).sum()), float(sides.key.sum())


def _lea(sides: Overlaps) -> tuple[float, float]:
    """Recall: Σ |k| · (links of k found in the response / links of k) over Σ |k|.

    A cluster of one has one link, to itself, found if the response has the mention in a cluster of one.
    """
    size, shared = sides.key[sides.shared[:, 0]], sides.shared[:, 2]
    alone = (size == 1) & (sides.response[sides.shared[:, 1]] == 1)
    links = np.where(size == 1, alone, shared * (shared - 1) / 2)
    resolved = links / np.maximum(size * (size - 1) / 2, 1)
    return float((size * resolved).sum()), float(sides.key.sum())


def _ceaf(sides: Overlaps) -> tuple[float, float]:
    """Return the similarity of the best one-to-one assignment of clusters, by φ3 and by φ4."""
    sizes = sides.key[sides.shared[:, 0]] + sides.response[sides.shared[:, 1]]
    mentions = sides.shared[:, 2].astype(float)
    return _best(sides.shared, mentions), _best(sides.shared, 2 * mentions / np.maximum(sizes, 1))


def _best(shared: Ints, similarity: Floats) -> float:
    edges = [(k, -1 - r, s) for (k, r, _), s in zip(shared.tolist(), similarity.tolist(), strict=True)]
    return sum(_best_of(part) for part in _parts(edges))


_Edge = tuple[int, int, float]


def _parts(edges: Iterable[_Edge]) -> Iterator[list[_Edge]]:
    """Yield the edges by connected parts; keys are numbered from 0 up, responses from −1 down."""
    at: dict[int, list[_Edge]] = defaultdict(list)
    for edge in edges:
        at[edge[0]].append(edge)
        at[edge[1]].append(edge)
    while at:
        waiting, found = [next(iter(at))], dict[tuple[int, int], _Edge]()
        while waiting:
            for edge in at.pop(waiting.pop(), ()):
                found[edge[:2]] = edge
                waiting += edge[:2]
        yield list(found.values())


def _best_of(part: list[_Edge]) -> float:
    rows = {key: i for i, key in enumerate(dict.fromkeys(k for k, _, _ in part))}
    names = {name: i for i, name in enumerate(dict.fromkeys(r for _, r, _ in part))}
    if min(len(rows), len(names)) == 1:
        return max(s for _, _, s in part)
    table = [[0.0] * max(len(names), len(rows)) for _ in rows]
    for key, name, similarity in part:
        table[rows[key]][names[name]] = -similarity
    return -sum(table[row][column] for row, column in enumerate(assign(table)))


def _overlaps(columns: Columns, partner: Ints) -> Iterator[tuple[int, int, int, int, Overlaps]]:
    """Yield (kind, article, one, other, overlaps) wherever one of the two has a cluster."""
    for kind in range(len(columns.cluster_kinds)):
        cluster = _cluster_of(columns, kind)
        for one, other, both in pairs(columns):
            mine = _members(columns, cluster, one)
            theirs = _members(columns, cluster, other)
            for article in sorted(mine.keys() | theirs.keys()):
                if both[article]:
                    found = overlaps_of(
                        mine.get(article, []), theirs.get(article, []), cluster, partner[:, other]
                    )
                    yield kind, article, one, other, found


def _cluster_of(columns: Columns, kind: int) -> Ints:
    """Return the cluster that each mention is in, −1 for none; of several the last."""
    cluster = np.full(len(columns), -1, np.int64)
    members = columns.members[columns.cluster_kind[columns.members[:, 1]] == kind]
    cluster[members[:, 0]] = members[:, 1]
    return cluster


def _members(columns: Columns, cluster: Ints, annotator: int) -> dict[int, list[int]]:
    found = defaultdict(list)
    for row in np.flatnonzero((cluster >= 0) & (columns.annotator == annotator)).tolist():
        found[int(columns.article[row])].append(row)
    return found


def overlaps_of(mine: list[int], theirs: list[int], cluster: Ints, partner: Ints) -> Overlaps:
    """Return how the clusters of two lists of mentions overlap; ``partner`` by mention of the first."""
    keys, key = np.unique(cluster[mine], return_inverse=True)
    names, name = np.unique(cluster[theirs], return_inverse=True)
    position = {row: int(number) for row, number in zip(theirs, name, strict=True)}
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for row, number in zip(mine, key.tolist(), strict=True):
        other = position.get(int(partner[row]))
        if other is not None:
            shared[number, other] += 1
    table = np.array([(k, r, n) for (k, r), n in shared.items()], np.int64).reshape(-1, 3)
    return Overlaps(np.bincount(key, minlength=len(keys)), np.bincount(name, minlength=len(names)), table)
