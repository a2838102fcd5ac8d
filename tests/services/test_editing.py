from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core import edits
from annotator.core.annotation import SetState, Status
from annotator.core.article import ZoneKind
from annotator.core.errors import StaleRevision, StoreUnavailable
from annotator.services import editing
from annotator.services.editing import Editor
from annotator.services.project import Project
from annotator.store import Store
from tests.services.test_undo_machine import ONE, TWO, pretag
from tests.support.build import make_scheme


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "probe.annot"
    with Store.create(path, scheme_source="", name="Probe") as store:
        for article in (ONE, TWO):
            store.add_article(article, source="probe")
        pretag(store)
    return path


@pytest.fixture
def anna(path: Path) -> Iterator[Editor]:
    yield from sitting(path, "anna")


@pytest.fixture
def bert(path: Path) -> Iterator[Editor]:
    yield from sitting(path, "bert")


def sitting(path: Path, name: str) -> Iterator[Editor]:
    with Project(Store.open(path), make_scheme()) as project:
        editor = Editor(project, name)
        editor.open(ONE.id)
        yield editor


def accept_first(editor: Editor) -> None:
    assert editor.state is not None
    editor.perform(edits.accept(editor.state, [next(editor.state.visible_mentions()).id]))


def rezone(editor: Editor, start: int, end: int, kind: ZoneKind) -> None:
    assert editor.state is not None
    editor.perform(edits.correct_zone(editor.state, start=start, end=end, kind=kind))


def test_an_article_that_cannot_be_read_leaves_the_one_before_open(
    anna: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> object:
        raise StoreUnavailable(path="probe.annot", reason="locked")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "state", locked)
        with pytest.raises(StoreUnavailable):
            anna.open(TWO.id)
    assert anna.article == ONE
    accept_first(anna)
    assert anna.project.store.set_info(ONE.id, "anna").revision == 1
    assert anna.project.store.set_info(TWO.id, "anna").revision == 0


def test_the_first_decision_opens_a_new_article_and_undoing_it_makes_it_new_again(anna: Editor) -> None:
    accept_first(anna)
    assert anna.state is not None
    assert anna.state.set_state is SetState.OPEN
    anna.undo()
    assert anna.project.store.set_info(ONE.id, "anna").state is SetState.NEW


def test_somebody_elses_zones_are_not_overwritten_by_a_stale_view(anna: Editor, bert: Editor) -> None:
    rezone(anna, 0, 5, ZoneKind.KICKER)
    with pytest.raises(StaleRevision):
        rezone(bert, 6, 8, ZoneKind.NOTICE)
    rezone(bert, 6, 8, ZoneKind.NOTICE)
    kinds = {zone.kind for zone in bert.project.store.zones(ONE.id)}
    assert {ZoneKind.KICKER, ZoneKind.NOTICE} <= kinds


def test_a_zone_is_taken_back_though_somebody_else_corrected_another_since(
    anna: Editor, bert: Editor
) -> None:
    accept_first(anna)
    rezone(anna, 0, 5, ZoneKind.KICKER)
    bert.reload()
    rezone(bert, 6, 8, ZoneKind.NOTICE)
    anna.reload()
    anna.undo()
    kinds = {zone.kind for zone in anna.project.store.zones(ONE.id)}
    assert ZoneKind.NOTICE in kinds
    assert ZoneKind.KICKER not in kinds
    anna.undo()
    assert anna.state is not None
    assert all(m.status is Status.SUGGESTED for m in anna.state.visible_mentions())
    assert anna.project.store.check() == []


def test_undo_gives_the_focus_back_to_what_the_step_was_about(anna: Editor) -> None:
    anna.open(ONE.id)
    assert anna.state is not None
    relation = next(r for r in anna.state.visible_relations() if r.label == "Teilnehmer")
    karla = relation.tail
    anna.perform(edits.relabel(anna.state, make_scheme(), karla, layer="entity", label="LOC"))
    assert anna.state.relations[relation.id].status is Status.REJECTED
    undone, redone = anna.undo(), anna.redo()
    assert undone is not None and redone is not None
    assert (undone.focus, redone.focus) == (karla, karla)


def test_undoing_a_new_relation_gives_the_focus_back_to_where_it_began(anna: Editor) -> None:
    anna.open(ONE.id)
    assert anna.state is not None
    head = next(m for m in anna.state.visible_mentions() if m.label == "Treffen")
    tail = next(m for m in anna.state.visible_mentions() if m.layer == "time")
    anna.perform(edits.relate(anna.state, head=head.id, tail=tail.id, label="Zeit", author="anna"))
    undone = anna.undo()
    assert undone is not None
    assert undone.focus == head.id


def test_undo_goes_back_to_the_article_of_the_step_and_says_what_it_did(anna: Editor) -> None:
    accept_first(anna)
    anna.open(TWO.id)
    applied = anna.undo()
    assert applied is not None
    assert (applied.article_id, applied.name) == (ONE.id, "accept")
    assert anna.article == ONE
    assert applied.focus in applied.effect.mentions


def test_a_second_window_of_the_same_annotator_is_told_and_reads_anew(anna: Editor, path: Path) -> None:
    for again in sitting(path, "anna"):
        accept_first(anna)
        with pytest.raises(StaleRevision):
            accept_first(again)
        assert again.state == anna.state


def test_taking_a_step_of_very_many_back_leaves_the_focus_alone(
    anna: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert anna.state is not None
    every = [mention.id for mention in anna.state.visible_mentions()]
    anna.perform(edits.accept_many(anna.state, every))
    taken = anna.undo()
    assert taken is not None and taken.focus is not None, "a few have a place"
    monkeypatch.setattr(editing, "_MANY", len(every) - 1)
    anna.redo()
    taken = anna.undo()
    assert taken is not None and taken.focus is None
