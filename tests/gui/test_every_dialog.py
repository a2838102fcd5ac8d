"""Every dialog, menu and page in both languages and two sizes: nothing cut off, nothing untranslated."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

import annotator.gui
from annotator.core.ids import ArticleId
from annotator.core.text import Span
from annotator.gui import app, placing
from annotator.gui.agreement.dialog import AgreementDialog
from annotator.gui.app import Application
from annotator.gui.dialogs.about import AboutDialog
from annotator.gui.dialogs.accept_many import AcceptManyDialog
from annotator.gui.dialogs.apply_to_all import ApplyToAllDialog
from annotator.gui.dialogs.assign import AssignDialog
from annotator.gui.dialogs.base import Dialog
from annotator.gui.dialogs.chain import ChainDialog
from annotator.gui.dialogs.crash import CrashDialog
from annotator.gui.dialogs.evaluate import EvaluateDialog
from annotator.gui.dialogs.export import ExportDialog
from annotator.gui.dialogs.finish import FinishDialog
from annotator.gui.dialogs.guidelines import GuidelinesDialog
from annotator.gui.dialogs.hand import HandDialog
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
from annotator.gui.dialogs.repeat import RepeatDialog
from annotator.gui.dialogs.settings import SettingsDialog
from annotator.gui.dialogs.settings_keys import KeysPage
from annotator.gui.i18n import LANGUAGES, Language, install_language, long_date, tr
from annotator.gui.look import Look
from annotator.gui.main_window import MainWindow
from annotator.gui.palette import Palette
from annotator.gui.panels.canvas_menu import open_canvas_menu
from annotator.gui.review.edit_clusters import EditClusters
from annotator.gui.review.edit_dialog import EditMention
from annotator.gui.review.edit_relation import EditRelation
from annotator.gui.review.lessons_dialog import LessonsDialog
from annotator.gui.widgets.fields import Combo, button
from annotator.gui.widgets.labels import label
from annotator.ingest.items import ImportProblem, Skipped
from annotator.pretag.model import Failure, Raised
from annotator.services import agreement_text, pretag_names
from annotator.services.importing import ImportReport
from annotator.services.merge_report import MergeReport, Told
from annotator.services.paths import UserPaths
from annotator.services.pretagging import PretagReport
from annotator.services.reviewing_offers import Clusters
from annotator.services.settings import Settings, SettingsFile
from annotator.store import Annotator, AnnotatorKind
from tests.gui.conftest import SECOND_TEXT
from tests.gui.seen import Marking, cut_off, entries, localised, texts, unmarked, words_of

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


def dialogs(window: MainWindow, language: Language) -> dict[str, Callable[[], QDialog]]:
    """Return how each dialog is made, with what it has to say when things are long or go wrong."""
    look, paths = window.look, window.context.paths
    desk = window.desk
    assert desk is not None
    session = desk.session
    scheme, state = session.scheme, session.state
    assert state is not None
    mention = next(state.visible_mentions())
    relation = next(iter(state.visible_relations()))
    ends = (state.mentions[relation.head], state.mentions[relation.tail])
    article = session.article
    assert article is not None
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
    ids = [article.id]
    offered = Clusters(tuple(state.visible_mentions()), (), 2)
    return {
        "accept_many": lambda: AcceptManyDialog(
            look,
            session,
            language,
            window,
            paragraph=Span(0, 9),
            open_articles=[row.id for row in session.rows],
        ),
        "agreement": lambda: AgreementDialog(look, session, language, window),
        "apply_to_all": lambda: ApplyToAllDialog(look, session, mention, language, window),
        "about": lambda: AboutDialog(look, paths.log_file, paths.settings_file, window),
        "assign": lambda: AssignDialog(look, store, "Jonte", window),
        "chain": lambda: ChainDialog(look, "Größl", "Q7", window),
        "confirm": confirm,
        "crash": lambda: CrashDialog(look, "Traceback …", paths.log_file, window),
        "edit clusters": lambda: EditClusters(look, article, offered, window),
        "edit mention": lambda: EditMention(look, article, scheme, language, mention, window),
        "edit relation": lambda: EditRelation(look, article, scheme, language, relation, ends, window),
        "evaluate": lambda: EvaluateDialog(look, session, language, window),
        "export": lambda: ExportDialog(look, Path("/tmp/größe.jsonl"), people, window),
        "finish": lambda: FinishDialog(look, 12, 51, window, errors=3),
        "guidelines": lambda: GuidelinesDialog(look, scheme, language, "", window),
        "hand": lambda: HandDialog(look, store, ids, window),
        "help": lambda: HelpDialog(look, language, window, at="settings"),
        "import": lambda: ImportResultDialog(look, report(), window),
        "keys": lambda: KeysDialog(look, scheme, language, window, now=now_group(desk)),
        "change keys": lambda: KeysPage(look, scheme, lambda _: None, window),
        "lessons": lambda: LessonsDialog(look, [], scheme, language, lambda *_: None, window),
        "merge": lambda: MergeResultDialog(look, merged, window),
        "package": lambda: PackageDialog(look, Path(LONG), ["Jonte", "Karla Weiß"], window),
        "name": lambda: NameDialog(look, "Lea", window, known=("Jonte", "Karla Weiß"), current="Jonte"),
        "new": lambda: NewProjectDialog(look, paths.data, window),
        "palette": lambda: Palette(window),
        "pretag": lambda: PretagResultDialog(look, pretagged(), lambda _: "Größe", window),
        "progress": lambda: ProgressDialog(look, "Annotator", "größe.annot", window),
        "progress page": lambda: ProgressPage(look, session, window),
        "repeat": lambda: RepeatDialog(look, store, window),
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
    qapp.processEvents()  # the frame takes its room
    assert application.window.projects.open(project_path)
    qapp.processEvents()
    yield application.window, language
    application.window.close()
    application.window.deleteLater()
    application.deleteLater()
    # At once: its translators would speak on in the next language.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_kind_of_dialog_is_opened_here(opened: tuple[MainWindow, Language]) -> None:
    for module in pkgutil.walk_packages(annotator.gui.__path__, "annotator.gui."):
        importlib.import_module(module.name)
    ours = {kind for kind in _below(QDialog) if kind.__module__.startswith("annotator.gui")}
    kinds = {kind for kind in ours if not kind.__subclasses__()}
    made = [make() for make in dialogs(*opened).values()]
    missing = kinds - {type(dialog) for dialog in made}
    for dialog in made:
        dialog.done(0)
        dialog.deleteLater()
    assert missing == set()


def _below(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def test_every_dialog_shows_all_it_says_within_the_screen(opened: tuple[MainWindow, Language]) -> None:
    window, language = opened
    faults = []
    for name, make in dialogs(window, language).items():
        dialog = make()
        dialog.show()
        QApplication.processEvents()
        if SCREEN.size().expandedTo(dialog.size()) != SCREEN.size():
            faults.append(f"{name} is larger than the screen: {dialog.size().toTuple()}")
        faults += [f"{name}: {text}" for text in cut_off(dialog)]
        dialog.done(0)
        dialog.deleteLater()
    assert not faults, "\n".join(faults)


def pages(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return how each page and each tab of the right side is shown; the last one closes the project."""
    desk = window.desk
    assert desk is not None
    return {
        "annotate": lambda: window.show_mode("annotate"),
        "list": desk.show_list,
        "chains": desk.show_chains,
        "problems": desk.show_problems,
        "history": desk.show_history,
        "articles": lambda: window.show_mode("articles"),
        "search": lambda: window.show_mode("search"),
        "welcome": window.projects.close,
    }


