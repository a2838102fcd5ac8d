"""What a person can do to an annotation set: one intent, one pure function, one plan.

No function here checks the scheme beyond what it needs to plan; :mod:`annotator.core.validation` checks the
whole result. A plan's changes are about the annotator's own set: deciding a suggestion *adds* an own mention
with the suggestion's id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from annotator.core.annotation import (
    Attributes,
    Mention,
    Origin,
    Provenance,
    Relation,
    SetState,
    Status,
    attributes,
)
from annotator.core.article import Article, Zone, ZoneKind
from annotator.core.change import (
    Change,
    ClusterChange,
    MentionChange,
    Plan,
    RelationChange,
    SetStateChange,
    ZonesChange,
)
from annotator.core.errors import InvalidEdit, SchemeViolation
from annotator.core.ids import MentionId, RelationId, new_id
from annotator.core.scheme import AttributeKind, Scheme
from annotator.core.state import AnnotationState
from annotator.core.text import Span

# Deciding -----------------------------------------------------------------------------------------------


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
        _put(state, m, replace(m, status=Status.ACCEPTED))
        for m in mentions.values()
        if m.status is not Status.ACCEPTED
    ]
    changes += [
        _put_relation(state, r, replace(r, status=Status.ACCEPTED))
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
            changes.append(_drop_relation(state, relation))
            gone.add(relation.id)
            continue
        mention = mention_of(state, identifier)
        for hanging in _own_relations_at(state, mention.id):
            if hanging.id not in gone:
                changes.append(RelationChange(hanging, None))
                gone.add(hanging.id)
        changes.append(_drop_mention(state, mention))
        gone.add(mention.id)
    changes += _leave_clusters(state, {MentionId(i) for i in ids if i in state.mentions})
    return Plan(name, tuple(changes))


def delete(state: AnnotationState, identifier: str) -> Plan:
    """Delete one mention or relation; a suggestion is rejected, which keeps the decision."""
    return reject(state, [identifier], name="delete")


# Mentions -----------------------------------------------------------------------------------------------


def create(
    state: AnnotationState,
    article: Article,
    scheme: Scheme,
    spans: Sequence[Span],
    *,
    layer: str,
    label: str,
    author: str,
) -> Plan:
    """Add an accepted mention; one at the same place of the same layer is relabelled instead."""
    fragments = tuple(spans)
    if not fragments:
        raise InvalidEdit(reason="empty_span", article=article.id)
    there = mention_at(state, layer, fragments)
    if there is not None:
        return relabel(state, scheme, there.id, layer=layer, label=label)
    mention = Mention(
        id=MentionId(new_id()),
        layer=layer,
        label=label,
        fragments=fragments,
        attributes=default_attributes(scheme, layer, label),
        status=Status.ACCEPTED,
        provenance=Provenance(Origin.HUMAN, author),
    )
    return Plan("create", (MentionChange(None, mention),), focus=mention.id)


def relabel(state: AnnotationState, scheme: Scheme, identifier: str, *, layer: str, label: str) -> Plan:
    """Give a mention another label and accept it; attributes and relations that no longer fit go."""
    old = mention_of(state, identifier)
    new = replace(
        old,
        layer=layer,
        label=label,
        attributes=_fitting_attributes(scheme, old, layer, label),
        status=Status.ACCEPTED,
    )
    changes: list[Change] = []
    for relation in state.relations_at(old.id):
        head = new if relation.head == old.id else state.mentions[relation.head]
        tail = new if relation.tail == old.id else state.mentions[relation.tail]
        if relation.label not in {choice.name for choice in scheme.relation_choices(head, tail)}:
            changes.append(_drop_relation(state, relation))
    if new != old:
        changes.append(_put(state, old, new))
    return Plan("relabel", tuple(changes), focus=old.id)


def resize(
    state: AnnotationState, identifier: str, fragments: Sequence[Span], *, name: str = "resize"
) -> Plan:
    """Move a mention to other fragments and accept it; a suggestion that stands there is rejected for it."""
    old = mention_of(state, identifier)
    new = replace(old, fragments=tuple(fragments), status=Status.ACCEPTED)
    if not new.fragments:
        raise InvalidEdit(reason="empty_span", mention=identifier)
    there = mention_at(state, old.layer, new.fragments)
    if new == old:
        return Plan(name, (), focus=old.id)
    changes = [_put(state, old, new)]
    if there is not None and there.id != old.id:
        if there.status is not Status.SUGGESTED:
            raise InvalidEdit(reason="occupied", mention=identifier, by=there.id)
        changes.append(_drop_mention(state, there))
    return Plan(name, tuple(changes), focus=old.id)


def grow(state: AnnotationState, article: Article, identifier: str, *, edge: str, tokens: int) -> Plan:
    """Move one edge of a mention (``start`` or ``end``) by whole tokens; positive counts outwards.

    An edge inside a token first goes to that token's border. Raises :class:`InvalidEdit` (``edge_stuck``)
    where the text ends, another fragment begins or nothing would be left.
    """
    mention = mention_of(state, identifier)
    if edge == "end":
        fragments = (*mention.fragments[:-1], _moved_end(article, mention.fragments[-1], tokens))
    else:
        fragments = (_moved_start(article, mention.fragments[0], tokens), *mention.fragments[1:])
    disjoint = all(a.end < b.start for a, b in pairwise(fragments))
    if not disjoint or any(fragment.start >= fragment.end for fragment in fragments):
        raise InvalidEdit(reason="edge_stuck", mention=identifier)
    return resize(state, identifier, fragments, name="grow" if tokens > 0 else "shrink")


def _moved_end(article: Article, span: Span, steps: int) -> Span:
    ends = article.tokens.ends
    # The number of tokens that end at or before the edge: the last of them is the edge's own.
    inside = article.tokens.first_ending_after(span.end)
    aligned = inside > 0 and ends[inside - 1] == span.end
    index = inside - 1 + steps if aligned or steps > 0 else inside + steps
    if not 0 <= index < len(ends):
        raise InvalidEdit(reason="edge_stuck")
    return Span(span.start, ends[index])


def _moved_start(article: Article, span: Span, steps: int) -> Span:
    starts = article.tokens.starts
    index = article.tokens.first_starting_at_or_after(span.start)
    aligned = index < len(starts) and starts[index] == span.start
    index = index - steps if aligned or steps > 0 else index - steps - 1
    if not 0 <= index < len(starts):
        raise InvalidEdit(reason="edge_stuck")
    return Span(starts[index], span.end)


def set_attribute(state: AnnotationState, scheme: Scheme, identifier: str, name: str, value: str) -> Plan:
    """Set one attribute of a mention (empty: take it away) and accept the mention."""
    old = mention_of(state, identifier)
    new = replace(old, attributes=attributes({**dict(old.attributes), name: value}), status=Status.ACCEPTED)
    known = scheme.attribute(name)
    typed = known is not None and known.kind is not AttributeKind.CHOICE
    return Plan(
        "set_attribute",
        () if new == old else (_put(state, old, new),),
        focus=old.id,
        merge_key=f"attribute:{name}:{identifier}" if typed else None,
    )


def set_note(state: AnnotationState, identifier: str, note: str) -> Plan:
    """Write a note on a mention; a suggestion stays open."""
    old = mention_of(state, identifier)
    new = replace(old, note=note)
    changes = () if new == old else (_put(state, old, new),)
    return Plan("set_note", changes, focus=old.id, merge_key=f"note:{identifier}")


# Relations ----------------------------------------------------------------------------------------------


def relate(state: AnnotationState, scheme: Scheme, *, head: str, tail: str, label: str, author: str) -> Plan:
    """Link two mentions and accept both ends; a suggested or rejected relation of that kind is accepted."""
    ends = mention_of(state, head), mention_of(state, tail)
    there = _relation_between(state, label, ends[0].id, ends[1].id)
    if there is not None:
        if there.status is Status.ACCEPTED:
            raise InvalidEdit(reason="duplicate_relation", relation=there.id)
        return replace(accept(state, [there.id]), name="relate")
    _check_room(state, scheme, ends[0], label)
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
    return Plan("relate", (*accepted, RelationChange(None, relation)), focus=ends[0].id)


def relabel_relation(state: AnnotationState, scheme: Scheme, identifier: str, label: str) -> Plan:
    """Give a relation another label and accept it with its ends."""
    old = _relation_of(state, identifier)
    if label != old.label:
        _check_room(state, scheme, mention_of(state, old.head), label)
    return _replace_relation(state, old, replace(old, label=label), "relabel_relation")


def reverse(state: AnnotationState, scheme: Scheme, identifier: str) -> Plan:
    """Swap the ends of a relation and accept it; raises :class:`SchemeViolation` if they may not be."""
    old = _relation_of(state, identifier)
    head, tail = mention_of(state, old.tail), mention_of(state, old.head)
    if old.label not in {choice.name for choice in scheme.relation_choices(head, tail)}:
        raise SchemeViolation(
            reason="relation_not_allowed", label=old.label, head=head.label, tail=tail.label
        )
    return _replace_relation(state, old, replace(old, head=head.id, tail=tail.id), "reverse")


def _replace_relation(state: AnnotationState, old: Relation, new: Relation, name: str) -> Plan:
    new = replace(new, status=Status.ACCEPTED)
    ends = accept(state, [new.head, new.tail]).changes
    changes = () if new == old else (*ends, _put_relation(state, old, new))
    return Plan(name, changes, focus=old.id)


def _check_room(state: AnnotationState, scheme: Scheme, head: Mention, label: str) -> None:
    known = scheme.label(head.layer, head.label)
    role = known.role(label) if known else None
    if role is None or role.maximum is None:
        return
    filled = sum(
        r.label == label and r.head == head.id and r.status is Status.ACCEPTED
        for r in state.relations_at(head.id)
    )
    if filled >= role.maximum:
        raise SchemeViolation(reason="role_full", role=label, label=head.label, maximum=role.maximum)


# The article --------------------------------------------------------------------------------------------


def set_state(state: AnnotationState, after: SetState) -> Plan:
    """Mark the article as open, done or skipped."""
    changes = () if after is state.set_state else (SetStateChange(state.set_state, after),)
    return Plan("set_state", changes)


def correct_zone(state: AnnotationState, *, start: int, end: int, kind: ZoneKind) -> Plan:
    """Make ``[start, end)`` (code points) one zone of ``kind``; what it covers of others is cut away."""
    if start >= end:
        raise InvalidEdit(reason="empty_span")
    kept = [piece for zone in state.zones for piece in _outside(zone, start, end)]
    after = tuple(sorted([*kept, Zone(start, end, kind)]))
    changes = () if after == state.zones else (ZonesChange(state.zones, after),)
    return Plan("correct_zone", changes)


def _outside(zone: Zone, start: int, end: int) -> Iterator[Zone]:
    if zone.start < start:
        yield Zone(zone.start, min(zone.end, start), zone.kind)
    if zone.end > end:
        yield Zone(max(zone.start, end), zone.end, zone.kind)


# Shared -------------------------------------------------------------------------------------------------


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


def default_attributes(scheme: Scheme, layer: str, label: str) -> Attributes:
    """Return the attributes that a new mention of a label begins with."""
    return attributes({a.name: a.default for a in scheme.attributes_of(layer, label)})


def _fitting_attributes(scheme: Scheme, mention: Mention, layer: str, label: str) -> Attributes:
    kept = {a.name: mention.attribute(a.name) or a.default for a in scheme.attributes_of(layer, label)}
    return attributes(kept)


def _relation_of(state: AnnotationState, identifier: str) -> Relation:
    try:
        return state.relations[RelationId(identifier)]
    except KeyError:
        raise InvalidEdit(reason="unknown_relation", relation=identifier) from None


def _relation_between(
    state: AnnotationState, label: str, head: MentionId, tail: MentionId
) -> Relation | None:
    at_head = map(state.relations.__getitem__, state.links.get(head, ()))
    return next((r for r in at_head if (r.label, r.head, r.tail) == (label, head, tail)), None)


def _put(state: AnnotationState, old: Mention, new: Mention) -> MentionChange:
    if old.id in state.own:
        return MentionChange(old, new)
    return MentionChange(None, replace(new, provenance=replace(new.provenance, derived_from=old.id)))


def _put_relation(state: AnnotationState, old: Relation, new: Relation) -> RelationChange:
    if old.id in state.own:
        return RelationChange(old, new)
    return RelationChange(None, replace(new, provenance=replace(new.provenance, derived_from=old.id)))


def _drop_mention(state: AnnotationState, mention: Mention) -> MentionChange:
    if mention.id in state.own and mention.provenance.derived_from is None:
        return MentionChange(mention, None)
    return _put(state, mention, replace(mention, status=Status.REJECTED))


def _drop_relation(state: AnnotationState, relation: Relation) -> RelationChange:
    if relation.id in state.own and relation.provenance.derived_from is None:
        return RelationChange(relation, None)
    return _put_relation(state, relation, replace(relation, status=Status.REJECTED))


def _own_relations_at(state: AnnotationState, mention: MentionId) -> Iterator[Relation]:
    at_mention = (state.relations[r] for r in state.links.get(mention, ()) if r in state.own)
    return (r for r in at_mention if r.status is not Status.REJECTED)


def _leave_clusters(state: AnnotationState, gone: set[MentionId]) -> Iterator[ClusterChange]:
    for cluster in state.clusters.values():
        if cluster.id in state.own and gone.intersection(cluster.members):
            rest = tuple(m for m in cluster.members if m not in gone)
            yield ClusterChange(cluster, replace(cluster, members=rest) if rest else None)


def _only(ids: list[str]) -> MentionId | RelationId | None:
    return MentionId(ids[0]) if len(ids) == 1 else None
