"""The article: a text that never changes after import, and what is known about it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from annotator.core.ids import ArticleId, text_sha256
from annotator.core.text import Span, Tokens


class ZoneKind(StrEnum):
    """What a stretch of an article is."""

    HEADLINE = "headline"
    KICKER = "kicker"
    DATELINE = "dateline"
    NOTICE = "notice"
    CAPTION = "caption"
    CREDIT = "credit"
    TEASER = "teaser"
    CROSSHEAD = "crosshead"
    BODY = "body"


@dataclass(frozen=True, slots=True, order=True)
class Zone:
    """A stretch ``[start, end)`` (code points) of one kind. Zones are ordered and do not overlap."""

    start: int
    end: int
    kind: ZoneKind

    @property
    def span(self) -> Span:
        """The interval."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """One article.

    ``text`` has line ends normalised to line feeds and no byte-order mark; all offsets anywhere are half-open
    code points into it. ``sentences`` holds the index of the first token of each sentence, ascending.
    ``metadata`` keeps source columns that have no field of their own.
    """

    id: ArticleId
    name: str
    text: str
    sha256: str
    title: str
    outlet: str
    published_on: date | None
    url: str
    tokens: Tokens
    sentences: array[int]
    zones: tuple[Zone, ...]
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def sentence_spans(self) -> Iterator[Span]:
        """Yield each sentence from its first token's start to its last token's end."""
        bounds = [*self.sentences, len(self.tokens)]
        for first, after in pairwise(bounds):
            if after > first:
                yield Span(self.tokens[first].start, self.tokens[after - 1].end)


def article_id(text: str) -> ArticleId:
    """Return the id of an article: the first 20 hexadecimal digits of its text's SHA-256.

    The same text has the same id in every project, so work done apart can be merged.
    """
    return ArticleId(text_sha256(text)[:20])
