"""What an editor of a relation or of clusters begins with: the gold set as it is, and what one may choose."""

from __future__ import annotations

from dataclasses import dataclass, replace

from annotator.core.annotation import Cluster, Mention, Relation
from annotator.core.ids import ClusterId, RelationId
from annotator.core.state import AnnotationState
from annotator.review.item import ClusterItem, RelationItem
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_values import GOLD, Entry


@dataclass(frozen=True, slots=True)
class Clusters:
    """The mentions that clusters may be made of, in reading order, and the clusters as they would be taken.

    ``first`` is how many of ``mentions``, from the beginning, the item is about; the others follow.
    """

    mentions: tuple[Mention, ...]
    clusters: tuple[Cluster, ...]
    first: int


def relation_offered(service: Reviewing, item: str) -> tuple[Relation, tuple[Mention, ...]] | None:
    """Return a relation between gold mentions to begin with, and all that its ends may be.

    ``None`` where an end does not stand.
    """
    entry, gold = service.entry(item), service.gold_state
    if gold is None or not isinstance(entry.item, RelationItem):
        return None
    mentions = tuple(sorted(gold.mentions.values(), key=lambda m: m.order))
    known = _standing_relation(entry, gold)
    if known is not None:
        return known, mentions
    ends = service.gold_ends(item)
    base = next((version for version in entry.item.versions if version is not None), None)
    if ends is None or base is None:
        return None
    return replace(base, head=ends[0].id, tail=ends[1].id), mentions


def _standing_relation(entry: Entry, gold: AnnotationState) -> Relation | None:
    keys = entry.verdict.result if entry.verdict is not None else ()
    return gold.relations.get(RelationId(keys[0])) if len(keys) == 1 else None


def clusters_offered(service: Reviewing, item: str) -> Clusters:
    """Return what may be in the clusters of an item: what it is about, and what is in no other cluster."""
    entry, gold, article = service.entry(item), service.gold_state, service.article
    assert isinstance(entry.item, ClusterItem) and gold is not None and article is not None
    review = service.look(article.id)
    ends = [review.entry(key) for key in entry.item.depends_on]
    about = [k for e in ends if e is not None and e.verdict is not None for k in e.verdict.result]
    own = set(entry.verdict.result) if entry.verdict is not None else set()
    taken = {m for c in gold.clusters.values() if c.id not in own for m in c.members}
    layer = [m for m in gold.mentions.values() if m.layer == entry.item.layer and m.id not in taken]
    first = sorted((m for m in layer if m.id in about), key=lambda m: m.order)
    rest = sorted((m for m in layer if m.id not in about), key=lambda m: m.order)
    return Clusters((*first, *rest), _begun(service, entry, gold), len(first))


def _begun(service: Reviewing, entry: Entry, gold: AnnotationState) -> tuple[Cluster, ...]:
    """Return the clusters that stand, or else those of the largest side that has some."""
    if entry.settled and entry.verdict is not None:
        found = (gold.clusters.get(ClusterId(key)) for key in entry.verdict.result)
        return tuple(cluster for cluster in found if cluster is not None)
    assert isinstance(entry.item, ClusterItem), "asked for clusters"
    item = entry.item
    side = next((side for side in item.sides if item.versions[side[0]]), item.sides[0])
    name = item.annotators[side[0]]
    if name == GOLD:
        return item.versions[side[0]]
    stand = service.gold_mentions(name)
    made = []
    for cluster in item.versions[side[0]]:
        members = tuple(sorted({m for key in cluster.members if (m := stand.get(key)) is not None}))
        made.append(replace(cluster, members=members))
    return tuple(made)
