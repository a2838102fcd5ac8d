"""The four figures of agreement that stand above a review: quick, without intervals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from annotator.review.figure import Figure, Measure
from annotator.services.agreement import measure_agreement
from annotator.services.evaluating import Progress, never, nothing

SHOWN = (Measure.TOKEN_FLEISS, Measure.TOKEN_ALPHA, Measure.SPAN_EXACT, Measure.SPAN_OVERLAP)
"""What is shown, in this order."""


def figures_shown(
    path: Path, *, progress: Progress = nothing, cancelled: Callable[[], bool] = never
) -> tuple[Figure, ...]:
    """Return these figures of all annotators together, for each layer and for all; meant for a worker.

    Raises :class:`StoreUnavailable`.
    """
    found = measure_agreement(path, samples=0, progress=progress, cancelled=cancelled).of()
    return tuple(figure for figure in found if figure.measure in SHOWN and not figure.label)
