from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.scheme import Scheme
from annotator.pretag.pipeline import Pretagger
from annotator.pretag.tokenizer import Tokenizer
from tests.pretag.readings_of import (
    BOTH,
    FIRST,
    SECOND,
    agreement,
    as_read,
    drafts_of,
    gold,
    records,
    scores,
    table,
    verdicts,
)
from tests.pretag.test_wikinews import FILE, articles

MARGIN = 0.03
"""How much lower than what was read a group may score before something is wrong."""

reading = pytest.mark.parametrize("path", [FIRST, SECOND], ids=["first", "second"])


@reading
def test_a_reading_is_of_20_articles_and_adds_up(path: Path) -> None:
    lines = records(path)

    assert len({line["article"] for line in lines}) == 20
    judged = verdicts(lines)
    read = as_read(lines)
    for group, counts in judged.items():
        if group != "cluster":  # Clusters are scored by pairs.
            assert read[group].found == counts.total() - counts["missing"]
            assert read[group].right <= counts["right"] + counts["value"]


@reading
def test_every_correction_names_a_place_and_nothing_is_judged_twice(path: Path) -> None:
    lines = records(path)
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


def test_no_article_was_read_twice() -> None:
    first, second = ({line["article"] for line in records(path)} for path in (FIRST, SECOND))

    assert not first & second


def test_relations_in_the_second_reading_end_at_mentions_that_are_right(scheme: Scheme) -> None:
    lines = records(SECOND)
    found = gold(lines)
    mentions = {place for group, places in found.items() for place in places if isinstance(place[2], str)}
    kinds = {label.name for layer in scheme.layers for label in layer.labels}

    ends = 0
    for line in lines:
        if line["kind"] != "relation" or line["verdict"] == "superfluous":
            continue
        right = line.get("right", line)
        for end in (right["head"], right["tail"]):
            fragments = tuple(tuple(span) for span in end["fragments"])
            assert (line["article"], end["layer"], end["label"], fragments) in mentions
            assert end["label"] in kinds
            ends += 1
    assert ends > 400


@pytest.mark.skipif(not FILE.is_file(), reason="the articles do not lie beside the project")
def test_every_place_of_the_second_reading_is_one_of_words(tokenizer: Tokenizer) -> None:
    texts = {article.id: article for article in articles(tokenizer)}
    for line in records(SECOND):
        if line["kind"] != "mention":
            continue
        article = texts[line["article"]]
        for start, end in line.get("right", line)["fragments"]:
            words = article.text[start:end]
            assert words.strip() == words != ""


@pytest.mark.skipif(not FILE.is_file(), reason="the articles do not lie beside the project")
@reading
def test_the_present_pipeline_is_no_worse_than_the_one_that_was_read(
    path: Path, pretagger: Pretagger, tokenizer: Tokenizer
) -> None:
    lines = records(path)
    drafts = drafts_of({line["article"] for line in lines}, pretagger, tokenizer)
    assert len(drafts) == 20

    now, read = scores(lines, drafts), as_read(lines)
    worse = {
        group: (round(now[group].f1, 3), round(score.f1, 3))
        for group, score in read.items()
        if now[group].f1 < score.f1 - MARGIN
    }
    assert worse == {}


def test_the_table_counts_every_line_once() -> None:
    lines = records(SECOND)
    rows = [row.split("|")[2:-1] for row in table(lines).splitlines()[2:]]

    assert sum(int(cell) for row in rows for cell in row) == len(lines)


def test_what_both_readers_read_is_of_the_first_reading_and_they_agree_on_names() -> None:
    both, first = ({line["article"] for line in records(path)} for path in (BOTH, FIRST))

    assert len(both) == 4
    assert both < first
    assert agreement()["entity"].f1 > 0.9
