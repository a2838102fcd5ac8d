"""The rows of a review's queue as they come: counted, filtered, and brought up to date article by article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.ids import ArticleId
from annotator.review.item import Kind
from annotator.services.reviewing_queue import Filter, QueueRow


class Grouping(StrEnum):
    """What stands together in the queue."""

    ARTICLE = "article"
    KIND = "kind"


_KINDS: dict[Kind | None, int] = {kind: number for number, kind in enumerate((*Kind, None))}


@dataclass(frozen=True, slots=True)
class Splice:
    """A change of what is shown: from ``at`` on, so many rows are ``removed`` for ``rows``.

    All of them are in the group with this number, ``within`` rows after its first.
    """

    at: int
    removed: int
    rows: tuple[QueueRow, ...]
    group: int
    within: int


class Rows:
    """All rows in the order of the articles, and those that pass the filter in the order of their groups.

    Groups are numbered: articles by their place, kinds by theirs, what all agree on last. The row that is
    kept is shown even where it does not pass: it was perhaps settled just now. ``kinds`` and ``open_kinds``
    count rows by their first kind, ``labels`` and ``pairs`` those with one.
    """

    def __init__(self) -> None:
        self.filter = Filter(open=True)
        self.grouping = Grouping.ARTICLE
        self.shown: list[QueueRow] = []
        self.total = self.open = 0
        self.kinds: Counter[Kind] = Counter()
        self.open_kinds: Counter[Kind] = Counter()
        self.labels: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        self._places: list[tuple[int, int]] = []
        self._number: dict[ArticleId, int] = {}
        self._articles: dict[ArticleId, tuple[QueueRow, ...]] = {}
        self._known: dict[str, QueueRow] = {}
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

    def set_grouping(self, wanted: Grouping) -> None:
        """Show the rows in another order."""
        self.grouping = wanted
        self._show_all()

    def put(self, article_id: ArticleId, rows: tuple[QueueRow, ...]) -> list[Splice]:
        """Put the rows of an article in place of what was known of it; return what that changes, in order."""
        if article_id not in self._number:
            return []
        self._count(self._articles.get(article_id, ()), -1)
        self._articles[article_id] = rows
        self._count(rows, 1)
        return self._show(article_id)

    def keep(self, item: str) -> list[Splice]:
        """Keep another row, and return what that changes."""
        if item == self._kept:
            return []
        known = [self._known.get(name) for name in (self._kept, item)]
        self._kept = item
        about = dict.fromkeys(row.article_id for row in known if row is not None)
        return [splice for key in about for splice in self._show(key)]

    # What is shown ---------------------------------------------------------------------------------------

    def index(self, item: str) -> int | None:
        """Return where a row is shown."""
        known = self._known.get(item)
        if known is None:
            return None
        first, after = self._range(self.group(known), self._number[known.article_id])
        return next((at for at in range(first, after) if self.shown[at].item == item), None)

    def row(self, item: str) -> QueueRow | None:
        """Return a row that is shown."""
        at = self.index(item)
        return self.shown[at] if at is not None else None

    def group(self, row: QueueRow) -> int:
        """Return the number of the group that a row is in."""
        return self._number[row.article_id] if self.grouping is Grouping.ARTICLE else _KINDS[row.kind]

    def within(self, at: int) -> int:
        """Return how many rows of its group stand before the one that is shown there."""
        return at - bisect_left(self._places, (self._places[at][0], -1))

    def _passes(self, row: QueueRow) -> bool:
        return self.filter.shows(row) or row.item == self._kept

    def _range(self, group: int, article: int) -> tuple[int, int]:
        place = (group, article)
        return bisect_left(self._places, place), bisect_right(self._places, place)

    def _show(self, article_id: ArticleId) -> list[Splice]:
        article = self._number[article_id]
        groups: dict[int, list[QueueRow]] = {}
        for row in self._articles.get(article_id, ()):
            if self._passes(row):
                groups.setdefault(self.group(row), []).append(row)
        by_article = self.grouping is Grouping.ARTICLE
        splices = []
        for group in (article,) if by_article else range(len(_KINDS)):
            first, after = self._range(group, article)
            rows = tuple(groups.get(group, ()))
            if rows or first < after:
                self.shown[first:after] = rows
                self._places[first:after] = [(group, article)] * len(rows)
                within = first - bisect_left(self._places, (group, -1))
                splices.append(Splice(first, after - first, rows, group, within))
        return splices

    def _show_all(self) -> None:
        rows = [row for row in self if self._passes(row)]
        placed = sorted(
            (((self.group(row), self._number[row.article_id]), row) for row in rows), key=lambda pair: pair[0]
        )
        self.shown = [row for _, row in placed]
        self._places = [place for place, _ in placed]

    def _count(self, rows: Sequence[QueueRow], by: int) -> None:
        for row in rows:
            if by > 0:
                self._known[row.item] = row
            else:
                self._known.pop(row.item, None)
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
