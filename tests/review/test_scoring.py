"""Scores of labelled spans: by hand, and against the library that others use."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate import Evaluator

from annotator.core.text import Span
from annotator.review.scoring import Counts, Measure, Scores, pair, score

LABELS = ("PER", "ORG", "LOC")


@dataclass(frozen=True)
class Spot:
    label: str
    fragments: tuple[Span, ...]


def spot(label: str, *borders: int) -> Spot:
    pairs = zip(borders[::2], borders[1::2], strict=True)
    return Spot(label, tuple(Span(start, end) for start, end in pairs))


@st.composite
def disjoint(draw: st.DrawFn) -> list[Spot]:
    """Spans in reading order that do not overlap, some of them adjacent."""
    steps = draw(
        st.lists(st.tuples(st.integers(0, 4), st.integers(1, 6), st.sampled_from(LABELS)), max_size=9)
    )
    spots, position = [], 0
    for gap, length, label in steps:
        spots.append(spot(label, position + gap, position + gap + length))
        position += gap + length
    return spots


@st.composite
def any_spans(draw: st.DrawFn) -> list[Spot]:
    """Spans that overlap and nest, some of two fragments, each only once."""
    one = st.tuples(st.integers(0, 20), st.integers(1, 9), st.integers(0, 4), st.sampled_from(LABELS))
    spots = []
    for start, length, tail, label in draw(st.lists(one, max_size=8)):
        more = (start + length + 2, start + length + 2 + tail) if tail else ()
        spots.append(spot(label, start, start + length, *more))
    return list(dict.fromkeys(spots))


def as_dicts(spots: Sequence[Spot]) -> list[dict[str, Any]]:
    """nervaluate counts the last position in."""
    return [{"label": s.label, "start": s.fragments[0].start, "end": s.fragments[0].end - 1} for s in spots]


def of_nervaluate(result: Any) -> Counts:
    return Counts(result.correct, result.incorrect, result.partial, result.missed, result.spurious)


NAMES = {
    Measure.STRICT: "strict",
    Measure.EXACT: "exact",
    Measure.PARTIAL: "partial",
    Measure.TYPE: "ent_type",
}


@given(st.lists(st.tuples(disjoint(), disjoint()), min_size=1, max_size=3))
def test_counts_are_those_of_nervaluate_where_spans_of_a_side_do_not_overlap(
    texts: list[tuple[list[Spot], list[Spot]]],
) -> None:
    gold, found = ([as_dicts(text[side]) for text in texts] for side in (0, 1))
    theirs = Evaluator(gold, found, tags=list(LABELS), loader="dict").evaluate()
    ours = sum((score(*text) for text in texts), Scores())
    for measure, name in NAMES.items():
        result = theirs["overall"][name]
        counts = ours.of(measure)
        assert counts == of_nervaluate(result)
        assert counts.precision == pytest.approx(result.precision)
        assert counts.recall == pytest.approx(result.recall)
        assert counts.f1 == pytest.approx(result.f1)


@given(st.lists(st.tuples(disjoint(), disjoint()), min_size=1, max_size=3))
def test_counts_of_each_label_are_those_of_nervaluate(texts: list[tuple[list[Spot], list[Spot]]]) -> None:
    gold, found = ([as_dicts(text[side]) for text in texts] for side in (0, 1))
    theirs = Evaluator(gold, found, tags=list(LABELS), loader="dict").evaluate()["entities"]
    for label, results in theirs.items():
        only = [tuple([s for s in side if s.label == label] for side in text) for text in texts]
        ours = sum((score(one, other) for one, other in only), Scores())
        for measure, name in NAMES.items():
            assert ours.of(measure) == of_nervaluate(results[name]), (label, measure)


def test_nervaluate_lets_a_neighbour_take_the_partner_of_an_equal_span_and_we_do_not() -> None:
    gold = [spot("ORG", 0, 12)]
    found = [spot("LOC", 0, 4), spot("ORG", 0, 12)]
    theirs = Evaluator([as_dicts(gold)], [as_dicts(found)], tags=list(LABELS), loader="dict").evaluate()
    assert of_nervaluate(theirs["overall"]["strict"]) == Counts(incorrect=1, spurious=1)
    assert score(gold, found).strict == Counts(correct=1, spurious=1)


def test_the_least_overlap_counts_however_long_the_gold_span_is() -> None:
    gold, found = [spot("ORG", 0, 500)], [spot("ORG", 499, 510)]
    theirs = Evaluator([as_dicts(gold)], [as_dicts(found)], tags=list(LABELS), loader="dict").evaluate()
    assert of_nervaluate(theirs["overall"]["partial"]) == Counts(missed=1, spurious=1)
    assert score(gold, found).partial == Counts(partial=1)


@pytest.mark.parametrize(
    ("found", "strict", "exact", "partial", "type_"),
    [
        ([spot("ORG", 4, 12)], Counts(1), Counts(1), Counts(1), Counts(1)),
        ([spot("PER", 4, 12)], Counts(0, 1), Counts(1), Counts(1), Counts(0, 1)),
        ([spot("ORG", 0, 12)], Counts(0, 1), Counts(0, 1), Counts(0, 0, 1), Counts(1)),
        ([spot("PER", 0, 12)], Counts(0, 1), Counts(0, 1), Counts(0, 0, 1), Counts(0, 1)),
        ([], Counts(missed=1), Counts(missed=1), Counts(missed=1), Counts(missed=1)),
        ([spot("ORG", 12, 14)], *[Counts(missed=1, spurious=1)] * 4),
    ],
    ids=["same", "other label", "other border", "both other", "missed", "adjacent only"],
)
def test_the_scenarios_of_the_task(
    found: list[Spot], strict: Counts, exact: Counts, partial: Counts, type_: Counts
) -> None:
    assert score([spot("ORG", 4, 12)], found) == Scores(strict, exact, partial, type_)


def test_fragments_that_interlock_without_a_common_code_point_do_not_overlap() -> None:
    gold, found = [spot("Cue", 0, 6, 20, 23)], [spot("Cue", 7, 19)]
    assert score(gold, found).type == Counts(missed=1, spurious=1)
    assert score(gold, [spot("Cue", 0, 6)]).partial == Counts(partial=1)


def test_nothing_at_all_scores_nought_and_divides_by_nothing() -> None:
    counts = score([], []).strict
    assert (counts.precision, counts.recall, counts.f1) == (0.0, 0.0, 0.0)


@given(any_spans(), any_spans(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_means_nothing(
    gold: list[Spot], found: list[Spot], chance: random.Random
) -> None:
    before = score(gold, found)
    chance.shuffle(gold)
    chance.shuffle(found)
    assert score(gold, found) == before


@given(any_spans(), any_spans(), st.booleans())
def test_every_span_is_matched_once_or_stands_alone(
    gold: list[Spot], found: list[Spot], by_label: bool
) -> None:
    result = pair(gold, found, by_label=by_label)
    assert sorted([g for g, _ in result.pairs] + list(result.missed)) == list(range(len(gold)))
    assert sorted([f for _, f in result.pairs] + list(result.spurious)) == list(range(len(found)))
    both = set(gold) & set(found)
    assert {gold[g] for g, f in result.pairs if gold[g] == found[f]} == both


@given(any_spans())
def test_a_set_compared_with_itself_is_right_throughout(spots: list[Spot]) -> None:
    scores = score(spots, spots)
    assert {scores.of(measure) for measure in Measure} == {Counts(len(spots))}


@given(any_spans(), any_spans())
def test_exact_is_never_below_strict_nor_partial_below_exact(gold: list[Spot], found: list[Spot]) -> None:
    scores = score(gold, found)
    assert scores.strict.f1 <= scores.exact.f1 <= scores.partial.f1
