"""Identical cases: other items that differ in the same way about the same words, to be settled alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias, assert_never

from annotator.core.annotation import Attributes, Mention
from annotator.core.text import Span
from annotator.core.verdict import Choice
from annotator.review.item import ClusterItem, Item, Kind, RelationItem, SpanItem
from annotator.services.reviewing_added import is_added
from annotator.services.reviewing_queue import ArticleReview
from annotator.services.reviewing_values import Decision

Look: TypeAlias = tuple[object, ...] | None
"""What one annotator says of an item, told without offsets and ids; ``None`` where she says nothing."""

_VALUES = {Kind.ATTRIBUTE, Kind.TIME_VALUE}


def pattern(review: ArticleReview, item: Item) -> object | None:
    """Return what items have in common that are settled alike; ``None`` for those that are like no other.

    Two are alike if they are of the same types and the versions have the same labels and words; attributes
    count only where they are what is disputed.
    """
    if isinstance(item, ClusterItem) or is_added(item):
        return None
    return (type(item).__name__, item.layer, item.types, frozenset(looks(review, item)))


def looks(review: ArticleReview, item: SpanItem | RelationItem) -> list[Look]:
    """Return what each annotator says."""
    return [_look(review, item, position) for position in range(len(item.annotators))]


def _look(review: ArticleReview, item: SpanItem | RelationItem, position: int) -> Look:
    text, name = review.article.text, item.annotators[position]
    match item:
        case SpanItem():
            mention = item.versions[position]
            if mention is None:
                return None
            return (mention.label, mention.text_of(text), _values(item, mention.attributes))
        case RelationItem():
            relation = item.versions[position]
            if relation is None:
                return None
            ends = [review.mentions[name, end] for end in (relation.head, relation.tail)]
            words = tuple((end.label, end.text_of(text)) for end in ends)
            return (relation.label, words, _values(item, relation.attributes))
        case _:
            assert_never(item)


def _values(item: Item, values: Attributes) -> Attributes:
    return values if _VALUES.intersection(item.types) else ()


def alike(decision: Decision, here: ArticleReview, item: Item, there: ArticleReview, other: Item) -> Decision:
    """Return a decision on ``item`` as it is to be made on ``other``, which has the same pattern.

    Raises ``LookupError`` where it cannot be carried over.
    """
    if isinstance(item, ClusterItem) or isinstance(other, ClusterItem):
        raise LookupError(other.id)
    if decision.choice is Choice.EDITED:
        return _edited_alike(decision, here, item, there, other)
    ours, theirs = looks(here, item), looks(there, other)
    wanted = [ours[item.annotators.index(name)] for name in decision.taken]
    taken = tuple(n for n, look in zip(other.annotators, theirs, strict=True) if look in wanted)
    if decision.choice is Choice.TAKE and not taken:
        raise LookupError(other.id)
    return replace(decision, taken=taken)


def _edited_alike(
    decision: Decision, here: ArticleReview, item: Item, there: ArticleReview, other: Item
) -> Decision:
    edited = decision.edited[0] if len(decision.edited) == 1 else None
    if not (isinstance(edited, Mention) and isinstance(item, SpanItem) and isinstance(other, SpanItem)):
        raise LookupError(other.id)
    ours, theirs = looks(here, item), looks(there, other)
    for position, look in enumerate(ours):
        base = item.versions[position]
        if base is None or look not in theirs:
            continue
        target = other.versions[theirs.index(look)]
        assert target is not None, "equal looks are both there"
        moved = tuple(_moved(edited.fragments, target.start - base.start))
        made = replace(edited, fragments=moved)
        fits = all(s.start >= 0 and s.end <= len(there.article.text) for s in moved)
        if fits and made.text_of(there.article.text) == edited.text_of(here.article.text):
            return replace(decision, edited=(made,))
    raise LookupError(other.id)


def _moved(fragments: tuple[Span, ...], by: int) -> Iterator[Span]:
    return (Span(fragment.start + by, fragment.end + by) for fragment in fragments)
