"""The page without a project by keyboard, the new-project dialog, the help and the import report."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.app import Application
from annotator.gui.dialogs.help import HelpDialog
from annotator.gui.dialogs.import_result import skipped_sentence
from annotator.gui.dialogs.new_project import NewProjectDialog
from annotator.gui.look import Look, theme_for
from annotator.gui.main_window import MainWindow
from annotator.gui.placing import within
from annotator.gui.widgets.reasons import breakable
from annotator.ingest.items import Skipped
from annotator.services.project import Project
from tests.gui.hands import press


@pytest.fixture
def welcome(application: Application, tmp_path: Path) -> MainWindow:
    """The first page with three recent projects."""
    for name in ("alt", "mittel", "größe"):
        path = tmp_path / f"{name}.annot"
        Project.create(path).close()
        assert application.window.projects.open(path)
    application.window.projects.close()
    QApplication.processEvents()
    return application.window


def names(window: MainWindow) -> list[str]:
    return [row.name.text() for row in window.welcome.rows]


def test_return_opens_the_project_with_the_focus_and_arrows_go_through_them(welcome: MainWindow) -> None:
    assert names(welcome) == ["größe", "mittel", "alt"]
    first = welcome.welcome.rows[0].name
    press(first, "Down")
    press(welcome.welcome.rows[1].name, "Return")
    assert welcome.desk is not None
    assert welcome.desk.session.project.path.name == "mittel.annot"


def test_delete_forgets_an_entry_and_keeps_the_file(
    welcome: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    press(welcome.welcome.rows[1].name, "Delete")
    qtbot.waitUntil(lambda: names(welcome) == ["größe", "alt"])
    assert (tmp_path / "mittel.annot").exists()


def test_a_new_project_has_its_name_ready_to_be_typed_over(look: Look, tmp_path: Path) -> None:
    dialog = NewProjectDialog(look, tmp_path)
    assert dialog.path_field.selectedText() == Path(dialog.path_field.text()).stem
    dialog.show_fault("Das ging nicht.")
    dialog.path_field.insert("flut")
    assert dialog.path == tmp_path / "flut.annot"
    assert dialog.fault.text() == ""


def test_what_was_passed_over_names_reason_and_remedy(application: Application) -> None:
    told = skipped_sentence(Skipped("bericht.docx", "unknown_form"))
    assert "bericht.docx" in told and "als Text oder HTML speichern" in told
    assert ".jsonl" in skipped_sentence(Skipped("bild.png", "unknown_form"))
    assert "umbenennen" in skipped_sentence(Skipped(".versteckt.txt", "hidden"))


def test_long_paths_can_break_and_read_the_same(application: Application) -> None:
    text = "/daten/" + "x" * 150 + ".txt – ä ß"
    broken = breakable(text)
    assert broken.replace("\u200b", "") == text
    assert max(map(len, broken.replace("\u200b", " ").split())) <= 60


def test_help_opens_at_the_place_and_finds_words(window: MainWindow) -> None:
    assert window.desk is not None
    press(window, "F1")
    dialog = next(d for d in window.findChildren(HelpDialog) if d.isVisible())
    assert dialog.section == "Entscheiden"
    dialog.search.edit.setText("strg")
    cursor = dialog.browser.extraSelections()
    assert len(cursor) > 1
    assert dialog.browser.toPlainText().count("{#") == 0
    dialog.search.edit.setText("Xylophon")
    assert dialog.browser.extraSelections() == []
    dialog.done(0)


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (QRect(100, 100, 800, 600), QRect(100, 100, 800, 600)),
        (QRect(900, 500, 800, 600), QRect(566, 168, 800, 600)),
        (QRect(-3000, 20, 800, 600), QRect(0, 20, 800, 600)),
        (QRect(0, 0, 1920, 1080), QRect(0, 0, 1366, 768)),
    ],
)
def test_a_window_is_brought_back_onto_the_screen(frame: QRect, expected: QRect) -> None:
    assert within(frame, QRect(0, 0, 1366, 768)) == expected


def test_high_contrast_has_more_contrast_than_the_ordinary_look() -> None:
    theme = theme_for("contrast")
    assert theme.name.startswith("contrast")
    assert {theme.text, theme.canvas} == {"#000000", "#ffffff"}
