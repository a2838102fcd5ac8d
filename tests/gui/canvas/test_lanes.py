from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.canvas.lanes import Extent, assign, spread

GAP = 3.0


def extent(left: float, length: float, chip: float = 0.0) -> Extent:
    return Extent(left, left + length, left, max(left + length, left + chip))


EXTENTS = st.lists(
    st.builds(
        extent, st.integers(0, 300).map(float), st.integers(1, 200).map(float), st.integers(0, 90).map(float)
    ),
    max_size=25,
)


@given(EXTENTS)
def test_two_in_one_lane_never_touch(extents: list[Extent]) -> None:
    lanes = assign(extents, gap=GAP)
    for i, first in enumerate(extents):
        for j, second in enumerate(extents[:i]):
            assert lanes[i] != lanes[j] or first.clears(second, GAP)


@given(EXTENTS)
def test_what_holds_another_lies_above_it(extents: list[Extent]) -> None:
    lanes = assign(extents, gap=GAP)
    for i, outer in enumerate(extents):
        for j, inner in enumerate(extents):
            if i != j and outer.holds(inner) and not inner.holds(outer):
                assert lanes[i] > lanes[j]


@given(EXTENTS)
def test_no_lane_below_the_highest_is_empty(extents: list[Extent]) -> None:
    lanes = assign(extents, gap=GAP)
    assert set(lanes) == set(range(max(lanes, default=-1) + 1))


def test_equal_spans_are_stacked_in_their_order() -> None:
    assert assign([extent(0, 50), extent(0, 50), extent(0, 50)], gap=GAP) == [0, 1, 2]


def test_a_wide_chip_lifts_its_neighbour_over_itself() -> None:
    narrow_with_wide_chip, beside = extent(0, 20, chip=60), extent(24, 20)
    assert assign([narrow_with_wide_chip, beside], gap=GAP) == [0, 1]


@given(st.floats(0, 100), st.floats(0, 200), st.integers(0, 12))
def test_feet_stand_in_order_within_the_chip(low: float, width: float, count: int) -> None:
    places = spread(low, low + width, count, gap=8.0)
    assert len(places) == count
    assert places == sorted(places)
    assert all(low - 1e-6 <= place <= low + width + 1e-6 for place in places)
    assert all(b - a <= 8.0 + 1e-6 for a, b in pairwise(places))
