"""Projects that can only be read, a store that fails and comes back, and who annotates."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from annotator.core.errors import StoreUnavailable
from annotator.gui.app import Application
from annotator.gui.desk import Desk
from annotator.gui.dialogs.name import NameDialog
from annotator.gui.dialogs.new_project import NewProjectDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.panels.canvas_menu import open_canvas_menu
from annotator.gui.panels.slot_row import SlotRow
from annotator.services import opening, roles
from annotator.services.project import Project
from annotator.services.writing_lock import Holder, WritingLock, lock_file, take
from annotator.store import AnnotatorKind, Store
from tests.gui.hands import on_disk, press
from tests.gui.test_window import answer


@pytest.fixture
def other(project_path: Path) -> Iterator[WritingLock]:
    """Somebody else has the project open."""
    held = take(project_path, who="Lea Öz")
    assert isinstance(held, WritingLock)
    yield held
    held.release()


def test_a_project_that_is_open_elsewhere_opens_to_be_read(
    application: Application, project_path: Path, other: WritingLock
) -> None:
    window = application.window
    before = project_path.read_bytes()
    assert window.projects.open(project_path)
    assert window.desk is not None
    QApplication.processEvents()
    assert window.windowTitle() == "größe.annot (nur lesen) – Annotator"
    assert "Lea Öz" in window.banner.text
    assert "Nur lesen" in [label.text() for label in window.status.findChildren(QLabel)]
    for identifier in ("accept", "reject", "undo", "pretag", "import", "finish"):
        action = window.actions_[identifier]
        assert not action.isEnabled(), identifier
        assert "Lea Öz" in action.toolTip(), identifier
    for identifier in ("find", "export", "next", "guidelines", "mode_articles"):
        assert window.actions_[identifier].isEnabled(), identifier
    press(window.desk.canvas, "Return", "1", "Delete")
    assert on_disk(window.desk).mentions == {}
    assert project_path.read_bytes() == before


def test_once_the_other_window_is_gone_it_can_be_written_at_the_same_place(
    application: Application, project_path: Path, other: WritingLock
) -> None:
    window = application.window
    assert window.projects.open(project_path)
    assert window.desk is not None
    press(window.desk.canvas, "Tab")
    item = window.desk.annotating.item
    other.release()
    window.banner.again_button.click()
    assert window.banner.text == ""
    assert window.desk.annotating.item == item
    press(window.desk.canvas, "Return")
    assert len(on_disk(window.desk).mentions) == 1
    assert "nur lesen" not in window.windowTitle()


def test_the_project_is_free_for_others_as_soon_as_it_is_closed(
    window: MainWindow, project_path: Path
) -> None:
    assert lock_file(project_path).exists()
    window.projects.close()
    assert not lock_file(project_path).exists()


def test_who_says_her_name_while_the_project_is_made_is_named_to_a_second_window(
    application: Application, tmp_path: Path
) -> None:
    application.window.context.settings.update(annotator="")
    made = tmp_path / "flut.annot"

    def fill(dialog: NewProjectDialog) -> None:
        dialog.path_field.setText(str(made))
        answer(NameDialog, say_name)
        dialog.create_button.click()

    def say_name(dialog: NameDialog) -> None:
        dialog.field.setText("Änne Weiß")
        dialog.yes_button.click()

    answer(NewProjectDialog, fill)
    application.window.projects.ask_new()
    assert application.window.desk is not None
    second = take(made, who="Jonte")
    assert isinstance(second, Holder)
    assert second.who == "Änne Weiß"


def test_a_file_that_may_not_be_written_opens_to_be_read(
    application: Application, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert application.window.projects.open(project_path)
    assert "Kopiere" in application.window.banner.text
    assert not lock_file(project_path).exists()


@pytest.mark.parametrize("reason", ["read_only", "not_permitted", "cannot_open", "disk_full"])
def test_a_medium_that_refuses_to_be_written_opens_to_be_read(
    application: Application, project_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    real = Store.open

    def refuse(path: Path, *, read_only: bool = False) -> Store:
        if not read_only:
            raise StoreUnavailable(path=str(path), reason=reason)
        return real(path, read_only=True)

    monkeypatch.setattr(Store, "open", refuse)
    assert application.window.projects.open(project_path)
    assert application.window.banner.text.startswith("Nur lesen")
    assert not lock_file(project_path).exists()


def test_where_no_lock_can_be_laid_the_project_opens_all_the_same(
    application: Application, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *, who: str) -> WritingLock:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(opening, "take", refuse)
    assert application.window.projects.open(project_path)
    assert application.window.banner.text == ""


# A disk that fails while one works ----------------------------------------------------------------------


class Failing:
    """A store whose writes fail as long as ``away`` is set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.away = ""
        real = Store.append

        def append(store: Store, *args: object, **options: object) -> int:
            if self.away:
                raise StoreUnavailable(path=str(store.path), reason=self.away)
            return real(store, *args, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(Store, "append", append)


@pytest.mark.parametrize("reason", ["disk_full", "io"])
def test_a_disk_that_fails_is_told_and_the_work_goes_on_when_it_is_back(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    store = Failing(monkeypatch)
    press(desk.canvas, "Return")
    kept = on_disk(desk)
    store.away = reason
    press(desk.canvas, "Return", "Return")
    assert window.banner.text.count("erhalten") == 1, "said, and once"
    assert on_disk(desk) == kept
    assert desk.session.state is not None
    shown = [m for m in desk.session.state.visible_mentions() if m.status.value == "accepted"]
    assert len(shown) == len(kept.mentions)
    store.away = ""
    press(desk.canvas, "Return")
    assert window.banner.text == ""
    assert len(on_disk(desk).mentions) == len(kept.mentions) + 1


def test_a_note_typed_while_the_disk_was_away_is_written_when_it_is_back(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Failing(monkeypatch)
    press(desk.canvas, "Return", "Shift+Tab")
    mention = desk.annotating.mention
    assert mention is not None
    desk.inspector.refresh()
    store.away = "io"
    desk.inspector.note.field.insertPlainText("Größe prüfen")
    desk.inspector.note.commit()
    assert window.banner.failing
    window.projects.again()
    store.away = ""
    assert window.desk is not None
    window.projects.again()
    notes = [m.note for m in on_disk(window.desk).mentions.values()]
    assert "Größe prüfen" in notes


def test_leaving_without_a_note_that_cannot_be_written_is_asked(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Failing(monkeypatch)
    desk.inspector.refresh()
    desk.inspector.note.field.insertPlainText("wichtig")
    store.away = "disk_full"
    answer(QDialog, lambda dialog: dialog.reject())
    window.close()
    assert window.isVisible()
    assert window.desk is desk
    store.away = ""
    assert window.may_leave()


def test_whoever_lost_the_lock_reads_on(window: MainWindow, project_path: Path, other_name: str) -> None:
    file = lock_file(project_path)
    opened = take(project_path, who="x")
    file.write_bytes(msgspec.json.encode(msgspec.structs.replace(opened, token="anders", who=other_name)))  # type: ignore[type-var]
    window.projects.beat()
    assert other_name in window.banner.text


@pytest.fixture
def other_name() -> str:
    return "Lea Öz"


# Who annotates ------------------------------------------------------------------------------------------


@pytest.fixture
def shared(project_path: Path) -> Path:
    """A project in which Lea has annotated."""
    with Project.open(project_path) as project:
        project.store.ensure_annotator("Lea Öz", AnnotatorKind.HUMAN)
    return project_path


def test_in_a_project_of_others_it_is_asked_who_annotates(application: Application, shared: Path) -> None:
    offered: list[bool] = []

    def choose(dialog: NameDialog) -> None:
        from PySide6.QtWidgets import QPushButton

        links = [b for b in dialog.findChildren(QPushButton) if b.text() == "Lea Öz"]
        offered.append(bool(links))
        links[0].click()
        dialog.yes_button.click()

    answer(NameDialog, choose)
    assert application.window.projects.open(shared)
    assert offered == [True]
    assert application.window.status.annotator_button.text() == "Lea Öz · Leitung"


def test_who_leads_is_offered_without_having_annotated(application: Application, shared: Path) -> None:
    with Project.open(shared) as project:
        roles.set_leads(project.store, ["Karla Weiß"])

    def choose(dialog: NameDialog) -> None:
        from PySide6.QtWidgets import QPushButton

        (choice,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Karla Weiß · Leitung"]
        choice.click()
        dialog.yes_button.click()

    answer(NameDialog, choose)
    assert application.window.projects.open(shared)
    assert application.window.status.annotator_button.text() == "Karla Weiß · Leitung"


def test_another_name_is_taken_only_with_open_eyes(
    window: MainWindow, application: Application, qtbot: QtBot
) -> None:
    told: list[str] = []

    def change(dialog: NameDialog) -> None:
        dialog.field.setText("Karla")
        told.append(dialog.consequence.text())
        dialog.yes_button.click()

    answer(NameDialog, change)
    window.status.annotator_button.click()
    assert "„Karla“" in told[0] and "„Jonte“" in told[0]
    qtbot.waitUntil(lambda: application.window is not window)
    assert application.window.desk is not None
    assert application.window.desk.session.annotator == "Karla"


def test_a_change_of_name_in_the_settings_can_be_refused(window: MainWindow) -> None:
    answer(QDialog, lambda dialog: dialog.reject())
    assert not window.people.agrees("Karla")
    assert window.people.agrees("Jonte")


def test_where_nothing_can_be_written_no_gesture_key_or_button_reaches_the_store(
    application: Application, project_path: Path, other: WritingLock, qtbot: QtBot
) -> None:
    window = application.window
    assert window.projects.open(project_path)
    desk = window.desk
    assert desk is not None
    asked: list[object] = []
    desk.session.failed.connect(asked.append)
    press(desk.canvas, "Tab")
    inspector = desk.inspector
    inspector.refresh()
    assert not inspector.head.label_button.isEnabled()
    tools = [tool for row in inspector.findChildren(SlotRow) for tool in row.findChildren(QToolButton)]
    assert tools
    assert not any(tool.isEnabled() for tool in tools)
    desk.relating.start()
    assert not desk.relating.active
    assert "Lea Öz" in window.status.message
    before = desk.session.state
    window.status.tell("")
    desk.annotating.give_key("2")
    assert "Lea Öz" in window.status.message
    chips = list(desk.canvas._surface.chips()) if desk.canvas._surface is not None else []
    (_, x, y), (_, other_x, other_y) = chips[0], chips[1]
    port, left = desk.canvas.viewport(), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(port, left, none, QPoint(round(x) + 6, round(y) + 6))
    QTest.mouseMove(port, QPoint(round(other_x) + 6, round(other_y) + 6))
    QTest.mouseRelease(port, left, none, QPoint(round(other_x) + 6, round(other_y) + 6))
    assert QApplication.activePopupWidget() is None
    assert desk.session.state is before
    assert asked == []


def test_the_context_menu_of_a_project_to_be_read_only_shows_and_changes_nothing(
    application: Application, project_path: Path, other: WritingLock, qtbot: QtBot
) -> None:
    assert application.window.projects.open(project_path)
    desk = application.window.desk
    assert desk is not None and desk.session.state is not None
    item = next(iter(desk.session.state.visible_mentions()))
    before = desk.session.state
    open_canvas_menu(desk, item.id, desk.canvas.viewport().mapToGlobal(QPoint(200, 60)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = [action for action in menu.actions() if not action.isSeparator()]
    assert entries
    assert not any(action.isEnabled() for action in entries)
    press(menu, "Down", "Return")
    assert desk.session.state is before
    menu.close()
