"""The keys of the canvas, pressed in the real window; what they did is read from the project file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView

from annotator.core.annotation import SetState, Status
from annotator.core.article import ZoneKind
from annotator.gui.desk import Desk
from annotator.gui.dialogs.finish import FinishDialog
from annotator.gui.keymap import keymap
from annotator.gui.main_window import MainWindow
from annotator.gui.panels.label_menu import LabelMenu
from tests.gui.hands import answer, focused, links, on_disk, press, stored, words


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
        ((",",), "Karla"),
        ((";",), "Ministerpräsidentin Karla Weiß"),
        ((":",), "Weiß"),
        ((".", ".", ",", ";"), "Ministerpräsidentin Karla Weiß traf"),
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


def finish_anyway() -> None:
    answer(FinishDialog, lambda dialog: press(dialog.finish_button, "Return"))


def test_finishing_marks_the_article_and_opens_the_next_open_one(desk: Desk) -> None:
    first = desk.session.article
    assert first is not None
    finish_anyway()
    press(desk.canvas, "Ctrl+Return")
    assert desk.session.project.store.set_info(first.id, "Jonte").state is SetState.DONE
    assert desk.session.article is not None
    assert desk.session.article.id != first.id


def test_finishing_with_open_suggestions_says_how_many_and_can_lead_to_the_first(desk: Desk) -> None:
    said: list[str] = []

    def go_to_first(dialog: FinishDialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        press(dialog.first_button, "Space")

    press(desk.canvas, "Return", "Tab", "Tab")
    answer(FinishDialog, go_to_first)
    press(desk.canvas, "Ctrl+Return")
    assert "In diesem Artikel noch unentschieden: 4 Annotationen und 2 Relationen." in said
    assert desk.session.state is not None
    assert desk.session.state.set_state is SetState.OPEN
    assert focused(desk) == "traf"
    assert QApplication.focusWidget() is desk.canvas


def test_escape_leaves_an_article_with_open_suggestions_unfinished(desk: Desk) -> None:
    before = desk.annotating.item
    answer(FinishDialog, lambda dialog: press(dialog, "Esc"))
    press(desk.canvas, "Ctrl+Return")
    assert desk.session.state is not None
    assert desk.session.state.set_state is SetState.NEW
    assert desk.annotating.item == before


def test_finishing_asks_no_more_once_that_is_said(desk: Desk, window: MainWindow) -> None:
    def never_again(dialog: FinishDialog) -> None:
        dialog.no_more.click()
        press(dialog.finish_button, "Return")

    answer(FinishDialog, never_again)
    press(desk.canvas, "Ctrl+Return")
    assert not window.context.settings.current.ask_before_finishing
    press(desk.canvas, "K")
    window.actions_["reopen"].trigger()
    press(desk.canvas, "Ctrl+Return")
    assert desk.session.rows[0].state is SetState.DONE


def test_an_article_with_nothing_open_is_finished_without_a_question(desk: Desk) -> None:
    press(desk.canvas, *["Return"] * 7)
    assert desk.session.state is not None
    assert desk.session.state.open_total == 0
    first = desk.session.article
    press(desk.canvas, "Ctrl+Return")
    assert first is not None
    assert desk.session.project.store.set_info(first.id, "Jonte").state is SetState.DONE


def test_setting_aside_marks_the_article_and_moves_on(desk: Desk) -> None:
    first = desk.session.article
    assert first is not None
    press(desk.canvas, "Ctrl+Shift+Return")
    assert desk.session.project.store.set_info(first.id, "Jonte").state is SetState.SKIPPED


def test_a_finished_article_can_be_opened_again(desk: Desk, window: MainWindow) -> None:
    first = desk.session.article
    assert first is not None
    finish_anyway()
    press(desk.canvas, "Ctrl+Return", "K")
    window.actions_["reopen"].trigger()
    assert desk.session.project.store.set_info(first.id, "Jonte").state is SetState.OPEN


def test_escape_takes_the_focus_and_tab_goes_on_from_the_cursor(desk: Desk) -> None:
    press(desk.canvas, "Return", "Esc")
    assert desk.annotating.item is None
    press(desk.canvas, "Tab")
    assert focused(desk) == "traf"


def label_menu() -> LabelMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, LabelMenu)
    return menu


def offered(menu: LabelMenu) -> list[str]:
    """Return what the menu offers, without its headings."""
    items = [menu.list.item(row) for row in range(menu.list.count())]
    return [item.text() for item in items if item.flags() & Qt.ItemFlag.ItemIsSelectable]


def test_l_offers_every_label_under_the_name_of_its_layer(desk: Desk) -> None:
    press(desk.canvas, "L")
    menu = label_menu()
    scheme = desk.session.scheme
    assert offered(menu) == [label.text.de for _, label in scheme.labels()]
    headings = [menu.list.item(row).text() for row in range(menu.list.count())]
    assert {layer.text.de for layer in scheme.layers} <= set(headings)
    assert headings[0] == scheme.layers[0].text.de
    press(menu.field, "Down", "Return")
    assert stored(desk, "Karla Weiß").label == scheme.layers[0].labels[1].name


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("organ", "ORG"), ("ORG", "ORG"), ("2", "ORG"), ("place", "LOC"), ("ort", "LOC")],
    ids=["German name", "code", "key", "English name", "word"],
)
def test_typing_in_the_label_menu_narrows_it_down(desk: Desk, typed: str, wanted: str) -> None:
    press(desk.canvas, "L")
    menu = label_menu()
    QTest.keyClicks(menu.field, typed)
    assert len(offered(menu)) < len(list(desk.session.scheme.labels()))
    press(menu.field, "Return")
    assert stored(desk, "Karla Weiß").label == wanted


def test_the_label_menu_says_when_nothing_is_called_so_and_leaves_all_as_it_is(desk: Desk) -> None:
    press(desk.canvas, "L")
    menu = label_menu()
    QTest.keyClicks(menu.field, "Quark")
    assert offered(menu) == []
    press(menu.field, "Return", "Esc")
    assert on_disk(desk).mentions == {}
    assert QApplication.activePopupWidget() is None


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


def zones(desk: Desk) -> list[tuple[ZoneKind, str]]:
    """Return the zones in the file with their words."""
    article = desk.session.article
    assert article is not None
    held = desk.session.project.store.zones(article.id)
    return [(zone.kind, article.text[zone.start : zone.end].strip()) for zone in held]


def test_the_zone_at_the_focus_can_be_told_to_be_something_else(desk: Desk) -> None:
    article = desk.session.article
    assert article is not None
    desk.set_zone_here(ZoneKind.TEASER)
    QApplication.processEvents()
    assert [kind for kind, _ in zones(desk)] == [ZoneKind.HEADLINE, ZoneKind.TEASER]
    press(desk.canvas, "Z")
    assert desk.session.project.store.zones(article.id) == article.zones


def test_selected_words_become_a_zone_of_their_own_and_undo_joins_them_again(desk: Desk) -> None:
    article = desk.session.article
    assert article is not None
    press(desk.canvas, "Esc", "Ctrl+Home", "Shift+Right")
    desk.set_zone_here(ZoneKind.KICKER)
    assert zones(desk)[:2] == [(ZoneKind.KICKER, "Krise in"), (ZoneKind.HEADLINE, "Nördlingen 🚒")]
    press(desk.canvas, "Esc", "Ctrl+Home")
    desk.set_zone_here(ZoneKind.DATELINE)
    assert zones(desk)[:2] == [(ZoneKind.DATELINE, "Krise in"), (ZoneKind.HEADLINE, "Nördlingen 🚒")]
    press(desk.canvas, "Z", "Z")
    assert desk.session.project.store.zones(article.id) == article.zones


def list_rejected(desk: Desk) -> QListView:
    """Open the list under the filter of what is rejected, and choose its first row by keys."""
    found = desk.inspector.list
    press(desk.canvas, "Ctrl+L")
    found.status_combo.setCurrentIndex(3)
    found.refresh()
    assert QApplication.focusWidget() is found.view
    press(found.view, "Down")
    return found.view


def test_a_rejected_item_is_accepted_by_enter_in_the_list(desk: Desk) -> None:
    press(desk.canvas, "Backspace")
    view = list_rejected(desk)
    assert focused(desk) == "Karla Weiß"
    press(view, "Return")
    assert stored(desk, "Karla Weiß").status is Status.ACCEPTED
    assert focused(desk) == "Karla Weiß"


def test_a_rejected_item_is_relabelled_in_the_list(desk: Desk) -> None:
    press(desk.canvas, "Backspace")
    press(list_rejected(desk), "2")
    made = stored(desk, "Karla Weiß")
    assert (made.label, made.status) == ("ORG", Status.ACCEPTED)


def test_deleting_a_rejection_uncovers_the_suggestion_again(desk: Desk) -> None:
    press(desk.canvas, "Backspace")
    press(list_rejected(desk), "Del")
    assert on_disk(desk).mentions == {}
    assert focused(desk) == "Karla Weiß"
    mention = desk.annotating.mention
    assert mention is not None
    assert mention.status is Status.SUGGESTED


def test_undoing_another_label_gives_the_mention_its_focus_back(desk: Desk) -> None:
    press(desk.canvas, "3", "Tab", "Tab", "Z")
    assert focused(desk) == "Karla Weiß"
    assert on_disk(desk).mentions == {}


def test_swapping_the_ends_of_a_role_says_why_not(desk: Desk, window: MainWindow) -> None:
    press(desk.canvas, "Tab", "Tab")
    assert desk.annotating.relation is not None
    press(desk.canvas, "U")
    assert window.status.message.startswith("Eine Rolle führt immer vom Ereignis weg")
    assert on_disk(desk).relations == {}


def test_an_article_without_suggestions_says_so(desk: Desk, window: MainWindow) -> None:
    press(desk.canvas, "J", "Tab")
    assert window.status.message == "Dieser Artikel hat keine Vorschläge."


def test_every_decision_leaves_a_sound_file(desk: Desk) -> None:
    finish_anyway()
    press(desk.canvas, "Return", "2", "Backspace", ".", "Z", "Tab", "5", "Shift+Z", "Ctrl+Return", "K")
    assert desk.session.project.store.check() == []


def test_space_goes_to_what_is_at_the_cursor_decided_or_not_and_round(desk: Desk) -> None:
    press(desk.canvas, "Return")
    press(desk.canvas, "Esc", "Ctrl+Home", "Space")
    assert desk.annotating.item is None, "nothing is annotated there"
    state = desk.session.state
    assert state is not None
    karla = next(m for m in state.visible_mentions() if words(desk, m) == "Karla Weiß")
    while desk.session.article and desk.session.article.tokens[desk.canvas.cursor_token].start < karla.start:
        press(desk.canvas, "Right")
    press(desk.canvas, "Space")
    assert focused(desk) == "Karla Weiß"
    press(desk.canvas, "Space")
    assert focused(desk) == "Karla Weiß", "the only one there"


def test_space_shows_the_shortest_first_where_annotations_nest(desk: Desk) -> None:
    press(desk.canvas, "Esc", "Ctrl+Home")
    article, state = desk.session.article, desk.session.state
    assert article is not None and state is not None
    karla = next(m for m in state.visible_mentions() if words(desk, m) == "Karla Weiß")
    while article.tokens[desk.canvas.cursor_token].end < karla.end:
        press(desk.canvas, "Right")
    press(desk.canvas, "2")
    assert focused(desk) == "Weiß"
    press(desk.canvas, "Space")
    assert focused(desk) == "Karla Weiß"
    press(desk.canvas, "Space")
    assert focused(desk) == "Weiß"


def test_enter_in_the_field_of_a_time_stores_it_and_gives_the_keyboard_back(desk: Desk) -> None:
    state = desk.session.state
    assert state is not None
    desk.annotating.focus(next(m.id for m in state.visible_mentions() if m.layer == "time"))
    press(desk.canvas, "E")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "2024-03-18")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert QApplication.focusWidget() is desk.canvas
    assert desk.annotating.mention is not None
    assert desk.annotating.mention.attribute("value") == "2024-03-18"


def test_alt_and_zero_stand_for_the_tenth_value_and_shift_for_those_beyond(desk: Desk) -> None:
    found = [desk.window().findChild(QAction, f"value_{n}") is not None for n in (9, 10, 11, 20, 21)]
    assert found == [True, True, True, True, False]
    assert [keymap().keys(f"value_{n}") for n in (10, 11, 20)] == [
        ("Alt+0",),
        ("Alt+Shift+1",),
        ("Alt+Shift+0",),
    ]
