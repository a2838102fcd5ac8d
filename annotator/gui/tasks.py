"""The window's long pieces of work: importing in front of it, pre-tagging behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from annotator.core.annotation import SetState
from annotator.core.errors import AnnotatorError
from annotator.gui.files import ask_folder, ask_open_many
from annotator.gui.i18n import tr
from annotator.gui.jobs import Job
from annotator.gui.sentences import sentence

if TYPE_CHECKING:
    from annotator.core.ids import ArticleId
    from annotator.gui.desk import Desk
    from annotator.gui.dialogs.progress import ProgressDialog
    from annotator.gui.main_window import MainWindow
    from annotator.gui.session_bridge import Session
    from annotator.services.importing import ImportReport
    from annotator.services.pretagging import PretagReport

_UNFINISHED = (SetState.NEW, SetState.OPEN)
_IMPORT = "annotator.services.importing:import_into"
_PRETAG = "annotator.services.pretagging:pretag_project"


class Imports(QObject):
    """Brings articles in: asks for them, shows how far it is, and what became of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.job: Job | None = None
        self._dialog: ProgressDialog | None = None

    def ask(self) -> None:
        """Ask for files and import them."""
        kinds = tr("Articles (*.txt *.jsonl *.csv *.tsv *.html *.htm);;All files (*)")
        self.start(ask_open_many(self._window, tr("Import articles"), self._window.projects.folder, kinds))

    def ask_folder(self) -> None:
        """Ask for a folder and import what is in it."""
        chosen = ask_folder(self._window, tr("Import folder"), self._window.projects.folder)
        if chosen is not None:
            self.start([chosen])

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
            self._let_go()
            if self._window.desk is desk:
                session.reload()
                desk.open_if_nothing()
            if report is not None:
                self._finish(report, then, quiet=quiet)

        text = tr("Each article is stored as soon as it is read.")
        self._dialog = run_in_front(self._window, self.job, tr("Importing articles"), text, end)

    def stop(self) -> None:
        """Stop at once, for the project is left; what came in stays."""
        if self.job is not None:
            self.job.stop()
        if self._dialog is not None:
            self._dialog.end()
        self._let_go()

    def _let_go(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
        self.job = self._dialog = None

    def _finish(self, report: ImportReport, then: Callable[[], object] | None, *, quiet: bool) -> None:
        from annotator.gui.dialogs.import_result import ImportResultDialog

        if not quiet or report.problems:
            self._window.dialogs.show(ImportResultDialog(self._window.look, report, self._window))
        if then is not None and not report.cancelled:
            then()


class Pretagging(QObject):
    """Pre-tags the unfinished articles of the project while the annotator goes on working."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.job: Job | None = None

    def start(self) -> None:
        """Pre-tag what is unfinished in the open project, unless that is under way."""
        self._start(lambda session: [row.id for row in session.rows if row.state in _UNFINISHED])

    def finish(self) -> None:
        """Pre-tag what never was, after a run that was broken off; say nothing if that is nothing."""
        from annotator.services.demo import not_pretagged

        desk = self._window.desk
        if desk is not None and (waiting := not_pretagged(desk.session.project.store)):
            self._start(lambda _: waiting)

    def _start(self, choose: Callable[[Session], Sequence[ArticleId]]) -> None:
        desk, status = self._window.desk, self._window.status
        if desk is None or self.job is not None:
            return
        chosen = choose(desk.session)
        if not chosen:
            status.tell(tr("No article is left to pre-tag."))
            return
        pipeline = self._window.context.settings.current.pipeline
        job = self.job = Job(_PRETAG, desk.session.project.path, chosen, parent=self, pipeline=pipeline)
        status.task.begin(tr("Pre-tagging …"))
        job.progressed.connect(status.task.show_progress)

        def end() -> None:
            self._let_go()
            if self._window.desk is desk:
                desk.inspector.note.commit()
                desk.session.reload()

        def finished(report: PretagReport) -> None:
            end()
            self._tell(report, desk)

        def failed(error: BaseException) -> None:
            end()
            _say(self._window, error)

        job.finished.connect(finished)
        job.failed.connect(failed)
        job.start()

    def _tell(self, report: PretagReport, desk: Desk) -> None:
        from annotator.gui.dialogs.pretag_result import PretagResultDialog, incomplete

        window = self._window
        text = _result(report)
        window.status.tell(f"{text} {incomplete(report)}" if report.failures else text)
        if report.failures or report.problems:
            window.dialogs.show(PretagResultDialog(window.look, report, desk.session.title_of, window))

    def cancel(self) -> None:
        """Stop after the article under way."""
        if self.job is not None:
            self._window.status.task.stopping()
            self.job.cancel()

    def stop(self) -> None:
        """Stop at once, for the project is left; what was found so far stays."""
        if self.job is not None:
            self.job.stop()
        self._let_go()

    def _let_go(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
        self.job = None
        self._window.status.task.hide()


class Exports(QObject):
    """Writes a training set in front of the window; leaving the project gives it up, the old file stays."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.job: Job | None = None
        self._dialog: ProgressDialog | None = None

    def start(self, job: Job, target: Path, end: Callable[[Any], object]) -> None:
        """Run an export; ``end`` gets its report, or ``None`` where there is none."""
        if self.job is not None:
            job.deleteLater()
            return
        job.setParent(self)
        self.job = job

        def ended(report: object) -> None:
            self._let_go()
            end(report)

        self._dialog = run_in_front(self._window, job, tr("Export training set"), str(target), ended)

    def stop(self) -> None:
        """Stop at once, for the project is left."""
        if self.job is not None:
            self.job.stop()
        if self._dialog is not None:
            self._dialog.end()
        self._let_go()

    def _let_go(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
        self.job = self._dialog = None


def _result(report: PretagReport) -> str:
    if report.cancelled:
        return tr("Pre-tagging cancelled; what was found so far is there.")
    found = tr("%Ln suggestion(s)", "", report.suggestions)
    return tr("Pre-tagging finished: {suggestions}.").format(suggestions=found)


def run_in_front(
    window: MainWindow, job: Job, title: str, text: str, end: Callable[[Any], object]
) -> ProgressDialog:
    """Run a job behind a dialog with progress and cancel; ``end`` gets its result, or ``None``.

    Returns the dialog, for who stops the job before it ends.
    """
    from annotator.gui.dialogs.progress import ProgressDialog

    dialog = ProgressDialog(window.look, title, text, window)
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
    window.dialogs.show(dialog)
    job.start()
    return dialog


def _say(window: MainWindow, error: BaseException) -> None:
    """Tell a user's mistake as such, and let anything else come out as the fault that it is."""
    if isinstance(error, AnnotatorError):
        window.dialogs.say_fault(tr("This did not work"), sentence(error))
    else:
        raise error
