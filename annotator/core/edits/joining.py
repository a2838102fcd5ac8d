"""Mentions of several pieces: joining what belongs together (``teilte … mit``) and taking it apart again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotator.core.annotation import Mention, Origin, Provenance, Relation, Status
from annotator.core.article import Article
from annotator.core.change import Change, MentionChange, Plan, RelationChange
from annotator.core.edits.deciding import reject
from annotator.core.edits.items import (
    mention_at,
    mention_of,
    put_relation,
    relation_between,
)
from annotator.core.edits.mentions import resize
from annotator.core.errors import InvalidEdit
from annotator.core.ids import MentionId, new_id
from annotator.core.scheme import Scheme
from annotator.core.state import AnnotationState
from annotator.core.text import Span


def joined(article: Article, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, as one where they overlap or only white space lies between."""
    pieces: list[Span] = []
    for span in sorted(spans):
        last = pieces[-1] if pieces else None
        if last is not None and not article.text[last.end : span.start].strip():
            pieces[-1] = Span(last.start, max(last.end, span.end))
        else:
            pieces.append(span)
    return tuple(pieces)


def join_spans(state: AnnotationState, article: Article, identifier: str, spans: Sequence[Span]) -> Plan:
    """Add words to a mention, which then may have several pieces, and accept it."""
    mention = mention_of(state, identifier)
    return resize(state, identifier, joined(article, (*mention.fragments, *spans)), name="join")


def join_mentions(
    state: AnnotationState, article: Article, scheme: Scheme, identifier: str, other: str
) -> Plan:
    """Make one mention of two; the first keeps its label and gets those relations of the other that fit."""
    first, second = mention_of(state, identifier), mention_of(state, other)
    if first.id == second.id:
        raise InvalidEdit(reason="nothing_to_join", mention=identifier)
    grown = join_spans(state, article, identifier, second.fragments)
    gone = reject(state, [other])
    moved = list(_moved(state, scheme, first, second.id))
    kept = {relation.id for relation, _ in moved}
    changes: list[Change] = [
        change
        for change in gone.changes
        if not (isinstance(change, RelationChange) and change.before and change.before.id in kept)
    ]
    changes += grown.changes
    changes += [put_relation(state, relation, new) for relation, new in moved]
    return Plan("join", tuple(changes), focus=first.id)


def split_mention(state: AnnotationState, identifier: str, *, author: str) -> Plan:
    """Make a mention of each piece; the first keeps id, relations and note, the others the attributes.

    Raises :class:`InvalidEdit` (``one_piece``) where there is nothing to take apart.
    """
    mention = mention_of(state, identifier)
    first, *rest = mention.fragments
    if not rest:
        raise InvalidEdit(reason="one_piece", mention=identifier)
    alone = resize(state, identifier, [first], name="split_mention")
    others = tuple(
        MentionChange(None, _piece(mention, span, author))
        for span in rest
        if mention_at(state, mention.layer, (span,)) is None
    )
    return replace(alone, changes=(*alone.changes, *others))


def _piece(mention: Mention, span: Span, author: str) -> Mention:
    return replace(
        mention,
        id=MentionId(new_id()),
        fragments=(span,),
        status=Status.ACCEPTED,
        provenance=Provenance(Origin.HUMAN, author),
        note="",
    )


def _moved(
    state: AnnotationState, scheme: Scheme, first: Mention, gone: MentionId
) -> Iterator[tuple[Relation, Relation]]:
    """Yield the accepted relations at ``gone`` with what they are at ``first``, where that may be."""
    for relation in state.relations_at(gone):
        new = replace(
            relation,
            head=first.id if relation.head == gone else relation.head,
            tail=first.id if relation.tail == gone else relation.tail,
        )
        if relation.status is Status.ACCEPTED and _may_be(state, scheme, new):
            yield relation, new


def _may_be(state: AnnotationState, scheme: Scheme, relation: Relation) -> bool:
    head, tail = state.mentions[relation.head], state.mentions[relation.tail]
    if head.id == tail.id or relation_between(state, relation.label, head.id, tail.id) is not None:
        return False
    return relation.label in {choice.name for choice in scheme.relation_choices(head, tail)}
