"""Making, opening and closing projects."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from annotator.core.errors import AnnotatorError
from annotator.core.resources import seeds
from annotator.gui.files import ask_open
from annotator.gui.i18n import tr
from annotator.gui.sentences import sentence
from annotator.services.settings import with_recent, without_recent

if TYPE_CHECKING:
    from annotator.core.ids import ArticleId
    from annotator.gui.main_window import MainWindow
    from annotator.services.opening import Opened

_NO_PROJECT = frozenset({"missing", "not_a_project"})
_BEAT_MILLISECONDS = 20_000


class Projects(QObject):
    """The project side of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.context.settings
        self._opened: Opened | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MILLISECONDS)
        self._beat.timeout.connect(self.beat)

    @property
    def folder(self) -> Path:
        """Where projects were last opened, or the user's documents."""
        last = Path(self._settings.current.last_folder)
        if self._settings.current.last_folder and last.is_dir():
            return last
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return documents if documents.is_dir() else Path.home()

    @property
    def hindrance(self) -> str:
        """Why the open project can only be read, as a sentence; empty if it can be written."""
        if self._opened is None:
            return ""
        from annotator.gui.hindrance import hindrance_sentence

        return hindrance_sentence(self._opened)

    def ask_new(self, then: Callable[[], object] | None = None) -> None:
        """Ask for a new project, make it, open it, and do ``then``."""
        from annotator.gui.dialogs.new_project import NewProjectDialog

        dialog = NewProjectDialog(self._window.look, self.folder, self._window)
        while dialog.exec() == QDialog.DialogCode.Accepted:
            if self._create(dialog.path, dialog.scheme_path, dialog.show_fault):
                if self.open(dialog.path, sure=True) and then is not None:
                    then()
                return

    def ask_open(self) -> None:
        """Ask for a project file and open it."""
        chosen = ask_open(self._window, tr("Open project"), self.folder, tr("Projects (*.annot)"))
        if chosen is not None:
            self.open(chosen)

    def open(self, path: Path, *, sure: bool = False, who: str = "", everything: bool = False) -> bool:
        """Open a project file, to read only where nothing else will do; tell whether it is open now.

        ``sure`` is for a name that need not be asked for, though it is new in the project. ``who`` annotates,
        if it is not the name of the settings: a second pass, or somebody whose work is only read.
        ``everything`` lists all articles, as :meth:`Session.show_everything` does.
        """
        from annotator.services.opening import open_project

        if self._shows(path):
            return True
        try:
            opened = open_project(path, who=self._settings.current.annotator)
        except AnnotatorError as error:
            if error.data.get("reason") in _NO_PROJECT:
                self.forget(str(path.resolve()))
            self._say_not_opened(error)
            return False
        name = who or self._window.people.who_in(opened, sure=sure)
        if not name:
            opened.close()
            return False
        return self._take(opened, name, everything=everything)

    def again(self, who: str = "") -> None:
        """Try to write the open project again, or to reach it: open it anew at the same place.

        ``who`` annotates from then on, if it is not who did before; the settings keep their name.
        """
        from annotator.services.opening import open_project

        desk, before = self._window.desk, self._opened
        if desk is None:
            return
        session = desk.session
        who = who or session.annotator
        desk.inspector.note.commit()
        place, unsaved = desk.annotating.item, desk.inspector.note.unsaved
        article = session.article
        try:
            opened = open_project(
                session.project.path, who=who, lock=before.lock if before is not None else None
            )
        except AnnotatorError as error:
            self._window.banner.show_failure(sentence(error))
            return
        if before is not None and before.lock is opened.lock:
            self._opened = None  # the right to write goes over to what takes its place
        same = who == session.annotator
        if self._take(opened, who, everything=same and session.everything) and article is not None and same:
            self._return_to(article.id, place, unsaved)

    def open_sample(self) -> None:
        """Open the sample project; what it lacks yet of sample articles and suggestions is brought in."""
        path = self._window.context.paths.sample_project
        there = path.exists() or self._make_sample(path)
        if there and self.open(path) and not self.hindrance:
            self._window.imports.start([seeds()], then=self._window.pretagging.finish, quiet=True)

    def _make_sample(self, path: Path) -> bool:
        dialogs = self._window.dialogs
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            dialogs.say_fault(tr("The project was not opened"), str(error))
            return False
        return self._create(path, None, lambda text: dialogs.say_fault(tr("Sample project"), text))

    def close(self) -> None:
        """Close the project; all of it is on disk."""
        if self._window.may_leave():
            self._window.show_session(None)

    def forget(self, path: str) -> None:
        """Take a project out of the list of recent ones; its file stays."""
        self._settings.replace(without_recent(self._settings.current, path))
        self._window.refresh_recent()

    def let_go(self) -> None:
        """Give back the right to write, for the project is left."""
        self._beat.stop()
        if self._opened is not None and self._opened.lock is not None:
            self._opened.lock.release()
        self._opened = None

    def beat(self) -> None:
        """Show others that the project is open here; if somebody has taken it over meanwhile, only read.

        Beneath a dialog that asks about the project it stays open till the next beat.
        """
        opened = self._opened
        lost = opened is not None and opened.lock is not None and not opened.lock.beat()
        if lost and QApplication.activeModalWidget() is None:
            self.again()

    def _shows(self, path: Path) -> bool:
        """Tell whether a project is the open one already; it is not opened twice."""
        desk = self._window.desk
        return desk is not None and desk.session.project.path.resolve() == path.resolve()

    def _create(self, path: Path, scheme_path: Path | None, show_fault: Callable[[str], object]) -> bool:
        from annotator.services.project import Project

        try:
            Project.create(path, scheme_path=scheme_path).close()
        except AnnotatorError as error:
            show_fault(sentence(error))
            return False
        return True

    def _take(self, opened: Opened, name: str, *, everything: bool) -> bool:
        """Show an open project under the annotator's name."""
        from annotator.gui.session_bridge import Session
        from annotator.services.roles import begin_with

        try:
            if opened.hindrance is None:
                begin_with(opened.project.store, name)
            least = self._settings.current.least_score
            session = Session(opened.project, name, least_score=least)
            session.show_everything(everything)
        except BaseException as error:
            opened.close()
            if not isinstance(error, AnnotatorError):
                raise
            self._say_not_opened(error)
            return False
        self._settings.replace(with_recent(self._settings.current, opened.project.path))
        self._settings.update(last_folder=str(opened.project.path.resolve().parent))
        self._window.leave_session()
        self._opened = opened
        if opened.lock is not None:
            opened.lock.name(name)
            self._beat.start()
        self._window.show_session(session)
        return True

    def _return_to(self, article: ArticleId, place: str | None, unsaved: str | None) -> None:
        desk = self._window.desk
        if desk is None:
            return
        desk.open_article(article)
        state = desk.session.state
        if state is None or place is None:
            return
        if place in state.mentions or place in state.relations:
            desk.annotating.focus(place)  # type: ignore[arg-type]
        if unsaved is not None and desk.annotating.mention is not None:
            desk.inspector.refresh()
            desk.inspector.note.restore(unsaved)

    def _say_not_opened(self, error: AnnotatorError) -> None:
        self._window.dialogs.say_fault(tr("The project was not opened"), sentence(error))
