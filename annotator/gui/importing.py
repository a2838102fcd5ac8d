"""Bringing articles in: asking for them, showing how far it is, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.gui.files import ask_folder, ask_open_many
from annotator.gui.foreground import Foreground
from annotator.gui.i18n import tr
from annotator.gui.jobs import Job

if TYPE_CHECKING:
    from annotator.services.importing import ImportReport

_IMPORT = "annotator.services.importing:import_into"


class Imports(Foreground):
    """Imports into the open project; what came in stays when it is stopped."""

    patience = 0.0  # each article is stored whole or not at all

    def ask(self) -> None:
        """Ask for files and import them."""
        from annotator.ingest.forms import SUFFIXES

        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = tr("Articles ({endings});;All files (*)").format(endings=endings)
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

        def end(report: ImportReport | None) -> None:
            if self._window.desk is desk:
                session.reload()
                desk.open_if_nothing()
            if report is not None:
                self._finish(report, then, quiet=quiet)

        text = tr("Each article is stored as soon as it is read.")
        job = Job(_IMPORT, session.project.path, list(paths), session.annotator, parent=self)
        self.run(job, tr("Importing articles"), text, end)

    def _finish(self, report: ImportReport, then: Callable[[], object] | None, *, quiet: bool) -> None:
        from annotator.gui.dialogs.import_result import ImportResultDialog

        if not quiet or report.problems:
            self._window.dialogs.show(ImportResultDialog(self._window.look, report, self._window))
        if then is not None and not report.cancelled:
            then()
