"""Searching the whole project by keys, and deciding many hits at once."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Status
from annotator.core.ids import ArticleId
from annotator.core.text import Span
from annotator.gui.main_window import MainWindow
from annotator.gui.search import hits_model
from annotator.gui.search import page as search_page
from annotator.gui.search.completion import offers
from annotator.gui.search.hits_model import CHECKED, PAGE, Column, HitsModel
from annotator.gui.search.page import SearchPage
from annotator.gui.slices import run_slice
from annotator.services.concordance import Hit, Order
from tests.gui.hands import focused, on_disk, press
from tests.support.build import make_scheme


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SearchPage:
    press(window, "Ctrl+4")
    page = window.search_page
    assert page is not None
    assert window.pages.currentWidget() is page
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.search.edit)
    return page


def ask(page: SearchPage, query: str) -> None:
    page.search.edit.setText(query)
    page.search_now()


def hits(page: SearchPage) -> list[str]:
    return [hit.text for hit in page.model.hits]


def test_words_are_found_in_all_articles_with_what_stands_around(page: SearchPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.search.edit, "ssen")
    qtbot.waitUntil(lambda: hits(page) == ["ssen", "ssen"])
    assert [hit.left.split()[-2:] for hit in page.model.hits] == [["in", "Fü"], ["in", "Fü"]]
    assert page.model.hits[1].right.startswith(" – wieder")
    assert page.model.complete


def test_enter_leads_to_the_place_and_the_key_of_the_search_back(
    window: MainWindow, page: SearchPage, qtbot: QtBot
) -> None:
    ask(page, "label:PER text:Größl")
    press(page.search.edit, "Return")
    assert QApplication.focusWidget() is page.table
    press(page.table, "Return")
    assert window.desk is not None
    assert window.pages.currentWidget() is window.desk
    assert focused(window.desk) == "Jörg Größl"
    press(window, "Ctrl+4")
    assert window.pages.currentWidget() is page
    assert page.table.currentIndex().row() == 0
    press(window, "Ctrl+4")
    assert window.pages.currentWidget() is window.desk


def test_enter_goes_to_the_first_hit_though_it_takes_a_while(
    page: SearchPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow: list[Hit | None] = [None] * 3
    monkeypatch.setattr(hits_model, "run_slice", partial(run_slice, seconds=0))
    monkeypatch.setattr(search_page, "paced", lambda *_, **__: iter([*slow, *many(2)]))
    page.search.edit.setText("ß")
    press(page.search.edit, "Return")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.table)
    assert page.table.currentIndex().row() == 0
    page.search.edit.setFocus()
    press(page.search.edit, "Return")
    QTest.keyClicks(page.search.edit, "e")
    qtbot.waitUntil(lambda: page.model.complete)
    assert QApplication.focusWidget() is page.search.edit, "typing on stays in the field"


def test_a_place_in_another_article_is_opened_there(window: MainWindow, page: SearchPage) -> None:
    ask(page, "Brücke")
    press(page.search.edit, "Return")
    press(page.table, "Return")
    assert window.desk is not None and window.desk.session.article is not None
    selection = window.desk.canvas.selection()
    assert selection is not None
    assert window.desk.session.article.text[selection.start : selection.end] == "Brücke"


def test_checked_hits_are_accepted_as_one_step_and_taken_back_as_one(
    window: MainWindow, page: SearchPage
) -> None:
    ask(page, "label:PER status:suggested")
    press(page.search.edit, "Return")
    assert not page.accept.isEnabled()
    press(page.table, "Space", "Space")
    assert page.accept.isEnabled()
    page.accept.click()
    assert window.desk is not None
    assert [m.status for m in on_disk(window.desk).mentions.values()] == [Status.ACCEPTED] * 2
    assert hits(page) == []
    QApplication.processEvents()
    press(window, "Ctrl+Z")
    assert on_disk(window.desk).mentions == {}


def test_checked_hits_are_rejected_or_given_another_label(window: MainWindow, page: SearchPage) -> None:
    ask(page, "label:PER")
    page.check_all.click()
    page.relabel_checked("entity", "ORG")
    assert window.desk is not None
    assert {m.label for m in on_disk(window.desk).mentions.values()} == {"ORG"}
    ask(page, "label:ORG")
    page.check_all.click()
    page.reject.click()
    assert {m.status for m in on_disk(window.desk).mentions.values()} == {Status.REJECTED}


def test_a_query_that_cannot_be_read_is_told_below_the_field_and_keeps_the_hits(page: SearchPage) -> None:
    ask(page, "Füssen")
    ask(page, "farbe:rot")
    assert page.fault.isVisible()
    assert "farbe" in page.fault.text()
    assert hits(page) == ["Füssen", "Füssen"]
    ask(page, "label:")
    assert not page.fault.isVisible()


def test_hits_sort_by_what_comes_before(page: SearchPage) -> None:
    ask(page, "e")
    page.model.sort_by(Order.LEFT)
    left = [hit.left for hit in page.model.hits]
    page.model.sort_by(Order.PLACE)
    assert sorted(left) == sorted(hit.left for hit in page.model.hits)
    assert left != [hit.left for hit in page.model.hits]


def many(count: int) -> list[Hit | None]:
    return [Hit(ArticleId("ä"), 1, "Größe", Span(n, n + 1), f"{count - n:05}", "ß", "") for n in range(count)]


def test_pages_come_as_one_scrolls_and_sorting_brings_all(qtbot: QtBot) -> None:
    model = HitsModel()
    model.show(iter(many(350)))
    qtbot.waitUntil(lambda: not model.busy)
    assert len(model.hits) == PAGE
    assert model.canFetchMore(model.index(-1, -1))
    model.fetchMore(model.index(-1, -1))
    qtbot.waitUntil(lambda: not model.busy)
    assert len(model.hits) == 2 * PAGE
    model.sort_by(Order.LEFT)
    qtbot.waitUntil(lambda: not model.busy)
    assert len(model.hits) == 350
    assert model.hits[0].left == "00001"


def test_space_checks_and_goes_on(page: SearchPage) -> None:
    ask(page, "Füssen")
    press(page.search.edit, "Return")
    press(page.table, "Space")
    assert page.table.currentIndex().row() == 1
    assert page.model.index(0, Column.CHECK).data(CHECKED)
    assert not page.model.index(1, Column.CHECK).data(CHECKED)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert len(page.model.checked) == 2


def test_fields_labels_and_states_are_offered() -> None:
    scheme = make_scheme()
    assert "label:" in offers("la", scheme)
    assert offers("label:P", scheme) == ["label:PER"]
    assert offers("-label:PER,l", scheme) == ["-label:PER,LOC"]
    assert offers("status:a", scheme) == ["status:accepted"]
    assert offers("factuality:pl", scheme) == ["factuality:planned"]
    assert offers("Füssen", scheme) == []


def test_keys_of_the_text_decide_what_is_checked(window: MainWindow, page: SearchPage) -> None:
    ask(page, "label:PER status:suggested")
    press(page.search.edit, "Return")
    press(page.table, "Shift+A")
    assert window.desk is not None
    assert on_disk(window.desk).mentions == {}
    assert window.status.message == "Kein Treffer ist markiert. Die Leertaste markiert einen."
    press(page.table, "Space", "Shift+A")
    assert [m.status for m in on_disk(window.desk).mentions.values()] == [Status.ACCEPTED]
    press(page.table, "Space", "Backspace")
    assert {m.status for m in on_disk(window.desk).mentions.values()} == {Status.ACCEPTED, Status.REJECTED}


def test_the_key_of_labels_offers_them_for_what_is_checked(page: SearchPage) -> None:
    ask(page, "label:PER")
    press(page.search.edit, "Return")
    press(page.table, "Space", "L")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
