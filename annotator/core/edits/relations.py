"""Linking mentions, and changing what links them."""

from __future__ import annotations

from dataclasses import replace

from annotator.core.annotation import Origin, Provenance, Relation, Status
from annotator.core.change import Plan, RelationChange
from annotator.core.edits.deciding import accept
from annotator.core.edits.items import mention_of, put_relation, relation_between, relation_of
from annotator.core.errors import InvalidEdit, SchemeViolation
from annotator.core.ids import RelationId, new_id
from annotator.core.scheme import Scheme
from annotator.core.state import AnnotationState


def relate(state: AnnotationState, *, head: str, tail: str, label: str, author: str) -> Plan:
    """Link two mentions and accept both ends; a suggested or rejected relation of that kind is accepted."""
    ends = mention_of(state, head), mention_of(state, tail)
    there = relation_between(state, label, ends[0].id, ends[1].id)
    if there is not None:
        if there.status is Status.ACCEPTED:
            raise InvalidEdit(reason="duplicate_relation", relation=there.id)
        return replace(accept(state, [there.id]), name="relate")
    relation = Relation(
        id=RelationId(new_id()),
        label=label,
        head=ends[0].id,
        tail=ends[1].id,
        attributes=(),
        status=Status.ACCEPTED,
        provenance=Provenance(Origin.HUMAN, author),
    )
    accepted = accept(state, [end.id for end in ends]).changes
    return Plan("relate", (*accepted, RelationChange(None, relation)), focus=relation.id)


def relabel_relation(state: AnnotationState, identifier: str, label: str) -> Plan:
    """Give a relation another label and accept it with its ends."""
    old = relation_of(state, identifier)
    return _replace_relation(state, old, replace(old, label=label), "relabel_relation")


def reverse(state: AnnotationState, scheme: Scheme, identifier: str) -> Plan:
    """Swap the ends of a relation and accept it; raises :class:`SchemeViolation` if they may not be."""
    old = relation_of(state, identifier)
    head, tail = mention_of(state, old.tail), mention_of(state, old.head)
    if old.label not in {choice.name for choice in scheme.relation_choices(head, tail)}:
        raise SchemeViolation(
            reason="relation_not_allowed", label=old.label, head=head.label, tail=tail.label
        )
    return _replace_relation(state, old, replace(old, head=head.id, tail=tail.id), "reverse")


def _replace_relation(state: AnnotationState, old: Relation, new: Relation, name: str) -> Plan:
    new = replace(new, status=Status.ACCEPTED)
    ends = accept(state, [new.head, new.tail]).changes
    changes = () if new == old else (*ends, put_relation(state, old, new))
    return Plan(name, changes, focus=old.id)
