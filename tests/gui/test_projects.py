"""Opening projects that are locked, half made or unreadable, and settings changed by hand."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from annotator.core.errors import StoreUnavailable
from annotator.core.resources import seeds
from annotator.gui import session_bridge
from annotator.gui.app import Application
from annotator.services.demo import not_pretagged
from annotator.services.importing import import_paths
from annotator.services.paths import UserPaths
from annotator.services.project import Project
from annotator.services.settings import Settings, SettingsFile

WAIT = 120_000


def told(application: Application) -> str:
    dialogs = [dialog for dialog in application.window.findChildren(QDialog) if dialog.isVisible()]
    return "\n".join(label.text() for dialog in dialogs for label in dialog.findChildren(QLabel))


def test_a_half_made_sample_project_is_finished(
    application: Application, paths: UserPaths, qtbot: QtBot
) -> None:
    path = paths.sample_project
    path.parent.mkdir(parents=True)
    one, *others = sorted(seeds().glob("*.txt"))
    with Project.create(path) as project:
        import_paths(project, [one], author="Jonte")
    window = application.window
    window.projects.open_sample()
    qtbot.waitUntil(lambda: window.pretagging.job is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: window.pretagging.job is None, timeout=WAIT)
    assert window.desk is not None
    store = window.desk.session.project.store
    assert store.article_count() == 1 + len(others)
    assert not_pretagged(store) == ()


def test_a_project_that_cannot_be_opened_now_stays_among_the_recent_ones(
    application: Application, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = application.window
    assert window.projects.open(project_path)
    window.projects.close()

    def locked(path: Path) -> Project:
        raise StoreUnavailable(path=str(path), reason="locked")

    monkeypatch.setattr(Project, "open", locked)
    assert not window.projects.open(project_path)
    assert "schreibt gerade ein anderes Programm" in told(application)
    assert window.context.settings.current.recent == (str(project_path),)


def test_a_project_whose_session_fails_is_told_and_closed(
    application: Application, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Project] = []

    def refuse(project: Project, annotator: str, **_: object) -> None:
        opened.append(project)
        raise StoreUnavailable(path=str(project.path), reason="read_only")

    monkeypatch.setattr(session_bridge, "Session", refuse)
    assert not application.window.projects.open(project_path)
    assert "größe.annot" in told(application).replace("\u200b", "")
    assert application.window.desk is None
    with pytest.raises(sqlite3.ProgrammingError):
        opened[0].store.article_count()


@pytest.mark.parametrize("geometry", ["größe", "abc", "AAAA"])
def test_a_damaged_place_of_the_window_counts_as_none(
    qapp: QApplication, paths: UserPaths, geometry: str
) -> None:
    SettingsFile(paths.settings_file).replace(Settings(annotator="Jonte", geometry=geometry))
    application = Application(qapp, paths)
    assert (application.window.width(), application.window.height()) == (1280, 800)
    application.window.close()
    application.window.deleteLater()
    application.deleteLater()
