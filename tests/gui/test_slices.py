from __future__ import annotations

import pytest

from annotator.gui.slices import run_slice


def test_steps_go_on_where_the_last_slice_ended() -> None:
    steps, taken = iter("äöü"), list[str]()
    assert run_slice(steps, taken.append, seconds=0)
    assert taken == ["ä"]
    assert not run_slice(steps, taken.append, seconds=60)
    assert taken == ["ä", "ö", "ü"]


def test_who_takes_may_have_enough() -> None:
    taken = list[int]()

    def take(step: int) -> bool:
        taken.append(step)
        return len(taken) == 2

    assert run_slice(iter(range(5)), take, seconds=60)
    assert taken == [0, 1]


def test_what_came_before_a_failure_stays_taken() -> None:
    taken = list[int]()
    with pytest.raises(ZeroDivisionError):
        run_slice((6 // n for n in (3, 2, 0)), taken.append, seconds=60)
    assert taken == [2, 3]
