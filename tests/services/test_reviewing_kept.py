"""What reviewers decided is never cut, changed or passed over in silence by what others or rules do after."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotator.core import edits
from annotator.core.annotation import SetState
from annotator.core.change import Operation, SetStateChange
from annotator.core.errors import InvalidEdit
from annotator.core.ids import MentionId, OperationId, new_id
from annotator.core.state import Layered
from annotator.core.verdict import Choice, VerdictId
from annotator.review.item import Kind
from annotator.services.exporting import export_jsonl
from annotator.services.importing import import_paths
from annotator.services.project import Project
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_altered import What, altered
from annotator.services.reviewing_rules import Rule, Rules, write_rules
from annotator.services.reviewing_values import GOLD, Decision, Standing
from annotator.store import Store
from tests.services.teams import finish
from tests.services.test_reviewing import (
    ARTICLE,
    BASE,
    FÜSSEN,
    JÖRG,
    LONG,
    MET,
    SCHEME,
    SHORT,
    TAKE_ANNA,
    WHERE,
    Desk,
    layered,
    link,
)
from tests.services.test_reviewing_added import (
    LAST,
    TITLE,
    add,
    chained,
    cluster_of,
    members,
    relate,
    standing,
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "größe.annot", {"anna": BASE, "böhm": BASE, "çelik": SHORT})


@pytest.fixture
def role(tmp_path: Path) -> Desk:
    """Return a desk where people differ about one relation alone."""
    less = layered(LONG, MET, FÜSSEN, JÖRG, relations=(WHERE,))
    return Desk(tmp_path / "rolle.annot", {"anna": BASE, "böhm": BASE, "çelik": less})


def relations(desk: Desk) -> list[tuple[str, str]]:
    """Return label and tail of each relation of the gold set, whose ends must stand in it."""
    gold, text = desk.gold(), ARTICLE.text
    assert all(relation.head in gold.mentions for relation in gold.relations.values())
    return sorted((r.label, gold.mentions[r.tail].text_of(text)) for r in gold.relations.values())


def item_of(desk: Desk, words: str) -> str:
    key = standing(desk, words).id
    entries = desk.review.look(ARTICLE.id).entries
    return next(e.item.id for e in entries if e.verdict is not None and key in e.verdict.result)


def test_an_edited_relation_that_fell_with_its_end_is_open_when_the_end_is_back(role: Desk) -> None:
    row = role.only(open=True)
    written = link(standing(role, "traf"), standing(role, "Jörg Größl"), "Teilnehmer")
    role.review.decide(row.item, Decision(Choice.EDITED, edited=(written,)))
    end, before = item_of(role, "Jörg Größl"), role.gold()
    role.review.decide(end, Decision(Choice.NEITHER))
    assert relations(role) == [("Ort", "Füssen")]
    role.review.decide(end, TAKE_ANNA)
    role.again()
    assert role.review.entry(row.item).standing is Standing.REOPENED
    role.review.undo()
    role.review.undo()
    assert role.gold() == before
    assert role.review.entry(row.item).standing is Standing.SETTLED


def test_an_edited_relation_that_fell_with_an_addition_stays_open(role: Desk) -> None:
    row, made = role.only(open=True), add(role, label="PER")
    written = link(standing(role, "traf"), made, "Teilnehmer")
    role.review.decide(row.item, Decision(Choice.EDITED, edited=(written,)))
    role.review.decide(made.id, Decision(Choice.NEITHER))
    role.again()
    assert role.review.entry(row.item).standing is Standing.REOPENED


def test_an_edited_cluster_that_was_cut_is_open_when_its_mention_is_back(tmp_path: Path) -> None:
    sets = {"anna": chained((LONG, LAST)), "böhm": chained((LONG, LAST, JÖRG))}
    desk = Desk(tmp_path / "ketten.annot", sets)
    row = desk.only(open=True)
    written = cluster_of(desk, TITLE, "Weiß", "Jörg Größl")
    desk.review.decide(row.item, Decision(Choice.EDITED, edited=(written,)))
    end = item_of(desk, "Jörg Größl")
    desk.review.decide(end, Decision(Choice.NEITHER))
    desk.review.decide(end, TAKE_ANNA)
    assert members(desk) == [{TITLE, "Weiß"}]
    assert desk.review.entry(row.item).standing is Standing.REOPENED


def test_no_undo_brings_a_cluster_back_with_a_mention_that_is_gone(tmp_path: Path) -> None:
    sets = {"anna": chained((LONG, LAST)), "böhm": chained((LONG, LAST, JÖRG))}
    desk = Desk(tmp_path / "ketten.annot", sets)
    row = desk.only(open=True)
    for words in ((TITLE, "Weiß", "Jörg Größl"), (TITLE, "Weiß")):
        desk.review.decide(row.item, Decision(Choice.EDITED, edited=(cluster_of(desk, *words),)))
    desk.again("max")
    desk.review.decide(item_of(desk, "Jörg Größl"), Decision(Choice.NEITHER))
    desk.again("lea")
    with pytest.raises(InvalidEdit):
        desk.review.undo()
    assert members(desk) == [{TITLE, "Weiß"}]


def test_what_another_reviewer_built_on_is_not_undone_beneath_it(desk: Desk) -> None:
    made = add(desk)
    desk.again("max")
    relate(desk, standing(desk, "traf"), made, "Ort")
    before = desk.gold()
    desk.again("lea")
    with pytest.raises(InvalidEdit) as refused:
        desk.review.undo()
    assert refused.value.data["reason"] == "not_from_here"
    assert desk.gold() == before
    desk.again("max")
    desk.review.undo()
    desk.again("lea")
    desk.review.undo()
    assert "Nördlingen" not in desk.texts()
    assert desk.project.store.check() == []


def test_a_mention_that_another_reviewer_put_into_a_cluster_is_not_undone(desk: Desk) -> None:
    made = add(desk)
    desk.again("max")
    state = desk.review.gold(ARTICLE.id)
    desk.review.write(edits.link(state, made.id, standing(desk, "Füssen").id, author="max"))
    desk.again("lea")
    with pytest.raises(InvalidEdit):
        desk.review.undo()
    assert members(desk) == [{"Füssen", "Nördlingen"}]


def test_a_label_that_another_reviewer_built_on_is_not_taken_back(desk: Desk) -> None:
    made = add(desk, label="PER")
    desk.review.write(
        edits.relabel(desk.review.gold(ARTICLE.id), SCHEME, made.id, layer="entity", label="LOC")
    )
    desk.again("max")
    relate(desk, standing(desk, "traf"), standing(desk, "Nördlingen"), "Ort")
    before = desk.gold()
    desk.again("lea")
    with pytest.raises(InvalidEdit):
        desk.review.undo()
    assert desk.gold() == before


def test_what_rules_built_on_a_decision_is_not_left_hanging_by_its_undo(desk: Desk) -> None:
    desk.review.set_rules(Rules(Rule.NEVER))
    desk.review.open(ARTICLE.id)
    row = next(row for row in desk.queue(open=True) if row.text == TITLE)
    desk.review.decide(row.item, TAKE_ANNA)
    desk.review.set_rules(Rules(Rule.MAJORITY))
    desk.review.open(ARTICLE.id)
    with pytest.raises(InvalidEdit):
        desk.review.undo()
    assert relations(desk) == [("Ort", "Füssen"), ("Teilnehmer", TITLE)]


def test_an_addition_stays_while_other_rules_are_in_force(desk: Desk) -> None:
    relate(desk, standing(desk, "traf"), standing(desk, "Jörg Größl"), "Teilnehmer")
    desk.review.set_rules(Rules(Rule.NEVER))
    desk.review.open(ARTICLE.id)
    assert relations(desk) == [("Teilnehmer", "Jörg Größl")]
    assert {row.text for row in desk.queue(open=True)} >= {"traf", "Jörg Größl", "Füssen"}
    desk.review.set_rules(Rules())
    desk.review.open(ARTICLE.id)
    assert relations(desk) == [("Ort", "Füssen"), ("Teilnehmer", "Jörg Größl")]
    assert desk.project.store.check() == []


# Annotators who work on a finished article again ---------------------------------------------------------


@pytest.fixture
def alone(tmp_path: Path) -> Desk:
    """Return a desk where one of three has marked something, with relations at it."""
    return Desk(tmp_path / "allein.annot", {"anna": BASE, "böhm": LESS, "çelik": LESS})


LESS = layered(MET, FÜSSEN, JÖRG, relations=(WHERE,))


def reopened(desk: Desk, work: Layered = BASE) -> None:
    """Let anna work on the article again; the others' sets are still compared."""
    store = desk.project.store
    info = store.set_info(ARTICLE.id, "anna")
    change = SetStateChange(SetState.DONE, SetState.OPEN)
    at = datetime.now(UTC)
    operation = Operation(OperationId(new_id()), ARTICLE.id, "anna", "anna", at, "reopen", (change,))
    store.append(operation, expected_revision=info.revision)
    desk.again()
    finish(desk.project.store, ARTICLE, "anna", work)


