"""The queue in groups: by article or by type, folded and unfolded by keys and mouse, at every text size."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.main_window import MainWindow
from annotator.gui.review.desk import ReviewDesk
from annotator.gui.review.queue_lines import Group
from annotator.gui.review.queue_model import ROW, QueueModel
from annotator.review.item import Kind
from annotator.services.reviewing_queue import Filter
from annotator.services.reviewing_rows import Grouping, Rows
from annotator.services.reviewing_values import GOLD
from tests.gui.hands import press
from tests.gui.test_review import FIRST, SECOND, current, page, review_path, reviewing
from tests.services.test_reviewing_scan import rows_by_article
from tests.support.build import make_scheme

__all__ = ["page", "review_path", "reviewing"]


def seen(model: QueueModel) -> list[str]:
    """Return what stands in the lines: heads with what is open of them, and words."""
    found = [model.index(n).data(ROW) for n in range(model.rowCount())]
    return [f"{model.name(f)} {f.open}" if isinstance(f, Group) else f.text for f in found]


def by_type(page: ReviewDesk) -> None:
    order = page.queue.filters.order
    order.setCurrentIndex(order.findData(Grouping.KIND))
    order.activated.emit(order.currentIndex())


def in_list(page: ReviewDesk) -> None:
    page.queue.view.setFocus(Qt.FocusReason.OtherFocusReason)


def test_the_queue_stands_by_article_with_what_is_open_in_the_heads(page: ReviewDesk) -> None:
    assert [line for line in seen(page.queue.model) if line[-1].isdigit()] == [
        "Krise in Nördlingen 5",
        "Streit um Brücke 1",
    ]
    press(page.canvas, "A")
    assert "Krise in Nördlingen 4" in seen(page.queue.model)


def test_the_queue_by_type_is_gone_through_type_by_type_and_stays_so(
    page: ReviewDesk, reviewing: MainWindow, review_path: Path
) -> None:
    by_type(page)
    lines = seen(page.queue.model)
    assert lines[0] == "Grenze 2"
    assert lines.index("Label 1") == 3
    page.session.go(page.session.rows[0])
    press(page.canvas, "A")
    row = page.session.row
    assert row is not None and (row.kind, row.article_id) == (Kind.BOUNDARY, SECOND.id)
    reviewing.show_session(None)
    assert reviewing.projects.open(review_path)
    press(reviewing, "Ctrl+3")
    again = reviewing.reviewing.page
    assert again is not None
    assert again.session.queue.grouping is Grouping.KIND
    assert again.queue.filters.order.currentData() == Grouping.KIND


def test_arrows_to_the_sides_fold_and_unfold_and_decide_nothing(page: ReviewDesk) -> None:
    item, view = page.session.item, page.queue.view
    before = page.project.store.set_info(FIRST.id, GOLD).revision
    in_list(page)
    press(view, "Left")
    assert seen(page.queue.model)[:2] == ["Krise in Nördlingen 5", "Streit um Brücke 1"]
    assert view.currentIndex().row() == 0
    press(view, "Return")
    assert len(seen(page.queue.model)) == 8, "on a head Return opens it"
    press(view, "Space", "Right", "Right")
    assert (page.session.item, view.currentIndex().data(ROW).item) == (item, item)
    press(view, "Shift+Left")
    assert seen(page.queue.model) == ["Krise in Nördlingen 5", "Streit um Brücke 1"]
    press(view, "Shift+Right")
    assert len(seen(page.queue.model)) == 8
    assert page.project.store.set_info(FIRST.id, GOLD).revision == before


def test_what_comes_next_unfolds_its_group(page: ReviewDesk) -> None:
    in_list(page)
    press(page.queue.view, "Shift+Left")
    page.take_focus()
    press(page.canvas, "Tab")
    assert current(page)[0] is Kind.BOUNDARY
    lines = page.queue.model.lines
    assert [group.folded for group in lines.groups] == [False, True]
    assert page.queue.view.currentIndex().data(ROW).item == page.session.item


def test_a_click_on_a_head_folds_and_one_on_a_row_goes_there(page: ReviewDesk, qapp: QApplication) -> None:
    view = page.queue.view

    def click(line: int) -> None:
        at = view.visualRect(page.queue.model.index(line)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, at.y()))

    click(3)
    assert current(page)[0] is Kind.LABEL
    click(0)
    assert seen(page.queue.model)[:2] == ["Krise in Nördlingen 5", "Streit um Brücke 1"]
    assert current(page)[0] is Kind.LABEL
    click(0)
    assert len(seen(page.queue.model)) == 8


def test_a_head_tells_a_screen_reader_what_is_open_and_whether_it_is(page: ReviewDesk) -> None:
    role = int(Qt.ItemDataRole.AccessibleTextRole)
    head = page.queue.model.index(0)
    assert head.data(role) == "Krise in Nördlingen, 5 offen, aufgeklappt"
    in_list(page)
    press(page.queue.view, "Left")
    assert head.data(role) == "Krise in Nördlingen, 5 offen, zugeklappt"


def test_each_line_is_found_where_it_is_painted(page: ReviewDesk) -> None:
    view, model = page.queue.view, page.queue.model
    rects = [view.visualRect(model.index(n)) for n in range(model.rowCount())]
    assert all(below.top() == above.bottom() + 1 for above, below in pairwise(rects))
    heights = {True: page.look.px(32), False: page.look.px(52)}
    for line, rect in enumerate(rects):
        assert rect.height() == heights[line in model.lines.heads]
        for y in (rect.top(), rect.bottom()):
            assert view.indexAt(QPoint(5, y)).row() == line
    assert not view.indexAt(QPoint(5, rects[-1].bottom() + 1)).isValid()


def test_the_head_of_what_is_at_the_top_stays_in_sight_and_no_row_is_shown_beneath_it(
    page: ReviewDesk, qapp: QApplication
) -> None:
    view, model = page.queue.view, page.queue.model
    view.setFixedHeight(page.look.px(130))
    for _ in range(3):
        qapp.processEvents()
    head = page.look.px(32)
    for item in (*page.session.rows, *reversed(page.session.rows)):
        page.session.go(item)
        here = view.visualRect(view.currentIndex())
        assert head <= here.top() and here.bottom() < view.viewport().height()
        at_top = view.indexAt(QPoint(5, 0)).data(ROW)
        top_row = view.indexAt(QPoint(5, head + 1)).data(ROW)
        if isinstance(at_top, Group) and not isinstance(top_row, Group):
            assert top_row in at_top.rows
    view.verticalScrollBar().setValue(head)
    held = view.indexAt(QPoint(5, 3))
    assert isinstance(held.data(ROW), Group) and held.row() == 0
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 3))
    assert model.lines.groups[0].folded, "what is held is clicked as it is where it stands"


@pytest.mark.parametrize("percent", [100, 130, 175])
def test_filters_and_comparison_are_not_cut_at_the_side(
    page: ReviewDesk, reviewing: MainWindow, qapp: QApplication, percent: int
) -> None:
    page.look.set(page.look.theme, percent / 100)
    page.resize(1280, 640)
    page.refresh()
    page.inspector.refresh()
    for _ in range(5):
        qapp.processEvents()
    filters, panel = page.queue.filters, page.queue
    for field in (filters.open, *filters.chips.values(), filters.label, filters.article, filters.order):
        assert field.mapTo(panel, field.rect().topRight()).x() < panel.width()
        assert field.width() >= field.minimumSizeHint().width()
    scroll = page.inspector._scroll
    inside = scroll.widget()
    assert inside is not None
    assert page.inspector.comparison.minimumSizeHint().width() <= scroll.viewport().width()


def test_lines_stay_what_they_would_be_if_made_anew(tmp_path: Path, qapp: QApplication) -> None:
    known = rows_by_article(tmp_path)
    everything = [row for rows in known.values() for row in rows]
    for seed in range(40):
        rng = Random(seed)
        rows, model = Rows(), QueueModel(make_scheme(), "de")
        rows.set_articles(known)
        rows.set_grouping(rng.choice(list(Grouping)))
        rows.set_filter(rng.choice([Filter(), Filter(open=True)]))
        model.show_rows(rows)
        count = [0]
        model.rowsInserted.connect(lambda _, a, b, count=count: count.__setitem__(0, count[0] + b - a + 1))
        model.rowsRemoved.connect(lambda _, a, b, count=count: count.__setitem__(0, count[0] - b + a - 1))
        for _ in range(25):
            key = rng.choice(list(known))
            splices = rows.put(key, known[key][: rng.randrange(len(known[key]) + 1)])
            if rng.random() < 0.3:
                splices += rows.keep(rng.choice(everything).item)
            for splice in splices:
                model.splice(splice)
            if model.lines.groups and rng.random() < 0.3:
                model.fold(rng.choice(model.lines.groups), rng.random() < 0.5)
            folded = frozenset(group.number for group in model.lines.groups if group.folded)
            fresh = QueueModel(make_scheme(), "de")
            fresh.lines.show([(rows.group(row), row) for row in rows.shown], folded)
            assert model.lines.groups == fresh.lines.groups
            assert model.lines.heads == fresh.lines.heads
            assert model.rowCount() == fresh.rowCount() == count[0]
            for at, row in enumerate(rows.shown):
                group = model.lines.group(rows.group(row))
                assert group is not None and group.rows[rows.within(at)] is row
