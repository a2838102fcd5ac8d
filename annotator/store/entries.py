"""Operations as the log keeps them: JSON that can be read, inverted and replayed without the rest of the log.

``changes`` is a list of [kind, before, after]. One decision holds its values in full, by name. Where many
mentions or relations appear or go together, as in an import or a pre-tagging, they are one entry
(``mentions``, ``relations``) with a list of rows as their table has them: half the size, and made only once
for the log and the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Literal, TypeAlias

import msgspec

from annotator.core.annotation import Cluster, Mention, Relation, SetState
from annotator.core.article import Zone
from annotator.core.change import (
    Change,
    ClusterChange,
    MentionChange,
    Operation,
    RelationChange,
    SetStateChange,
    VerdictChange,
    ZonesChange,
)
from annotator.core.history import LogHead
from annotator.core.ids import ArticleId, OperationId
from annotator.core.verdict import Verdict
from annotator.store import codec
from annotator.store.codec import Row

OPERATION_COLUMNS = "id, article_id, annotator, author, at, name, changes, merge_key, reverts"
CHANGES = OPERATION_COLUMNS.split(", ").index("changes")
HEAD_COLUMNS = "id, article_id, name, at, merge_key, reverts"


@dataclass(frozen=True, slots=True)
class Run:
    """Two or more mentions or relations that all appear, or all go: rows of :mod:`codec`, ids first."""

    kind: Literal["mentions", "relations"]
    rows: Sequence[Row]
    appear: bool


Entry: TypeAlias = Change | Run

_KINDS: dict[str, tuple[Any, Any]] = {
    "mention": (MentionChange, Mention | None),
    "relation": (RelationChange, Relation | None),
    "cluster": (ClusterChange, Cluster | None),
    "state": (SetStateChange, SetState),
    "zones": (ZonesChange, tuple[Zone, ...]),
    "verdict": (VerdictChange, Verdict | None),
}
_RUNS: dict[str, Literal["mentions", "relations"]] = {"mentions": "mentions", "relations": "relations"}
_NAMES: dict[type[Change], str] = {make: name for name, (make, _) in _KINDS.items()}

_encode = msgspec.json.Encoder().encode
_decode_entries = msgspec.json.Decoder(list[tuple[str, msgspec.Raw, msgspec.Raw]]).decode
_decode_rows = msgspec.json.Decoder(list[list[Any]] | None).decode
_decoders = {name: msgspec.json.Decoder(payload).decode for name, (_, payload) in _KINDS.items()}


def entries_of(changes: Iterable[Change]) -> list[Entry]:
    """Return changes with those that can be gathered in runs, in their order."""
    entries: list[Entry] = []
    for (kind, appear), group in groupby(changes, _group):
        alike = list(group)
        if kind is None or len(alike) < 2:
            entries += alike
        elif kind == "mentions":
            entries.append(Run(kind, codec.mention_rows(map(_value, alike)), appear))
        else:
            entries.append(Run(kind, list(map(codec.relation_row, map(_value, alike))), appear))
    return entries


def _group(change: Change) -> tuple[Literal["mentions", "relations"] | None, bool]:
    if type(change) is MentionChange or type(change) is RelationChange:
        appear = change.before is None
        if appear or change.after is None:
            return ("mentions" if type(change) is MentionChange else "relations"), appear
    return None, False


def _value(change: Any) -> Any:  # noqa: ANN401
    return change.after or change.before


def entries_json(entries: Iterable[Entry]) -> str:
    """Return entries as a JSON list of [kind, before, after]."""
    return _encode([_triple(entry) for entry in entries]).decode()


def _triple(entry: Entry) -> tuple[str, Any, Any]:
    if isinstance(entry, Run):
        return (entry.kind, None, entry.rows) if entry.appear else (entry.kind, entry.rows, None)
    return (_NAMES[type(entry)], entry.before, entry.after)


def read_entries(text: str) -> list[Entry]:
    """Return the entries that :func:`entries_json` has written."""
    return [_entry(*triple) for triple in _decode_entries(text)]


def _entry(kind: str, before: msgspec.Raw, after: msgspec.Raw) -> Entry:
    if kind in _RUNS:
        gone, come = _decode_rows(before), _decode_rows(after)
        return Run(_RUNS[kind], come or gone or [], come is not None)
    make, _ = _KINDS[kind]
    decode = _decoders[kind]
    entry: Change = make(decode(before), decode(after))
    return entry


def changes_of(text: str) -> tuple[Change, ...]:
    """Return the changes that :func:`entries_json` has written."""
    return tuple(change for entry in read_entries(text) for change in _changes_of(entry))


def _changes_of(entry: Entry) -> Iterator[Change]:
    if not isinstance(entry, Run):
        yield entry
    elif entry.kind == "mentions":
        for mention in map(codec.mention_of, entry.rows):
            yield MentionChange(None, mention) if entry.appear else MentionChange(mention, None)
    else:
        for relation in map(codec.relation_of, entry.rows):
            yield RelationChange(None, relation) if entry.appear else RelationChange(relation, None)


def operation_row(operation: Operation, entries: Iterable[Entry]) -> tuple[Any, ...]:
    """Return the values of :data:`OPERATION_COLUMNS`; ``entries`` are those of its changes."""
    return (
        operation.id,
        operation.article_id,
        operation.annotator,
        operation.author,
        operation.at.isoformat(),
        operation.name,
        entries_json(entries),
        operation.merge_key,
        operation.reverts,
    )


def operation_of(row: Row) -> Operation:
    """Reverse :func:`operation_row`."""
    return Operation(
        id=OperationId(row[0]),
        article_id=ArticleId(row[1]),
        annotator=row[2],
        author=row[3],
        at=datetime.fromisoformat(row[4]),
        name=row[5],
        changes=changes_of(row[6]),
        merge_key=row[7],
        reverts=row[8],
    )


def head_of(row: Row) -> LogHead:
    """Return the head of an operation from :data:`HEAD_COLUMNS`."""
    return LogHead(
        OperationId(row[0]), ArticleId(row[1]), row[2], datetime.fromisoformat(row[3]), row[4], row[5]
    )
