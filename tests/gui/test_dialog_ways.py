"""Ways between dialogs: leaving them, their place in the help, and from one to another."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

import annotator.gui as gui
from annotator.core.resources import resource
from annotator.gui import window_dialogs
from annotator.gui.desk import Desk
from annotator.gui.dialogs.guidelines import GuidelinesDialog
from annotator.gui.dialogs.help import HelpDialog
from annotator.gui.dialogs.help_text import read_help
from annotator.gui.dialogs.new_project import NewProjectDialog
from annotator.gui.dialogs.settings import SettingsDialog
from annotator.gui.dialogs.settings_keys import KeysPage
from annotator.gui.look import Look
from annotator.gui.main_window import MainWindow
from annotator.services.settings import Settings
from tests.gui.hands import answer, press


def test_escape_empties_a_search_and_then_closes_the_dialog(desk: Desk) -> None:
    dialog = GuidelinesDialog(desk.look, desk.session.scheme, "de", parent=desk)
    dialog.show()
    dialog.search.edit.setText("Größe")
    press(dialog.search.edit, "Esc")
    assert (dialog.isVisible(), dialog.search.edit.text()) == (True, "")
    press(dialog.search.edit, "Esc")
    assert not dialog.isVisible()


def sections_named() -> set[str]:
    found = set(window_dialogs._SECTIONS.values())
    for path in Path(gui.__path__[0]).rglob("*.py"):
        found |= set(re.findall(r'help_section = "(.*)"', path.read_text(encoding="utf-8")))
    return found - {""}


@pytest.mark.parametrize("language", ["de", "en"])
def test_f1_finds_every_section_that_is_asked_for(language: str, look: Look) -> None:
    text = read_help(resource("help", f"{language}.md").read_text(encoding="utf-8"))
    assert sections_named() <= {section.name for section in text.sections}
    assert all(section.name for section in text.sections[1:]), "every section can be gone to"
    dialog = HelpDialog(look, language)
    assert not any("{" in dialog.contents.item(row).text() for row in range(dialog.contents.count()))


def test_f1_knows_the_panels_by_their_names() -> None:
    classes = set()
    for path in Path(gui.__path__[0]).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        classes |= {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    assert set(window_dialogs._SECTIONS) <= classes


def test_the_order_of_suggestions_is_a_setting(window: MainWindow, desk: Desk) -> None:
    def choose(dialog: SettingsDialog) -> None:
        dialog.order_check.setChecked(True)
        dialog.accept()

    answer(SettingsDialog, choose)
    window.dialogs.ask_settings()
    assert window.context.settings.current.least_certain_first
    assert window.actions_["uncertain_first"].isChecked()


def test_the_settings_lead_to_the_keys(window: MainWindow, desk: Desk) -> None:
    seen = []

    def go(dialog: SettingsDialog) -> None:
        dialog.keys_button.click()
        page = QApplication.activeModalWidget()
        seen.append(type(page))
        assert isinstance(page, KeysPage)
        page.reject()
        dialog.reject()

    answer(SettingsDialog, go)
    window.dialogs.ask_settings()
    assert seen == [KeysPage]


def test_without_a_way_to_the_keys_none_is_offered(look: Look) -> None:
    dialog = SettingsDialog(look, Settings(annotator="Jonte"))
    assert dialog.keys_button.isHidden()


def test_a_dialog_grows_for_the_line_of_what_is_wrong_and_does_not_jump(
    look: Look, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    dialog = NewProjectDialog(look, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    qapp.processEvents()
    body = dialog.findChild(QScrollArea, "dialogBody")
    assert body is not None
    before = dialog.height()
    dialog.show_fault("Das Schema größe.yaml ist falsch: Zeile 7 nennt eine Ebene, die es nicht gibt. " * 2)
    qapp.processEvents()
    grown = dialog.height()
    assert grown > before
    assert body.verticalScrollBar().maximum() == 0
    dialog.show_fault("")
    dialog.show_fault("Öfter.")
    qapp.processEvents()
    assert (dialog.height(), body.verticalScrollBar().maximum()) == (grown, 0)
