"""The window around the canvas: projects, pages, settings, and what it leaves behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.annotation import SetState
from annotator.core.errors import InvalidEdit, StoreUnavailable
from annotator.gui.app import Application
from annotator.gui.desk import Desk
from annotator.gui.dialogs.base import Dialog
from annotator.gui.dialogs.crash import CrashDialog
from annotator.gui.dialogs.export import ExportDialog
from annotator.gui.dialogs.import_result import ImportResultDialog
from annotator.gui.dialogs.keys import KeysDialog
from annotator.gui.dialogs.name import NameDialog
from annotator.gui.dialogs.new_project import NewProjectDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.models.articles import ROW
from annotator.gui.snapshot import render
from annotator.gui.theme import DARK, LIGHT
from annotator.services.paths import UserPaths
from annotator.services.settings import SettingsFile
from tests.gui.hands import on_disk, press, stored
from tests.support.build import TEXT

ROOT = Path(__file__).parents[2]


def texts(widget: object) -> str:
    assert isinstance(widget, QDialog)
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def open_dialogs(window: MainWindow) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


# Starting -----------------------------------------------------------------------------------------------


def test_nothing_heavy_is_imported_on_the_way_to_the_window(tmp_path: Path) -> None:
    program = (
        "import os, sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from annotator.gui.app import Application\n"
        "from annotator.services.paths import user_paths\n"
        "app = QApplication([])\n"
        "window = Application(app, user_paths()).window\n"
        "window.show(); app.processEvents()\n"
        "heavy = 'spacy trafilatura charset_normalizer rich click numpy sqlite_utils yaml'.split()\n"
        "sys.stdout.write(' '.join(name for name in heavy if name in sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "ANNOTATOR_HOME": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == ""


def test_spacy_is_not_imported_with_a_project_open(project_path: Path, tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from annotator.gui.snapshot import render\n"
        f"render(Path({str(project_path)!r}), Path({str(tmp_path / 'x.png')!r}), annotator='Jonte')\n"
        "sys.stdout.write(' '.join(n for n in ('spacy', 'trafilatura', 'thinc') if n in sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == ""
    assert (tmp_path / "x.png").stat().st_size > 10_000


def test_without_a_project_the_window_offers_to_begin(application: Application) -> None:
    window = application.window
    assert window.pages.currentWidget() is window.welcome
    assert "Noch kein Projekt geöffnet." in [label.text() for label in window.welcome.findChildren(QLabel)]
    assert not window.toolbar.isVisible()
    assert not window.actions_["accept"].isEnabled()


# Projects -----------------------------------------------------------------------------------------------


def answer(kind: type[QDialog], do: object) -> None:
    """Do something in the next modal dialog."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            do(dialog)  # type: ignore[operator]
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def test_a_new_project_is_made_and_opened(application: Application, tmp_path: Path) -> None:
    def fill(dialog: NewProjectDialog) -> None:
        dialog.path_field.setText(str(tmp_path / "flut"))
        dialog.create_button.click()

    answer(NewProjectDialog, fill)
    press(application.window, "Ctrl+N")
    assert application.window.desk is not None
    assert application.window.desk.session.project.path == tmp_path / "flut.annot"
    assert application.window.windowTitle() == "flut.annot – Annotator"


def test_a_project_that_is_there_is_not_replaced(application: Application, project_path: Path) -> None:
    before = project_path.read_bytes()
    told: list[str] = []

    def fill(dialog: NewProjectDialog) -> None:
        dialog.path_field.setText(str(project_path))
        dialog.create_button.click()
        answer(NewProjectDialog, look_at_fault)

    def look_at_fault(dialog: NewProjectDialog) -> None:
        told.append(dialog.fault.text())
        dialog.reject()

    answer(NewProjectDialog, fill)
    press(application.window, "Ctrl+N")
    assert "ist schon da" in told[0]
    assert project_path.read_bytes() == before


def test_a_broken_scheme_is_refused_with_its_place(application: Application, tmp_path: Path) -> None:
    scheme = tmp_path / "kaputt.yaml"
    scheme.write_text("name: Probe\nlayers: [", encoding="utf-8")
    told: list[str] = []

    def fill(dialog: NewProjectDialog) -> None:
        dialog.path_field.setText(str(tmp_path / "neu.annot"))
        dialog.set_scheme(scheme)
        dialog.create_button.click()
        answer(NewProjectDialog, look_at_fault)

    def look_at_fault(dialog: NewProjectDialog) -> None:
        told.append(dialog.fault.text())
        dialog.reject()

    answer(NewProjectDialog, fill)
    press(application.window, "Ctrl+N")
    assert "kaputt.yaml" in told[0]
    assert "Zeile" in told[0]
    assert not (tmp_path / "neu.annot").exists()


