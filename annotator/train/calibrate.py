"""From the probabilities of a model to the share of names that are right: isotonic regression by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.pretag.recogniser_tagger import Calibration

_LEAST_PER_POINT = 40
_BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """Names with a score in ``[low, high)``: how many, their mean score, the share that is right."""

    low: float
    high: float
    count: int
    mean_score: float
    share_right: float


def isotonic(outcomes: Iterable[tuple[float, bool]]) -> Calibration:
    """Fit a rising curve from probability to share right (pool adjacent violators, Ayer et al. 1955).

    ``outcomes`` has (probability, was it right); at least 40 of them make one point, and an added right and
    wrong one keep each share off 0 and 1.
    """
    blocks: list[tuple[float, float, int]] = []
    for probabilities in _groups(sorted(outcomes)):
        blocks.append(probabilities)
        while len(blocks) > 1 and _share(blocks[-2]) >= _share(blocks[-1]):
            last, before = blocks.pop(), blocks.pop()
            blocks.append((before[0] + last[0], before[1] + last[1], before[2] + last[2]))
    if not blocks:
        return Calibration(((0.0, 0.0), (1.0, 1.0)))
    return Calibration(
        tuple(
            (round(total / count, 4), round(_share(block), 4))
            for block in blocks
            for total, _, count in [block]
        )
    )


def _groups(outcomes: Sequence[tuple[float, bool]]) -> Iterable[tuple[float, float, int]]:
    for begin in range(0, len(outcomes), _LEAST_PER_POINT):
        part = outcomes[begin : begin + _LEAST_PER_POINT]
        yield sum(x for x, _ in part), float(sum(right for _, right in part)), len(part)


def _share(block: tuple[float, float, int]) -> float:
    return (block[1] + 0.5) / (block[2] + 1)


def reliability(outcomes: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Return the table of scores and shares, empty bins left out."""
    table: list[Bin] = []
    for low, high in pairwise(_BINS):
        inside = [(s, right) for s, right in outcomes if low <= s < high or s == high == 1.0]
        if inside:
            count = len(inside)
            mean, share = sum(s for s, _ in inside) / count, sum(right for _, right in inside) / count
            table.append(Bin(low, high, count, mean, share))
    return table


def calibration_error(table: Sequence[Bin]) -> float:
    """Return the expected calibration error: the mean distance of score and share, weighted by count."""
    total = sum(bin_.count for bin_ in table)
    return sum(abs(b.mean_score - b.share_right) * b.count for b in table) / max(1, total)
