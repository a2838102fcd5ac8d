"""Every dialog and page in both languages and two sizes: nothing cut off, nothing left in English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QScrollArea,
    QWidget,
)

from annotator.core.ids import ArticleId
from annotator.core.resources import resource
from annotator.core.text import Span
from annotator.gui import placing
from annotator.gui.agreement.dialog import AgreementDialog
from annotator.gui.app import Application
from annotator.gui.dialogs.about import AboutDialog
from annotator.gui.dialogs.accept_many import AcceptManyDialog
from annotator.gui.dialogs.apply_to_all import ApplyToAllDialog
from annotator.gui.dialogs.assign import AssignDialog
from annotator.gui.dialogs.base import Dialog
from annotator.gui.dialogs.chain import ChainDialog
from annotator.gui.dialogs.crash import CrashDialog
from annotator.gui.dialogs.export import ExportDialog
from annotator.gui.dialogs.finish import FinishDialog
from annotator.gui.dialogs.guidelines import GuidelinesDialog
from annotator.gui.dialogs.help import HelpDialog
from annotator.gui.dialogs.import_result import ImportResultDialog
from annotator.gui.dialogs.keys import KeysDialog
from annotator.gui.dialogs.keys_now import now_group
from annotator.gui.dialogs.merge_result import MergeResultDialog
from annotator.gui.dialogs.name import NameDialog
from annotator.gui.dialogs.new_project import NewProjectDialog
from annotator.gui.dialogs.package import PackageDialog
from annotator.gui.dialogs.pretag_result import PretagResultDialog
from annotator.gui.dialogs.progress import ProgressDialog
from annotator.gui.dialogs.progress_page import ProgressPage
from annotator.gui.dialogs.settings import SettingsDialog
from annotator.gui.dialogs.settings_keys import KeysPage
from annotator.gui.i18n import LANGUAGES, Language
from annotator.gui.main_window import MainWindow
from annotator.ingest.items import ImportProblem, Skipped
from annotator.pretag.model import Failure, Raised
from annotator.services.importing import ImportReport
from annotator.services.merge_report import MergeReport, Told
from annotator.services.paths import UserPaths
from annotator.services.pretagging import PretagReport
from annotator.services.settings import Settings, SettingsFile
from annotator.store import Annotator, AnnotatorKind
from tests.gui.test_catalogue import GERMAN, forms, messages

SCREEN = QRect(0, 0, 1280, 800)
LONG = "/daten/korpora/nachrichten/2024/überregional/" + "sehr_langer_dateiname_" * 6 + ".docx"


def report() -> ImportReport:
    fields = dict.fromkeys(ImportReport.__dataclass_fields__, ())
    values: dict[str, object] = {
        **fields,
        "problems": (ImportProblem(LONG, "empty"),),
        "skipped": (Skipped(LONG, "unknown_form"), Skipped("a/.b", "hidden")),
        "cancelled": False,
        "sets": 0,
    }
    return ImportReport(**values)  # type: ignore[arg-type]


def pretagged() -> PretagReport:
    fields = dict.fromkeys(PretagReport.__dataclass_fields__, ())
    failure = Failure(ArticleId("a"), "quotes", Raised("ValueError", "Größe"))
    values: dict[str, object] = {**fields, "failures": (failure,), "cancelled": False, "suggestions": 0}
    return PretagReport(**values)  # type: ignore[arg-type]


def dialogs(window: MainWindow, language: Language) -> dict[str, Callable[[], Dialog]]:
    look, paths = window.look, window.context.paths
    desk = window.desk
    assert desk is not None
    session = desk.session
    scheme, state = session.scheme, session.state
    assert state is not None
    mention = next(state.visible_mentions())
    people = [Annotator("Jonte", AnnotatorKind.HUMAN), Annotator("pretagger", AnnotatorKind.MACHINE)]

    def confirm() -> Dialog:
        made = Dialog(look, "Annotator", window)
        made.add_text(LONG)
        made.add_buttons("Annotator")
        return made

    store = desk.session.project.store
    package = Told(Path(LONG), "changed_in_both", "Karla Weiß", "größe.txt")
    scheme_told = Told(Path(LONG), "scheme_differs", facts={"here": "Probe 1.1", "there": "Probe 1.0"})
    merged = MergeReport({"Karla Weiß": 12}, 3, 40, (package, scheme_told))
    return {
        "accept_many": lambda: AcceptManyDialog(look, session, language, window, paragraph=Span(0, 9)),
        "agreement": lambda: AgreementDialog(look, session, language, window),
        "apply_to_all": lambda: ApplyToAllDialog(look, session, mention, language, window),
        "about": lambda: AboutDialog(look, paths.log_file, paths.settings_file, window),
        "assign": lambda: AssignDialog(look, store, "Jonte", window),
        "chain": lambda: ChainDialog(look, "Größl", "Q7", window),
        "confirm": confirm,
        "crash": lambda: CrashDialog(look, "Traceback …", paths.log_file, window),
        "export": lambda: ExportDialog(look, Path("/tmp/größe.jsonl"), people, window),
        "finish": lambda: FinishDialog(look, 12, 51, window, errors=3),
        "guidelines": lambda: GuidelinesDialog(look, scheme, language, "", window),
        "help": lambda: HelpDialog(look, language, window, at="settings"),
        "import": lambda: ImportResultDialog(look, report(), window),
        "keys": lambda: KeysDialog(look, scheme, language, window, now=now_group(desk)),
        "change keys": lambda: KeysPage(look, scheme, lambda _: None, window),
        "merge": lambda: MergeResultDialog(look, merged, window),
        "package": lambda: PackageDialog(look, Path(LONG), ["Jonte", "Karla Weiß"], window),
        "name": lambda: NameDialog(look, "Lea", window, known=("Jonte", "Karla Weiß"), current="Jonte"),
        "new": lambda: NewProjectDialog(look, paths.data, window),
        "pretag": lambda: PretagResultDialog(look, pretagged(), lambda _: "Größe", window),
        "progress": lambda: ProgressDialog(look, "Annotator", "größe.annot", window),
        "progress page": lambda: ProgressPage(look, session, window),
        "settings": lambda: SettingsDialog(look, Settings(annotator="Jonte"), window),
    }


@pytest.fixture(params=[(lang, size) for lang in LANGUAGES for size in (100, 175)], ids=str)
def opened(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    paths: UserPaths,
    project_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[tuple[MainWindow, Language]]:
    language, size = request.param
    monkeypatch.setattr(placing, "NOMINAL", SCREEN)
    SettingsFile(paths.settings_file).replace(
        Settings(annotator="Jonte", language=language, theme="light", text_percent=size)
    )
    application = Application(qapp, paths)
    application.window.show()
    assert application.window.projects.open(project_path)
    qapp.processEvents()
    yield application.window, language
    application.window.close()
    application.window.deleteLater()
    application.deleteLater()


def cut_off(root: QWidget) -> list[str]:
    """Return the texts of labels and buttons that have less room than they need."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, QAbstractButton)):
            continue
        text = widget.text()
        if not text or (
            isinstance(widget, QAbstractButton) and widget.parent() is root.findChild(QScrollArea)
        ):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            need = widget.heightForWidth(widget.width())
            longest = max(map(widget.fontMetrics().horizontalAdvance, text.split()), default=0)
            if need > widget.height() or (longest > widget.width() and "/" not in text):
                found.append(f"{text!r}: {widget.size().toTuple()} for {longest} x {need}")
            continue
        need_size = widget.minimumSizeHint() if isinstance(widget, QCheckBox) else widget.sizeHint()
        # A bar may make a button lower than its padding asks for, but not than its letters.
        if widget.width() < need_size.width() - 1 or widget.height() < widget.fontMetrics().height():
            found.append(f"{text!r}: {widget.size().toTuple()} for {need_size.toTuple()}")
    return found


