from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from annotator.core.annotation import Mention, SetState
from annotator.core.verdict import Basis, Choice, Verdict
from annotator.gui.app import Application
from annotator.gui.main_window import MainWindow
from annotator.gui.review.desk import ReviewDesk
from annotator.gui.review.edit_dialog import EditMention
from annotator.gui.review.lessons_dialog import LessonsDialog
from annotator.gui.review.queue_list import QueueDelegate
from annotator.review.item import Kind
from annotator.services.project import Project
from annotator.services.reviewing_values import GOLD
from annotator.store import AnnotatorKind
from tests.gui.hands import answer, press
from tests.gui.review_team import sample_articles, sample_sets
from tests.services.teams import finish

FIRST, SECOND = sample_articles()


@pytest.fixture
def review_path(tmp_path: Path) -> Path:
    path = tmp_path / "prüfung.annot"
    with Project.create(path) as project:
        project.store.ensure_annotator("Jonte", AnnotatorKind.HUMAN)
        for article in (FIRST, SECOND):
            project.store.add_article(article, source=article.name)
            for name, layered in sample_sets(article).items():
                finish(project.store, article, name, layered)
    return path


@pytest.fixture
def reviewing(application: Application, review_path: Path, qapp: QApplication) -> MainWindow:
    assert application.window.projects.open(review_path)
    qapp.processEvents()
    return application.window


@pytest.fixture
def page(reviewing: MainWindow, qapp: QApplication) -> ReviewDesk:
    press(reviewing, "Ctrl+3")
    found = reviewing.reviewing.page
    assert found is not None
    wait_until(qapp, lambda: not found.session.scanning)
    return found


def wait_until(qapp: QApplication, there: Callable[[], bool], *, seconds: float = 20.0) -> None:
    """Let events go by until something is so: articles are looked at in a worker."""
    until = time.monotonic() + seconds
    while not there():
        assert time.monotonic() < until, "it does not come"
        qapp.processEvents()
        time.sleep(0.005)
    qapp.processEvents()


def gold(page: ReviewDesk, article_id: str = FIRST.id) -> dict[str, str]:
    held = page.project.store.layered(article_id, GOLD)  # type: ignore[arg-type]
    text = FIRST.text if article_id == FIRST.id else SECOND.text
    return {m.text_of(text): m.label for m in held.mentions.values()}


def links(page: ReviewDesk) -> list[str]:
    return sorted(r.label for r in page.project.store.layered(FIRST.id, GOLD).relations.values())


def current(page: ReviewDesk) -> tuple[Kind | None, str]:
    row = page.session.row
    assert row is not None
    return row.kind, row.text


def verdict(page: ReviewDesk, text: str) -> Verdict:
    (row,) = [r for r in page.session.all_rows if r.text == text and r.article_id == FIRST.id]
    assert row.entry.verdict is not None
    return row.entry.verdict


def test_the_review_begins_at_the_first_disagreement(page: ReviewDesk) -> None:
    assert current(page) == (Kind.MISSING, "Nördlingen")
    assert page.canvas.hasFocus()
    kinds = [row.kind for row in page.session.rows if row.article_id == FIRST.id]
    assert kinds == [Kind.MISSING, Kind.BOUNDARY, Kind.LABEL, Kind.RELATION_MISSING, Kind.CLUSTER_MEMBER]


def test_an_article_is_settled_by_keys_alone(page: ReviewDesk) -> None:
    press(page.canvas, "Return")
    assert gold(page)["Nördlingen"] == "LOC"
    assert current(page) == (Kind.BOUNDARY, "Ministerpräsidentin Karla Weiß")
    press(page.canvas, "B")
    assert "Karla Weiß" in gold(page)
    assert links(page) == ["Teilnehmer"]
    assert current(page) == (Kind.LABEL, "Jörg Größl")
    press(page.canvas, "N")
    assert "Jörg Größl" not in gold(page)
    assert current(page)[0] is Kind.RELATION_MISSING
    press(page.canvas, "A")
    assert links(page) == ["Ort", "Teilnehmer"]
    assert current(page)[0] is Kind.CLUSTER_MEMBER
    press(page.canvas, "Shift+Return")
    assert len(page.project.store.layered(FIRST.id, GOLD).clusters) == 1
    assert page.project.store.set_info(FIRST.id, GOLD).state is SetState.DONE
    assert page.session.row is not None and page.session.row.article_id == SECOND.id
    assert verdict(page, "Jörg Größl").choice is Choice.NEITHER
    assert verdict(page, "Nördlingen").taken == ("anna", "çelik")
    assert verdict(page, "Nördlingen").by == "Jonte"
    assert page.project.store.check() == []


