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
from annotator.store.seen import OPEN_RELATIONS, QUEUE, open_mentions

_INSERT = f"""INSERT INTO article ({codec.ARTICLE_COLUMNS}, source, imported_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"""

# Whoever has a queue sees its articles alone, in its order.
_ROWS = f"""
    SELECT a.id, a.title, a.outlet, a.published_on, s.state
    FROM article a LEFT JOIN annotation_set s ON s.article_id = a.id AND s.annotator = :annotator {QUEUE}
    WHERE :everything OR q.position IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM assignment WHERE annotator = :annotator)
    ORDER BY CASE WHEN :everything THEN 0 ELSE q.position END, a.number"""
_ASKED = "SELECT value FROM json_each(:ids)"
_COUNTS = f"""
    SELECT a.id, {open_mentions(_ASKED)}, {OPEN_RELATIONS} FROM article a {QUEUE} WHERE a.id IN ({_ASKED})"""
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
