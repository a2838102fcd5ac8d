"""The queues of the annotators in the file."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from annotator.core.assigned import Assigned
from annotator.core.ids import ArticleId

TABLE = """CREATE TABLE assignment (
    article_id TEXT NOT NULL REFERENCES article (id), annotator TEXT NOT NULL REFERENCES annotator (name),
    position INTEGER NOT NULL, calibration INTEGER NOT NULL, control INTEGER NOT NULL,
    PRIMARY KEY (article_id, annotator)) STRICT, WITHOUT ROWID"""
INDEX = "CREATE INDEX assignment_of_annotator ON assignment (annotator, position)"


def rows(database: Database) -> list[Assigned]:
    """Return who is to work on what, by annotator and place in the queue."""
    found = database.execute(
        "SELECT article_id, annotator, position, calibration, control FROM assignment "
        "ORDER BY annotator, position, article_id"
    )
    return [Assigned(ArticleId(row[0]), row[1], row[2], bool(row[3]), bool(row[4])) for row in found]


def replace(database: Database, made: Iterable[Assigned]) -> None:
    """Put these queues in place of all that were. The caller holds a transaction."""
    database.execute("DELETE FROM assignment")
    database.conn.executemany(
        "INSERT INTO assignment (article_id, annotator, position, calibration, control) "
        "VALUES (?, ?, ?, ?, ?)",
        [(one.article_id, one.annotator, one.position, one.calibration, one.control) for one in made],
    )


def is_control(database: Database, article_id: ArticleId, annotator: str) -> bool:
    """Tell whether an annotator is shown no suggestions on an article."""
    row = database.execute(
        "SELECT control FROM assignment WHERE article_id = ? AND annotator = ?", [article_id, annotator]
    ).fetchone()
    return bool(row and row[0])


def begun(database: Database) -> set[tuple[ArticleId, str]]:
    """Return the articles that people have begun, with who it was."""
    found = database.execute(
        "SELECT s.article_id, s.annotator FROM annotation_set s JOIN annotator a ON a.name = s.annotator "
        "WHERE a.kind IN ('human', 'repeat') AND (s.state <> 'new' OR s.revision > 0)"
    )
    return {(ArticleId(row[0]), row[1]) for row in found}


def states(database: Database) -> dict[tuple[ArticleId, str], str]:
    """Return how far each set of a person has got."""
    found = database.execute(
        "SELECT s.article_id, s.annotator, s.state FROM annotation_set s "
        "JOIN annotator a ON a.name = s.annotator WHERE a.kind IN ('human', 'repeat')"
    )
    return {(ArticleId(row[0]), row[1]): row[2] for row in found}
