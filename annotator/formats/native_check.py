"""What a line of native JSONL must fulfil beyond its shape, and what to say when it does not."""

from __future__ import annotations

import operator
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NoReturn, TypeAlias

import msgspec

from annotator.core.article import article_id
from annotator.core.text import Tokens
from annotator.formats.native_wire import FORMAT, FORMAT_VERSION, LineWire, Pair, SpanWire

Reason: TypeAlias = Literal[
    "not_json",
    "other_format",
    "newer_version",
    "not_valid",
    "line_ends",
    "nul",
    "text_changed",
    "tokens_disordered",
    "sentences_disordered",
    "zones_disordered",
    "fragments_disordered",
    "offsets_differ",
    "span_text_differs",
    "token_offsets_differ",
    "double_id",
    "end_missing",
    "event_differs",
]
Remedy: TypeAlias = Literal["get_file_again", "export_again", "update_program", "see_schema"]

_EXCERPT = 60


class Fault(Exception):
    """A line that cannot be taken. ``at`` names the place within it, such as ``spans[3].end``."""

    def __init__(self, reason: Reason, remedy: Remedy, *, at: str = "", **detail: object) -> None:
        self._facts: dict[str, Any] = {"reason": reason, "remedy": remedy, "at": at, **detail}
        super().__init__(reason)

    def facts(self) -> dict[str, Any]:
        """Return what is known, by name."""
        return self._facts


class _Head(msgspec.Struct):
    format: object = None
    format_version: object = None


def of_validation(raw: bytes | Mapping[str, Any], message: str) -> Fault:
    """Return the fault behind a failed validation: another format, a newer version, or a wrong field."""
    try:
        head = msgspec.json.decode(raw, type=_Head) if isinstance(raw, bytes) else msgspec.convert(raw, _Head)
    except (msgspec.ValidationError, ValueError, RecursionError):
        head = _Head()
    if head.format != FORMAT:
        return Fault("other_format", "see_schema", found=str(head.format))
    version = head.format_version
    if isinstance(version, int) and version > FORMAT_VERSION:
        return Fault("newer_version", "update_program", found=version, known=FORMAT_VERSION)
    what, _, place = message.partition(" - at `$")
    return Fault("not_valid", "see_schema", at=place.rstrip("`").lstrip("."), detail=what)


def check(wire: LineWire) -> Tokens:
    """Hold a line against its own text; returns its tokens. Raises :class:`Fault`."""
    if wire.format_version != FORMAT_VERSION:
        remedy: Remedy = "update_program" if wire.format_version > FORMAT_VERSION else "see_schema"
        raise Fault("newer_version", remedy, found=wire.format_version, known=FORMAT_VERSION)
    if "\r" in wire.text:
        raise Fault("line_ends", "export_again", at="text")
    if "\0" in wire.text:
        raise Fault("nul", "export_again", at="text")
    if wire.id != article_id(wire.text):
        raise Fault("text_changed", "export_again", at="id", found=wire.id)
    starts, ends = _checked_tokens(wire)
    _check_sentences(wire)
    _check_zones(wire)
    _check_ids(wire)
    _check_spans(wire, starts, ends)
    _check_relations(wire)
    _check_events(wire)
    return Tokens(starts, ends)


def _disordered(reason: Reason, at: str) -> NoReturn:
    raise Fault(reason, "export_again", at=at)


def _ascending(starts: Iterable[int], ends: Iterable[int], next_starts: Iterable[int]) -> bool:
    return all(map(operator.lt, starts, ends)) and all(map(operator.le, ends, next_starts))


def _checked_tokens(wire: LineWire) -> tuple[Sequence[int], Sequence[int]]:
    starts, ends = zip(*wire.tokens, strict=True) if wire.tokens else ((), ())
    if not _ascending(starts, ends, starts[1:]) or (ends and ends[-1] > len(wire.text)):
        _disordered("tokens_disordered", "tokens")
    return starts, ends


