"""What the program calls of the library for γ, with a value that can be worked out by hand.

In place of γ it gives the share of units that all annotators have alike (Dice, for two).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

Unit = tuple[int, int, str]


class CombinedCategoricalDissimilarity:
    def __init__(self, *, alpha: float, beta: float) -> None:
        self.weights = (alpha, beta)


@dataclass
class Result:
    gamma: float


@dataclass
class Continuum:
    units: dict[str, list[Unit]] = field(default_factory=dict)

    def add_annotator(self, name: str) -> None:
        self.units.setdefault(name, [])

    def add(self, name: str, segment: Any, label: str) -> None:
        assert segment.end > segment.start, "the library refuses empty segments"
        self.units[name].append((segment.start, segment.end, label))

    def compute_gamma(self, distance: CombinedCategoricalDissimilarity, *, precision_level: float) -> Result:
        assert distance.weights == (1.0, 1.0)
        assert 0 < precision_level < 1
        counted = [Counter(units) for units in self.units.values()]
        alike = counted[0]
        for units in counted[1:]:
            alike = alike & units
        return Result(len(counted) * alike.total() / sum(units.total() for units in counted))
