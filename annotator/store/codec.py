"""Rows and JSON to core types and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeAlias

import msgspec

from annotator.core.annotation import (
    Attributes,
    Cluster,
    Mention,
    Origin,
    Provenance,
    Relation,
    Status,
)
from annotator.core.article import Article, Zone
from annotator.core.ids import ArticleId, ClusterId, MentionId, RelationId
from annotator.core.text import Span
from annotator.core.verdict import Basis, Choice, Verdict, VerdictId
from annotator.store.packing import pack_numbers, pack_tokens, unpack_numbers, unpack_tokens

Row: TypeAlias = Sequence[Any]

_encode = msgspec.json.Encoder().encode
_decode_pairs = msgspec.json.Decoder(tuple[tuple[str, str], ...]).decode
_decode_spans = msgspec.json.Decoder(tuple[tuple[int, int], ...]).decode
_decode_zones = msgspec.json.Decoder(tuple[Zone, ...]).decode
_decode_names = msgspec.json.Decoder(tuple[str, ...]).decode
_decode_text_map = msgspec.json.Decoder(dict[str, str]).decode

_STATUS = {status.value: status for status in Status}
_STATUS_TEXT = {status: status.value for status in Status}
_ORIGIN = {origin.value: origin for origin in Origin}


def _json(value: object) -> str:
    return _encode(value).decode()


# Articles -----------------------------------------------------------------------------------------------

ARTICLE_COLUMNS = (
    "id, name, text, sha256, title, outlet, published_on, url, tokens, sentences, zones, metadata"
)


def article_row(article: Article) -> tuple[Any, ...]:
    """Return the values of :data:`ARTICLE_COLUMNS`."""
    return (
        article.id,
        article.name,
        article.text,
        article.sha256,
        article.title,
        article.outlet,
        article.published_on.isoformat() if article.published_on else None,
        article.url,
        pack_tokens(article.tokens),
        pack_numbers(article.sentences),
        zones_json(article.zones),
        _json(dict(article.metadata)),
    )


def article_of(row: Row) -> Article:
    """Reverse :func:`article_row`."""
    return Article(
        id=ArticleId(row[0]),
        name=row[1],
        text=row[2],
        sha256=row[3],
        title=row[4],
        outlet=row[5],
        published_on=day_of(row[6]),
        url=row[7],
        tokens=unpack_tokens(row[8]),
        sentences=unpack_numbers(row[9]),
        zones=zones_of(row[10]),
        metadata=MappingProxyType(_decode_text_map(row[11])),
    )


def day_of(text: str | None) -> date | None:
    """Return the day of an ISO date, or nothing of nothing."""
    return date.fromisoformat(text) if text else None


def zones_json(zones: tuple[Zone, ...]) -> str:
    """Return zones as JSON."""
    return _json(zones)


def zones_of(text: str) -> tuple[Zone, ...]:
    """Reverse :func:`zones_json`."""
    return _decode_zones(text)


# Mentions, relations, clusters --------------------------------------------------------------------------

MENTION_COLUMNS = (
    'id, layer, label, start, "end", fragments, attributes, status, note, '
    "origin, author, tool, tool_version, score, derived_from"
)
RELATION_COLUMNS = (
    "id, label, head, tail, attributes, status, origin, author, tool, tool_version, score, derived_from"
)
CLUSTER_COLUMNS = "id, kind, name, kb_id, status, origin, author, tool, tool_version, score, derived_from"


def _provenance_row(provenance: Provenance) -> tuple[Any, ...]:
    p = provenance
    return (p.origin.value, p.author, p.tool, p.version, p.score, p.derived_from)


@lru_cache(maxsize=4096, typed=True)
def _provenance_of(
    origin: str, author: str, tool: str, version: str, score: float | None, derived_from: str | None
) -> Provenance:
    """Return one value for all that come from the same place: most of a set's do."""
    return Provenance(_ORIGIN[origin], author, tool, version, score, derived_from)


def _attributes_of(text: str) -> Attributes:
    return () if text == "[]" else _decode_pairs(text)


