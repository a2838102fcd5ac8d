"""The weights of the recogniser's CRF, kept small: two bytes a weight, only those that are not zero."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from annotator.pretag.recogniser_pack import Codes, ascending, planes, unascending, unplanes

Scores: TypeAlias = npt.NDArray[np.float32]
_IMPOSSIBLE = np.float32(-1e4)
_STEPS = 32_000


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """A linear-chain CRF over IOBES labels.

    ``table[row, label]`` is for the feature ``codes[row]`` (ascending), ``moves[from, to]`` for two labels.
    """

    labels: tuple[str, ...]
    codes: Codes
    table: Scores
    moves: Scores

    def rows(self, codes: Codes) -> npt.NDArray[np.intp]:
        """Return the rows of some features; unknown ones get the row after the last, which is all zero."""
        places = np.searchsorted(self.codes, codes)
        places[places == len(self.codes)] = 0
        return np.where(self.codes[places] == codes, places, len(self.codes))

    def padded(self) -> Scores:
        """Return the table with a row of zeros behind the last."""
        return np.vstack([self.table, np.zeros((1, self.table.shape[1]), dtype=np.float32)])


def possible_moves(labels: tuple[str, ...]) -> Scores:
    """Return 0 where one IOBES label may follow another and a very low score where it may not."""
    allowed = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for row, before in enumerate(labels):
        for column, after in enumerate(labels):
            inside = before[0] in "BI"
            continues = after[0] in "IE" and after[2:] == before[2:]
            if inside != continues or (not inside and after[0] in "IE"):
                allowed[row, column] = _IMPOSSIBLE
    return allowed


def mean(several: Sequence[Weights]) -> Weights:
    """Return the mean of several CRFs: its scores are the mean of theirs, a product of experts.

    A label that one of them does not know is left out.
    """
    labels = tuple(label for label in several[0].labels if all(label in one.labels for one in several))
    codes = np.unique(np.concatenate([one.codes for one in several]))
    table = np.zeros((len(codes), len(labels)), dtype=np.float32)
    moves = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for one in several:
        known = [one.labels.index(label) for label in labels]
        table[np.searchsorted(codes, one.codes)] += one.table[:, known] / len(several)
        moves += one.moves[np.ix_(known, known)] / len(several)
    return Weights(labels, codes, table, moves)


def to_sections(weights: Weights) -> dict[str, bytes]:
    """Return the weights as sections; each is rounded to 1/32,000 of the greatest."""
    step = float(np.abs(weights.table).max(initial=1e-6)) / _STEPS
    small = np.rint(weights.table / step).astype(np.int16)
    used = small.any(axis=1)
    small, codes = small[used], weights.codes[used]
    rows, columns = np.nonzero(small)
    counts = np.bincount(rows, minlength=len(codes)).astype(np.uint8)
    return {
        "head": json.dumps({"labels": weights.labels, "step": step}).encode(),
        "codes": ascending(codes),
        "counts": counts.tobytes(),
        "columns": columns.astype(np.uint8).tobytes(),
        "values": planes(small[rows, columns].astype(np.int32) + _STEPS, width=2),
        "moves": weights.moves.astype("<f4").tobytes(),
    }


def from_sections(sections: Mapping[str, bytes]) -> Weights:
    """Undo :func:`to_sections`; raises ``ValueError`` or ``KeyError`` if the sections do not fit."""
    head: dict[str, Any] = json.loads(sections["head"])
    labels = tuple(str(label) for label in head["labels"])
    codes = unascending(sections["codes"])
    counts = np.frombuffer(sections["counts"], dtype=np.uint8)
    columns = np.frombuffer(sections["columns"], dtype=np.uint8)
    values = unplanes(sections["values"], width=2).astype(np.float32) - _STEPS
    if (
        len(counts) != len(codes)
        or int(counts.sum()) != len(columns)
        or columns.max(initial=0) >= len(labels)
    ):
        raise ValueError("the tables of weights do not fit together")
    table = np.zeros((len(codes), len(labels)), dtype=np.float32)
    table[np.repeat(np.arange(len(codes)), counts), columns] = values * np.float32(head["step"])
    moves = np.frombuffer(sections["moves"], dtype="<f4").reshape(len(labels), len(labels))
    return Weights(labels, codes, table, moves.astype(np.float32))
