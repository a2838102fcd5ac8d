"""Accepting, rejecting and deleting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.change import Change, MentionChange, Plan, RelationChange
from annotator.core.edits.items import (
    drop_mention,
    drop_relation,
    mention_of,
    own_relations_at,
    put,
    put_relation,
)
from annotator.core.edits.making import Making
from annotator.core.ids import MentionId, RelationId
from annotator.core.state import AnnotationState


def accept(state: AnnotationState, ids: Iterable[str]) -> Plan:
    """Accept mentions and relations; accepting a relation accepts its ends."""
    ids = list(ids)
    mentions: dict[MentionId, Mention] = {}
    relations: list[Relation] = []
    for identifier in ids:
        relation = state.relations.get(RelationId(identifier))
        if relation is not None:
            relations.append(relation)
            mentions |= {end: mention_of(state, end) for end in (relation.head, relation.tail)}
        else:
            mentions[MentionId(identifier)] = mention_of(state, identifier)
    changes: list[Change] = [
        put(state, m, replace(m, status=Status.ACCEPTED))
        for m in mentions.values()
        if m.status is not Status.ACCEPTED
    ]
    changes += [
        put_relation(state, r, replace(r, status=Status.ACCEPTED))
        for r in relations
        if r.status is not Status.ACCEPTED
    ]
    return Plan("accept", tuple(changes), focus=_only(ids))


def reject(state: AnnotationState, ids: Iterable[str], *, name: str = "reject") -> Plan:
    """Reject suggestions and delete own mentions and relations, with the own relations that hang on them."""
    ids = list(ids)
    changes: list[Change] = []
    gone: set[str] = set()
    for identifier in ids:
        if identifier in gone:
            continue
        relation = state.relations.get(RelationId(identifier))
        if relation is not None:
            changes.append(drop_relation(state, relation))
            gone.add(relation.id)
            continue
        mention = mention_of(state, identifier)
        for hanging in own_relations_at(state, mention.id):
            if hanging.id not in gone:
                changes.append(RelationChange(hanging, None))
                gone.add(hanging.id)
        changes.append(drop_mention(state, mention))
        gone.add(mention.id)
    changes = [change for change in changes if change.before != change.after]
    changes += _leave_clusters(state, {MentionId(i) for i in ids if i in state.mentions})
    return Plan(name, tuple(changes))


def delete(state: AnnotationState, identifier: str) -> Plan:
    """Delete one mention or relation; a suggestion is rejected, which keeps the decision.

    What is rejected already has nothing left to delete but the decision, so that is taken back.
    """
    item = state.relations.get(RelationId(identifier)) or mention_of(state, identifier)
    if item.status is Status.REJECTED:
        return take_back(state, identifier)
    return reject(state, [identifier], name="delete")


def take_back(state: AnnotationState, identifier: str) -> Plan:
    """Take a rejection back: the suggestion, if there is one, waits for a decision again."""
    if identifier not in state.own:
        return Plan("take_back", ())
    relation = state.relations.get(RelationId(identifier))
    change: Change = (
        RelationChange(relation, None)
        if relation is not None
        else MentionChange(mention_of(state, identifier), None)
    )
    return Plan("take_back", (change,), focus=_only([identifier]))


def _leave_clusters(state: AnnotationState, gone: set[MentionId]) -> list[Change]:
    hit = [c for c in state.clusters.values() if c.id in state.own and not gone.isdisjoint(c.members)]
    if not hit:
        return []
    made = Making(state)
    for cluster in hit:
        chain = made.chains.by_id(cluster.id)
        if chain is not None:
            made.leave(chain, gone)
    return made.changes()


def _only(ids: list[str]) -> MentionId | RelationId | None:
    return MentionId(ids[0]) if len(ids) == 1 else None
