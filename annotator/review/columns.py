"""Versions of many articles as columns of numbers, for whatever looks at all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from annotator.core.annotation import Cluster, Mention
from annotator.core.ids import MentionId
from annotator.core.text import Span
from annotator.review.version import Reviewed, Version

Ints: TypeAlias = npt.NDArray[np.int64]
_Name = TypeVar("_Name", str, tuple[str, str])
Bools: TypeAlias = npt.NDArray[np.bool_]
Floats: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Columns:
    """``n`` mentions of all annotators on all articles, with what hangs on them.

    Numbers in ``article``, ``annotator``, ``label`` and ``layer`` are indices into ``articles`` and so on;
    ``annotators``, ``layers`` and ``labels`` (layer, label) are sorted, so that nothing depends on who came
    first. ``start``, ``end`` (code points, half-open, of the envelope) lie in one continuum of all texts, one
    after the other; ``size`` counts the code points of the fragments. ``place`` is equal for mentions with
    equal layer and fragments, and ordered as they are. ``pieces`` has one row (mention, first token, one past
    the last token) for each fragment, tokens counted over all articles; ``tokens`` holds each article's first
    token, and the number of all at the end. ``present`` (articles × annotators) tells who worked where.

    ``relations``: rows (head mention, tail mention, index into ``relation_labels``). ``members``: rows
    (mention, index into ``clusters``); ``cluster_kind``: for each cluster an index into ``cluster_kinds``.
    ``mentions`` are the core types, row by row.
    """

    annotators: tuple[str, ...]
    articles: tuple[str, ...]
    labels: tuple[tuple[str, str], ...]
    layers: tuple[str, ...]
    present: Bools
    tokens: Ints
    article: Ints
    annotator: Ints
    label: Ints
    layer: Ints
    start: Ints
    end: Ints
    size: Ints
    place: Ints
    pieces: Ints
    relations: Ints
    relation_labels: tuple[str, ...]
    members: Ints
    clusters: tuple[Cluster, ...]
    cluster_kinds: tuple[str, ...]
    cluster_kind: Ints
    mentions: tuple[Mention, ...]

    def __len__(self) -> int:
        return len(self.article)


@dataclass(slots=True)
class _Gathering:
    """Lists that grow while the versions are read."""

    mentions: list[Mention] = field(default_factory=list)
    where: list[tuple[int, int]] = field(default_factory=list)
    relations: list[tuple[int, int, str]] = field(default_factory=list)
    members: list[tuple[int, int]] = field(default_factory=list)
    clusters: list[Cluster] = field(default_factory=list)

    def take(self, article: int, annotator: int, version: Version) -> None:
        first = len(self.mentions)
        self.mentions += version.mentions
        self.where += [(article, annotator)] * len(version.mentions)
        if not version.relations and not version.clusters:
            return
        row: dict[MentionId, int] = {m.id: first + i for i, m in enumerate(version.mentions)}
        self.relations += [(row[r.head], row[r.tail], r.label) for r in version.relations]
        for cluster in version.clusters:
            self.members += [(row[member], len(self.clusters)) for member in cluster.members]
            self.clusters.append(cluster)


def freeze(
    reviewed: Iterable[Reviewed], *, annotators: Sequence[str] | None = None, layers: Iterable[str] = ()
) -> Columns:
    """Return the versions as columns.

    ``annotators``: who takes part; everybody who occurs by default. ``layers``: names that get a number even
    where nothing is marked on them.
    """
    kept = list(reviewed)
    names = sorted(set(annotators) if annotators is not None else {a for r in kept for a in r.versions})
    number = {name: index for index, name in enumerate(names)}
    gathered = _Gathering()
    present = np.zeros((len(kept), len(names)), bool)
    for index, one in enumerate(kept):
        for name in sorted(one.versions.keys() & number.keys()):
            present[index, number[name]] = True
            gathered.take(index, number[name], one.versions[name])
    return _columns(kept, tuple(names), present, gathered, set(layers))


def _columns(
    kept: list[Reviewed], names: tuple[str, ...], present: Bools, got: _Gathering, known: set[str]
) -> Columns:
    where = _table(got.where, 2)
    base = _running([len(one.article.text) + 1 for one in kept])
    labels, label = _numbered([(m.layer, m.label) for m in got.mentions])
    layers = tuple(sorted(known | {layer for layer, _ in labels}))
    layer_of = np.array([layers.index(layer) for layer, _ in labels], np.int64)
    relation_labels, relation_label = _numbered([name for _, _, name in got.relations])
    kinds, kind = _numbered([cluster.kind for cluster in got.clusters])
    edges = _table([(head, tail) for head, tail, _ in got.relations], 2)
    bounds = _table([(m.fragments[0].start, m.fragments[-1].end) for m in got.mentions], 2)
    bounds = bounds + base[where[:, :1]]
    layer = layer_of[label] if len(labels) else label
    shape, size = _shapes(got.mentions, bounds)
    tokens, pieces = _pieces(kept, got.mentions, base[where[:, 0]])
    return Columns(
        annotators=names,
        articles=tuple(one.article.id for one in kept),
        labels=labels,
        layers=layers,
        present=present,
        tokens=tokens,
        article=where[:, 0],
        annotator=where[:, 1],
        label=label,
        layer=layer,
        start=bounds[:, 0],
        end=bounds[:, 1],
        size=size,
        place=_places(layer, bounds, shape),
        pieces=pieces,
        relations=np.column_stack([edges, relation_label]),
        relation_labels=relation_labels,
        members=_table(got.members, 2),
        clusters=tuple(got.clusters),
        cluster_kinds=kinds,
        cluster_kind=kind,
        mentions=tuple(got.mentions),
    )


def _table(rows: Sequence[Sequence[int]], width: int) -> Ints:
    return np.array(rows, np.int64).reshape(-1, width)


def _running(lengths: Sequence[int]) -> Ints:
    """Return where each of several stretches begins when laid end to end, and the end of the last."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(np.array(lengths, np.int64))])


