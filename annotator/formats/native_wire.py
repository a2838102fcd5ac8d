"""The shape of one line of native JSONL, field by field.

All intervals are half-open, in code points of ``text`` or (names with ``token``) in tokens of ``tokens``.
``resources/schema/annotator-jsonl.schema.json`` says the same for other programs.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal, TypeAlias

from msgspec import UNSET, Meta, Struct, UnsetType

from annotator.core.annotation import Origin, SetState, Status
from annotator.core.article import ZoneKind
from annotator.core.verdict import Basis, Choice

FORMAT: Literal["annotator-jsonl"] = "annotator-jsonl"
FORMAT_VERSION = 1

AnnotatorKind: TypeAlias = Literal["human", "machine", "gold"]
Offset: TypeAlias = Annotated[int, Meta(ge=0, le=2**32 - 1)]
Pair: TypeAlias = tuple[Offset, Offset]
Name: TypeAlias = Annotated[str, Meta(min_length=1)]


class _Wire(Struct, forbid_unknown_fields=True, gc=False):
    """Strict, and out of the garbage collector's sight: lines hold no cycles."""


class MetadataWire(_Wire):
    """What is known about the article; ``other`` holds source columns without a field of their own."""

    title: str
    outlet: str
    published_on: date | None
    url: str
    other: dict[str, str]


class SchemeWire(_Wire):
    """Which scheme the labels come from."""

    name: str
    version: str


class ZoneWire(_Wire):
    """A zone ``[start, end)``."""

    kind: ZoneKind
    start: Offset
    end: Offset


class ProvenanceWire(_Wire):
    """Where an annotation comes from; ``score`` in [0, 1]."""

    origin: Origin
    author: str
    tool: str
    version: str
    score: Annotated[float, Meta(ge=0, le=1)] | None
    derived_from: str | None


class SpanWire(_Wire):
    """A mention. ``text`` is what the fragments cover, joined by one space."""

    id: Name
    layer: Name
    label: Name
    start: Offset
    end: Offset
    token_start: Offset
    token_end: Offset
    fragments: Annotated[list[Pair], Meta(min_length=1)]
    text: str
    attributes: dict[str, str]
    status: Status
    provenance: ProvenanceWire
    note: str


class RelationWire(_Wire):
    """A relation from the span ``head`` to the span ``tail``."""

    id: Name
    label: Name
    head: Name
    tail: Name
    attributes: dict[str, str]
    status: Status
    provenance: ProvenanceWire


class ArgumentWire(_Wire):
    """What plays a role in an event."""

    role: Name
    span: Name


class EventWire(_Wire):
    """An event, put together from its trigger and the relations at it."""

    trigger: Name
    type: Name
    attributes: dict[str, str]
    arguments: list[ArgumentWire]


class ClusterWire(_Wire):
    """Mentions of one thing; ``members`` may name spans of other articles too.

    ``declined`` names spans that were suggested for it and turned down; earlier files are without.
    """

    id: Name
    kind: str
    name: str
    kb_id: str
    members: Annotated[list[str], Meta(min_length=1)]
    status: Status
    provenance: ProvenanceWire
    declined: list[str] = []


class VerdictWire(_Wire):
    """A decision of the review; ``at`` in UTC. :class:`annotator.core.verdict.Verdict` says what is what."""

    id: Name
    choice: Choice
    basis: Basis
    by: str
    at: datetime
    taken: list[str]
    result: list[str]
    compared: list[str]
    reason: str
    comment: str
    clause: str
    follows: str
    fingerprint: str


class LineWire(_Wire):
    """One line: one annotator's set on one article. Only a reviewed gold set has ``verdicts``."""

    format: Literal["annotator-jsonl"]
    format_version: int
    id: Name
    name: str
    text: str
    metadata: MetadataWire
    annotator: Name
    annotator_kind: AnnotatorKind
    state: SetState
    scheme: SchemeWire
    tokens: list[Pair]
    sentences: list[Pair]
    zones: list[ZoneWire]
    spans: list[SpanWire]
    relations: list[RelationWire]
    events: list[EventWire]
    clusters: list[ClusterWire]
    verdicts: list[VerdictWire] | UnsetType = UNSET
