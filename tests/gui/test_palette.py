"""The command palette: what it finds, what it shows, what Enter does."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.annotation import Status
from annotator.gui.desk import Desk
from annotator.gui.fuzzy import closeness
from annotator.gui.main_window import MainWindow
from annotator.gui.palette import Entry, Palette, ranked
from tests.gui.hands import focused, on_disk, press, stored


def opened(window: MainWindow, typed: str = "") -> Palette:
    assert window.desk is not None
    press(window.desk.canvas, "Ctrl+Shift+P")
    palette = QApplication.activeModalWidget()
    assert isinstance(palette, Palette)
    palette.field.setText(typed)
    return palette


def first(palette: Palette) -> Entry:
    assert palette.current is not None
    return palette.current


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("find in art", "find"),
        ("suchen", "find"),
        ("Rückgängig", "undo"),
        ("ruckgangig", "undo"),
        ("undo", "undo"),
        ("vorannot", "pretag"),
        ("pretag", "pretag"),
        ("artikel abschl", "finish"),
        ("abschl artikel", "finish"),
        ("einst", "settings"),
        ("stngs", "settings"),
    ],
)
def test_an_action_is_found_in_either_language_by_some_of_its_letters(
    window: MainWindow, typed: str, found: str
) -> None:
    assert first(opened(window, typed)).id == found


def test_every_action_is_found_by_its_whole_name_in_both_languages(window: MainWindow) -> None:
    palette = opened(window)
    for entry in list(palette._entries):
        for name in entry.names:
            palette.field.setText(name)
            shown = [one.id for one in ranked(palette._entries, name, ())[:5]]
            assert entry.id in shown, f"{name}: {shown}"


def test_enter_does_it_once_the_text_has_the_keyboard_again(window: MainWindow, desk: Desk) -> None:
    palette = opened(window, "annehmen")
    press(palette.field, "Return")
    QApplication.processEvents()
    assert QApplication.activeModalWidget() is None
    assert stored(desk, "Karla Weiß").status is Status.ACCEPTED
    assert focused(desk) == "traf"
    assert QApplication.focusWidget() is desk.canvas


def test_a_label_is_given_to_the_focused_annotation_or_to_the_selection(
    window: MainWindow, desk: Desk
) -> None:
    press(opened(window, "Organisation").field, "Return")
    QApplication.processEvents()
    assert stored(desk, "Karla Weiß").label == "ORG"
    press(desk.canvas, "Esc", "Ctrl+Home", "Right", "Shift+Right")
    press(opened(window, "misc").field, "Return")
    QApplication.processEvents()
    assert stored(desk, "in Nördlingen").label == "MISC"


def test_what_cannot_be_done_says_why_and_is_not_done(window: MainWindow, desk: Desk) -> None:
    palette = opened(window, "Enden der Relation")
    assert first(palette).id == "reverse"
    assert first(palette).reason == "Keine Relation hat den Fokus."
    press(palette.field, "Return")
    assert palette.isVisible()
    assert on_disk(desk).mentions == {}


def test_what_was_done_last_stands_first(window: MainWindow, desk: Desk) -> None:
    press(opened(window, "Nächster Artikel").field, "Return")
    QApplication.processEvents()
    press(opened(window, "annehmen").field, "Return")
    QApplication.processEvents()
    palette = opened(window)
    assert [entry.id for entry in palette._model.shown[:2]] == ["accept", "next_article"]
    assert window.context.settings.current.used_actions[:2] == ("accept", "next_article")


def test_arrows_choose_and_escape_leaves_everything_as_it_was(window: MainWindow, desk: Desk) -> None:
    palette = opened(window)
    top = first(palette)
    press(palette.field, "Down", "Down", "Up")
    assert first(palette) is palette._model.shown[1]
    assert first(palette) is not top
    press(palette.field, "Esc")
    assert QApplication.activeModalWidget() is None
    assert on_disk(desk).mentions == {}


def test_the_keys_are_shown_as_they_are_printed(window: MainWindow) -> None:
    assert first(opened(window, "rückgängig")).keys == ("Z", "Strg+Z")


def test_without_a_project_only_labels_are_missing(window: MainWindow) -> None:
    window.projects.close()
    window.dialogs.show_palette()
    palette = QApplication.activeModalWidget()
    assert isinstance(palette, Palette)
    palette.field.setText("pretag")
    assert first(palette).reason == "Öffne zuerst ein Projekt."


@pytest.mark.parametrize(
    ("query", "near", "far"),
    [
        ("rel", "Relation von hier", "Alle Relationen"),
        ("rel", "Alle Relationen", "Barrel"),
        ("barr", "Barrel", "Bastian rar Anna"),
        ("öff", "Öffnen", "Projekt öffnen"),
        ("straße", "STRASSE", "Landstraße"),
        ("voriger", "Voriger", "Voriger Vorschlag"),
    ],
)
def test_the_nearer_name_fits_better(query: str, near: str, far: str) -> None:
    one, other = closeness(query, [near]), closeness(query, [far])
    assert one is not None and other is not None
    assert one > other


def test_letters_in_another_order_do_not_fit() -> None:
    assert closeness("nehf", ["Annehmen"]) is None
    assert closeness("", ["Annehmen"]) is not None
