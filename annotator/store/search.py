"""Searching the file: articles by what is said about them and in them, mentions by what they are.

No index is kept: SQLite's LIKE goes through 30 MB of text in some 25 ms, and an index over parts of words,
which German compounds need, would double the file and the time of an import. LIKE knows capitals of ASCII
alone, so a pattern lets any character stand for another letter, and whoever asks looks at the text again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from sqlite_utils import Database

from annotator.core.annotation import Mention
from annotator.core.ids import ArticleId
from annotator.core.query import Field, Query, Term, date_range, score_bounds
from annotator.store import codec
from annotator.store.records import MACHINE
from annotator.store.seen import OPEN_RELATIONS, QUEUE, open_mentions, seen

_COLUMN = {
    Field.LABEL: "m.label",
    Field.LAYER: "m.layer",
    Field.STATUS: "m.status",
    Field.STATE: "coalesce(s.state, 'new')",
}
_CONTAINED = {
    Field.WORD: "a.text",
    Field.TITLE: "a.title",
    Field.OUTLET: "a.outlet",
    Field.NOTE: "m.note",
}
Numbers: TypeAlias = tuple[int, int]
"""The first and the last number of the articles that are looked at."""
ALL: Numbers = (0, 2**62)

_AMONG = "BETWEEN :first AND :last"
_LOOKED_AT = f"SELECT id FROM article WHERE number {_AMONG}"
_SEEN = seen(_LOOKED_AT)


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article that may hold what is sought. ``number`` is its place in the order of import."""

    number: int
    id: ArticleId
    title: str
    text: str


def articles(
    database: Database, query: Query, *, annotator: str, least_score: float = 0.0, numbers: Numbers = ALL
) -> Iterator[FoundArticle]:
    """Yield the articles that fulfil the article terms and may hold the words, in the order of import."""
    build = _Builder(annotator, least_score, numbers)
    where = [
        f"a.number {_AMONG}",
        *map(build.condition, query.on_articles),
        *(build.condition(t) for t in query.words),
    ]
    cursor = database.execute(
        f"""SELECT a.number, a.id, a.title, a.text FROM article a
            LEFT JOIN annotation_set s ON s.article_id = a.id AND s.annotator = :annotator
            {QUEUE}
            WHERE {" AND ".join(where)} ORDER BY a.number""",
        build.given,
    )
    return (FoundArticle(row[0], ArticleId(row[1]), row[2], row[3]) for row in cursor)


def mentions(
    database: Database, query: Query, *, annotator: str, least_score: float = 0.0, numbers: Numbers = ALL
) -> Iterator[tuple[FoundArticle, Mention]]:
    """Yield the mentions that ``annotator`` sees and that may fulfil the query, in reading order."""
    build = _Builder(annotator, least_score, numbers)
    texts = [t for t in query.on_mentions if t.field is Field.TEXT and not t.negated]
    where = [
        f"a.number {_AMONG}",
        _SEEN,
        *map(build.condition, query.terms),
        *(f"({build.in_article(t)})" for t in texts),
    ]
    columns = ", ".join(f"m.{name.strip()}" for name in codec.MENTION_COLUMNS.split(","))
    cursor = database.execute(
        # Article by article, so that the first hits are there before the last article is looked at.
        f"""SELECT a.number, a.id, a.title, {columns} FROM article a
            CROSS JOIN mention m ON m.article_id = a.id AND m.annotator IN (:annotator, :machine)
            LEFT JOIN annotation_set s ON s.article_id = a.id AND s.annotator = :annotator
            {QUEUE}
            WHERE {" AND ".join(where)} ORDER BY a.number, m.start, m."end" DESC""",
        build.given,
    )
    last: FoundArticle | None = None
    for row in cursor:
        if last is None or last.number != row[0]:
            text = database.execute("SELECT text FROM article WHERE number = ?", [row[0]]).fetchone()[0]
            last = FoundArticle(row[0], ArticleId(row[1]), row[2], text)
        yield last, codec.mention_of(row[3:])


