"""The operation log: the only way to write annotations, and it can only be appended to."""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from annotator.core.change import Operation, ZonesChange
from annotator.core.errors import StaleRevision
from annotator.core.history import LogHead
from annotator.core.ids import ArticleId
from annotator.store import articles, entries, sets

_INSERT = f"INSERT INTO operation ({entries.OPERATION_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


def append(database: Database, operation: Operation, *, expected_revision: int | None) -> int:
    """Append ``operation`` and apply it; returns the set's new revision. The caller holds a transaction.

    Raises :class:`StaleRevision` if the set is not at ``expected_revision`` (``None``: any will do).
    """
    article_id, annotator = operation.article_id, operation.annotator
    sets.ensure_set(database, article_id, annotator)
    found = sets.info(database, article_id, annotator).revision
    if expected_revision is not None and found != expected_revision:
        raise StaleRevision(article=article_id, annotator=annotator, expected=expected_revision, found=found)
    _check_zones(database, operation)
    made = entries.entries_of(operation.changes)
    database.execute(_INSERT, list(entries.operation_row(operation, made)))
    sets.apply(database, article_id, annotator, made)
    database.execute(
        "UPDATE annotation_set SET revision = ? WHERE article_id = ? AND annotator = ?",
        [found + 1, article_id, annotator],
    )
    return found + 1


def _check_zones(database: Database, operation: Operation) -> None:
    """Zones belong to the article, so somebody else may have corrected them since they were read."""
    for change in operation.changes:
        if isinstance(change, ZonesChange):
            if articles.zones(database, operation.article_id) != change.before:
                raise StaleRevision(article=operation.article_id, annotator=operation.annotator)
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