@pytest.mark.parametrize(
    "decision", [TAKE_ANNA, Decision(Choice.ALL), Decision(Choice.NEITHER), Decision(Choice.EDITED)]
)
def test_a_decision_stands_while_the_only_one_who_marked_it_works_on(alone: Desk, decision: Decision) -> None:
    row = next(row for row in alone.queue(open=True) if row.text == TITLE)
    if decision.choice is Choice.EDITED:
        decision = replace(decision, edited=(replace(LONG, label="ORG"),))
    alone.review.decide(row.item, replace(decision, reason="slip", comment="bleibt „so“"))
    before = alone.gold()
    reopened(alone)
    assert set(alone.gold().mentions) == set(before.mentions)
    alone.again()
    after = alone.gold()
    assert (after.mentions, after.relations) == (before.mentions, before.relations)
    assert after.verdicts[VerdictId(row.item)] == before.verdicts[VerdictId(row.item)]
    assert alone.review.entry(row.item).standing is Standing.SETTLED
    assert alone.project.store.check() == []


def test_what_was_decided_and_nobody_marks_any_more_is_kept_and_open_again(alone: Desk) -> None:
    row = next(row for row in alone.queue(open=True) if row.text == TITLE)
    alone.review.decide(row.item, TAKE_ANNA)
    kept = standing(alone, TITLE)
    finish(alone.project.store, ARTICLE, "anna", LESS)
    alone.again()
    assert standing(alone, TITLE) == kept
    (open_row,) = alone.queue(open=True)
    assert (open_row.kind, open_row.text, open_row.entry.standing) == (Kind.ADDED, TITLE, Standing.REOPENED)
    told = altered(alone.review, open_row.entry)
    assert [(one.who, one.what) for one in told] == [("anna", What.REMOVED)]
    alone.review.decide(open_row.item, Decision(Choice.ADDED, edited=(kept,)))
    assert standing(alone, TITLE).id == kept.id
    alone.again()
    assert alone.queue(open=True) == []
    alone.review.decide(open_row.item, Decision(Choice.NEITHER))
    assert TITLE not in alone.texts()
    alone.again()
    assert TITLE not in alone.texts()
    assert alone.project.store.check() == []


