"""Counts of relations and events' arguments on matched mentions, by pairs of annotators."""

from __future__ import annotations

import numpy as np

from annotator.core.scheme import Scheme
from annotator.review.columns import Columns, Ints
from annotator.review.count_spans import pairs, people
from annotator.review.statistics import Keys, Table, tally

RELATION, ARGUMENT = "relation", "argument"


def count_relations(columns: Columns, partner: Ints, scheme: Scheme) -> Table:
    """Count relations; cells (what, layer of the head, label, one, other), channels: twice the shared, all.

    ``what`` is :data:`ARGUMENT` if the head's layer holds events, else :data:`RELATION`. Shared is a relation
    with equal label whose head and tail are matched with those of the other's.
    """
    head = columns.relations[:, 0]
    rows, ones, others, values = [], [], [], []
    for one, other, both in pairs(columns):
        there = both[columns.article[head]]
        mine = np.flatnonzero((columns.annotator[head] == one) & there)
        theirs = np.flatnonzero((columns.annotator[head] == other) & there)
        shared = mine[_shared(columns, partner, mine, theirs, other)]
        row = np.concatenate([mine, theirs, shared])
        hits = np.zeros((len(row), 2))
        hits[: len(mine) + len(theirs), 1] = 1
        hits[len(mine) + len(theirs) :, 0] = 2
        rows.append(row)
        ones.append(np.full(len(row), one))
        others.append(np.full(len(row), other))
        values.append(hits)
    nothing = [np.zeros(0, np.int64)]
    row = np.concatenate(nothing + rows)
    kinds = [(ARGUMENT if scheme.is_event(layer) else RELATION, layer) for layer in columns.layers]
    keys: list[Keys] = [
        (columns.layer[head[row]], kinds),
        (columns.relations[row, 2], [(name,) for name in columns.relation_labels]),
        *people(columns, np.concatenate(nothing + ones), np.concatenate(nothing + others)),
    ]
    return tally(
        len(columns.articles), columns.article[head[row]], keys, np.concatenate([np.zeros((0, 2)), *values])
    )


def _shared(columns: Columns, partner: Ints, mine: Ints, theirs: Ints, other: int) -> Ints:
    """Return the positions in ``mine`` of the relations that the other has as well."""
    ours = columns.relations[mine].copy()
    ours[:, :2] = partner[ours[:, :2], other]
    matched = np.flatnonzero((ours[:, :2] >= 0).all(axis=1))
    one, another = (_code(columns, rows) for rows in (ours[matched], columns.relations[theirs]))
    _, found, _ = np.intersect1d(one, another, return_indices=True)
    return matched[found]


def _code(columns: Columns, rows: Ints) -> Ints:
    code: Ints = (rows[:, 0] * (len(columns) + 1) + rows[:, 1]) * (len(columns.relation_labels) + 1) + rows[
        :, 2
    ]
    return code
