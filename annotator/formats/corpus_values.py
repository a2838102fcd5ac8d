"""What a corpus gives: articles, each with the annotations that count as right."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from annotator.core.annotation import Mention, Origin, Provenance, Relation, Status
from annotator.core.article import Article, article_id
from annotator.core.ids import ArticleId, MentionId, RelationId, derived_id, text_sha256
from annotator.core.state import Layered
from annotator.core.text import Span, Tokens

_FROM_CORPUS = Provenance(Origin.HUMAN, "corpus")


@dataclass(frozen=True, slots=True)
class Gold:
    """An article with what is right in it. ``line`` (from 1) is where it begins in the file.

    An article of a corpus that gives text alone has no tokens yet.
    """

    article: Article
    layered: Layered
    line: int


@dataclass(frozen=True, slots=True)
class Comparable:
    """What a corpus can hold, so that it may be asked for.

    ``labels`` are layer and label, ``roles`` an event's label and the role; ``None`` means all.
    ``admits`` tells whether it could hold a span.
    """

    labels: frozenset[tuple[str, str]] | None = None
    roles: frozenset[tuple[str, str]] | None = None
    admits: Callable[[Article, Span], bool] = lambda article, span: True

    def of(self, article: Article, found: Layered) -> Layered:
        """Return of a set what can be compared."""
        mentions = {key: m for key, m in found.mentions.items() if self._holds(article, m)}
        relations = {
            key: r
            for key, r in found.relations.items()
            if r.head in mentions
            and r.tail in mentions
            and (self.roles is None or (mentions[r.head].label, r.label) in self.roles)
        }
        return Layered(mentions, relations)

    def _holds(self, article: Article, mention: Mention) -> bool:
        known = self.labels is None or (mention.layer, mention.label) in self.labels
        return known and all(self.admits(article, span) for span in mention.fragments)


def make_article(
    text: str, tokens: Tokens, sentences: array[int], *, published_on: date | None = None
) -> Article:
    """Return an article of a corpus."""
    return Article(
        article_id(text), "", text, text_sha256(text), "", "", published_on, "", tokens, sentences, ()
    )


def make_mention(article: ArticleId, place: tuple[str, str], *fragments: Span) -> Mention:
    """Return an accepted mention with layer and label ``place``."""
    borders = [f"{span.start}-{span.end}" for span in fragments]
    identifier = MentionId(derived_id(article, "gold", *place, *borders))
    return Mention(identifier, *place, fragments, (), Status.ACCEPTED, _FROM_CORPUS)


def make_relation(label: str, head: Mention, tail: Mention) -> Relation:
    """Return an accepted relation."""
    identifier = RelationId(derived_id("gold", label, head.id, tail.id))
    return Relation(identifier, label, head.id, tail.id, (), Status.ACCEPTED, _FROM_CORPUS)
