"""The window as a picture, drawn without a screen: for manuals, and to look at what a project shows."""

from __future__ import annotations

import os
import shutil
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

    The project is copied first, so that looking at it leaves no trace in it. Raises
    :class:`StoreUnavailable` if the project cannot be opened.
    """
    with Project.open(project, read_only=True):
        pass
    if not isinstance(QApplication.instance(), QApplication):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        _render(_copied(project, Path(folder)), png, _paths(Path(folder), annotator, theme, language))


def _render(project: Path, png: Path, paths: UserPaths) -> None:
    from annotator.gui.app import Application

    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication([])
    application = Application(qt, paths)
    window = application.window
    window.resize(*_SIZE)
    window.show()
    window.projects.open(project)
    waiting = QEventLoop()
    QTimer.singleShot(_SETTLE_MILLISECONDS, waiting.quit)
    waiting.exec()
    picture = window.grab()
    window.close()
    window.deleteLater()
    application.deleteLater()
    if not picture.save(str(png), "PNG"):
        raise OSError(f"{png} cannot be written")


def _copied(project: Path, folder: Path) -> Path:
    """Copy a project file with what is still in its write-ahead log."""
    target = folder / project.name
    for suffix in ("", "-wal"):
        source = project.with_name(project.name + suffix)
        if source.exists():
            shutil.copyfile(source, target.with_name(target.name + suffix))
    return target


def _paths(folder: Path, annotator: str, theme: str, language: str) -> UserPaths:
    paths = UserPaths(folder / "config", folder / "data", folder / "logs")
    wanted = Settings(annotator=annotator, theme=theme, language=language, text_percent=100)  # type: ignore[arg-type]
    SettingsFile(paths.settings_file).replace(wanted)
    return paths
