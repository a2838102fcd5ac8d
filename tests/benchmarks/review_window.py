"""How long the window takes from the mode key to the painted first item of a review."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from annotator.gui.look import Look
from annotator.gui.review.desk import ReviewDesk
from annotator.services.project import Project


def page_seconds(path: Path) -> float:
    """Make the page of a project's review, show it, and return the seconds until it was painted."""
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication([])
    with Project.open(path) as project:
        begin = time.perf_counter()
        page = ReviewDesk(project, "lea", Look(), "de")
        page.resize(1280, 800)
        page.start()
        page.show()
        page.grab()
        taken = time.perf_counter() - begin
        assert page.session.entry is not None, "there is an item to decide"
        page.leave()
        page.close()
        page.deleteLater()
        qt.processEvents()
    return taken