def test_the_name_is_asked_once_and_never_that_of_a_program(
    application: Application, project_path: Path, paths: UserPaths
) -> None:
    application.window.context.settings.update(annotator="")
    seen: list[bool] = []

    def fill(dialog: NameDialog) -> None:
        dialog.field.setText("pretagger")
        seen.append(dialog.yes_button.isEnabled())
        dialog.field.setText("  Lea   Brodersen ")
        dialog.yes_button.click()

    answer(NameDialog, fill)
    assert application.window.projects.open(project_path)
    assert seen == [False]
    assert SettingsFile(paths.settings_file).current.annotator == "Lea Brodersen"


def test_without_a_name_no_project_is_opened(application: Application, project_path: Path) -> None:
    application.window.context.settings.update(annotator="")
    answer(NameDialog, lambda dialog: dialog.reject())
    assert not application.window.projects.open(project_path)
    assert application.window.desk is None


def test_a_project_that_is_gone_is_told_and_forgotten(application: Application, project_path: Path) -> None:
    window = application.window
    assert window.projects.open(project_path)
    window.projects.close()
    assert str(project_path) in window.context.settings.current.recent
    project_path.unlink()
    assert not window.projects.open(project_path)
    assert "Es gibt kein Projekt" in texts(open_dialogs(window)[0])
    assert not window.context.settings.current.recent


def test_a_file_that_is_no_project_is_told(application: Application, tmp_path: Path) -> None:
    path = tmp_path / "brief.annot"
    path.write_text("Liebe Weiß, …", encoding="utf-8")
    assert not application.window.projects.open(path)
    assert "kein Projekt dieses Programms" in texts(open_dialogs(application.window)[0])


def test_files_dropped_on_the_window_come_in(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    good, bad = tmp_path / "gut.txt", tmp_path / "kaputt.txt"
    good.write_text("Überschwemmung in Größe\n\nDas Wasser stieg – „wie nie“.\n", encoding="utf-8")
    bad.write_bytes(b"\x00\x01\x02\x03" * 64)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (good, bad)])
    action, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(50, 50), action, data, button, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), action, data, button, keys))
    qtbot.waitUntil(
        lambda: any(isinstance(d, ImportResultDialog) for d in open_dialogs(window)), timeout=60_000
    )
    dialog = next(d for d in open_dialogs(window) if isinstance(d, ImportResultDialog))
    assert "1 Artikel importiert." in texts(dialog)
    assert "1 Quelle war nicht lesbar." in texts(dialog)
    assert "kaputt.txt" in dialog.list.item(0).text()
    dialog.accept()
    assert len(desk.session.rows) == 3
    assert desk.session.article is not None


@pytest.mark.parametrize("place", ["filter", "note"])
def test_files_dropped_on_a_field_are_for_the_window(window: MainWindow, desk: Desk, place: str) -> None:
    desk.annotating.start()
    desk.show_item()
    field = desk.articles.search.edit if place == "filter" else desk.inspector.note.field.viewport()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/daten/größe.txt")])
    left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, keys)
    taken: list[QObject] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.DragEnter:
                taken.append(watched)
            return False

    watch = Watch()
    window.installEventFilter(watch)
    QApplication.sendEvent(field, enter)
    assert taken == [window]
    assert enter.isAccepted()


def test_something_else_dropped_is_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("nur Text")
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


# Pages and panels ---------------------------------------------------------------------------------------


def test_the_articles_page_opens_what_is_chosen(window: MainWindow, desk: Desk) -> None:
    press(window, "Ctrl+1")
    page = window.articles_page
    assert page is not None and window.pages.currentWidget() is page
    assert not window.toolbar.search.isVisible()
    second = page.model.index(1, 0)
    page.table.setCurrentIndex(second)
    press(page.table, "Return")
    assert window.pages.currentWidget() is desk
    assert desk.session.article is not None
    assert desk.session.article.id == second.data(ROW).id


def test_the_list_of_articles_counts_filters_and_says_when_nothing_fits(desk: Desk) -> None:
    panel = desk.articles
    labels = [label.text() for label in panel.findChildren(QLabel)]
    assert "0 von 2 fertig" in labels
    panel.search.edit.setText("brücke")
    assert [row.title for row in panel.model.shown] == ["Streit um Brücke"]
    panel.search.edit.setText("Überhaupt nicht")
    assert panel.model.shown == []
    buttons = [b for b in panel.findChildren(QPushButton) if b.isVisible()]
    assert [b.text() for b in buttons] == ["Filter löschen"]
    buttons[0].click()
    assert len(panel.model.shown) == 2


