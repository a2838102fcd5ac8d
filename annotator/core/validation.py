"""Does the result of an edit hold? Checked for every operation before it is stored."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from itertools import pairwise
from typing import Any, TypeVar, assert_never

from annotator.core.annotation import DIFFICULT, YES, Cluster, Mention, Relation, Status
from annotator.core.article import Article, Zone
from annotator.core.change import (
    Change,
    ClusterChange,
    MentionChange,
    RelationChange,
    SetStateChange,
    VerdictChange,
    ZonesChange,
)
from annotator.core.errors import InvalidEdit, SchemeViolation
from annotator.core.ids import MentionId
from annotator.core.scheme import AttributeKind, Scheme
from annotator.core.state import AnnotationState, Layered, Place, place_of
from annotator.core.verdict import Choice, Verdict

_T = TypeVar("_T", Mention, Relation, Cluster)


def check(
    changes: tuple[Change, ...],
    *,
    before: AnnotationState,
    after: AnnotationState,
    article: Article,
    scheme: Scheme,
) -> None:
    """Check ``changes`` from one state to the next.

    Raises :class:`InvalidEdit` (offsets, order, unknown ends, a change that does not start from what is
    there) or :class:`SchemeViolation` (label, attribute or relation not allowed).
    """
    links = _Links(scheme)
    for change in changes:
        _check_base(change, before)
        match change:
            case MentionChange(_, Mention() as mention):
                check_mention(mention, article=article, scheme=scheme)
                _check_place(mention, after)
            case RelationChange(_, Relation() as relation):
                _check_relation(relation, after.mentions, after.own, links)
                siblings = [after.relations[r] for r in after.links.get(relation.head, ())]
                _check_room(relation, after.mentions, siblings, scheme)
            case ClusterChange(_, Cluster() as cluster):
                _check_cluster(cluster)
                _check_members(cluster, after)
            case ZonesChange(_, zones):
                _check_zones(zones, article)
            case VerdictChange(_, Verdict() as verdict):
                _check_verdict(verdict, after)
            case SetStateChange() | MentionChange() | RelationChange() | ClusterChange() | VerdictChange():
                pass
            case _:
                assert_never(change)


def check_set(own: Layered, *, article: Article, scheme: Scheme) -> None:
    """Check a whole new set with no suggestions below it: as :func:`check` of the changes that add it all.

    Raises :class:`InvalidEdit` or :class:`SchemeViolation`.
    """
    _check_mentions(own.mentions.values(), article=article, scheme=scheme)
    _check_places(own.mentions.values())
    links = _Links(scheme)
    alike: dict[tuple[MentionId, str], list[Relation]] = {}
    for relation in own.relations.values():
        _check_relation(relation, own.mentions, own.mentions, links)
        alike.setdefault((relation.head, relation.label), []).append(relation)
    for group in alike.values():
        for relation in group if len(group) > 1 else ():  # for one there is always room
            _check_room(relation, own.mentions, group, scheme)
    taken: dict[MentionId, Cluster] = {}
    for cluster in own.clusters.values():
        _check_cluster(cluster)
        if cluster.status is Status.ACCEPTED:
            _check_alone(cluster, taken)


def _check_base(change: Change, state: AnnotationState) -> None:
    """Refuse a change that does not start from what the annotator's own set holds."""
    match change:
        case MentionChange(old, new):
            found: object = _own(state, state.mentions, old, new)
        case RelationChange(old_relation, new_relation):
            found = _own(state, state.relations, old_relation, new_relation)
        case ClusterChange(old_cluster, new_cluster):
            found = _own(state, state.clusters, old_cluster, new_cluster)
        case SetStateChange():
            found = state.set_state
        case ZonesChange():
            found = state.zones
        case VerdictChange(old_verdict, new_verdict):
            found = _verdict_before(state, old_verdict, new_verdict)
        case _:
            assert_never(change)
    if found != change.before:
        raise InvalidEdit(reason="not_from_here")


def _verdict_before(state: AnnotationState, old: Verdict | None, new: Verdict | None) -> Verdict | None:
    ids = {verdict.id for verdict in (old, new) if verdict is not None}
    if len(ids) != 1:
        raise InvalidEdit(reason="not_from_here")
    return state.verdicts.get(ids.pop())


def _own(state: AnnotationState, table: Mapping[Any, _T], old: _T | None, new: _T | None) -> _T | None:
    ids = {item.id for item in (old, new) if item is not None}
    if len(ids) != 1:
        raise InvalidEdit(reason="not_from_here")
    identifier = ids.pop()
    return table.get(identifier) if identifier in state.own else None


def _check_mentions(mentions: Iterable[Mention], *, article: Article, scheme: Scheme) -> None:
    """As :func:`check_mention` of each, but one fragment of whole tokens is seen to be right at a glance."""
    length, has_borders, label_of = len(article.text), article.tokens.has_borders, scheme.label
    for mention in mentions:
        span = mention.fragments[0] if len(mention.fragments) == 1 else None
        if (
            span is not None
            and span.end <= length
            and has_borders(span)
            and not mention.attributes
            and label_of(mention.layer, mention.label) is not None
        ):
            continue
        check_mention(mention, article=article, scheme=scheme)


