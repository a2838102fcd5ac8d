"""Native JSONL: what is written is read back, and what is wrong is refused with its place."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import ValidationError

from annotator.core.annotation import Mention, Relation, SetState
from annotator.core.article import Article
from annotator.core.change import MentionChange, RelationChange, SetStateChange
from annotator.core.errors import ImportFailed
from annotator.core.state import Layered, overlay
from annotator.formats.native_jsonl import AnnotatorKind, operation_changes, read_line, write_line
from annotator.formats.native_wire import LineWire
from tests.formats.native_examples import SCHEME, TEXT, articles, changed, example, sets
from tests.support.schema import schema

GOLDEN = Path(__file__).parents[1] / "golden" / "annotator-jsonl.jsonl"


def written(
    article: Article,
    layered: Layered,
    *,
    annotator: str = "änne",
    kind: AnnotatorKind = "human",
    state: SetState = SetState.DONE,
) -> bytes:
    return write_line(article, layered, annotator=annotator, kind=kind, state=state, scheme=SCHEME)


def line_of_example() -> dict[str, Any]:
    decoded: dict[str, Any] = json.loads(written(*example()))
    return decoded


def test_the_example_is_written_as_the_golden_file_says() -> None:
    assert written(*example()) == GOLDEN.read_bytes()


def test_the_golden_file_is_read_as_the_example() -> None:
    article, layered = example()
    native = read_line(GOLDEN.read_bytes())
    assert (native.article, native.layered) == (article, layered)
    assert (native.annotator, native.kind, native.state) == ("änne", "human", SetState.DONE)
    assert (native.scheme_name, native.scheme_version) == ("Prüfschema", "1.2")


@given(
    st.data(),
    articles(),
    st.sampled_from(SetState),
    st.sampled_from(["human", "machine", "gold"]),
)
def test_any_set_comes_back_as_it_was_and_fits_the_schema(
    data: st.DataObject, article: Article, state: SetState, kind: AnnotatorKind
) -> None:
    layered = data.draw(sets(article.text))
    raw = written(article, layered, kind=kind, state=state)
    assert len(raw.decode().splitlines()) == 1
    decoded = json.loads(raw)
    schema().validate(decoded)
    for native in (read_line(raw), read_line(decoded)):
        assert native.article == article
        assert native.layered == layered
        assert (native.state, native.kind) == (state, kind)
    assert written(native.article, native.layered, kind=kind, state=state) == raw


def test_the_bytes_do_not_depend_on_the_order_of_the_set() -> None:
    article, layered = example()
    reversed_set = Layered(
        dict(reversed([*layered.mentions.items()])),
        dict(reversed([*layered.relations.items()])),
        layered.clusters,
    )
    assert written(article, reversed_set) == written(article, layered)


def test_token_offsets_are_half_open_and_cover_the_span() -> None:
    line = line_of_example()
    span = next(span for span in line["spans"] if span["id"] == "m1")
    first, after = span["token_start"], span["token_end"]
    assert [TEXT[s:e] for s, e in line["tokens"][first:after]] == ["Änne", "Größl"]


def test_a_span_inside_a_token_has_its_own_offsets_and_the_token_that_it_lies_in() -> None:
    article, layered = example()
    token = max(article.tokens, key=len)
    mention = next(iter(layered.mentions.values()))
    part = replace(mention, fragments=(type(token)(token.start + 1, token.end - 1),))
    line = json.loads(written(article, Layered({part.id: part})))
    (span,) = line["spans"]

    assert (span["start"], span["end"]) == (token.start + 1, token.end - 1)
    assert span["token_end"] - span["token_start"] == 1
    assert line["tokens"][span["token_start"]] == [token.start, token.end]
    assert span["text"] == article.text[span["start"] : span["end"]]


def test_a_span_between_tokens_covers_none() -> None:
    article, layered = example()
    gap = replace(next(iter(layered.mentions.values())), fragments=(article.zones[1].span,))
    gap = replace(gap, fragments=(type(gap.fragments[0])(21, 23),))
    line = json.loads(written(article, Layered({gap.id: gap})))
    assert line["spans"][0]["token_start"] == line["spans"][0]["token_end"] == 3


def test_sentences_are_ranges_of_tokens_that_join() -> None:
    line = line_of_example()
    assert line["sentences"][0][0] == 0
    assert line["sentences"][-1][1] == len(line["tokens"])
    assert all(a[1] == b[0] for a, b in zip(line["sentences"], line["sentences"][1:], strict=False))


def test_an_event_gathers_the_relations_that_are_its_roles() -> None:
    events = {event["trigger"]: event for event in line_of_example()["events"]}
    assert events["m3"]["type"] == "Treffen"
    assert events["m3"]["attributes"] == {"factuality": "happened", "polarity": "positive"}
    assert events["m3"]["arguments"] == [{"role": "Teilnehmer", "span": "m1"}, {"role": "Ort", "span": "m2"}]
    assert events["m4"]["arguments"] == []
    assert "m1" not in events


def test_reading_gives_the_changes_that_make_the_set() -> None:
    _, layered = example()
    changes = operation_changes(read_line(GOLDEN.read_bytes()))
    state = overlay(Layered(), Layered(), zones=()).apply(changes, revision=1)
    assert (state.mentions, state.relations, state.clusters) == (
        layered.mentions,
        layered.relations,
        layered.clusters,
    )
    assert state.set_state is SetState.DONE
    kinds = [type(change) for change in changes]
    assert kinds.index(RelationChange) > max(i for i, kind in enumerate(kinds) if kind is MentionChange)


def test_a_set_that_is_new_makes_no_change_of_state() -> None:
    native = read_line(written(*example(), state=SetState.NEW))
    assert not any(isinstance(change, SetStateChange) for change in operation_changes(native))


@pytest.mark.parametrize(
    ("path", "value", "reason", "at"),
    [
        ("text", "Ganz etwas anderes", "text_changed", "id"),
        ("text", "Zeile\r\nZeile", "line_ends", "text"),
        ("text", "Zeile\0", "nul", "text"),
        ("id", "00000000000000000000", "text_changed", "id"),
        ("format", "etwas-anderes", "other_format", ""),
        ("format_version", 2, "newer_version", ""),
        ("state", "fertig", "not_valid", "state"),
        ("annotator", "", "not_valid", "annotator"),
        ("annotator_kind", "robot", "not_valid", "annotator_kind"),
        ("metadata.published_on", "gestern", "not_valid", "metadata.published_on"),
        ("tokens.0", [8, 0], "tokens_disordered", "tokens"),
        ("tokens.1", [0, 8], "tokens_disordered", "tokens"),
        ("tokens.0", [-1, 8], "not_valid", "tokens[0][0]"),
        ("tokens.0", [0, 2**70], "not_valid", "tokens[0][1]"),
        ("sentences.0", [0, 2], "sentences_disordered", "sentences"),
        ("sentences.2.1", 4000, "sentences_disordered", "sentences"),
        ("zones.1.start", 3, "zones_disordered", "zones[1]"),
        ("zones.1.end", 4000, "zones_disordered", "zones[1]"),
        ("spans.0.end", 5, "offsets_differ", "spans[0]"),
        ("spans.0.fragments", [[9, 9]], "fragments_disordered", "spans[0].fragments"),
        ("spans.0.fragments", [[5, 4000]], "fragments_disordered", "spans[0].fragments"),
        ("spans.0.fragments", [[9, 12], [12, 14]], "fragments_disordered", "spans[0].fragments"),
        ("spans.0.fragments", [], "not_valid", "spans[0].fragments"),
        ("spans.0.text", "Anne Größl", "span_text_differs", "spans[0].text"),
        ("spans.0.token_end", 4, "token_offsets_differ", "spans[0]"),
        ("spans.0.provenance.score", 1.5, "not_valid", "spans[0].provenance.score"),
        ("spans.0.farbe", "rot", "not_valid", "spans[0]"),
        ("spans.1.id", "m1", "double_id", "spans[1].id"),
        ("relations.1.id", "r3", "double_id", "relations[1].id"),
        ("relations.0.head", "fehlt", "end_missing", "relations[0].head"),
        ("relations.0.tail", "fehlt", "end_missing", "relations[0].tail"),
        ("events.0.trigger", "fehlt", "event_differs", "events[0]"),
        ("events.0.type", "Aussage", "event_differs", "events[0]"),
        ("events.0.attributes", {}, "event_differs", "events[0]"),
        ("events.0.arguments.0.role", "Zeit", "event_differs", "events[0]"),
    ],
)
def test_a_wrong_line_is_refused_with_file_line_place_and_reason(
    path: str, value: object, reason: str, at: str
) -> None:
    wrong = changed(line_of_example(), path, value)
    for raw in (wrong, json.dumps(wrong).encode()):
        with pytest.raises(ImportFailed) as caught:
            read_line(raw, source="satz.jsonl", line=7)
        data = caught.value.data
        assert (data["source"], data["place"], data["reason"], data["at"]) == ("satz.jsonl", 7, reason, at)
        assert data["remedy"]


def test_every_field_is_needed() -> None:
    for name in set(LineWire.__struct_fields__) - {"verdicts"}:  # those of a review alone
        line = line_of_example()
        del line[name]
        with pytest.raises(ImportFailed) as caught:
            read_line(line)
        assert caught.value.data["reason"] == ("other_format" if name == "format" else "not_valid")


@pytest.mark.parametrize(
    "raw", [b"", b'{"format": "annotator-jsonl", "te', b'{"text": "\xff"}', b'{"text": "\\ud800 "}']
)
def test_a_line_cut_off_or_not_utf8_is_refused(raw: bytes) -> None:
    with pytest.raises(ImportFailed) as caught:
        read_line(raw, source="satz.jsonl", line=1)
    assert (caught.value.data["reason"], caught.value.data["remedy"]) == ("not_json", "get_file_again")


@pytest.mark.parametrize("raw", [b"[]", b"3", b'"annotator-jsonl"', b"null"])
def test_json_that_is_no_object_is_another_format(raw: bytes) -> None:
    with pytest.raises(ImportFailed) as caught:
        read_line(raw)
    assert caught.value.data["reason"] == "other_format"


def test_offsets_counted_in_utf16_are_noticed() -> None:
    line = line_of_example()
    span = next(span for span in line["spans"] if span["id"] == "m2")
    index = line["spans"].index(span)
    shift = sum(ord(c) > 0xFFFF for c in TEXT[: span["start"]])
    assert shift > 0
    start, end = span["start"] + shift, span["end"] + shift
    moved = changed(line, f"spans.{index}", {**span, "start": start, "end": end, "fragments": [[start, end]]})
    with pytest.raises(ImportFailed) as caught:
        read_line(moved)
    assert caught.value.data["reason"] == "span_text_differs"
    assert caught.value.data["found"] == "Füssen"


def _properties(part: dict[str, Any]) -> tuple[set[str], set[str]]:
    return set(part["properties"]), set(part["required"])


def test_the_schema_knows_exactly_the_fields_that_are_written() -> None:
    line = line_of_example()
    whole = schema().schema
    assert isinstance(whole, dict)
    for name, value in (
        ("span", line["spans"][0]),
        ("relation", line["relations"][0]),
        ("event", line["events"][0]),
        ("cluster", line["clusters"][0]),
        ("zone", line["zones"][0]),
        ("provenance", line["spans"][0]["provenance"]),
        ("metadata", line["metadata"]),
    ):
        assert _properties(whole["$defs"][name]) == (set(value), set(value))
    assert _properties(whole) == ({*line, "verdicts"}, set(line))


def test_the_schema_refuses_a_field_too_many_anywhere() -> None:
    line = line_of_example()
    for path in ("x", "metadata.x", "scheme.x", "spans.0.x", "spans.0.provenance.x", "relations.0.x",
                 "events.0.x", "events.0.arguments.0.x", "clusters.0.x", "zones.0.x"):  # fmt: skip
        assert not schema().is_valid(changed(line, path, "y")), path
    assert schema().is_valid(line)


def test_relations_stand_in_reading_order_of_their_ends() -> None:
    article, layered = example()
    line = json.loads(written(article, layered))
    place = {span["id"]: index for index, span in enumerate(line["spans"])}
    ends = [(place[r["head"]], place[r["tail"]]) for r in line["relations"]]
    assert ends == sorted(ends)
    assert all(isinstance(m, Mention) for m in layered.mentions.values())
    assert all(isinstance(r, Relation) for r in layered.relations.values())


def test_a_cluster_has_a_member() -> None:
    line = json.loads(GOLDEN.read_bytes())
    assert line["clusters"]
    line["clusters"][0]["members"] = []
    with pytest.raises(ImportFailed) as caught:
        read_line(json.dumps(line).encode())
    assert (caught.value.data["reason"], caught.value.data["at"]) == ("not_valid", "clusters[0].members")
    with pytest.raises(ValidationError):
        schema().validate(line)