def test_progress_follows_every_decision(desk: Desk) -> None:
    press(desk.canvas, "Return")
    first = desk.session.rows[0]
    assert (first.state, first.open_suggestions) == (SetState.OPEN, 4)
    desk.finish()
    assert "1 von 2 fertig" in [label.text() for label in desk.articles.findChildren(QLabel)]


def test_an_article_without_suggestions_offers_to_pre_tag(desk: Desk) -> None:
    press(desk.canvas, "J")
    assert desk.notice.isVisible()
    assert [b.text() for b in desk.notice.findChildren(QPushButton) if b.isVisible()] == ["Vorannotieren"]


def test_when_all_is_decided_the_article_can_be_finished(desk: Desk) -> None:
    first = desk.session.article
    assert first is not None
    for _ in range(7):
        press(desk.canvas, "Return")
    buttons = [b for b in desk.notice.findChildren(QPushButton) if b.isVisible()]
    assert [b.text() for b in buttons] == ["Artikel abschließen"]
    buttons[0].click()
    assert desk.session.project.store.set_info(first.id, "Jonte").state is SetState.DONE


def test_the_inspector_shows_what_has_the_focus(desk: Desk) -> None:
    QApplication.processEvents()
    assert desk.inspector.head.shown_text == "Karla Weiß"
    press(desk.canvas, "Tab")
    assert desk.inspector.head.shown_text == "traf"
    assert not desk.inspector.roles.isHidden()
    press(desk.canvas, "Esc")
    assert not desk.inspector.head.isVisible()


def test_an_attribute_chosen_in_the_inspector_is_stored(desk: Desk) -> None:
    press(desk.canvas, "Tab", "E")
    combo = desk.inspector.attributes.first_field
    assert combo is QApplication.focusWidget()
    assert isinstance(combo, QComboBox)
    place = combo.findData("planned")
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    assert stored(desk, "traf").attribute("factuality") == "planned"


def test_the_list_leads_to_the_canvas_and_brings_rejected_ones_back(desk: Desk) -> None:
    press(desk.canvas, "Backspace")
    rejected = next(iter(on_disk(desk).mentions))
    press(desk.canvas, "Ctrl+L")
    listing = desk.inspector.list
    listing.status_combo.setCurrentIndex(listing.status_combo.count() - 1)
    listing.refresh()
    assert listing.model.rowCount() == 1
    assert listing.model.entry(0).item.id == rejected
    listing.view.setCurrentIndex(listing.model.index(0))
    assert desk.annotating.item == rejected
    assert desk.canvas.focus_item is None
    desk.show_item()
    restore = next(b for b in desk.inspector.findChildren(QPushButton) if b.text() == "Doch annehmen")
    assert restore.isVisible()
    restore.click()
    assert on_disk(desk).mentions[rejected].status.value == "accepted"
    assert desk.canvas.focus_item == rejected


def test_search_goes_from_hit_to_hit(window: MainWindow, desk: Desk) -> None:
    press(window, "Ctrl+F")
    field = window.toolbar.search.edit
    QTest.keyClicks(field, "weiß")
    first = desk.canvas.selection()
    press(field, "Return")
    second = desk.canvas.selection()
    assert first is not None and second is not None
    assert (first.start, second.start) == (TEXT.index("Weiß"), TEXT.rindex("Weiß"))
    press(field, "Shift+Return")
    assert desk.canvas.selection() == first
    press(field, "Esc")
    assert QApplication.focusWidget() is desk.canvas


def test_all_keys_of_the_scheme_and_the_actions_are_shown(window: MainWindow, desk: Desk) -> None:
    press(desk.canvas, "?")
    dialog = open_dialogs(window)[0]
    assert isinstance(dialog, KeysDialog)
    shown = texts(dialog)
    for name in ("Person", "Annehmen", "Artikel abschließen", "Rückgängig"):
        assert name in shown
    dialog.accept()
    QApplication.processEvents()
    assert QApplication.focusWidget() is desk.canvas


# Settings and leaving -----------------------------------------------------------------------------------


def test_size_panels_and_zoom_are_found_again(
    application: Application, window: MainWindow, desk: Desk
) -> None:
    window.resize(1333, 777)
    QApplication.processEvents()
    desk.splitter.setSizes([300, 640, 390])
    sizes = tuple(desk.splitter.sizes())
    press(window, "Ctrl++")
    window.close()
    kept = application.window.context.settings.current
    assert kept.panels["desk"] == sizes
    assert kept.zoom == pytest.approx(1.1)
    assert kept.geometry


def test_another_theme_takes_effect_at_once(application: Application, window: MainWindow, desk: Desk) -> None:
    assert application.look.theme is LIGHT
    import msgspec

    settings = msgspec.structs.replace(window.context.settings.current, theme="dark")
    window.context.change_settings(settings)
    assert application.look.theme is DARK
    assert window.palette().window().color().name() == DARK.chrome
    assert application.window.desk is desk


