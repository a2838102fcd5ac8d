"""What was brought together from other files: the log entries that came in, and how to find them again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec
from sqlite_utils import Database

from annotator.core.ids import ArticleId, OperationId

TABLES = (
    """CREATE TABLE merging (
        number INTEGER PRIMARY KEY, author TEXT NOT NULL, at TEXT NOT NULL, sources TEXT NOT NULL,
        first INTEGER NOT NULL, last INTEGER NOT NULL, undone_at TEXT) STRICT""",
    """CREATE TABLE merged_seconds (
        merging INTEGER NOT NULL REFERENCES merging (number), article_id TEXT NOT NULL,
        annotator TEXT NOT NULL, before REAL NOT NULL,
        PRIMARY KEY (merging, article_id, annotator)) STRICT, WITHOUT ROWID""",
)
UNDO, REDO = "undo_merge", "redo_merge"
"""The names of operations that take a merged one back, and that bring it in again."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(list[str]).decode


@dataclass(frozen=True, slots=True)
class Merging:
    """One merge: the entries ``first`` to ``last`` of the log came in with it (none if they cross)."""

    number: int
    author: str
    at: datetime
    sources: tuple[str, ...]
    first: int
    last: int


def record(
    database: Database,
    *,
    author: str,
    sources: Sequence[str],
    first: int,
    seconds: Iterable[tuple[ArticleId, str, float]],
) -> None:
    """Note that the log from ``first`` on came from elsewhere, and what the working times were before."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    made = database.execute(
        "INSERT INTO merging (author, at, sources, first, last) VALUES (?, ?, ?, ?, ?)",
        [author, now, _encode(list(sources)).decode(), first, last_number(database)],
    )
    database.conn.executemany(
        "INSERT INTO merged_seconds (merging, article_id, annotator, before) VALUES (?, ?, ?, ?)",
        [(made.lastrowid, *one) for one in seconds],
    )


def latest(database: Database) -> Merging | None:
    """Return the last merge that was not taken back."""
    row = database.execute(
        "SELECT number, author, at, sources, first, last FROM merging WHERE undone_at IS NULL "
        "ORDER BY number DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    return Merging(row[0], row[1], datetime.fromisoformat(row[2]), tuple(_decode(row[3])), row[4], row[5])


def mark_undone(database: Database, merging: Merging) -> None:
    """Note that a merge was taken back, and put the working times back to what they were."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    database.execute("UPDATE merging SET undone_at = ? WHERE number = ?", [now, merging.number])
    database.execute(
        """UPDATE annotation_set SET active_seconds = m.before FROM merged_seconds m
            WHERE m.merging = ? AND m.article_id = annotation_set.article_id
                AND m.annotator = annotation_set.annotator""",
        [merging.number],
    )


def last_number(database: Database) -> int:
    """Return the number of the last entry of the log; 0 if it is empty."""
    return int(database.execute("SELECT coalesce(max(number), 0) FROM operation").fetchone()[0])


def identifiers(database: Database, merging: Merging) -> list[OperationId]:
    """Return the entries that came in with a merge, oldest first."""
    found = database.execute(
        "SELECT id FROM operation WHERE number BETWEEN ? AND ? ORDER BY number", [merging.first, merging.last]
    )
    return [OperationId(row[0]) for row in found]


def chains(database: Database, annotator: str) -> dict[ArticleId, list[OperationId]]:
    """Return the entries of each of an annotator's sets that stand, oldest first.

    What a merge brought and was taken back is not among them; what came in again stands where it was.
    """
    found: dict[ArticleId, list[OperationId]] = {}
    meant: dict[str, OperationId] = {}
    rows = database.execute(
        "SELECT id, article_id, name, reverts FROM operation WHERE annotator = ? ORDER BY number", [annotator]
    )
    for identifier, article_id, name, reverts in rows:
        chain = found.setdefault(ArticleId(article_id), [])
        if name in (UNDO, REDO) and reverts is not None:
            origin = meant[identifier] = meant.get(reverts, OperationId(reverts))
            if name == REDO:
                chain.append(origin)
            elif origin in chain:
                chain.remove(origin)
        else:
            chain.append(OperationId(identifier))
    return found


def undone(database: Database) -> dict[OperationId, OperationId]:
    """Return the entries that merges brought and that were taken back, each with what did that last."""
    found: dict[OperationId, OperationId] = {}
    meant: dict[str, OperationId] = {}
    rows = database.execute(
        "SELECT id, name, reverts FROM operation WHERE name IN (?, ?) ORDER BY number", [UNDO, REDO]
    )
    for identifier, name, reverts in rows:
        origin = meant[identifier] = meant.get(reverts, OperationId(reverts))
        if name == UNDO:
            found[origin] = OperationId(identifier)
        else:
            found.pop(origin, None)
    return found


def raise_seconds(database: Database, article_id: ArticleId, annotator: str, seconds: float) -> None:
    """Set the working time on a set, unless it is longer already."""
    database.execute(
        "UPDATE annotation_set SET active_seconds = max(active_seconds, ?) "
        "WHERE article_id = ? AND annotator = ?",
        [seconds, article_id, annotator],
    )


def source_of(database: Database, article_id: ArticleId) -> str:
    """Return where an article was imported from."""
    return str(database.execute("SELECT source FROM article WHERE id = ?", [article_id]).fetchone()[0])
