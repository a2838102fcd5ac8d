"""Making, opening and closing projects."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QDialog

from annotator.core.errors import AnnotatorError
from annotator.core.resources import seeds
from annotator.gui.files import ask_open
from annotator.gui.i18n import tr
from annotator.gui.sentences import sentence
from annotator.services.settings import with_recent, without_recent

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow
    from annotator.services.project import Project

_NO_PROJECT = frozenset({"missing", "not_a_project"})


class Projects(QObject):
    """The project side of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.context.settings

    @property
    def folder(self) -> Path:
        """Where projects were last opened, or the user's documents."""
        last = Path(self._settings.current.last_folder)
        if self._settings.current.last_folder and last.is_dir():
            return last
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return documents if documents.is_dir() else Path.home()

    def ask_new(self, then: Callable[[], object] | None = None) -> None:
        """Ask for a new project, make it, open it, and do ``then``."""
        from annotator.gui.dialogs.new_project import NewProjectDialog

        dialog = NewProjectDialog(self._window.look, self.folder, self._window)
        while dialog.exec() == QDialog.DialogCode.Accepted:
            project = self._create(dialog.path, dialog.scheme_path, dialog.show_fault)
            if project is not None:
                self._take(project)
                if then is not None and self._window.desk is not None:
                    then()
                return

    def ask_open(self) -> None:
        """Ask for a project file and open it."""
        chosen = ask_open(self._window, tr("Open project"), self.folder, tr("Projects (*.annot)"))
        if chosen is not None:
            self.open(chosen)

    def open(self, path: Path) -> bool:
        """Open a project file; tell whether it is open now."""
        from annotator.services.project import Project

        try:
            project = Project.open(path)
        except AnnotatorError as error:
            if error.data.get("reason") in _NO_PROJECT:
                self._settings.replace(without_recent(self._settings.current, str(path.resolve())))
                self._window.refresh_recent()
            self._say_not_opened(error)
            return False
        return self._take(project)

    def open_sample(self) -> None:
        """Open the sample project; what it lacks yet of sample articles and suggestions is brought in."""
        path = self._window.context.paths.sample_project
        if self.open(path) if path.exists() else self._make_sample(path):
            self._window.imports.start([seeds()], then=self._window.pretagging.finish, quiet=True)

    def _make_sample(self, path: Path) -> bool:
        dialogs = self._window.dialogs
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            dialogs.say_fault(tr("The project was not opened"), str(error))
            return False
        project = self._create(path, None, lambda text: dialogs.say_fault(tr("Sample project"), text))
        return project is not None and self._take(project)

    def close(self) -> None:
        """Close the project; all of it is on disk."""
        self._window.show_session(None)

    def _create(
        self, path: Path, scheme_path: Path | None, show_fault: Callable[[str], object]
    ) -> Project | None:
        from annotator.services.project import Project

        try:
            return Project.create(path, scheme_path=scheme_path)
        except AnnotatorError as error:
            show_fault(sentence(error))
            return None

    def _take(self, project: Project) -> bool:
        """Show an open project under the annotator's name; without a name it is closed again."""
        from annotator.gui.session_bridge import Session

        name = self._window.annotator_name()
        if not name:
            project.close()
            return False
        try:
            session = Session(project, name)
        except BaseException as error:
            project.close()
            if not isinstance(error, AnnotatorError):
                raise
            self._say_not_opened(error)
            return False
        self._settings.replace(with_recent(self._settings.current, project.path))
        self._settings.update(last_folder=str(project.path.resolve().parent))
        self._window.show_session(session)
        return True

    def _say_not_opened(self, error: AnnotatorError) -> None:
        self._window.dialogs.say_fault(tr("The project was not opened"), sentence(error))
