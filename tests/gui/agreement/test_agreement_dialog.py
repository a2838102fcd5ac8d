"""Agreement in the window."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.core.assigned import Assigned
from annotator.gui.agreement import opening
from annotator.gui.agreement.dialog import AgreementDialog
from annotator.gui.agreement.heat import CELL
from annotator.gui.main_window import MainWindow
from annotator.review.agreement import confusions
from annotator.review.figure import Measure
from annotator.review.mistakes import Context
from annotator.review.version import Reviewed
from annotator.services import agreement_text, roles
from annotator.services.agreement import measure_agreement
from annotator.services.agreement_gamma import measure_gamma
from annotator.services.project import Project
from annotator.services.repeating import plan_repeat, repeat
from annotator.store import Store, Team
from tests.gui.hands import press
from tests.gui.seen import cut_off
from tests.support.gamma import stand_in
from tests.support.teams import BEGIN, NAMES, finish


def store_of(window: MainWindow) -> Store:
    assert window.desk is not None
    return window.desk.session.project.store


def opened(window: MainWindow, qtbot: QtBot) -> AgreementDialog:
    window.actions_["agreement"].trigger()
    dialog = window.findChild(AgreementDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.job is None, timeout=30_000)
    return dialog


def rows(dialog: AgreementDialog) -> dict[tuple[str, ...], tuple[str, str, str]]:
    """Return value, interval and items of every row by the names above and of it."""
    model, found = dialog.figures.items, {}

    def walk(parent: QModelIndex, above: tuple[str, ...]) -> None:
        for row in range(model.rowCount(parent)):
            cells = [model.index(row, column, parent).data() for column in range(4)]
            found[(*above, cells[0])] = (cells[1], cells[2], cells[3])
            walk(model.index(row, 0, parent), (*above, cells[0]))

    walk(QModelIndex(), ())
    return found


def test_the_table_has_the_figures_of_the_service(window: MainWindow, team_path: Path, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    assert dialog.remark.text() == "10 Artikel von mehreren fertig."
    shown, found = rows(dialog), measure_agreement(team_path)
    scheme = window.desk.session.scheme  # type: ignore[union-attr]
    told = {figure.scope for figure in found.of() if figure.value is not None}
    compared = 0
    for figure in found.of():
        if figure.scope in told:
            names = [
                agreement_text.scope_name(scheme, figure.scope, "de"),
                agreement_text.NAMES[figure.measure].de,
            ]
            if figure.label:
                names.append(agreement_text.label_name(scheme, figure.scope, figure.label, "de"))
            value, interval, items = shown[tuple(names)]
            assert value == agreement_text.value(figure.value, "de")
            assert interval == agreement_text.interval(figure, "de")
            assert int(items.replace(".", "")) == figure.items
            compared += 1
    assert compared > 40
    dialog.close()


def test_the_line_says_what_the_measure_of_the_row_can_say(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    assert dialog.statement.text() == agreement_text.STATEMENTS["agreement.span_exact"].de
    press(dialog.figures, "Down")
    assert dialog.statement.text() == agreement_text.STATEMENTS["agreement.span_overlap"].de
    press(dialog.figures, "Up")
    press(dialog.figures, "Up")
    assert dialog.statement.text() == "Wähle ein Maß, um zu lesen, was es sagt."
    dialog.close()


def test_a_pair_is_shown_in_place_of_all(window: MainWindow, team_path: Path, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    place = dialog.pair.findText("anna – cleo")
    dialog.pair.setCurrentIndex(place)
    dialog.pair.activated.emit(place)
    (exact,) = [
        f
        for f in measure_agreement(team_path, samples=0).of(("anna", "cleo"))
        if (f.measure, f.scope) == (Measure.SPAN_EXACT, "")
    ]
    assert rows(dialog)["Alles zusammen", "F1, genau"][0] == agreement_text.value(exact.value, "de")
    cell = dialog.pairs.cells.index(0, 2).data(CELL)
    assert cell.text == agreement_text.value(exact.value, "de")
    assert dialog.pairs.cells.index(2, 0).data(CELL).text == cell.text
    assert dialog.pairs.cells.index(1, 1).data() == "–"
    dialog.close()


def test_a_cell_lists_its_places_and_a_place_opens_in_the_text(
    window: MainWindow, team_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    dialog.tabs.button(2).click()
    counts = confusions(measure_agreement(team_path, samples=0).counted.statistics, "entity")
    table = dialog.confusions
    labels = [table.labels_at(row, 0)[0] for row in range(table.cells.rowCount())]
    row, column = labels.index("PER"), labels.index("ORG")
    number = counts[("ORG", "PER")]
    assert number > 0
    assert table.cells.index(row, column).data() == table.cells.index(column, row).data() == str(number)
    table.setCurrentIndex(table.cells.index(row, column))
    press(table, "Return")
    qtbot.waitUntil(lambda: not dialog.places.busy)
    assert dialog.places.items.rowCount() == number
    dialog.places.items.clear()
    cell = table.visualRect(table.cells.index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    qtbot.waitUntil(lambda: not dialog.places.busy)
    assert dialog.places.items.rowCount() == number

    chosen = dialog.places.place_at(dialog.places.items.index(1, 0))
    assert chosen is not None
    assert isinstance(chosen[0], Context)
    dialog.places.setCurrentIndex(dialog.places.items.index(1, 0))
    press(dialog.places, "Return")
    desk = window.desk
    assert desk is not None
    assert desk.session.article is not None
    assert desk.session.article.id == chosen[0].article_id
    assert window.pages.currentWidget() is desk
    dialog.close()


def test_a_dialog_over_the_text_steps_aside_and_comes_back_as_it_was(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    dialog.tabs.button(2).click()
    table = dialog.confusions
    table.setCurrentIndex(table.cells.index(0, 0))
    press(table, "Return")
    qtbot.waitUntil(lambda: not dialog.places.busy)
    number = dialog.places.items.rowCount()
    assert number > 1 and window.desk is not None
    dialog.move(window.desk.canvas.mapToGlobal(QPoint(10, 10)))
    dialog.places.setCurrentIndex(dialog.places.items.index(1, 0))
    dialog.places.setFocus()
    press(dialog.places, "Return")
    assert not dialog.isVisible()
    assert "führt zurück" in window.status.message
    window.actions_["agreement"].trigger()
    assert dialog.isVisible() and dialog.job is None, "nothing is measured again"
    assert dialog.places.items.rowCount() == number
    assert dialog.places.currentIndex().row() == 1
    dialog.move(window.mapToGlobal(QPoint(window.width() + 50, 0)))
    press(dialog.places, "Return")
    assert dialog.isVisible(), "beside the window it is in nobody's way"
    dialog.close()


def test_every_cell_shows_its_number_whatever_its_colour(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    model = dialog.confusions.cells
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            cell = model.index(row, column).data(CELL)
            assert 0.0 <= cell.strength <= 1.0
            assert cell.strength == 0.0 or int(cell.text) > 0
            assert model.names[row] in cell.spoken
    dialog.close()


def test_the_course_of_time_is_told_in_words_and_drawn(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    dialog.tabs.button(3).click()
    told = dialog.drift.accessibleDescription()
    assert "Alles zusammen: 0," in told
    image = dialog.drift.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(image.height())
    }
    assert window.look.theme.focus in colours
    dialog.close()


def test_suggestions_are_told_apart_where_there_are_control_articles(
    window: MainWindow, team: list[Reviewed], team_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    assert not dialog.tabs.button(4).isEnabled()
    assert "Kontrollartikel" in dialog.tabs.button(4).toolTip()
    dialog.close()
    rows_ = [
        Assigned(one.article.id, name, place, control=place < 4)
        for place, one in enumerate(team)
        for name in NAMES
    ]
    Team(store_of(window)).assign(rows_)
    dialog = opened(window, qtbot)
    dialog.tabs.button(4).click()
    assert dialog.suggestions.isVisible()
    found = measure_agreement(team_path).suggestions
    assert found is not None
    values = [
        next(f.value for f in part if (f.measure, f.scope, f.label) == (Measure.SPAN_EXACT, "", ""))
        for part in (found.with_, found.without)
    ]
    model = dialog.suggestions.items
    told = [agreement_text.value(value, "de") for value in values]
    assert [model.index(0, column).data() for column in (0, 1, 3)] == ["Alles zusammen", *told]
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in (1, 3)]
    assert heads == ["Mit: 6 Artikel", "Ohne: 4 Artikel"]
    dialog.close()


def test_nothing_is_cut_off_on_any_page(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    for button in dialog.tabs.buttons():
        button.click()
        QApplication.processEvents()
        assert cut_off(dialog) == []
    dialog.close()


def test_nobody_sees_anything_before_the_lead_opens_the_review(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    store = window.desk.session.project.store
    roles.set_leads(store, ["ines"])
    dialog = opened(window, qtbot)
    page = dialog.pages.currentWidget()
    assert page is not None
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert texts == ["Die Übereinstimmung ist zu sehen, sobald die Leitung die Prüfung geöffnet hat."]
    assert dialog.agreement is None
    assert not dialog.report.isEnabled()
    dialog.close()
    roles.set_review(store, is_open=True)
    again = opened(window, qtbot)
    assert again.agreement is not None
    assert again.report.isEnabled()
    assert again.pages.currentIndex() == 0
    again.close()


def test_opening_again_reads_only_what_has_changed(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    first = dialog.agreement
    dialog.close()
    again = opened(window, qtbot)
    assert again is dialog
    assert again.agreement is not first
    assert again.agreement is not None
    assert first is not None
    assert again.agreement.counted.sets == first.counted.sets
    again.close()


def test_leaving_the_project_takes_the_dialog_along(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    opened(window, qtbot)
    window.show_session(None)
    qapp.processEvents()
    qtbot.waitUntil(lambda: window.findChild(AgreementDialog) is None)


def test_the_report_is_written_in_the_language_of_the_window(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "bericht.html"
    opening.write_report(window, target, for_lead=True)
    qtbot.waitUntil(target.exists, timeout=30_000)
    qtbot.waitUntil(lambda: window.exports.job is None, timeout=30_000)
    page = target.read_text(encoding="utf-8")
    assert '<html lang="de">' in page
    assert "Nur für die Leitung." in page


def test_who_may_not_see_it_is_told_so_in_place_of_a_report(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.desk is not None
    roles.set_leads(window.desk.session.project.store, ["ines"])
    asked: list[object] = []
    said: list[str] = []
    monkeypatch.setattr(opening, "ask_save", lambda *given: asked.append(given))
    tell: Callable[[str], None] = said.append
    monkeypatch.setattr(window.status, "tell", tell)
    window.actions_["report"].trigger()
    assert asked == []
    assert said == ["Die Übereinstimmung ist zu sehen, sobald die Leitung die Prüfung geöffnet hat."]


def test_planted_errors_are_the_only_confusions(
    window: MainWindow, team: list[Reviewed], qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    assert dialog.agreement is not None
    statistics = dialog.agreement.counted.statistics
    for layer in ("entity", "time"):
        both = sum(n for (a, b), n in confusions(statistics, layer).items() if a and b)
        one = sum(n for (a, b), n in confusions(statistics, layer).items() if not (a and b))
        mentions = sum(
            sum(m.layer == layer for m in version.mentions)
            for article in team
            for version in article.versions.values()
        )
        # Each mention is compared with those of the two others: met by one, or by nobody.
        assert 2 * both + one == 2 * mentions
    dialog.close()


def test_ones_own_earlier_work_has_a_page_per_person(
    window: MainWindow, team_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    own = 5
    assert not dialog.tabs.button(own).isEnabled()
    assert "zweimal annotiert" in dialog.tabs.button(own).toolTip()
    dialog.close()
    with Project.open(team_path) as project:
        for name in ("anna", "cleo"):
            repeat(project.store, plan_repeat(project.store, name, number=3), author="Jonte")
            for row in project.store.article_rows(f"{name} (2)"):
                layered = project.store.layered(row.id, name if name == "anna" else "bela")
                finish(project, project.store.article(row.id), f"{name} (2)", layered, at=BEGIN)
    dialog = opened(window, qtbot)
    assert dialog.remark.text() == "10 Artikel von mehreren fertig."
    dialog.tabs.button(own).click()
    page = dialog.own_work
    assert page.people.count() == 2
    assert page.people.itemText(0) == "anna – anna (2), 3 Artikel"
    assert page.table.items.item(0, 0).child(0, 1).text() == "1,00"
    assert page.table.items.item(0, 0).child(0, 4).text() == "3"
    assert page.statement.text() == agreement_text.STATEMENTS["agreement.span_exact"].de
    page.people.setFocus()
    press(page.people, "Down")
    page.people.activated.emit(page.people.currentIndex())
    assert page.people.currentIndex() == 1
    assert page.table.items.item(0, 0).child(0, 1).text() != "1,00"
    assert [dialog.pair.itemText(place) for place in range(dialog.pair.count())][1:] == [
        "anna – bela",
        "anna – cleo",
        "bela – cleo",
    ]
    dialog.close()


def test_gamma_comes_on_demand(
    window: MainWindow, team_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch)
    dialog = opened(window, qtbot)
    name = agreement_text.NAMES[Measure.GAMMA].de
    assert not [names for names in rows(dialog) if names[-1] == name]
    dialog.gamma.click()
    assert not dialog.gamma.isEnabled()
    qtbot.waitUntil(lambda: dialog.job is None, timeout=30_000)
    found = {f.scope: agreement_text.value(f.value, "de") for f in measure_gamma(team_path).figures}
    assert sorted(row[0] for names, row in rows(dialog).items() if names[-1] == name) == sorted(
        found.values()
    )
    assert dialog.gamma.isEnabled()
    dialog.gamma.click()
    qtbot.waitUntil(lambda: dialog.job is None, timeout=30_000)
    assert len([names for names in rows(dialog) if names[-1] == name]) == len(found)
    dialog.close()


@pytest.mark.skipif(find_spec("pygamma_agreement") is not None, reason="the extra gamma is installed")
def test_without_its_library_gamma_says_how_to_get_it(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    dialog.gamma.click()
    qtbot.waitUntil(lambda: dialog.job is None, timeout=30_000)
    assert "pip install annotator[gamma]" in dialog.fault.text()
    assert dialog.fault.isVisible() and dialog.gamma.isEnabled()
    assert rows(dialog)
    dialog.close()
