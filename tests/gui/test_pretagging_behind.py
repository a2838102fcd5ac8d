"""Pre-tagging behind the work: it leaves the annotator where she is, and tells what went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Mention
from annotator.core.article import Article
from annotator.core.state import Layered
from annotator.gui import pretagging
from annotator.gui.app import Application
from annotator.gui.canvas.cursor import Move
from annotator.gui.desk import Desk
from annotator.gui.dialogs.pretag_result import PretagResultDialog
from annotator.services.pretagging import write_suggestions
from annotator.services.project import Project
from annotator.store import MACHINE, AnnotatorKind
from tests.gui.hands import press, words
from tests.support.build import make_article, suggest

COUNT = 80
LONG = "Überschwemmung in Füssen\n" + "\n".join(
    f"Am Tag {number} traf Karla Weiß den Bürgermeister Jörg Größl – „wie immer“ – im Rathaus von Füssen, "
    "und das Cafe\u0301 an der Schiff\u00adfahrt blieb zu 🚒."
    for number in range(COUNT)
)


def suggestions(article: Article, occurrences: range) -> list[Mention]:
    return [suggest(article, "Karla Weiß", "entity", "PER", occurrence=number) for number in occurrences]


def suggest_all(path: Path, mentions: list[Mention]) -> None:
    """Write the pre-tagger's set as a run in another process does."""
    with Project.open(path) as project:
        project.store.ensure_annotator(MACHINE, AnnotatorKind.MACHINE)
        made = Layered(mentions={mention.id: mention for mention in mentions})
        write_suggestions(project, project.store.article_ids()[0], made)


@pytest.fixture
def article() -> Article:
    return make_article(LONG)


@pytest.fixture
def long_desk(application: Application, article: Article, tmp_path: Path, qapp: QApplication) -> Desk:
    """A long article with suggestions in its even paragraphs."""
    path = tmp_path / "flut.annot"
    with Project.create(path) as project:
        project.store.add_article(article, source="a.txt")
    suggest_all(path, suggestions(article, range(0, COUNT, 2)))
    assert application.window.projects.open(path)
    qapp.processEvents()
    desk = application.window.desk
    assert desk is not None
    return desk


def run_ends(desk: Desk, article: Article, occurrences: range) -> None:
    """Let a run end that suggests these."""
    suggest_all(desk.session.project.path, suggestions(article, occurrences))
    desk.session.reload()
    QApplication.processEvents()


def in_view(desk: Desk) -> list[int | None]:
    """Return the tokens down the middle of the view."""
    size = desk.canvas.viewport().size()
    return [desk.canvas.target(size.width() / 2, y).token for y in range(0, 40, 5)]


def test_the_focused_suggestion_keeps_the_focus_and_the_view(long_desk: Desk, article: Article) -> None:
    for _ in range(20):
        press(long_desk.canvas, "Tab")
    item, view = long_desk.annotating.item, in_view(long_desk)
    assert item is not None and long_desk.canvas.verticalScrollBar().value() > 0
    run_ends(long_desk, article, range(COUNT))
    assert long_desk.annotating.item == long_desk.canvas.focus_item == item
    assert in_view(long_desk) == view
    assert len(long_desk.session.state.mentions if long_desk.session.state else ()) == COUNT


def test_the_view_stays_though_the_focus_is_elsewhere(long_desk: Desk, article: Article) -> None:
    item = long_desk.annotating.item
    long_desk.canvas.verticalScrollBar().setValue(1500)
    view = in_view(long_desk)
    run_ends(long_desk, article, range(COUNT))
    assert long_desk.annotating.item == item is not None
    assert in_view(long_desk) == view


def test_a_selection_under_way_stays(long_desk: Desk, article: Article) -> None:
    for _ in range(20):
        press(long_desk.canvas, "Tab")
    long_desk.canvas.move_cursor(Move.NEXT_TOKEN)
    long_desk.canvas.move_cursor(Move.NEXT_TOKEN, extend=True)
    selected, token, view = long_desk.canvas.selection(), long_desk.canvas.cursor_token, in_view(long_desk)
    assert selected is not None
    run_ends(long_desk, article, range(COUNT))
    assert long_desk.canvas.selection() == selected
    assert long_desk.canvas.cursor_token == token
    assert long_desk.annotating.item is None
    assert in_view(long_desk) == view


def test_a_focused_suggestion_that_is_withdrawn_leaves_the_cursor_there(
    long_desk: Desk, article: Article
) -> None:
    for _ in range(20):
        press(long_desk.canvas, "Tab")
    token, view = long_desk.canvas.cursor_token, in_view(long_desk)
    run_ends(long_desk, article, range(1, COUNT, 2))
    assert long_desk.annotating.item is None
    assert long_desk.canvas.cursor_token == token
    assert in_view(long_desk) == view


def test_the_first_suggestions_of_an_article_just_opened_get_the_focus(
    application: Application, article: Article, tmp_path: Path
) -> None:
    path = tmp_path / "neu.annot"
    with Project.create(path) as project:
        project.store.add_article(article, source="a.txt")
    assert application.window.projects.open(path)
    desk = application.window.desk
    assert desk is not None and desk.annotating.item is None
    run_ends(desk, article, range(COUNT))
    assert desk.annotating.mention is not None
    assert words(desk, desk.annotating.mention) == "Karla Weiß"


def test_while_suggestions_are_looked_for_nobody_is_told_that_there_are_none(
    application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "öde.annot"
    with Project.create(path) as project:
        project.store.add_article(make_article(), source="a.txt")
        project.store.add_article(make_article("Noch ein Fähranleger\nEr blieb zu."), source="b.txt")
    monkeypatch.setattr(pretagging, "_PRETAG", "tests.gui.workers:tag_badly")
    window = application.window
    assert window.projects.open(path)
    assert window.desk is not None
    notice = window.desk.notice
    assert (notice._text.text(), notice._pretag.isVisible()) == ("Keine Vorschläge.", True)
    window.pretagging.start()
    assert (notice._text.text(), notice._pretag.isVisible()) == ("Vorschläge werden gesucht …", False)
    qtbot.waitUntil(lambda: window.pretagging.job is None, timeout=30_000)
    assert (notice._text.text(), notice._pretag.isVisible()) == ("Keine Vorschläge.", True)


def test_what_a_run_could_not_do_is_told_with_the_articles_names(
    application: Application, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pretagging, "_PRETAG", "tests.gui.workers:tag_badly")
    window = application.window
    window.pretagging.start()
    qtbot.waitUntil(lambda: window.pretagging.job is None, timeout=30_000)
    assert "2 Artikel konnten nicht vollständig vorannotiert werden." in window.status.message
    dialog = next(d for d in window.findChildren(PretagResultDialog) if d.isVisible())
    lines = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert len(lines) == 3
    assert "„Krise in Nördlingen“" in lines[0] and "Der Baustein „Zitate“" in lines[0] and "größe" in lines[0]
    assert "„Streit um Brücke“" in lines[2] and "Vorannotieren" in lines[2]
    assert "gebraucht werden" in "\n".join(label.text() for label in dialog.findChildren(QLabel))
