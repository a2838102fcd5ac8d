"""The window as a picture, drawn without a screen: for manuals, and to look at what a project shows."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from annotator.services.paths import UserPaths
from annotator.services.project import Project
from annotator.services.settings import Settings, SettingsFile

_SIZE = 1440, 900
_SETTLE_MILLISECONDS = 300


def render(project: Path, png: Path, *, annotator: str, theme: str = "light", language: str = "de") -> None:
    """Draw the window with ``project`` open, as ``annotator`` sees it, into ``png``; changes nothing.

    The project is opened for reading only, so that looking at it leaves no trace in it, and while somebody
    writes to it the picture shows what is on disk. Raises :class:`StoreUnavailable` if it cannot be opened.
    """
    with Project.open(project, read_only=True) as opened:
        if not isinstance(QApplication.instance(), QApplication):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        with tempfile.TemporaryDirectory() as folder:
            _render(opened, png, _paths(Path(folder), annotator, theme, language), annotator)


def _render(project: Project, png: Path, paths: UserPaths, annotator: str) -> None:
    from annotator.gui.app import Application
    from annotator.gui.session_bridge import Session

    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication([])
    application = Application(qt, paths)
    window = application.window
    window.resize(*_SIZE)
    window.show()
    window.show_session(Session(project, annotator))
    waiting = QEventLoop()
    QTimer.singleShot(_SETTLE_MILLISECONDS, waiting.quit)
    waiting.exec()
    picture = window.grab()
    window.close()
    window.deleteLater()
    application.deleteLater()
    if not picture.save(str(png), "PNG"):
        raise OSError(f"{png} cannot be written")


def _paths(folder: Path, annotator: str, theme: str, language: str) -> UserPaths:
    paths = UserPaths(folder / "config", folder / "data", folder / "logs")
    wanted = Settings(annotator=annotator, theme=theme, language=language, text_percent=100)  # type: ignore[arg-type]
    SettingsFile(paths.settings_file).replace(wanted)
    return paths