def test_every_page_shows_all_it_says(opened: tuple[MainWindow, Language]) -> None:
    window, _ = opened
    faults = []
    for page, show in pages(window).items():
        show()
        for _ in range(3):  # what is counted after a while is laid out a step later
            QApplication.processEvents()
        faults += [f"{page}: {text}" for text in cut_off(window)]
    assert not faults, "\n".join(faults)


# Translation ----------------------------------------------------------------------------------------------


@pytest.fixture
def marked(
    qapp: QApplication, paths: UserPaths, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window in German, with marks around all that comes from a catalogue."""
    held: list[Marking] = []

    def install(qt: QApplication, language: Language, owner: QObject) -> tuple[QTranslator, ...]:
        real = install_language(qt, language, owner)
        held.append(Marking(real))
        qt.installTranslator(held[-1])
        return real

    monkeypatch.setattr(app, "install_language", install)
    SettingsFile(paths.settings_file).replace(Settings(annotator="Jonte", language="de", theme="light"))
    application = Application(qapp, paths)
    application.window.show()
    assert application.window.projects.open(project_path)
    qapp.processEvents()
    yield application.window
    application.window.close()
    application.window.deleteLater()
    application.deleteLater()
    for translator in held:
        qapp.removeTranslator(translator)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def data_of(window: MainWindow) -> set[str]:
    """Return what comes from the project, the scheme, the machine and tables with texts of their own."""
    desk = window.desk
    assert desk is not None
    article, paths = desk.session.article, window.context.paths
    assert article is not None and article.published_on is not None
    found = words_of(desk.session.scheme) | _NAMES
    found |= {article.text, article.title, article.outlet, SECOND_TEXT, long_date(article.published_on)}
    found |= {str(paths.log_file), str(paths.settings_file), str(desk.session.project.path), str(paths.data)}
    for table in (agreement_text.NAMES, agreement_text.STATEMENTS, pretag_names.NAMES):
        found |= set(localised(table))
    return found


_NAMES = {"Annotator", "Jonte", "Karla Weiß", "Lea", "pretagger", "annotator 1", LONG}
_NAMES |= {"PySide6", "spaCy", "Python", "Qt", "factuality:happened"}


def test_every_dialog_is_translated(marked: MainWindow) -> None:
    data = data_of(marked)
    faults = []
    for name, make in dialogs(marked, "de").items():
        dialog = make()
        dialog.show()
        QApplication.processEvents()
        faults += [f"{name}: {text}" for text in unmarked(texts(dialog), data)]
        dialog.done(0)
        dialog.deleteLater()
    assert not faults, "\n".join(faults)


def test_every_page_is_translated(marked: MainWindow) -> None:
    data = data_of(marked)
    faults = []
    for page, show in pages(marked).items():
        show()
        QApplication.processEvents()
        faults += [f"{page}: {text}" for text in unmarked(texts(marked), data)]
    assert not faults, "\n".join(faults)


def test_every_menu_is_translated(marked: MainWindow) -> None:
    desk = marked.desk
    assert desk is not None and desk.session.state is not None
    shown = {text for menu in marked.findChildren(QMenu) for text in entries(menu)}
    assert len(shown) > 50
    for item in (*desk.session.state.mentions, *desk.session.state.relations, None):
        open_canvas_menu(desk, item, desk.canvas.viewport().mapToGlobal(QPoint(200, 60)))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        shown |= entries(menu)
        menu.close()
    faults = unmarked(shown, data_of(marked))
    assert not faults, "\n".join(faults)


# What the tests above would miss if these failed ---------------------------------------------------------


@dataclass(frozen=True)
class Broken:
    """A window with one fault."""

    make: Callable[[Look], QWidget]
    found: str


def _narrow(look: Look) -> QWidget:
    made = label(look, "Unterschiedlich langes Wort")
    made.setFixedWidth(60)
    return made


def _low(look: Look) -> QWidget:
    made = label(look, "Einige Wörter, die mehr als eine Zeile brauchen und hier keine haben", wrap=True)
    made.setFixedSize(120, 16)
    return made


def _small_button(look: Look) -> QWidget:
    made = button("Artikel abschließen")
    made.setFixedWidth(70)
    return made


def _small_combo(look: Look) -> QWidget:
    made = Combo(look)
    made.addItems(["kurz", "ein sehr viel längerer Eintrag"])
    made.setFixedWidth(90)
    return made


def _small_heading(look: Look) -> QWidget:
    made = QTreeWidget()
    made.setHeaderLabels(["Entscheidungen je Stunde", "Anteil"])
    made.header().resizeSection(0, 40)
    return made


def _reaching_out(look: Look) -> QWidget:
    holder = QWidget()
    made = label(look, "ragt hinaus")
    made.setParent(holder)
    made.move(60, 0)
    holder.setFixedSize(70, 30)
    return holder


def _wide_inside(look: Look) -> QWidget:
    area, inside = QScrollArea(), QWidget()
    inside.setMinimumWidth(120)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.setFixedSize(80, 60)
    return area


@pytest.mark.parametrize(
    "broken",
    [
        Broken(_wide_inside, "120"),
        Broken(_narrow, "Unterschiedlich"),
        Broken(_low, "Einige"),
        Broken(_small_button, "abschließen"),
        Broken(_small_combo, "längerer"),
        Broken(_small_heading, "Entscheidungen"),
        Broken(_reaching_out, "ragt hinaus"),
    ],
    ids=lambda broken: broken.make.__name__,
)
def test_a_text_that_is_cut_off_is_noticed(look: Look, qtbot: QtBot, broken: Broken) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    inside = QHBoxLayout(holder)
    inside.addWidget(broken.make(look))
    inside.addStretch(1)
    holder.resize(600, 200)
    holder.show()
    QApplication.processEvents()
    faults = cut_off(holder)
    assert len(faults) == 1
    assert broken.found in faults[0]


def test_a_text_that_is_in_no_catalogue_is_noticed(marked: MainWindow) -> None:
    said = {tr("Finish article"), tr("%Ln article(s)", "", 3), tr("Scheme {name}").format(name="Nachrichten")}
    data = {"Nachrichten", "Karla Weiß"}
    assert unmarked(said | {f"{tr('Name')}: Karla Weiß · 12"}, data) == []
    hard_coded = {"Bitte kurz warten", f"{tr('Name')}: please wait", f"{tr('Cancel')} · abgebrochen"}
    assert len(unmarked(said | hard_coded, data)) == 3


def test_a_tooltip_a_heading_and_an_entry_are_read_too(look: Look, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    inside = QHBoxLayout(holder)
    tree, combo, words = QTreeWidget(), Combo(look), QLabel("Wort")
    tree.setHeaderLabels(["Überschrift"])
    combo.addItem("Eintrag")
    words.setToolTip("<p>Hinweis &amp; mehr</p>")
    for widget in (tree, combo, words):
        inside.addWidget(widget)
    assert {"Überschrift", "Eintrag", "Wort", "Hinweis & mehr"} <= texts(holder)
