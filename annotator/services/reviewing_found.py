"""What was found in each article of a review, for as long as nothing has changed in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from annotator.core.ids import ArticleId
from annotator.services.reviewing_queue import ArticleReview, QueueRow, rows_of
from annotator.services.reviewing_same import pattern

Revisions: TypeAlias = tuple[tuple[str, int], ...]
"""The finished sets of an article: annotator and revision."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in an article when its sets, and its gold set, were at these revisions.

    ``alike`` has the open items by what they have in common with those that are settled alike.
    """

    article_id: ArticleId
    sets: Revisions
    gold: int
    rows: tuple[QueueRow, ...]
    alike: Mapping[object, tuple[QueueRow, ...]] = field(default_factory=dict)


def looked(review: ArticleReview, sets: Revisions, gold: int) -> Looked:
    """Return the rows of an article's queue, and which of them could be like others."""
    rows = rows_of(review)
    alike: dict[object, list[QueueRow]] = defaultdict(list)
    for row in rows:
        like = pattern(review, row.entry.item) if row.open else None
        if like is not None:
            alike[like].append(row)
    return Looked(review.article.id, sets, gold, rows, {like: tuple(rows) for like, rows in alike.items()})


class Findings:
    """What was found in the articles looked at so far, and which of their open items are alike."""

    def __init__(self) -> None:
        self._articles: dict[ArticleId, Looked] = {}
        self._alike: dict[object, dict[ArticleId, tuple[QueueRow, ...]]] = defaultdict(dict)

    def get(self, article_id: ArticleId, sets: Revisions, gold: int) -> Looked | None:
        """Return what was found in an article, if that was at these revisions."""
        found = self._articles.get(article_id)
        return found if found is not None and (found.sets, found.gold) == (sets, gold) else None

    def put(self, found: Looked) -> None:
        """Keep what was found, in place of what was known of the article."""
        self._forget(found.article_id)
        self._articles[found.article_id] = found
        for like, rows in found.alike.items():
            self._alike[like][found.article_id] = rows

    def keep(self, articles: Collection[ArticleId]) -> None:
        """Forget all other articles."""
        for article_id in [key for key in self._articles if key not in articles]:
            self._forget(article_id)

    def clear(self) -> None:
        """Forget everything."""
        self._articles.clear()
        self._alike.clear()

    def like(self, wanted: object) -> Mapping[ArticleId, tuple[QueueRow, ...]]:
        """Return the open items with a pattern, by article in no order."""
        return self._alike.get(wanted, {})

    def _forget(self, article_id: ArticleId) -> None:
        known = self._articles.pop(article_id, None)
        for like in known.alike if known is not None else ():
            self._alike[like].pop(article_id, None)
