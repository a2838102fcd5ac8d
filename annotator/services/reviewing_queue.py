"""The queue of a review: what is to be settled, told in short, filtered and named by letters."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from string import ascii_uppercase
from types import MappingProxyType
from typing import assert_never

from annotator.core.annotation import Mention
from annotator.core.article import Article
from annotator.core.ids import ArticleId
from annotator.review.item import ClusterItem, Item, Kind, RelationItem, SpanItem
from annotator.services.reviewing_values import GOLD, Case, Entry, Outcome


@dataclass(frozen=True, slots=True)
class ArticleReview:
    """The items of one article and how they stand. ``mentions`` finds a mention by annotator and id."""

    case: Case
    entries: tuple[Entry, ...]
    mentions: Mapping[tuple[str, str], Mention] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def article(self) -> Article:
        """The article."""
        return self.case.article

    @property
    def annotators(self) -> tuple[str, ...]:
        """Who is compared, sorted by name."""
        return self.case.items[0].annotators if self.case.items else ()

    def entry(self, item: str) -> Entry | None:
        """Return the entry of an item."""
        return next((entry for entry in self.entries if entry.item.id == item), None)


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A line of the queue. ``label`` may name several, the most frequent first; ``text`` is what is marked.

    ``has`` tells by annotator (sorted by name) whether she has anything there.
    """

    article_id: ArticleId
    item: str
    kind: Kind | None
    kinds: tuple[Kind, ...]
    layer: str
    labels: tuple[str, ...]
    text: str
    outlet: str
    title: str
    published_on: date | None
    sides: tuple[int, ...]
    pairs: frozenset[tuple[str, str]]
    has: tuple[bool, ...]
    entry: Entry

    @property
    def open(self) -> bool:
        """Whether it waits for a decision."""
        return not self.entry.settled


@dataclass(frozen=True, slots=True)
class Filter:
    """What the queue shows; ``None`` (or an empty set) shows all. ``pair``: who differ, sorted."""

    kinds: frozenset[Kind] = frozenset()
    layer: str | None = None
    label: str | None = None
    pair: tuple[str, str] | None = None
    article: ArticleId | None = None
    open: bool | None = None

    def shows(self, row: QueueRow) -> bool:
        """Tell whether a row passes."""
        return (
            (not self.kinds or not self.kinds.isdisjoint(row.kinds))
            and self.layer in (None, row.layer)
            and self.label in (None, *row.labels)
            and (self.pair is None or self.pair in row.pairs)
            and self.article in (None, row.article_id)
            and self.open in (None, row.open)
        )


def review_of(case: Case, outcome: Outcome) -> ArticleReview:
    """Return the items of an article with how they stand."""
    mentions = {
        (name, str(mention.id)): mention
        for item in case.items
        if isinstance(item, SpanItem)
        for name, mention in zip(item.annotators, item.versions, strict=True)
        if mention is not None
    }
    mentions |= {(GOLD, str(mention.id)): mention for mention in outcome.mentions}
    return ArticleReview(case, outcome.entries, MappingProxyType(mentions))


def rows_of(review: ArticleReview) -> tuple[QueueRow, ...]:
    """Return the rows of an article: mentions, then relations, then clusters, each in reading order."""
    return tuple(_row(review, entry) for entry in review.entries if entry.asks)


def _row(review: ArticleReview, entry: Entry) -> QueueRow:
    item, article = entry.item, review.article
    names = item.annotators
    pairs = frozenset(
        (names[min(a, b)], names[max(a, b)])
        for i, one in enumerate(item.sides)
        for other in item.sides[i + 1 :]
        for a in one
        for b in other
    )
    return QueueRow(
        article_id=article.id,
        item=item.id,
        kind=item.types[0] if item.types else None,
        kinds=item.types,
        layer=item.layer,
        labels=labels_of(item),
        text=text_of(review, item),
        outlet=article.outlet,
        title=article.title,
        published_on=article.published_on,
        sides=tuple(map(len, item.sides)),
        pairs=pairs,
        has=tuple(map(bool, item.versions)),
        entry=entry,
    )


def labels_of(item: Item) -> tuple[str, ...]:
    """Return the labels that annotators gave, the most frequent first; for clusters their kind."""
    match item:
        case SpanItem() | RelationItem():
            counts = Counter(version.label for version in item.versions if version is not None)
            return tuple(sorted(counts, key=lambda label: (-counts[label], label)))
        case ClusterItem():
            return (item.layer,)
        case _:
            assert_never(item)


def text_of(review: ArticleReview, item: Item) -> str:
    """Return the words that an item is about, as the most annotators have them."""
    text = review.article.text
    for side in item.sides:
        position = side[0]
        name = item.annotators[position]
        match item:
            case SpanItem():
                mention = item.versions[position]
                if mention is not None:
                    return mention.text_of(text)
            case RelationItem():
                relation = item.versions[position]
                if relation is not None:
                    head, tail = (review.mentions[name, end] for end in (relation.head, relation.tail))
                    return f"{head.text_of(text)} → {tail.text_of(text)}"
            case ClusterItem():
                members = [m for c in item.versions[position] for m in c.members]
                found = sorted((review.mentions[name, m] for m in members), key=lambda m: m.order)
                if found:
                    return " · ".join(dict.fromkeys(m.text_of(text) for m in found))
            case _:
                assert_never(item)
    return ""


def lettered(article: ArticleId, names: Iterable[str], *, hidden: bool) -> dict[str, str]:
    """Return a letter for each annotator, always the same ones in the same article.

    They go by name, or where names are hidden in an order of the article's own.
    """

    def drawn(name: str) -> str:
        return hashlib.sha256(f"{article}\x1f{name}".encode()).hexdigest()

    order: Sequence[str] = sorted(names, key=drawn) if hidden else sorted(names)
    return {name: ascii_uppercase[index % 26] for index, name in enumerate(order)}