def _check_sentences(wire: LineWire) -> None:
    firsts = [first for first, _ in wire.sentences]
    afters = [after for _, after in wire.sentences]
    joined = firsts[1:] == afters[:-1]
    if not joined or not _ascending(firsts, afters, ()) or (afters and afters[-1] != len(wire.tokens)):
        _disordered("sentences_disordered", "sentences")


def _check_zones(wire: LineWire) -> None:
    before = 0
    for index, zone in enumerate(wire.zones):
        if not before <= zone.start < zone.end <= len(wire.text):
            _disordered("zones_disordered", f"zones[{index}]")
        before = zone.end


def _check_ids(wire: LineWire) -> None:
    for name, ids in (
        ("spans", [span.id for span in wire.spans]),
        ("relations", [relation.id for relation in wire.relations]),
        ("clusters", [cluster.id for cluster in wire.clusters]),
    ):
        if len(set(ids)) < len(ids):
            index = next(i for i, identifier in enumerate(ids) if identifier in ids[:i])
            raise Fault("double_id", "export_again", at=f"{name}[{index}].id", found=ids[index])


def _check_spans(wire: LineWire, starts: Sequence[int], ends: Sequence[int]) -> None:
    """Hold the spans against text and tokens.

    Nearly all are one fragment of whole tokens, which can be seen without a search. The others, right or
    wrong, are looked at closely.
    """
    text, length, count = wire.text, len(wire.text), len(starts)
    for index, span in enumerate(wire.spans):
        start, end, first, after = span.start, span.end, span.token_start, span.token_end
        if (
            start < end <= length
            and first < after <= count
            and starts[first] == start
            and ends[after - 1] == end
            and span.text == text[start:end]
            and span.fragments == [(start, end)]
        ):
            continue
        _check_span(span, index, text, starts, ends)


def _check_span(span: SpanWire, index: int, text: str, starts: Sequence[int], ends: Sequence[int]) -> None:
    fragments = span.fragments
    before = -1
    for start, end in fragments:
        if not before < start < end <= len(text):
            _disordered("fragments_disordered", f"spans[{index}].fragments")
        before = end
    if span.start != fragments[0][0] or span.end != before:
        raise Fault("offsets_differ", "export_again", at=f"spans[{index}]", id=span.id)
    _check_span_text(span, index, text)
    first, after = bisect_right(ends, span.start), bisect_left(starts, span.end)
    if span.token_start != first or span.token_end != after:
        raise Fault(
            "token_offsets_differ",
            "export_again",
            at=f"spans[{index}]",
            id=span.id,
            expected=(first, after),
            found=(span.token_start, span.token_end),
        )


def _check_span_text(span: SpanWire, index: int, text: str) -> None:
    covered = text[span.start : span.end] if len(span.fragments) == 1 else _joined(span.fragments, text)
    if span.text != covered:
        raise Fault(
            "span_text_differs",
            "export_again",
            at=f"spans[{index}].text",
            id=span.id,
            expected=covered[:_EXCERPT],
            found=span.text[:_EXCERPT],
        )


def _joined(fragments: list[Pair], text: str) -> str:
    return " ".join(text[start:end] for start, end in fragments)


def _check_relations(wire: LineWire) -> None:
    known = {span.id for span in wire.spans}
    for index, relation in enumerate(wire.relations):
        if relation.head in known and relation.tail in known:
            continue
        for name, end in (("head", relation.head), ("tail", relation.tail)):
            if end not in known:
                raise Fault("end_missing", "export_again", at=f"relations[{index}].{name}", found=end)


def _check_events(wire: LineWire) -> None:
    if not wire.events:
        return
    spans = {span.id: span for span in wire.spans}
    relations = {(relation.head, relation.label, relation.tail) for relation in wire.relations}
    for index, event in enumerate(wire.events):
        trigger = spans.get(event.trigger)
        same = trigger is not None and (trigger.label, trigger.attributes) == (event.type, event.attributes)
        if not same or any((event.trigger, a.role, a.span) not in relations for a in event.arguments):
            raise Fault("event_differs", "export_again", at=f"events[{index}]", found=event.trigger)
