"""How long the window takes for a review: its first item, the whole queue, its longest block meanwhile."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from annotator.gui.look import Look
from annotator.gui.review.desk import ReviewDesk
from annotator.services.project import Project


@dataclass(frozen=True, slots=True)
class Opening:
    """Seconds: to the painted first item, to the whole queue, and the longest that no event was looked at.

    ``decision`` is a decision by key in the whole queue, until the window has shown what comes next.
    """

    first: float
    queue: float
    block: float
    decision: float
    rows: int


def page_seconds(path: Path) -> float:
    """Make the page of a project's review, show it, and return the seconds until it was painted."""
    with Project.open(path) as project:
        page, taken = _shown(project)
        _leave(page)
    return taken


def opening(path: Path) -> Opening:
    """Open a review as :func:`page_seconds` does, and wait until the queue is whole."""
    with Project.open(path) as project:
        begin = time.perf_counter()
        page, first = _shown(project)
        block = 0.0
        while page.session.scanning:
            block = max(block, _turn())
            time.sleep(0.001)
        queue = time.perf_counter() - begin
        block = max(block, _turn())
        begin = time.perf_counter()
        page.do("A")
        _turn()
        decision = time.perf_counter() - begin
        page.do("undo")
        rows = len(page.session.all_rows)
        _leave(page)
    return Opening(first, queue, block, decision, rows)


def _turn() -> float:
    """Let the window do what has come up, and return the seconds that it took."""
    begin = time.perf_counter()
    _qt().processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
    return time.perf_counter() - begin


def _qt() -> QApplication:
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else QApplication([])


def _shown(project: Project) -> tuple[ReviewDesk, float]:
    _qt()
    begin = time.perf_counter()
    page = ReviewDesk(project, "lea", Look(), "de")
    page.resize(1280, 800)
    page.start()
    page.show()
    page.grab()
    taken = time.perf_counter() - begin
    assert page.session.entry is not None, "there is an item to decide"
    return page, taken


def _leave(page: ReviewDesk) -> None:
    page.leave()
    page.close()
    page.deleteLater()
    _qt().processEvents()
