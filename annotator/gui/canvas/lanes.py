"""Which lane each span and arc of a row gets: greedy, shortest first. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extent:
    """What wants a lane: a bar ``[left, right]`` and all that it covers, ``[low, high]``, in pixels.

    ``low`` and ``high`` reach further where a chip or a label is wider than its bar.
    """

    left: float
    right: float
    low: float
    high: float

    @property
    def length(self) -> float:
        """Length of the bar."""
        return self.right - self.left

    def holds(self, other: Extent) -> bool:
        """Tell whether the other's bar lies within this one's."""
        return self.left <= other.left and other.right <= self.right

    def clears(self, other: Extent, gap: float) -> bool:
        """Tell whether ``gap`` pixels lie between what the two cover."""
        return self.high + gap <= other.low or other.high + gap <= self.low


def assign(extents: Sequence[Extent], *, gap: float) -> list[int]:
    """Return a lane per extent, 0 nearest the text.

    Two in one lane keep ``gap`` pixels apart, and what holds another lies above it. Of equally long ones the
    first gets the lower lane.
    """
    lanes = [0] * len(extents)
    filled: list[list[int]] = []
    for index in sorted(range(len(extents)), key=lambda i: (extents[i].length, i)):
        extent = extents[index]
        lane = _above_what_it_holds(extent, extents, filled)
        while lane < len(filled) and not _fits(extent, (extents[i] for i in filled[lane]), gap):
            lane += 1
        if lane == len(filled):
            filled.append([])
        filled[lane].append(index)
        lanes[index] = lane
    return lanes


def _above_what_it_holds(extent: Extent, extents: Sequence[Extent], filled: Sequence[Sequence[int]]) -> int:
    for lane in range(len(filled) - 1, -1, -1):
        if any(extent.holds(extents[index]) for index in filled[lane]):
            return lane + 1
    return 0


def _fits(extent: Extent, others: Iterable[Extent], gap: float) -> bool:
    return all(extent.clears(other, gap) for other in others)


def spread(low: float, high: float, count: int, *, gap: float) -> list[float]:
    """Return ``count`` ascending places centred in ``[low, high]``, ``gap`` apart or closer if need be."""
    if count <= 0:
        return []
    step = min(gap, (high - low) / (count - 1)) if count > 1 else 0.0
    first = (low + high - step * (count - 1)) / 2
    return [first + step * index for index in range(count)]
