"""Sentences of our own, each with the extent, kind and value of every time in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from annotator.pretag.times import TimeExpression, find_times

_FILE = Path(__file__).with_suffix(".yaml")
_MARK = re.compile(r"\[\[(.+?)\]\]")
Example = tuple[str, date | None, list[str]]


def _examples() -> Iterator[Example]:
    for group in yaml.safe_load(_FILE.read_text("utf-8")).values():
        for sentence, expected in group["examples"].items():
            yield sentence, group["published"], expected


def _unmarked(sentence: str) -> tuple[str, list[tuple[int, int]]]:
    text, spans, reached = "", [], 0
    for match in _MARK.finditer(sentence):
        text += sentence[reached : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        reached = match.end()
    return text + sentence[reached:], spans


def _described(time: TimeExpression) -> str:
    more = (("mod", time.mod), ("quant", time.quant), ("freq", time.freq))
    return " ".join([time.kind, time.value, *(f"{name}={value}" for name, value in more if value)])


@pytest.mark.parametrize("example", list(_examples()), ids=lambda example: str(example[0]))
def test_a_sentence_has_just_these_times(example: Example) -> None:
    sentence, published, expected = example
    text, spans = _unmarked(sentence)

    found = find_times(text, published_on=published)

    assert [text[time.start : time.end] for time in found] == [text[start:end] for start, end in spans]
    assert [(time.start, time.end) for time in found] == spans
    assert [_described(time) for time in found] == expected


def test_there_are_at_least_250_examples() -> None:
    assert sum(len(_unmarked(sentence)[1]) or 1 for sentence, _, _ in _examples()) >= 250
