"""Searching an open project file."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.core.annotation import Mention
from annotator.core.ids import ArticleId
from annotator.core.query import Query
from annotator.store import connection, search
from annotator.store.search import ALL, FoundArticle, Numbers
from annotator.store.store import Store


class Finder:
    """What may fulfil a query, as ``annotator`` sees it: suggestions below ``least_score`` are out of sight.

    ``numbers`` keeps a search to a range of the articles' numbers. Raises what the store does.
    """

    def __init__(self, store: Store, *, annotator: str, least_score: float = 0.0) -> None:
        self._path = store.path
        self._database = store._database
        self._annotator = annotator
        self._least_score = least_score

    def articles(self, query: Query, *, numbers: Numbers = ALL) -> Iterator[FoundArticle]:
        """Yield the articles that may hold what is sought, as they are asked for."""
        with connection.translated(self._path):
            yield from search.articles(
                self._database,
                query,
                annotator=self._annotator,
                least_score=self._least_score,
                numbers=numbers,
            )

    def mentions(self, query: Query, *, numbers: Numbers = ALL) -> Iterator[tuple[FoundArticle, Mention]]:
        """Yield the mentions that may fulfil the query, each with its article, as they are asked for."""
        with connection.translated(self._path):
            yield from search.mentions(
                self._database,
                query,
                annotator=self._annotator,
                least_score=self._least_score,
                numbers=numbers,
            )

    def articles_with(
        self, query: Query, *, numbers: Numbers = ALL, lacking: bool = False
    ) -> list[ArticleId]:
        """Return the articles with a mention that may fulfil the query, or if ``lacking`` those without."""
        with connection.translated(self._path):
            return search.articles_with(
                self._database,
                query,
                annotator=self._annotator,
                least_score=self._least_score,
                numbers=numbers,
                lacking=lacking,
            )
