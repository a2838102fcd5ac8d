"""Labelling the same text everywhere and accepting many, by keys."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.annotation import SetState, Status
from annotator.core.change import MentionChange, Operation
from annotator.core.ids import OperationId, new_id
from annotator.gui.bulk_edits import paragraph_at
from annotator.gui.desk import Desk
from annotator.gui.dialogs import accept_many
from annotator.gui.dialogs.accept_many import EVERYWHERE, AcceptManyDialog
from annotator.gui.dialogs.apply_to_all import ApplyToAllDialog
from annotator.gui.dialogs.finish import FinishDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.search.hits_model import Column
from annotator.store import MACHINE
from tests.gui.hands import answer, on_disk, press, stored, words
from tests.support.build import suggest

SECOND = 1


@pytest.fixture
def both(desk: Desk) -> Desk:
    """The window with two persons suggested in the second article as well."""
    store = desk.session.project.store
    article = store.article(desk.session.rows[SECOND].id)
    made = [suggest(article, name, "entity", "PER") for name in ("Inge Öz", "Karla Weiß")]
    changes = tuple(MentionChange(None, mention) for mention in made)
    operation = Operation(
        id=OperationId(new_id()),
        article_id=article.id,
        annotator=MACHINE,
        author=MACHINE,
        at=datetime.now(UTC),
        name="pretag",
        changes=changes,
    )
    store.append(operation, expected_revision=0)
    desk.session.read_rows()
    return desk


def chosen(dialog: AcceptManyDialog) -> list[str]:
    return [identifier for ids in dialog.ids.values() for identifier in ids]


def ask_everywhere(dialog: AcceptManyDialog) -> None:
    dialog.where.setCurrentIndex(dialog.where.findData(EVERYWHERE))
    while dialog.model.busy:
        QApplication.processEvents()


def focus(desk: Desk, text: str) -> None:
    state = desk.session.state
    assert state is not None
    desk.annotating.focus(next(m.id for m in state.visible_mentions() if words(desk, m) == text))


def decided_everywhere(desk: Desk) -> int:
    store = desk.session.project.store
    return sum(len(store.layered(row.id, desk.session.annotator).mentions) for row in desk.session.rows)


def test_the_same_text_is_labelled_in_all_articles_with_one_undo(desk: Desk, window: MainWindow) -> None:
    focus(desk, "Füssen")

    def everywhere(dialog: ApplyToAllDialog) -> None:
        assert len(dialog.places) == 1
        dialog.everywhere.setChecked(True)
        assert len(dialog.places) == 2
        press(dialog.table, "Return")

    answer(ApplyToAllDialog, everywhere)
    press(desk.canvas, "Shift+W")
    assert decided_everywhere(desk) == 2
    assert stored(desk, "Füssen").status is Status.ACCEPTED
    press(desk.canvas, "Z")
    assert decided_everywhere(desk) == 0
    press(desk.canvas, "Shift+Z")
    assert decided_everywhere(desk) == 2
    assert desk.session.rows[SECOND].state.value == "open"


def test_a_place_that_space_takes_out_is_left_alone(desk: Desk) -> None:
    focus(desk, "Füssen")

    def only_the_other(dialog: ApplyToAllDialog) -> None:
        dialog.everywhere.setChecked(True)
        dialog.table.go_to(0)
        press(dialog.table, "Space", "Return")

    answer(ApplyToAllDialog, only_the_other)
    press(desk.canvas, "Shift+W")
    assert decided_everywhere(desk) == 1
    assert on_disk(desk).mentions == {}


def test_escape_labels_nothing(desk: Desk) -> None:
    focus(desk, "Füssen")
    answer(ApplyToAllDialog, lambda dialog: press(dialog, "Esc"))
    press(desk.canvas, "Shift+W")
    assert decided_everywhere(desk) == 0


def test_what_is_sure_is_accepted_with_its_relations_and_one_undo(desk: Desk) -> None:
    def sure(dialog: AcceptManyDialog) -> None:
        dialog.score.setCurrentIndex(dialog.score.findData(0.8))
        assert len(chosen(dialog)) == 5
        dialog.score.setCurrentIndex(dialog.score.findData(0.5))
        assert len(chosen(dialog)) == 7
        press(dialog.table, "Return")

    answer(AcceptManyDialog, sure)
    press(desk.canvas, "Shift+A")
    held = on_disk(desk)
    assert (len(held.mentions), len(held.relations)) == (5, 2)
    press(desk.canvas, "Z")
    assert on_disk(desk).mentions == {}


def test_a_label_alone_is_accepted_without_relations(desk: Desk) -> None:
    def persons(dialog: AcceptManyDialog) -> None:
        dialog.label.setCurrentIndex(dialog.label.findText("Person"))
        dialog.table.go_to(0)
        press(dialog.table, "Space")
        assert len(chosen(dialog)) == 1
        dialog.accept_button.click()

    answer(AcceptManyDialog, persons)
    press(desk.canvas, "Shift+A")
    assert [words(desk, m) for m in on_disk(desk).mentions.values()] == ["Jörg Größl"]
    assert on_disk(desk).relations == {}


def test_what_stands_in_the_paragraph_of_the_focus_is_accepted(desk: Desk) -> None:
    focus(desk, "Montag")

    def here(dialog: AcceptManyDialog) -> None:
        dialog.where.setCurrentIndex(dialog.where.findText("Dieser Absatz"))
        press(dialog.table, "Return")

    answer(AcceptManyDialog, here)
    press(desk.canvas, "Shift+A")
    held = on_disk(desk)
    assert (len(held.mentions), len(held.relations)) == (5, 2)


@pytest.mark.parametrize(("at", "expected"), [(0, "Größe"), (7, "Ä\u2028ß"), (11, "Öl"), (13, "Öl")])
def test_a_paragraph_ends_where_the_canvas_ends_it(at: int, expected: str) -> None:
    text = "Größe\n\nÄ\u2028ß\u2029Öl"
    span = paragraph_at(text, at)
    assert text[span.start : span.end] == expected


def test_nothing_is_left_to_accept_in_a_paragraph_without_suggestions(desk: Desk) -> None:
    desk.annotating.focus(None)
    desk.canvas.clear_selection()

    def here(dialog: AcceptManyDialog) -> None:
        dialog.where.setCurrentIndex(dialog.where.findText("Dieser Absatz"))
        assert dialog.ids == {}
        assert not dialog.accept_button.isEnabled()
        press(dialog, "Esc")

    desk.canvas.setFocus()
    press(desk.canvas, "Ctrl+Home")
    answer(AcceptManyDialog, here)
    press(desk.canvas, "Shift+A")
    assert on_disk(desk).mentions == {}


def test_what_is_sure_is_accepted_in_all_unfinished_articles_with_one_undo(
    both: Desk, window: MainWindow
) -> None:
    def everywhere(dialog: AcceptManyDialog) -> None:
        assert dialog.table.isColumnHidden(Column.ARTICLE)
        ask_everywhere(dialog)
        assert not dialog.table.isColumnHidden(Column.ARTICLE)
        assert [hit.title for hit in dialog.model.hits][-2:] == [both.session.rows[SECOND].title] * 2
        dialog.table.go_to(dialog.model.rowCount() - 1)
        press(dialog.table, "Space", "Return")

    answer(AcceptManyDialog, everywhere)
    press(both.canvas, "Shift+A")
    held = on_disk(both)
    assert (len(held.mentions), len(held.relations)) == (5, 2)
    assert decided_everywhere(both) == 6
    assert both.session.rows[SECOND].state is SetState.OPEN
    assert both.session.rows[SECOND].open_suggestions == 1
    press(both.canvas, "Z")
    assert decided_everywhere(both) == 0
    assert both.session.rows[SECOND].state is SetState.NEW
    press(both.canvas, "Shift+Z")
    assert decided_everywhere(both) == 6


def test_a_finished_article_is_left_out_where_all_unfinished_ones_are_meant(both: Desk) -> None:
    press(both.canvas, "J")
    answer(FinishDialog, lambda dialog: press(dialog.finish_button, "Return"))
    press(both.canvas, "Ctrl+Return")
    assert both.session.rows[SECOND].state is SetState.DONE
    seen: list[int] = []

    def everywhere(dialog: AcceptManyDialog) -> None:
        seen.append(dialog.where.findData(EVERYWHERE))
        ask_everywhere(dialog)
        seen.append(dialog.model.rowCount())
        press(dialog, "Esc")

    answer(AcceptManyDialog, everywhere)
    press(both.canvas, "Shift+A")
    assert seen == [2, 5]


def test_a_label_is_accepted_in_all_unfinished_articles(both: Desk) -> None:
    def persons(dialog: AcceptManyDialog) -> None:
        dialog.label.setCurrentIndex(dialog.label.findText("Person"))
        ask_everywhere(dialog)
        press(dialog.accept_button, "Space")

    answer(AcceptManyDialog, persons)
    press(both.canvas, "Shift+A")
    assert decided_everywhere(both) == 4
    assert {m.label for m in on_disk(both).mentions.values()} == {"PER"}


def test_more_than_can_be_shown_is_told_and_left_for_the_next_time(
    both: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accept_many, "MOST", 6)

    def first_six(dialog: AcceptManyDialog) -> None:
        ask_everywhere(dialog)
        assert "der Rest kommt beim nächsten Mal" in dialog.told
        dialog.accept_button.click()

    answer(AcceptManyDialog, first_six)
    press(both.canvas, "Shift+A")
    assert decided_everywhere(both) == 6
    assert both.session.rows[SECOND].open_suggestions == 1
