from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.errors import StoreUnavailable
from annotator.core.ids import ArticleId
from annotator.gui import row_counts
from annotator.gui.row_counts import Counts, RowCounts

IDS = [ArticleId(f"{number:020x}") for number in range(2_000)]


class Clock:
    """Seconds that go by only while articles are counted."""

    def __init__(self, each: float) -> None:
        self.now, self.each = 0.0, each
        self.asked: list[int] = []

    def count(self, ids: list[ArticleId]) -> Counts:
        self.asked.append(len(ids))
        self.now += self.each * len(ids)
        return dict.fromkeys(ids, (1, 2))


@pytest.fixture
def found() -> list[Counts]:
    return []


def counting(clock: Clock, found: list[Counts], patch: pytest.MonkeyPatch) -> RowCounts:
    patch.setattr(row_counts, "perf_counter", lambda: clock.now)
    made = RowCounts(clock.count)
    made.counted.connect(found.append)
    return made


def test_one_article_that_takes_long_is_all_that_is_counted_at_once(
    qapp: QApplication, found: list[Counts], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(each=0.1)
    rows = counting(clock, found, monkeypatch)
    rows.start(IDS)
    assert (clock.asked, len(found), rows.busy) == ([1], 1, True)
    rows.stop()


def test_short_articles_are_counted_by_the_hundred_and_no_slice_takes_long(
    qtbot: QtBot, found: list[Counts], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(each=0.00001)
    rows = counting(clock, found, monkeypatch)
    rows.start(IDS)
    assert len(found[0]) > 100
    qtbot.waitUntil(lambda: not rows.busy)
    assert [one for counts in found for one in counts] == IDS
    assert max(clock.asked) * clock.each <= row_counts.SECONDS
    assert max(len(counts) for counts in found) * clock.each < 3 * row_counts.SECONDS


def test_after_long_articles_fewer_are_asked_for(
    qtbot: QtBot, found: list[Counts], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(each=0.00001)
    rows = counting(clock, found, monkeypatch)
    rows.start(IDS)
    clock.each, seen = 0.02, len(clock.asked)
    qtbot.waitUntil(lambda: len(clock.asked) >= seen + 5)
    rows.stop()
    late = clock.asked[seen : seen + 5]
    assert all(after < before or after == 1 for before, after in pairwise(late))


def test_a_file_that_is_gone_ends_the_counting(qapp: QApplication, found: list[Counts]) -> None:
    def fail(ids: list[ArticleId]) -> Counts:
        raise StoreUnavailable(path="weg.annot", reason="gone")

    rows = RowCounts(fail)
    rows.counted.connect(found.append)
    rows.start(IDS)
    assert (found, rows.busy) == ([], False)
