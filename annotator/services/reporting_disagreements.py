"""Where annotators differ, for a report: how often in which way, and what is most telling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, assert_never

from annotator.core.annotation import Attributes, Mention
from annotator.core.article import Article
from annotator.core.ids import MentionId
from annotator.core.text import Span
from annotator.core.verdict import Choice
from annotator.review.item import ClusterItem, Item, Kind, RelationItem, SpanItem
from annotator.review.mistakes import Context
from annotator.review.version import Reviewed
from annotator.services.agreement_places import context_of, words_of
from annotator.services.reviewing_values import Entry, Standing

EXAMPLES = 3
_AROUND = 110
Pattern: TypeAlias = tuple[tuple[Kind, ...], str, tuple[str, ...]]
"""The types, the layer, the labels met, sorted; what is missing is an empty one."""


@dataclass(frozen=True, slots=True)
class Said:
    """What some annotators say: a label, words, attributes; all empty for those who have nothing there.

    For clusters the label is their kind, and what they are linked to the value of a nameless attribute.
    """

    annotators: tuple[str, ...]
    label: str
    words: str
    values: Attributes = ()


@dataclass(frozen=True, slots=True)
class Example:
    """One disagreement in its context; ``settled`` if the review has decided it."""

    title: str
    context: Context
    sides: tuple[Said, ...]
    settled: bool


@dataclass(frozen=True, slots=True)
class Frequent:
    """Disagreements of one kind about the same labels, with some of them."""

    types: tuple[Kind, ...]
    layer: str
    labels: tuple[str, ...]
    count: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """How far the review has got: disagreements settled, ``stale`` ones changed since, how they were."""

    disagreements: int = 0
    settled: int = 0
    stale: int = 0
    choices: Mapping[Choice, int] = field(default_factory=dict)

    @property
    def open(self) -> int:
        """How many wait for a decision."""
        return self.disagreements - self.settled


@dataclass(slots=True)
class Disagreements:
    """Takes the items of one article after the other and counts what differs."""

    kinds: Counter[Kind] = field(default_factory=Counter)
    review: Review = field(default_factory=Review)
    _counts: Counter[Pattern] = field(default_factory=Counter)
    _examples: dict[Pattern, list[Example]] = field(default_factory=dict)
    _choices: Counter[Choice] = field(default_factory=Counter)

    def add(self, one: Reviewed, items: Sequence[Item], entries: Mapping[str, Entry]) -> None:
        """Count one article's items, by how they stand; what hangs on another item is counted there."""
        by_id = {item.id: item for item in items}
        for item in items:
            if not item.agreed and not item.consequent:
                self._add(one, item, by_id, entries[item.id])

    def frequent(self, most: int) -> tuple[Frequent, ...]:
        """Return the most frequent ones, the most frequent first."""
        ranked = sorted(self._counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
        return tuple(Frequent(*key, count, tuple(self._examples[key])) for key, count in ranked)

    def _add(self, one: Reviewed, item: Item, by_id: Mapping[str, Item], entry: Entry) -> None:
        stale, settled = entry.standing is Standing.REOPENED, entry.settled
        self.kinds.update(item.types)
        if entry.verdict is not None and settled:
            self._choices[entry.verdict.choice] += 1
        self.review = replace(
            self.review,
            disagreements=self.review.disagreements + 1,
            settled=self.review.settled + settled,
            stale=self.review.stale + stale,
            choices=self._choices,
        )
        sides = tuple(_sides(one, item))
        key = (item.types, item.layer, tuple(sorted({side.label for side in sides})))
        self._counts[key] += 1
        kept = self._examples.setdefault(key, [])
        # One of an article: what happens in several says more than what happens thrice in one.
        if len(kept) < EXAMPLES and all(one.article.id != other.context.article_id for other in kept):
            kept.append(_example(one.article, item, by_id, sides, settled=settled))


def _example(
    article: Article, item: Item, by_id: Mapping[str, Item], sides: tuple[Said, ...], *, settled: bool
) -> Example:
    context = context_of(article.id, article.text, _span(item, by_id), around=_AROUND)
    return Example(article.title or article.name, context, sides, settled)


def _span(item: Item, by_id: Mapping[str, Item]) -> Span:
    """Return the stretch that an item is about: all that anybody marked of it, or its first end or member."""
    match item:
        case SpanItem():
            envelopes = [mention.envelope for mention in item.versions if mention is not None]
            return Span(min(e.start for e in envelopes), max(e.end for e in envelopes))
        case RelationItem():
            spans = [_span(by_id[end], by_id) for end in item.ends]
            return Span(min(s.start for s in spans), max(s.end for s in spans))
        case ClusterItem():
            return min(_span(by_id[name], by_id) for name in item.depends_on)
        case _:
            assert_never(item)


def _sides(one: Reviewed, item: Item) -> Iterator[Said]:
    for side in item.sides:
        names = tuple(item.annotators[position] for position in side)
        yield Said(names, *_said(one, item, side[0]))


def _said(one: Reviewed, item: Item, position: int) -> tuple[str, str, Attributes]:
    version = one.versions[item.annotators[position]]
    mentions = {mention.id: mention for mention in version.mentions}
    match item:
        case SpanItem():
            mention = item.versions[position]
            if mention is None:
                return "", "", ()
            return mention.label, words_of(one.article.text, mention), mention.attributes
        case RelationItem():
            relation = item.versions[position]
            ends = (relation.head, relation.tail) if relation else ()
            label = relation.label if relation else ""
            return (
                label,
                " → ".join(_told(one, mentions, end) for end in ends),
                relation.attributes if relation else (),
            )
        case ClusterItem():
            clusters = item.versions[position]
            told = (" = ".join(_told(one, mentions, m) for m in cluster.members) for cluster in clusters)
            links = tuple(("", cluster.kb_id) for cluster in clusters if cluster.kb_id)
            return item.layer if clusters else "", " | ".join(told), links
        case _:
            assert_never(item)


def _told(one: Reviewed, mentions: Mapping[MentionId, Mention], name: MentionId) -> str:
    return words_of(one.article.text, mentions[name])
