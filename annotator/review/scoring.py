"""Four ways to compare labelled spans with a gold standard, as SemEval-2013 task 9.1 defines them.

strict: same border, same label. exact: same border, whatever the label. partial: same border counts in full,
overlap by half, whatever the label. type: same label and some overlap. Each sorts spans into the five classes
of MUC: correct, incorrect, partial, missed, spurious.

Sources: Segura-Bedmar, Martínez, Herrero-Zazo, "SemEval-2013 Task 9: Extraction of Drug-Drug Interactions
from Biomedical Texts" (S13-2056) and the evaluation metrics of its task 9.1; Chinchor, Sundheim, "MUC-5
Evaluation Metrics" (1993).

Counts are those of the library nervaluate 1.2.1 wherever the spans of one side do not overlap each other,
with two differences by intent: spans with the same borders are matched first, so that no neighbour takes a
partner away and the order of the input means nothing; and one common code point is overlap enough, where
nervaluate asks for a hundredth of the gold span.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from typing import Protocol

from annotator.core.text import Span


class Labelled(Protocol):
    """A labelled stretch of text; a mention is one. Its fragments are ordered and disjoint."""

    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def fragments(self) -> tuple[Span, ...]: ...  # noqa: D102


class Measure(StrEnum):
    """The four ways."""

    STRICT = "strict"
    EXACT = "exact"
    PARTIAL = "partial"
    TYPE = "type"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many spans are of each class under one measure."""

    correct: int = 0
    incorrect: int = 0
    partial: int = 0
    missed: int = 0
    spurious: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.correct + other.correct,
            self.incorrect + other.incorrect,
            self.partial + other.partial,
            self.missed + other.missed,
            self.spurious + other.spurious,
        )

    @property
    def gold(self) -> int:
        """How many spans the gold standard has."""
        return self.correct + self.incorrect + self.partial + self.missed

    @property
    def found(self) -> int:
        """How many spans were found."""
        return self.correct + self.incorrect + self.partial + self.spurious

    @property
    def precision(self) -> float:
        """The share of the found that is right, 0 to 1; a partial match counts by half."""
        return self._credit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that is found, 0 to 1; a partial match counts by half."""
        return self._credit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        total = self.found + self.gold
        return 2 * self._credit / total if total else 0.0

    @property
    def _credit(self) -> float:
        return self.correct + 0.5 * self.partial


@dataclass(frozen=True, slots=True)
class Scores:
    """The counts under the four measures."""

    strict: Counts = field(default_factory=Counts)
    exact: Counts = field(default_factory=Counts)
    partial: Counts = field(default_factory=Counts)
    type: Counts = field(default_factory=Counts)

    def __add__(self, other: Scores) -> Scores:
        return Scores(*(self.of(measure) + other.of(measure) for measure in Measure))

    def of(self, measure: Measure) -> Counts:
        """Return the counts under one measure."""
        found: Counts = getattr(self, measure.value)
        return found


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which gold span goes with which found one, by index; and those that stand alone."""

    pairs: tuple[tuple[int, int], ...]
    missed: tuple[int, ...]
    spurious: tuple[int, ...]


def score(gold: Sequence[Labelled], found: Sequence[Labelled]) -> Scores:
    """Compare the spans of one text, in any order. Overall counts; for one label, give its spans alone."""
    places, types = pair(gold, found, by_label=False), pair(gold, found, by_label=True)
    same_place = [gold[g].fragments == found[f].fragments for g, f in places.pairs]
    same_both = [
        gold[g].fragments == found[f].fragments and gold[g].label == found[f].label for g, f in places.pairs
    ]
    same_label = [gold[g].label == found[f].label for g, f in types.pairs]
    return Scores(
        strict=counted(same_both, places),
        exact=counted(same_place, places),
        partial=counted(same_place, places, halves=True),
        type=counted(same_label, types),
    )


