"""Importing from the menu: what is offered, what is told, and a large import that is cancelled."""

from __future__ import annotations

import json
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.gui import importing
from annotator.gui.desk import Desk
from annotator.gui.dialogs.import_result import ImportResultDialog
from annotator.gui.dialogs.progress import ProgressDialog
from annotator.gui.main_window import MainWindow
from annotator.ingest.forms import SUFFIXES
from annotator.services.importing_ahead import WORTH_A_PROCESS
from tests.gui.hands import press

WAIT = 60_000
TEXT = "Überschwemmung in Größe\n\nDas Wasser stieg\u2028„wie nie“, sagte Änne Weiß. 🚢\n"


def result_of(window: MainWindow, qtbot: QtBot) -> ImportResultDialog:
    def there() -> list[ImportResultDialog]:
        return [d for d in window.findChildren(ImportResultDialog) if d.isVisible()]

    qtbot.waitUntil(lambda: bool(there()), timeout=WAIT)
    return there()[0]


def words(dialog: ImportResultDialog) -> str:
    listed = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    return "\n".join([label.text() for label in dialog.findChildren(QLabel)] + listed)


def test_the_menu_offers_every_ending_that_can_be_read_and_brings_in_what_is_chosen(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, again = tmp_path / "erster.txt", tmp_path / "derselbe.json"
    first.write_text(TEXT, encoding="utf-8")
    again.write_text(json.dumps([{"text": TEXT}]), encoding="utf-8")
    offered: list[str] = []

    def choose(_parent: object, _title: str, _at: Path, kinds: str) -> list[Path]:
        offered.append(kinds)
        return [first, again]

    monkeypatch.setattr(importing, "ask_open_many", choose)
    press(window, "Ctrl+I")
    dialog = result_of(window, qtbot)
    assert all(f"*{suffix}" in offered[0].split(";;")[0] for suffix in SUFFIXES)
    assert "1 Artikel importiert." in words(dialog)
    assert "derselbe.json" in words(dialog) and "„erster“" in words(dialog)
    dialog.accept()
    assert len(desk.session.rows) == 3


def test_a_folder_is_imported_from_the_menu(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "eingang"
    (folder / "tiefer").mkdir(parents=True)
    (folder / "tiefer" / "artikel.txt").write_bytes(TEXT.replace("🚢", "").encode("utf-16"))
    (folder / "leer.txt").write_bytes(b"")
    monkeypatch.setattr(importing, "ask_folder", lambda *_: folder)
    window.actions_["import_folder"].trigger()
    dialog = result_of(window, qtbot)
    assert "1 Artikel importiert." in words(dialog)
    assert "leer.txt" in words(dialog)
    dialog.accept()
    assert len(desk.session.rows) == 3


def test_a_large_import_that_is_cancelled_leaves_no_process_and_keeps_what_came_in(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    source = tmp_path / "groß.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for number in range(4000):
            file.write(json.dumps({"text": f"{number}. " + "Nachricht aus Füssen. " * 120}) + "\n")
    assert source.stat().st_size > WORTH_A_PROCESS
    mine = psutil.Process()
    before = set(mine.children(recursive=True))
    window.imports.start([source])
    job = window.imports.job
    assert job is not None
    qtbot.waitUntil(lambda: _articles(desk) > 3, timeout=WAIT)
    (progress,) = [d for d in window.findChildren(ProgressDialog) if d.isVisible()]
    assert len(set(mine.children(recursive=True)) - before) >= 2, "one process writes, one prepares"
    QTest.keyClick(progress, Qt.Key.Key_Escape)
    dialog = result_of(window, qtbot)
    assert "Import abgebrochen" in words(dialog)
    dialog.accept()
    assert 3 < len(desk.session.rows) < 4002
    assert window.imports.job is None
    qtbot.waitUntil(lambda: not _workers(mine, before), timeout=WAIT)


def _articles(desk: Desk) -> int:
    return desk.session.project.store.article_count()


def _workers(mine: psutil.Process, before: set[psutil.Process]) -> list[psutil.Process]:
    """Return the processes that came since, but for Python's own that counts their semaphores."""
    return [
        child
        for child in set(mine.children(recursive=True)) - before
        if not any("resource_tracker" in word for word in child.cmdline())
    ]
