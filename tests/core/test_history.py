from __future__ import annotations

from datetime import UTC, datetime

from annotator.core.history import History, LogHead
from annotator.core.ids import ArticleId, OperationId


def head(name: str, *, reverts: str | None = None, merge: str | None = None, article: str = "a") -> LogHead:
    return LogHead(
        OperationId(name),
        ArticleId(article),
        name,
        datetime(2024, 3, 14, tzinfo=UTC),
        merge,
        OperationId(reverts) if reverts else None,
    )


def names(steps: object) -> list[str]:
    return [step.origin.name for step in steps]  # type: ignore[attr-defined]


def test_undo_and_redo_are_read_back_from_the_log() -> None:
    history = History([head("1"), head("2"), head("u2", reverts="2"), head("u1", reverts="1")])
    assert names(history.done) == []
    assert names(history.undone) == ["2", "1"]
    history.record(head("r1", reverts="u1"))
    assert names(history.done) == ["1"]
    assert [step.operation for step in history.next_undo()] == ["r1"]


def test_a_new_step_ends_what_could_be_redone() -> None:
    history = History([head("1"), head("u1", reverts="1"), head("2")])
    assert names(history.done) == ["2"]
    assert history.next_redo() == ()


def test_steps_with_one_merge_key_go_together_and_come_back_together() -> None:
    history = History([head("1"), head("2", merge="note:x"), head("3", merge="note:x")])
    assert names(history.next_undo()) == ["3", "2"]
    history.record(head("u3", reverts="3"))
    history.record(head("u2", reverts="2"))
    assert names(history.next_undo()) == ["1"]
    assert names(history.next_redo()) == ["2", "3"]


def test_the_same_merge_key_in_another_article_is_another_step() -> None:
    history = History([head("1", merge="note:x"), head("2", merge="note:x", article="b")])
    assert names(history.next_undo()) == ["2"]
