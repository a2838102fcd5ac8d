"""A dialog whose content comes from a worker process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from annotator.core.errors import AnnotatorError
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import tr
from annotator.gui.jobs import Job
from annotator.gui.look import Look
from annotator.gui.sentences import sentence
from annotator.gui.widgets.bars import thin_progress
from annotator.gui.widgets.labels import label


class WorkingDialog(Dialog):
    """Runs one job at a time and does not keep the window from work; closing the dialog stops it.

    ``bar`` and ``remark`` tell how far it is; where they stand is the dialog's to say. An error that a user
    must be told is shown as the dialog's fault, any other one is a bug and raised.
    """

    def __init__(self, look: Look, title: str, parent: QWidget | None = None, *, width: int) -> None:
        super().__init__(look, title, parent, width=width)
        self.job: Job | None = None
        self.bar = thin_progress()
        self.remark = label(look, role="secondary", wrap=True)

    def work(self, job: Job, then: Callable[[Any], object]) -> None:
        """Start a job, and do ``then`` with its result."""
        self.show_fault("")
        self.job = job
        self._set_busy(True)
        job.progressed.connect(self._on_progress)
        job.finished.connect(lambda result: self._end(job, lambda: then(result)))
        job.failed.connect(lambda error: self._end(job, lambda: self._fail(error)))
        job.start()

    def done(self, result: int) -> None:  # noqa: D102
        if self.job is not None:
            self.job.stop_at_once()
            self.job = None
        super().done(result)

    def set_usable(self, usable: bool) -> None:
        """Let what starts a job be used, or not while one runs."""

    def _end(self, job: Job, then: Callable[[], object]) -> None:
        if self.job is job:
            self.job = None
            job.deleteLater()
            self._set_busy(False)
            then()

    def _fail(self, error: BaseException) -> None:
        self.remark.setText("")
        if not isinstance(error, AnnotatorError):
            raise error
        self.show_fault(sentence(error))

    def _set_busy(self, busy: bool) -> None:
        self.set_usable(not busy)
        self.bar.setRange(0, 0 if busy else 1)
        self.bar.setValue(0)
        if busy:
            self.remark.setText(tr("Comparing …"))

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
