"""The best labels of sentences under a linear-chain CRF, and how probable each name found is.

Viterbi and forward-backward (Lafferty, McCallum, Pereira 2001), many sentences at once: they lie beside each
other, sorted by length, so that one step of the recursion serves them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from annotator.pretag.recogniser_weights import Scores, Weights, possible_moves

_BATCH = 128
_FLOOR = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence: tokens ``[first, after)``, label, and its probability under the model."""

    first: int
    after: int
    label: str
    probability: float


class Decoder:
    """Finds names from the scores of tokens."""

    def __init__(self, weights: Weights) -> None:
        self.labels = weights.labels
        self._moves = (weights.moves + possible_moves(weights.labels)).astype(np.float32)
        self._factor = np.exp(self._moves)
        starts = [0.0 if label[0] in "BSO" else _FLOOR for label in self.labels]
        ends = [0.0 if label[0] in "ESO" else _FLOOR for label in self.labels]
        self._start, self._end = np.array(starts, np.float32), np.array(ends, np.float32)

    def decode(self, scores: Scores, lengths: Sequence[int]) -> list[list[Named]]:
        """Return the names of each sentence; ``scores`` has a row per token, sentence after sentence."""
        offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.intp)
        result: list[list[Named]] = [[] for _ in lengths]
        order = sorted((n for n in range(len(lengths)) if lengths[n]), key=lambda n: (-lengths[n], n))
        for begin in range(0, len(order), _BATCH):
            batch = order[begin : begin + _BATCH]
            sizes = np.array([lengths[n] for n in batch], dtype=np.intp)
            emissions = _beside(scores, offsets[batch], sizes) + 0.0
            emissions[0] += self._start
            emissions[sizes - 1, np.arange(len(batch))] += self._end
            for column, names in enumerate(self._batch(emissions, sizes)):
                result[batch[column]] = names
        return result

    def _batch(self, emissions: Scores, sizes: npt.NDArray[np.intp]) -> list[list[Named]]:
        paths = self._viterbi(emissions, sizes)
        found = [list(self._spans(paths[: sizes[n], n])) for n in range(len(sizes))]
        if not any(found):
            return [[] for _ in found]
        lattice = self._lattice(emissions, sizes)
        return [
            [
                Named(first, after, label, self._probability(lattice, n, first, after, label))
                for first, after, label in spans
            ]
            for n, spans in enumerate(found)
        ]

    def _viterbi(self, emissions: Scores, sizes: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
        steps, width, labels = emissions.shape
        back = np.zeros((steps, width, labels), dtype=np.int8)
        best = emissions[0].copy()
        across = np.ascontiguousarray(self._moves.T)
        for step in range(1, steps):
            live = int(np.searchsorted(-sizes, -step, side="left"))
            reach = best[:live, None, :] + across
            chosen = reach.argmax(axis=2)
            back[step, :live] = chosen
            best[:live] = (
                np.take_along_axis(reach, chosen[:, :, None], axis=2)[:, :, 0] + emissions[step, :live]
            )
        paths = np.zeros((steps, width), dtype=np.intp)
        current = best.argmax(axis=1)
        columns = np.arange(width)
        for step in range(steps - 1, -1, -1):
            inside = step < sizes
            paths[step] = current
            current = np.where(inside, back[step, columns, current], current)
        return paths

    def _spans(self, path: npt.NDArray[np.intp]) -> Iterator[tuple[int, int, str]]:
        start = 0
        for index in np.flatnonzero(path != self._outside):
            label = self.labels[path[index]]
            if label[0] in "BS":
                start = int(index)
            if label[0] in "ES":
                yield start, int(index) + 1, label[2:]

    @property
    def _outside(self) -> int:
        return self.labels.index("O")

    def _lattice(self, emissions: Scores, sizes: npt.NDArray[np.intp]) -> _Lattice:
        """Run forward and backward with the sums scaled to 1 at each step (Rabiner 1989)."""
        steps, width, labels = emissions.shape
        peak = emissions.max(axis=2)
        local = np.exp(emissions - peak[:, :, None]).astype(np.float64)
        factor = self._factor.astype(np.float64)
        forward = np.zeros((steps, width, labels))
        scale = np.ones((steps, width))
        for step in range(steps):
            live = int(np.searchsorted(-sizes, -step, side="left"))
            reach = local[step, :live]
            if step:
                reach = (forward[step - 1, :live] @ factor) * reach
            scale[step, :live] = np.maximum(reach.sum(axis=1), 1e-300)
            forward[step, :live] = reach / scale[step, :live, None]
        backward = np.ones((steps, width, labels))
        for step in range(steps - 2, -1, -1):
            live = int(np.searchsorted(-sizes, -(step + 1), side="left"))
            ahead = local[step + 1, :live] * backward[step + 1, :live]
            backward[step, :live] = (ahead @ factor.T) / scale[step + 1, :live, None]
        return _Lattice(forward, backward, local, scale)

    def _probability(self, lattice: _Lattice, column: int, first: int, after: int, label: str) -> float:
        if after - first == 1:
            names = ["S-" + label]
        else:
            names = ["B-" + label, *["I-" + label] * (after - first - 2), "E-" + label]
        path = [self.labels.index(name) for name in names]
        value = lattice.forward[first, column, path[0]] * lattice.backward[after - 1, column, path[-1]]
        for step in range(first + 1, after):
            before, now = path[step - first - 1], path[step - first]
            move = float(self._factor[before, now]) * lattice.local[step, column, now]
            value *= move / lattice.scale[step, column]
        return float(min(1.0, max(0.0, value)))


@dataclass(frozen=True, slots=True, eq=False)
class _Lattice:
    """Per step, sentence and label: forward and backward sums, local factors, and the scale of each step."""

    forward: npt.NDArray[np.float64]
    backward: npt.NDArray[np.float64]
    local: npt.NDArray[np.float64]
    scale: npt.NDArray[np.float64]


def _beside(scores: Scores, starts: npt.NDArray[np.intp], sizes: npt.NDArray[np.intp]) -> Scores:
    """Return ``[step, sentence, label]``, zero behind the end of a sentence; the longest comes first."""
    steps = np.arange(int(sizes[0]))[:, None]
    inside = steps < sizes
    places = np.where(inside, starts + steps, 0)
    gathered: Scores = scores[places] * inside[:, :, None].astype(np.float32)
    return gathered