def _numbered(values: Sequence[_Name]) -> tuple[tuple[_Name, ...], Ints]:
    names = tuple(sorted(set(values)))
    number = {name: index for index, name in enumerate(names)}
    return names, np.array([number[value] for value in values], np.int64)


def _shapes(mentions: Sequence[Mention], bounds: Ints) -> tuple[Ints, Ints]:
    """Return a number for the fragments inside the envelope (0 for one fragment), and the size."""
    broken = {i: m.fragments for i, m in enumerate(mentions) if len(m.fragments) > 1}
    kinds = {fragments: number for number, fragments in enumerate(sorted(set(broken.values())), 1)}
    shape = np.zeros(len(mentions), np.int64)
    size = bounds[:, 1] - bounds[:, 0]
    for index, fragments in broken.items():
        shape[index] = kinds[fragments]
        size[index] = sum(map(len, fragments))
    return shape, size


def _places(layer: Ints, bounds: Ints, shape: Ints) -> Ints:
    if not len(layer):
        return layer
    order = np.lexsort((shape, layer, bounds[:, 1], bounds[:, 0]))
    rows = np.column_stack([bounds, layer, shape])[order]
    new = np.any(rows[1:] != rows[:-1], axis=1)
    place = np.empty(len(layer), np.int64)
    place[order] = np.concatenate([np.zeros(1, np.int64), np.cumsum(new)])
    return place


def _pieces(kept: list[Reviewed], mentions: Sequence[Mention], base: Ints) -> tuple[Ints, Ints]:
    tokens = _running([len(one.article.tokens) for one in kept])
    shift = np.repeat(_running([len(one.article.text) + 1 for one in kept])[:-1], np.diff(tokens))
    starts = _joined(one.article.tokens.starts for one in kept) + shift
    ends = _joined(one.article.tokens.ends for one in kept) + shift
    rows = _table([(i, s.start, s.end) for i, s in _fragments(mentions)], 3)
    shifted = rows[:, 1:] + base[rows[:, 0], None] if len(rows) else rows[:, 1:]
    first = np.searchsorted(ends, shifted[:, 0], "right")
    after = np.searchsorted(starts, shifted[:, 1], "left")
    return tokens, np.column_stack([rows[:, 0], first, after])


def _joined(parts: Iterable[Sequence[int]]) -> Ints:
    arrays = [np.asarray(part, np.int64) for part in parts]
    return np.concatenate(arrays) if arrays else np.zeros(0, np.int64)


def _fragments(mentions: Sequence[Mention]) -> Iterator[tuple[int, Span]]:
    return ((index, span) for index, mention in enumerate(mentions) for span in mention.fragments)
