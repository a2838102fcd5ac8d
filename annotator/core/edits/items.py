"""Finding and replacing single items: what the edits have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.change import MentionChange, RelationChange
from annotator.core.errors import InvalidEdit
from annotator.core.ids import MentionId, RelationId
from annotator.core.state import AnnotationState
from annotator.core.text import Span


def mention_of(state: AnnotationState, identifier: str) -> Mention:
    """Return a mention of the state; raises :class:`InvalidEdit` (``unknown_mention``)."""
    try:
        return state.mentions[MentionId(identifier)]
    except KeyError:
        raise InvalidEdit(reason="unknown_mention", mention=identifier) from None


def mention_at(state: AnnotationState, layer: str, fragments: tuple[Span, ...]) -> Mention | None:
    """Return the visible mention of a layer with exactly these fragments."""
    envelope = Span(fragments[0].start, fragments[-1].end)
    found = (m for m in state.mentions_at(envelope) if m.layer == layer and m.fragments == fragments)
    return next(found, None)


def relation_of(state: AnnotationState, identifier: str) -> Relation:
    """Return a relation of the state; raises :class:`InvalidEdit` (``unknown_relation``)."""
    try:
        return state.relations[RelationId(identifier)]
    except KeyError:
        raise InvalidEdit(reason="unknown_relation", relation=identifier) from None


def relation_between(state: AnnotationState, label: str, head: MentionId, tail: MentionId) -> Relation | None:
    """Return the relation of that label from ``head`` to ``tail``, rejected ones included."""
    at_head = map(state.relations.__getitem__, state.links.get(head, ()))
    return next((r for r in at_head if (r.label, r.head, r.tail) == (label, head, tail)), None)


def own_relations_at(state: AnnotationState, mention: MentionId) -> Iterator[Relation]:
    """Yield the annotator's own relations at a mention that are not rejected."""
    at_mention = (state.relations[r] for r in state.links.get(mention, ()) if r in state.own)
    return (r for r in at_mention if r.status is not Status.REJECTED)


def put(state: AnnotationState, old: Mention, new: Mention) -> MentionChange:
    """Return the change that makes ``new`` the annotator's value, with the suggestion as its source."""
    if old.id in state.own:
        return MentionChange(old, new)
    return MentionChange(None, replace(new, provenance=replace(new.provenance, derived_from=old.id)))


def put_relation(state: AnnotationState, old: Relation, new: Relation) -> RelationChange:
    """Return the change that makes ``new`` the annotator's value, with the suggestion as its source."""
    if old.id in state.own:
        return RelationChange(old, new)
    return RelationChange(None, replace(new, provenance=replace(new.provenance, derived_from=old.id)))


def drop_mention(state: AnnotationState, mention: Mention) -> MentionChange:
    """Return the change that removes an own mention, or rejects what was suggested."""
    if mention.id in state.own and mention.provenance.derived_from is None:
        return MentionChange(mention, None)
    return put(state, mention, replace(mention, status=Status.REJECTED))


def drop_relation(state: AnnotationState, relation: Relation) -> RelationChange:
    """Return the change that removes an own relation, or rejects what was suggested."""
    if relation.id in state.own and relation.provenance.derived_from is None:
        return RelationChange(relation, None)
    return put_relation(state, relation, replace(relation, status=Status.REJECTED))
