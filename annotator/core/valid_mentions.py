"""Whether a mention holds: its label, its place in the text, its attributes, and that it stands alone."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from annotator.core.annotation import DIFFICULT, YES, Mention, Status
from annotator.core.article import Article
from annotator.core.errors import InvalidEdit, SchemeViolation
from annotator.core.ids import MentionId
from annotator.core.scheme import AttributeKind, Scheme
from annotator.core.state import AnnotationState, Place, place_of


def check_mentions(mentions: Iterable[Mention], *, article: Article, scheme: Scheme) -> None:
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


def check_place(mention: Mention, state: AnnotationState) -> None:
    """Refuse a second own mention at one place; suggestions there are hidden, not counted."""
    if mention.status is Status.REJECTED:
        return
    for other in state.mentions_at(mention.envelope):
        if other.id != mention.id and other.id in state.own and place_of(other) == place_of(mention):
            raise InvalidEdit(reason="occupied", mention=mention.id, by=other.id)


def check_places(mentions: Iterable[Mention]) -> None:
    """As :func:`check_place` of each mention of a set."""
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
