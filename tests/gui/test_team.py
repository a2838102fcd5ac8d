"""Working apart in the window: who leads, assigning, packages, merging, and what stays out of sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from annotator.core import edits
from annotator.core.annotation import SetState
from annotator.gui import exporting, team
from annotator.gui.app import Application
from annotator.gui.desk import Desk
from annotator.gui.dialogs.assign import AssignDialog
from annotator.gui.dialogs.base import Dialog
from annotator.gui.dialogs.evaluate import EvaluateDialog
from annotator.gui.dialogs.export import ExportDialog
from annotator.gui.dialogs.hand import HandDialog
from annotator.gui.dialogs.merge_result import MergeResultDialog
from annotator.gui.dialogs.name import NameDialog
from annotator.gui.dialogs.package import PackageDialog
from annotator.gui.dialogs.repeat import RepeatDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.models.articles import Column
from annotator.review.queues import Rules
from annotator.services import assigning, roles
from annotator.services.concordance import search
from annotator.services.editing import Editor
from annotator.services.exporting import ExportReport
from annotator.services.packaging import make_package
from annotator.services.progress import progress_of
from annotator.services.project import Project
from annotator.services.repeating import plan_repeat, repeat
from annotator.services.settings import SettingsFile
from annotator.store import Store, Team
from tests.gui.hands import answer, press

WAIT = 60_000


def store_of(window: MainWindow) -> Store:
    assert window.desk is not None
    return window.desk.session.project.store


def told(window: MainWindow) -> str:
    shown = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    return "\n".join(label.text() for dialog in shown for label in dialog.findChildren(QLabel))


def decide(path: Path, name: str) -> None:
    """Accept the first suggestion of each article, and be done."""
    with Project.open(path) as project:
        editor = Editor(project, name)
        for article in project.store.article_ids():
            editor.open(article)
            assert editor.state is not None
            if editor.state.open_suggestions:
                editor.perform(edits.accept(editor.state, [next(iter(editor.state.mentions))]))
            editor.perform(edits.set_state(editor.state, SetState.DONE))


def assign(window: MainWindow, names: str, *, overlap: int = 1) -> None:
    def fill(dialog: AssignDialog) -> None:
        dialog.names_field.setText(names)
        dialog.overlap_field.setValue(overlap)
        dialog.preview()
        dialog.assign_button.click()

    answer(AssignDialog, fill)
    window.actions_["assign"].trigger()


def test_who_opens_a_fresh_project_leads_it(window: MainWindow) -> None:
    assert roles.leads(store_of(window)) == ("Jonte",)


def test_a_project_of_others_from_before_there_were_leads_has_none(
    application: Application, project_path: Path
) -> None:
    decide(project_path, "anna")
    SettingsFile(application.window.context.paths.settings_file)
    opened = Project.open(project_path)
    roles.begin_with(opened.store, "Jonte")
    assert roles.leads(opened.store) == ()
    assert roles.is_lead(opened.store, "Jonte")
    assert "anna" in roles.visible_to(opened.store, "Jonte")
    opened.close()


def test_the_list_and_the_next_article_follow_the_queue(window: MainWindow) -> None:
    assign(window, "anna, Jonte")
    desk = window.desk
    assert desk is not None
    own = [one.article_id for one in Team(store_of(window)).assignments() if one.annotator == "Jonte"]
    assert [row.id for row in desk.session.rows] == own
    assert len(own) == 1
    assert desk.session.article is not None and desk.session.article.id == own[0]
    desk.finish()
    assert desk.session.article.id == own[0]


def test_the_preview_shows_the_loads_before_anything_is_assigned(window: MainWindow, desk: Desk) -> None:
    dialog = AssignDialog(window.look, store_of(window), "Jonte", window)
    dialog.names_field.setText("anna, bert")
    dialog.overlap_field.setValue(2)
    dialog.preview()
    model = dialog.table.model()
    assert [model.index(0, column).data() for column in (0, 4)] == ["anna", "2"]
    dialog.overlap_field.setValue(3)
    dialog.preview()
    assert not dialog.assign_button.isEnabled()
    assert "2" in dialog.fault.text()
    assert Team(store_of(window)).assignments() == []


def test_the_preview_says_what_is_taken_back_and_keeps_the_articles_for_everybody(
    window: MainWindow, desk: Desk
) -> None:
    store = store_of(window)
    made = assigning.plan(store, ["Bärbel", "Zoë"], Rules(calibration=2))
    assigning.assign(store, made.rows, author="Jonte")
    dialog = AssignDialog(window.look, store, "Jonte", window)
    assert dialog.calibration_field.value() == 2
    assert dialog.taken.isHidden()
    dialog.names_field.setText("Zoë")
    dialog.calibration_field.setValue(0)
    dialog.preview()
    assert "nicht begonnene Artikel werden zurückgenommen: Bärbel 2." in dialog.taken.text()
    assert "2 Artikel sind nicht mehr für alle." in dialog.taken.text()
    assert not dialog.taken.isHidden()


def test_nobody_gets_more_than_her_limit_and_what_is_left_over_is_told(
    window: MainWindow, desk: Desk
) -> None:
    dialog = AssignDialog(window.look, store_of(window), "Jonte", window)
    dialog.names_field.setText("anna, Bert Öz")
    dialog.overlap_field.setValue(2)
    dialog.limits_field.setText("Bert Öz 1")
    dialog.preview()
    model = dialog.table.model()
    assert [[model.index(row, column).data() for column in (0, 4)] for row in range(2)] == [
        ["anna", "2"],
        ["Bert Öz", "1"],
    ]
    assert "1 Artikel übrig" in dialog.remark.text()
    for wrong in ("Bert Öz", "Karla 3", "Bert Öz -1"):
        dialog.limits_field.setText(wrong)
        dialog.preview()
        assert wrong in dialog.fault.text()
        assert not dialog.assign_button.isEnabled()
    dialog.limits_field.setText("anna = 2, Bert Öz: 2")
    dialog.preview()
    assert dialog.division is not None
    assert len(dialog.division.rows) == 4
    assert "übrig" not in dialog.remark.text()


def select(window: MainWindow, *rows: int) -> None:
    window.show_mode("articles")
    page = window.articles_page
    assert page is not None
    page.table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag
    for row in rows:
        index = page.model.index(row, 0)
        page.table.selectionModel().select(index, flags.Select | flags.Rows)


def hand(window: MainWindow, do: Callable[[HandDialog], object]) -> None:
    def fill(dialog: HandDialog) -> None:
        do(dialog)
        dialog.yes_button.click() if dialog.yes_button.isEnabled() else dialog.reject()

    answer(HandDialog, fill)
    window.actions_["hand"].trigger()


def shown(window: MainWindow, column: Column) -> list[str]:
    page = window.articles_page
    assert page is not None
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def test_chosen_articles_are_given_by_hand_and_the_table_says_who_has_them(
    window: MainWindow, qapp: QApplication
) -> None:
    assert window.articles_page is not None
    select(window, 1)
    assert window.articles_page.table.isColumnHidden(Column.PEOPLE)
    hand(window, lambda dialog: dialog.new_field.setText("Ägidius, anna"))
    assert [(one.annotator, one.position) for one in Team(store_of(window)).assignments()] == [
        ("anna", 0),
        ("Ägidius", 0),
    ]
    assert "Ägidius bekommt 1 Artikel" in window.status.message
    assert not window.articles_page.table.isColumnHidden(Column.PEOPLE)
    assert shown(window, Column.PEOPLE) == ["", "Ägidius, anna"]
    people = window.articles_page.people.whose
    for name, rows in (("anna", ["Ägidius, anna"]), ("", [""])):
        people.setCurrentIndex(people.findData(name))
        people.activated.emit(people.currentIndex())
        assert shown(window, Column.PEOPLE) == rows


def test_what_somebody_has_begun_is_not_taken_back_and_that_is_said(
    window: MainWindow, project_path: Path
) -> None:
    select(window, 0, 1)
    hand(window, lambda dialog: dialog.new_field.setText("anna"))
    with Project.open(project_path) as project:
        editor = Editor(project, "anna")
        first = project.store.article_ids()[0]
        editor.open(first)
        assert editor.state is not None
        editor.perform(edits.set_state(editor.state, SetState.OPEN))
    said: list[str] = []

    def take(dialog: HandDialog) -> None:
        assert dialog.boxes["anna"].isChecked()
        dialog.boxes["anna"].click()
        said.append(dialog.remark.text())

    select(window, 0, 1)
    hand(window, take)
    assert "1 Artikel von anna zurückgenommen." in said[0]
    assert "anna hat 1 Artikel begonnen" in said[0]
    assert [one.article_id for one in Team(store_of(window)).assignments()] == [first]


def test_a_box_that_holds_for_some_leaves_them_as_they_are(window: MainWindow) -> None:
    select(window, 0)
    hand(window, lambda dialog: dialog.new_field.setText("anna"))
    states: list[Qt.CheckState] = []

    def look(dialog: HandDialog) -> None:
        states.append(dialog.boxes["anna"].checkState())
        assert not dialog.yes_button.isEnabled()
        dialog.boxes["anna"].click()
        states.append(dialog.boxes["anna"].checkState())

    select(window, 0, 1)
    hand(window, look)
    assert states == [Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked]
    assert len(Team(store_of(window)).assignments()) == 2


def test_a_box_that_is_left_alone_changes_nothing(window: MainWindow, project_path: Path) -> None:
    decide(project_path, "anna")
    select(window, 0, 1)
    hand(window, lambda dialog: dialog.new_field.setText("bert"))
    assert {one.annotator for one in Team(store_of(window)).assignments()} == {"bert"}
    page = window.articles_page
    assert page is not None
    assert page.chosen == [row.id for row in page.model.shown]


def test_who_leads_is_not_asked_who_she_is(application: Application, project_path: Path) -> None:
    decide(project_path, "anna")
    with Project.open(project_path) as project:
        roles.set_leads(project.store, ["Jonte"])
    assert application.window.projects.open(project_path)
    assert "Leitung" in application.window.status.annotator_button.text()


def test_on_the_annotate_page_the_open_article_is_given(window: MainWindow, desk: Desk) -> None:
    hand(window, lambda dialog: dialog.new_field.setText("anna"))
    assert desk.session.article is not None
    assert [one.article_id for one in Team(store_of(window)).assignments()] == [desk.session.article.id]


def test_who_does_not_lead_sees_nothing_of_who_has_what(window: MainWindow, qapp: QApplication) -> None:
    select(window, 0)
    hand(window, lambda dialog: dialog.new_field.setText("anna"))
    roles.set_leads(store_of(window), ["Lea Öz"])
    window.show_mode("annotate")
    window.show_mode("articles")
    page = window.articles_page
    assert page is not None
    assert page.table.isColumnHidden(Column.PEOPLE)
    assert not any(w.isVisible() for w in (page.people.whose, page.people.all_articles, page.hand_button))
    window.actions_["hand"].trigger()
    qapp.processEvents()
    assert "Lea Öz" in told(window)


def test_a_lead_with_a_queue_can_look_at_all_articles_and_back(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    assign(window, "anna, Jonte")
    assert len(desk.session.rows) == 1
    window.show_mode("articles")
    qtbot.waitUntil(window.isActiveWindow)
    press(window, "Ctrl+Shift+A")
    assert len(desk.session.rows) == 2
    assert window.articles_page is not None
    assert window.articles_page.people.all_articles.isChecked()
    desk.open_article(next(row.id for row in desk.session.rows if row.id != desk.session.rows[0].id))
    window.articles_page.people.all_articles.click()
    assert len(desk.session.rows) == 1
    assert not window.articles_page.people.all_articles.isChecked()


def test_a_search_finds_what_one_has_annotated_oneself_and_nobody_elses(
    window: MainWindow, project_path: Path
) -> None:
    decide(project_path, "anna")
    roles.set_leads(store_of(window), ["Lea Öz"])
    assert window.desk is not None
    project = window.desk.session.project
    found = {
        name: len(list(search(project, "status:angenommen", annotator=name)))
        for name in ("anna", "Jonte", "Lea Öz")
    }
    assert found == {"anna": 1, "Jonte": 0, "Lea Öz": 0}


def test_somebody_else_is_told_who_leads(window: MainWindow, qapp: QApplication) -> None:
    roles.set_leads(store_of(window), ["Lea Öz"])
    window.actions_["assign"].trigger()
    qapp.processEvents()
    assert "Lea Öz" in told(window)
    assert not [d for d in window.findChildren(AssignDialog) if d.isVisible()]


def test_packages_go_out_and_come_back_and_are_taken_back(
    window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assign(window, "anna, bert", overlap=2)
    folder = tmp_path / "Pakete"
    folder.mkdir()

    def fill(dialog: PackageDialog) -> None:
        dialog.folder_field.setText(str(folder))
        dialog.make_button.click()

    answer(PackageDialog, fill)
    window.actions_["packages"].trigger()
    files = [folder / f"größe-{name}.annot" for name in ("anna", "bert")]
    qtbot.waitUntil(lambda: all(file.exists() for file in files), timeout=WAIT)
    qtbot.waitUntil(lambda: "Arbeitspaket" in window.status.message, timeout=WAIT)
    for file, name in zip(files, ("anna", "bert"), strict=True):
        decide(file, name)
    monkeypatch.setattr(team, "ask_open_many", lambda *_: files)
    window.actions_["merge"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(MergeResultDialog)), timeout=WAIT)
    result = window.findChildren(MergeResultDialog)[0]
    assert "anna" in told(window) and "bert" in told(window)
    store = store_of(window)
    assert all(store.set_info(article, "bert").state is SetState.DONE for article in store.article_ids())
    result.undo_button.click()
    assert all(store.set_info(article, "bert").state is SetState.NEW for article in store.article_ids())
    assert store.check() == []


def test_a_package_says_that_it_is_one(
    application: Application, project_path: Path, tmp_path: Path, qapp: QApplication
) -> None:
    with Project.open(project_path, read_only=True) as project:
        path = make_package(project, "Jonte", tmp_path / "paket.annot").path
    window = application.window
    assert window.projects.open(path)
    assert not roles.is_lead(store_of(window), "Jonte")
    window.actions_["merge"].trigger()
    qapp.processEvents()
    assert "Arbeitspaket" in told(window)


def test_the_review_page_waits_for_the_lead_to_open_it(window: MainWindow, desk: Desk) -> None:
    roles.set_leads(store_of(window), ["Lea Öz"])
    window.show_mode("review")
    assert window.pages.currentWidget() is desk
    assert window.status.message
    roles.set_review(store_of(window), is_open=True)
    window.show_mode("review")
    assert window.pages.currentWidget() is not desk


def test_others_are_out_of_sight_until_the_review_is_open(
    window: MainWindow, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(project_path, "anna")
    offered: list[list[str]] = []

    def look() -> None:
        def note(dialog: ExportDialog) -> None:
            offered.append(list(dialog.annotator_boxes))
            dialog.reject()

        answer(ExportDialog, note)
        exporting.ask_export(window)

    def compared() -> list[str]:
        assert window.desk is not None
        dialog = EvaluateDialog(window.look, window.desk.session, "de", window)
        found = [dialog.sets.itemData(index) for index in range(dialog.sets.count())]
        dialog.close()
        return found

    monkeypatch.setattr(EvaluateDialog, "compare", lambda self: None)
    roles.set_leads(store_of(window), ["Lea Öz"])
    look()
    assert compared() == ["Jonte"]
    roles.set_leads(store_of(window), ["Jonte"])
    assert "anna" in compared()
    answer(Dialog, lambda dialog: dialog.accept())
    window.actions_["review_door"].trigger()
    assert roles.review_open(store_of(window))
    roles.set_leads(store_of(window), ["Lea Öz"])
    look()
    assert offered == [["Jonte", "pretagger"], ["anna", "Jonte", "pretagger"]]
    assert compared() == ["anna", "Jonte"]


def begin_again(window: MainWindow, name: str, number: int = 1) -> None:
    def fill(dialog: RepeatDialog) -> None:
        dialog.boxes[name].click()
        dialog.amount_field.setValue(number)
        assert f"als „{name} (2)“" in dialog.remark.text()
        dialog.yes_button.click()

    answer(RepeatDialog, fill)
    window.actions_["repeat"].trigger()


def test_finished_articles_are_given_to_the_same_person_again(
    window: MainWindow, project_path: Path, qtbot: QtBot
) -> None:
    decide(project_path, "anna")
    begin_again(window, "anna", 2)
    assert "2 Artikel zum zweiten Mal zugewiesen" in window.status.message
    rows = [one for one in Team(store_of(window)).assignments() if one.annotator == "anna (2)"]
    assert len(rows) == 2
    window.show_mode("articles")
    assert shown(window, Column.PEOPLE) == ["anna, anna (2)"] * 2


def test_who_annotates_again_works_without_a_sight_of_the_first_time_and_comes_back(
    window: MainWindow, project_path: Path, qtbot: QtBot, application: Application
) -> None:
    decide(project_path, "Jonte")
    begin_again(window, "Jonte", 2)
    said: list[str] = []

    def choose(name: str) -> None:
        def do(dialog: NameDialog) -> None:
            dialog.field.setText(name)
            said.append(dialog.consequence.text())
            dialog.yes_button.click()

        answer(NameDialog, do)
        window.status.annotator_button.click()

    choose("Jonte (2)")
    assert "„Jonte“ annotiert zum zweiten Mal" in said[0]
    desk = window.desk
    assert desk is not None and desk.session.annotator == "Jonte (2)"
    assert "zweiter Durchgang" in window.status.annotator_button.text()
    assert [row.state for row in desk.session.rows] == [SetState.NEW] * 2
    assert desk.session.state is not None and not desk.session.state.own
    window.show_mode("review")
    assert window.pages.currentWidget() is desk
    assert window.context.settings.current.annotator == "Jonte"
    choose("Jonte")
    assert window.desk is not None and window.desk.session.annotator == "Jonte"
    assert "Leitung" in window.status.annotator_button.text()
    assert [row.state for row in window.desk.session.rows] == [SetState.DONE] * 2


def test_the_package_of_a_second_pass_opens_as_that(
    application: Application, project_path: Path, tmp_path: Path
) -> None:
    decide(project_path, "Jonte")
    with Project.open(project_path) as project:
        repeat(project.store, plan_repeat(project.store, "Jonte", number=1), author="Lea Öz")
        path = make_package(project, "Jonte (2)", tmp_path / "paket.annot").path
    assert application.window.projects.open(path)
    desk = application.window.desk
    assert desk is not None and desk.session.annotator == "Jonte (2)"
    assert "zweiter Durchgang" in application.window.status.annotator_button.text()
    assert len(desk.session.rows) == 1
    assert application.window.context.settings.current.annotator == "Jonte"


def test_the_division_shows_second_passes_and_leaves_them_alone(
    window: MainWindow, project_path: Path
) -> None:
    decide(project_path, "anna")
    begin_again(window, "anna", 2)
    dialog = AssignDialog(window.look, store_of(window), "Jonte", window)
    assert dialog.names == ["anna"]
    model = dialog.table.model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["anna", "anna (2)"]
    assert [model.index(1, column).data() for column in (3, 4)] == ["2", "2"]


def test_a_lead_without_a_queue_has_nothing_to_do_in_the_progress(
    window: MainWindow, project_path: Path
) -> None:
    assign(window, "anna")
    found = progress_of(store_of(window), "Jonte", asked_by="Jonte")
    assert found.total == 0
    assert progress_of(store_of(window), "anna", asked_by="Jonte").states[SetState.NEW] == 2


def test_what_is_left_open_in_an_exported_gold_set_is_told(window: MainWindow) -> None:
    report = ExportReport(Path("gold.jsonl"), lines=3, open=1204, open_articles=2)
    assert "noch zu entscheiden: 1.204, in Artikeln: 2." in exporting.report_text(report)
    assert "Goldfassung" not in exporting.report_text(replace(report, open=0, open_articles=0))
