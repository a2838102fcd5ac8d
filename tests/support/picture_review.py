"""Makes the picture of the review in README and help: ``python -m tests.support.picture_review OUT.png``.

A team of three works by script on the sample articles; some of its disagreements are settled, as a reviewer
would by keys. Take ``QT_QPA_PLATFORM=offscreen``, so that the picture is the same everywhere.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.resources import seeds
from annotator.gui.app import Application
from annotator.review.item import Kind
from annotator.services.merging import merge_files
from annotator.services.paths import UserPaths
from annotator.services.project import Project
from annotator.services.reviewing_rows import Grouping
from annotator.services.settings import Settings, SettingsFile
from tests.services import scripted_team as team

ERRORS = (
    "boundary",
    "boundary",
    "label",
    "missing",
    "relation_missing",
    "role",
    "cluster_member",
    "spurious",
)
WIDTH, HEIGHT, SETTLED = 1440, 900, 9


def main(target: Path) -> None:
    """Write the picture to ``target``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fähre.annot"
        team.begin(path, [seeds()])
        with Project.open(path) as project:
            plans = team.plans(project, errors=ERRORS)
        files = team.work_in_packages(path, Path(folder) / "pakete", plans)
        with Project.open(path) as project:
            merge_files(project, files, author=team.LEAD)
        _take(path, UserPaths(Path(folder) / "c", Path(folder) / "d", Path(folder) / "l"), target)


def _take(path: Path, paths: UserPaths, target: Path) -> None:
    SettingsFile(paths.settings_file).replace(Settings(annotator=team.LEAD, theme="light", language="de"))
    window = Application(QApplication.instance() or QApplication([]), paths).window  # type: ignore[arg-type]
    window.resize(WIDTH, HEIGHT)
    window.show()
    assert window.projects.open(path, sure=True)
    window.show_mode("review")
    page = window.reviewing.page
    assert page is not None
    while page.session.scanning:
        QTest.qWait(10)
    for _ in range(SETTLED):
        page.do("majority")
    page.session.set_grouping(Grouping.KIND)
    rows = page.session.rows
    boundary = [row for row in rows if row.kind is Kind.BOUNDARY and row.open and row.layer == "entity"]
    page.session.go(max(boundary, key=lambda row: len(row.text)))
    QTest.qWait(200)
    window.grab().save(str(target))
    window.projects.close()
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
