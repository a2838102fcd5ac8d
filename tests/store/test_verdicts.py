from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotator.core import validation
from annotator.core.annotation import Mention, Origin, Provenance, SetState, Status
from annotator.core.change import (
    Change,
    Effect,
    MentionChange,
    Operation,
    SetStateChange,
    VerdictChange,
    effect_of,
    inverse,
)
from annotator.core.errors import InvalidEdit
from annotator.core.ids import MentionId, OperationId, new_id
from annotator.core.state import AnnotationState
from annotator.core.verdict import Basis, Choice, Verdict, VerdictId
from annotator.store import AnnotatorKind, Store, migrations
from tests.support.build import make_article, make_scheme, place

ARTICLE = make_article()
AT = datetime(2024, 3, 14, 17, 58, tzinfo=UTC)
MENTION = Mention(
    MentionId("g1"),
    "entity",
    "PER",
    (place(ARTICLE, "Karla Weiß"),),
    (),
    Status.ACCEPTED,
    Provenance(Origin.ADJUDICATED, "lea", derived_from="m1"),
)
VERDICT = Verdict(
    VerdictId("i1"),
    Choice.TAKE,
    Basis.ADJUDICATED,
    "abc",
    AT,
    by="lea",
    taken=("anna", "böhm"),
    result=("g1",),
    compared=("m1", "m2"),
    reason="slip",
    comment="„Weiß“ allein\u2028reicht nicht 🙂",
    clause="2.3",
    follows="",
)
SETTLING = (MentionChange(None, MENTION), VerdictChange(None, VERDICT))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.create(tmp_path / "probe.annot", scheme_source="", name="Probe")
    made.add_article(ARTICLE, source="probe")
    made.ensure_annotator("gold", AnnotatorKind.GOLD)
    return made


def write(store: Store, changes: tuple[Change, ...], *, reverts: OperationId | None = None) -> OperationId:
    made = OperationId(new_id())
    operation = Operation(made, ARTICLE.id, "gold", "lea", AT, "settle", changes, reverts=reverts)
    store.append(operation, expected_revision=None)
    return made


def gold(store: Store) -> AnnotationState:
    return store.state(ARTICLE.id, "gold", suggestions_from=())


def test_a_decision_comes_back_from_the_file_as_it_was_made(store: Store) -> None:
    first = write(store, SETTLING)
    assert gold(store).verdicts == {VERDICT.id: VERDICT}
    assert store.operation(first).changes == SETTLING
    assert store.check() == []


def test_undoing_a_decision_takes_it_and_its_result_out_again(store: Store) -> None:
    first = write(store, SETTLING)
    write(store, tuple(map(inverse, reversed(SETTLING))), reverts=first)
    assert (gold(store).verdicts, gold(store).mentions) == ({}, {})
    assert store.check() == []


def test_a_changed_decision_can_be_changed_back(store: Store) -> None:
    write(store, SETTLING)
    changed = replace(VERDICT, choice=Choice.NEITHER, taken=(), result=(), reason="ambiguous")
    change = VerdictChange(VERDICT, changed)
    write(store, (change,))
    assert gold(store).verdicts == {VERDICT.id: changed}
    write(store, (inverse(change),))
    assert gold(store).verdicts == {VERDICT.id: VERDICT}


def test_check_finds_a_decision_that_the_log_does_not_know(store: Store) -> None:
    write(store, SETTLING)
    store._database.execute("UPDATE verdict SET choice = 'neither'")
    assert [(f.code, f.facts["kind"], f.facts["id"]) for f in store.check()] == [
        ("value_differs", "verdict", "i1")
    ]


def test_only_people_with_a_finished_set_are_told_in_the_order_of_import(store: Store) -> None:
    other = make_article("Jörg Größl kam nach Füssen.")
    store.add_article(other, source="probe")
    for name, kind in (("anna", AnnotatorKind.HUMAN), ("pretagger", AnnotatorKind.MACHINE)):
        store.ensure_annotator(name, kind)
        for article in (other, ARTICLE):
            done = (SetStateChange(SetState.NEW, SetState.DONE),)
            operation = Operation(OperationId(new_id()), article.id, name, name, AT, "done", done)
            store.append(operation, expected_revision=None)
    write(store, SETTLING)
    assert list(store.finished_sets().items()) == [
        (ARTICLE.id, (("anna", 1),)),
        (other.id, (("anna", 1),)),
    ]


def test_a_file_from_before_the_review_gets_room_for_decisions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "alt.annot"
    with monkeypatch.context() as before:
        before.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:2])
        Store.create(path, scheme_source="", name="Probe").close()
    with Store.open(path) as store:
        store.add_article(ARTICLE, source="probe")
        store.ensure_annotator("gold", AnnotatorKind.GOLD)
        write(store, SETTLING)
        assert gold(store).verdicts == {VERDICT.id: VERDICT}
        assert store.check() == []


def checked(store: Store, *changes: Change) -> None:
    before = gold(store)
    after = before.apply(changes, revision=before.revision + 1)
    validation.check(changes, before=before, after=after, article=ARTICLE, scheme=make_scheme())


@pytest.mark.parametrize(
    "bad",
    [
        replace(VERDICT, taken=()),
        replace(VERDICT, result=("g1", "anderswo")),
        replace(VERDICT, fingerprint=""),
    ],
)
def test_a_decision_that_cannot_be_is_refused(store: Store, bad: Verdict) -> None:
    with pytest.raises(InvalidEdit) as caught:
        checked(store, MentionChange(None, MENTION), VerdictChange(None, bad))
    assert caught.value.data["reason"] == "bad_verdict"


def test_a_decision_must_start_from_what_is_there(store: Store) -> None:
    checked(store, *SETTLING)
    with pytest.raises(InvalidEdit) as caught:
        checked(store, VerdictChange(VERDICT, None))
    assert caught.value.data["reason"] == "not_from_here"


def test_the_effect_of_a_decision_names_it() -> None:
    assert effect_of(SETTLING) == Effect(frozenset({MENTION.id}), verdicts=frozenset({VERDICT.id}))
