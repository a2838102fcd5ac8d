"""Choosing articles for the list by a query: what the rows tell is asked of them, the rest of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from annotator.core.ids import ArticleId
from annotator.core.query import FLAG, Field, Query, Term, date_range, parse
from annotator.core.scheme import Scheme
from annotator.services.concordance import meant, paced_query, stretches
from annotator.services.project import Project
from annotator.store import ArticleRow
from annotator.store.finder import Finder

Sieve: TypeAlias = Callable[[Iterable[ArticleRow]], list[ArticleRow]]
"""Leaves the rows that fulfil a condition. A list at a time: a call for each of 100,000 rows is too slow."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles are shown: rows that ``sieves`` leave and, with a ``query``, that the file gives for it.

    ``by_count`` tells that it depends on how much is open, ``lacking`` that those are meant that have no
    mention which fulfils the query.
    """

    sieves: tuple[Sieve, ...] = ()
    query: Query = field(default_factory=Query)
    by_count: bool = False
    lacking: bool = False

    @property
    def asks_file(self) -> bool:
        """Whether the rows alone do not tell."""
        return bool(self.query.terms)

    def admitted(self, rows: Iterable[ArticleRow]) -> list[ArticleRow]:
        """Return the rows that may be shown, as far as they tell themselves, in their order."""
        left = list(rows)
        for sieve in self.sieves:
            left = sieve(left)
        return left

    def found(
        self, project: Project, *, annotator: str, least_score: float = 0.0
    ) -> Iterator[list[ArticleId]]:
        """Yield the articles that fulfil the query, a few milliseconds of work at a time."""
        mentions = self.query.on_mentions
        if mentions and not any(t.field in (Field.TEXT, Field.NOTE) for t in mentions):
            finder = Finder(project.store, annotator=annotator, least_score=least_score)
            for numbers in stretches(project):
                yield finder.articles_with(self.query, numbers=numbers, lacking=self.lacking)
            return
        last: ArticleId | None = None
        for hit in paced_query(project, self.query, annotator=annotator, least_score=least_score):
            if hit is None:
                yield []
            elif hit.article_id != last:
                last = hit.article_id
                yield [last]


EVERYTHING = Selection()


def select(source: str, scheme: Scheme) -> Selection:
    """Read a query as one about articles: words are sought in title and outlet, ``text:`` in the text.

    With a label or another term on mentions, ``text:`` is about the text of those. ``flag:no`` alone means
    articles without any hard case, beside others mentions that are none. Raises :class:`QueryInvalid`.
    """
    query = meant(parse(source, attributes=[a.name for a in scheme.attributes]), scheme)
    sieves = tuple(map(_sieve, (*query.words, *query.on_articles)))
    mentions = query.on_mentions
    if all(term.field is Field.TEXT for term in mentions):
        mentions = tuple(replace(term, field=Field.WORD) for term in mentions)
    by_count = any(t.field is Field.OPEN for t in query.on_articles)
    if len(mentions) == 1 and mentions[0].negated and mentions[0].name == FLAG:
        return Selection(sieves, Query((replace(mentions[0], negated=False),)), by_count, lacking=True)
    return Selection(sieves, Query(mentions), by_count)


def _sieve(term: Term) -> Sieve:
    keeping = _keeping(term)
    if not term.negated:
        return keeping

    def without(rows: Iterable[ArticleRow]) -> list[ArticleRow]:
        rows = list(rows)
        gone = {row.id for row in keeping(rows)}
        return [row for row in rows if row.id not in gone]

    return without


def _keeping(term: Term) -> Sieve:
    match term.field:
        case Field.OPEN:
            return lambda rows: [row for row in rows if row.open_suggestions or row.open_relations]
        case Field.STATE:
            return lambda rows: [row for row in rows if row.state in term.values]
        case Field.DATE:
            ranges = [_days(value) for value in term.values]
            return lambda rows: [
                row for row in rows if row.published_on and _within(row.published_on, ranges)
            ]
        case _:
            return _holding(term)


def _holding(term: Term) -> Sieve:
    """Return what keeps the rows whose title or outlet, or both together, hold one of the values."""
    if len(term.values) > 1:
        each = [_holding(replace(term, values=(value,))) for value in term.values]

        def any_of(rows: Iterable[ArticleRow]) -> list[ArticleRow]:
            rows = list(rows)
            kept = {row.id for sieve in each for row in sieve(rows)}
            return [row for row in rows if row.id in kept]

        return any_of
    value = term.values[0].casefold()
    match term.field:
        case Field.TITLE:
            return lambda rows: [row for row in rows if value in row.title.casefold()]
        case Field.OUTLET:
            return lambda rows: [row for row in rows if value in row.outlet.casefold()]
        case _:
            return lambda rows: [
                row for row in rows if value in row.title.casefold() or value in row.outlet.casefold()
            ]


def _days(value: str) -> tuple[int, int]:
    first, last = date_range(value)
    return int(first.replace("-", "")), int(last.replace("-", ""))


def _within(day: date, ranges: list[tuple[int, int]]) -> bool:
    number = day.year * 10_000 + day.month * 100 + day.day
    return any(first <= number <= last for first, last in ranges)
