"""Training of the linear-chain CRF (CRFsuite, L-BFGS with L1 and L2) and its weights as plain tables."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite

from annotator.pretag.recogniser_weights import Weights


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """L1 and L2 strength and the most passes over the data."""

    l1: float = 0.1
    l2: float = 0.15
    passes: int = 80


def items(codes: Sequence[Sequence[int]]) -> Any:  # noqa: ANN401
    """Return the features of one sentence as CRFsuite takes them."""
    return pycrfsuite.ItemSequence([[f"{code:x}" for code in token] for token in codes])


def train(
    examples: Iterable[tuple[Any, Sequence[str]]], *, settings: TrainingSettings | None = None
) -> Weights:
    """Train on (items, IOBES labels) per sentence; the same examples in the same order give equal weights."""
    settings = settings or TrainingSettings()
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    trainer.set_params(
        {
            "c1": settings.l1,
            "c2": settings.l2,
            "max_iterations": settings.passes,
            "feature.possible_transitions": True,
        }
    )
    for features, labels in examples:
        trainer.append(features, list(labels))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "weights.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return _weights(info.state_features, info.transitions, sorted(info.labels))


def _weights(states: Any, transitions: Any, labels: Sequence[str]) -> Weights:  # noqa: ANN401
    number = {label: index for index, label in enumerate(labels)}
    codes = np.array(sorted({int(name, 16) for name, _ in states}), dtype=np.uint32)
    table = np.zeros((len(codes), len(labels)), dtype=np.float32)
    rows = {int(code): row for row, code in enumerate(codes)}
    for (name, label), weight in states.items():
        table[rows[int(name, 16)], number[label]] += weight
    moves = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for (before, after), weight in transitions.items():
        moves[number[before], number[after]] = weight
    return Weights(tuple(labels), codes, table, moves)
