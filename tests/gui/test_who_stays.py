"""Who annotates goes on as who she was, whatever makes the window or the project be opened anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.app import Application
from annotator.gui.dialogs.name import NameDialog
from annotator.gui.main_window import MainWindow
from annotator.services import roles
from annotator.services.assigning import assign
from annotator.services.handing import hand
from annotator.services.project import Project
from annotator.services.repeating import plan_repeat, repeat
from annotator.services.writing_lock import lock_file, take
from tests.gui.hands import answer, press
from tests.gui.test_read_only import Failing
from tests.gui.test_team import decide


@pytest.fixture
def second_pass(window: MainWindow, project_path: Path) -> MainWindow:
    """Jonte annotates for the second time, in the file where the first time is."""
    decide(project_path, "Jonte")
    assert window.desk is not None
    store = window.desk.session.project.store
    repeat(store, plan_repeat(store, "Jonte", number=2), author="Jonte")
    window.projects.again("Jonte (2)")
    return window


def anew(application: Application, qtbot: QtBot, **settings: object) -> MainWindow:
    """Change settings that ask for a new window, and return that."""
    first = application.window
    current = first.context.settings.current
    first.context.change_settings(msgspec.structs.replace(current, **settings))
    qtbot.waitUntil(lambda: application.window is not first)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return application.window


def who(window: MainWindow) -> str:
    assert window.desk is not None
    return window.desk.session.annotator


@pytest.mark.parametrize("settings", [{"language": "en"}, {"text_percent": 150}], ids=["language", "size"])
def test_a_second_pass_stays_one_through_a_new_window(
    application: Application, second_pass: MainWindow, qtbot: QtBot, settings: dict[str, object]
) -> None:
    assert second_pass.desk is not None
    second_pass.desk.step(1)
    article = second_pass.desk.session.article
    window = anew(application, qtbot, **settings)
    assert who(window) == "Jonte (2)"
    assert window.desk is not None and window.desk.session.article == article
    assert window.desk.session.state is not None and not window.desk.session.state.own
    assert window.context.settings.current.annotator == "Jonte"


def test_another_name_in_the_settings_is_taken_all_the_same(
    application: Application, second_pass: MainWindow, qtbot: QtBot
) -> None:
    assert who(anew(application, qtbot, annotator="Lea Öz")) == "Lea Öz"


def test_whose_work_is_read_stays_through_a_new_window(
    application: Application, project_path: Path, qtbot: QtBot
) -> None:
    decide(project_path, "anna")
    held = take(project_path, who="Lea Öz")
    window = application.window
    window.people.who_in = lambda opened, *, sure=False: "anna"  # type: ignore[method-assign]
    assert window.projects.open(project_path)
    window = anew(application, qtbot, language="en")
    assert who(window) == "anna"
    assert window.projects.hindrance
    held.release()  # type: ignore[union-attr]


def share(window: MainWindow, failing: Failing) -> None:
    failing.away = "io"
    assert window.desk is not None
    press(window.desk.canvas, "1")
    assert window.banner.failing
    failing.away = ""
    window.banner.again_button.click()


def overtaken(window: MainWindow, failing: Failing) -> None:
    assert window.desk is not None
    file = lock_file(window.desk.session.project.path)
    other = msgspec.json.decode(file.read_bytes()) | {"token": "anders", "who": "Lea Öz"}
    file.write_bytes(msgspec.json.encode(other))
    window.projects.beat()


@pytest.mark.parametrize("happens", [share, overtaken], ids=["a share that was away", "a lock that was lost"])
def test_a_second_pass_stays_one_when_the_project_is_opened_anew(
    second_pass: MainWindow, monkeypatch: pytest.MonkeyPatch, happens: Callable[[MainWindow, Failing], None]
) -> None:
    before = second_pass.desk
    happens(second_pass, Failing(monkeypatch))
    assert second_pass.desk is not before
    assert who(second_pass) == "Jonte (2)"
    assert second_pass.context.settings.current.annotator == "Jonte"


def test_the_work_of_the_second_pass_goes_on_there_after_a_new_window(
    application: Application, second_pass: MainWindow, project_path: Path, qtbot: QtBot
) -> None:
    window = anew(application, qtbot, language="en")
    assert window.desk is not None and window.desk.session.article is not None
    article = window.desk.session.article.id
    press(window.desk.canvas, "Return")
    window.projects.close()
    with Project.open(project_path, read_only=True) as project:
        assert project.store.layered(article, "Jonte (2)").mentions


def test_who_annotates_again_is_told_that_nothing_of_others_is_seen_even_in_an_open_review(
    second_pass: MainWindow,
) -> None:
    assert second_pass.desk is not None
    roles.set_review(second_pass.desk.session.project.store, is_open=True)
    for action in ("mode_review", "report"):
        second_pass.status.tell("")
        second_pass.actions_[action].trigger()
        assert "Im zweiten Durchgang" in second_pass.status.message, action
    assert second_pass.pages.currentWidget() is second_pass.desk


@pytest.mark.parametrize("new_window", [True, False], ids=["a new window", "the project opened anew"])
def test_a_lead_who_looks_at_all_articles_goes_on_with_that(
    application: Application, window: MainWindow, qtbot: QtBot, new_window: bool
) -> None:
    assert window.desk is not None
    store = window.desk.session.project.store
    first, second = store.article_ids()
    assign(store, hand(store, [first], give=["Jonte"], take=[], control=False).rows, author="Jonte")
    window.desk.session.reload()
    assert [row.id for row in window.desk.session.rows] == [first]
    window.actions_["all_articles"].trigger()
    window.desk.open_article(second)
    if new_window:
        window = anew(application, qtbot, language="en")
    else:
        window.projects.again()
    assert window.desk is not None
    assert [row.id for row in window.desk.session.rows] == [first, second]
    assert window.desk.session.article is not None and window.desk.session.article.id == second


def test_a_project_stays_open_beneath_a_dialog_that_asks_about_it(
    second_pass: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, lost = second_pass.desk, Failing(monkeypatch)

    def look(dialog: NameDialog) -> None:
        overtaken(second_pass, lost)
        assert second_pass.desk is before
        dialog.reject()

    answer(NameDialog, look)
    second_pass.status.annotator_button.click()
    assert second_pass.desk is before
    second_pass.projects.beat()
    assert second_pass.desk is not before