def mention_rows(mentions: Iterable[Mention]) -> list[tuple[Any, ...]]:
    """Return :func:`mention_row` of each; neighbours mostly have one provenance, taken apart once."""
    found = []
    last: Provenance | None = None
    where: tuple[Any, ...] = ()
    for mention in mentions:
        if mention.provenance is not last:
            last, where = mention.provenance, _provenance_row(mention.provenance)
        found.append(_mention_row(mention, where))
    return found


def mention_row(mention: Mention) -> tuple[Any, ...]:
    """Return the values of :data:`MENTION_COLUMNS`."""
    return _mention_row(mention, _provenance_row(mention.provenance))


def _mention_row(mention: Mention, provenance: tuple[Any, ...]) -> tuple[Any, ...]:
    pieces = mention.fragments
    first, last = pieces[0], pieces[-1]
    return (
        mention.id,
        mention.layer,
        mention.label,
        first.start,
        last.end,
        _json([(s.start, s.end) for s in pieces]) if len(pieces) > 1 else None,
        _json(mention.attributes) if mention.attributes else "[]",
        _STATUS_TEXT[mention.status],
        mention.note,
        *provenance,
    )


def mention_of(row: Row) -> Mention:
    """Reverse :func:`mention_row`."""
    fragments = (Span(row[3], row[4]),) if row[5] is None else tuple(Span(*s) for s in _decode_spans(row[5]))
    return Mention(
        MentionId(row[0]),
        row[1],
        row[2],
        fragments,
        _attributes_of(row[6]),
        _STATUS[row[7]],
        _provenance_of(*row[9:]),
        row[8],
    )


def relation_row(relation: Relation) -> tuple[Any, ...]:
    """Return the values of :data:`RELATION_COLUMNS`."""
    return (
        relation.id,
        relation.label,
        relation.head,
        relation.tail,
        _json(relation.attributes) if relation.attributes else "[]",
        _STATUS_TEXT[relation.status],
        *_provenance_row(relation.provenance),
    )


def relation_of(row: Row) -> Relation:
    """Reverse :func:`relation_row`."""
    return Relation(
        RelationId(row[0]),
        row[1],
        MentionId(row[2]),
        MentionId(row[3]),
        _attributes_of(row[4]),
        _STATUS[row[5]],
        _provenance_of(*row[6:]),
    )


def cluster_row(cluster: Cluster) -> tuple[Any, ...]:
    """Return the values of :data:`CLUSTER_COLUMNS`; members have a table of their own."""
    return (
        cluster.id,
        cluster.kind,
        cluster.name,
        cluster.kb_id,
        cluster.status.value,
        *_provenance_row(cluster.provenance),
    )


def cluster_of(row: Row, members: Iterable[tuple[str, bool]]) -> Cluster:
    """Reverse :func:`cluster_row`; ``members`` with whether they were declined."""
    found = sorted(members)
    return Cluster(
        ClusterId(row[0]),
        row[1],
        row[2],
        row[3],
        tuple(MentionId(member) for member, declined in found if not declined),
        _STATUS[row[4]],
        _provenance_of(*row[5:]),
        tuple(MentionId(member) for member, declined in found if declined),
    )


# Decisions of the review --------------------------------------------------------------------------------

VERDICT_COLUMNS = (
    "id, choice, basis, fingerprint, at, author, taken, result, compared, reason, comment, clause, follows"
)


def verdict_row(verdict: Verdict) -> tuple[Any, ...]:
    """Return the values of :data:`VERDICT_COLUMNS`."""
    return (
        verdict.id,
        verdict.choice.value,
        verdict.basis.value,
        verdict.fingerprint,
        verdict.at.isoformat(),
        verdict.by,
        _json(verdict.taken),
        _json(verdict.result),
        _json(verdict.compared),
        verdict.reason,
        verdict.comment,
        verdict.clause,
        verdict.follows,
    )


def verdict_of(row: Row) -> Verdict:
    """Reverse :func:`verdict_row`."""
    return Verdict(
        VerdictId(row[0]),
        Choice(row[1]),
        Basis(row[2]),
        row[3],
        datetime.fromisoformat(row[4]),
        row[5],
        _decode_names(row[6]),
        _decode_names(row[7]),
        _decode_names(row[8]),
        *row[9:13],
    )
