"""The gold set that decisions give: annotators' versions turned into its mentions, relations and clusters.

Ids are derived from the item, so that what hangs on a mention stays while the decision about it changes.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from annotator.core.annotation import Cluster, Mention, Origin, Provenance, Relation, Status
from annotator.core.errors import InvalidEdit
from annotator.core.ids import ClusterId, MentionId, RelationId, derived_id
from annotator.core.state import AnnotationState, Place, place_of
from annotator.core.verdict import Choice, Verdict
from annotator.review.item import ClusterItem, RelationItem, SpanItem
from annotator.services.reviewing_values import RULE, Case, Decision

_T = TypeVar("_T")
_A = TypeVar("_A", Relation, Cluster)
_K = TypeVar("_K", RelationId, ClusterId)
_OWN_WORDS = (Choice.EDITED, Choice.ADDED)
"""What stands is the reviewer's."""


class Gold:
    """The gold set of one article in the making. What stands in ``before`` is read, never changed."""

    def __init__(self, case: Case, before: AnnotationState) -> None:
        self._case = case
        self._before = before
        self.mentions: dict[MentionId, Mention] = {}
        self.relations: dict[RelationId, Relation] = {}
        self.clusters: dict[ClusterId, Cluster] = {}
        self._occupied: dict[Place, MentionId] = {}
        self._at: dict[str, dict[str, MentionId]] = {}
        self._item_of = {
            (name, mention.id): item.id
            for item in case.items
            if isinstance(item, SpanItem)
            for name, mention in zip(item.annotators, item.versions, strict=True)
            if mention is not None
        }

    # What stands -----------------------------------------------------------------------------------------

    def stands_at(self, item: str) -> list[Mention]:
        """Return the gold mentions of a span item."""
        return [self.mentions[key] for key in dict.fromkeys(self._at.get(item, {}).values())]

    def mention_for(self, annotator: str, mention: MentionId) -> MentionId | None:
        """Return the gold mention that stands for an annotator's."""
        return self._at.get(self._item_of[annotator, mention], {}).get(annotator)

    # Spans -----------------------------------------------------------------------------------------------

    def settle_span(self, item: SpanItem, verdict: Verdict, decision: Decision | None) -> tuple[str, ...]:
        """Put in what a verdict says of a mention; returns the ids. Raises :class:`InvalidEdit`."""
        chosen = self._chosen_mentions(item, verdict, decision)
        ids = self._ids("span", item.id, verdict.result, len(chosen), self.mentions)
        at = self._at[item.id] = {}
        for key, (mention, names) in zip(ids, chosen, strict=True):
            made = replace(
                mention,
                id=MentionId(key),
                status=Status.ACCEPTED,
                provenance=_provenance(verdict, mention.id, mention.provenance),
            )
            self._put(made)
            at |= dict.fromkeys(names, made.id)
        return tuple(ids)

    def keep_span(self, item: SpanItem, verdict: Verdict) -> tuple[str, ...]:
        """Keep what an outdated verdict has put in, where it still has room."""
        kept = []
        at = self._at[item.id] = {}
        for key in map(MentionId, verdict.result):
            mention = self._before.mentions.get(key)
            if mention is not None and key not in self.mentions and place_of(mention) not in self._occupied:
                self._put(mention)
                at |= dict.fromkeys(item.annotators, key)
                kept.append(str(key))
        return tuple(kept)

    def has_room(self, mention: Mention) -> bool:
        """Tell whether nothing stands at the place of a mention yet."""
        return place_of(mention) not in self._occupied

    def _put(self, mention: Mention) -> None:
        there = self._occupied.setdefault(place_of(mention), mention.id)
        if there != mention.id:
            raise InvalidEdit(reason="occupied", mention=mention.id, by=there)
        self.mentions[mention.id] = mention

    def _chosen_mentions(
        self, item: SpanItem, verdict: Verdict, decision: Decision | None
    ) -> list[tuple[Mention, Sequence[str]]]:
        everybody = item.annotators
        if verdict.choice in _OWN_WORDS:
            if decision is not None:
                return [(each, everybody) for each in decision.edited if isinstance(each, Mention)]
            return [(self._before.mentions[MentionId(key)], everybody) for key in verdict.result]
        if verdict.choice is Choice.TAKE:
            taken = _first(item.annotators, item.versions, verdict.taken)
            return [(taken, everybody)] if taken is not None else []
        if verdict.choice is Choice.ALL:
            return [
                (mention, [item.annotators[i] for i in side])
                for side in item.sides
                if (mention := item.versions[side[0]]) is not None
            ]
        return []

    # Relations -------------------------------------------------------------------------------------------

    def settle_relation(
        self, item: RelationItem, verdict: Verdict, decision: Decision | None
    ) -> tuple[str, ...]:
        """Put in what a verdict says of a relation; returns the ids. Raises :class:`InvalidEdit`."""
        chosen = self._chosen_relations(item, verdict, decision)
        return self._put_all(item.id, verdict, chosen, self.relations, kind="relation", of=RelationId)

    def keep_relation(self, verdict: Verdict) -> tuple[str, ...]:
        """Keep what an outdated verdict has put in, where its ends still stand and it still fits."""
        kept = []
        for key in map(RelationId, verdict.result):
            relation = self._before.relations.get(key)
            if relation is not None and key not in self.relations and self.fits(relation):
                self.relations[key] = relation
                kept.append(str(key))
        return tuple(kept)

    def carried(self, item: RelationItem, name: str) -> Relation | None:
        """Return an annotator's relation between the gold mentions that stand for its ends."""
        relation = item.versions[item.annotators.index(name)]
        if relation is None:
            return None
        head, tail = self.mention_for(name, relation.head), self.mention_for(name, relation.tail)
        if head is None or tail is None:
            return None
        return replace(relation, head=head, tail=tail)

    def fits(self, relation: Relation) -> bool:
        """Tell whether a relation between gold mentions is allowed, has room, and is not there yet."""
        head, tail = self.mentions.get(relation.head), self.mentions.get(relation.tail)
        scheme = self._case.scheme
        if head is None or tail is None or head.id == tail.id:
            return False
        if relation.label not in {choice.name for choice in scheme.relation_choices(head, tail)}:
            return False
        alike = [r for r in self.relations.values() if r.head == head.id and r.label == relation.label]
        label = scheme.label(head.layer, head.label)
        role = label.role(relation.label) if label else None
        full = role is not None and role.maximum is not None and len(alike) >= role.maximum
        return not full and all(r.tail != tail.id for r in alike)

    def _chosen_relations(
        self, item: RelationItem, verdict: Verdict, decision: Decision | None
    ) -> list[Relation]:
        if verdict.choice in _OWN_WORDS:
            if decision is not None:
                return [each for each in decision.edited if isinstance(each, Relation)]
            known = [self._before.relations[RelationId(key)] for key in verdict.result]
            if not all(self.mentions.keys() >= {each.head, each.tail} for each in known):
                raise InvalidEdit(reason="end_missing", item=item.id)
            return known
        names: list[str] = []
        if verdict.choice is Choice.TAKE:
            found = _first(item.annotators, item.annotators, verdict.taken)
            names = [found] if found and item.versions[item.annotators.index(found)] is not None else []
        elif verdict.choice is Choice.ALL:
            names = [item.annotators[s[0]] for s in item.sides if item.versions[s[0]] is not None]
        carried = [self.carried(item, name) for name in names]
        if None in carried:
            raise InvalidEdit(reason="end_missing", item=item.id)
        return [relation for relation in carried if relation is not None]

    # Clusters --------------------------------------------------------------------------------------------

    def settle_clusters(
        self, item: ClusterItem, verdict: Verdict, decision: Decision | None
    ) -> tuple[str, ...]:
        """Put in what a verdict says of clusters; returns the ids. Raises :class:`InvalidEdit`."""
        chosen = [
            self._with_room(item, cluster, verdict)
            for cluster in self._chosen_clusters(item, verdict, decision)
        ]
        standing = [cluster for cluster in chosen if cluster.members]
        return self._put_all(item.id, verdict, standing, self.clusters, kind="cluster", of=ClusterId)

    def _with_room(self, item: ClusterItem, cluster: Cluster, verdict: Verdict) -> Cluster:
        """Return a cluster of what stands and is in no other; a mention is in one cluster only."""
        taken = {member for other in self.clusters.values() for member in other.members}
        if verdict.personal and not taken.isdisjoint(cluster.members):
            raise InvalidEdit(reason="in_other_cluster", item=item.id)
        kept = tuple(m for m in cluster.members if m in self.mentions and m not in taken)
        alone = len(kept) == 1 < len(cluster.members) and not cluster.kb_id
        return replace(cluster, members=() if alone else kept, declined=())

    def keep_clusters(self, verdict: Verdict) -> tuple[str, ...]:
        """Keep what an outdated verdict has put in, cut to the mentions that still stand."""
        taken = {member for cluster in self.clusters.values() for member in cluster.members}
        kept = []
        for key in map(ClusterId, verdict.result):
            cluster = self._before.clusters.get(key)
            members = [m for m in cluster.members if m in self.mentions] if cluster is not None else []
            if cluster is not None and members and taken.isdisjoint(members) and key not in self.clusters:
                self.clusters[key] = replace(cluster, members=tuple(members))
                kept.append(str(key))
        return tuple(kept)

    def _chosen_clusters(
        self, item: ClusterItem, verdict: Verdict, decision: Decision | None
    ) -> list[Cluster]:
        if verdict.choice in _OWN_WORDS:
            if decision is not None:
                return [each for each in decision.edited if isinstance(each, Cluster)]
            return [self._before.clusters[ClusterId(key)] for key in verdict.result]
        if verdict.choice is Choice.TAKE:
            name = _first(item.annotators, item.annotators, verdict.taken)
            row = item.versions[item.annotators.index(name)] if name is not None else ()
            return [self._moved(cluster, name or "") for cluster in row]
        if verdict.choice is Choice.ALL:
            pairs = zip(item.annotators, item.versions, strict=True)
            return _united([self._moved(cluster, name) for name, row in pairs for cluster in row])
        return []

    def _moved(self, cluster: Cluster, name: str) -> Cluster:
        found = {self.mention_for(name, member) for member in cluster.members} - {None}
        alone = len(found) == 1 < len(cluster.members) and not cluster.kb_id
        return replace(cluster, members=() if alone else tuple(sorted(m for m in found if m is not None)))

    # Putting in ------------------------------------------------------------------------------------------

    def _put_all(
        self,
        item: str,
        verdict: Verdict,
        chosen: Sequence[_A],
        into: dict[_K, _A],
        *,
        kind: str,
        of: Callable[[str], _K],
    ) -> tuple[str, ...]:
        """Put in relations or clusters, under ids of the item's own."""
        ids = self._ids(kind, item, verdict.result, len(chosen), into)
        for key, each in zip(ids, chosen, strict=True):
            made = _provenance(verdict, each.id, each.provenance)
            into[of(key)] = replace(each, id=of(key), status=Status.ACCEPTED, provenance=made)  # type: ignore[arg-type]
        return tuple(ids)

    # Ids -------------------------------------------------------------------------------------------------

    def _ids(
        self, subject: str, item: str, before: Sequence[str], count: int, taken: Iterable[str]
    ) -> list[str]:
        """Return as many free ids as wanted, those given before first."""
        known = set(taken)
        article = self._case.article.id
        derived = (derived_id(article, "gold", subject, item, number) for number in itertools.count())
        found: list[str] = []
        candidates = itertools.chain(before, derived)
        while len(found) < count:
            key = next(candidates)
            if key not in known:
                known.add(key)
                found.append(key)
        return found


def _first(names: Sequence[str], values: Sequence[_T], taken: Sequence[str]) -> _T | None:
    """Return the value of the first of ``taken`` who takes part."""
    return next((values[names.index(name)] for name in taken if name in names), None)


def _provenance(verdict: Verdict, source: str, before: Provenance) -> Provenance:
    """Return who settled it; what was settled before keeps the annotation that it came from."""
    known = before.derived_from if before.origin is Origin.ADJUDICATED else source
    if verdict.choice is Choice.ADDED:
        known = None
    author = verdict.by or f"{RULE}:{verdict.basis.value}"
    return Provenance(Origin.ADJUDICATED, author, derived_from=known)


def _united(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join clusters that share a mention."""
    joined: list[Cluster] = []
    for cluster in clusters:
        touched = [one for one in joined if set(one.members) & set(cluster.members)]
        whole = touched[0] if touched else cluster
        parts = [*touched, cluster]
        members = tuple(sorted({member for part in parts for member in part.members}))
        name = next((part.name for part in parts if part.name), "")
        kb_id = next((part.kb_id for part in parts if part.kb_id), "")
        joined = [one for one in joined if one not in touched]
        joined.append(replace(whole, members=members, name=name, kb_id=kb_id))
    return joined