def test_undo_and_redo_go_to_where_it_was(page: ReviewDesk, reviewing: MainWindow) -> None:
    press(page.canvas, "Return", "B")
    press(page.canvas, "Z")
    assert current(page) == (Kind.BOUNDARY, "Ministerpräsidentin Karla Weiß")
    assert "Karla Weiß" not in gold(page)
    press(page.canvas, "Ctrl+Z")
    assert current(page) == (Kind.MISSING, "Nördlingen")
    assert "Nördlingen" not in gold(page)
    press(page.canvas, "Shift+Z")
    assert "Nördlingen" in gold(page)
    reviewing.actions_["undo"].trigger()
    assert "Nördlingen" not in gold(page)


def test_going_through_changes_nothing(page: ReviewDesk) -> None:
    before = page.project.store.set_info(FIRST.id, GOLD).revision
    press(page.canvas, "Tab", "Tab")
    assert current(page)[0] is Kind.LABEL
    press(page.canvas, "Shift+Tab")
    assert current(page) == (Kind.BOUNDARY, "Ministerpräsidentin Karla Weiß")
    press(page.canvas, "Ctrl+Down")
    row = page.session.row
    assert row is not None and (row.kind, row.article_id) == (Kind.BOUNDARY, SECOND.id)
    press(page.canvas, "Ctrl+Up")
    assert current(page)[0] is Kind.BOUNDARY
    assert page.project.store.set_info(FIRST.id, GOLD).revision == before


def test_enter_decides_nothing_without_a_majority(page: ReviewDesk) -> None:
    for _ in range(4):
        press(page.canvas, "Tab")
    row = page.session.row
    assert row is not None
    ringed = [letter for letter, button in page.bar.takes.items() if button.ringed]
    assert bool(ringed) == bool(row.entry.item.majority)


def test_the_majority_has_the_ring(page: ReviewDesk) -> None:
    assert [letter for letter, button in page.bar.takes.items() if button.ringed] == ["A"]
    assert list(page.bar.takes) == ["A", "B", "C"]


def test_what_cannot_be_decided_yet_says_why(page: ReviewDesk, reviewing: MainWindow) -> None:
    press(page.canvas, "Tab", "Tab", "Tab", "Tab")
    assert current(page)[0] is Kind.CLUSTER_MEMBER
    assert not page.bar.takes["A"].isEnabled()
    press(page.canvas, "A")
    assert "Erwähnungen" in reviewing.status.message
    assert page.session.entry is not None and not page.session.entry.settled


def test_a_reason_chosen_before_goes_with_the_decision(page: ReviewDesk) -> None:
    press(page.canvas, "G")
    assert page.inspector.reasons.buttons()[0].hasFocus()
    press(page.inspector.reasons.buttons()[0], "Space")
    page.inspector.comment.setText("„Stadt“?")
    press(page.inspector.reasons.buttons()[0], "A")
    told = verdict(page, "Nördlingen")
    assert (told.reason, told.comment) == ("guideline", "„Stadt“?")
    assert page.canvas.hasFocus()


def test_a_reason_given_later_is_added(page: ReviewDesk) -> None:
    press(page.canvas, "A")
    page.session.set_filter(type(page.session.filter)())
    press(page.canvas, "Shift+Tab")
    assert current(page) == (Kind.MISSING, "Nördlingen")
    page.inspector.reasons.buttons()[1].click()
    assert verdict(page, "Nördlingen").reason == "slip"


def test_one_decision_can_settle_identical_cases(page: ReviewDesk, qapp: QApplication) -> None:
    press(page.canvas, "Tab")
    assert "1" in page.inspector.also.text()
    page.inspector.also.setChecked(True)
    press(page.canvas, "A")
    assert "Ministerpräsidentin Karla Weiß" in gold(page)
    assert "Ministerpräsidentin Karla Weiß" in gold(page, SECOND.id)
    press(page.canvas, "Z")
    assert "Ministerpräsidentin Karla Weiß" not in gold(page)
    assert "Ministerpräsidentin Karla Weiß" not in gold(page, SECOND.id)


def test_an_edited_version_is_taken(page: ReviewDesk) -> None:
    press(page.canvas, "Tab")

    def change(dialog: EditMention) -> None:
        dialog.grow("start", -2)
        dialog.accept()

    answer(EditMention, change)
    press(page.canvas, "E")
    assert gold(page)["Weiß"] == "PER"
    assert verdict(page, "Ministerpräsidentin Karla Weiß").choice is Choice.EDITED


def test_the_comparison_marks_who_differs(page: ReviewDesk) -> None:
    press(page.canvas, "Tab")
    table = dict(page.inspector.comparison.table)
    title = "Ministerpräsidentin Karla Weiß"
    assert table["Text"] == (title, "Karla Weiß", title)
    marked = [
        made.text()
        for made in page.inspector.comparison.findChildren(QLabel)
        if made.property("differs") and made.isVisibleTo(page)
    ]
    assert marked == ["Karla Weiß"]


