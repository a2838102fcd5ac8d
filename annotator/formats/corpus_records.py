"""Corpora of one JSON object a line: SmartData (DFKI), and this program's own exports.

SmartData: ``text``, ``date``, ``entities`` (``id``, ``start``, ``end`` in code points, ``label``) and
``events`` (``type``, ``args`` with ``role`` and ``entity``); the argument with the role ``trigger`` is the
event itself.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from datetime import date, datetime

import msgspec

from annotator.core.annotation import Mention, Relation
from annotator.core.article import Article
from annotator.core.ids import MentionId
from annotator.core.state import Layered
from annotator.core.text import Span, Tokens
from annotator.formats.corpus_labels import CorpusInvalid, LabelMap
from annotator.formats.corpus_values import Gold, make_article, make_mention, make_relation
from annotator.formats.native_jsonl import NativeArticle, read_line

_TRIGGER = "trigger"


class _Entity(msgspec.Struct):
    id: str
    start: int
    end: int
    label: str


class _Argument(msgspec.Struct):
    role: str
    entity: str


class _Event(msgspec.Struct):
    type: str
    args: list[_Argument] = []


class _Record(msgspec.Struct):
    text: str
    entities: list[_Entity]
    date: str | None = None
    events: list[_Event] = []


_decoder = msgspec.json.Decoder(_Record)


def read_smartdata(lines: Iterable[str], labels: LabelMap, source: str) -> Iterator[Gold]:
    """Yield the text of each line, not yet cut into tokens. Raises :class:`CorpusInvalid` with the line."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = _decoder.decode(line)
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise CorpusInvalid(
                source=source, place=number, reason="not_smartdata", detail=str(error)
            ) from error
        yield _Reader(record, labels, source, number).gold()


class _Reader:
    """Turns one record into an article with its annotations."""

    def __init__(self, record: _Record, labels: LabelMap, source: str, line: int) -> None:
        self._record, self._labels = record, labels
        self._source, self._line = source, line
        self._article = make_article(record.text, Tokens((), ()), array("I"), published_on=_day(record.date))
        self._entities = {entity.id: entity for entity in record.entities}
        self._mentions: dict[MentionId, Mention] = {}

    def gold(self) -> Gold:
        """Return the article with its annotations."""
        by_entity: dict[str, Mention] = {}
        for entity in self._record.entities:
            place = self._labels.label(entity.label, source=self._source, line=self._line)
            if place is not None:
                by_entity[entity.id] = self._add(place, entity)
        relations = [r for event in self._record.events for r in self._relations(event, by_entity)]
        layered = Layered(self._mentions, {relation.id: relation for relation in relations})
        return Gold(self._article, layered, self._line)

    def _relations(self, event: _Event, by_entity: dict[str, Mention]) -> Iterator[Relation]:
        place = self._labels.event(event.type, source=self._source, line=self._line)
        if place is None:
            return
        triggers = [
            self._add(place, self._entity(argument.entity))
            for argument in event.args
            if argument.role == _TRIGGER
        ]
        for argument in event.args:
            role = self._labels.roles.get((event.type, argument.role))
            filler = by_entity.get(argument.entity)
            if role is not None and filler is not None:
                yield from (make_relation(role, trigger, filler) for trigger in triggers)

    def _entity(self, identifier: str) -> _Entity:
        if identifier not in self._entities:
            raise CorpusInvalid(source=self._source, place=self._line, reason="no_entity", found=identifier)
        return self._entities[identifier]

    def _add(self, place: tuple[str, str], entity: _Entity) -> Mention:
        if not 0 <= entity.start < entity.end <= len(self._record.text):
            raise CorpusInvalid(source=self._source, place=self._line, reason="outside_text", found=entity.id)
        mention = make_mention(self._article.id, place, Span(entity.start, entity.end))
        self._mentions[mention.id] = mention
        return mention


def _day(text: str | None) -> date | None:
    try:
        return datetime.fromisoformat(text or "").date()
    except ValueError:
        return None


def read_native(lines: Iterable[str], labels: LabelMap, source: str, annotator: str | None) -> Iterator[Gold]:
    """Yield the articles of one annotator, by default of the only one who is no machine.

    Raises :class:`CorpusInvalid` if that is nobody or several, or if the scheme lacks a label, and
    ``ImportFailed`` for a line that does not hold.
    """
    chosen = annotator
    known: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        native = read_line(line.encode(), source=source, line=number)
        known.add(native.annotator)
        if chosen is None and native.kind != "machine":
            chosen = native.annotator
        if annotator is None and native.kind != "machine" and native.annotator != chosen:
            raise CorpusInvalid(source=source, place=number, reason="several_annotators", known=sorted(known))
        if native.annotator == chosen:
            yield _native_gold(native, labels, source, number)
    if chosen not in known:
        raise CorpusInvalid(
            source=source, reason="unknown_annotator", annotator=chosen or "?", known=sorted(known)
        )


def _native_gold(native: NativeArticle, labels: LabelMap, source: str, line: int) -> Gold:
    for mention in native.layered.mentions.values():
        if labels.scheme.label(mention.layer, mention.label) is None:
            name = f"{mention.layer}/{mention.label}"
            raise CorpusInvalid(
                source=source, place=line, reason="not_in_scheme", label=name, scheme=native.scheme_name
            )
    article: Article = native.article
    return Gold(article, native.layered, line)
