"""What is told when a worker is killed: no fault of the program, but what happened and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.gui import importing, pretagging
from annotator.gui.desk import Desk
from annotator.gui.dialogs.base import Dialog
from annotator.gui.dialogs.working import WorkingDialog
from annotator.gui.i18n import install_language
from annotator.gui.jobs import Job, JobDied
from annotator.gui.main_window import MainWindow
from annotator.gui.sentences import sentence

WAIT = 30_000
WAITS = "tests.gui.workers:wait_for_anything"


def kill(job: Job | None, qtbot: QtBot) -> None:
    assert job is not None and job.process is not None
    with qtbot.waitSignal(job.failed, timeout=WAIT):
        job.process.kill()


def told(window: MainWindow) -> str:
    """Return what the dialogs in sight say."""
    dialogs = [dialog for dialog in window.findChildren(Dialog) if dialog.isVisible()]
    return "\n".join(label.text() for dialog in dialogs for label in dialog.findChildren(QLabel))


def assert_told(text: str) -> None:
    assert "Der Prozess dafür wurde beendet" in text
    assert "gespeichert" in text and "erhalten" in text
    assert "andere Programme schließen" in text


def test_a_killed_pretagger_is_told_and_another_run_can_start(
    window: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pretagging, "_PRETAG", WAITS)
    window.pretagging.start()
    kill(window.pretagging.job, qtbot)
    assert_told(told(window))
    assert window.pretagging.job is None
    window.pretagging.start()
    assert window.pretagging.job is not None


def test_a_killed_import_is_told_and_its_progress_goes(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_IMPORT", WAITS)
    window.imports.start([tmp_path / "größe.txt"])
    kill(window.imports.job, qtbot)
    assert_told(told(window))
    assert "werden importiert" not in told(window)
    assert window.imports.job is None


def test_a_killed_comparison_is_told_in_its_dialog(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    dialog = WorkingDialog(window.look, "Vergleich", window, width=480)
    dialog.show()
    dialog.work(Job(WAITS, parent=dialog), lambda _: None)
    kill(dialog.job, qtbot)
    assert_told(told(window))
    assert dialog.job is None


def test_it_is_said_in_english_too(qapp: QApplication) -> None:
    translators = install_language(qapp, "en")
    said = sentence(JobDied(exit_code=-9))
    for translator in translators:
        qapp.removeTranslator(translator)
    assert "was ended before it was done" in said and "is kept" in said and "try again" in said
