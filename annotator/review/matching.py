"""Which mentions of two annotators are the same one, for all pairs of annotators and all articles at once.

Only mentions of one layer that share a code point can be matched, each with at most one of the other
annotator. Three rounds, each leaving alone what an earlier one matched:

1. the same place and label;
2. the same place;
3. the rest, so that the sum of the costs is least. A match costs 1 − J for the extent (J: Jaccard index of
   the code points, Jaccard 1912), and ½ more if the labels differ; a mention left alone costs ½. So mentions
   of one label match whenever they overlap, those of different labels only if they share more than half.

Among matchings of equal cost the one is taken whose pairs come first by cost and position. Nothing depends on
the annotators' names or order: swapping two annotators swaps the columns of the result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from annotator.review.assignment import assign
from annotator.review.columns import Bools, Columns, Ints

ONE = 1 << 20
"""A cost of 1, in whole numbers: sums are exact, ties are ties."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Matched mentions: ``left`` and ``right`` are rows of the columns, the left annotator's number is lower.

    ``cost`` in parts of :data:`ONE`; 0 is the same place and label.
    """

    left: Ints
    right: Ints
    cost: Ints


def match(columns: Columns) -> Matches:
    """Match the mentions of every two annotators on every article."""
    candidates = _candidates(columns)
    taken = np.zeros(len(columns) * max(1, len(columns.annotators)), bool)
    rounds = []
    for chosen in _rounds(columns, candidates):
        found = _settle(columns, _take(candidates, chosen), taken)
        rounds.append(found)
        taken[_key(columns, found.left, found.right)] = True
        taken[_key(columns, found.right, found.left)] = True
    left, right, cost = (
        np.concatenate([getattr(found, name) for found in rounds]) for name in ("left", "right", "cost")
    )
    order = np.lexsort((right, left))
    return Matches(left[order], right[order], cost[order])


def partners(columns: Columns, matches: Matches) -> Ints:
    """Return for each mention and annotator the mention that it is matched with, −1 for none; (n, m)."""
    found = np.full((len(columns), len(columns.annotators)), -1, np.int64)
    found[matches.left, columns.annotator[matches.right]] = matches.right
    found[matches.right, columns.annotator[matches.left]] = matches.left
    return found


def _rounds(columns: Columns, candidates: Matches) -> tuple[Bools, Bools, Bools]:
    left, right = candidates.left, candidates.right
    same_place = columns.place[left] == columns.place[right]
    same = same_place & (columns.label[left] == columns.label[right])
    return same, same_place & ~same, ~same_place & (candidates.cost < ONE)


def _take(matches: Matches, chosen: Bools | Ints) -> Matches:
    return Matches(matches.left[chosen], matches.right[chosen], matches.cost[chosen])


def _candidates(columns: Columns) -> Matches:
    """Return every two overlapping mentions of one layer and two annotators, by a sweep over the starts."""
    stride = int(columns.end.max(initial=0)) + 1
    start = columns.layer * stride + columns.start
    end = columns.layer * stride + columns.end
    order = np.argsort(start, kind="stable")
    begun = start[order]
    behind = np.searchsorted(begun, end[order], "left") - np.arange(len(order)) - 1
    first = np.repeat(np.arange(len(order)), behind)
    step = np.arange(len(first)) - np.repeat(np.cumsum(behind) - behind, behind)
    one, other = order[first], order[first + step + 1]
    apart = columns.annotator[one] != columns.annotator[other]
    one, other = one[apart], other[apart]
    swap = columns.annotator[one] > columns.annotator[other]
    left, right = np.where(swap, other, one), np.where(swap, one, other)
    shared = overlap(columns, left, right)
    left, right, shared = left[shared > 0], right[shared > 0], shared[shared > 0]
    union = columns.size[left] + columns.size[right] - shared
    differ = columns.label[left] != columns.label[right]
    cost = np.rint((union - shared) * ONE / np.maximum(union, 1)).astype(np.int64) + differ * (ONE // 2)
    return Matches(left, right, cost)


def overlap(columns: Columns, left: Ints, right: Ints) -> Ints:
    """Return how many code points the fragments of two mentions share, pair by pair."""
    until = np.minimum(columns.end[left], columns.end[right])
    shared: Ints = np.maximum(until - np.maximum(columns.start[left], columns.start[right]), 0)
    length = columns.end - columns.start
    broken = (length != columns.size)[left] | (length != columns.size)[right]
    for index in np.flatnonzero(broken):
        ours = columns.mentions[left[index]].fragments
        theirs = columns.mentions[right[index]].fragments
        shared[index] = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ours for b in theirs)
    return shared


def _key(columns: Columns, mentions: Ints, others: Ints) -> Ints:
    """Return a number for a mention in its matching with another's annotator."""
    return mentions * len(columns.annotators) + columns.annotator[others]


def _settle(columns: Columns, candidates: Matches, taken: Bools) -> Matches:
    """Match what can be matched in only one way, and solve the rest exactly."""
    left, right = (
        _key(columns, candidates.left, candidates.right),
        _key(columns, candidates.right, candidates.left),
    )
    free = ~(taken[left] | taken[right])
    candidates, left, right = _take(candidates, free), left[free], right[free]
    choices = np.bincount(np.concatenate([left, right]), minlength=len(taken))
    clear = (choices[left] == 1) & (choices[right] == 1)
    unclear = np.flatnonzero(~clear)
    edges = list(zip(unclear.tolist(), left[unclear].tolist(), right[unclear].tolist(), strict=True))
    chosen = [index for tangle in _tangles(edges) for index in _solve(columns, candidates, tangle)]
    return _take(candidates, np.concatenate([np.flatnonzero(clear), np.array(chosen, np.int64)]))


_Edge = tuple[int, int, int]


def _tangles(edges: Iterable[_Edge]) -> list[list[_Edge]]:
    """Return the connected parts of the graph whose edges are the candidates."""
    parent: dict[int, int] = {}

    def root(node: int) -> int:
        while parent.setdefault(node, node) != node:
            parent[node] = node = parent[parent[node]]
        return node

    kept = list(edges)
    for _, one, other in kept:
        parent[root(one)] = root(other)
    parts: dict[int, list[_Edge]] = defaultdict(list)
    for edge in kept:
        parts[root(edge[1])].append(edge)
    return list(parts.values())


def _solve(columns: Columns, candidates: Matches, tangle: list[_Edge]) -> list[int]:
    """Return the edges of the best matching of one tangle.

    The weight of an edge is what it saves, and below that in value a power of two by its rank, so that no two
    matchings weigh the same.
    """
    ranked = sorted(tangle, key=lambda edge: _rank(columns, candidates, edge[0]))
    rows = {node: i for i, node in enumerate(dict.fromkeys(one for _, one, _ in ranked))}
    names = {node: i for i, node in enumerate(dict.fromkeys(other for _, _, other in ranked))}
    table = [[0] * (len(names) + len(rows)) for _ in rows]
    edge_at = {}
    for rank, (index, one, other) in enumerate(ranked):
        saved = int(candidates.cost[index]) - ONE
        table[rows[one]][names[other]] = (saved << len(ranked)) + (1 << rank)
        edge_at[rows[one], names[other]] = index
    return [edge_at[cell] for cell in enumerate(assign(table)) if cell in edge_at]


def _rank(columns: Columns, candidates: Matches, index: int) -> tuple[int, list[tuple[int, int]]]:
    ends = (int(candidates.left[index]), int(candidates.right[index]))
    return int(candidates.cost[index]), sorted((int(columns.place[i]), int(columns.label[i])) for i in ends)
