"""The keys of the canvas, pressed in the real window; what they did is read from the project file."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.core.annotation import SetState, Status
from annotator.core.article import ZoneKind
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from tests.gui.hands import focused, links, on_disk, press, stored, words


def test_the_first_suggestion_has_the_focus_when_an_article_opens(desk: Desk) -> None:
    assert focused(desk) == "Karla Weiß"
    assert desk.canvas.focus_item == desk.annotating.item


def test_enter_accepts_and_goes_to_the_next_suggestion(desk: Desk) -> None:
    press(desk.canvas, "Return")
    assert stored(desk, "Karla Weiß").status is Status.ACCEPTED
    assert focused(desk) == "traf"


def test_the_keypad_accepts_too(desk: Desk) -> None:
    press(desk.canvas, "Enter")
    assert stored(desk, "Karla Weiß").status is Status.ACCEPTED


def test_backspace_rejects_and_goes_to_the_next_suggestion(desk: Desk) -> None:
    press(desk.canvas, "Backspace")
    assert stored(desk, "Karla Weiß").status is Status.REJECTED
    assert focused(desk) == "traf"


def test_arguments_are_decided_right_after_their_event(desk: Desk) -> None:
    press(desk.canvas, "Tab", "Return")
    assert stored(desk, "traf").status is Status.ACCEPTED
    assert desk.annotating.relation is not None
    press(desk.canvas, "Return")
    assert links(desk) == [("Teilnehmer", "traf", "Karla Weiß")]
    assert stored(desk, "Karla Weiß").status is Status.ACCEPTED


def test_tab_and_shift_tab_walk_there_and_back_and_round(desk: Desk) -> None:
    start = desk.annotating.item
    seen = [start]
    while True:
        press(desk.canvas, "Tab")
        if desk.annotating.item == start:
            break
        seen.append(desk.annotating.item)
    assert len(seen) == len(set(seen)) == 7
    press(desk.canvas, "Shift+Tab")
    assert desk.annotating.item == seen[-1]
    assert on_disk(desk).mentions == {}


def test_a_label_key_relabels_the_focused_suggestion_and_accepts_it(desk: Desk) -> None:
    press(desk.canvas, "2")
    made = stored(desk, "Karla Weiß")
    assert (made.label, made.status) == ("ORG", Status.ACCEPTED)
    assert focused(desk) == "Karla Weiß"


def test_a_label_key_labels_the_selected_words(desk: Desk) -> None:
    press(desk.canvas, "Esc", "Ctrl+Home", "Right", "Shift+Right", "4")
    made = stored(desk, "in Nördlingen")
    assert (made.label, made.status, made.provenance.author) == ("MISC", Status.ACCEPTED, "Jonte")
    assert focused(desk) == "in Nördlingen"
    assert desk.canvas.selection() is None


def test_a_label_key_labels_the_word_at_the_cursor(desk: Desk) -> None:
    press(desk.canvas, "Esc", "Ctrl+Home", "Right", "Right", "3")
    assert stored(desk, "Nördlingen").label == "LOC"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((".",), "Karla Weiß traf"),
        (("Alt+Right",), "Karla Weiß traf"),
        ((",",), "Karla"),
        (("Alt+Left",), "Karla"),
        (("Shift+,",), "Ministerpräsidentin Karla Weiß"),
        (("Alt+Shift+Left",), "Ministerpräsidentin Karla Weiß"),
        (("Shift+.",), "Weiß"),
        (("Alt+Shift+Right",), "Weiß"),
        ((".", ".", ",", "Shift+,"), "Ministerpräsidentin Karla Weiß traf"),
    ],
)
def test_both_ends_move_word_by_word(desk: Desk, keys: tuple[str, ...], expected: str) -> None:
    press(desk.canvas, *keys)
    assert stored(desk, expected).status is Status.ACCEPTED


def test_a_border_that_cannot_move_is_told_and_changes_nothing(desk: Desk, window: MainWindow) -> None:
    press(desk.canvas, ",", ",")
    assert stored(desk, "Karla").label == "PER"
    assert "Grenze" in window.status.message


def test_delete_takes_an_own_mention_away_and_stays(desk: Desk) -> None:
    press(desk.canvas, "Esc", "Ctrl+Home", "4", "Del")
    assert on_disk(desk).mentions == {}
    assert desk.annotating.item is None


def test_z_undoes_and_shift_z_redoes_with_the_focus_where_it_was(desk: Desk) -> None:
    press(desk.canvas, "Return", "Return", "Z")
    assert stored(desk, "Karla Weiß").status is Status.ACCEPTED
    assert focused(desk) == "traf"
    press(desk.canvas, "Z")
    assert on_disk(desk).mentions == {}
    assert focused(desk) == "Karla Weiß"
    press(desk.canvas, "Shift+Z", "Ctrl+Y")
    assert {words(desk, m) for m in on_disk(desk).mentions.values()} == {"Karla Weiß", "traf"}


def test_undo_survives_closing_the_project(window: MainWindow, desk: Desk) -> None:
    path = desk.session.project.path
    press(desk.canvas, "Return")
    window.projects.close()
    assert window.projects.open(path)
    again = window.desk
    assert again is not None
    press(again.canvas, "Ctrl+Z")
    assert on_disk(again).mentions == {}


def test_typing_in_a_field_is_no_command(desk: Desk, window: MainWindow) -> None:
    press(window, "Ctrl+F")
    field = QApplication.focusWidget()
    assert field is window.toolbar.search.edit
    for key in ("z", "1", "r", "Backspace", "Return"):
        press(field, key)
    assert on_disk(desk).mentions == {}
    assert not desk.relating.active


def test_j_and_k_go_through_the_articles(desk: Desk) -> None:
    first = desk.session.article
    press(desk.canvas, "J")
    second = desk.session.article
    assert first is not None and second is not None
    assert second.id != first.id
    press(desk.canvas, "K")
    assert desk.session.article is not None
    assert desk.session.article.id == first.id


def test_finishing_marks_the_article_and_opens_the_next_open_one(desk: Desk) -> None:
    first = desk.session.article
    assert first is not None
    press(desk.canvas, "Ctrl+Return")
    assert desk.session.project.store.set_info(first.id, "Jonte").state is SetState.DONE
    assert desk.session.article is not None
    assert desk.session.article.id != first.id


def test_setting_aside_marks_the_article_and_moves_on(desk: Desk) -> None:
    first = desk.session.article
    assert first is not None
    press(desk.canvas, "Ctrl+Shift+Return")
    assert desk.session.project.store.set_info(first.id, "Jonte").state is SetState.SKIPPED


def test_a_finished_article_can_be_opened_again(desk: Desk, window: MainWindow) -> None:
    first = desk.session.article
    assert first is not None
    press(desk.canvas, "Ctrl+Return", "K")
    window.actions_["reopen"].trigger()
    assert desk.session.project.store.set_info(first.id, "Jonte").state is SetState.OPEN


def test_escape_takes_the_focus_and_tab_goes_on_from_the_cursor(desk: Desk) -> None:
    press(desk.canvas, "Return", "Esc")
    assert desk.annotating.item is None
    press(desk.canvas, "Tab")
    assert focused(desk) == "traf"


def test_l_offers_every_label(desk: Desk) -> None:
    press(desk.canvas, "L")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    labels = [a.text().split("\t")[0] for a in menu.actions() if a.isEnabled() and not a.isSeparator()]
    assert labels == [label.text.de for _, label in desk.session.scheme.labels()]
    next(a for a in menu.actions() if a.text().startswith("Organisation")).trigger()
    menu.close()
    assert stored(desk, "Karla Weiß").label == "ORG"


def test_n_leads_to_the_note_which_is_kept_when_it_is_left(desk: Desk) -> None:
    press(desk.canvas, "N")
    field = QApplication.focusWidget()
    assert field is desk.inspector.note.field
    desk.inspector.note.field.insertPlainText("„Weiß“ – oder weiß?\u2028🚒")
    press(desk.inspector.note.field, "Esc")
    assert stored(desk, "Karla Weiß").note == "„Weiß“ – oder weiß?\n🚒"
    assert QApplication.focusWidget() is desk.canvas


def test_a_note_being_written_is_kept_when_the_article_is_left(desk: Desk, window: MainWindow) -> None:
    first = desk.session.article
    assert first is not None
    press(desk.canvas, "N")
    desk.inspector.note.field.insertPlainText("prüfen")
    window.actions_["next_article"].trigger()
    held = desk.session.project.store.layered(first.id, "Jonte")
    assert [m.note for m in held.mentions.values()] == ["prüfen"]


def test_the_paragraph_at_the_focus_can_be_told_to_be_something_else(desk: Desk) -> None:
    article = desk.session.article
    assert article is not None
    desk.set_zone_here(ZoneKind.TEASER)
    QApplication.processEvents()
    zones = desk.session.project.store.zones(article.id)
    assert {zone.kind for zone in zones} == {ZoneKind.HEADLINE, ZoneKind.TEASER}
    press(desk.canvas, "Z")
    assert desk.session.project.store.zones(article.id) == article.zones


def test_every_decision_leaves_a_sound_file(desk: Desk) -> None:
    press(desk.canvas, "Return", "2", "Backspace", ".", "Z", "Tab", "5", "Shift+Z", "Ctrl+Return", "K")
    assert desk.session.project.store.check() == []
