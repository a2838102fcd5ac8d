"""Annotation sets in the file: reading them, and applying the changes of an operation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, assert_never

from sqlite_utils import Database

from annotator.core.annotation import Cluster, Mention, Relation, SetState
from annotator.core.change import (
    ClusterChange,
    MentionChange,
    RelationChange,
    SetStateChange,
    VerdictChange,
    ZonesChange,
)
from annotator.core.ids import ArticleId, ClusterId
from annotator.core.state import Layered
from annotator.core.verdict import Verdict, VerdictId
from annotator.store import codec
from annotator.store.codec import Row
from annotator.store.entries import Entry, Run
from annotator.store.records import SetInfo


def _put_into(table: str, columns: str) -> str:
    """Return the statement that inserts or updates; for many rows, twice as fast as INSERT OR REPLACE."""
    names = columns.split(", ")
    marks = ", ".join("?" for _ in names)
    updates = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    return (
        f"INSERT INTO {table} (article_id, annotator, {columns}) VALUES (?, ?, {marks}) "
        f"ON CONFLICT (article_id, annotator, id) DO UPDATE SET {updates}"
    )


def _cut_from(table: str) -> str:
    return f"DELETE FROM {table} WHERE article_id = ? AND annotator = ? AND id = ?"


_MENTION = _put_into("mention", codec.MENTION_COLUMNS), _cut_from("mention")
_RELATION = _put_into("relation", codec.RELATION_COLUMNS), _cut_from("relation")
_VERDICT = _put_into("verdict", codec.VERDICT_COLUMNS), _cut_from("verdict")
_PUT_CLUSTER = (
    f"INSERT OR REPLACE INTO cluster (annotator, {codec.CLUSTER_COLUMNS}) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_OF_SET = "WHERE article_id = ? AND annotator = ?"


def info(database: Database, article_id: ArticleId, annotator: str) -> SetInfo:
    """Return how far a set has got; a set that was never written is new."""
    row = database.execute(
        f"SELECT state, revision, active_seconds FROM annotation_set {_OF_SET}", [article_id, annotator]
    ).fetchone()
    return SetInfo(SetState(row[0]), row[1], row[2]) if row else SetInfo()


def all_of(database: Database, article_id: ArticleId) -> list[tuple[str, SetInfo]]:
    """Return the sets of an article by annotator."""
    found = database.execute(
        "SELECT annotator, state, revision, active_seconds FROM annotation_set "
        "WHERE article_id = ? ORDER BY annotator",
        [article_id],
    )
    return [(row[0], SetInfo(SetState(row[1]), row[2], row[3])) for row in found]


def layered(database: Database, article_id: ArticleId, annotator: str) -> Layered:
    """Return the mentions, relations and clusters of one set."""
    at = [article_id, annotator]
    mentions = map(
        codec.mention_of,
        database.execute(f"SELECT {codec.MENTION_COLUMNS} FROM mention {_OF_SET} ORDER BY start", at),
    )
    relations = map(
        codec.relation_of, database.execute(f"SELECT {codec.RELATION_COLUMNS} FROM relation {_OF_SET}", at)
    )
    return Layered(
        {mention.id: mention for mention in mentions},
        {relation.id: relation for relation in relations},
        _clusters(database, article_id, annotator),
        verdicts(database, article_id, annotator),
    )


def of_annotator(database: Database, annotator: str) -> dict[ArticleId, SetInfo]:
    """Return how far each set of an annotator has got that was ever written."""
    found = database.execute(
        "SELECT article_id, state, revision, active_seconds FROM annotation_set WHERE annotator = ?",
        [annotator],
    )
    return {ArticleId(row[0]): SetInfo(SetState(row[1]), row[2], row[3]) for row in found}


def verdicts(database: Database, article_id: ArticleId, annotator: str) -> dict[VerdictId, Verdict]:
    """Return what the review decided; only the gold set has such."""
    rows = database.execute(f"SELECT {codec.VERDICT_COLUMNS} FROM verdict {_OF_SET}", [article_id, annotator])
    return {verdict.id: verdict for verdict in map(codec.verdict_of, rows)}


def finished(database: Database) -> dict[ArticleId, tuple[tuple[str, int], ...]]:
    """Return the finished sets of people, by article in the order of import: annotator and revision."""
    rows = database.execute(
        """SELECT article.id, annotation_set.annotator, revision FROM annotation_set
           JOIN article ON article.id = article_id JOIN annotator ON annotator.name = annotation_set.annotator
           WHERE state = 'done' AND kind = 'human' ORDER BY number, annotation_set.annotator"""
    )
    found: dict[ArticleId, tuple[tuple[str, int], ...]] = {}
    for article_id, annotator, revision in rows:
        found[ArticleId(article_id)] = (*found.get(ArticleId(article_id), ()), (annotator, revision))
    return found


def repeated(database: Database) -> dict[str, tuple[ArticleId, ...]]:
    """Return the articles that a second pass and the first one have both finished, by second pass."""
    rows = database.execute(
        """SELECT again.name, article.id FROM annotator again
            JOIN annotation_set s ON s.annotator = again.name AND s.state = 'done'
            JOIN annotation_set f ON f.annotator = again.repeats AND f.article_id = s.article_id
                AND f.state = 'done'
            JOIN article ON article.id = s.article_id
            WHERE again.kind = 'repeat' ORDER BY again.name, article.number"""
    )
    found: dict[str, tuple[ArticleId, ...]] = {}
    for name, article_id in rows:
        found[name] = (*found.get(name, ()), ArticleId(article_id))
    return found


def _clusters(database: Database, article_id: ArticleId, annotator: str) -> dict[ClusterId, Any]:
    """Read the annotator's clusters with a mention in the article (own or suggested).

    One that is only named has no member of its own, but the suggested cluster of that id has.
    """
    rows = database.execute(
        f"""SELECT {codec.CLUSTER_COLUMNS} FROM cluster WHERE annotator = :annotator AND id IN (
            SELECT c.cluster_id FROM mention m JOIN cluster_member c
                ON c.mention_id = m.id WHERE m.article_id = :article)""",
        {"annotator": annotator, "article": article_id},
    ).fetchall()
    return {ClusterId(row[0]): codec.cluster_of(row, members(database, annotator, row[0])) for row in rows}


def cluster(database: Database, annotator: str, identifier: str) -> Cluster | None:
    """Return one of an annotator's clusters."""
    row = database.execute(
        f"SELECT {codec.CLUSTER_COLUMNS} FROM cluster WHERE annotator = ? AND id = ?", [annotator, identifier]
    ).fetchone()
    return codec.cluster_of(row, members(database, annotator, identifier)) if row else None


