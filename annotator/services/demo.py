"""The sample project: the sample articles, pre-tagged, in a place of the user's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from annotator.core.errors import StoreUnavailable
from annotator.core.ids import ArticleId
from annotator.core.resources import seeds
from annotator.services.importing import ImportReport, import_paths
from annotator.services.pretagging import PretagReport, pretag_project
from annotator.services.project import Project
from annotator.store import MACHINE, Store

Progress: TypeAlias = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample project, and what had to be done for it; ``pretagged`` is ``None`` if nothing was open."""

    path: Path
    imported: ImportReport
    pretagged: PretagReport | None


def prepare_sample(
    path: Path,
    *,
    author: str,
    jobs: int | None = None,
    import_progress: Progress | None = None,
    pretag_progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Sample:
    """Make the sample project at ``path``, or bring an existing one up to what it should be.

    Whatever is there already, a person's decisions too, stays as it is; what a run that was broken off has
    left undone is done. Raises :class:`StoreUnavailable`.
    """
    _make_unless_there(path)
    with Project.open(path) as project:
        imported = import_paths(
            project, [seeds()], author=author, progress=import_progress, cancelled=cancelled
        )
        waiting = not_pretagged(project.store)
    if imported.cancelled or not waiting:
        return Sample(path, imported, None)
    pretagged = pretag_project(path, waiting, jobs=jobs, progress=pretag_progress, cancelled=cancelled)
    return Sample(path, imported, pretagged)


def _make_unless_there(path: Path) -> None:
    try:
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(path=str(path), reason="cannot_open", detail=str(error)) from error
    Project.create(path).close()


def not_pretagged(store: Store) -> tuple[ArticleId, ...]:
    """Return the articles that no run of the pre-tagger has reached."""
    return tuple(article for article in store.article_ids() if MACHINE not in dict(store.sets(article)))
