"""Which relations are drawn stays as it was chosen, through projects, windows and restarts."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from annotator.gui.app import Application
from annotator.gui.canvas.page import ArcsMode
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.services.paths import UserPaths
from annotator.services.settings import SettingsFile
from tests.gui.hands import press
from tests.gui.test_who_stays import anew


def assert_none_drawn(window: MainWindow) -> None:
    assert window.desk is not None
    assert window.desk.canvas.arcs_mode is ArcsMode.NONE
    assert window.actions_["arcs_none"].isChecked()


def test_the_way_to_draw_relations_stays_for_the_next_project_window_and_start(
    application: Application, window: MainWindow, project_path: Path, paths: UserPaths, qtbot: QtBot
) -> None:
    window.actions_["arcs_none"].trigger()
    window.projects.again()
    assert_none_drawn(window)
    window.projects.close()
    assert window.projects.open(project_path)
    assert_none_drawn(window)
    window = anew(application, qtbot, language="en")
    assert_none_drawn(window)
    window.close()
    assert SettingsFile(paths.settings_file).current.arcs == "none"


def test_one_key_goes_round_all_ways(window: MainWindow, desk: Desk) -> None:
    met = []
    for _ in ArcsMode:
        press(desk.canvas, "F9")
        met.append(desk.canvas.arcs_mode)
        assert window.actions_[f"arcs_{met[-1].value}"].isChecked()
    assert set(met) == set(ArcsMode)
