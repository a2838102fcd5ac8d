"""Changing keys, and every place that shows them."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.annotation import Status
from annotator.gui.desk import Desk
from annotator.gui.dialogs.keys_now import focus_kind, now_group
from annotator.gui.dialogs.settings_keys import KeysPage
from annotator.gui.keymap import keymap
from annotator.gui.main_window import MainWindow
from annotator.gui.widgets.keycap import KeyCap
from tests.gui.hands import on_disk, press, stored


def page(window: MainWindow, identifier: str) -> KeysPage:
    window.actions_["change_keys"].trigger()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, KeysPage)
    shown.choose(identifier)
    assert shown.current == identifier
    return shown


def close(shown: KeysPage) -> None:
    shown.accept()
    QApplication.processEvents()


def caps(desk: Desk) -> list[str]:
    return [cap.text for cap in desk.strip.findChildren(KeyCap) if not cap.isHidden()]


def test_a_changed_key_works_at_once_and_the_old_one_no_more(window: MainWindow, desk: Desk) -> None:
    shown = page(window, "accept")
    press(shown.field, "H")
    assert shown.remark.text() == ""
    shown.only.click()
    close(shown)
    press(desk.canvas, "Return")
    assert on_disk(desk).mentions == {}
    press(desk.canvas, "H")
    assert stored(desk, "Karla Weiß").status is Status.ACCEPTED
    assert window.context.settings.current.keys == {"accept": ("H",)}
    assert "H" in caps(desk)
    assert window.actions_["accept"].shortcut().toString() == "H"


def test_a_key_as_well_keeps_the_others(window: MainWindow, desk: Desk) -> None:
    shown = page(window, "undo")
    press(shown.field, "Ctrl+H")
    shown.more.click()
    close(shown)
    assert keymap().keys("undo") == ("Ctrl+H", "Z", "Ctrl+Z")
    press(desk.canvas, "Return", "Ctrl+H")
    assert on_disk(desk).mentions == {}


def test_a_key_of_another_action_is_named_and_taken_from_it(window: MainWindow, desk: Desk) -> None:
    shown = page(window, "accept")
    press(shown.field, "Z")
    assert shown.remark.text() == "Z gehört zu „Rückgängig“; dort fällt sie weg."
    shown.only.click()
    close(shown)
    assert keymap().keys("undo") == ("Ctrl+Z",)
    press(desk.canvas, "Z")
    assert stored(desk, "Karla Weiß").status is Status.ACCEPTED


@pytest.mark.parametrize("key", ["1", "V"])
def test_a_key_of_the_scheme_is_named_and_the_label_keeps_it(
    window: MainWindow, desk: Desk, key: str
) -> None:
    shown = page(window, "accept")
    press(shown.field, key)
    assert f"In diesem Schema vergibt {key} Labels" in shown.remark.text()
    shown.more.click()
    close(shown)
    press(desk.canvas, key)
    assert all(m.label == "PER" for m in on_disk(desk).mentions.values())
    assert bool(desk.label_keys.begun) is (key == "V")


def test_a_key_of_the_cursor_is_refused(window: MainWindow) -> None:
    shown = page(window, "accept")
    press(shown.field, "Right")
    assert "bewegt den Cursor" in shown.remark.text()
    assert not shown.only.isEnabled()
    assert not shown.more.isEnabled()


def test_one_and_all_go_back_to_the_standard(window: MainWindow) -> None:
    shown = page(window, "accept")
    press(shown.field, "Z")
    shown.only.click()
    shown.choose("undo")
    shown.standard.click()
    assert keymap().keys("undo") == ("Z", "Ctrl+Z")
    assert keymap().keys("accept") == ()
    shown.all_standard.click()
    assert keymap().own == {}
    assert keymap().keys("accept") == ("Return", "Enter")
    assert window.context.settings.current.keys == {}


def test_a_sign_that_needs_shift_is_recorded_as_the_sign(window: MainWindow) -> None:
    shown = page(window, "accept")
    QTest.keyClicks(shown.field, "?")
    assert shown.field.key == "?"
    press(shown.field, "Shift+H")
    assert shown.field.key == "Shift+H"


@pytest.mark.parametrize(
    ("keys", "kind", "text"),
    [
        ((), "mention", "Relation von hier"),
        (("Tab",), "event", "Faktizität: möglich"),
        (("Tab", "Tab"), "relation", "Enden der Relation tauschen"),
        (("Esc",), "cursor", "Nächster Vorschlag"),
        (("Esc", "Right", "Shift+Right"), "selection", "Wörter auswählen"),
    ],
)
def test_the_overlay_begins_with_what_applies_now(
    desk: Desk, window: MainWindow, keys: tuple[str, ...], kind: str, text: str
) -> None:
    press(desk.canvas, *keys)
    assert focus_kind(desk) == kind
    assert text in [what for _, what in now_group(desk)[1]]


def test_the_overlay_shows_a_changed_key(desk: Desk, window: MainWindow) -> None:
    keymap().set_own({"accept": ("H",)})
    assert (("H",), "Annehmen") in now_group(desk)[1]
    keymap().set_own({})


def test_every_action_is_named_in_full(window: MainWindow, desk: Desk) -> None:
    shown = page(window, "accept")
    table = shown.table
    for row in range(table.topLevelItemCount()):
        item = table.topLevelItem(row)
        assert item is not None
        assert table.fontMetrics().horizontalAdvance(item.text(0)) < table.columnWidth(0), item.text(0)
    close(shown)
