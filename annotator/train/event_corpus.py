"""The events of the SmartData corpus in the words of our scheme, by ``lists/smartdata_events.yaml``."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from annotator.core.article import Article, article_id
from annotator.core.ids import text_sha256
from annotator.core.text import Span, Tokens
from annotator.pretag.tokenizer import Tokenizer

MAPPING = Path(__file__).parent / "lists" / "smartdata_events.yaml"


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event: its type, where its triggers stand, and its arguments as (role, place). Code points."""

    label: str
    triggers: tuple[Span, ...]
    arguments: frozenset[tuple[str, Span]]


@dataclass(frozen=True, slots=True, eq=False)
class EventText:
    """One text of the corpus with its events of the types that our scheme has."""

    document: str
    article: Article
    events: tuple[GoldEvent, ...]


def read_event_texts(*paths: Path) -> list[EventText]:
    """Read SmartData files (JSON lines), cut by our tokenizer."""
    mapping = yaml.safe_load(MAPPING.read_text(encoding="utf-8"))
    tokenizer = Tokenizer()
    return [
        _text(json.loads(line), mapping, tokenizer)
        for path in paths
        for line in path.read_text(encoding="utf-8").split("\n")
        if line.strip()
    ]


def mapped_types() -> tuple[str, ...]:
    """Return the event types of our scheme that the corpus has, in the order of the mapping."""
    mapping = yaml.safe_load(MAPPING.read_text(encoding="utf-8"))
    return tuple(entry["type"] for entry in mapping.values())


def _text(record: Mapping[str, Any], mapping: Mapping[str, Any], tokenizer: Tokenizer) -> EventText:
    text = record["text"]
    tokens, sentences = tokenizer.tokenize(text)
    article = _article(text, tokens, sentences, _day(record["date"]))
    events = (_event(event, mapping, text) for event in record["events"] if event["type"] in mapping)
    return EventText(record["id"], article, tuple(_joined(event for event in events if event.triggers)))


def _article(text: str, tokens: Tokens, sentences: array[int], published: date | None) -> Article:
    return Article(
        article_id(text), "", text, text_sha256(text), "", "", published, "", tokens, sentences, ()
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written[:10]) if written else None


def _event(event: Mapping[str, Any], mapping: Mapping[str, Any], text: str) -> GoldEvent:
    entry = mapping[event["type"]]
    triggers = tuple(
        Span(each["start"], each["end"]) for each in event["args"] if each["role"] in entry["trigger"]
    )
    arguments = frozenset(
        (entry["roles"][each["role"]], Span(each["start"], each["end"]))
        for each in event["args"]
        if each["role"] in entry["roles"]
    )
    words = " ".join(text[span.start : span.end] for span in triggers).lower()
    label = next(
        (other for other, stems in entry.get("instead", {}).items() if any(stem in words for stem in stems)),
        entry["type"],
    )
    return GoldEvent(label, triggers, arguments)


def _joined(events: Iterator[GoldEvent]) -> Iterator[GoldEvent]:
    """Take events of one type with the same triggers for one: the corpus has one for each filler."""
    found: dict[tuple[str, tuple[Span, ...]], frozenset[tuple[str, Span]]] = {}
    for event in events:
        key = event.label, tuple(sorted(event.triggers))
        found[key] = found.get(key, frozenset()) | event.arguments
    return (GoldEvent(label, triggers, arguments) for (label, triggers), arguments in found.items())
