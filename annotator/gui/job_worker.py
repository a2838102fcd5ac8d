"""The worker's side of a job. Imports no Qt, for it runs in a process of its own."""

from __future__ import annotations

import contextlib
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Event

_REPORT_EVERY_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Task:
    """What to do: a function as ``module:name``, and what it is called with.

    It also gets ``progress``, to be called with what is done and what there is, and ``cancelled``.
    """

    work: str
    args: tuple[Any, ...]
    options: dict[str, Any]

    def run(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Any:  # noqa: ANN401
        """Import the function and call it."""
        module, _, name = self.work.partition(":")
        function = getattr(import_module(module), name)
        return function(*self.args, **self.options, progress=progress, cancelled=cancelled)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Result:
    """What the function returned."""

    value: Any


@dataclass(frozen=True, slots=True)
class Failure:
    """What the function raised, and where."""

    error: BaseException
    trace: str


Message: TypeAlias = Progress | Result | Failure


def work(pipe: Connection, cancel: Event, task: Task) -> None:
    """Do the task; the pipe gets progress now and then, and one last word."""
    reported = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal reported
        now = time.monotonic()
        if done >= total or now - reported > _REPORT_EVERY_SECONDS:
            reported = now
            pipe.send(Progress(done, total))

    last: Message
    try:
        last = Result(task.run(progress, cancel.is_set))
    except BaseException as error:
        last = Failure(error, traceback.format_exc())
    with contextlib.suppress(OSError):
        try:
            pipe.send(last)
        except (TypeError, AttributeError) as error:
            pipe.send(Failure(RuntimeError(repr(error)), traceback.format_exc()))
        pipe.close()
