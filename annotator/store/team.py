"""What a project file holds about several people: their queues, and what was merged into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from annotator.core.annotation import Cluster
from annotator.core.assigned import Assigned
from annotator.core.change import Operation
from annotator.core.ids import ArticleId, ClusterId, OperationId, new_id
from annotator.store import assignment, connection, log, merging, sets
from annotator.store.merging import Merging
from annotator.store.records import AnnotatorKind, SetInfo
from annotator.store.store import Store


class Team:
    """The part of an open store that is about people. Raises what the store does."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._database = store._database

    # Queues ----------------------------------------------------------------------------------------------

    def assignments(self) -> list[Assigned]:
        """Return who is to work on what, by annotator and place in the queue."""
        with connection.translated(self.store.path):
            return assignment.rows(self._database)

    def assign(self, rows: Iterable[Assigned]) -> None:
        """Put these queues in place of all that were, and add annotators who are new."""
        made = list(rows)
        with self.store.transaction():
            for name in sorted({one.annotator for one in made}):
                self.store.ensure_annotator(name, AnnotatorKind.HUMAN)
            assignment.replace(self._database, made)

    def is_control(self, article_id: ArticleId, annotator: str) -> bool:
        """Tell whether an annotator is shown no suggestions on an article."""
        with connection.translated(self.store.path):
            return assignment.is_control(self._database, article_id, annotator)

    def begun(self) -> set[tuple[ArticleId, str]]:
        """Return the articles that people have begun, with who it was."""
        with connection.translated(self.store.path):
            return assignment.begun(self._database)

    def states(self) -> dict[tuple[ArticleId, str], str]:
        """Return how far each set of a person has got."""
        with connection.translated(self.store.path):
            return assignment.states(self._database)

    def sets_of(self, annotator: str) -> dict[ArticleId, SetInfo]:
        """Return how far each set of an annotator has got that was ever written."""
        with connection.translated(self.store.path):
            return sets.of_annotator(self._database, annotator)

    # Merging ---------------------------------------------------------------------------------------------

    def chains(self, annotator: str) -> dict[ArticleId, list[OperationId]]:
        """Return the entries of each of an annotator's sets that stand, oldest first."""
        with connection.translated(self.store.path):
            return merging.chains(self._database, annotator)

    def undone(self) -> dict[OperationId, OperationId]:
        """Return the entries that merges brought and that were taken back, each with what did that last."""
        with connection.translated(self.store.path):
            return merging.undone(self._database)

    def take(self, operation: Operation, *, undone: OperationId | None, author: str) -> None:
        """Log an operation of another file as it is, or, where it was ``undone`` here, bring it in again."""
        if undone is not None:
            operation = again(operation, merging.REDO, reverts=undone, author=author)
        log.append(self._database, operation, expected_revision=None)

    def cluster(self, annotator: str, identifier: ClusterId) -> Cluster | None:
        """Return one of an annotator's clusters."""
        with connection.translated(self.store.path):
            return sets.cluster(self._database, annotator, identifier)

    def raise_seconds(self, article_id: ArticleId, annotator: str, seconds: float) -> None:
        """Set the working time on a set, unless it is longer already."""
        merging.raise_seconds(self._database, article_id, annotator, seconds)

    def last_number(self) -> int:
        """Return the number of the last entry of the log."""
        return merging.last_number(self._database)

    def record(
        self,
        *,
        author: str,
        sources: Sequence[str],
        first: int,
        seconds: Iterable[tuple[ArticleId, str, float]],
    ) -> None:
        """Note that the log from ``first`` on came from elsewhere."""
        merging.record(self._database, author=author, sources=sources, first=first, seconds=seconds)

    def latest(self) -> Merging | None:
        """Return the last merge that was not taken back."""
        with connection.translated(self.store.path):
            return merging.latest(self._database)

    def merged(self, one: Merging) -> list[Operation]:
        """Return the entries that came in with a merge, oldest first."""
        with connection.translated(self.store.path):
            found = merging.identifiers(self._database, one)
            return [log.operation(self._database, identifier) for identifier in found]

    def mark_undone(self, one: Merging) -> None:
        """Note that a merge was taken back, and put the working times back to what they were."""
        merging.mark_undone(self._database, one)

    def source_of(self, article_id: ArticleId) -> str:
        """Return where an article was imported from."""
        with connection.translated(self.store.path):
            return merging.source_of(self._database, article_id)


def again(operation: Operation, name: str, *, reverts: OperationId, author: str) -> Operation:
    """Return an operation that does what ``operation`` does, under another name and author, now."""
    return replace(
        operation,
        id=OperationId(new_id()),
        author=author,
        at=datetime.now(UTC),
        name=name,
        merge_key=None,
        reverts=reverts,
    )
