"""Reading a line of native JSONL; every line is checked against its own text."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import msgspec

from annotator.core.annotation import (
    Cluster,
    Mention,
    Origin,
    Provenance,
    Relation,
    SetState,
    attributes,
)
from annotator.core.article import Article, Zone
from annotator.core.change import (
    Change,
    ClusterChange,
    MentionChange,
    RelationChange,
    SetStateChange,
    VerdictChange,
)
from annotator.core.errors import ImportFailed
from annotator.core.ids import ArticleId, ClusterId, MentionId, RelationId, text_sha256
from annotator.core.state import Layered
from annotator.core.text import Span, Tokens
from annotator.core.verdict import Verdict, VerdictId
from annotator.formats import native_check
from annotator.formats.native_wire import (
    AnnotatorKind,
    ClusterWire,
    LineWire,
    ProvenanceWire,
    RelationWire,
    SpanWire,
    VerdictWire,
)

_decoder = msgspec.json.Decoder(LineWire)


@dataclass(frozen=True, slots=True)
class NativeArticle:
    """What one line says: an article, and one annotator's set on it."""

    article: Article
    annotator: str
    kind: AnnotatorKind
    state: SetState
    layered: Layered
    scheme_name: str
    scheme_version: str


def read_line(raw: bytes | Mapping[str, Any], *, source: str = "", line: int | None = None) -> NativeArticle:
    """Return what one line (its bytes, or the object that they hold) says.

    Raises :class:`ImportFailed` with ``source`` and ``place`` (the ``line``, from 1) as given, ``at`` (where
    in the line, such as ``spans[3].end``), and the codes ``reason`` and ``remedy`` of
    :class:`annotator.formats.native_check.Fault`.
    """
    try:
        wire = _decoded(raw)
        tokens = native_check.check(wire)
        return _native_of(wire, tokens)
    except native_check.Fault as fault:
        raise ImportFailed(source=source, place=line, **fault.facts()) from fault


def _decoded(raw: bytes | Mapping[str, Any]) -> LineWire:
    try:
        if isinstance(raw, bytes):
            return _decoder.decode(raw)
        return msgspec.convert(raw, LineWire)
    except msgspec.ValidationError as error:
        raise native_check.of_validation(raw, str(error)) from error
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        # A ValueError is text that is not UTF-8, or an integer of more digits than Python reads.
        raise native_check.Fault("not_json", "get_file_again", detail=str(error)) from error


def _native_of(wire: LineWire, tokens: Tokens) -> NativeArticle:
    metadata = wire.metadata
    article = Article(
        id=ArticleId(wire.id),
        name=wire.name,
        text=wire.text,
        sha256=text_sha256(wire.text),
        title=metadata.title,
        outlet=metadata.outlet,
        published_on=metadata.published_on,
        url=metadata.url,
        tokens=tokens,
        sentences=array("I", [first for first, _ in wire.sentences]),
        zones=tuple(Zone(zone.start, zone.end, zone.kind) for zone in wire.zones),
        metadata=MappingProxyType(metadata.other),
    )
    provenance_of = _Provenances()
    mentions = [_mention_of(span, provenance_of(span.provenance)) for span in wire.spans]
    relations = [_relation_of(one, provenance_of(one.provenance)) for one in wire.relations]
    clusters = [_cluster_of(one, provenance_of(one.provenance)) for one in wire.clusters]
    return NativeArticle(
        article=article,
        annotator=wire.annotator,
        kind=wire.annotator_kind,
        state=wire.state,
        layered=Layered(
            {mention.id: mention for mention in mentions},
            {relation.id: relation for relation in relations},
            {cluster.id: cluster for cluster in clusters},
            {VerdictId(one.id): _verdict_of(one) for one in wire.verdicts or ()},
        ),
        scheme_name=wire.scheme.name,
        scheme_version=wire.scheme.version,
    )


def _verdict_of(wire: VerdictWire) -> Verdict:
    return Verdict(
        id=VerdictId(wire.id),
        choice=wire.choice,
        basis=wire.basis,
        fingerprint=wire.fingerprint,
        at=wire.at,
        by=wire.by,
        taken=tuple(wire.taken),
        result=tuple(wire.result),
        compared=tuple(wire.compared),
        reason=wire.reason,
        comment=wire.comment,
        clause=wire.clause,
        follows=wire.follows,
    )


class _Provenances:
    """Makes provenances; what stands next to each other mostly has the same, which is then shared."""

    def __init__(self) -> None:
        self._wire: ProvenanceWire | None = None
        self._made = Provenance(Origin.HUMAN, "")

    def __call__(self, wire: ProvenanceWire) -> Provenance:
        if wire != self._wire:
            self._wire = wire
            self._made = Provenance(
                wire.origin, wire.author, wire.tool, wire.version, wire.score, wire.derived_from
            )
        return self._made


def _mention_of(wire: SpanWire, provenance: Provenance) -> Mention:
    pieces = wire.fragments
    return Mention(
        MentionId(wire.id),
        wire.layer,
        wire.label,
        (Span(*pieces[0]),) if len(pieces) == 1 else tuple([Span(*piece) for piece in pieces]),
        attributes(wire.attributes) if wire.attributes else (),
        wire.status,
        provenance,
        wire.note,
    )


def _relation_of(wire: RelationWire, provenance: Provenance) -> Relation:
    return Relation(
        RelationId(wire.id),
        wire.label,
        MentionId(wire.head),
        MentionId(wire.tail),
        attributes(wire.attributes) if wire.attributes else (),
        wire.status,
        provenance,
    )


def _cluster_of(wire: ClusterWire, provenance: Provenance) -> Cluster:
    return Cluster(
        ClusterId(wire.id),
        wire.kind,
        wire.name,
        wire.kb_id,
        tuple(sorted(MentionId(member) for member in wire.members)),
        wire.status,
        provenance,
        tuple(sorted(MentionId(member) for member in wire.declined)),
    )


def operation_changes(native: NativeArticle) -> tuple[Change, ...]:
    """Return the changes that make a new, empty set into the one that was read."""
    layered = native.layered
    changes: list[Change] = [MentionChange(None, mention) for mention in layered.mentions.values()]
    changes += [RelationChange(None, relation) for relation in layered.relations.values()]
    changes += [ClusterChange(None, cluster) for cluster in layered.clusters.values()]
    changes += [VerdictChange(None, verdict) for verdict in layered.verdicts.values()]
    if native.state is not SetState.NEW:
        changes.append(SetStateChange(SetState.NEW, native.state))
    return tuple(changes)
