"""Pre-tagging behind the window, while the annotator goes on working."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.core.annotation import SetState
from annotator.gui.foreground import say_failure
from annotator.gui.i18n import tr
from annotator.gui.jobs import Job

if TYPE_CHECKING:
    from annotator.core.ids import ArticleId
    from annotator.gui.desk import Desk
    from annotator.gui.main_window import MainWindow
    from annotator.gui.session_bridge import Session
    from annotator.services.pretagging import PretagReport

_UNFINISHED = (SetState.NEW, SetState.OPEN)
_PRETAG = "annotator.services.pretagging:pretag_project"


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
        desk.show_pretagging(on=True)
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
            say_failure(self._window, error)

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
            self.job.stop_at_once()
        self._let_go()

    def _let_go(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
        self.job = None
        if self._window.desk is not None:
            self._window.desk.show_pretagging(on=False)
        self._window.status.task.hide()


def _result(report: PretagReport) -> str:
    if report.cancelled:
        return tr("Pre-tagging cancelled; what was found so far is there.")
    found = tr("%Ln suggestion(s)", "", report.suggestions)
    return tr("Pre-tagging finished: {suggestions}.").format(suggestions=found)
