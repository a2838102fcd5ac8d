from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.canvas import measures
from annotator.gui.canvas.fenwick import Fenwick
from annotator.gui.canvas.scroll import Scroller


class Shelf:
    """Blocks whose true heights differ from the estimates."""

    def __init__(self, estimates: list[int], true: list[int]) -> None:
        self.heights = Fenwick(estimates)
        self.true = true

    def exact(self, index: int) -> int:
        self.heights[index] = self.true[index]
        return self.true[index]


SHELVES = st.lists(st.tuples(st.integers(10, 400), st.integers(10, 400)), min_size=1, max_size=40)
STEPS = st.lists(st.floats(-3000, 3000), max_size=12)


def scroller(pairs: list[tuple[int, int]], page: float = 300.0) -> Scroller:
    shown = Scroller(Shelf([e for e, _ in pairs], [t for _, t in pairs]), page=page)
    shown.settle()
    return shown


@given(SHELVES, STEPS)
def test_what_is_in_view_has_exact_heights_and_fills_the_view(
    pairs: list[tuple[int, int]], steps: list[float]
) -> None:
    shown = scroller(pairs)
    for step in steps:
        shown.move_by(step)
        assert shown.visible
        assert 0 <= shown.position <= shown.limit + 1e-6
        for (block, y), (following, below) in pairwise(shown.visible):
            assert following == block + 1
            assert abs(below - y - pairs[block][1]) < 1e-6
        first, top = shown.visible[0]
        assert top <= 0 or (first == 0 and top <= measures.TOP + 1e-6)
        last, y = shown.visible[-1]
        assert last == len(pairs) - 1 or y + pairs[last][1] >= shown.page


@given(SHELVES, st.floats(-150, 150))
def test_a_small_scroll_moves_what_is_in_view_by_exactly_that(
    pairs: list[tuple[int, int]], step: float
) -> None:
    shown = scroller(pairs)
    shown.move_to(shown.limit / 2)
    before = dict(shown.visible)
    shown.move_by(step)
    if 0 < shown.position < shown.limit:
        for block, y in shown.visible:
            if block in before:
                assert abs(y - (before[block] - step)) < 1e-6


@given(SHELVES)
def test_the_end_can_be_reached_with_its_margin(pairs: list[tuple[int, int]]) -> None:
    shown = scroller(pairs)
    shown.move_to(1e9)
    assert shown.visible[-1][0] == len(pairs) - 1
    last, y = shown.visible[-1]
    assert y + pairs[last][1] <= max(shown.page, sum(t for _, t in pairs) + measures.TOP) + 1e-6


def test_a_short_text_does_not_scroll() -> None:
    shown = scroller([(50, 60), (50, 60)])
    shown.move_by(500)
    assert shown.position == 0
    assert shown.visible == [(0, 16.0), (1, 76.0)]


def test_heights_found_elsewhere_move_nothing() -> None:
    shown = scroller([(100, 300)] * 40)
    shown.move_to(2000)
    before = shown.visible
    shelf = shown._blocks
    shelf.exact(0)
    shelf.exact(1)
    shown.settle()
    assert shown.visible == before


def test_nothing_is_in_view_of_nothing() -> None:
    shown = Scroller(Shelf([], []), page=100)
    shown.settle()
    shown.move_by(40)
    assert (shown.visible, shown.position) == ([], 0)
