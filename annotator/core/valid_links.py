"""Whether a relation or a cluster holds: its ends or members, and the room that the scheme leaves."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from annotator.core.annotation import Cluster, Mention, Relation, Status
from annotator.core.errors import InvalidEdit, SchemeViolation
from annotator.core.ids import MentionId
from annotator.core.scheme import Scheme
from annotator.core.state import AnnotationState


class Links:
    """The relations that a scheme allows between two labels, looked up once for each pair."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._known: dict[tuple[str, str, str, str], frozenset[str]] = {}

    def between(self, head: Mention, tail: Mention) -> frozenset[str]:
        """Return the labels of the relations that may lead from ``head`` to ``tail``."""
        pair = (head.layer, head.label, tail.layer, tail.label)
        found = self._known.get(pair)
        if found is None:
            found = frozenset(choice.name for choice in self._scheme.relation_choices(head, tail))
            self._known[pair] = found
        return found


def check_relation(relation: Relation, state: AnnotationState, *, scheme: Scheme) -> None:
    """Check one relation; unless it is rejected, both ends are there, and an accepted one's are accepted."""
    check_link(relation, state.mentions, state.own, Links(scheme))


def check_link(
    relation: Relation, mentions: Mapping[MentionId, Mention], own: Container[str], links: Links
) -> None:
    """As :func:`check_relation`, among ``mentions`` of which ``own`` are the annotator's."""
    if relation.status is Status.REJECTED:
        return
    head, tail = mentions.get(relation.head), mentions.get(relation.tail)
    if head is None or tail is None or relation.head == relation.tail:
        raise InvalidEdit(reason="unknown_end", relation=relation.id)
    if relation.status is Status.ACCEPTED and not (_decided(head, own) and _decided(tail, own)):
        raise InvalidEdit(reason="end_not_accepted", relation=relation.id)
    if relation.label not in links.between(head, tail):
        raise SchemeViolation(
            reason="relation_not_allowed", label=relation.label, head=head.label, tail=tail.label
        )


def check_room(
    relation: Relation, mentions: Mapping[MentionId, Mention], siblings: Iterable[Relation], scheme: Scheme
) -> None:
    """Refuse an accepted relation that is there already, and more of a role than its maximum."""
    if relation.status is not Status.ACCEPTED:
        return
    alike = [
        r
        for r in siblings
        if r.head == relation.head and r.label == relation.label and r.status is Status.ACCEPTED
    ]
    if sum(r.tail == relation.tail for r in alike) > 1:
        raise InvalidEdit(reason="duplicate_relation", relation=relation.id)
    head = mentions[relation.head]
    label = scheme.label(head.layer, head.label)
    role = label.role(relation.label) if label else None
    if role is not None and role.maximum is not None and len(alike) > role.maximum:
        raise SchemeViolation(reason="role_full", role=role.name, label=head.label, maximum=role.maximum)


def _decided(end: Mention, own: Container[str]) -> bool:
    return end.status is Status.ACCEPTED and end.id in own


def check_cluster(cluster: Cluster) -> None:
    """Refuse a cluster of nothing; one that is named or declined in part may wait for its first member."""
    begun = cluster.status is Status.SUGGESTED and (cluster.declined or cluster.name or cluster.kb_id)
    sound = all(sorted(set(ids)) == list(ids) for ids in (cluster.members, cluster.declined))
    if not (cluster.members or begun) or not sound or not set(cluster.members).isdisjoint(cluster.declined):
        raise InvalidEdit(reason="bad_cluster", cluster=cluster.id)


def check_members(cluster: Cluster, state: AnnotationState) -> None:
    """Refuse members of an accepted cluster that are not accepted themselves, or in another one too."""
    if cluster.status is not Status.ACCEPTED:
        return
    for member in cluster.members:
        mention = state.mentions.get(member)  # those of other articles are not known here
        if mention is not None and not _decided(mention, state.own):
            raise InvalidEdit(reason="member_not_accepted", cluster=cluster.id, mention=member)
    taken: dict[MentionId, Cluster] = {}
    for other in (cluster, *state.clusters.values()):
        if other.id in state.own and other.status is Status.ACCEPTED:
            check_alone(other, taken)


def check_alone(cluster: Cluster, taken: dict[MentionId, Cluster]) -> None:
    """Refuse an accepted cluster with a mention that another one has."""
    for member in cluster.members:
        first = taken.setdefault(member, cluster)
        if first.id != cluster.id:
            raise InvalidEdit(reason="in_two_clusters", cluster=cluster.id, mention=member)
