"""How far one annotator's work in an open project file is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from annotator.core.annotation import SetState
from annotator.store import connection, progress
from annotator.store.progress import Judged, TimedArticle
from annotator.store.store import Store


class Work:
    """The part of an open store that tells what ``annotator`` has done. Raises what the store does."""

    def __init__(self, store: Store, annotator: str) -> None:
        self._path = store.path
        self._database = store._database
        self._annotator = annotator

    def states(self) -> Mapping[SetState, int]:
        """Return how many articles are in each state: of the annotator's queue, or of all without queues."""
        with connection.translated(self._path):
            return progress.states(self._database, self._annotator)

    def decision_times(self) -> list[datetime]:
        """Return when the annotator decided something in her own sets, oldest first, in UTC."""
        with connection.translated(self._path):
            return progress.moments(self._database, self._annotator)

    def timed_articles(self) -> list[TimedArticle]:
        """Return the articles that the annotator has worked on, with working time and decisions."""
        with connection.translated(self._path):
            return progress.timed(self._database, self._annotator)

    def judged_suggestions(self) -> list[Judged]:
        """Return what the annotator made of the pre-tagger's mentions, by label."""
        with connection.translated(self._path):
            return progress.judged(self._database, self._annotator)
