"""Logistic regression on features that are there or not, with L2, by NumPy; always the same result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LogisticSettings:
    """Strength of L2, passes, the least examples of a feature, and the weight below which one is dropped."""

    l2: float = 1.0
    passes: int = 300
    least: int = 2
    smallest: float = 0.005


def fit_logistic(
    examples: Sequence[Sequence[str]],
    outcomes: Sequence[bool],
    settings: LogisticSettings | None = None,
) -> dict[str, float]:
    """Return the weight of each feature, by name.

    Minimises the summed log loss plus ``l2 / 2`` times the squared weights, by Nesterov's accelerated
    gradient (1983) with a step below the inverse of the loss's greatest curvature.
    """
    settings = settings or LogisticSettings()
    names = _frequent(examples, settings.least)
    number = {name: index for index, name in enumerate(names)}
    rows, columns = _entries(examples, number)
    wanted = np.array(outcomes, dtype=np.float64)
    lengths = np.bincount(rows, minlength=len(examples))
    # A row's squared length bounds its curvature; the mean over rows and columns does for the sum.
    spread = np.bincount(columns, weights=lengths[rows], minlength=len(names))
    step = 1.0 / (0.25 * float(spread.max(initial=1.0)) + settings.l2)
    weights: _Floats = np.zeros(len(names))
    ahead = weights.copy()
    for turn in range(settings.passes):
        odds = np.bincount(rows, weights=ahead[columns], minlength=len(examples))
        off = 1.0 / (1.0 + np.exp(-odds)) - wanted
        gradient = np.bincount(columns, weights=off[rows], minlength=len(names)) + settings.l2 * ahead
        moved = ahead - step * gradient
        ahead = moved + turn / (turn + 3) * (moved - weights)
        weights = moved
    kept = zip(names, weights.tolist(), strict=True)
    return {name: round(weight, 4) for name, weight in kept if abs(weight) >= settings.smallest}


def _frequent(examples: Sequence[Sequence[str]], least: int) -> list[str]:
    counts: dict[str, int] = {}
    for features in examples:
        for name in features:
            counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= least)


def _entries(
    examples: Sequence[Sequence[str]], number: dict[str, int]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    pairs = [
        (row, number[name]) for row, features in enumerate(examples) for name in features if name in number
    ]
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]
