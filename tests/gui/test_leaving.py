"""What a project or a window leaves behind when it goes: nothing that still runs or listens."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.app import Application
from annotator.gui.main_window import MainWindow
from annotator.gui.theme import DARK, LIGHT


def let_go(qapp: QApplication) -> None:
    """Delete what waits to be deleted."""
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


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
