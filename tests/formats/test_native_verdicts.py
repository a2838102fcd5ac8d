from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import jsonschema

from annotator.core.annotation import SetState
from annotator.core.resources import resource
from annotator.core.state import Layered
from annotator.core.verdict import Basis, Choice, Verdict, VerdictId
from annotator.formats.native_read import read_line
from annotator.formats.native_write import write_line
from tests.support.build import make_article, make_scheme

ARTICLE = make_article()
VERDICT = Verdict(
    VerdictId("i1"),
    Choice.NEITHER,
    Basis.ADJUDICATED,
    "abc",
    datetime(2024, 3, 14, 17, 58, tzinfo=UTC),
    by="lea",
    compared=("m1", "m2"),
    reason="slip",
    comment="„Weiß“\u2028🙂",
    clause="2.3",
)


def line_of(layered: Layered) -> bytes:
    return write_line(
        ARTICLE, layered, annotator="gold", kind="gold", state=SetState.OPEN, scheme=make_scheme()
    )


def test_decisions_come_back_from_a_line_as_they_were() -> None:
    line = line_of(Layered(verdicts={VERDICT.id: VERDICT}))
    assert read_line(line).layered.verdicts == {VERDICT.id: VERDICT}
    assert "\u2028" not in line.decode()


def test_a_line_with_decisions_is_as_the_schema_says() -> None:
    schema = json.loads(Path(resource("schema", "annotator-jsonl.schema.json")).read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(line_of(Layered(verdicts={VERDICT.id: VERDICT}))), schema)


def test_a_set_without_decisions_says_nothing_of_them() -> None:
    assert "verdicts" not in json.loads(line_of(Layered()))
