"""Does the result of an edit hold? Checked for every operation before it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, TypeVar, assert_never

from annotator.core.annotation import Cluster, Mention, Relation, Status
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
from annotator.core.errors import InvalidEdit
from annotator.core.ids import MentionId
from annotator.core.scheme import Scheme
from annotator.core.state import AnnotationState, Layered
from annotator.core.valid_links import (
    Links,
    check_alone,
    check_cluster,
    check_link,
    check_members,
    check_room,
)
from annotator.core.valid_mentions import check_mention, check_mentions, check_place, check_places
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
    there, a mention gone that something hangs on) or :class:`SchemeViolation` (label, attribute or relation
    not allowed).
    """
    links = Links(scheme)
    for change in changes:
        _check_base(change, before)
        match change:
            case MentionChange(_, Mention() as mention):
                check_mention(mention, article=article, scheme=scheme)
                check_place(mention, after)
            case RelationChange(_, Relation() as relation):
                check_link(relation, after.mentions, after.own, links)
                siblings = [after.relations[r] for r in after.links.get(relation.head, ())]
                check_room(relation, after.mentions, siblings, scheme)
            case ClusterChange(_, Cluster() as cluster):
                check_cluster(cluster)
                check_members(cluster, after)
                _check_members_there(cluster, after)
            case ZonesChange(_, zones):
                _check_zones(zones, article)
            case VerdictChange(_, Verdict() as verdict):
                _check_verdict(verdict, after)
            case SetStateChange() | MentionChange() | RelationChange() | ClusterChange() | VerdictChange():
                pass
            case _:
                assert_never(change)
    _check_left_alone(changes, after)
    _check_still_allowed(changes, before, after, links)


def check_set(own: Layered, *, article: Article, scheme: Scheme) -> None:
    """Check a whole new set with no suggestions below it: as :func:`check` of the changes that add it all.

    Raises :class:`InvalidEdit` or :class:`SchemeViolation`.
    """
    check_mentions(own.mentions.values(), article=article, scheme=scheme)
    check_places(own.mentions.values())
    links = Links(scheme)
    alike: dict[tuple[MentionId, str], list[Relation]] = {}
    for relation in own.relations.values():
        check_link(relation, own.mentions, own.mentions, links)
        alike.setdefault((relation.head, relation.label), []).append(relation)
    for group in alike.values():
        for relation in group if len(group) > 1 else ():  # for one there is always room
            check_room(relation, own.mentions, group, scheme)
    taken: dict[MentionId, Cluster] = {}
    for cluster in own.clusters.values():
        check_cluster(cluster)
        if cluster.status is Status.ACCEPTED:
            check_alone(cluster, taken)


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


def _check_members_there(cluster: Cluster, state: AnnotationState) -> None:
    """Refuse a cluster of a gold set, which belongs to one article, with what is not there: by an undo."""
    if state.verdicts and not state.mentions.keys() >= set(cluster.members):
        raise InvalidEdit(reason="not_from_here")


def _check_left_alone(changes: tuple[Change, ...], state: AnnotationState) -> None:
    """Refuse to remove a mention that something hangs on: by a reviewer's undo, where another built on it."""
    gone = {c.before.id for c in changes if isinstance(c, MentionChange) and c.before and c.after is None}
    gone -= state.mentions.keys()  # what was suggested shows again
    if not gone:
        return
    own = state.own
    links = (state.relations[key] for one in gone for key in state.links.get(one, ()) if key in own)
    clusters = (cluster for key, cluster in state.clusters.items() if key in own)
    if any(link.status is not Status.REJECTED for link in links) or any(
        not gone.isdisjoint(cluster.members) for cluster in clusters
    ):
        raise InvalidEdit(reason="not_from_here")


def _check_still_allowed(
    changes: tuple[Change, ...], before: AnnotationState, after: AnnotationState, links: Links
) -> None:
    """Refuse another label where a relation that stays would be no longer allowed: as above, by an undo."""
    for change in changes:
        if not isinstance(change, MentionChange) or change.before is None or change.after is None:
            continue
        if (change.before.layer, change.before.label) == (change.after.layer, change.after.label):
            continue
        for key in after.links.get(change.after.id, ()):
            relation = after.relations[key]
            stays = key in after.own and relation.status is Status.ACCEPTED
            if stays and _fits(relation, before, links) and not _fits(relation, after, links):
                raise InvalidEdit(reason="not_from_here")


def _fits(relation: Relation, state: AnnotationState, links: Links) -> bool:
    head, tail = state.mentions.get(relation.head), state.mentions.get(relation.tail)
    return head is not None and tail is not None and relation.label in links.between(head, tail)


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
