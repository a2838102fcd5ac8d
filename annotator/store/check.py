"""Does the file hold together? Replays the log against the tables and asks SQLite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, assert_never

from sqlite_utils import Database

from annotator.core.annotation import SetState
from annotator.core.change import (
    ClusterChange,
    MentionChange,
    Operation,
    RelationChange,
    SetStateChange,
    VerdictChange,
    ZonesChange,
)
from annotator.core.ids import ArticleId
from annotator.store import articles, codec, log, sets

FindingCode: TypeAlias = Literal[
    "sqlite",
    "reference_missing",
    "value_differs",
    "set_differs",
    "zones_differ",
    "outside_text",
    "end_missing",
    "member_missing",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a file, and what is known of it by name.

    ``sqlite``: ``detail``, SQLite's own words. ``reference_missing``: ``table``, ``parent``.
    ``value_differs`` from the log: ``kind``, ``id``, ``annotator``, and ``article`` unless it is a cluster.
    ``set_differs``, in state or revision: ``article``, ``annotator``. ``zones_differ``: ``article``.
    ``outside_text``: ``id`` of the mention, ``annotator``, ``name`` of the article.
    ``end_missing``: ``id`` of the relation, ``annotator``, ``name`` of the article, ``mention`` that is gone.
    ``member_missing``: ``id`` of the cluster, ``annotator``, ``mention``.
    """

    code: FindingCode
    facts: Mapping[str, str]


class _Replay:
    """The tables as the log alone makes them."""

    def __init__(self) -> None:
        self.mentions: dict[tuple[str, str, str], Any] = {}
        self.relations: dict[tuple[str, str, str], Any] = {}
        self.clusters: dict[tuple[str, str], Any] = {}
        self.verdicts: dict[tuple[str, str, str], Any] = {}
        self.states: dict[tuple[str, str], SetState] = {}
        self.revisions: Counter[tuple[str, str]] = Counter()
        self.zones: dict[str, Any] = {}
        self.known: set[str] = set()
        """The ids of all mentions there ever were."""

    def run(self, operation: Operation) -> None:
        at = (operation.article_id, operation.annotator)
        self.revisions[at] += 1
        for change in operation.changes:
            match change:
                case MentionChange(before, after):
                    self.known.add(_id(before, after))
                    _put(self.mentions, (*at, _id(before, after)), after)
                case RelationChange(before, after):
                    _put(self.relations, (*at, _id(before, after)), after)
                case ClusterChange(before, after):
                    _put(self.clusters, (operation.annotator, _id(before, after)), after)
                case SetStateChange(_, state):
                    self.states[at] = state
                case ZonesChange(_, zones):
                    self.zones[operation.article_id] = zones
                case VerdictChange(before, after):
                    _put(self.verdicts, (*at, _id(before, after)), after)
                case _:
                    assert_never(change)


def _put(table: dict[Any, Any], key: Any, value: Any) -> None:  # noqa: ANN401
    if value is None:
        table.pop(key, None)
    else:
        table[key] = value


def _id(before: Any, after: Any) -> Any:  # noqa: ANN401
    return (after or before).id


def findings(database: Database) -> list[Finding]:
    """Return the faults found; an empty list means that the file is sound.

    The log is replayed and compared with the tables, SQLite's own integrity and foreign-key checks are run,
    every mention's offsets are held against its article's text, and relations and clusters against the
    mentions that they name.
    """
    replay = _Replay()
    for operation in log.operations(database):
        replay.run(operation)
    return [
        *_of_sqlite(database),
        *_of_replay(database, replay),
        *_of_offsets(database),
        *_of_ends(database),
        *_of_members(database, replay.known),
    ]


def _of_sqlite(database: Database) -> Iterator[Finding]:
    for (message,) in database.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Finding("sqlite", {"detail": str(message)})
    for table, _, parent, _ in database.execute("PRAGMA foreign_key_check"):
        yield Finding("reference_missing", {"table": table, "parent": parent})


