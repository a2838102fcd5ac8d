"""The rows of a project file written by bare ``sqlite3``: what no import can go below.

The same tables, keys, indexes and triggers, foreign keys on, a transaction for each article, WAL and
``synchronous = NORMAL``; nothing is parsed, checked or made. Only the writing is timed.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

_BEFORE = ("meta", "scheme", "annotator")
_OF_ARTICLE = {
    "article": "id",
    "annotation_set": "article_id",
    "operation": "article_id",
    "mention": "article_id",
    "relation": "article_id",
}


def write_again(source: str, target: str) -> float:
    """Write the articles, sets, log and annotations of ``source`` to a new file; returns the seconds."""
    with (
        closing(sqlite3.connect(f"{Path(source).as_uri()}?mode=ro", uri=True)) as old,
        closing(sqlite3.connect(target, isolation_level=None)) as new,
    ):
        new.execute("PRAGMA journal_mode = WAL")
        new.execute("PRAGMA synchronous = NORMAL")
        new.execute("PRAGMA foreign_keys = ON")
        for (statement,) in old.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"):
            new.execute(statement)
        for table in _BEFORE:
            _insert(new, table, old.execute(f"SELECT * FROM {table}").fetchall())
        seconds = sum(_timed(new, rows) for rows in _articles(old))
        assert _counts(new) == _counts(old)
    return seconds


def _articles(old: sqlite3.Connection) -> Iterator[dict[str, list[Any]]]:
    for (article,) in old.execute("SELECT id FROM article ORDER BY number"):
        yield {
            table: old.execute(f"SELECT * FROM {table} WHERE {key} = ?", [article]).fetchall()
            for table, key in _OF_ARTICLE.items()
        }


def _timed(new: sqlite3.Connection, rows: dict[str, list[Any]]) -> float:
    start = time.perf_counter()
    new.execute("BEGIN IMMEDIATE")
    for table, found in rows.items():
        _insert(new, table, found)
    new.execute("COMMIT")
    return time.perf_counter() - start


def _insert(new: sqlite3.Connection, table: str, rows: list[Any]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        new.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _counts(connection: sqlite3.Connection) -> list[int]:
    tables = (*_BEFORE, *_OF_ARTICLE)
    return [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]
