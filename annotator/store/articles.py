"""Articles in the file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlite_utils import Database

from annotator.core.annotation import SetState
from annotator.core.article import Article, Zone
from annotator.core.errors import InvalidEdit
from annotator.core.ids import ArticleId
from annotator.store import codec
from annotator.store.codec import Row
from annotator.store.records import MACHINE, ArticleRow

_INSERT = f"""INSERT INTO article ({codec.ARTICLE_COLUMNS}, source, imported_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"""

# The pre-tagger's suggestion is open while the annotator's set has neither its id nor a mention at its
# place; an own mention is open while it is still a suggestion (one with a note, say). A relation is open
# while the annotator's set has neither its id nor a rejection of one of its ends. (Relations that a double
# brings together are counted one by one until the article is opened.) On control articles nothing is
# suggested. Whoever has a queue sees its articles alone, in its order.
# Where the annotator has mentions, hers and the suggestions are laid together by place: to look through all
# of hers for every suggestion takes minutes in an article of 50,000.
OPEN_MENTIONS = """
    CASE WHEN coalesce(q.control, 0) THEN 0
    WHEN EXISTS (SELECT 1 FROM mention o WHERE o.article_id = a.id AND o.annotator = :annotator) THEN
        (SELECT coalesce(sum(here.open), 0) FROM (
            SELECT sum(m.annotator = :machine AND m.status = 'suggested'
                    AND (m.score IS NULL OR m.score >= :least)
                    AND NOT EXISTS (SELECT 1 FROM mention o WHERE o.article_id = a.id
                        AND o.annotator = :annotator AND o.id = m.id)) AS open,
                max(m.annotator = :annotator AND m.status <> 'rejected') AS own
            FROM mention m WHERE m.article_id = a.id AND m.annotator IN (:annotator, :machine)
            GROUP BY m.layer, m.start, m."end", m.fragments) here WHERE NOT here.own)
    ELSE (SELECT count(*) FROM mention m WHERE m.article_id = a.id AND m.status = 'suggested'
        AND m.annotator = :machine AND (m.score IS NULL OR m.score >= :least)) END
    + (SELECT count(*) FROM mention o WHERE o.article_id = a.id AND o.annotator = :annotator
        AND o.status = 'suggested')"""
OPEN_RELATIONS = """
    (SELECT count(*) FROM relation r WHERE r.article_id = a.id AND r.status = 'suggested'
        AND (r.annotator = :annotator OR r.annotator = :machine AND coalesce(q.control, 0) = 0
            AND NOT EXISTS (SELECT 1 FROM relation o
            WHERE o.article_id = a.id AND o.annotator = :annotator AND o.id = r.id)
            AND (r.score IS NULL OR r.score >= :least)
            AND NOT (:least > 0 AND EXISTS (SELECT 1 FROM mention m WHERE m.article_id = a.id
                AND m.annotator = :machine AND m.id IN (r.head, r.tail) AND m.score < :least
                AND NOT EXISTS (SELECT 1 FROM mention o WHERE o.article_id = a.id
                    AND o.annotator = :annotator AND o.id = m.id))))
        AND NOT EXISTS (SELECT 1 FROM mention o WHERE o.article_id = a.id AND o.annotator = :annotator
            AND o.id IN (r.head, r.tail) AND o.status = 'rejected'))"""
_QUEUE = "LEFT JOIN assignment q ON q.article_id = a.id AND q.annotator = :annotator"
_ROWS = f"""
    SELECT a.id, a.title, a.outlet, a.published_on, s.state
    FROM article a LEFT JOIN annotation_set s ON s.article_id = a.id AND s.annotator = :annotator {_QUEUE}
    WHERE :everything OR q.position IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM assignment WHERE annotator = :annotator)
    ORDER BY CASE WHEN :everything THEN 0 ELSE q.position END, a.number"""
_COUNTS = f"""
    SELECT a.id, {OPEN_MENTIONS}, {OPEN_RELATIONS} FROM article a {_QUEUE}
    WHERE a.id IN (SELECT value FROM json_each(:ids))"""
_STATES = {state.value: state for state in SetState} | {None: SetState.NEW}


def add(database: Database, row: Row, *, source: str) -> bool:
    """Store an article as its row; ``False`` if the same text is there already."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return database.execute(_INSERT, [*row, source, now]).rowcount > 0


def get(database: Database, article_id: ArticleId) -> Article:
    """Return an article as imported; raises :class:`InvalidEdit` for an unknown id."""
    row = database.execute(
        f"SELECT {codec.ARTICLE_COLUMNS} FROM article WHERE id = ?", [article_id]
    ).fetchone()
    if row is None:
        raise InvalidEdit(reason="unknown_article", article=article_id)
    return codec.article_of(row)


def has(database: Database, article_id: ArticleId) -> bool:
    """Tell whether the article is there."""
    return database.execute("SELECT 1 FROM article WHERE id = ?", [article_id]).fetchone() is not None


def ids(database: Database) -> list[ArticleId]:
    """Return all ids in the order of import."""
    return [ArticleId(row[0]) for row in database.execute("SELECT id FROM article ORDER BY number")]


def count(database: Database) -> int:
    """Return the number of articles."""
    return int(database.execute("SELECT count(*) FROM article").fetchone()[0])


def last_number(database: Database) -> int:
    """Return the greatest number of an article, 0 without any."""
    return int(database.execute("SELECT coalesce(max(number), 0) FROM article").fetchone()[0])


def name_of(database: Database, article_id: ArticleId) -> str:
    """Return the name that an article was imported under."""
    row = database.execute("SELECT name FROM article WHERE id = ?", [article_id]).fetchone()
    return str(row[0]) if row else ""


def rows(database: Database, annotator: str, *, everything: bool = False) -> list[ArticleRow]:
    """Return the article list as ``annotator`` sees it: her queue, or all in the order of import.

    What is open is not counted: for 100,000 articles that takes four times as long as the rows.
    """
    return [
        ArticleRow(ArticleId(row[0]), row[1], row[2], codec.day_of(row[3]), _STATES[row[4]], counted=False)
        for row in database.execute(_ROWS, {"annotator": annotator, "everything": everything})
    ]


def open_counts(
    database: Database, annotator: str, ids: Iterable[ArticleId], *, least_score: float = 0.0
) -> dict[ArticleId, tuple[int, int]]:
    """Return how many mentions and relations of each article wait for a decision of ``annotator``.

    Suggestions below ``least_score`` are not counted as open, nor any on her control articles.
    """
    given = {
        "annotator": annotator,
        "machine": MACHINE,
        "least": least_score,
        "ids": json.dumps(list(ids)),
    }
    return {ArticleId(row[0]): (row[1], row[2]) for row in database.execute(_COUNTS, given)}


def zones(database: Database, article_id: ArticleId) -> tuple[Zone, ...]:
    """Return the corrected zones of an article, else those found at import."""
    row = database.execute(
        """SELECT coalesce((SELECT zones FROM zone_correction WHERE article_id = :id),
            (SELECT zones FROM article WHERE id = :id))""",
        {"id": article_id},
    ).fetchone()
    return codec.zones_of(row[0]) if row and row[0] else ()
