"""Clusters of several annotators, compared by the items of their members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from annotator.core.annotation import Cluster
from annotator.core.ids import MentionId
from annotator.review.item import ClusterItem, Ids, Kind, SpanItem, fingerprint, in_order, sides_of
from annotator.review.version import Versions

_Position = dict[MentionId, int]
"""Which span item a mention of an annotator is in."""
_Partition = dict[int, int]
"""Which cluster (a number among the annotator's) a span item is in; an item in none is not there."""


@dataclass(slots=True)
class _Web:
    """Clusters of all annotators that hang together by shared members: (annotator, cluster) and items."""

    clusters: list[tuple[int, Cluster]] = field(default_factory=list)
    items: set[int] = field(default_factory=set)


def cluster_items(
    spans: Sequence[SpanItem], versions: Versions, names: tuple[str, ...], ids: Ids
) -> tuple[ClusterItem, ...]:
    """Return the items of the clusters of each kind, in the order of their first members."""
    position = [
        {m.id: i for i, item in enumerate(spans) if (m := item.versions[number]) is not None}
        for number in range(len(names))
    ]
    found = [
        (number, cluster, frozenset(position[number][member] for member in cluster.members))
        for number, name in enumerate(names)
        for cluster in versions[name].clusters
    ]
    webs = [
        web
        for kind in sorted({cluster.kind for _, cluster, _ in found})
        for web in _webs([entry for entry in found if entry[1].kind == kind])
    ]
    return tuple(_item(web, position, spans, names, ids) for web in webs)


def _webs(found: Sequence[tuple[int, Cluster, frozenset[int]]]) -> list[_Web]:
    webs: list[_Web] = []
    for number, cluster, items in found:
        touched = [web for web in webs if web.items & items]
        joined = _Web([(number, cluster)], set(items))
        for web in touched:
            joined.clusters += web.clusters
            joined.items |= web.items
        webs = [web for web in webs if web not in touched] + [joined]
    return sorted(webs, key=lambda web: min(web.items))


def _item(
    web: _Web,
    position: Sequence[_Position],
    spans: Sequence[SpanItem],
    names: tuple[str, ...],
    ids: Ids,
) -> ClusterItem:
    rows = [
        sorted((c for n, c in web.clusters if n == number), key=lambda c: c.id)
        for number in range(len(names))
    ]
    partitions = [_partition(row, position[number]) for number, row in enumerate(rows)]
    has = [{i for i in web.items if spans[i].versions[number] is not None} for number in range(len(names))]
    identities = [_identities(row, position[number]) for number, row in enumerate(rows)]
    kinds: set[Kind] = set()
    for one, other in combinations(range(len(names)), 2):
        common = sorted(has[one] & has[other])
        kinds |= _differences(partitions[one], partitions[other], common)
        if any(identities[one].get(i, "") != identities[other].get(i, "") for i in common):
            kinds.add(Kind.CLUSTER_IDENTITY)
    looks = tuple(_look(row, position[number], spans) for number, row in enumerate(rows))
    return ClusterItem(
        id=ids.take("cluster", (cluster.id for _, cluster in web.clusters)),
        annotators=names,
        types=in_order(kinds),
        sides=sides_of(looks),
        fingerprint=fingerprint(names, looks),
        layer=web.clusters[0][1].kind,
        depends_on=tuple(spans[i].id for i in sorted(web.items)),
        consequent=not kinds and len(set(looks)) > 1,
        versions=tuple(map(tuple, rows)),
    )


def _partition(clusters: Sequence[Cluster], position: _Position) -> _Partition:
    return {position[m]: number for number, cluster in enumerate(clusters) for m in cluster.members}


def _identities(clusters: Sequence[Cluster], position: _Position) -> dict[int, str]:
    return {position[m]: cluster.kb_id for cluster in clusters for m in cluster.members if cluster.kb_id}


def _look(clusters: Sequence[Cluster], position: _Position, spans: Sequence[SpanItem]) -> tuple[object, ...]:
    return tuple(sorted((tuple(sorted(spans[position[m]].id for m in c.members)), c.kb_id) for c in clusters))


def _differences(one: _Partition, other: _Partition, common: Sequence[int]) -> set[Kind]:
    """Compare two partitions of the mentions that both annotators have.

    Two mentions together for one and apart for the other are a split; if the other has one of them in no
    cluster, a member is left out.
    """
    kinds = set()
    for a, b in combinations(common, 2):
        for here, there in ((one, other), (other, one)):
            if _together(here, a, b) and not _together(there, a, b):
                placed = a in there and b in there
                kinds.add(Kind.CLUSTER_PARTITION if placed else Kind.CLUSTER_MEMBER)
    return kinds


def _together(partition: _Partition, a: int, b: int) -> bool:
    return a in partition and partition[a] == partition.get(b)
