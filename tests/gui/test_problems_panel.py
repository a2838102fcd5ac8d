"""Problems, steps and time, by keyboard in the real window."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from annotator.core import edits, problems
from annotator.core.annotation import SetState, Status
from annotator.core.change import Plan
from annotator.core.state import AnnotationState
from annotator.gui import checking
from annotator.gui.desk import Desk
from annotator.gui.dialogs import progress_page_plot
from annotator.gui.dialogs.finish import SHOW_PROBLEMS, FinishDialog
from annotator.gui.dialogs.progress_page import ProgressPage
from annotator.gui.main_window import MainWindow
from annotator.gui.panels.two_lines import ROW, TwoLines
from annotator.gui.timing import Timing
from tests.gui.hands import answer, focused, on_disk, press
from tests.gui.test_relating import mention_of


def state_of(desk: Desk) -> AnnotationState:
    assert desk.session.state is not None
    return desk.session.state


def _same(plan: Plan) -> Plan:
    return plan


def accept(desk: Desk, *words: str) -> None:
    for word in words:
        desk.annotating.accept_item(mention_of(desk, word))
    QApplication.processEvents()


def test_f8_goes_through_the_problems_and_says_what_is_wrong(window: MainWindow, desk: Desk) -> None:
    accept(desk, "traf", "Montag")
    assert len(desk.checking.problems) == 2
    desk.annotating.focus(None)
    desk.canvas.setFocus()
    press(window, "F8")
    assert focused(desk) == "traf"
    assert window.status.message == "Die Pflichtrolle Teilnehmer ist leer."
    press(window, "F8")
    assert focused(desk) == "Montag"
    press(window, "Shift+F8")
    assert focused(desk) == "traf"


def test_the_list_shows_them_with_their_severity_and_they_go_when_they_are_put_right(
    window: MainWindow, desk: Desk
) -> None:
    accept(desk, "traf", "Montag")
    press(window, "Ctrl+F8")
    view = desk.inspector.problems.view
    assert QApplication.focusWidget() is view
    rows: list[TwoLines] = [view.model().index(row, 0).data(ROW) for row in range(view.model().rowCount())]
    assert [(row.title, row.remark) for row in rows] == [("traf", "Fehler"), ("Montag", "Hinweis")]
    assert window.status.problems_button.text() == "2 Probleme"
    press(view, "Down")
    assert focused(desk) == "Montag"
    desk.annotating.set_attribute(mention_of(desk, "Montag"), "value", "2024-03-11")
    QApplication.processEvents()
    assert window.status.problems_button.text() == "1 Problem"
    assert view.model().rowCount() == 1


def test_putting_one_right_leaves_the_others_in_the_list_and_the_current_one_current(
    window: MainWindow, desk: Desk
) -> None:
    accept(desk, "traf", "Montag", "Jörg Größl")
    press(window, "Ctrl+F8")
    panel = desk.inspector.problems
    view, resets = panel.view, list[bool]()
    panel.model.modelReset.connect(lambda: resets.append(True))
    press(view, "Down")
    assert view.currentIndex().data(ROW).title == "Montag"
    attended = mention_of(desk, "traf")
    for link in list(state_of(desk).links[attended]):
        desk.annotating.accept_item(link)
    QApplication.processEvents()
    assert list(panel.model.listed) == list(desk.checking.problems.listed)
    assert [view.model().index(row, 0).data(ROW).title for row in range(view.model().rowCount())] == [
        "Montag"
    ]
    assert view.currentIndex().row() == 0
    desk.undo()
    desk.undo()
    QApplication.processEvents()
    assert list(panel.model.listed) == list(desk.checking.problems.listed)
    assert view.currentIndex().data(ROW).title == "Montag"
    assert resets == []


def test_a_large_step_is_looked_at_in_slices_and_all_is_found(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "_MANY", 1)
    desk.session.perform(lambda: edits.accept(state_of(desk), list(state_of(desk).mentions)))
    assert desk.session.article is not None
    wanted = problems.find(state_of(desk), desk.session.article, desk.session.scheme)
    assert list(desk.checking.problems.listed) == wanted.listed
    assert desk.inspector.problems.view.model().rowCount() == len(wanted) > 0


def test_finishing_with_errors_says_so_and_leads_to_them(window: MainWindow, desk: Desk) -> None:
    accept(desk, "traf")
    asked: list[bool] = []

    def do(dialog: FinishDialog) -> None:
        asked.append(dialog.problems_button.isVisible())
        dialog.done(SHOW_PROBLEMS)

    answer(FinishDialog, do)
    press(desk.canvas, "Ctrl+Return")
    assert asked == [True]
    assert desk.inspector.page == "problems"
    assert desk.session.state is not None
    assert desk.session.state.set_state is SetState.OPEN


def test_errors_are_asked_about_though_open_suggestions_no_longer_are(window: MainWindow, desk: Desk) -> None:
    window.context.settings.update(ask_before_finishing=False)
    accept(desk, "traf")
    assert desk.checking.problems.errors
    asked: list[tuple[str, bool, bool]] = []

    def do(dialog: FinishDialog) -> None:
        asked.append((dialog.windowTitle(), dialog.no_more.isVisible(), dialog.first_button.isVisible()))
        dialog.reject()

    answer(FinishDialog, do)
    press(desk.canvas, "Ctrl+Return")
    assert asked == [("Mit Fehlern abschließen?", False, False)]
    assert state_of(desk).set_state is SetState.OPEN


def test_enter_on_a_step_goes_back_to_it_and_forward_again(window: MainWindow, desk: Desk) -> None:
    accept(desk, "traf", "Montag", "Füssen")
    press(window, "Ctrl+H")
    view, model = desk.inspector.history.view, desk.inspector.history.model
    assert QApplication.focusWidget() is view
    assert (model.rowCount(), model.present) == (3, 0)
    press(view, "Down", "Down", "Return")
    assert {m.status for m in on_disk(desk).mentions.values()} == {Status.ACCEPTED}
    assert len(on_disk(desk).mentions) == 1
    desk.inspector.history.refresh()
    assert model.present == 2
    undone: list[TwoLines] = [model.index(row).data(ROW) for row in range(model.rowCount())]
    assert [row.quiet for row in undone] == [True, True, False]
    press(view, "Home", "Return")
    assert len(on_disk(desk).mentions) == 3


def test_many_steps_are_made_into_rows_as_they_are_scrolled_to(desk: Desk) -> None:
    scheme, item = desk.session.scheme, mention_of(desk, "Jörg Größl")
    for place in range(260):
        plan = edits.relabel(state_of(desk), scheme, item, layer="entity", label=("ORG", "PER")[place % 2])
        desk.session.perform(partial(_same, plan))
    desk.show_history()
    QApplication.processEvents()
    model = desk.inspector.history.model
    assert model.rowCount() < 260
    while model.canFetchMore():
        model.fetchMore()
    assert model.rowCount() == 260


def test_time_counts_between_signs_of_life_and_breaks_do_not(desk: Desk) -> None:
    now = [0.0]
    session = desk.session
    timing = Timing(session, desk, clock=lambda: now[0])
    session.opened.emit()
    accept(desk, "traf")
    article = session.article
    assert article is not None
    for seconds in (10.0, 40.0, 300.0, 20.0):
        now[0] += seconds
        timing.touch()
    timing.leave()
    store = session.project.store
    assert store.set_info(article.id, session.annotator).active_seconds == 70.0
    now[0] += 5.0
    timing.touch()
    timing.leave()
    assert store.set_info(article.id, session.annotator).active_seconds == 70.0


def test_nothing_is_counted_once_the_project_is_being_closed(desk: Desk) -> None:
    now = [0.0]
    session = desk.session
    timing = Timing(session, desk, clock=lambda: now[0])
    session.opened.emit()
    accept(desk, "traf")
    article = session.article
    assert article is not None
    timing.end()
    counted = session.project.store.set_info(article.id, session.annotator).active_seconds
    now[0] = 30.0
    timing.touch()
    now[0] = 40.0
    timing.touch()
    timing.write()
    assert session.project.store.set_info(article.id, session.annotator).active_seconds == counted


def test_reading_alone_makes_no_set(desk: Desk) -> None:
    now = [0.0]
    timing = Timing(desk.session, desk, clock=lambda: now[0])
    desk.session.opened.emit()
    article = desk.session.article
    assert article is not None
    now[0] = 30.0
    timing.touch()
    timing.leave()
    assert desk.session.project.store.set_info(article.id, desk.session.annotator).active_seconds == 0.0
    accept(desk, "traf")
    timing.leave()
    assert desk.session.project.store.set_info(article.id, desk.session.annotator).active_seconds == 30.0


def test_the_progress_page_has_the_numbers_beside_the_plots(window: MainWindow, desk: Desk) -> None:
    accept(desk, "traf", "Montag")
    page = ProgressPage(window.look, desk.session, window)
    page.show()
    QApplication.processEvents()
    items = page._labels.table.items
    first = [items.item(0, column).text() for column in range(items.columnCount())]
    assert first[1:4] == ["1", "0", "0"]
    day = datetime.now(UTC).astimezone().day
    assert page._hours.table.items.item(0, 0).text().startswith(f"{day}.")
    assert page._hours.table.items.item(0, 1).text() == "2"
    page.close()


def test_the_progress_page_says_so_where_there_is_nothing_to_draw(window: MainWindow, desk: Desk) -> None:
    page = ProgressPage(window.look, desk.session, window)
    page.show()
    QApplication.processEvents()
    assert not page._hours.plot.isVisible()
    assert "Noch gibt es nichts zu zeichnen." in [text.text() for text in page._hours.findChildren(QLabel)]
    accept(desk, "traf", "Montag")
    page.show_annotator("Jonte")
    page._pages.setCurrentWidget(page._labels)
    QApplication.processEvents()
    assert page._labels.plot.isVisible()
    page.close()


@pytest.mark.parametrize(("top", "step"), [(0, 1), (4, 1), (7, 2), (424, 100), (0.6, 0.2), (1310, 500)])
def test_the_lines_behind_bars_are_round_numbers_apart(top: float, step: float) -> None:
    assert progress_page_plot._step(top) == pytest.approx(step)


@pytest.mark.usefixtures("desk")
def test_figures_at_bars_are_in_the_languages_digits() -> None:
    figure = progress_page_plot._figure
    assert [figure(1400.4, 2000), figure(0.75, 2), figure(3, 4)] == ["1.400", "0,8", "3"]


def test_an_edit_while_the_article_is_still_being_searched_is_looked_at_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept(desk, "traf")
    monkeypatch.setattr(problems, "STRETCH", 1)
    monkeypatch.setattr(checking, "SLICE", 0.0)
    checker = desk.checking
    desk.session.opened.emit()
    checker.timer.timeout.emit()
    assert checker.timer.isActive()
    desk.annotating.accept_item(mention_of(desk, "Montag"))
    assert desk.session.article is not None
    wanted = problems.find(state_of(desk), desk.session.article, desk.session.scheme)
    assert checker.problems.listed == wanted.listed
    assert len(wanted) == 2
