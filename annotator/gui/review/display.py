"""What the canvas shows of a review: the gold so far, what is disputed, and everybody's version at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.ids import MentionId
from annotator.core.scheme import Scheme
from annotator.core.state import AnnotationState, Layered, overlay
from annotator.core.text import Span
from annotator.gui.canvas.review_page import Lane, Marks
from annotator.gui.i18n import tr
from annotator.gui.review.words import kind_name, relation_name
from annotator.review.item import ClusterItem, Item, RelationItem, SpanItem
from annotator.services.reviewing_added import is_added
from annotator.services.reviewing_queue import ArticleReview
from annotator.services.reviewing_values import GOLD, Entry

ADDED_LETTER = "+"
"""Stands in place of an annotator's letter where nobody marked anything."""


def shown_state(review: ArticleReview, gold: AnnotationState) -> tuple[AnnotationState, dict[MentionId, str]]:
    """Return what is marked in the text, and which item each mention is of.

    Of a settled item its gold mentions are shown, of an open one the version that most annotators have.
    """
    mentions: dict[MentionId, Mention] = {}
    items: dict[MentionId, str] = {}
    for entry in review.entries:
        if isinstance(entry.item, SpanItem):
            for mention in _of_span(entry, gold):
                mentions[mention.id] = mention
                items[mention.id] = entry.item.id
    zones = review.article.zones if not gold.zones else gold.zones
    return overlay(Layered(mentions), Layered(), zones=zones), items


def _of_span(entry: Entry, gold: AnnotationState) -> Iterable[Mention]:
    if entry.settled and entry.verdict is not None:
        found = (gold.mentions.get(MentionId(key)) for key in entry.verdict.result)
        return [mention for mention in found if mention is not None]
    assert isinstance(entry.item, SpanItem), "only mentions are shown"
    for side in entry.item.sides:
        mention = entry.item.versions[side[0]]
        if mention is not None:
            return [replace(mention, id=MentionId(f"item:{entry.item.id}"), status=Status.ACCEPTED)]
    return []


def marks_of(
    review: ArticleReview,
    items: dict[MentionId, str],
    current: Entry | None,
    letters: dict[str, str],
    scheme: Scheme,
    language: str,
) -> Marks:
    """Return the types of what is open, and the lanes of the current item."""
    open_kinds = {
        entry.item.id: kind_name(entry.item.types[0] if entry.item.types else None)
        for entry in review.entries
        if not entry.settled and entry.asks
    }
    # What hangs on a mention is marked there, unless the mention itself is disputed.
    for entry in review.entries:
        if entry.item.id in open_kinds and entry.item.depends_on:
            open_kinds.setdefault(entry.item.depends_on[0], open_kinds[entry.item.id])
    disputed = {key: open_kinds[item] for key, item in items.items() if item in open_kinds}
    lanes: tuple[Lane, ...] = ()
    at: tuple[Span, ...] = ()
    if current is not None and is_added(current.item):
        lanes = (_lane(review, current.item, GOLD, ADDED_LETTER, 0, scheme, language),)
        at = _merged(span for lane in lanes for span in lane.fragments)
    elif current is not None:
        lanes = tuple(
            _lane(review, current.item, name, letter, tone, scheme, language)
            for tone, (name, letter) in enumerate(letters.items())
        )
        at = _merged(span for lane in lanes for span in lane.fragments)
    return Marks(MappingProxyType(disputed), lanes, at)


def _lane(
    review: ArticleReview, item: Item, name: str, letter: str, tone: int, scheme: Scheme, language: str
) -> Lane:
    version = item.versions[item.annotators.index(name)]
    empty = Lane(letter, tone)
    if not isinstance(item, ClusterItem) and name in item.rejected:
        return Lane(letter, tone, tr("rejected"), None, _place(review, item), marked=False)
    if isinstance(item, SpanItem) and isinstance(version, Mention):
        label = scheme.label(version.layer, version.label)
        chip = label.chip(language) if label else version.label
        return Lane(letter, tone, chip, label.colours if label else None, version.fragments)
    if isinstance(item, RelationItem) and isinstance(version, Relation):
        head, tail = (review.mentions[name, end] for end in (version.head, version.tail))
        shown = relation_name(scheme, item, version.label, language)
        ordered = sorted([*head.fragments, *tail.fragments])
        return Lane(
            letter, tone, f"{shown} →" if head.start <= tail.start else f"← {shown}", None, tuple(ordered)
        )
    if isinstance(item, ClusterItem) and isinstance(version, tuple) and version:
        members = [review.mentions[name, m] for cluster in version for m in cluster.members]
        fragments = sorted({span for mention in members for span in mention.fragments})
        return Lane(letter, tone, version[0].name[:24], None, tuple(fragments))
    return empty


def _place(review: ArticleReview, item: SpanItem | RelationItem) -> tuple[Span, ...]:
    """Return where the version that most annotators have begins: what another turned down."""
    for side in item.sides:
        version, name = item.versions[side[0]], item.annotators[side[0]]
        if isinstance(version, Mention):
            return version.fragments[:1]
        if isinstance(version, Relation):
            return min(review.mentions[name, end].fragments[:1] for end in (version.head, version.tail))
    return ()


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join spans that touch or overlap."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