def members(database: Database, annotator: str, cluster_id: str) -> list[tuple[str, bool]]:
    """Return the ids of a cluster's mentions, over all articles, and whether they were declined."""
    found = database.execute(
        "SELECT mention_id, declined FROM cluster_member WHERE annotator = ? AND cluster_id = ?",
        [annotator, cluster_id],
    )
    return [(row[0], bool(row[1])) for row in found]


def ensure_set(database: Database, article_id: ArticleId, annotator: str) -> None:
    """Make an empty set unless there is one."""
    database.execute(
        "INSERT INTO annotation_set (article_id, annotator) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [article_id, annotator],
    )


def apply(database: Database, article_id: ArticleId, annotator: str, made: Iterable[Entry]) -> None:
    """Apply the entries of an operation to the tables; within a transaction of the caller's."""
    at = (article_id, annotator)
    for entry in made:
        match entry:
            case Run():
                _apply_run(database, at, entry)
            case MentionChange(before, after):
                _apply_one(database, at, before, codec.mention_row(after) if after else None, _MENTION)
            case RelationChange(before, after):
                _apply_one(database, at, before, codec.relation_row(after) if after else None, _RELATION)
            case ClusterChange():
                _apply_cluster(database, annotator, entry)
            case SetStateChange(_, state):
                database.execute(f"UPDATE annotation_set SET state = ? {_OF_SET}", [state.value, *at])
            case ZonesChange(_, zones):
                database.execute(
                    "INSERT OR REPLACE INTO zone_correction (article_id, zones) VALUES (?, ?)",
                    [article_id, codec.zones_json(zones)],
                )
            case VerdictChange(before, after):
                _apply_one(database, at, before, codec.verdict_row(after) if after else None, _VERDICT)
            case _:
                assert_never(entry)


def _apply_run(database: Database, at: tuple[str, str], run: Run) -> None:
    put, cut = _MENTION if run.kind == "mentions" else _RELATION
    if run.appear:
        database.conn.executemany(put, [(*at, *row) for row in run.rows])
    else:
        database.conn.executemany(cut, [(*at, row[0]) for row in run.rows])


def _apply_one(
    database: Database,
    at: tuple[str, str],
    before: Mention | Relation | Verdict | None,
    row: Row | None,
    statements: tuple[str, str],
) -> None:
    put, cut = statements
    if row is not None:
        database.execute(put, [*at, *row])
    elif before is not None:
        database.execute(cut, [*at, before.id])


def _apply_cluster(database: Database, annotator: str, change: ClusterChange) -> None:
    for gone in (change.before, change.after):
        if gone is not None:
            database.execute("DELETE FROM cluster WHERE annotator = ? AND id = ?", [annotator, gone.id])
    if change.after is not None:
        database.execute(_PUT_CLUSTER, [annotator, *codec.cluster_row(change.after)])
        rows = [(member, 0) for member in change.after.members]
        rows += [(member, 1) for member in change.after.declined]
        database.conn.executemany(
            "INSERT INTO cluster_member (annotator, cluster_id, mention_id, declined) VALUES (?, ?, ?, ?)",
            [(annotator, change.after.id, *row) for row in rows],
        )
