"""While another page is shown, nothing happens on the one that nobody sees; the keyboard stays in sight."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.annotation import SetState
from annotator.gui.actions import ACTIONS
from annotator.gui.desk import Desk
from annotator.gui.dialogs.base import Dialog
from annotator.gui.main_window import MainWindow
from annotator.gui.palette import entries
from tests.gui.hands import answer, press

PAGES = ("articles", "review", "search")


@pytest.fixture(params=PAGES)
def away(request: pytest.FixtureRequest, window: MainWindow, desk: Desk, qtbot: QtBot) -> MainWindow:
    """A page that is not the one where one annotates, with a mention in focus there."""
    desk.annotating.focus_next()
    assert desk.annotating.mention is not None
    window.show_mode(request.param)
    qtbot.waitUntil(lambda: not window.actions_["accept"].isEnabled())
    return window


def test_nothing_that_changes_the_article_can_be_done(away: MainWindow) -> None:
    done = [
        spec.id
        for spec in ACTIONS
        if spec.writes
        and spec.need.value in ("article", "item", "mention")
        and away.actions_[spec.id].isEnabled()
    ]
    assert done == []
    assert "Annotieren" in away.actions_.hindrance("finish")


def test_the_keys_of_the_article_leave_it_alone(away: MainWindow, desk: Desk) -> None:
    before = desk.session.state
    press(away, "Ctrl+Return")
    assert desk.session.state is before
    assert before is not None and before.set_state is SetState.NEW


def test_no_label_is_offered_for_what_nobody_sees(away: MainWindow) -> None:
    labels = [entry for entry in entries(away) if entry.id.startswith("label:")]
    assert labels and all("Annotieren" in entry.reason for entry in labels)


@pytest.mark.parametrize(
    "identifier", ["history", "list", "chains", "problems", "next", "here", "next_article", "next_problem"]
)
def test_what_leads_to_a_place_of_the_article_shows_it(away: MainWindow, desk: Desk, identifier: str) -> None:
    away.actions_[identifier].trigger()
    QApplication.processEvents()
    assert away.pages.currentWidget() is desk
    focus = QApplication.focusWidget()
    assert focus is not None and focus.isVisible()
    assert away.actions_["mode_annotate"].isChecked()


def test_looking_for_the_next_place_without_words_asks_for_them(window: MainWindow, desk: Desk) -> None:
    press(desk.canvas, "F3")
    assert window.toolbar.search.edit.hasFocus()


@pytest.mark.parametrize(("key", "told"), [("E", "keine Merkmale"), ("Shift+R", "keine Rollen")])
def test_a_key_without_an_effect_on_this_annotation_says_so(
    window: MainWindow, desk: Desk, key: str, told: str
) -> None:
    while desk.annotating.mention is None or desk.annotating.mention.label != "PER":
        press(desk.canvas, "Tab")
    press(desk.canvas, key)
    assert told in window.status.message
    assert desk.canvas.hasFocus()


def test_the_keyboard_is_back_after_the_report_was_not_written(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    answer(Dialog, lambda dialog: dialog.reject())
    window.actions_["report"].trigger()
    qtbot.waitUntil(desk.canvas.hasFocus)
