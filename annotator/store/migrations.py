"""The tables, as steps that only go forward. The file's ``user_version`` is the number of steps taken."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from annotator.core.errors import StoreUnavailable
from annotator.store import assignment, merging
from annotator.store.connection import APPLICATION_ID, transaction, translated


def _tables_of_version_1(database: Database) -> None:
    for statement in _VERSION_1:
        database.execute(statement)


_VERSION_1 = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE scheme (number INTEGER PRIMARY KEY, source TEXT NOT NULL, at TEXT NOT NULL) STRICT",
    "CREATE TABLE annotator (name TEXT PRIMARY KEY, kind TEXT NOT NULL) STRICT",
    # Texts last, so that the article list reads only the pages before them.
    """CREATE TABLE article (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, title TEXT NOT NULL,
        outlet TEXT NOT NULL, published_on TEXT, url TEXT NOT NULL, sha256 TEXT NOT NULL,
        source TEXT NOT NULL, imported_at TEXT NOT NULL, metadata TEXT NOT NULL, zones TEXT NOT NULL,
        sentences BLOB NOT NULL, tokens BLOB NOT NULL, text TEXT NOT NULL) STRICT""",
    """CREATE TABLE zone_correction (
        article_id TEXT PRIMARY KEY REFERENCES article (id), zones TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE annotation_set (
        article_id TEXT NOT NULL REFERENCES article (id), annotator TEXT NOT NULL REFERENCES annotator (name),
        state TEXT NOT NULL DEFAULT 'new', revision INTEGER NOT NULL DEFAULT 0,
        active_seconds REAL NOT NULL DEFAULT 0, PRIMARY KEY (article_id, annotator)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE mention (
        article_id TEXT NOT NULL, annotator TEXT NOT NULL, id TEXT NOT NULL, layer TEXT NOT NULL,
        label TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, fragments TEXT,
        attributes TEXT NOT NULL, status TEXT NOT NULL, origin TEXT NOT NULL, author TEXT NOT NULL,
        tool TEXT NOT NULL, tool_version TEXT NOT NULL, score REAL, derived_from TEXT, note TEXT NOT NULL,
        PRIMARY KEY (article_id, annotator, id), CHECK (start < "end"),
        FOREIGN KEY (article_id, annotator) REFERENCES annotation_set) STRICT, WITHOUT ROWID""",
    """CREATE TABLE relation (
        article_id TEXT NOT NULL, annotator TEXT NOT NULL, id TEXT NOT NULL, label TEXT NOT NULL,
        head TEXT NOT NULL, tail TEXT NOT NULL, attributes TEXT NOT NULL, status TEXT NOT NULL,
        origin TEXT NOT NULL, author TEXT NOT NULL, tool TEXT NOT NULL, tool_version TEXT NOT NULL,
        score REAL, derived_from TEXT, PRIMARY KEY (article_id, annotator, id),
        FOREIGN KEY (article_id, annotator) REFERENCES annotation_set) STRICT, WITHOUT ROWID""",
    """CREATE TABLE cluster (
        annotator TEXT NOT NULL REFERENCES annotator (name), id TEXT NOT NULL, kind TEXT NOT NULL,
        name TEXT NOT NULL, kb_id TEXT NOT NULL, status TEXT NOT NULL, origin TEXT NOT NULL,
        author TEXT NOT NULL, tool TEXT NOT NULL, tool_version TEXT NOT NULL, score REAL, derived_from TEXT,
        PRIMARY KEY (annotator, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE cluster_member (
        annotator TEXT NOT NULL, cluster_id TEXT NOT NULL, mention_id TEXT NOT NULL,
        PRIMARY KEY (annotator, cluster_id, mention_id),
        FOREIGN KEY (annotator, cluster_id) REFERENCES cluster ON DELETE CASCADE) STRICT, WITHOUT ROWID""",
    "CREATE INDEX cluster_of_mention ON cluster_member (mention_id, annotator)",
    """CREATE TABLE operation (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL,
        annotator TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL, name TEXT NOT NULL,
        merge_key TEXT, reverts TEXT REFERENCES operation (id), changes TEXT NOT NULL,
        FOREIGN KEY (article_id, annotator) REFERENCES annotation_set) STRICT""",
    "CREATE INDEX operation_by_author ON operation (author, annotator)",
    "CREATE INDEX operation_of_set ON operation (article_id, annotator)",
    """CREATE TRIGGER operation_is_final BEFORE UPDATE ON operation
        BEGIN SELECT RAISE(ABORT, 'the log can only be appended to'); END""",
    """CREATE TRIGGER operation_stays BEFORE DELETE ON operation
        BEGIN SELECT RAISE(ABORT, 'the log can only be appended to'); END""",
    # INSERT OR REPLACE deletes without a DELETE trigger.
    """CREATE TRIGGER operation_is_new BEFORE INSERT ON operation
        WHEN EXISTS (SELECT 1 FROM operation WHERE id = NEW.id OR number = NEW.number)
        BEGIN SELECT RAISE(ABORT, 'the log can only be appended to'); END""",
    """CREATE TRIGGER text_is_final BEFORE UPDATE OF id, text, tokens, sentences ON article
        BEGIN SELECT RAISE(ABORT, 'an imported text never changes'); END""",
)


def _runs_of_version_2(database: Database) -> None:
    """Change no table: the log may hold runs now, which a program of version 1 cannot read."""


def _verdicts(database: Database) -> None:
    """Make room for what a review decided, kept with the gold set; the log may hold decisions now."""
    database.execute(
        """CREATE TABLE verdict (
            article_id TEXT NOT NULL, annotator TEXT NOT NULL, id TEXT NOT NULL, choice TEXT NOT NULL,
            basis TEXT NOT NULL, fingerprint TEXT NOT NULL, at TEXT NOT NULL, author TEXT NOT NULL,
            taken TEXT NOT NULL, result TEXT NOT NULL, compared TEXT NOT NULL, reason TEXT NOT NULL,
            comment TEXT NOT NULL, clause TEXT NOT NULL, follows TEXT NOT NULL,
            PRIMARY KEY (article_id, annotator, id),
            FOREIGN KEY (article_id, annotator) REFERENCES annotation_set) STRICT, WITHOUT ROWID"""
    )


def _team(database: Database) -> None:
    """Make room for the queues of several people, and for what is merged from their files."""
    for statement in (assignment.TABLE, assignment.INDEX, *merging.TABLES):
        database.execute(statement)


def _declined_members(database: Database) -> None:
    """Keep which suggested members of a cluster the annotator does not want in it."""
    database.execute("ALTER TABLE cluster_member ADD COLUMN declined INTEGER NOT NULL DEFAULT 0")


def _second_passes(database: Database) -> None:
    """Keep who annotates articles a second time, and so is compared with nobody but herself.

    No foreign key: a work package holds the second pass without the first.
    """
    database.execute("ALTER TABLE annotator ADD COLUMN repeats TEXT NOT NULL DEFAULT ''")


MIGRATIONS: tuple[Callable[[Database], None], ...] = (
    _tables_of_version_1,
    _runs_of_version_2,
    _verdicts,
    _team,
    _declined_members,
    _second_passes,
)


def file_version(database: Database) -> int:
    """Return the file's version (0: new)."""
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def migrate(database: Database, path: Path) -> None:
    """Bring the file up to date, in one transaction; an existing one is backed up first.

    Raises :class:`StoreUnavailable` for a file of another program (``not_a_project``) or of a newer version
    of this one (``newer``).
    """
    with translated(path):
        version = check_version(database, path, oldest=0)
        if version == len(MIGRATIONS):
            return
        if version:
            back_up(database, path.with_name(f"{path.stem}.before-version-{len(MIGRATIONS)}{path.suffix}"))
        with transaction(database):
            for step in MIGRATIONS[version:]:
                step(database)
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            database.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def check_version(database: Database, path: Path, *, oldest: int | None = None) -> int:
    """Return the file's version; refuse a newer one (``newer``), and one below ``oldest`` (``older``).

    By default only the present version will do: a file opened for reading is not migrated.
    """
    known = len(MIGRATIONS)
    version = file_version(database)
    if version > known:
        raise StoreUnavailable(path=str(path), reason="newer", version=version, known=known)
    if version < (known if oldest is None else oldest):
        raise StoreUnavailable(path=str(path), reason="older", version=version, known=known)
    return version


def back_up(database: Database, target: Path) -> None:
    """Copy the whole file, as of now, to ``target``."""
    copy = sqlite3.connect(target)
    try:
        database.conn.backup(copy)
    finally:
        copy.close()


def check_application(database: Database, path: Path) -> None:
    """Refuse a file that another program made."""
    with translated(path):
        found = database.execute("PRAGMA application_id").fetchone()[0]
    if found != APPLICATION_ID:
        raise StoreUnavailable(path=str(path), reason="not_a_project")
