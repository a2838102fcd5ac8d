"""The time tagger on real articles, where they are at hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from annotator.pretag.times import check_value, find_times

SHARED = Path(__file__).parents[2] / ".." / "shared"
WIKINEWS = SHARED / "corpora" / "wikinews" / "wikinews_699.jsonl"
SEEDS = SHARED / "seeds"


@pytest.mark.skipif(not WIKINEWS.exists(), reason="the Wikinews articles are not here")
def test_seven_hundred_articles_pass_with_sound_expressions() -> None:
    count = 0
    for line in WIKINEWS.read_text("utf-8").splitlines():
        article = json.loads(line)
        for time in find_times(article["text"], published_on=date.fromisoformat(article["date"][:10])):
            count += 1
            assert 0 <= time.start < time.end <= len(article["text"])
            assert check_value(time.kind, time.value) is None
    assert count > 3000


EXPECTED = {
    "000": ["2025-10-21", "2025-10-21", "PAST_REF", "2025-W42", "P2W", "2025-10-16", "2025-10-20", "2014",
            "PRESENT_REF", "P1D"],
    "002": ["2025-10-21", "P2W", "2025-W42", "2025-11-08", "2025-10-20", "2025-W43", "2025-10-20",
            "2025-10-20"],
}  # fmt: skip


@pytest.mark.skipif(not SEEDS.exists(), reason="the sample articles are not here")
@pytest.mark.parametrize("number", EXPECTED)
def test_the_sample_articles_have_these_values(number: str) -> None:
    text = next(SEEDS.glob(f"{number}_*.txt")).read_text("utf-8")

    assert [time.value for time in find_times(text, published_on=date(2025, 10, 21))] == EXPECTED[number]
