from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.canvas.fenwick import Fenwick

HEIGHTS = st.lists(st.integers(0, 900), max_size=60)


@given(HEIGHTS, st.lists(st.tuples(st.integers(0, 59), st.integers(0, 900)), max_size=20))
def test_sums_follow_every_change(heights: list[int], changes: list[tuple[int, int]]) -> None:
    tree = Fenwick(heights)
    for index, value in changes:
        if index < len(heights):
            heights[index] = value
            tree[index] = value
    assert [tree[index] for index in range(len(tree))] == heights
    assert [tree.before(count) for count in range(len(heights) + 1)] == [
        sum(heights[:count]) for count in range(len(heights) + 1)
    ]
    assert tree.total == sum(heights)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=40), st.integers(-10, 3000))
def test_find_is_the_inverse_of_the_sums(heights: list[int], position: int) -> None:
    tree = Fenwick(heights)
    index, into = tree.find(position)
    held = max(0, min(position, tree.total - 1))
    assert tree.before(index) + into == held
    assert 0 <= into < heights[index]


def test_an_empty_tree_finds_its_start() -> None:
    assert Fenwick([]).find(10) == (0, 0)
    assert Fenwick([]).total == 0