def articles_with(
    database: Database,
    query: Query,
    *,
    annotator: str,
    least_score: float = 0.0,
    numbers: Numbers = ALL,
    lacking: bool = False,
) -> list[ArticleId]:
    """Return the articles with a mention that fulfils the query, as far as SQL can tell, in order.

    If ``lacking``, those without any such mention.
    """
    build = _Builder(annotator, least_score, numbers)
    of_articles = [f"a.number {_AMONG}", *map(build.condition, query.on_articles)]
    of_mentions = [_SEEN, *map(build.condition, query.on_mentions)]
    if not any(t.field is Field.STATUS for t in query.on_mentions):
        of_mentions.append("m.status <> 'rejected'")
    found = database.execute(
        f"""SELECT a.id FROM article a
            LEFT JOIN annotation_set s ON s.article_id = a.id AND s.annotator = :annotator
            {QUEUE}
            WHERE {" AND ".join(of_articles)} AND {"NOT" if lacking else ""} EXISTS (SELECT 1 FROM mention m
                WHERE m.article_id = a.id AND m.annotator IN (:annotator, :machine)
                AND {" AND ".join(of_mentions)}) ORDER BY a.number""",
        build.given,
    )
    return [ArticleId(row[0]) for row in found]


class _Builder:
    """Makes SQL conditions of terms and gathers what they are given."""

    def __init__(self, annotator: str, least_score: float, numbers: Numbers) -> None:
        self.given: dict[str, object] = {
            "annotator": annotator,
            "machine": MACHINE,
            "least": least_score,
            "first": numbers[0],
            "last": numbers[1],
        }

    def condition(self, term: Term) -> str:
        """Return a condition that holds wherever the term does; a negated one may hold too often."""
        any_of = " OR ".join(self._single(term, value) for value in term.values)
        if not term.negated:
            return f"({any_of})"
        return "1" if term.field in (Field.WORD, Field.TEXT) else f"NOT coalesce(({any_of}), 0)"

    def in_article(self, term: Term) -> str:
        """Return a condition on the article that holds wherever a mention has one of the term's texts.

        Looked at once for an article, it spares cutting out its mentions. Of several words it takes the
        longest, as the pieces of a mention need not stand side by side.
        """
        longest = (max(value.split(), key=len, default="") for value in term.values)
        return " OR ".join(f"a.text LIKE {self._give(like(word))} ESCAPE '\\'" for word in longest)

    def _single(self, term: Term, value: str) -> str:
        match term.field:
            case Field.LABEL | Field.LAYER | Field.STATUS | Field.STATE:
                return f"{_COLUMN[term.field]} = {self._give(value)}"
            case Field.WORD | Field.TITLE | Field.OUTLET | Field.NOTE:
                return f"{_CONTAINED[term.field]} LIKE {self._give(like(value))} ESCAPE '\\'"
            case Field.TEXT:
                return (
                    f'(m.fragments IS NOT NULL OR substr(a.text, m.start + 1, m."end" - m.start) '
                    f"LIKE {self._give(like(value))} ESCAPE '\\')"
                )
            case Field.DATE:
                first, last = map(self._give, date_range(value))
                return f"a.published_on BETWEEN {first} AND {last}"
            case Field.SCORE:
                sign, number = score_bounds(value)
                return f"m.score {sign} {self._give(number)}"
            case Field.OPEN:
                return f"({open_mentions(_LOOKED_AT)} + {OPEN_RELATIONS}) > 0"
            case Field.ATTRIBUTE:
                pair = self._give(json.dumps([term.name, value], ensure_ascii=False, separators=(",", ":")))
                return f"EXISTS (SELECT 1 FROM json_each(m.attributes) pair WHERE pair.value = {pair})"
            case _:
                assert_never(term.field)

    def _give(self, value: object) -> str:
        name = f"given{len(self.given)}"
        self.given[name] = value
        return f":{name}"


def like(value: str) -> str:
    """Return the LIKE pattern (escaped by a backslash) of texts that may contain ``value``."""
    return "%" + re.sub(r"[^\x00-\x7f]", "_", re.sub(r"([%_\\])", r"\\\1", value)) + "%"
