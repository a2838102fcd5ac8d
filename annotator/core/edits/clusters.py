"""Clusters: confirming and declining members one by one, linking, merging, splitting, naming.

A member that is confirmed is accepted as a mention too, so that an accepted cluster never holds what nobody
has decided. A cluster with less than two mentions and no entry of a knowledge base says nothing: it goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.core.annotation import Cluster, Mention, Origin, Provenance, Status
from annotator.core.change import Plan
from annotator.core.edits.deciding import accept
from annotator.core.edits.items import mention_of
from annotator.core.edits.making import Making
from annotator.core.errors import InvalidEdit
from annotator.core.ids import ClusterId, MentionId, new_id
from annotator.core.state import AnnotationState


def link(state: AnnotationState, one: str, other: str, *, author: str) -> Plan:
    """Say that two mentions are one thing: a new cluster, a member more, or two clusters made one.

    Raises :class:`InvalidEdit`: ``linked_already``, or ``other_kind`` for mentions of two layers.
    """
    ends = [mention_of(state, one), mention_of(state, other)]
    if ends[0].id == ends[1].id:
        raise InvalidEdit(reason="linked_already", mention=one)
    made = Making(state)
    chains = [made.chains.of.get(end.id) for end in ends]
    there = sorted({c.number: c for c in chains if c is not None}.items())
    ids = [end.id for end in ends]
    if len(there) == 2:
        made.merge(there[0][1], there[1][1], by=ids)
    home = there[0][1].cluster.id if there else made.add(_new(ends, author)).id
    made.confirm(home, ids)
    return _plan(state, made, "link", ends[1].id)


def confirm(state: AnnotationState, cluster: str, mentions: Iterable[str]) -> Plan:
    """Confirm members, or add mentions; one that is in another cluster moves here."""
    made = Making(state)
    home = made.chain(cluster).cluster.id
    ids = [mention_of(state, mention).id for mention in mentions]
    for mention in ids:
        now = made.chains.of.get(mention)
        if now is not None and now.cluster.id != home:
            made.remove(now, [mention])
    made.confirm(home, ids)
    return _plan(state, made, "confirm_member", ids[-1] if ids else None)


def decline(state: AnnotationState, cluster: str, mentions: Iterable[str]) -> Plan:
    """Take members out; the mentions stay, and are not offered for this cluster again."""
    made = Making(state)
    chain = made.chain(cluster)
    ids = [mention_of(state, mention).id for mention in mentions]
    if not set(ids) <= set(chain.members):
        raise InvalidEdit(reason="no_member", cluster=cluster)
    made.remove(chain, ids)
    return _plan(state, made, "remove_member", ids[-1] if ids else None)


def accept_cluster(state: AnnotationState, cluster: str) -> Plan:
    """Confirm all open members of a cluster."""
    made = Making(state)
    chain = made.chain(cluster)
    made.confirm(chain.cluster.id, chain.members)
    return _plan(state, made, "accept_cluster", chain.members[0])


def reject_cluster(state: AnnotationState, cluster: str) -> Plan:
    """Reject a suggested cluster, or dissolve an own one; the mentions stay."""
    made = Making(state)
    chain = made.chain(cluster)
    made.drop(chain)
    return _plan(state, made, "reject_cluster", chain.members[0])


def merge(state: AnnotationState, cluster: str, other: str) -> Plan:
    """Make two clusters one: the first, named as it is or else as the other.

    What was confirmed or declined in either stays so. Where nothing was, the first mention is confirmed: to
    say that two clusters are one thing is to say so of a mention of each.
    """
    made = Making(state)
    one, two = made.chain(cluster), made.chain(other)
    if one.cluster.id == two.cluster.id:
        raise InvalidEdit(reason="linked_already", cluster=cluster)
    made.merge(one, two)
    return _plan(state, made, "merge_clusters", one.members[0])


def split(state: AnnotationState, cluster: str, mentions: Sequence[str], *, author: str) -> Plan:
    """Make a cluster of its own of some members, at least two.

    Raises :class:`InvalidEdit` (``cluster_of_one``, ``no_member``, ``nothing_left``).
    """
    made = Making(state)
    chain = made.chain(cluster)
    chosen = [mention_of(state, mention) for mention in dict.fromkeys(mentions)]
    ids = [mention.id for mention in chosen]
    if len(ids) < 2:
        raise InvalidEdit(reason="cluster_of_one", cluster=cluster)
    if not set(ids) <= set(chain.members):
        raise InvalidEdit(reason="no_member", cluster=cluster)
    if len(ids) == len(chain.members):
        raise InvalidEdit(reason="nothing_left", cluster=cluster)
    made.remove(chain, ids)
    made.confirm(made.add(_new(chosen, author)).id, ids)
    return _plan(state, made, "split_cluster", ids[0])


def name_cluster(state: AnnotationState, cluster: str, *, name: str, kb_id: str) -> Plan:
    """Name a cluster and say which entry of a knowledge base it is. That decides no membership."""
    made = Making(state)
    chain = made.chain(cluster)
    made.change(replace(made.now(chain.cluster.id), name=name.strip(), kb_id=kb_id.strip()))
    return _plan(state, made, "name_cluster", chain.members[0])


def _new(members: Sequence[Mention], author: str) -> Cluster:
    return Cluster(
        id=ClusterId(new_id()),
        kind=members[0].layer,
        name="",
        kb_id="",
        members=(),
        status=Status.SUGGESTED,
        provenance=Provenance(Origin.HUMAN, author),
    )


def _plan(state: AnnotationState, made: Making, name: str, focus: MentionId | None) -> Plan:
    return Plan(name, (*accept(state, made.confirmed).changes, *made.changes()), focus=focus)
