"""γ over the finished articles of a project: slow, and only where the extra library is installed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.review.figure import Figure
from annotator.review.gamma import gamma, insist_on_library, mean_gamma
from annotator.services.agreement import read
from annotator.services.evaluating import Progress, never, nothing
from annotator.services.project import Project

__all__ = ["Gamma", "insist_on_library", "measure_gamma"]


@dataclass(frozen=True, slots=True)
class Gamma:
    """A figure for each layer that two people have marked something on."""

    figures: tuple[Figure, ...]
    cancelled: bool = False


def measure_gamma(
    path: Path, *, progress: Progress = nothing, cancelled: Callable[[], bool] = never
) -> Gamma:
    """Compute γ of each layer over the articles that several have finished; meant to be run in a worker.

    A cancelled call has the figures of the articles until then. Raises :class:`GammaUnavailable` or
    :class:`StoreUnavailable`.
    """
    insist_on_library()
    values: dict[str, list[float]] = defaultdict(list)
    mentions: dict[str, int] = defaultdict(int)
    with Project.open(path, read_only=True) as project:
        layers = [layer.name for layer in project.scheme.layers]
        shared = {key: sets for key, sets in project.store.finished_sets().items() if len(sets) > 1}
        stopped = False
        progress(0, len(shared))
        for done, (article_id, sets) in enumerate(shared.items(), start=1):
            if stopped := cancelled():
                break
            one = read(project, article_id, [name for name, _ in sets])
            for layer in layers:
                value = gamma(one, layer)
                if value is not None:
                    values[layer].append(value)
                    versions = one.versions.values()
                    mentions[layer] += sum(m.layer == layer for v in versions for m in v.mentions)
            progress(done, len(shared))
    found = (mean_gamma(layer, values[layer], mentions[layer]) for layer in layers)
    return Gamma(tuple(figure for figure in found if figure is not None), stopped)