def test_another_language_brings_a_new_window_with_the_same_article(
    application: Application, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    import msgspec

    press(desk.canvas, "J")
    article = desk.session.article
    assert article is not None
    settings = msgspec.structs.replace(window.context.settings.current, language="en")
    window.context.change_settings(settings)
    qtbot.waitUntil(lambda: application.window is not window and application.window.desk is not None)
    new = application.window
    assert new.toolbar.search.edit.placeholderText() == "Find in article"
    assert new.desk is not None and new.desk.session.article is not None
    assert new.desk.session.article.id == article.id


def test_export_writes_what_was_chosen(window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    press(desk.canvas, "Return")
    target = tmp_path / "training.jsonl"

    def fill(dialog: ExportDialog) -> None:
        assert dialog.annotators == ["Jonte"]
        dialog.path_field.setText(str(target))
        dialog.export_button.click()

    answer(ExportDialog, fill)
    press(window, "Ctrl+E")
    qtbot.waitUntil(target.exists, timeout=60_000)
    qtbot.waitUntil(lambda: window.status.message != "", timeout=10_000)
    assert "Annotationen: 1" in window.status.message
    assert len(target.read_text(encoding="utf-8").splitlines()) == 1


def test_an_export_never_replaces_a_file_unasked(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "alt & <b>fett.jsonl"
    target.write_text("alt", encoding="utf-8")
    asked: list[str] = []

    def fill(dialog: ExportDialog) -> None:
        dialog.path_field.setText(str(target))
        dialog.export_button.click()
        answer(Dialog, refuse)

    def refuse(dialog: Dialog) -> None:
        if isinstance(dialog, ExportDialog):
            dialog.reject()
        else:
            asked.append(texts(dialog))
            dialog.reject()
            answer(Dialog, refuse)

    answer(ExportDialog, fill)
    press(window, "Ctrl+E")
    assert "alt & <b>fett.jsonl ist schon da" in asked[0]
    assert target.read_text(encoding="utf-8") == "alt"


def test_closing_the_window_ends_what_runs_in_the_background(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.gui import pretagging

    monkeypatch.setattr(pretagging, "_PRETAG", "tests.gui.workers:wait_for_anything")
    press(window, "Ctrl+T")
    job = window.pretagging.job
    assert job is not None
    process = job.process
    assert process is not None and process.is_alive()
    assert window.status.task.isVisible()
    window.close()
    process.join(10)
    assert not process.is_alive()


def test_pre_tagging_can_be_cancelled_in_the_status_bar(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from annotator.gui import pretagging

    monkeypatch.setattr(pretagging, "_PRETAG", "tests.gui.workers:wait_for_anything")
    press(window, "Ctrl+T")
    window.pretagging.cancel()
    qtbot.waitUntil(lambda: window.pretagging.job is None, timeout=60_000)
    assert "abgebrochen" in window.status.message
    assert not window.status.task.isVisible()


def test_a_mistake_is_told_in_the_status_bar_and_trouble_with_the_file_stays(
    window: MainWindow, desk: Desk
) -> None:
    desk.session.failed.emit(InvalidEdit(reason="occupied"))
    assert "Dort steht schon" in window.status.message
    desk.session.failed.emit(StoreUnavailable(path="größe.annot", reason="disk_full"))
    assert window.banner.isVisible()
    assert "voll" in window.banner.text


def test_a_fault_of_the_program_is_logged_and_work_goes_on(
    application: Application, window: MainWindow, desk: Desk, paths: UserPaths
) -> None:
    seen: list[str] = []

    def look(dialog: CrashDialog) -> None:
        seen.append(texts(dialog))
        dialog.accept()

    answer(CrashDialog, look)
    try:
        raise ZeroDivisionError("größe")
    except ZeroDivisionError as error:
        application.on_fault(type(error), error, error.__traceback__)
    assert str(paths.log_file) in seen[0]
    assert "ZeroDivisionError: größe" in paths.log_file.read_text(encoding="utf-8")
    assert QTest.qWaitForWindowActive(window)
    press(desk.canvas, "Return")
    assert stored(desk, "Karla Weiß").label == "PER"


def test_a_picture_of_the_window_leaves_no_trace_in_the_project(project_path: Path, tmp_path: Path) -> None:
    before = project_path.read_bytes()
    render(project_path, tmp_path / "bild.png", annotator="Lea")
    assert (tmp_path / "bild.png").stat().st_size > 10_000
    assert project_path.read_bytes() == before
    with pytest.raises(StoreUnavailable):
        render(tmp_path / "nichts.annot", tmp_path / "bild.png", annotator="Lea")
