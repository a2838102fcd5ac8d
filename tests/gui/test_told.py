"""What a person is told by keys that can do nothing, and for how long it stays true."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from annotator.gui.canvas.page import ArcsMode
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from tests.gui.hands import focused, on_disk, press
from tests.gui.test_time_values import label_dienstag, strip_words


def to_a_relation(desk: Desk) -> None:
    while desk.annotating.relation is None:
        press(desk.canvas, "Tab")


@pytest.mark.parametrize("key", ["F", "N", "E", "Alt+2"])
def test_a_key_for_words_says_at_a_relation_how_to_get_to_them(
    window: MainWindow, desk: Desk, key: str
) -> None:
    to_a_relation(desk)
    QApplication.processEvents()
    window._refresh()
    press(desk.canvas, key)
    assert window.status.message.startswith("Das haben nur Annotationen von Wörtern.")
    assert on_disk(desk).mentions == {}
    press(desk.canvas, "Space")
    assert focused(desk) == "traf", "the key that was named leads to the event"


def test_a_key_without_anything_in_focus_says_what_is_missing(window: MainWindow, desk: Desk) -> None:
    press(desk.canvas, "Esc", "Esc")
    window._refresh()
    press(desk.canvas, "F")
    assert window.status.message == "Keine Annotation im Text hat den Fokus."


def test_going_round_is_said_in_both_directions(window: MainWindow, desk: Desk) -> None:
    first = desk.annotating.item
    press(desk.canvas, "Tab")
    assert window.status.message == ""
    press(desk.canvas, "Shift+Tab", "Shift+Tab")
    assert desk.annotating.item != first
    assert window.status.message == "Davor ist nichts mehr offen; weiter am Ende."
    press(desk.canvas, "Tab")
    assert desk.annotating.item == first
    assert window.status.message == "Danach ist nichts mehr offen; weiter am Anfang."


def test_a_message_goes_with_the_next_step(window: MainWindow, desk: Desk) -> None:
    press(desk.canvas, "Shift+Tab")
    assert window.status.message
    press(desk.canvas, "Return")
    assert window.status.message == ""


def test_all_decided_is_no_longer_said_when_a_step_is_taken_back(window: MainWindow, desk: Desk) -> None:
    state = desk.session.state
    assert state is not None
    for _ in range(state.open_total):
        press(desk.canvas, "Return")
    press(desk.canvas, "Tab")
    assert window.status.message == "Alle Vorschläge sind entschieden."
    press(desk.canvas, "Z")
    assert window.status.message == ""


def test_in_a_panel_the_strip_says_the_way_back_and_not_the_keys_of_the_text(desk: Desk) -> None:
    label_dienstag(desk)
    press(desk.canvas, "E")
    QApplication.processEvents()
    assert "zurück zum Text" in strip_words(desk)
    assert "ablehnen" not in strip_words(desk)
    target = QApplication.focusWidget()
    assert target is not None and target is not desk.canvas
    press(target, "Esc")
    assert QApplication.focusWidget() is desk.canvas
    assert "zurück zum Text" not in strip_words(desk)


@pytest.mark.parametrize("key", ["Ctrl+Shift+K", "Ctrl+F8", "Ctrl+H", "N", "Shift+R"])
def test_the_way_back_that_the_strip_says_leads_back(window: MainWindow, desk: Desk, key: str) -> None:
    while focused(desk) != "traf":
        press(desk.canvas, "Tab")
    window._refresh()
    press(desk.canvas, key)
    QApplication.processEvents()
    target = QApplication.focusWidget()
    assert target is not None
    if target is not desk.canvas:
        assert "zurück zum Text" in strip_words(desk)
        press(target, "Esc")
    assert QApplication.focusWidget() is desk.canvas


def test_the_list_has_the_keys_of_the_text_in_the_strip(desk: Desk) -> None:
    press(desk.canvas, "Ctrl+L")
    QApplication.processEvents()
    assert QApplication.focusWidget() is desk.inspector.list.view
    assert "ablehnen" in strip_words(desk)


def test_one_key_goes_through_the_ways_to_draw_relations(window: MainWindow, desk: Desk) -> None:
    shown = []
    for _ in range(3):
        press(desk.canvas, "F9")
        shown.append((desk.canvas.arcs_mode, window.status.message))
    assert [mode for mode, _ in shown] == [ArcsMode.FOCUS, ArcsMode.NONE, ArcsMode.ALL]
    assert shown[1][1] == "Keine Relationen"
    assert window.actions_["arcs_all"].isChecked()
    assert desk.strip.findChildren(QLabel)
