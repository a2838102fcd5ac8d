"""Counts of mentions, their labels and attributes, by pairs of annotators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from annotator.core.scheme import Attribute, AttributeKind, Scheme
from annotator.review.columns import Bools, Columns, Ints
from annotator.review.matching import Matches
from annotator.review.statistics import Keys, Table, joined, nothing, tally

SAME, OTHER = "=", "≠"
"""What stands for the values of attributes with free text: equal, and another one."""


def pairs(columns: Columns) -> Iterator[tuple[int, int, Bools]]:
    """Yield every two annotators, the lower number first, and the articles that both worked on."""
    for one, other in combinations(range(len(columns.annotators)), 2):
        yield one, other, columns.present[:, one] & columns.present[:, other]


def people(columns: Columns, one: Ints, other: Ints) -> tuple[Keys, Keys]:
    """Return the keys for the names of two annotators."""
    names = [(name,) for name in columns.annotators]
    return (one, names), (other, names)


def count_spans(columns: Columns, matches: Matches) -> Table:
    """Count mentions; cells (layer, label, one, other).

    Channels: twice the matches of equal place and label, twice those of equal label, the mentions of both.
    """
    left, right = matches.left, matches.right
    alike = columns.label[left] == columns.label[right]
    rows, ones, others = [left[alike]], [columns.annotator[left[alike]]], [columns.annotator[right[alike]]]
    exact = 2.0 * (matches.cost[alike] == 0)
    values = [np.column_stack([exact, np.full(len(exact), 2.0), np.zeros(len(exact))])]
    for one, other, both in pairs(columns):
        mine = np.flatnonzero(_of(columns, one, other) & both[columns.article])
        rows.append(mine)
        ones.append(np.full(len(mine), one))
        others.append(np.full(len(mine), other))
        values.append(np.tile([0.0, 0.0, 1.0], (len(mine), 1)))
    row = np.concatenate(rows)
    keys = [
        (columns.label[row], columns.labels),
        *people(columns, np.concatenate(ones), np.concatenate(others)),
    ]
    return tally(len(columns.articles), columns.article[row], keys, np.concatenate(values))


def _of(columns: Columns, one: int, other: int) -> Bools:
    found: Bools = (columns.annotator == one) | (columns.annotator == other)
    return found


def count_confusions(columns: Columns, matches: Matches, partner: Ints) -> Table:
    """Count label pairs; cells (layer, one, other, label of one, label of the other), one channel.

    The label is empty where an annotator has no mention.
    """
    none = len(columns.labels)
    names = [(label,) for _, label in columns.labels] + [("",)]
    rows, ones, others = [matches.left], [columns.annotator[matches.left]], [columns.annotator[matches.right]]
    mine, theirs = [columns.label[matches.left]], [columns.label[matches.right]]
    for one, other, both in pairs(columns):
        for who, whom in ((one, other), (other, one)):
            alone = (columns.annotator == who) & (partner[:, whom] < 0) & both[columns.article]
            row = np.flatnonzero(alone)
            empty = np.full(len(row), none)
            rows.append(row)
            ones.append(np.full(len(row), one))
            others.append(np.full(len(row), other))
            mine.append(columns.label[row] if who == one else empty)
            theirs.append(empty if who == one else columns.label[row])
    row = np.concatenate(rows)
    keys = [
        (columns.layer[row], [(name,) for name in columns.layers]),
        *people(columns, np.concatenate(ones), np.concatenate(others)),
        (np.concatenate(mine), names),
        (np.concatenate(theirs), names),
    ]
    return tally(len(columns.articles), columns.article[row], keys, np.ones((len(row), 1)))


@dataclass(frozen=True, slots=True)
class _Values:
    """The matches (their positions) whose two labels have an attribute, and both values, by name."""

    matches: Ints
    one: Ints
    other: Ints
    names: tuple[str, ...]


def count_attributes(columns: Columns, matches: Matches, scheme: Scheme) -> Table:
    """Count values on matched mentions; cells (layer, attribute, its kind, one, other, value, value).

    An attribute is compared where both labels have it. A value that is not set is the scheme's default.
    Values of attributes without a list of them are told as :data:`SAME` and :data:`OTHER` only.
    """
    tables = [
        _attribute(columns, matches, attribute, _values(columns, matches, scheme, attribute))
        for attribute in scheme.attributes
    ]
    return joined([nothing(1), *tables])


def _attribute(columns: Columns, matches: Matches, attribute: Attribute, values: _Values) -> Table:
    left, right = matches.left[values.matches], matches.right[values.matches]
    names = [(name,) for name in values.names]
    keys: list[Keys] = [
        (columns.layer[left], [(layer, attribute.name, attribute.kind.value) for layer in columns.layers]),
        *people(columns, columns.annotator[left], columns.annotator[right]),
        (values.one, names),
        (values.other, names),
    ]
    return tally(len(columns.articles), columns.article[left], keys, np.ones((len(left), 1)))


def _values(columns: Columns, matches: Matches, scheme: Scheme, attribute: Attribute) -> _Values:
    labels = np.array([attribute in scheme.attributes_of(*label) for label in columns.labels], bool)
    has = labels[columns.label] if len(labels) else np.zeros(0, bool)
    number = {attribute.default: 0}
    value = np.zeros(len(columns), np.int64)
    for row in np.flatnonzero(has):
        name = columns.mentions[row].attribute(attribute.name) or attribute.default
        value[row] = number.setdefault(name, len(number))
    chosen = np.flatnonzero(has[matches.left] & has[matches.right])
    one, other = value[matches.left[chosen]], value[matches.right[chosen]]
    if attribute.kind is AttributeKind.CHOICE:
        return _Values(chosen, one, other, tuple(number))
    return _Values(chosen, np.zeros_like(one), (one != other).astype(np.int64), (SAME, OTHER))
