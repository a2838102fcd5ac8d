"""The window's long pieces of work: importing in front of it, pre-tagging behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from annotator.core.errors import AnnotatorError
from annotator.gui.i18n import tr
from annotator.gui.jobs import Job
from annotator.gui.sentences import sentence

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow
    from annotator.services.importing import ImportReport

_IMPORT = "annotator.services.importing:import_into"
_PRETAG = "annotator.services.pretagging:pretag_project"


class Imports(QObject):
    """Brings articles in: asks for them, shows how far it is, and what became of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.job: Job | None = None

    def ask(self) -> None:
        """Ask for files and import them."""
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            tr("Import articles"),
            str(self._window.projects.folder),
            tr("Articles (*.txt *.jsonl *.csv *.tsv *.html *.htm);;All files (*)"),
        )
        self.start([Path(path) for path in chosen])

    def ask_folder(self) -> None:
        """Ask for a folder and import what is in it."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, tr("Import folder"), str(self._window.projects.folder)
        )
        if chosen:
            self.start([Path(chosen)])

    def start(
        self, paths: Sequence[Path], *, then: Callable[[], object] | None = None, quiet: bool = False
    ) -> None:
        """Import files and folders into the open project; ``quiet`` shows a result only if it is bad."""
        desk = self._window.desk
        if desk is None or not paths or self.job is not None:
            return
        session = desk.session
        self.job = Job(_IMPORT, session.project.path, list(paths), session.annotator, parent=self)

        def end(report: ImportReport | None) -> None:
            self.job = None
            if self._window.desk is desk:
                session.reload()
                desk.open_if_nothing()
            if report is not None:
                self._finish(report, then, quiet=quiet)

        text = tr("Each article is stored as soon as it is read.")
        run_in_front(self._window, self.job, tr("Importing articles"), text, end)

    def _finish(self, report: ImportReport, then: Callable[[], object] | None, *, quiet: bool) -> None:
        from annotator.gui.dialogs.import_result import ImportResultDialog

        if not quiet or report.problems:
            ImportResultDialog(self._window.look, report, self._window).open()
        if then is not None:
            then()


class Pretagging(QObject):
    """Pre-tags the articles of the project while the annotator goes on working."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.job: Job | None = None

    def start(self) -> None:
        """Pre-tag the open project, unless that is under way."""
        desk, status = self._window.desk, self._window.status
        if desk is None or self.job is not None:
            return
        if not desk.session.rows:
            status.tell(tr("No articles yet."))
            return
        job = self.job = Job(_PRETAG, desk.session.project.path, parent=self)
        status.task.begin(tr("Pre-tagging …"))
        job.progressed.connect(status.task.show_progress)

        def end(error: BaseException | None) -> None:
            self.job = None
            status.task.hide()
            if self._window.desk is desk:
                desk.inspector.note.commit()
                desk.session.reload()
            if error is not None:
                _say(self._window, error)
            else:
                status.tell(tr("Pre-tagging finished."))

        job.finished.connect(lambda _: end(None))
        job.failed.connect(end)
        job.start()

    def cancel(self) -> None:
        """Stop after the article under way."""
        if self.job is not None:
            self._window.status.task.stopping()
            self.job.cancel()


def run_in_front(window: MainWindow, job: Job, title: str, text: str, end: Callable[[Any], object]) -> None:
    """Run a job behind a dialog with progress and cancel; ``end`` gets its result, or ``None``."""
    from annotator.gui.dialogs.progress import ProgressDialog

    dialog = ProgressDialog(window.look, title, text, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    job.progressed.connect(dialog.show_progress)
    dialog.cancel_requested.connect(job.cancel)

    def finished(result: object) -> None:
        dialog.end()
        end(result)

    def failed(error: BaseException) -> None:
        dialog.end()
        end(None)
        _say(window, error)

    job.finished.connect(finished)
    job.failed.connect(failed)
    dialog.open()
    job.start()


def _say(window: MainWindow, error: BaseException) -> None:
    """Tell a user's mistake as such, and let anything else come out as the fault that it is."""
    if isinstance(error, AnnotatorError):
        window.say_fault(tr("This did not work"), sentence(error))
    else:
        raise error