def _of_replay(database: Database, replay: _Replay) -> Iterator[Finding]:
    yield from _compare("mention", replay.mentions, _stored(database, "mention"))
    yield from _compare("relation", replay.relations, _stored(database, "relation"))
    yield from _compare("verdict", replay.verdicts, _stored(database, "verdict"))
    yield from _compare("cluster", replay.clusters, _stored_clusters(database))
    for row in database.execute("SELECT article_id, annotator, state, revision FROM annotation_set"):
        at = (row[0], row[1])
        if replay.revisions[at] != row[3] or replay.states.get(at, SetState.NEW).value != row[2]:
            yield Finding("set_differs", {"article": row[0], "annotator": row[1]})
    corrected = {row[0] for row in database.execute("SELECT article_id FROM zone_correction")}
    for article_id in sorted(corrected | set(replay.zones)):
        if articles.zones(database, ArticleId(article_id)) != replay.zones.get(article_id):
            yield Finding("zones_differ", {"article": article_id})


def _stored(database: Database, table: str) -> dict[Any, Any]:
    columns, decode = {
        "mention": (codec.MENTION_COLUMNS, codec.mention_of),
        "relation": (codec.RELATION_COLUMNS, codec.relation_of),
        "verdict": (codec.VERDICT_COLUMNS, codec.verdict_of),
    }[table]
    rows = database.execute(f"SELECT article_id, annotator, {columns} FROM {table}")
    return {(row[0], row[1], row[2]): decode(row[2:]) for row in rows}


def _stored_clusters(database: Database) -> dict[Any, Any]:
    rows = database.execute(f"SELECT annotator, {codec.CLUSTER_COLUMNS} FROM cluster").fetchall()
    return {
        (row[0], row[1]): codec.cluster_of(row[1:], sets.members(database, row[0], row[1])) for row in rows
    }


def _compare(kind: str, replayed: dict[Any, Any], stored: dict[Any, Any]) -> Iterator[Finding]:
    for key in sorted({*replayed, *stored}):
        if replayed.get(key) != stored.get(key):
            *article, annotator, identifier = key
            at = {"article": article[0]} if article else {}
            yield Finding("value_differs", {"kind": kind, "id": identifier, "annotator": annotator, **at})


def _of_offsets(database: Database) -> Iterator[Finding]:
    rows = database.execute(
        "SELECT m.annotator, m.id, a.name FROM mention m JOIN article a ON a.id = m.article_id "
        'WHERE m."end" > length(a.text) OR m.start < 0'
    )
    for annotator, identifier, name in rows:
        yield Finding("outside_text", {"id": identifier, "annotator": annotator, "name": name})


_HOLDS = "({link}.status = 'accepted' OR ({link}.status = 'suggested' AND who.kind = 'machine'))"
"""Rejected links may outlive what they name, and so may a person's open ones: a new run takes it away."""


def _of_ends(database: Database) -> Iterator[Finding]:
    """Look for relations an end of which is neither in their set nor suggested; gold knows no suggestions."""
    for end in ("head", "tail"):
        rows = database.execute(
            f"""SELECT r.annotator, r.id, a.name, r.{end} FROM relation r
                JOIN article a ON a.id = r.article_id JOIN annotator who ON who.name = r.annotator
                WHERE {_HOLDS.format(link="r")} AND NOT EXISTS (
                    SELECT 1 FROM annotator other CROSS JOIN mention m
                    ON m.article_id = r.article_id AND m.annotator = other.name AND m.id = r.{end}
                    WHERE other.name = r.annotator OR (other.kind = 'machine' AND who.kind <> 'gold'))"""
        )
        for annotator, identifier, name, mention in rows:
            facts = {"id": identifier, "annotator": annotator, "name": name, "mention": mention}
            yield Finding("end_missing", facts)


def _of_members(database: Database, known: Container[str]) -> Iterator[Finding]:
    """Look for clusters with a mention that has gone.

    One that was never here is no fault: it is of an article that this file does not have, or not yet.
    """
    machines = {row[0] for row in database.execute("SELECT name FROM annotator WHERE kind = 'machine'")}
    there = set(database.execute("SELECT annotator, id FROM mention"))
    rows = database.execute(
        f"""SELECT c.annotator, c.id, m.mention_id, who.kind FROM cluster c
            JOIN cluster_member m ON m.annotator = c.annotator AND m.cluster_id = c.id AND NOT m.declined
            JOIN annotator who ON who.name = c.annotator WHERE {_HOLDS.format(link="c")}"""
    )
    for annotator, identifier, mention, kind in rows:
        sets_seen = {annotator} if kind == "gold" else {annotator, *machines}
        if mention in known and not any((name, mention) in there for name in sets_seen):
            yield Finding("member_missing", {"id": identifier, "annotator": annotator, "mention": mention})