def counted(right: Sequence[bool], pairing: Pairing, *, halves: bool = False) -> Counts:
    """Count a pairing; ``right`` tells which pairs are, ``halves`` whether the others count by half."""
    correct, rest = sum(right), len(right) - sum(right)
    missed, spurious = len(pairing.missed), len(pairing.spurious)
    if halves:
        return Counts(correct, 0, rest, missed, spurious)
    return Counts(correct, rest, 0, missed, spurious)


def pair(gold: Sequence[Labelled], found: Sequence[Labelled], *, by_label: bool) -> Pairing:
    """Match spans one to one: those of the same borders first, then those that overlap, in reading order.

    A found span takes the first free gold span that it overlaps; ``by_label`` the nearest of its own label,
    if there is one (the least sum of the distances of the borders).
    """
    matcher = _Matcher(gold, found)
    matcher.take_equal(with_label=True)
    matcher.take_equal(with_label=False)
    matcher.take_overlapping(by_label=by_label)
    return matcher.result()


class _Matcher:
    """The state of one matching. Both sides are gone through in reading order."""

    def __init__(self, gold: Sequence[Labelled], found: Sequence[Labelled]) -> None:
        self._gold, self._found = gold, found
        self._order = sorted(range(len(gold)), key=lambda g: _place(gold[g]))
        self._starts = [gold[g].fragments[0].start for g in self._order]
        ends = (gold[g].fragments[-1].end for g in self._order)
        self._furthest = list(accumulate(ends, max))
        self._queue = sorted(range(len(found)), key=lambda f: _place(found[f]))
        self._partner: dict[int, int] = {}
        """The gold span of a found one."""
        self._taken: set[int] = set()

    def take_equal(self, *, with_label: bool) -> None:
        """Match free spans with the same borders, and the same label if that is asked."""
        free: dict[object, list[int]] = {}
        for g in reversed(self._order):
            if g not in self._taken:
                free.setdefault(_key(self._gold[g], with_label=with_label), []).append(g)
        for f in self._queue:
            waiting = (
                free.get(_key(self._found[f], with_label=with_label)) if f not in self._partner else None
            )
            if waiting:
                self._match(waiting.pop(), f)

    def take_overlapping(self, *, by_label: bool) -> None:
        """Match what is left with what it overlaps."""
        for f in self._queue:
            if f in self._partner:
                continue
            near = self._overlapping(self._found[f])
            alike = [g for g in near if by_label and self._gold[g].label == self._found[f].label]
            if alike:
                self._match(min(alike, key=lambda g: _distance(self._gold[g], self._found[f])), f)
            elif near:
                self._match(near[0], f)

    def result(self) -> Pairing:
        """Return what was matched, in reading order."""
        return Pairing(
            tuple((self._partner[f], f) for f in self._queue if f in self._partner),
            tuple(g for g in self._order if g not in self._taken),
            tuple(f for f in self._queue if f not in self._partner),
        )

    def _match(self, g: int, f: int) -> None:
        self._partner[f] = g
        self._taken.add(g)

    def _overlapping(self, one: Labelled) -> list[int]:
        """Return the free gold spans that share a code point with ``one``, in reading order."""
        low = bisect_right(self._furthest, one.fragments[0].start)
        high = bisect_left(self._starts, one.fragments[-1].end)
        near = (g for g in self._order[low:high] if g not in self._taken)
        return [g for g in near if overlaps(self._gold[g].fragments, one.fragments)]


def overlaps(one: Iterable[Span], other: Sequence[Span]) -> bool:
    """Tell whether two discontinuous spans share a code point."""
    return any(a.overlaps(b) for a in one for b in other)


def _place(one: Labelled) -> tuple[int, int, str, tuple[Span, ...]]:
    return (one.fragments[0].start, one.fragments[-1].end, one.label, one.fragments)


def _key(one: Labelled, *, with_label: bool) -> object:
    return (one.fragments, one.label) if with_label else one.fragments


def _distance(one: Labelled, other: Labelled) -> int:
    starts = abs(one.fragments[0].start - other.fragments[0].start)
    return starts + abs(one.fragments[-1].end - other.fragments[-1].end)
