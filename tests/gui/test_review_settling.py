"""Settling in the window: events, quotes and time values by keys, going on later and by somebody else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.core.annotation import attributes
from annotator.core.article import Article
from annotator.core.state import Layered
from annotator.core.verdict import Choice
from annotator.gui.app import Application
from annotator.gui.dialogs.keys import KeysDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.review.desk import ReviewDesk
from annotator.gui.review.edit_dialog import EditMention
from annotator.gui.review.keys import keys_now
from annotator.review.item import Kind
from annotator.services.project import Project
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_values import GOLD, Decision
from annotator.store import AnnotatorKind
from tests.gui.hands import answer, press
from tests.gui.review_team import mention
from tests.gui.test_review import FIRST, SECOND, current, gold, page, review_path, reviewing, verdict
from tests.gui.test_review_gold import add, back
from tests.gui.test_review_scan import WAIT, expected, made, whole
from tests.gui.test_review_scan import path as long_path
from tests.services.teams import finish
from tests.support.build import make_article

__all__ = ["expected", "long_path", "made", "page", "path", "review_path", "reviewing"]

path = long_path


@pytest.mark.parametrize(
    ("layer", "label", "words"), [("event", "Aussage", "sagte"), ("quote", "Zitat", "Wir reden")]
)
def test_an_event_and_a_quote_that_nobody_marked_are_added_by_keys(
    page: ReviewDesk, layer: str, label: str, words: str
) -> None:
    add(page, words, layer, label)
    back(page)
    assert current(page) == (Kind.ADDED, words)
    kept = page.project.store.layered(FIRST.id, GOLD)
    (added,) = [m for m in kept.mentions.values() if m.text_of(FIRST.text) == words]
    assert (added.layer, added.label) == (layer, label)
    assert verdict(page, words).choice is Choice.ADDED
    press(page.canvas, "N")
    assert words not in gold(page)
    assert page.project.store.check() == []


# A time value --------------------------------------------------------------------------------------------

WHEN = make_article("Streik endet\nAm 3. März ging Frau Öz.", name="c.txt", title="Streik endet")


def valued(article: Article, value: str) -> Layered:
    found = mention(article, "3. März", "time", "DATE")
    found = replace(found, attributes=attributes({"value": value}))
    return Layered({found.id: found}, {}, {})


@pytest.fixture
def times(application: Application, tmp_path: Path, qapp: QApplication) -> ReviewDesk:
    path = tmp_path / "zeiten.annot"
    with Project.create(path) as project:
        project.store.ensure_annotator("Jonte", AnnotatorKind.HUMAN)
        project.store.add_article(WHEN, source=WHEN.name)
        for name, value in (("anna", "2024-03-03"), ("böhm", "2023-03-03"), ("çelik", "2024-03-03")):
            finish(project.store, WHEN, name, valued(WHEN, value))
    assert application.window.projects.open(path)
    press(application.window, "Ctrl+3")
    found = application.window.reviewing.page
    assert found is not None
    return found


def test_a_time_value_is_edited_then_taken_and_that_undone(times: ReviewDesk) -> None:
    assert current(times)[0] is Kind.TIME_VALUE
    right = "XXXX-03-03"

    def write(dialog: EditMention) -> None:
        field = dialog._fields["value"]
        assert isinstance(field, QLineEdit)
        assert field.text() == "2024-03-03"
        field.setText(right)
        press(dialog, "Return")

    answer(EditMention, write)
    press(times.canvas, "E")

    def values() -> list[str]:
        held = times.project.store.layered(WHEN.id, GOLD)
        return [m.attribute("value") for m in held.mentions.values()]

    assert values() == [right]
    (row,) = times.session.all_rows
    assert row.entry.verdict is not None and row.entry.verdict.choice is Choice.EDITED
    press(times.canvas, "Z")
    assert right not in values()
    press(times.canvas, "Return")
    assert values() == ["2024-03-03"]
    assert times.project.store.check() == []


# Later, and by somebody else -----------------------------------------------------------------------------


def test_a_half_settled_project_opens_at_its_first_open_item_while_it_is_searched(
    application: Application, path: Path, expected: list[str], qtbot: QtBot
) -> None:
    with Project.open(path) as project:
        review = Reviewing(project, "Jonte")
        half = review.articles[: len(review.articles) // 2]
        for key in half:
            review.open(key)
            while ready := [row for row in review.rows(key) if row.open and not row.entry.waits_for]:
                review.decide(ready[0].item, Decision(Choice.NEITHER))
        first_open = review.articles[len(half)]
    assert application.window.projects.open(path)
    press(application.window, "Ctrl+3")
    page = application.window.reviewing.page
    assert page is not None
    row = page.session.row
    assert row is not None and (row.open, row.article_id) == (True, first_open)
    assert page.session.scanning, "the others are still being looked at"
    whole(page, qtbot)
    assert page.session.row == row
    settled = {row.article_id for row in page.session.all_rows if not row.open}
    assert settled == set(half)


def test_another_reviewer_goes_on_in_the_window_where_the_first_one_stopped(
    page: ReviewDesk, reviewing: MainWindow, review_path: Path, qtbot: QtBot
) -> None:
    press(page.canvas, "Return", "B")
    left_at = current(page)
    reviewing.show_session(None)
    reviewing.context.settings.update(annotator="Lea Öz")
    assert reviewing.projects.open(review_path, sure=True)
    press(reviewing, "Ctrl+3")
    again = reviewing.reviewing.page
    assert again is not None and again.session.service.reviewer == "Lea Öz"
    qtbot.waitUntil(lambda: not again.session.scanning, timeout=WAIT)
    assert current(again) == left_at == (Kind.LABEL, "Jörg Größl")
    press(again.canvas, "Z")
    assert "Karla Weiß" in gold(again), "nobody takes another's decision back by chance"
    press(again.canvas, "A")
    assert verdict(again, "Nördlingen").by == "Jonte"
    assert verdict(again, "Jörg Größl").by == "Lea Öz"
    press(again.canvas, "Z")
    assert "Jörg Größl" not in gold(again)
    assert "Karla Weiß" in gold(again)


# Keys ----------------------------------------------------------------------------------------------------


def test_a_key_decides_identical_cases_too_and_shows_them(page: ReviewDesk, reviewing: MainWindow) -> None:
    press(page.canvas, "I")
    assert "gleich" in reviewing.status.message, "the first item has none"
    press(page.canvas, "Tab", "I")
    cases = page.inspector.identical
    assert cases.also.isChecked() and cases.list.isVisible() and page.canvas.hasFocus()
    press(page.canvas, "I")
    assert not cases.also.isChecked() and not cases.list.isVisible()
    press(page.canvas, "I", "A")
    assert "Ministerpräsidentin Karla Weiß" in gold(page)
    assert "Ministerpräsidentin Karla Weiß" in gold(page, SECOND.id)


def test_going_to_the_same_kind_passes_over_the_others_both_ways(page: ReviewDesk) -> None:
    press(page.canvas, "Tab")
    assert current(page)[0] is Kind.BOUNDARY
    press(page.canvas, "Ctrl+Down")
    row = page.session.row
    assert row is not None and (row.kind, row.article_id) == (Kind.BOUNDARY, SECOND.id)
    press(page.canvas, "Ctrl+Up")
    row = page.session.row
    assert row is not None and (row.kind, row.article_id) == (Kind.BOUNDARY, FIRST.id)


def test_the_overlay_of_keys_tells_those_of_the_review_while_it_is_shown(
    page: ReviewDesk, reviewing: MainWindow, qapp: QApplication
) -> None:
    press(page.canvas, "?")
    (dialog,) = [w for w in qapp.topLevelWidgets() if isinstance(w, KeysDialog) and w.isVisible()]
    title, entries = reviewing.reviewing.keys_now() or ("", [])
    assert title == "Jetzt: die Prüfung"
    shown = {part.accessibleName() or part.text() for part in dialog.findChildren(QLabel)}
    assert title in shown
    assert {text for _, text in entries} <= shown
    known = [key for keys, _ in entries for key in keys]
    assert {"A", "B", "C", "N", "E", "S", "G", "I", "Z", "+", "Ctrl+Down", "Return"} <= set(known)
    dialog.close()
    press(page.canvas, "+")
    assert reviewing.reviewing.keys_now() is None, "the gold set has the keys of annotating"


def test_each_button_of_the_bar_is_among_the_keys_that_are_told(page: ReviewDesk) -> None:
    _, entries = keys_now(tuple(page.session.letters.values()))
    told = {key for keys, _ in entries for key in keys}
    assert {made._key for made in (*page.bar.takes.values(), *page.bar.buttons.values())} <= told
