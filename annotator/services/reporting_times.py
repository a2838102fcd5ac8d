"""How long work takes, and runs of acceptances faster than anybody reads, from the log.

What cannot have been read is told by two bounds that are on the annotator's side. Good readers take in 200 to
400 words a minute; above that they skip (Rayner, Schotter, Masson, Potter, Treiman, "So Much to Read, So
Little Time", Psychological Science in the Public Interest 17, 2016, 4–34; Brysbaert, "How Many Words Do We
Read per Minute?", Journal of Memory and Language 109, 2019, 104047, finds 238 on average). 400 words of seven
characters with their space are 47 characters a second, and only the suggested words are counted, nothing
around them. And one look takes 0.2 to 0.25 s (Rayner, "Eye Movements in Reading and Information Processing",
Psychological Bulletin 124, 1998, 372–422), a key on top of it: nothing is decided in less than 0.3 s.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from statistics import median

from annotator.core.annotation import Status
from annotator.core.change import MentionChange, Operation, RelationChange
from annotator.core.ids import ArticleId

CHARACTERS_A_SECOND = 400 * 7 / 60
LEAST_SECONDS = 0.3
RUN = 5
"""So many acceptances in a row make a run."""
PAUSE_SECONDS = 60.0
"""Who does nothing for so long has paused; that is no time for a decision."""


@dataclass(frozen=True, slots=True)
class Haste:
    """A run of acceptances that cannot have been read.

    ``decisions`` annotations were accepted in ``seconds``; to read their words alone takes ``needed``.
    """

    annotator: str
    article_id: ArticleId
    at: datetime
    decisions: int
    seconds: float
    needed: float


@dataclass(frozen=True, slots=True)
class _Step:
    operation: Operation
    seconds: float
    needed: float
    accepted: int

    @property
    def hasty(self) -> bool:
        return self.accepted > 0 and self.seconds < self.needed


class Clock:
    """Counts the decisions of one person, and the times between them, while her operations pass by.

    What was undone counts, the undoing does not. Pauses are no time for a decision.
    """

    def __init__(self) -> None:
        self.decisions = 0
        self._gaps = array("d")
        self._last: datetime | None = None

    @property
    def per_decision(self) -> float | None:
        """The median time from one decision to the next, in seconds."""
        return median(self._gaps) if self._gaps else None

    def watch(self, operations: Iterable[Operation]) -> Iterator[Operation]:
        """Pass operations on, oldest first; a log is too long to be held."""
        for operation in operations:
            if operation.reverts is None and _decides(operation):
                self._count(operation.at)
            yield operation

    def _count(self, at: datetime) -> None:
        gap = (at - self._last).total_seconds() if self._last is not None else -1.0
        if 0 <= gap <= PAUSE_SECONDS:
            self._gaps.append(gap)
        self.decisions += 1
        self._last = at


def hasty_runs(operations: Iterable[Operation]) -> Iterator[Haste]:
    """Yield the runs of one person's acceptances on one article that nobody can have read.

    ``operations``: hers, oldest first. A run goes on while each acceptance took less than reading needs.
    """
    run: list[_Step] = []
    for before, operation in pairwise(operations):
        step = _step(before, operation)
        same = bool(run) and run[-1].operation.article_id == operation.article_id
        if run and not (step.hasty and same):
            yield from _told(run)
            run = []
        if step.hasty:
            run.append(step)
    yield from _told(run)


def _told(run: Sequence[_Step]) -> Iterator[Haste]:
    accepted = sum(step.accepted for step in run)
    if accepted >= RUN:
        first = run[0].operation
        seconds, needed = sum(step.seconds for step in run), sum(step.needed for step in run)
        yield Haste(first.author, first.article_id, first.at, accepted, seconds, needed)


def _step(before: Operation, operation: Operation) -> _Step:
    seconds = (operation.at - before.at).total_seconds()
    if operation.reverts is not None or operation.name != "accept" or seconds < 0:
        return _Step(operation, seconds, 0.0, 0)
    mentions = [c.after for c in operation.changes if isinstance(c, MentionChange) and c.after]
    accepted = [m for m in mentions if m.status is Status.ACCEPTED]
    relations = sum(isinstance(c, RelationChange) and c.after is not None for c in operation.changes)
    characters = sum(len(f) for m in accepted for f in m.fragments)
    needed = max(LEAST_SECONDS, characters / CHARACTERS_A_SECOND)
    return _Step(operation, seconds, needed, max(len(accepted), relations))


def _decides(operation: Operation) -> bool:
    return any(isinstance(change, (MentionChange, RelationChange)) for change in operation.changes)
