"""Undo and redo, rebuilt from the log: so they survive a restart, a crash and a change of article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from annotator.core.ids import ArticleId, OperationId

TOGETHER = "together:"
"""How the merge key begins of what was done in several articles by one intent."""


@dataclass(frozen=True, slots=True)
class LogHead:
    """An operation without its changes: what an undo stack needs."""

    id: OperationId
    article_id: ArticleId
    name: str
    at: datetime
    merge_key: str | None
    reverts: OperationId | None


@dataclass(frozen=True, slots=True)
class Step:
    """Something that can be undone or redone: reverting ``operation`` does it.

    ``origin`` is the operation as the user did it, whatever undone and redone since.
    """

    operation: OperationId
    origin: LogHead


@dataclass(frozen=True, slots=True)
class Group:
    """Steps that are undone or redone together, the newest first; ``done`` tells which of it comes next."""

    steps: tuple[Step, ...]
    done: bool

    @property
    def newest(self) -> LogHead:
        """The operation that was made last, as the user did it."""
        return self.steps[0].origin


class History:
    """Two stacks of steps. Operations that undo or redo move a step; any other one clears the redo stack."""

    def __init__(self, heads: Iterable[LogHead] = ()) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        for head in heads:
            self.record(head)

    @property
    def done(self) -> tuple[Step, ...]:
        """What can be undone, oldest first."""
        return tuple(self._done)

    @property
    def undone(self) -> tuple[Step, ...]:
        """What can be redone, the next one last."""
        return tuple(self._undone)

    def record(self, head: LogHead) -> None:
        """Take in the next operation of the log."""
        if head.reverts is None:
            self._done.append(Step(head.id, head))
            self._undone.clear()
        elif not _move(head, self._done, self._undone):
            _move(head, self._undone, self._done)

    def groups(self) -> Iterator[Group]:
        """Yield all steps, the newest first, those together that one undo takes back or one redo repeats.

        What is undone comes before what is done, the step that would be redone last at the last place.
        """
        for done, steps in ((False, tuple(self._undone)), (True, tuple(reversed(self._done)))):
            group: list[Step] = []
            for step in steps:
                if group and not _merged(step.origin, group[0].origin):
                    yield Group(tuple(group), done)
                    group = []
                group.append(step)
            if group:
                yield Group(tuple(group), done)

    def next_undo(self) -> tuple[Step, ...]:
        """Return the steps that the next undo reverts, in the order of reverting; empty if there are none."""
        return _group(self._done)

    def next_redo(self) -> tuple[Step, ...]:
        """Return the steps that the next redo brings back, in order; empty if there are none."""
        return _group(self._undone)


def _move(head: LogHead, source: list[Step], target: list[Step]) -> bool:
    for index in range(len(source) - 1, -1, -1):
        if source[index].operation == head.reverts:
            target.append(Step(head.id, source.pop(index).origin))
            return True
    return False


def _group(stack: list[Step]) -> tuple[Step, ...]:
    """Return the top of the stack with what was merged into it."""
    group: list[Step] = []
    for step in reversed(stack):
        if group and not _merged(step.origin, group[0].origin):
            break
        group.append(step)
    return tuple(group)


def _merged(one: LogHead, other: LogHead) -> bool:
    if one.merge_key is None or one.merge_key != other.merge_key:
        return False
    return one.article_id == other.article_id or one.merge_key.startswith(TOGETHER)
