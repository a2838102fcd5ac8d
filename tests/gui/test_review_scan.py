"""The queue of a review fills from workers while one works in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.ids import ArticleId
from annotator.gui.app import Application
from annotator.gui.review import scan as scanning
from annotator.gui.review.desk import ReviewDesk
from annotator.gui.review.queue_model import ROW
from annotator.services.project import Project
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_queue import Filter, QueueRow
from annotator.services.reviewing_scan import look_through
from annotator.store import AnnotatorKind
from tests.gui.hands import press
from tests.review.golds import make_gold
from tests.review.perturb import perturb_team
from tests.services.teams import TEAM, finish
from tests.services.test_reviewing import allowed

COUNT, WAIT = 24, 30_000
NEVER = "tests.gui.workers:wait_for_anything"
REFUSES = "tests.gui.workers:hand_over_and_refuse"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("prüfung") / "viele.annot"
    with Project.create(path) as project, project.store.transaction():
        project.store.ensure_annotator("Jonte", AnnotatorKind.HUMAN)
        for number in range(COUNT):
            article, gold = make_gold(number, words=40, mentions=12)
            sets, _ = perturb_team(gold, article, project.scheme, names=TEAM, seed=number)
            project.store.add_article(article, source=article.name)
            for name in TEAM:
                finish(project.store, article, name, allowed(sets[name]))
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "kopie.annot"
    copy.write_bytes(made.read_bytes())
    return copy


@pytest.fixture
def expected(path: Path) -> Iterator[list[str]]:
    with Project.open(path) as project:
        review = Reviewing(project, "Jonte")
        found = [row.item for rows in review.scan() for row in rows]
    yield found


@pytest.fixture
def page(application: Application, path: Path, expected: list[str], qapp: QApplication) -> ReviewDesk:
    window = application.window
    assert window.projects.open(path)
    qapp.processEvents()
    press(window, "Ctrl+3")
    found = window.reviewing.page
    assert found is not None
    return found


def shown(page: ReviewDesk) -> list[str]:
    model = page.queue.model
    found = [model.data(model.index(n, 0), ROW) for n in range(model.rowCount())]
    return [row.item for row in found if isinstance(row, QueueRow)]


def whole(page: ReviewDesk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.session.scanning, timeout=WAIT)


def test_the_first_item_is_there_while_the_rest_is_searched_and_then_all_in_order(
    page: ReviewDesk, expected: list[str], qtbot: QtBot
) -> None:
    assert page.session.scanning
    assert page.session.row is not None
    assert 0 < len(page.session.all_rows) < len(expected)
    assert page.queue._open.text() == "wird noch gesucht"
    whole(page, qtbot)
    assert [row.item for row in page.session.all_rows] == expected
    assert shown(page) == [row.item for row in page.session.rows]
    assert page.queue._open.text() == f"{len(expected)} offen"
    assert page.queue.filters.article.count() == 1 + len({row.article_id for row in page.session.all_rows})


def test_what_comes_leaves_the_current_item_and_the_filter_as_they_are(
    page: ReviewDesk, qtbot: QtBot
) -> None:
    press(page.canvas, "Tab", "Tab")
    item = page.session.item
    label = page.session.row.labels[0] if page.session.row else ""
    page.session.set_filter(Filter(open=True, label=label))
    resets: list[object] = []
    page.queue.model.modelReset.connect(lambda: resets.append(1))
    whole(page, qtbot)
    assert page.session.item == item
    current = page.queue.view.currentIndex()
    assert current.data(ROW).item == item
    assert resets == [], "rows are put in, the list is not made anew"
    wanted = [row.item for row in page.session.all_rows if label in row.labels]
    assert shown(page) == wanted
    assert len(wanted) < len(page.session.all_rows)


def test_decisions_made_while_it_is_searched_stand(
    page: ReviewDesk, expected: list[str], qtbot: QtBot
) -> None:
    service = page.session.service
    stale = list(look_through(page.project.path, "Jonte", service.articles))
    decided = []
    for _ in range(3):
        decided.append(page.session.item)
        press(page.canvas, "N")
    for found in stale:
        page.session.scan.found.emit(found)
    whole(page, qtbot)
    rows = {row.item: row for row in page.session.all_rows}
    assert [rows[item].open for item in decided] == [False] * 3
    here = page.session.item
    assert shown(page) == [row.item for row in page.session.all_rows if row.open or row.item == here]


def test_leaving_the_review_ends_the_search_and_coming_back_goes_on(
    page: ReviewDesk, application: Application, expected: list[str], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(page.session.scan.jobs), timeout=WAIT)
    processes = [job.process for job in page.session.scan.jobs]
    application.window.show_mode("annotate")
    assert not page.session.scanning
    assert not any(process is not None and process.is_alive() for process in processes)
    press(application.window, "Ctrl+3")
    whole(page, qtbot)
    assert [row.item for row in page.session.all_rows] == expected


def test_closing_the_project_ends_the_search(
    application: Application, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "_LOOK", NEVER)
    window = application.window
    assert window.projects.open(path)
    press(window, "Ctrl+3")
    page = window.reviewing.page
    assert page is not None
    scan = page.session.scan
    qtbot.waitUntil(lambda: bool(scan.jobs), timeout=WAIT)
    processes = [job.process for job in scan.jobs]
    assert all(process is not None and process.is_alive() for process in processes)
    window.projects.close()
    assert not any(process is not None and process.is_alive() for process in processes)
    assert window.reviewing.page is None


def test_a_search_that_fails_is_told_and_done_again_when_the_review_is_opened(
    application: Application,
    path: Path,
    expected: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scanning, "_LOOK", REFUSES)
    window = application.window
    assert window.projects.open(path)
    press(window, "Ctrl+3")
    page = window.reviewing.page
    assert page is not None
    with qtbot.waitSignal(page.failed, timeout=WAIT):
        pass
    assert not page.session.scanning
    assert page.queue._open.text() == "nicht alles durchsucht"
    assert page.session.row is not None, "what was found can be worked on"
    monkeypatch.setattr(scanning, "_LOOK", "annotator.services.reviewing_scan:look_through")
    press(window, "Ctrl+3")
    whole(page, qtbot)
    assert [row.item for row in page.session.all_rows] == expected


def test_where_nothing_is_open_at_first_the_first_item_comes_with_the_search(
    application: Application, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.gui.review.filling._SEARCH_SECONDS", 0.0)
    window = application.window
    assert window.projects.open(path)
    press(window, "Ctrl+3")
    page = window.reviewing.page
    assert page is not None
    assert (page.session.item, page.session.scanning) == ("", True)
    qtbot.waitUntil(lambda: page.session.row is not None, timeout=WAIT)
    first: ArticleId = page.session.service.articles[0]
    whole(page, qtbot)
    assert page.session.row is not None
    assert any(row.article_id == first for row in page.session.rows)


def test_one_undo_brings_back_identical_cases_in_all_articles_that_were_searched(
    page: ReviewDesk, qtbot: QtBot
) -> None:
    whole(page, qtbot)
    before = {row.item for row in page.session.all_rows if row.open}
    like: tuple[object, ...] = ()
    for row in page.session.rows:
        if not row.entry.waits_for:
            page.session.go(row)
            like = page.session.service.like(row.article_id, row.entry.item)
            if like:
                break
    assert like, "there are identical cases in some articles"
    page.inspector.also.setChecked(True)
    press(page.canvas, "N")
    after = {row.item for row in page.session.all_rows if row.open}
    assert len(before - after) >= 2
    press(page.canvas, "Z")
    assert {row.item for row in page.session.all_rows if row.open} == before
