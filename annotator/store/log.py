"""The operation log: the only way to write annotations, and it can only be appended to."""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from annotator.core.change import Operation, ZonesChange
from annotator.core.errors import StaleRevision
from annotator.core.history import LogHead
from annotator.core.ids import ArticleId
from annotator.store import articles, entries, sets
from annotator.store.codec import Row
from annotator.store.entries import Entry

_INSERT = f"INSERT INTO operation ({entries.OPERATION_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


def append(database: Database, operation: Operation, *, expected_revision: int | None) -> int:
    """Append ``operation`` and apply it; returns the set's new revision. The caller holds a transaction.

    Raises :class:`StaleRevision` if the set is not at ``expected_revision`` (``None``: any will do).
    """
    made = entries.entries_of(operation.changes)
    row = entries.operation_row(operation, made)
    return _append(database, row, made, expected_revision=expected_revision)


def append_row(database: Database, row: Row, *, expected_revision: int | None) -> int:
    """As :func:`append`, for an operation that is laid out as :data:`entries.OPERATION_COLUMNS` already."""
    made = entries.read_entries(row[entries.CHANGES])
    return _append(database, row, made, expected_revision=expected_revision)


def _append(database: Database, row: Row, made: list[Entry], *, expected_revision: int | None) -> int:
    _, article_id, annotator, *_ = row
    sets.ensure_set(database, article_id, annotator)
    found = sets.info(database, article_id, annotator).revision
    if expected_revision is not None and found != expected_revision:
        raise StaleRevision(article=article_id, annotator=annotator, expected=expected_revision, found=found)
    _check_zones(database, article_id, annotator, made)
    database.execute(_INSERT, list(row))
    sets.apply(database, article_id, annotator, made)
    database.execute(
        "UPDATE annotation_set SET revision = ? WHERE article_id = ? AND annotator = ?",
        [found + 1, article_id, annotator],
    )
    return found + 1


def _check_zones(database: Database, article_id: ArticleId, annotator: str, made: list[Entry]) -> None:
    """Zones belong to the article, so somebody else may have corrected them since they were read."""
    for entry in made:
        if isinstance(entry, ZonesChange):
            if articles.zones(database, article_id) != entry.before:
                raise StaleRevision(article=article_id, annotator=annotator)
            return


def operations(
    database: Database, *, article_id: ArticleId | None = None, annotator: str | None = None
) -> Iterator[Operation]:
    """Yield operations, oldest first."""
    cursor = database.execute(
        f"""SELECT {entries.OPERATION_COLUMNS} FROM operation
            WHERE (:article IS NULL OR article_id = :article)
              AND (:annotator IS NULL OR annotator = :annotator) ORDER BY number""",
        {"article": article_id, "annotator": annotator},
    )
    return map(entries.operation_of, cursor)


def operation(database: Database, identifier: str) -> Operation:
    """Return one operation of the log; ``KeyError`` if it is not there."""
    row = database.execute(
        f"SELECT {entries.OPERATION_COLUMNS} FROM operation WHERE id = ?", [identifier]
    ).fetchone()
    if row is None:
        raise KeyError(identifier)
    return entries.operation_of(row)


def heads(database: Database, *, author: str, annotator: str) -> list[LogHead]:
    """Return the heads of what ``author`` did to the sets of ``annotator``, oldest first."""
    cursor = database.execute(
        f"SELECT {entries.HEAD_COLUMNS} FROM operation WHERE author = ? AND annotator = ? ORDER BY number",
        [author, annotator],
    )
    return [entries.head_of(row) for row in cursor]
