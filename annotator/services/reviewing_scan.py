"""The articles of a review looked through in a worker process, one after the other."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from annotator.core.ids import ArticleId
from annotator.services.evaluating import Progress, never, nothing
from annotator.services.project import Project
from annotator.services.reviewing_found import Looked
from annotator.services.reviewing_looking import Looking

_AT_ONCE = 16
"""Articles whose mentions are matched together: enough to make that cheap, few enough to see them come."""


def look_through(
    path: Path,
    reviewer: str,
    articles: Sequence[ArticleId],
    *,
    progress: Progress = nothing,
    cancelled: Callable[[], bool] = never,
) -> Generator[Looked, None, None]:
    """Yield what is found in articles, in their order; meant to be run in a worker.

    Those that are in no review any more are passed over. All are as they were when it began: what has
    changed since is told apart by its revisions. Raises :class:`StoreUnavailable`.
    """
    # What is made here is made once and handed over; looking for circles in it takes a quarter of the time.
    gc.disable()
    with Project.open(path, read_only=True) as project, project.store.snapshot():
        looking, done = Looking(project, reviewer), 0
        for batch in _batches(articles):
            for found in looking.look_fresh(batch):
                if cancelled():
                    return
                yield found
            done += len(batch)
            progress(done, len(articles))


def _batches(articles: Iterable[ArticleId]) -> Iterator[list[ArticleId]]:
    left = iter(articles)
    while batch := list(islice(left, _AT_ONCE)):
        yield batch
