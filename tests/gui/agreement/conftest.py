from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.gui.app import Application
from annotator.gui.main_window import MainWindow
from annotator.review.version import Reviewed
from annotator.services.project import Project
from annotator.store import AnnotatorKind
from tests.support.teams import make_team


@pytest.fixture
def team_path(tmp_path: Path) -> Path:
    return tmp_path / "größe.annot"


@pytest.fixture
def team(team_path: Path) -> list[Reviewed]:
    """A project in which anna, bela and cleo have finished ten articles."""
    found = make_team(team_path, articles=10)
    with Project.open(team_path) as project:
        # Somebody known: the window asks others who they are.
        project.store.ensure_annotator("Jonte", AnnotatorKind.HUMAN)
    return found


@pytest.fixture
def window(application: Application, team: list[Reviewed], team_path: Path, qapp: QApplication) -> MainWindow:
    """The window with the project open, for somebody who has annotated nothing in it."""
    assert application.window.projects.open(team_path)
    qapp.processEvents()
    return application.window
