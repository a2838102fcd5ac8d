"""The articles of a review looked through in worker processes, while the first of them are shown."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.ids import ArticleId
from annotator.gui.jobs import Job

_LOOK = "annotator.services.reviewing_scan:look_through"
_MOST = 4
"""Workers at most: each reads the file with a connection of its own and holds a numpy."""
_FEW = 100
"""So many articles at least for each worker: it takes half a second to begin."""


class Scan(QObject):
    """One look through some articles at a time.

    ``found`` carries what was found in an article (a :class:`Looked`), ``ended`` says that all have been
    looked at, ``failed`` carries an exception, after which nothing more comes.
    """

    found = Signal(object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, path: Path, reviewer: str, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._reviewer = reviewer
        self._articles: Sequence[ArticleId] = ()
        self.jobs: list[Job] = []
        # The first item is painted before the workers take part of the machine.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._begin)

    @property
    def running(self) -> bool:
        """Whether articles are still to come."""
        return self._soon.isActive() or bool(self.jobs)

    def start(self, articles: Sequence[ArticleId]) -> None:
        """Look through these articles, from now on through no others."""
        self.stop()
        self._articles = articles
        if articles:
            self._soon.start()

    def stop(self) -> None:
        """Look no further. The workers only read, so they are ended at once."""
        self._soon.stop()
        jobs, self.jobs = self.jobs, []
        for job in jobs:
            job.stop(patience=0.0)
            job.deleteLater()

    def _begin(self) -> None:
        count = max(1, min(_MOST, os.cpu_count() or 1, len(self._articles) // _FEW))
        for number in range(count):
            job = Job(_LOOK, self._path, self._reviewer, self._articles[number::count], parent=self)
            job.arrived.connect(self.found)
            job.finished.connect(lambda _, job=job: self._on_finished(job))
            job.failed.connect(self._on_failed)
            self.jobs.append(job)
        for job in list(self.jobs):
            job.start()

    def _on_finished(self, job: Job) -> None:
        if job in self.jobs:
            self.jobs.remove(job)
            job.deleteLater()
            if not self.jobs:
                self.ended.emit()

    def _on_failed(self, error: BaseException) -> None:
        self.stop()
        self.failed.emit(error)