def english_alone() -> set[str]:
    """Return the source texts that German has another word for."""
    return {
        (message.findtext("source") or "").replace("&", "")
        for message in messages(resource("i18n", GERMAN))
        if message.get("numerus") is None
        and forms(message)[0].replace("&", "") != (message.findtext("source") or "").replace("&", "")
    }


def shown_texts(root: QWidget) -> set[str]:
    found = set()
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, (QLabel, QAbstractButton)):
            found.add(widget.text().replace("&", ""))
        found.add(widget.accessibleName())
        found.add(widget.windowTitle())
    return found - {""}


def test_every_dialog_shows_all_it_says_within_the_screen(opened: tuple[MainWindow, Language]) -> None:
    window, language = opened
    german = {
        form.replace("&", "") for message in messages(resource("i18n", GERMAN)) for form in forms(message)
    }
    faults = []
    for name, make in dialogs(window, language).items():
        dialog = make()
        dialog.show()
        QApplication.processEvents()
        if SCREEN.size().expandedTo(dialog.size()) != SCREEN.size():
            faults.append(f"{name} is larger than the screen: {dialog.size().toTuple()}")
        faults += [f"{name}: {text}" for text in cut_off(dialog)]
        if language == "de":
            left = (shown_texts(dialog) & english_alone()) - german
            faults += [f"{name} is not translated: {text!r}" for text in sorted(left)]
        dialog.done(0)
        dialog.deleteLater()
    assert faults == []


def test_every_page_shows_all_it_says(opened: tuple[MainWindow, Language]) -> None:
    window, language = opened
    faults = []
    for page in ("annotate", "articles", "search", "welcome"):
        if page == "welcome":
            window.projects.close()
        window.show_mode(page)
        QApplication.processEvents()
        faults += [f"{page}: {text}" for text in cut_off(window)]
        if language == "de":
            faults += sorted(shown_texts(window) & english_alone())
    assert faults == []
