"""Labelling the same text everywhere and accepting many, by keys."""

from __future__ import annotations

from annotator.core.annotation import Status
from annotator.gui.desk import Desk
from annotator.gui.dialogs.accept_many import AcceptManyDialog
from annotator.gui.dialogs.apply_to_all import ApplyToAllDialog
from annotator.gui.main_window import MainWindow
from tests.gui.hands import answer, on_disk, press, stored, words

SECOND = 1


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
        assert len(dialog.ids) == 5
        dialog.score.setCurrentIndex(dialog.score.findData(0.5))
        assert len(dialog.ids) == 7
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
        assert len(dialog.ids) == 1
        dialog.accept_button.click()

    answer(AcceptManyDialog, persons)
    press(desk.canvas, "Shift+A")
    assert [words(desk, m) for m in on_disk(desk).mentions.values()] == ["Jörg Größl"]
    assert on_disk(desk).relations == {}


def test_nothing_is_left_to_accept_in_a_paragraph_without_suggestions(desk: Desk) -> None:
    desk.annotating.focus(None)
    desk.canvas.clear_selection()

    def here(dialog: AcceptManyDialog) -> None:
        dialog.where.setCurrentIndex(dialog.where.count() - 1)
        assert dialog.ids == []
        assert not dialog.accept_button.isEnabled()
        press(dialog, "Esc")

    desk.canvas.setFocus()
    press(desk.canvas, "Ctrl+Home")
    answer(AcceptManyDialog, here)
    press(desk.canvas, "Shift+A")
    assert on_disk(desk).mentions == {}
