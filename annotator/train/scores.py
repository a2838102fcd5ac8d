"""Exact-span precision, recall and F1, per label and over all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.train.labels import NameSpan

SCORED = ("PER", "LOC", "ORG")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of spans: found and right, found and wrong, missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of the found that is right, 0 to 1."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the true that is found, 0 to 1."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def score(
    gold: Iterable[Sequence[NameSpan]], found: Iterable[Sequence[NameSpan]], *, labels: Sequence[str] = SCORED
) -> dict[str, Score]:
    """Count exact matches of start, end and label; under ``all`` the sum over ``labels``, others ignored."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for true, guessed in zip(gold, found, strict=True):
        for span in set(true) | set(guessed):
            counter = right if span in true and span in guessed else missed if span in true else wrong
            counter[span[2]] += 1
    scores = {label: Score(right[label], wrong[label], missed[label]) for label in labels}
    scores["all"] = Score(*(sum(counter[label] for label in labels) for counter in (right, wrong, missed)))
    return scores
