"""Counts of tokens by the labels that annotators give them, and of units by their lengths.

On each layer a token has one label or none: where mentions overlap, that of the longest, then of the one
further back. Mentions inside others are seen by the figures on mentions, not by these.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from annotator.review.columns import Columns, Ints
from annotator.review.count_spans import pairs
from annotator.review.statistics import Keys, Table, joined, nothing, renamed, tally


@dataclass(frozen=True, slots=True)
class _Painted:
    """One layer of all annotators.

    ``owner`` (annotators × tokens): the mention that a token belongs to, −1 for none; ``category``: 0 for
    none, else 1 + the position among the layer's labels, whose names are in ``names``.
    """

    layer: int
    names: tuple[tuple[str], ...]
    owner: Ints
    category: Ints


def count_tokens(columns: Columns) -> dict[str, Table]:
    """Count tokens and units.

    ``tokens``: cells (layer, one, other, label, label), one channel. ``coincidences``: cells (layer, label,
    label) over all annotators, each pair of values in both orders; channels: 1/(m − 1) per pair, and that by
    m, where m annotators worked on the article. ``units``: cells (layer, label, one, other); channels: the
    squared lengths (in tokens) of both annotators' units, the squared lengths of what the other covers of
    each, the number of units. ``unit_sums``: cells (layer, label), each of these over all annotators,
    divided so that every unit counts once.
    """
    among = columns.present.sum(axis=1)
    by_pair, by_unit = [], []
    for layer in range(len(columns.layers)):
        painted = _paint(columns, layer)
        by_pair += _confusions(columns, painted)
        by_unit += _units(columns, painted)
    tokens = joined([nothing(1), *by_pair])
    units = joined([nothing(3), *by_unit])
    once = units.values / np.maximum(among[units.rows] - 1, 1)[:, None]
    return {
        "tokens": tokens,
        "coincidences": _coincidences(tokens, among),
        "units": units,
        "unit_sums": renamed(units, lambda cell: cell[:2], once),
    }


def _paint(columns: Columns, layer: int) -> _Painted:
    labels = [i for i, (name, _) in enumerate(columns.labels) if name == columns.layers[layer]]
    number = np.zeros(len(columns.labels), np.int64)
    number[labels] = np.arange(1, len(labels) + 1)
    pieces = columns.pieces[columns.layer[columns.pieces[:, 0]] == layer]
    mention = pieces[:, 0]
    order = np.lexsort((columns.label[mention], columns.place[mention], columns.size[mention]))
    mention, first, length = mention[order], pieces[order, 1], (pieces[:, 2] - pieces[:, 1])[order]
    token = np.arange(int(length.sum())) - np.repeat(np.cumsum(length) - length, length)
    token += np.repeat(first, length)
    owner = np.full((len(columns.annotators), int(columns.tokens[-1])), -1, np.int64)
    # Of several values for one element numpy keeps the last, here the longest mention.
    owner[np.repeat(columns.annotator[mention], length), token] = np.repeat(mention, length)
    category = np.append(number[columns.label], 0)[owner]
    names = (("",), *((columns.labels[i][1],) for i in labels))
    return _Painted(layer, names, owner, category)


def _article_of_token(columns: Columns) -> Ints:
    return np.repeat(np.arange(len(columns.articles)), np.diff(columns.tokens))


def _confusions(columns: Columns, painted: _Painted) -> list[Table]:
    tables = []
    article = _article_of_token(columns)
    layers = [(columns.layers[painted.layer],)]
    for one, other, both in pairs(columns):
        here = both[article]
        where, mine, theirs = article[here], painted.category[one][here], painted.category[other][here]
        nought = np.zeros(len(where), np.int64)
        keys: list[Keys] = [
            (nought, [(*layers[0], columns.annotators[one], columns.annotators[other])]),
            (mine, painted.names),
            (theirs, painted.names),
        ]
        tables.append(tally(len(columns.articles), where, keys, np.ones((len(where), 1))))
    return tables


def _coincidences(tokens: Table, among: Ints) -> Table:
    here = among[tokens.rows]
    weight = tokens.values[:, 0] / np.maximum(here - 1, 1)
    values = np.column_stack([weight, weight / np.maximum(here, 1)])
    forward = renamed(tokens, lambda cell: (cell[0], cell[3], cell[4]), values)
    back = renamed(tokens, lambda cell: (cell[0], cell[4], cell[3]), values)
    return joined([forward, back])


def _units(columns: Columns, painted: _Painted) -> list[Table]:
    """Return the squares of each annotator's units, for her pair with every other annotator."""
    article = _article_of_token(columns)
    tables = []
    for one, other, both in pairs(columns):
        for who, whom in ((one, other), (other, one)):
            owner = painted.owner[who]
            inside = (owner >= 0) & both[article]
            first = inside & np.append(True, owner[1:] != owner[:-1])[: len(owner)]
            begins, unit = np.flatnonzero(first), np.cumsum(first)[inside] - 1
            length = np.bincount(unit, minlength=len(begins)).astype(float)
            covered = np.bincount(unit, painted.category[whom][inside] > 0, len(begins))
            values = np.column_stack([length**2, covered**2, np.ones(len(begins))])
            keys: list[Keys] = [
                (np.zeros(len(begins), np.int64), [(columns.layers[painted.layer],)]),
                (painted.category[who][begins], painted.names),
                (
                    np.zeros(len(begins), np.int64),
                    [(columns.annotators[one], columns.annotators[other])],
                ),
            ]
            tables.append(tally(len(columns.articles), article[begins], keys, values))
    return tables