def test_hidden_names_are_told_nowhere(page: ReviewDesk) -> None:
    page.session.hide_names(True)
    page.queue.refresh()
    shown = [
        made.accessibleName() + made.toolTip() + made.text()
        for made in page.inspector.comparison.findChildren(QLabel)
        if made.isVisibleTo(page)
    ]
    assert not any(name in text for text in shown for name in ("anna", "böhm", "çelik"))
    assert not page.queue.filters.pair.isVisibleTo(page)
    assert page.project.store.meta()["review_names"] == "hidden"


def test_filters_show_one_kind_and_what_is_settled(page: ReviewDesk) -> None:
    page.queue.filters.chips[Kind.BOUNDARY].click()
    assert {row.kind for row in page.session.rows} == {Kind.BOUNDARY}
    assert current(page)[0] is Kind.BOUNDARY
    page.queue.filters.clear()
    press(page.canvas, "A")
    settled = [row for row in page.session.all_rows if not row.open]
    assert len(settled) == 1
    assert settled[0].item not in [row.item for row in page.session.rows]


def test_the_list_is_walked_with_arrows_and_decided_in(page: ReviewDesk) -> None:
    view = page.queue.view
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    press(view, "Down")
    assert current(page)[0] is Kind.BOUNDARY
    press(view, "A")
    assert "Ministerpräsidentin Karla Weiß" in gold(page)


def test_a_click_on_a_disputed_mention_goes_to_it(page: ReviewDesk) -> None:
    (row,) = [r for r in page.session.rows if r.text == "Jörg Größl"]
    shown = next(key for key, item in page._items.items() if item == row.item)
    page.canvas.mention_clicked.emit(shown)
    assert current(page) == (Kind.LABEL, "Jörg Größl")


def test_the_review_of_one_version_says_what_it_takes(window: MainWindow, qapp: QApplication) -> None:
    press(window, "Ctrl+3")
    page = window.reviewing.page
    assert page is not None
    assert page.queue._stack.currentIndex() == 1
    press(page.canvas, "A", "N", "Tab", "Z", "E")
    assert page.session.rows == ()


def test_work_goes_on_after_a_restart(
    page: ReviewDesk, reviewing: MainWindow, review_path: Path, qapp: QApplication
) -> None:
    press(page.canvas, "A", "A")
    reviewing.show_session(None)
    assert reviewing.projects.open(review_path)
    press(reviewing, "Ctrl+3")
    again = reviewing.reviewing.page
    assert again is not None and again is not page
    assert current(again) == (Kind.LABEL, "Jörg Größl")
    press(again.canvas, "Z")
    assert current(again) == (Kind.BOUNDARY, "Ministerpräsidentin Karla Weiß")
    (made,) = [m for m in held(again) if m.text_of(FIRST.text) == "Nördlingen"]
    assert made.provenance.author == "Jonte"
    bases = {v.basis for v in again.project.store.layered(FIRST.id, GOLD).verdicts.values()}
    assert bases == {Basis.UNANIMOUS, Basis.ADJUDICATED}


def held(page: ReviewDesk) -> list[Mention]:
    return list(page.project.store.layered(FIRST.id, GOLD).mentions.values())


def test_the_gold_set_is_written_in_articles_that_nobody_has_opened(
    page: ReviewDesk, qapp: QApplication
) -> None:
    assert gold(page, SECOND.id) == {}
    page.header.write.click()
    for _ in range(20):
        qapp.processEvents()
    assert gold(page, SECOND.id) == {"traf": "Treffen", "Füssen": "LOC"}


def test_another_rule_takes_the_majority_over(page: ReviewDesk) -> None:
    majority = page.header.options.menu().actions()[1]
    majority.trigger()
    assert gold(page)["Ministerpräsidentin Karla Weiß"] == "PER"
    assert verdict_bases(page) == {Basis.UNANIMOUS, Basis.MAJORITY}


def verdict_bases(page: ReviewDesk) -> set[Basis]:
    return {v.basis for v in page.project.store.layered(FIRST.id, GOLD).verdicts.values()}


def test_the_last_decisions_lead_back_to_where_they_were_made(page: ReviewDesk, qapp: QApplication) -> None:
    recent = page.inspector.recent
    assert recent.isHidden()
    press(page.canvas, "Return", "N")
    assert [row.text for row in recent.rows] == ["Ministerpräsidentin Karla Weiß", "Nördlingen"]
    assert [to.accessibleName().split(", ")[0] for to in recent.links] == [row.text for row in recent.rows]
    recent.links[1].click()
    qapp.processEvents()
    assert current(page) == (Kind.MISSING, "Nördlingen")
    press(page.canvas, "Z", "Z")
    assert recent.isHidden()