def check_mention(mention: Mention, *, article: Article, scheme: Scheme) -> None:
    """Check one mention against the text and the scheme."""
    label = scheme.label(mention.layer, mention.label)
    if label is None:
        raise SchemeViolation(reason="unknown_label", layer=mention.layer, label=mention.label)
    _check_fragments(mention, article)
    if not label.subtoken and mention.status is not Status.REJECTED:
        _check_on_tokens(mention, article)
    _check_attributes(mention, scheme)


def _check_place(mention: Mention, state: AnnotationState) -> None:
    """Refuse a second own mention at one place; suggestions there are hidden, not counted."""
    if mention.status is Status.REJECTED:
        return
    for other in state.mentions_at(mention.envelope):
        if other.id != mention.id and other.id in state.own and place_of(other) == place_of(mention):
            raise InvalidEdit(reason="occupied", mention=mention.id, by=other.id)


def _check_places(mentions: Iterable[Mention]) -> None:
    places: dict[Place | tuple[str, int, int], MentionId] = {}
    for mention in mentions:
        if mention.status is Status.REJECTED:
            continue
        pieces = mention.fragments
        # A span is slow to hash, a mention of several rare.
        place = place_of(mention) if len(pieces) > 1 else (mention.layer, pieces[0].start, pieces[0].end)
        first = places.setdefault(place, mention.id)
        if first != mention.id:
            raise InvalidEdit(reason="occupied", mention=mention.id, by=first)


def _check_fragments(mention: Mention, article: Article) -> None:
    fragments, length = mention.fragments, len(article.text)
    if not fragments:
        raise InvalidEdit(reason="empty_span", mention=mention.id)
    for span in fragments:
        if not 0 <= span.start < span.end <= length:
            raise InvalidEdit(reason="outside_text", mention=mention.id, start=span.start, end=span.end)
    if len(fragments) > 1 and any(one.end >= other.start for one, other in pairwise(fragments)):
        raise InvalidEdit(reason="fragments_touch", mention=mention.id)


def _check_on_tokens(mention: Mention, article: Article) -> None:
    for span in mention.fragments:
        if not article.tokens.has_borders(span):
            raise SchemeViolation(reason="not_on_tokens", label=mention.label, start=span.start, end=span.end)


def _check_attributes(mention: Mention, scheme: Scheme) -> None:
    if not mention.attributes:
        return
    allowed = {a.name: a for a in scheme.attributes_of(mention.layer, mention.label)}
    for name, value in mention.attributes:
        attribute = allowed.get(name)
        if attribute is None and (name, value) == (DIFFICULT, YES):
            continue
        if attribute is None:
            raise SchemeViolation(reason="attribute_not_allowed", attribute=name, label=mention.label)
        if attribute.kind is AttributeKind.CHOICE and value not in {v.name for v in attribute.values}:
            raise SchemeViolation(reason="unknown_value", attribute=name, value=value)


class _Links:
    """The relations that a scheme allows between two labels, looked up once for each pair."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._known: dict[tuple[str, str, str, str], frozenset[str]] = {}

    def between(self, head: Mention, tail: Mention) -> frozenset[str]:
        pair = (head.layer, head.label, tail.layer, tail.label)
        found = self._known.get(pair)
        if found is None:
            found = frozenset(choice.name for choice in self._scheme.relation_choices(head, tail))
            self._known[pair] = found
        return found


def check_relation(relation: Relation, state: AnnotationState, *, scheme: Scheme) -> None:
    """Check one relation; unless it is rejected, both ends are there, and an accepted one's are accepted."""
    _check_relation(relation, state.mentions, state.own, _Links(scheme))


def _check_relation(
    relation: Relation, mentions: Mapping[MentionId, Mention], own: Container[str], links: _Links
) -> None:
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


def _check_room(
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


def _check_cluster(cluster: Cluster) -> None:
    """Refuse a cluster of nothing; one that is named or declined in part may wait for its first member."""
    begun = cluster.status is Status.SUGGESTED and (cluster.declined or cluster.name or cluster.kb_id)
    sound = all(sorted(set(ids)) == list(ids) for ids in (cluster.members, cluster.declined))
    if not (cluster.members or begun) or not sound or not set(cluster.members).isdisjoint(cluster.declined):
        raise InvalidEdit(reason="bad_cluster", cluster=cluster.id)


def _check_members(cluster: Cluster, state: AnnotationState) -> None:
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
            _check_alone(other, taken)


def _check_alone(cluster: Cluster, taken: dict[MentionId, Cluster]) -> None:
    """Refuse an accepted cluster with a mention that another one has."""
    for member in cluster.members:
        first = taken.setdefault(member, cluster)
        if first.id != cluster.id:
            raise InvalidEdit(reason="in_two_clusters", cluster=cluster.id, mention=member)


def _check_verdict(verdict: Verdict, state: AnnotationState) -> None:
    """Refuse a decision that takes nobody's version, or whose result is not in the set."""
    if not verdict.id or not verdict.fingerprint or (verdict.choice is Choice.TAKE and not verdict.taken):
        raise InvalidEdit(reason="bad_verdict", verdict=verdict.id)
    if not state.own.issuperset(verdict.result):
        raise InvalidEdit(reason="bad_verdict", verdict=verdict.id)


def _check_zones(zones: tuple[Zone, ...], article: Article) -> None:
    for zone in zones:
        if not 0 <= zone.start < zone.end <= len(article.text):
            raise InvalidEdit(reason="outside_text", start=zone.start, end=zone.end)
    if any(one.end > other.start for one, other in pairwise(zones)):
        raise InvalidEdit(reason="zones_overlap")
