"""The rows of a review's queue as they come: counted, filtered, and brought up to date article by article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.core.ids import ArticleId
from annotator.review.item import Kind
from annotator.services.reviewing_queue import Filter, QueueRow


@dataclass(frozen=True, slots=True)
class Splice:
    """A change of what is shown: from ``at`` on, so many rows are ``removed`` for ``rows``."""

    at: int
    removed: int
    rows: tuple[QueueRow, ...]


class Rows:
    """All rows in the order of the articles, and among them those that pass the filter.

    The row that is kept is shown even where it does not pass: it was perhaps settled just now. ``kinds`` and
    ``open_kinds`` count rows by their first kind, ``labels`` and ``pairs`` those with one.
    """

    def __init__(self) -> None:
        self.filter = Filter(open=True)
        self.shown: list[QueueRow] = []
        self.total = self.open = 0
        self.kinds: Counter[Kind] = Counter()
        self.open_kinds: Counter[Kind] = Counter()
        self.labels: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        self._places: list[int] = []
        self._number: dict[ArticleId, int] = {}
        self._articles: dict[ArticleId, tuple[QueueRow, ...]] = {}
        self._article_of: dict[str, ArticleId] = {}
        self._kept = ""

    def __iter__(self) -> Iterator[QueueRow]:
        """Yield all rows, whatever the filter shows."""
        return (row for key in self._number for row in self._articles.get(key, ()))

    def __contains__(self, article_id: object) -> bool:
        """Tell whether an article takes part."""
        return article_id in self._number

    def titles(self) -> dict[ArticleId, str]:
        """Return the titles of the articles with rows, in their order."""
        found = ((key, self._articles.get(key)) for key in self._number)
        return {key: rows[0].title for key, rows in found if rows}

    # What changes ----------------------------------------------------------------------------------------

    def set_articles(self, articles: Iterable[ArticleId]) -> None:
        """Take part from now on: these articles, in this order. The rows of others go."""
        self._number = {key: number for number, key in enumerate(articles)}
        for key in [key for key in self._articles if key not in self._number]:
            self._count(self._articles.pop(key), -1)
        self._show_all()

    def clear(self) -> None:
        """Forget all rows."""
        for rows in self._articles.values():
            self._count(rows, -1)
        self._articles.clear()
        self._show_all()

    def set_filter(self, wanted: Filter, *, kept: str = "") -> None:
        """Show other rows."""
        self.filter, self._kept = wanted, kept
        self._show_all()

    def put(self, article_id: ArticleId, rows: tuple[QueueRow, ...]) -> Splice | None:
        """Put the rows of an article in place of what was known of it; ``None`` if that shows nowhere."""
        if article_id not in self._number:
            return None
        self._count(self._articles.get(article_id, ()), -1)
        self._articles[article_id] = rows
        self._count(rows, 1)
        return self._show(article_id)

    def keep(self, item: str) -> list[Splice]:
        """Keep another row, and return what that changes."""
        if item == self._kept:
            return []
        about = dict.fromkeys(self._article_of.get(name) for name in (self._kept, item))
        self._kept = item
        found = [self._show(key) for key in about if key is not None]
        return [splice for splice in found if splice is not None]

    # What is shown ---------------------------------------------------------------------------------------

    def index(self, item: str) -> int | None:
        """Return where a row is shown."""
        article = self._article_of.get(item)
        if article is None:
            return None
        first, after = self._range(article)
        return next((at for at in range(first, after) if self.shown[at].item == item), None)

    def row(self, item: str) -> QueueRow | None:
        """Return a row that is shown."""
        at = self.index(item)
        return self.shown[at] if at is not None else None

    def _passes(self, row: QueueRow) -> bool:
        return self.filter.shows(row) or row.item == self._kept

    def _range(self, article_id: ArticleId) -> tuple[int, int]:
        number = self._number[article_id]
        return bisect_left(self._places, number), bisect_right(self._places, number)

    def _show(self, article_id: ArticleId) -> Splice | None:
        first, after = self._range(article_id)
        rows = tuple(row for row in self._articles.get(article_id, ()) if self._passes(row))
        if not rows and first == after:
            return None
        self.shown[first:after] = rows
        self._places[first:after] = [self._number[article_id]] * len(rows)
        return Splice(first, after - first, rows)

    def _show_all(self) -> None:
        self.shown = [row for row in self if self._passes(row)]
        self._places = [self._number[row.article_id] for row in self.shown]

    def _count(self, rows: Sequence[QueueRow], by: int) -> None:
        for row in rows:
            if by > 0:
                self._article_of[row.item] = row.article_id
            else:
                self._article_of.pop(row.item, None)
            self.total += by
            self.open += by * row.open
            for counts, names in (
                (self.kinds, row.kinds[:1]),
                (self.open_kinds, row.kinds[:1] if row.open else ()),
                (self.labels, row.labels),
                (self.pairs, row.pairs),
            ):
                _add(counts, names, by)


def _add(counts: Counter, names: Iterable, by: int) -> None:  # type: ignore[type-arg]
    for name in names:
        counts[name] += by
        if not counts[name]:
            del counts[name]
