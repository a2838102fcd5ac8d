"""Opening the file, transactions, and what SQLite's errors mean to a user."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from annotator.core.errors import StoreUnavailable

APPLICATION_ID = 0x414E4E54  # "ANNT"
BUSY_TIMEOUT_MS = 5_000
WAL_PAGES = 1_000
"""So many pages of 4 kB are written beside the file before they are taken into it: SQLite's own choice."""
BULK_WAL_PAGES = 8_000

_REASONS = (
    ("file is not a database", "not_a_project"),
    ("malformed", "damaged"),
    ("locked", "locked"),
    ("full", "disk_full"),
    ("readonly", "read_only"),
    ("disk i/o", "io"),
    ("unable to open", "cannot_open"),
)


_REASONS_OF_THE_SYSTEM = {
    errno.ENOENT: "cannot_open",
    errno.ENOTDIR: "cannot_open",
    errno.ENAMETOOLONG: "cannot_open",
    errno.ELOOP: "cannot_open",
    errno.EACCES: "not_permitted",
    errno.EPERM: "not_permitted",
    errno.EROFS: "read_only",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
}


def unavailable(path: Path, error: Exception) -> StoreUnavailable:
    """Translate an error of SQLite or the file system; ``reason`` is one of a closed list of codes."""
    known = _REASONS_OF_THE_SYSTEM.get(error.errno or 0) if isinstance(error, OSError) else _reason(error)
    return StoreUnavailable(path=str(path), reason=known or "io", detail=str(error))


def _reason(error: Exception) -> str | None:
    message = str(error).lower()
    return next((code for part, code in _REASONS if part in message), None)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise :class:`StoreUnavailable` in place of errors about the file; a fault in our SQL stays one."""
    try:
        yield
    except OSError as error:
        raise unavailable(path, error) from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError) or _reason(error) is None:
            raise
        raise unavailable(path, error) from error


def connect(path: Path, *, read_only: bool) -> Database:
    """Open an existing file. ``read_only`` also works on a medium that cannot be written."""
    with translated(path):
        if not _is_there(path):
            raise StoreUnavailable(path=str(path), reason="missing")
        if path.is_dir():
            raise StoreUnavailable(path=str(path), reason="not_a_project")
        return Database(_connection(path, read_only=read_only), execute_plugins=False)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            return False  # so long a name no file can have
        raise


def _connection(path: Path, *, read_only: bool) -> sqlite3.Connection:
    uri = path.resolve().as_uri()
    if not read_only:
        return sqlite3.connect(f"{uri}?mode=rw", uri=True, isolation_level=None)
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        # WAL needs a writable folder for its index; on a read-only medium nobody else writes either. But
        # what was not yet taken over from the log beside the file would be missing.
        connection.close()
        if _unfinished(path):
            raise
        connection = sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None)
    return connection


def beside(path: Path) -> tuple[Path, Path]:
    """Return the files that SQLite keeps beside a project: its log, and the index of that."""
    real = path.resolve()
    return real.with_name(f"{real.name}-wal"), real.with_name(f"{real.name}-shm")


def _unfinished(path: Path) -> bool:
    log, _index = beside(path)
    return log.exists() and log.stat().st_size > 0


def prepare(database: Database, *, read_only: bool) -> None:
    """Set what SQLite forgets with each connection; ``journal_mode`` writes to the file."""
    database.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    database.execute("PRAGMA foreign_keys = ON")
    if not read_only:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")


@contextmanager
def snapshot(database: Database) -> Iterator[None]:
    """Read the file as it is at one moment, whatever others write meanwhile; re-entrant."""
    if database.conn.in_transaction:
        yield
        return
    database.execute("BEGIN")
    try:
        yield
    finally:
        database.rollback()


@contextmanager
def unhurried(database: Database) -> Iterator[None]:
    """Leave it to SQLite when to wait for the disk, and have it do so rarely; at the end, wait for all."""
    database.execute("PRAGMA synchronous = NORMAL")
    database.execute(f"PRAGMA wal_autocheckpoint = {BULK_WAL_PAGES}")
    try:
        yield
    finally:
        database.execute("PRAGMA synchronous = FULL")
        database.execute(f"PRAGMA wal_autocheckpoint = {WAL_PAGES}")
        database.execute("PRAGMA wal_checkpoint(PASSIVE)")


@contextmanager
def transaction(database: Database) -> Iterator[None]:
    """Run one write transaction, taking the write lock at once; re-entrant.

    A deferred transaction that reads and then writes fails beside another writer whatever the time-out is.
    """
    if database.conn.in_transaction:
        with _savepoint(database):
            yield
        return
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        database.rollback()  # does nothing where the error has ended the transaction already
        raise


@contextmanager
def _savepoint(database: Database) -> Iterator[None]:
    """Run a part of a transaction that can fail alone. One name for all: SQLite takes the innermost."""
    database.execute("SAVEPOINT inner")
    try:
        yield
    except BaseException:
        if database.conn.in_transaction:
            database.execute("ROLLBACK TO inner")
            database.execute("RELEASE inner")
        raise
    database.execute("RELEASE inner")
