"""Writing a line of native JSONL."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import chain

import msgspec

from annotator.core.annotation import Cluster, Mention, Provenance, Relation, SetState
from annotator.core.article import Article
from annotator.core.scheme import LayerKind, Scheme
from annotator.core.state import Layered
from annotator.core.verdict import Verdict
from annotator.formats.native_wire import (
    FORMAT,
    FORMAT_VERSION,
    AnnotatorKind,
    ArgumentWire,
    ClusterWire,
    EventWire,
    LineWire,
    MetadataWire,
    ProvenanceWire,
    RelationWire,
    SchemeWire,
    SpanWire,
    VerdictWire,
    ZoneWire,
)

_encoder = msgspec.json.Encoder()

# Python and others take these for line ends; in a JSON string an escape means the same.
_LINE_ENDS = ((b"\xc2\x85", b"\\u0085"), (b"\xe2\x80\xa8", b"\\u2028"), (b"\xe2\x80\xa9", b"\\u2029"))


def write_line(
    article: Article,
    layered: Layered,
    *,
    annotator: str,
    kind: AnnotatorKind,
    state: SetState,
    scheme: Scheme,
) -> bytes:
    """Return one line, its line end included. Equal input gives equal bytes, whatever order it comes in.

    Relations whose ends are not both in ``layered`` must have been left out before (``KeyError``).
    """
    mentions = sorted(layered.mentions.values(), key=lambda mention: mention.order)
    relations = _in_reading_order(layered.relations.values(), mentions)
    line = LineWire(
        format=FORMAT,
        format_version=FORMAT_VERSION,
        id=article.id,
        name=article.name,
        text=article.text,
        metadata=MetadataWire(
            article.title, article.outlet, article.published_on, article.url, dict(article.metadata)
        ),
        annotator=annotator,
        annotator_kind=kind,
        state=state,
        scheme=SchemeWire(scheme.name, scheme.version),
        tokens=list(zip(article.tokens.starts, article.tokens.ends, strict=True)),
        sentences=_sentence_pairs(article),
        zones=[ZoneWire(zone.kind, zone.start, zone.end) for zone in article.zones],
        spans=[_span_wire(mention, article) for mention in mentions],
        relations=[_relation_wire(relation) for relation in relations],
        events=_event_wires(mentions, relations, scheme),
        clusters=[_cluster_wire(layered.clusters[key]) for key in sorted(layered.clusters)],
        verdicts=[_verdict_wire(layered.verdicts[key]) for key in sorted(layered.verdicts)] or msgspec.UNSET,
    )
    raw = _encoder.encode(line)
    for plain, escaped in _LINE_ENDS:
        # The last byte alone is rare in German text, and a single byte is found ten times faster.
        if plain[-1:] in raw:
            raw = raw.replace(plain, escaped)
    return raw + b"\n"


def _in_reading_order(relations: Iterable[Relation], mentions: list[Mention]) -> list[Relation]:
    place = {mention.id: index for index, mention in enumerate(mentions)}
    return sorted(relations, key=lambda r: (place[r.head], place[r.tail], r.label, r.id))


def _sentence_pairs(article: Article) -> list[tuple[int, int]]:
    firsts = article.sentences
    return list(zip(firsts, chain(firsts[1:], (len(article.tokens),)), strict=False))


def _provenance_wire(provenance: Provenance) -> ProvenanceWire:
    p = provenance
    return ProvenanceWire(p.origin, p.author, p.tool, p.version, p.score, p.derived_from)


def _span_wire(mention: Mention, article: Article) -> SpanWire:
    fragments = mention.fragments
    start, end = fragments[0].start, fragments[-1].end
    tokens = article.tokens
    return SpanWire(
        mention.id,
        mention.layer,
        mention.label,
        start,
        end,
        bisect_right(tokens.ends, start),
        bisect_left(tokens.starts, end),
        [(fragment.start, fragment.end) for fragment in fragments],
        article.text[start:end] if len(fragments) == 1 else mention.text_of(article.text),
        dict(mention.attributes),
        mention.status,
        _provenance_wire(mention.provenance),
        mention.note,
    )


def _relation_wire(relation: Relation) -> RelationWire:
    return RelationWire(
        relation.id,
        relation.label,
        relation.head,
        relation.tail,
        dict(relation.attributes),
        relation.status,
        _provenance_wire(relation.provenance),
    )


def _cluster_wire(cluster: Cluster) -> ClusterWire:
    return ClusterWire(
        cluster.id,
        cluster.kind,
        cluster.name,
        cluster.kb_id,
        list(cluster.members),
        cluster.status,
        _provenance_wire(cluster.provenance),
        list(cluster.declined),
    )


def _verdict_wire(verdict: Verdict) -> VerdictWire:
    v = verdict
    return VerdictWire(
        v.id,
        v.choice,
        v.basis,
        v.by,
        v.at,
        list(v.taken),
        list(v.result),
        list(v.compared),
        v.reason,
        v.comment,
        v.clause,
        v.follows,
        v.fingerprint,
    )


def _event_wires(mentions: list[Mention], relations: list[Relation], scheme: Scheme) -> list[EventWire]:
    event_layers = {layer.name for layer in scheme.layers if layer.kind is LayerKind.EVENT}
    triggers = [mention for mention in mentions if mention.layer in event_layers]
    events = {m.id: EventWire(m.id, m.label, dict(m.attributes), []) for m in triggers}
    roles = {m.id: _roles(scheme, m) for m in triggers}
    for relation in relations:
        if relation.label in roles.get(relation.head, ()):
            events[relation.head].arguments.append(ArgumentWire(relation.label, relation.tail))
    return list(events.values())


def _roles(scheme: Scheme, trigger: Mention) -> frozenset[str]:
    label = scheme.label(trigger.layer, trigger.label)
    return frozenset(role.name for role in label.roles) if label else frozenset()
