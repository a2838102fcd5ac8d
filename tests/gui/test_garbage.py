"""What is large is set aside from the search for garbage, and given back to it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from annotator.gui import garbage


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    garbage.let_go()


def test_a_large_article_is_set_aside_until_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "MANY", 1000)
    threshold = gc.get_threshold()
    with garbage.set_aside():
        assert not gc.isenabled()
        kept = [[number] for number in range(2000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= len(kept)
    with garbage.set_aside():
        pass
    assert gc.get_freeze_count() == 0
    assert gc.get_threshold() == threshold


def test_small_articles_and_failures_leave_the_search_as_it_was() -> None:
    with pytest.raises(ValueError, match="Größe"), garbage.set_aside():
        raise ValueError("Größe")
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
