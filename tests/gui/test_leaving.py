"""What a project or a window leaves behind when it goes: nothing that still runs or listens."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui import importing, pretagging
from annotator.gui.app import Application
from annotator.gui.dialogs.progress import ProgressDialog
from annotator.gui.dialogs.working import WorkingDialog
from annotator.gui.importing import Imports
from annotator.gui.jobs import Job
from annotator.gui.main_window import MainWindow
from annotator.gui.pretagging import Pretagging
from annotator.gui.theme import DARK, LIGHT
from annotator.services.project import Project
from tests.support.build import make_article

WAIT = 30_000


@pytest.fixture
def second_path(tmp_path: Path) -> Path:
    path = tmp_path / "brücke.annot"
    with Project.create(path) as project:
        project.store.add_article(make_article(), source="a.txt")
    return path


def let_go(qapp: QApplication) -> None:
    """Delete what waits to be deleted."""
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def job_of(work: Imports | Pretagging) -> Job | None:
    return work.job


def change(window: MainWindow, **settings: object) -> None:
    window.context.change_settings(msgspec.structs.replace(window.context.settings.current, **settings))


def test_the_theme_changes_after_a_project_and_a_window_are_gone(
    application: Application, project_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    first = application.window
    assert first.projects.open(project_path)
    first.projects.close()
    let_go(qapp)
    with qtbot.captureExceptions() as faults:
        change(first, theme="dark")
    assert faults == []
    assert application.look.theme is DARK
    change(first, language="en")
    qtbot.waitUntil(lambda: application.window is not first)
    let_go(qapp)
    with qtbot.captureExceptions() as faults:
        change(application.window, theme="light")
    assert faults == []
    assert application.look.theme is LIGHT


def test_pre_tagging_starts_in_the_next_project_after_one_was_left_under_way(
    application: Application,
    project_path: Path,
    second_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pretagging, "_PRETAG", "tests.gui.workers:wait_for_anything")
    window = application.window
    assert window.projects.open(project_path)
    window.pretagging.start()
    left = job_of(window.pretagging)
    assert left is not None
    with qtbot.waitSignal(left.progressed, timeout=WAIT):
        assert window.status.task.isVisible()
    assert window.projects.open(second_path)
    assert left.process is None
    assert job_of(window.pretagging) is None
    assert not window.status.task.isVisible()
    window.pretagging.start()
    following = job_of(window.pretagging)
    assert following is not None and following is not left
    assert window.status.task.isVisible()
    with qtbot.waitSignal(following.finished, timeout=WAIT):
        window.pretagging.cancel()
    assert job_of(window.pretagging) is None
    assert not window.status.task.isVisible()


def test_an_import_under_way_goes_with_its_project_and_its_dialog(
    application: Application,
    project_path: Path,
    second_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "_IMPORT", "tests.gui.workers:wait_for_anything")
    window = application.window
    assert window.projects.open(project_path)
    window.imports.start([project_path.parent])
    left = window.imports.job
    assert left is not None
    with qtbot.waitSignal(left.progressed, timeout=WAIT):
        assert [d for d in window.findChildren(ProgressDialog) if d.isVisible()]
    assert window.projects.open(second_path)
    assert left.process is None
    assert window.imports.job is None
    assert not [d for d in window.findChildren(ProgressDialog) if d.isVisible()]


@pytest.mark.parametrize("work", ["pretagging", "import"])
def test_quitting_waits_for_no_work_whose_steps_are_stored_whole(
    application: Application,
    project_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    work: str,
) -> None:
    monkeypatch.setattr(pretagging, "_PRETAG", "tests.gui.workers:ignore_everybody")
    monkeypatch.setattr(importing, "_IMPORT", "tests.gui.workers:ignore_everybody")
    patience: list[float | None] = []
    stop = Job.stop

    def note(job: Job, **options: float | None) -> None:
        patience.append(options.get("patience"))
        stop(job, patience=0.0)

    monkeypatch.setattr(Job, "stop", note)
    window = application.window
    assert window.projects.open(project_path)
    if work == "import":
        window.imports.start([project_path.parent])
    else:
        window.pretagging.start()
    job = window.imports.job or window.pretagging.job
    assert job is not None
    with qtbot.waitSignal(job.progressed, timeout=WAIT):
        pass
    window.close()
    assert (patience, job.process) == ([0.0], None)


def test_what_a_dialog_works_on_ends_with_the_program(
    application: Application, project_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    window = application.window
    assert window.projects.open(project_path)
    dialog = WorkingDialog(window.look, "Vergleich", window, width=480)
    job = Job("tests.gui.workers:ignore_everybody", parent=dialog)
    dialog.work(job, lambda _: None)
    with qtbot.waitSignal(job.progressed, timeout=WAIT):
        dialog.show()
    process = job.process
    assert process is not None
    qapp.aboutToQuit.emit()
    assert (job.process, process.is_alive()) == (None, False)
