"""Working on the gold set in a review: adding what nobody marked, and editing before taking, by keys."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.core import edits
from annotator.core.verdict import Basis, Choice
from annotator.gui.main_window import MainWindow
from annotator.gui.review.desk import ReviewDesk
from annotator.gui.review.edit_clusters import EditClusters
from annotator.gui.review.edit_dialog import EditMention
from annotator.gui.review.edit_relation import EditRelation
from annotator.review.item import Kind
from annotator.services import roles
from annotator.services.editing import Editor
from annotator.services.exporting import export_jsonl
from annotator.services.reviewing_values import GOLD, Standing
from tests.gui.hands import answer, press
from tests.gui.test_review import (
    FIRST,
    SECOND,
    current,
    gold,
    links,
    page,
    review_path,
    reviewing,
    verdict,
    wait_until,
)
from tests.support.build import place
from tests.support.schema import valid_lines

__all__ = ["page", "review_path", "reviewing"]


def label_key(page: ReviewDesk, layer: str, name: str) -> str:
    known = page.project.scheme.label(layer, name)
    assert known is not None
    return known.key


def add(page: ReviewDesk, words: str, layer: str, name: str) -> None:
    """Go to the gold set, select words, and give them a label by its key."""
    press(page.canvas, "+")
    desk = page.gold_desk
    assert desk is not None and desk.canvas.hasFocus()
    article = desk.session.article
    assert article is not None
    desk.annotating.select(place(article, words))
    for key in label_key(page, layer, name):
        press(desk.canvas, key)


def back(page: ReviewDesk) -> None:
    desk = page.gold_desk
    assert desk is not None
    press(desk.canvas, "Escape", "Escape")
    assert page.gold_desk is None and page.canvas.hasFocus()


def test_a_mention_that_nobody_marked_is_added_by_keys(page: ReviewDesk) -> None:
    add(page, "Schiff\u00adfahrt", "entity", "ORG")
    assert gold(page)["Schiff\u00adfahrt"] == "ORG"
    back(page)
    assert current(page) == (Kind.ADDED, "Schiff\u00adfahrt")
    kept = verdict(page, "Schiff\u00adfahrt")
    assert (kept.choice, kept.basis, kept.by) == (Choice.ADDED, Basis.ADJUDICATED, "Jonte")
    assert page.inspector.comparison.table[0] == ("Text", ("Schiff\u00adfahrt",))
    page.inspector.reasons.buttons()[0].click()
    assert verdict(page, "Schiff\u00adfahrt").reason == "guideline"
    assert page.project.store.check() == []


def test_what_was_added_is_taken_out_again_and_that_undone(page: ReviewDesk) -> None:
    add(page, "Schiff\u00adfahrt", "entity", "ORG")
    back(page)
    press(page.canvas, "Return", "A", "Shift+Return", "S")
    assert gold(page)["Schiff\u00adfahrt"] == "ORG"
    row = next(r for r in page.session.all_rows if r.kind is Kind.ADDED)
    page.session.go_to(row.article_id, row.item)
    press(page.canvas, "Del")
    assert "Schiff\u00adfahrt" not in gold(page)
    assert not any(r.kind is Kind.ADDED for r in page.session.all_rows)
    press(page.canvas, "Z")
    assert gold(page)["Schiff\u00adfahrt"] == "ORG"


def test_the_words_of_the_current_item_are_at_hand(page: ReviewDesk) -> None:
    assert current(page) == (Kind.MISSING, "Nördlingen")
    press(page.canvas, "+")
    desk = page.gold_desk
    assert desk is not None
    assert desk.canvas.selection() == place(FIRST, "Nördlingen")


def test_a_cursor_and_shift_select_what_is_added(page: ReviewDesk) -> None:
    press(page.canvas, "+")
    desk = page.gold_desk
    assert desk is not None
    press(desk.canvas, "Escape", "Ctrl+Home", "Shift+Right", *label_key(page, "entity", "MISC"))
    assert gold(page)["Krise in"] == "MISC"


def test_a_role_that_nobody_marked_is_added_by_keys(page: ReviewDesk, reviewing: MainWindow) -> None:
    press(page.canvas, "Return")
    add(page, "Montag", "time", "DATE")
    desk = page.gold_desk
    assert desk is not None
    met = next(m for m in page.project.store.layered(FIRST.id, GOLD).mentions.values() if m.layer == "event")
    desk.annotating.focus(met.id)
    press(desk.canvas, "R")
    day = next(m for m, letters in desk.relating.hints.items() if words_of(page, m) == "Montag" and letters)
    for letter in desk.relating.hints[day]:
        press(desk.canvas, letter)
    assert len(links(page)) == 1
    back(page)
    row = page.session.row
    assert row is not None and (row.kind, row.text) == (Kind.ADDED, "traf → Montag")


def words_of(page: ReviewDesk, mention: str) -> str:
    held = page.project.store.layered(FIRST.id, GOLD).mentions
    return held[mention].text_of(FIRST.text)  # type: ignore[index]


def test_undo_in_the_gold_set_takes_the_last_decision_back(page: ReviewDesk, reviewing: MainWindow) -> None:
    add(page, "Schiff\u00adfahrt", "entity", "ORG")
    desk = page.gold_desk
    assert desk is not None
    press(desk.canvas, "Z")
    assert "Schiff\u00adfahrt" not in gold(page)
    press(desk.canvas, "Shift+Z")
    assert gold(page)["Schiff\u00adfahrt"] == "ORG"


def test_what_a_rule_took_over_is_mended_in_the_gold_set(page: ReviewDesk) -> None:
    press(page.canvas, "+")
    desk = page.gold_desk
    assert desk is not None and desk.session.state is not None
    town = next(m for m in desk.session.state.mentions.values() if m.text_of(FIRST.text) == "Füssen")
    desk.annotating.focus(town.id)
    press(desk.canvas, *label_key(page, "entity", "ORG"))
    assert gold(page)["Füssen"] == "ORG"
    back(page)
    assert verdict(page, "Füssen").choice is Choice.EDITED


def test_finishing_is_no_work_on_the_gold_set(page: ReviewDesk, reviewing: MainWindow) -> None:
    press(page.canvas, "+")
    reviewing._refresh()
    assert not reviewing.actions_["finish"].isEnabled()
    assert reviewing.actions_["label"].isEnabled()
    back(page)
    reviewing._refresh()
    assert not reviewing.actions_["label"].isEnabled(), "it would label in the annotator's own set"


def test_additions_stand_after_a_restart_and_in_the_export(
    page: ReviewDesk, reviewing: MainWindow, review_path: Path, qapp: QApplication, tmp_path: Path
) -> None:
    add(page, "Schiff\u00adfahrt", "entity", "ORG")
    back(page)
    reviewing.show_session(None)
    export_jsonl(review_path, tmp_path / "gold.jsonl", annotators=[GOLD])
    line = next(li for li in valid_lines(tmp_path / "gold.jsonl") if li["text"] == FIRST.text)
    (told,) = [one for one in line["verdicts"] if one["choice"] == "added"]
    assert (told["basis"], told["by"], told["compared"]) == ("adjudicated", "Jonte", [])
    assert reviewing.projects.open(review_path)
    press(reviewing, "Ctrl+3")
    again = reviewing.reviewing.page
    assert again is not None
    wait_until(qapp, lambda: not again.session.scanning)
    press(again.canvas, "Z")
    assert "Schiff\u00adfahrt" not in gold(again)


# Edit, then take -----------------------------------------------------------------------------------------


def test_borders_label_and_attributes_of_a_mention_are_edited_by_keys(page: ReviewDesk) -> None:
    press(page.canvas, "Tab")

    def change(dialog: EditMention) -> None:
        assert dialog.labels.hasFocus()
        press(dialog, "Alt+Shift+Right", "Alt+Shift+Right", "Alt+Shift+Left")
        dialog.labels.setCurrentIndex(dialog.labels.findData("ORG"))
        dialog.labels.activated.emit(dialog.labels.currentIndex())
        press(dialog, "Return")

    answer(EditMention, change)
    press(page.canvas, "E")
    assert gold(page)["Karla Weiß"] == "ORG"


def test_the_ends_and_the_label_of_a_relation_are_edited(page: ReviewDesk) -> None:
    press(page.canvas, "Return", "A", "B")
    assert current(page)[0] is Kind.RELATION_MISSING

    def change(dialog: EditRelation) -> None:
        north = next(n for n in range(dialog.tail.count()) if dialog.tail.itemText(n).startswith("Nördl"))
        dialog.tail.setCurrentIndex(north)
        assert dialog.labels.currentData() == "Ort"
        press(dialog, "Return")

    answer(EditRelation, change)
    press(page.canvas, "E")
    held = page.project.store.layered(FIRST.id, GOLD)
    (made,) = [r for r in held.relations.values() if r.label == "Ort"]
    assert held.mentions[made.tail].text_of(FIRST.text) == "Nördlingen"


def test_the_members_of_a_cluster_are_edited_by_digits(page: ReviewDesk) -> None:
    press(page.canvas, "Return", "A", "B", "A")
    assert current(page)[0] is Kind.CLUSTER_MEMBER

    def change(dialog: EditClusters) -> None:
        shown = [dialog.list.item(n).text() for n in range(dialog.list.count())]
        assert [text[0] for text in shown[:2]] == ["1", "1"]
        rows = [dialog.list.visualItemRect(dialog.list.item(n)) for n in range(2)]
        assert rows[0].height() > dialog.fontMetrics().height() + 8, "with room above and below"
        assert rows[1].top() > rows[0].bottom()
        man = next(n for n, text in enumerate(shown) if "Jörg Größl" in text.split("…")[0])
        dialog.list.setCurrentRow(0)
        press(dialog.list, "0")
        dialog.list.setCurrentRow(man)
        press(dialog.list, "1", "Return")

    # Only mentions of the layer may be members; Jörg Größl was taken as an organisation.
    answer(EditClusters, change)
    press(page.canvas, "E")
    held = page.project.store.layered(FIRST.id, GOLD)
    (cluster,) = held.clusters.values()
    assert {held.mentions[m].text_of(FIRST.text) for m in cluster.members} == {"Jörg Größl", "Weiß"}
    assert page.project.store.check() == []


def test_a_cluster_is_split_by_digits_and_taken_apart(page: ReviewDesk) -> None:
    press(page.canvas, "Return", "A", "B", "A")

    def change(dialog: EditClusters) -> None:
        for digit in "1122":
            press(dialog.list, digit, "Space")
        press(dialog.list, "Return")

    answer(EditClusters, change)
    press(page.canvas, "E")
    assert len(page.project.store.layered(FIRST.id, GOLD).clusters) == 2
    press(page.canvas, "Z")
    assert page.project.store.layered(FIRST.id, GOLD).clusters == {}


# Who may -------------------------------------------------------------------------------------------------


def test_who_neither_leads_nor_reviews_sees_why_nothing_can_be_decided(
    page: ReviewDesk, reviewing: MainWindow
) -> None:
    store = page.project.store
    roles.set_leads(store, ["Lea Öz"])
    roles.set_review(store, is_open=True)
    page.refresh()
    assert not page.bar.takes["A"].isEnabled()
    press(page.canvas, "A")
    assert "Nördlingen" not in gold(page)
    assert "Prüf" in reviewing.status.message
    press(page.canvas, "+")
    assert page.gold_desk is None
    roles.set_reviewers(store, ["Jonte"])
    press(page.canvas, "A")
    assert gold(page)["Nördlingen"] == "LOC"


@pytest.mark.parametrize("ticked", [True, False])
def test_identical_cases_are_shown_in_context_and_may_be_left_out(page: ReviewDesk, *, ticked: bool) -> None:
    press(page.canvas, "Tab")
    cases = page.inspector.identical
    cases.also.click()
    cases.show_button.click()
    assert cases.list.count() == 1
    assert "Ministerpräsidentin »Karla Weiß« traf am Dienstag" in cases.list.item(0).text()
    if not ticked:
        cases.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    press(page.canvas, "A")
    assert ("Ministerpräsidentin Karla Weiß" in gold(page, SECOND.id)) is ticked


# Open again ----------------------------------------------------------------------------------------------


def change_border(page: ReviewDesk) -> None:
    """Let the third annotator move a border in the first article, beneath a decision."""
    store = page.project.store
    editor = Editor(page.project, "çelik")
    editor.open(FIRST.id)
    title = next(
        m
        for m in store.layered(FIRST.id, "çelik").mentions.values()
        if m.text_of(FIRST.text) == "Ministerpräsidentin Karla Weiß"
    )
    assert editor.state is not None
    editor.perform(edits.grow(editor.state, FIRST, title.id, edge="start", tokens=-1))


@pytest.mark.parametrize("hidden", [True, False])
def test_a_reopened_decision_says_who_changed_what_and_when(
    page: ReviewDesk, reviewing: MainWindow, qapp: QApplication, *, hidden: bool
) -> None:
    press(page.canvas, "Tab", "A")
    change_border(page)
    press(reviewing, "Ctrl+2", "Ctrl+3")
    wait_until(qapp, lambda: not page.session.scanning)
    page.session.hide_names(hidden)
    row = next(r for r in page.session.all_rows if r.entry.standing is Standing.REOPENED)
    page.session.go_to(row.article_id, row.item)
    note = page.inspector.note.text()
    who = page.session.letters["çelik"] if hidden else "çelik"
    when = f"{datetime.now().astimezone():%d.%m.}"
    assert f"{who} hat die Grenze von „Karla Weiß“ geändert, {when}" in note
    assert ("çelik" in note) is not hidden
