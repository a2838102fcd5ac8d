"""The recogniser at work on sentences of words: lexicon, weights and calibration together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from annotator.pretag.recogniser_decode import Decoder, Named
from annotator.pretag.recogniser_features import context_codes, lay_out, mixed_codes
from annotator.pretag.recogniser_lexicon import Lexicon
from annotator.pretag.recogniser_weights import Scores, Weights
from annotator.pretag.recogniser_words import OFFSETS, word_type

_MOST_TYPES = 60_000
_LONGEST_SENTENCE = 250
_BATCH_TOKENS = 8000


@dataclass(frozen=True, slots=True)
class Calibration:
    """What share of the names of a given probability is right: straight lines between points.

    ``points`` has (probability, share) pairs, ascending in both.
    """

    points: tuple[tuple[float, float], ...]

    def share(self, probability: float) -> float:
        """Return the calibrated score, 0 to 1."""
        xs = [point[0] for point in self.points]
        right = bisect_right(xs, probability)
        if right == 0:
            return self.points[0][1]
        if right == len(xs):
            return self.points[-1][1]
        (x0, y0), (x1, y1) = self.points[right - 1], self.points[right]
        return y0 + (y1 - y0) * (probability - x0) / (x1 - x0)


class Model:
    """Lexicon, weights and calibration at work. Not thread-safe: it remembers the words it has seen."""

    def __init__(
        self, lexicon: Lexicon, weights: Weights, calibration: Mapping[str, Calibration], *, version: str = ""
    ) -> None:
        self.lexicon = lexicon
        self.version = version
        self.calibration = calibration
        self._weights = weights
        self._table = weights.padded()
        self._decoder = Decoder(weights)
        self._forget()

    def names(self, sentences: Sequence[Sequence[str]]) -> list[list[Named]]:
        """Return the names in each sentence, with uncalibrated probabilities; over-long ones are cut."""
        found: list[list[Named]] = [[] for _ in sentences]
        for batch in _batches(sentences):
            cut = [sentences[n][begin:end] for n, begin, end in batch]
            decoded = self._decoder.decode(self.scores(cut), [len(words) for words in cut])
            for (n, begin, _), names in zip(batch, decoded, strict=True):
                found[n] += [Named(x.first + begin, x.after + begin, x.label, x.probability) for x in names]
        return found

    def score(self, named: Named) -> float:
        """Return the calibrated score of a name."""
        calibration = self.calibration.get(named.label)
        return named.probability if calibration is None else calibration.share(named.probability)

    def scores(self, sentences: Sequence[Sequence[str]]) -> Scores:
        """Return the score of each label at each token, sentence after sentence; none may be empty."""
        layout = lay_out(sentences)
        rows = self._rows_of(layout.flat)
        places = layout.places
        total: Scores = np.zeros((len(places), len(self._weights.labels)), dtype=np.float32)
        for index, offset in enumerate(OFFSETS):
            total += self._vectors[rows[places + offset], index]
        mixed = self._weights.rows(mixed_codes(self._columns[rows], places))
        for column in range(mixed.shape[1]):
            total += self._table[mixed[:, column]]
        self._add_context(total, sentences)
        return total

    def _add_context(self, total: Scores, sentences: Sequence[Sequence[str]]) -> None:
        tokens: list[int] = []
        codes: list[int] = []
        base = 0
        for words in sentences:
            opens = [self._opens[word] for word in words]
            for index, features in enumerate(context_codes(words, opens, self.lexicon)):
                tokens += [base + index] * len(features)
                codes += features
            base += len(words)
        rows = self._weights.rows(np.array(codes, dtype=np.uint32))
        np.add.at(total, np.array(tokens, dtype=np.intp), self._table[rows])

    def _forget(self) -> None:
        self._opens: dict[str, int] = {}
        self._row: dict[str, int] = {}
        self._vectors: Scores = np.zeros((0, len(OFFSETS), len(self._weights.labels)), dtype=np.float32)
        self._columns: npt.NDArray[np.uint32] = np.zeros((0, 0), dtype=np.uint32)

    def _rows_of(self, flat: Sequence[str]) -> npt.NDArray[np.intp]:
        new = [word for word in dict.fromkeys(flat) if word not in self._row]
        if len(self._row) + len(new) > _MOST_TYPES and self._row:
            self._forget()
            new = list(dict.fromkeys(flat))
        if new:
            self._learn(new)
        return np.array([self._row[word] for word in flat], dtype=np.intp)

    def _learn(self, words: Sequence[str]) -> None:
        types = [word_type(word, self.lexicon) for word in words]
        groups = [codes for known in types for codes in known.codes]
        rows = self._weights.rows(np.array([code for codes in groups for code in codes], dtype=np.uint32))
        starts = np.cumsum([0, *(len(codes) for codes in groups[:-1])])
        sums = np.add.reduceat(self._table[rows], starts, axis=0)
        vectors = sums.reshape(len(words), len(OFFSETS), -1)
        columns = np.array([known.columns for known in types], dtype=np.uint32)
        base = len(self._row)
        self._row.update((word, base + n) for n, word in enumerate(words))
        self._opens.update((word, known.opens) for word, known in zip(words, types, strict=True))
        if base == 0:
            self._vectors, self._columns = _room(vectors), _room(columns)
        while len(self._vectors) < base + len(words):
            self._vectors, self._columns = _room(self._vectors), _room(self._columns)
        self._vectors[base : base + len(words)] = vectors
        self._columns[base : base + len(words)] = columns


def _batches(sentences: Sequence[Sequence[str]]) -> Iterator[list[tuple[int, int, int]]]:
    """Yield (sentence, first, after) of pieces to decode together, so that memory stays flat."""
    batch: list[tuple[int, int, int]] = []
    size = 0
    for n, words in enumerate(sentences):
        for begin in range(0, len(words), _LONGEST_SENTENCE):
            end = min(len(words), begin + _LONGEST_SENTENCE)
            batch.append((n, begin, end))
            size += end - begin
            if size >= _BATCH_TOKENS:
                yield batch
                batch, size = [], 0
    if batch:
        yield batch


def _room(rows: Any) -> Any:  # noqa: ANN401
    """Return the rows with as many empty ones behind them."""
    return np.concatenate([rows, np.zeros_like(rows)])