def test_what_stands_though_nobody_marks_it_makes_room_for_what_somebody_marks(alone: Desk) -> None:
    row = next(row for row in alone.queue(open=True) if row.text == TITLE)
    alone.review.decide(row.item, TAKE_ANNA)
    again = replace(LONG, id=MentionId("neu"), label="ORG")
    finish(alone.project.store, ARTICLE, "anna", layered(again, MET, FÜSSEN, JÖRG, relations=(WHERE,)))
    alone.again()
    assert alone.texts()[TITLE] == "PER"
    anew = next(r for r in alone.queue(open=True) if r.kind is not Kind.ADDED and r.text == TITLE)
    alone.review.decide(anew.item, TAKE_ANNA)
    assert alone.texts()[TITLE] == "ORG"
    assert alone.queue(open=True) == []
    alone.again()
    assert alone.texts()[TITLE] == "ORG"
    assert alone.project.store.check() == []


def test_a_gold_set_that_came_without_decisions_is_kept_and_open(tmp_path: Path) -> None:
    sets = {"anna": BASE, "böhm": BASE, "çelik": SHORT}
    desk = Desk(tmp_path / "aus.annot", sets)
    north = add(desk)
    desk.review.decide(desk.only(open=True).item, TAKE_ANNA)
    relate(desk, standing(desk, "traf"), north, "Ort")
    target = tmp_path / "gold.jsonl"
    export_jsonl(desk.project, target, annotators=[GOLD])
    line = json.loads(target.read_text())
    del line["verdicts"]
    target.write_text(json.dumps(line) + "\n")
    store = Store.create(tmp_path / "ein.annot", scheme_source="", name="Probe")
    with Project(store, SCHEME) as project:
        assert import_paths(project, [target], author="lea").sets == 1
        for name, work in sets.items():
            finish(store, ARTICLE, name, work)
        review = Reviewing(project, "lea")
        review.open(ARTICLE.id)
        gold = store.layered(ARTICLE.id, GOLD)
        assert {m.text_of(ARTICLE.text) for m in gold.mentions.values()} == set(desk.texts())
        (kept,) = [
            row for row in review.rows(ARTICLE.id) if row.kind is Kind.ADDED and row.text == "Nördlingen"
        ]
        assert kept.entry.standing is Standing.REOPENED
        (anew,) = [row for row in review.rows(ARTICLE.id) if row.kind is Kind.BOUNDARY]
        review.decide(anew.item, Decision(Choice.TAKE, taken=("çelik",)))
        review.decide(kept.item, Decision(Choice.ADDED, edited=(north,)))
        assert not any(row.open and row.text == "Nördlingen" for row in review.rows(ARTICLE.id))
        assert store.check() == []


def test_rules_that_were_changed_elsewhere_are_in_force_at_the_next_look(desk: Desk) -> None:
    with Store.open(desk.project.path) as other:
        write_rules(other, Rules(Rule.MAJORITY))
    desk.review.refresh()
    assert desk.review.rules == Rules(Rule.MAJORITY)
    assert desk.queue(open=True) == []
