"""Choosing articles for the list by a query: what the rows tell is asked of them, the rest of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from annotator.core.ids import ArticleId
from annotator.core.query import Field, Query, Term, date_range, parse
from annotator.core.scheme import Scheme
from annotator.services.concordance import meant, paced_query, stretches
from annotator.services.project import Project
from annotator.store import ArticleRow

Test: TypeAlias = Callable[[ArticleRow], bool]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles are shown: rows that ``tests`` admit and, with a ``query``, that the file gives for it.

    ``by_count`` tells that it depends on how much is open.
    """

    tests: tuple[Test, ...] = ()
    query: Query = field(default_factory=Query)
    by_count: bool = False

    @property
    def asks_file(self) -> bool:
        """Whether the rows alone do not tell."""
        return bool(self.query.terms)

    def admits(self, row: ArticleRow) -> bool:
        """Tell whether a row may be shown, as far as it tells itself."""
        return all(test(row) for test in self.tests)

    def found(
        self, project: Project, *, annotator: str, least_score: float = 0.0
    ) -> Iterator[list[ArticleId]]:
        """Yield the articles that fulfil the query, a few milliseconds of work at a time."""
        mentions = self.query.on_mentions
        if mentions and not any(t.field in (Field.TEXT, Field.NOTE) for t in mentions):
            for numbers in stretches(project):
                yield project.store.search_articles_with(
                    self.query, annotator=annotator, least_score=least_score, numbers=numbers
                )
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

    With a label or another term on mentions, ``text:`` is about the text of those. Raises
    :class:`QueryInvalid`.
    """
    query = meant(parse(source, attributes=[a.name for a in scheme.attributes]), scheme)
    tests = tuple(map(_test, (*query.words, *query.on_articles)))
    mentions = query.on_mentions
    if all(term.field is Field.TEXT for term in mentions):
        mentions = tuple(replace(term, field=Field.WORD) for term in mentions)
    return Selection(tests, Query(mentions), any(t.field is Field.OPEN for t in query.on_articles))


def _test(term: Term) -> Test:
    holds = _holding(term)
    return (lambda row: not holds(row)) if term.negated else holds


def _holding(term: Term) -> Test:
    wanted = tuple(value.casefold() for value in term.values)
    match term.field:
        case Field.OPEN:
            return lambda row: row.open_total > 0
        case Field.STATE:
            return lambda row: row.state in term.values
        case Field.TITLE:
            return lambda row: any(value in row.title.casefold() for value in wanted)
        case Field.OUTLET:
            return lambda row: any(value in row.outlet.casefold() for value in wanted)
        case Field.DATE:
            ranges = [date_range(value) for value in term.values]
            return lambda row: _within(row, ranges)
        case _:
            return lambda row: any(v in row.title.casefold() or v in row.outlet.casefold() for v in wanted)


def _within(row: ArticleRow, ranges: list[tuple[str, str]]) -> bool:
    day = row.published_on.isoformat() if row.published_on is not None else ""
    return bool(day) and any(first <= day <= last for first, last in ranges)