def test_the_status_bar_counts_no_article_of_the_annotator_in_a_review(
    page: ReviewDesk, reviewing: MainWindow
) -> None:
    def counts() -> list[str]:
        return [
            w.text() for w in reviewing.status.findChildren(QLabel) if w.isVisible() and "Vorsch" in w.text()
        ]

    assert counts() == []
    reviewing.show_mode("annotate")
    assert len(counts()) == 1


def test_the_figures_of_the_chosen_layer_stand_above_the_review(page: ReviewDesk, qapp: QApplication) -> None:
    wait_until(qapp, lambda: bool(page.strip.figures))
    page.strip.layer.setCurrentIndex(page.strip.layer.findData("entity"))
    page.strip.layer.activated.emit(page.strip.layer.currentIndex())
    shown = [made.text() for made in page.strip._values]
    assert shown[2:] == ["0,65", "0,85"]
    assert all(row.layer == "entity" for row in page.session.rows)
    page.queue.filters.clear()
    assert page.strip.layer.currentData() is None
    assert {row.layer for row in page.session.rows} == {"entity", "event"}


def test_the_dots_of_a_row_follow_the_letters_of_its_article(page: ReviewDesk) -> None:
    delegate = page.queue.view.itemDelegate()
    assert isinstance(delegate, QueueDelegate)
    row = page.session.row
    assert row is not None and row.has == (True, False, True)
    assert delegate.order_of(row) == [True, False, True]
    page.session.hide_names(True)
    letters = page.session.letters
    order = [name != "böhm" for name in sorted(letters, key=letters.__getitem__)]
    assert delegate.order_of(row) == order


@pytest.mark.parametrize(("percent", "width"), [(100, 1280), (150, 1280), (175, 1280), (100, 900)])
def test_the_page_fits_the_window_at_every_text_size(
    page: ReviewDesk, reviewing: MainWindow, qapp: QApplication, percent: int, width: int
) -> None:
    page.look.set(page.look.theme, percent / 100)
    page.resize(width, 640)
    for _ in range(3):
        qapp.processEvents()
    panels = [page.splitter.widget(n) for n in range(3)]
    # A splitter takes the least width that was set before the one that is wanted.
    least = sum(p.minimumWidth() or p.minimumSizeHint().width() for p in panels if p is not None)
    assert least + 2 <= width
    buttons = [*page.bar.takes.values(), *page.bar.buttons.values()]
    assert all(page.bar.rect().contains(made.geometry()) for made in buttons)
    spots = [made.geometry() for made in buttons]
    assert not any(a.intersects(b) for n, a in enumerate(spots) for b in spots[n + 1 :])


def test_a_settled_project_still_shows_its_text_and_takes_back(
    page: ReviewDesk, reviewing: MainWindow, review_path: Path, qapp: QApplication
) -> None:
    press(page.canvas, "A", "A", "A", "A", "A", "A")
    assert not any(row.open for row in page.session.all_rows)
    reviewing.show_session(None)
    assert reviewing.projects.open(review_path)
    press(reviewing, "Ctrl+3")
    again = reviewing.reviewing.page
    assert again is not None
    wait_until(qapp, lambda: not again.session.scanning)
    assert again.canvas.hasFocus() and again.bar.isVisible()
    press(again.canvas, "Z")
    assert sum(row.open for row in again.session.all_rows) == 1


def test_what_the_guideline_should_learn_leads_to_where_it_was_decided(page: ReviewDesk) -> None:
    page.inspector.clause.setText("2.3")
    page.inspector.reasons.buttons()[0].click()
    press(page.canvas, "A", "B")

    def choose(dialog: LessonsDialog) -> None:
        (lesson,) = [dialog.tree.topLevelItem(n) for n in range(dialog.tree.topLevelItemCount())]
        assert lesson is not None and lesson.text(1) == "1" and lesson.text(3) == "2.3"
        assert "Richtlinie unklar" in lesson.text(0)
        assert dialog.tree.visualItemRect(lesson).height() > 2 * dialog.fontMetrics().xHeight() + 10
        dialog.copy.click()
        copied = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
        assert copied[0] == ["Label und Grund", "Entscheidungen", "Bemerkung", "Stelle"]
        assert copied[1] == [lesson.text(0), "1", "", "2.3"]
        assert copied[2][0].startswith("Nördlingen – Krise in Nördlingen")
        dialog.tree.itemActivated.emit(lesson.child(0), 0)

    answer(LessonsDialog, choose)
    page.show_lessons()
    assert current(page) == (Kind.MISSING, "Nördlingen")
