"""Making mentions, and changing their label, borders, attributes and note."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal, TypeAlias

from annotator.core.annotation import (
    DIFFICULT,
    YES,
    Attributes,
    Mention,
    Origin,
    Provenance,
    Status,
    attributes,
)
from annotator.core.article import Article
from annotator.core.change import Change, MentionChange, Plan
from annotator.core.edits.items import drop_relation, mention_at, mention_of, put
from annotator.core.errors import InvalidEdit
from annotator.core.ids import MentionId, new_id
from annotator.core.scheme import AttributeKind, Scheme
from annotator.core.state import AnnotationState
from annotator.core.text import Span

Edge: TypeAlias = Literal["start", "end"]
"""One of the two borders of a mention."""

_JOINER = "\u200d"


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
            changes.append(drop_relation(state, relation))
    if new != old:
        changes.append(put(state, old, new))
    return Plan("relabel", tuple(changes), focus=old.id)


def resize(
    state: AnnotationState, identifier: str, fragments: Sequence[Span], *, name: str = "resize"
) -> Plan:
    """Move a mention to other fragments and accept it; a suggestion that stands there is hidden by it."""
    old = mention_of(state, identifier)
    new = replace(old, fragments=tuple(fragments), status=Status.ACCEPTED)
    if not new.fragments:
        raise InvalidEdit(reason="empty_span", mention=identifier)
    return Plan(name, () if new == old else (put(state, old, new),), focus=old.id)


def grow(state: AnnotationState, article: Article, identifier: str, *, edge: Edge, tokens: int) -> Plan:
    """Move one edge of a mention by whole tokens; positive counts outwards.

    An edge inside a token first goes to that token's border. Raises :class:`InvalidEdit` (``edge_stuck``)
    where the text ends, another fragment begins or nothing would be left.
    """
    mention = mention_of(state, identifier)
    *before, last = mention.fragments
    first, *behind = mention.fragments
    if edge == "end":
        fragments = (*before, grown(article, last, edge=edge, tokens=tokens))
    else:
        fragments = (grown(article, first, edge=edge, tokens=tokens), *behind)
    disjoint = all(a.end < b.start for a, b in pairwise(fragments))
    if not disjoint or any(fragment.start >= fragment.end for fragment in fragments):
        raise InvalidEdit(reason="edge_stuck", mention=identifier)
    return resize(state, identifier, fragments, name="grow" if tokens > 0 else "shrink")


def shift(state: AnnotationState, article: Article, identifier: str, *, tokens: int) -> Plan:
    """Move a mention of one piece, both borders, by whole tokens; positive counts towards the end.

    Raises :class:`InvalidEdit`: ``edge_stuck`` at the end of the text, ``several_pieces``.
    """
    mention = mention_of(state, identifier)
    if len(mention.fragments) > 1:
        raise InvalidEdit(reason="several_pieces", mention=identifier)
    span = _moved_start(article, _moved_end(article, mention.fragments[0], tokens), -tokens)
    if span.start >= span.end:
        raise InvalidEdit(reason="edge_stuck", mention=identifier)
    return resize(state, identifier, [span], name="shift")


def trim(state: AnnotationState, article: Article, identifier: str, *, edge: Edge, characters: int) -> Plan:
    """Move one edge of a mention by characters as they are seen; positive counts outwards.

    White space at the edge is passed over. Raises :class:`InvalidEdit` (``edge_stuck``) as :func:`grow` does.
    """
    mention = mention_of(state, identifier)
    if edge == "end":
        last = mention.fragments[-1]
        end = stepped(article.text, last.end, characters, edge=edge)
        fragments = (*mention.fragments[:-1], Span(last.start, end))
    else:
        first = mention.fragments[0]
        start = stepped(article.text, first.start, -characters, edge=edge)
        fragments = (Span(start, first.end), *mention.fragments[1:])
    disjoint = all(a.end < b.start for a, b in pairwise(fragments))
    if fragments == mention.fragments or not disjoint or any(f.start >= f.end for f in fragments):
        raise InvalidEdit(reason="edge_stuck", mention=identifier)
    return resize(state, identifier, fragments, name="grow" if characters > 0 else "shrink")


def stepped(text: str, at: int, characters: int, *, edge: Edge) -> int:
    """Return the offset that many seen characters away from ``at``, or ``at`` where the text ends before.

    What is drawn on the letter before it (combining marks, soft hyphens, joined emoji) is not parted from
    it. The character inside of the edge is never white space.
    """
    way = 1 if characters > 0 else -1
    place = at
    for _ in range(abs(characters)):
        place += way
        while 0 < place < len(text) and (_continues(text, place) or _bare(text, place, edge)):
            place += way
    return place if 0 <= place <= len(text) and not _bare(text, place, edge) else at


def _bare(text: str, place: int, edge: Edge) -> bool:
    inside = place - 1 if edge == "end" else place
    return not 0 <= inside < len(text) or text[inside].isspace()


def _continues(text: str, place: int) -> bool:
    """Tell whether the character at ``place`` is drawn as part of the one before it."""
    here, before = text[place], text[place - 1]
    return unicodedata.category(here) in ("Mn", "Me", "Cf") or before == _JOINER or _is_tone(here)


def _is_tone(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def grown(article: Article, span: Span, *, edge: Edge, tokens: int) -> Span:
    """Return ``span`` with one edge moved as :func:`grow` does; the result may be empty or turned round."""
    move = _moved_end if edge == "end" else _moved_start
    return move(article, span, tokens)


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
        () if new == old else (put(state, old, new),),
        focus=old.id,
        merge_key=f"attribute:{name}:{identifier}" if typed else None,
    )


def set_attributes(state: AnnotationState, identifier: str, values: Mapping[str, str]) -> Plan:
    """Set several attributes of a mention at once (empty: take them away) and accept the mention."""
    old = mention_of(state, identifier)
    new = replace(old, attributes=attributes({**dict(old.attributes), **values}), status=Status.ACCEPTED)
    return Plan("set_attribute", () if new == old else (put(state, old, new),), focus=old.id)


def set_note(state: AnnotationState, identifier: str, note: str) -> Plan:
    """Write a note on a mention; a suggestion stays open."""
    old = mention_of(state, identifier)
    new = replace(old, note=note)
    changes = () if new == old else (put(state, old, new),)
    return Plan("set_note", changes, focus=old.id, merge_key=f"note:{identifier}")


def flag(state: AnnotationState, identifier: str) -> Plan:
    """Mark a mention as a hard case, or take the mark away; a suggestion stays open."""
    old = mention_of(state, identifier)
    values = {**dict(old.attributes), DIFFICULT: "" if old.difficult else YES}
    new = replace(old, attributes=attributes(values))
    return Plan("unflag" if old.difficult else "flag", (put(state, old, new),), focus=old.id)


def default_attributes(scheme: Scheme, layer: str, label: str) -> Attributes:
    """Return the attributes that a new mention of a label begins with."""
    return attributes({a.name: a.default for a in scheme.attributes_of(layer, label)})


def _fitting_attributes(scheme: Scheme, mention: Mention, layer: str, label: str) -> Attributes:
    kept = {a.name: mention.attribute(a.name) or a.default for a in scheme.attributes_of(layer, label)}
    return attributes({**kept, DIFFICULT: mention.attribute(DIFFICULT)})
