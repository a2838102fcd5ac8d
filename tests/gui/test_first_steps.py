"""The hints of the first start: one at a time, each gone for good once it was followed or closed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.app import Application
from annotator.gui.first_steps import HINTS
from annotator.gui.main_window import MainWindow
from annotator.services.paths import UserPaths
from tests.gui.hands import press


@pytest.fixture
def sample(application: Application, project_path: Path, paths: UserPaths, qtbot: QtBot) -> MainWindow:
    paths.sample_project.parent.mkdir(parents=True)
    shutil.copyfile(project_path, paths.sample_project)
    window = application.window
    assert window.projects.open(paths.sample_project)
    qtbot.waitUntil(lambda: window.first_steps.bubble is not None)
    return window


def text(window: MainWindow) -> str:
    bubble = window.first_steps.bubble
    return bubble.text if bubble is not None else ""


def test_a_hint_goes_when_one_does_what_it_says(sample: MainWindow, qtbot: QtBot) -> None:
    assert sample.desk is not None
    assert "Gestrichelt" in text(sample)
    assert sample.desk.canvas.hasFocus() or QApplication.focusWidget() is None
    press(sample.desk.canvas, "Return")
    qtbot.waitUntil(lambda: "Tasten" in text(sample))
    assert sample.context.settings.current.hints_seen == ("canvas",)


def test_escape_closes_them_one_by_one_and_then_there_is_silence(sample: MainWindow, qtbot: QtBot) -> None:
    assert sample.desk is not None
    for count in range(1, len(HINTS) + 1):
        qtbot.waitUntil(lambda: sample.first_steps.bubble is not None)
        press(sample.desk.canvas, "Esc")
        assert len(sample.context.settings.current.hints_seen) == count
    QApplication.processEvents()
    assert sample.first_steps.bubble is None
    path = sample.desk.session.project.path
    sample.projects.close()
    assert sample.projects.open(path)
    QApplication.processEvents()
    assert sample.first_steps.bubble is None
    sample.actions_["hints_again"].trigger()
    qtbot.waitUntil(lambda: "Gestrichelt" in text(sample))


def test_there_are_none_in_a_project_of_ones_own(window: MainWindow) -> None:
    QApplication.processEvents()
    assert window.first_steps.bubble is None


def test_nothing_is_said_of_suggestions_before_there_are_any(
    application: Application, project_path: Path, paths: UserPaths, qtbot: QtBot
) -> None:
    paths.sample_project.parent.mkdir(parents=True)
    shutil.copyfile(project_path, paths.sample_project)
    window = application.window
    assert window.projects.open(paths.sample_project)
    desk = window.desk
    assert desk is not None
    desk.session.open(desk.session.rows[1].id)
    window.first_steps.leave()
    window.first_steps.show_next()
    assert window.first_steps.bubble is None
    desk.session.open(desk.session.rows[0].id)
    qtbot.waitUntil(lambda: "Gestrichelt" in text(window))
