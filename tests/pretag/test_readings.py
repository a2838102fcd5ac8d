from __future__ import annotations

import pytest

from annotator.pretag.pipeline import Pretagger
from annotator.pretag.tokenizer import Tokenizer
from tests.pretag.readings_of import as_read, drafts_of, gold, records, scores, verdicts
from tests.pretag.test_wikinews import FILE

MARGIN = 0.03
"""How much lower than what was read a group may score before something is wrong."""


def test_the_reading_is_of_20_articles_and_adds_up() -> None:
    lines = records()

    assert len({line["article"] for line in lines}) == 20
    judged = verdicts(lines)
    read = as_read(lines)
    for group, counts in judged.items():
        if group != "cluster":  # Clusters are scored by pairs.
            assert read[group].found == counts.total() - counts["missing"]
            assert read[group].right <= counts["right"] + counts["value"]


def test_every_correction_names_a_place_and_nothing_is_judged_twice() -> None:
    lines = records()
    places = [
        (line["article"], line["layer"], line["label"], str(line["fragments"]))
        for line in lines
        if line["kind"] == "mention"
    ]

    assert len(places) == len(set(places))
    wrong = [line for line in lines if line["verdict"] in ("boundary", "label")]
    assert wrong
    assert all("right" in line for line in wrong)
    assert sum(map(len, gold(lines).values())) > 700


@pytest.mark.skipif(not FILE.is_file(), reason="the articles do not lie beside the project")
def test_the_present_pipeline_is_no_worse_than_the_one_that_was_read(
    pretagger: Pretagger, tokenizer: Tokenizer
) -> None:
    lines = records()
    drafts = drafts_of({line["article"] for line in lines}, pretagger, tokenizer)
    assert len(drafts) == 20

    now, read = scores(lines, drafts), as_read(lines)
    worse = {
        group: (round(now[group].f1, 3), round(score.f1, 3))
        for group, score in read.items()
        if now[group].f1 < score.f1 - MARGIN
    }
    assert worse == {}
