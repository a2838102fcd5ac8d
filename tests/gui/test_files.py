from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui import files
from annotator.store import AnnotatorKind, Store


def locks_of_this_process(path: Path) -> int:
    """Count the POSIX locks that this process holds on a file, as the kernel lists them."""
    inode = f":{path.stat().st_ino}"
    lines = Path("/proc/locks").read_text(encoding="utf-8").splitlines()
    return sum(" POSIX " in line and f" {os.getpid()} " in line and inode in line for line in lines)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the kernel's list of locks")
def test_asking_for_a_file_beside_an_open_project_keeps_the_projects_locks(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    path = tmp_path / "hafen.annot"
    with Store.create(path, scheme_source="", name="Hafen") as store:
        store.ensure_annotator("anna", AnnotatorKind.HUMAN)
        before = locks_of_this_process(path)
        assert before > 0, "an open project in WAL mode holds a lock"
        seen: list[int] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QFileDialog)
            QTest.qWait(300)
            seen.append(len(dialog.findChildren(QWidget)))
            dialog.reject()

        QTimer.singleShot(100, look)
        assert files.ask_open_many(window, "Artikel importieren", tmp_path, "Alle (*)") == []
        assert seen
        assert locks_of_this_process(path) == before
