"""A long piece of work in front of the window: one at a time, behind a dialog with progress and cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from annotator.core.errors import AnnotatorError
from annotator.gui.i18n import tr
from annotator.gui.jobs import Job
from annotator.gui.sentences import sentence

if TYPE_CHECKING:
    from annotator.gui.dialogs.progress import ProgressDialog
    from annotator.gui.main_window import MainWindow


class Foreground(QObject):
    """Runs one kind of job in front of the window; leaving the project stops it.

    ``patience`` is how many seconds it then gets to end by itself, so that no half-written file is left.
    """

    patience: float | None = None

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.job: Job | None = None
        self._dialog: ProgressDialog | None = None

    def run(self, job: Job, title: str, text: str, end: Callable[[Any], object]) -> None:
        """Run a job unless another is under way; ``end`` gets its result, or ``None`` where there is none."""
        if self.job is not None:
            job.deleteLater()
            return
        job.setParent(self)
        self.job = job

        def ended(result: object) -> None:
            self._let_go()
            end(result)

        self._dialog = run_in_front(self._window, job, title, text, ended)

    def stop(self) -> None:
        """Stop at once, for the project is left."""
        if self.job is not None:
            self.job.stop(patience=self.patience)
        if self._dialog is not None:
            self._dialog.end()
        self._let_go()

    def _let_go(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
        self.job = self._dialog = None


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
        say_failure(window, error)

    job.finished.connect(finished)
    job.failed.connect(failed)
    window.dialogs.show(dialog)
    job.start()
    return dialog


def say_failure(window: MainWindow, error: BaseException) -> None:
    """Tell a user's mistake as such, and let anything else come out as the fault that it is."""
    if isinstance(error, AnnotatorError):
        window.dialogs.say_fault(tr("This did not work"), sentence(error))
    else:
        raise error
