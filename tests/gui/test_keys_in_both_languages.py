"""A key of the table is the same key in either language, whatever it is called there."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Status
from annotator.gui.actions import ACTIONS
from annotator.gui.app import Application
from annotator.gui.i18n import LANGUAGES
from annotator.gui.keymap import keymap
from annotator.gui.main_window import MainWindow
from annotator.gui.widgets.keycap import key_text
from tests.gui.hands import press, stored
from tests.gui.test_who_stays import anew


@pytest.fixture(params=LANGUAGES)
def either(
    request: pytest.FixtureRequest, application: Application, window: MainWindow, qtbot: QtBot
) -> MainWindow:
    return window if request.param == "de" else anew(application, qtbot, language=request.param)


@pytest.mark.parametrize("key", ["Return", "Enter"])
def test_both_enter_keys_accept(either: MainWindow, key: str) -> None:
    assert either.desk is not None
    press(either.desk.canvas, key)
    assert stored(either.desk, "Karla Weiß").status is Status.ACCEPTED


def test_the_keys_of_the_table_are_what_they_say(either: MainWindow) -> None:
    for spec in ACTIONS:
        keys = (*spec.canvas_keys, *spec.keys)
        assert keymap().keys(spec.id) == keys
        there = {one.toString() for one in either.actions_[spec.id].shortcuts()}
        assert there == set(spec.canvas_keys or spec.keys), spec.id


def test_the_two_enter_keys_have_two_names(either: MainWindow) -> None:
    assert key_text("Return") != key_text("Enter")
    assert "Eingabe" in key_text("Return") or key_text("Return") == "Enter"


def test_a_key_that_was_set_is_the_same_in_either_language(either: MainWindow) -> None:
    keymap().set_own({"accept": ("Enter",)})
    assert keymap().keys("accept") == ("Enter",)
    keymap().set_own({})
