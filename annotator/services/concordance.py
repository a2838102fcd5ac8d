"""Keyword in context: where a query holds in a whole project, as one annotator sees it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.core.annotation import Mention, SetState, Status
from annotator.core.collation import folded
from annotator.core.ids import ArticleId, MentionId
from annotator.core.query import Field, Query, Term, parse
from annotator.core.scheme import Scheme
from annotator.core.text import Span
from annotator.services.project import Project
from annotator.store.finder import Finder
from annotator.store.search import FoundArticle, Numbers

CONTEXT = 80
"""Code points of text that a hit has at each side."""

STRETCH = 250
"""Articles that are looked at in one go."""


class Order(StrEnum):
    """How hits are sorted."""

    TEXT = "text"
    LEFT = "left"
    RIGHT = "right"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a query holds. ``mention`` is ``None`` where only the running text was asked for."""

    article_id: ArticleId
    number: int
    title: str
    span: Span
    left: str
    text: str
    right: str
    mention: Mention | None = None

    @property
    def mention_id(self) -> MentionId | None:
        """The mention's id, if the hit is one."""
        return self.mention.id if self.mention else None


def search(project: Project, source: str, *, annotator: str, least_score: float = 0.0) -> Iterator[Hit]:
    """Yield the hits of a query in the order of import and of the text.

    They are found one by one as they are asked for. Labels, layers, statuses and states may be named as the
    scheme or the window names them. Raises :class:`QueryInvalid` at once for a query that cannot be read.
    """
    found = paced(project, source, annotator=annotator, least_score=least_score)
    return (hit for hit in found if hit is not None)


def paced(project: Project, source: str, *, annotator: str, least_score: float = 0.0) -> Iterator[Hit | None]:
    """As :func:`search`, with ``None`` after each stretch of articles, so that whoever asks may turn away.

    A stretch is a few milliseconds of work, whether anything is found in it or not.
    """
    query = meant(parse(source, attributes=[a.name for a in project.scheme.attributes]), project.scheme)
    return paced_query(project, query, annotator=annotator, least_score=least_score)


def paced_query(
    project: Project, query: Query, *, annotator: str, least_score: float = 0.0
) -> Iterator[Hit | None]:
    """As :func:`paced`, for a query that was read already."""
    for numbers in stretches(project) if query.terms else ():
        if query.on_mentions:
            yield from _mentions(project, query, annotator, least_score, numbers)
        else:
            yield from _places(project, query, annotator, least_score, numbers)
        yield None


def stretches(project: Project, size: int = STRETCH) -> Iterator[Numbers]:
    """Yield ranges of the articles' numbers that together are all."""
    for first in range(0, project.store.last_number() + 1, size):
        yield (first, first + size - 1)


def _places(
    project: Project, query: Query, annotator: str, least_score: float, numbers: Numbers
) -> Iterator[Hit]:
    wanted = [_pattern(t.values) for t in query.words if not t.negated]
    unwanted = [_pattern(t.values) for t in query.words if t.negated]
    finder = Finder(project.store, annotator=annotator, least_score=least_score)
    for article in finder.articles(query, numbers=numbers):
        if any(p.search(article.text) for p in unwanted):
            continue
        if not all(p.search(article.text) for p in wanted):
            continue
        if not wanted:
            yield _hit(article, Span(0, 0))
            continue
        places = {Span(*m.span()) for p in wanted for m in p.finditer(article.text)}
        yield from (_hit(article, span) for span in sorted(places))


def _mentions(
    project: Project, query: Query, annotator: str, least_score: float, numbers: Numbers
) -> Iterator[Hit]:
    words = [(_pattern(t.values), t.negated) for t in query.words]
    texts = [(_pattern(t.values), t.negated) for t in query.on_mentions if t.field is Field.TEXT]
    notes = [(_pattern(t.values), t.negated) for t in query.on_mentions if t.field is Field.NOTE]
    # A rejected mention is nowhere to be seen, so it is a hit only for a query that speaks of the status.
    rejected = any(t.field is Field.STATUS for t in query.on_mentions)
    finder = Finder(project.store, annotator=annotator, least_score=least_score)
    fits: tuple[int, bool] = (-1, False)
    for article, mention in finder.mentions(query, numbers=numbers):
        if fits[0] != article.number:
            fits = (article.number, _holds(words, article.text))
        if not fits[1] or (mention.status is Status.REJECTED and not rejected):
            continue
        if _holds(texts, mention.text_of(article.text)) and _holds(notes, mention.note):
            yield replace(_hit(article, mention.envelope), mention=mention)


def _holds(patterns: Iterable[tuple[re.Pattern[str], bool]], text: str) -> bool:
    return all((pattern.search(text) is None) is negated for pattern, negated in patterns)


def _pattern(values: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, values)), re.IGNORECASE)


def _hit(article: FoundArticle, span: Span) -> Hit:
    text = article.text
    return Hit(
        article.id,
        article.number,
        article.title,
        span,
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.start : span.end],
        text[span.end : span.end + CONTEXT],
    )


def in_order(hits: Iterable[Hit], order: Order) -> list[Hit]:
    """Sort hits by place, their text, the words that follow (right) or those before (left, outwards)."""
    return sorted(hits, key=lambda hit: (_sort_key(hit, order), hit.number, hit.span))


def _sort_key(hit: Hit, order: Order) -> tuple[str, ...]:
    if order is Order.PLACE:
        return ()
    side = {Order.TEXT: hit.text, Order.LEFT: hit.left, Order.RIGHT: hit.right}[order]
    words = re.findall(r"\w+", folded(side))
    return tuple(reversed(words)) if order is Order.LEFT else tuple(words)


def meant(query: Query, scheme: Scheme) -> Query:
    """Return the query with the names of the file in place of those of the window, in either language."""
    names = _names(scheme)
    return Query(tuple(replace(term, values=_named(term, names)) for term in query.terms))


def _named(term: Term, names: dict[Field, dict[str, set[str]]]) -> tuple[str, ...]:
    known = names.get(term.field)
    if known is None:
        return term.values
    return tuple(sorted({n for value in term.values for n in known.get(value.casefold(), {value})}))


def _names(scheme: Scheme) -> dict[Field, dict[str, set[str]]]:
    names: dict[Field, dict[str, set[str]]] = {
        Field.LABEL: {},
        Field.LAYER: {},
        Field.STATUS: _spoken(_STATUS_NAMES),
        Field.STATE: _spoken(_STATE_NAMES),
    }
    for layer in scheme.layers:
        for said in (layer.name, layer.text.de, layer.text.en):
            names[Field.LAYER].setdefault(said.casefold(), set()).add(layer.name)
        for label in layer.labels:
            for said in (label.name, label.code, label.text.de, label.text.en):
                names[Field.LABEL].setdefault(said.casefold(), set()).add(label.name)
    return names


_STATUS_NAMES = {
    Status.SUGGESTED: ("vorgeschlagen", "offen", "open"),
    Status.ACCEPTED: ("angenommen",),
    Status.REJECTED: ("abgelehnt",),
}
_STATE_NAMES = {
    SetState.NEW: ("neu",),
    SetState.OPEN: ("offen", "begonnen"),
    SetState.DONE: ("fertig", "erledigt", "abgeschlossen"),
    SetState.SKIPPED: ("zurückgestellt",),
}


def _spoken(table: dict[Status, tuple[str, ...]] | dict[SetState, tuple[str, ...]]) -> dict[str, set[str]]:
    return {said: {kind.value} for kind, more in table.items() for said in (kind.value, *more)}
