from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from annotator.core.article import Article
from annotator.core.change import Change, MentionChange, Operation, RelationChange
from annotator.core.ids import OperationId, new_id
from annotator.gui.app import Application
from annotator.gui.desk import Desk
from annotator.gui.look import Look
from annotator.gui.main_window import MainWindow
from annotator.services.paths import UserPaths
from annotator.services.project import Project
from annotator.services.settings import Settings, SettingsFile
from annotator.store import MACHINE, AnnotatorKind
from tests.support.build import make_article, sample_suggestions

SECOND_TEXT = (
    "Streit um Brücke\nBürgermeisterin Inge Öz traf Karla Weiß am Dienstag in Füssen – wieder nicht."
)


def add_suggestions(project: Project, article: Article) -> None:
    """Write the pre-tagger's set on the standard text."""
    below = sample_suggestions(article)
    project.store.ensure_annotator(MACHINE, AnnotatorKind.MACHINE)
    changes: tuple[Change, ...] = (
        *(MentionChange(None, mention) for mention in below.mentions.values()),
        *(RelationChange(None, relation) for relation in below.relations.values()),
    )
    operation = Operation(
        id=OperationId(new_id()),
        article_id=article.id,
        annotator=MACHINE,
        author=MACHINE,
        at=datetime.now(UTC),
        name="pretag",
        changes=changes,
    )
    project.store.append(operation, expected_revision=0)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look()


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """A project of two articles, the first one with suggestions."""
    path = tmp_path / "größe.annot"
    with Project.create(path) as project:
        first = make_article(title="Krise in Nördlingen")
        project.store.add_article(first, source="a.txt")
        project.store.add_article(make_article(SECOND_TEXT, name="b.txt"), source="b.txt")
        add_suggestions(project, first)
    return path


@pytest.fixture
def paths(tmp_path: Path) -> UserPaths:
    return UserPaths(tmp_path / "config", tmp_path / "data", tmp_path / "logs")


@pytest.fixture
def application(qapp: QApplication, paths: UserPaths) -> Iterator[Application]:
    """The program for somebody who has said her name; German, light, in the size of the design."""
    SettingsFile(paths.settings_file).replace(
        Settings(annotator="Jonte", language="de", theme="light", text_percent=100)
    )
    made = Application(qapp, paths)
    made.window.show()
    made.window.activateWindow()
    qapp.processEvents()
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(application: Application, project_path: Path, qapp: QApplication) -> MainWindow:
    """The window with the project open and the keyboard on the canvas."""
    assert application.window.projects.open(project_path)
    qapp.processEvents()
    return application.window


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk
