from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui import pretagging
from annotator.gui.app import Application
from annotator.gui.desk import Desk
from annotator.gui.dialogs.settings import SettingsDialog
from annotator.gui.jobs import Job
from annotator.gui.look import Look
from annotator.gui.main_window import MainWindow
from annotator.services.settings import Settings, SettingsFile


def choose(window: MainWindow, **values: object) -> None:
    settings = msgspec.structs.replace(window.context.settings.current, **values)
    window.context.change_settings(settings)
    QApplication.processEvents()


def test_the_dialog_shows_and_returns_what_is_set_for_suggestions(look: Look, qtbot: QtBot) -> None:
    dialog = SettingsDialog(look, Settings(annotator="Änne", least_percent=70, pipeline="de_core_news_lg"))
    qtbot.addWidget(dialog)

    assert dialog.least_combo.currentData() == 70
    assert dialog.pipeline_field.text() == "de_core_news_lg"
    dialog.least_combo.setCurrentIndex(dialog.least_combo.findData(90))
    dialog.pipeline_field.setText("  /größe/kurzschule ")
    assert (dialog.settings.least_percent, dialog.settings.pipeline) == (90, "/größe/kurzschule")
    assert dialog.settings.least_score == 0.9


def test_suggestions_below_the_bound_go_out_of_sight_at_once_and_come_back(
    application: Application, window: MainWindow, desk: Desk
) -> None:
    state = desk.session.state
    assert state is not None
    count = state.open_suggestions
    assert count > 0
    scores = [m.provenance.score or 1.0 for m in state.visible_mentions()]
    bound = 90
    expected = sum(score >= bound / 100 for score in scores)
    assert expected < count

    choose(window, least_percent=bound)
    assert application.window is window
    state, row = desk.session.state, desk.session.row
    assert state is not None and row is not None
    assert state.open_suggestions == row.open_suggestions == expected
    assert desk.session.suggestions.total == len([*state.suggestions.mentions, *state.suggestions.relations])
    choose(window, least_percent=0)
    state = desk.session.state
    assert state is not None
    assert state.open_suggestions == count


def test_what_was_set_holds_in_a_project_opened_later(
    application: Application, window: MainWindow, desk: Desk, project_path: Path
) -> None:
    choose(window, least_percent=90)
    window.show_session(None)
    assert window.projects.open(project_path)
    assert window.desk is not None
    assert window.desk.session.editor.least_score == 0.9


def test_the_pipeline_of_the_settings_goes_to_the_pre_tagger(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[dict[str, object]] = []

    class Begun(Job):
        def __init__(self, *args: object, **options: object) -> None:
            begun.append(options)
            super().__init__("annotator.services.settings:Settings")

        def start(self) -> None:
            pass

    monkeypatch.setattr(pretagging, "Job", Begun)
    choose(window, pipeline="de_core_news_md")
    window.pretagging.start()
    assert begun[0]["pipeline"] == "de_core_news_md"


def test_the_settings_are_kept_in_their_file(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.update(least_percent=60, pipeline="/größe/kurzschule")

    again = SettingsFile(file.path).current
    assert (again.least_percent, again.least_score, again.pipeline) == (60, 0.6, "/größe/kurzschule")
