"""The worker's side of a job. Imports no Qt, for it runs in a process of its own."""

from __future__ import annotations

import contextlib
import io
import pickle
import time
import traceback
from collections.abc import Callable, Generator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from annotator.services.logs import log_to
from annotator.services.paths import user_paths

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Event

_REPORT_EVERY_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Task:
    """What to do: a function as ``module:name``, and what it is called with.

    It also gets ``progress``, to be called with what is done and what there is, and ``cancelled``. Of a
    generator, what it yields is handed over one by one, and what it returns at the end.
    """

    work: str
    args: tuple[Any, ...]
    options: dict[str, Any]

    def run(
        self,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
        hand_over: Callable[[Any], None],
    ) -> Any:  # noqa: ANN401
        """Import the function and call it."""
        module, _, name = self.work.partition(":")
        function = getattr(import_module(module), name)
        found = function(*self.args, **self.options, progress=progress, cancelled=cancelled)
        return _drained(found, hand_over) if isinstance(found, Generator) else found


def _drained(parts: Generator[Any, None, Any], hand_over: Callable[[Any], None]) -> Any:  # noqa: ANN401
    while True:
        try:
            hand_over(next(parts))
        except StopIteration as end:
            return end.value


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things that the function yields."""

    value: Any


@dataclass(frozen=True, slots=True)
class Result:
    """What the function returned."""

    value: Any


@dataclass(frozen=True, slots=True)
class Failure:
    """What the function raised, and where."""

    error: BaseException
    trace: str


Message: TypeAlias = Progress | Part | Result | Failure


class _Packer(pickle.Pickler):
    """Takes values apart by their fields, and has them made again by calling their type.

    What slotted dataclasses do by themselves takes the one who reads them several times as long, and that is
    the window's thread.
    """

    def reducer_override(self, value: Any) -> Any:  # noqa: ANN401
        kind: Any = type(value)
        names = None if isinstance(value, type) else _fields(kind)
        return NotImplemented if names is None else (kind, tuple(getattr(value, n) for n in names))


@cache
def _fields(kind: type) -> tuple[str, ...] | None:
    """Return the fields of a dataclass that is made from all of them in their order; else ``None``."""
    if not is_dataclass(kind) or any(not field.init or field.kw_only for field in fields(kind)):
        return None
    return tuple(field.name for field in fields(kind))


def packed(value: object) -> bytes:
    """Return a value as ``pickle`` reads it; the reader makes it fast."""
    buffer = io.BytesIO()
    _Packer(buffer, pickle.HIGHEST_PROTOCOL).dump(value)
    return buffer.getvalue()


def work(pipe: Connection, cancel: Event, task: Task) -> None:
    """Do the task; the pipe gets progress now and then, the parts as they come, and one last word."""
    reported = 0.0
    log_to(lambda: user_paths().log_file)

    def progress(done: int, total: int) -> None:
        nonlocal reported
        now = time.monotonic()
        if done >= total or now - reported > _REPORT_EVERY_SECONDS:
            reported = now
            pipe.send(Progress(done, total))

    def hand_over(value: object) -> None:
        pipe.send_bytes(packed(Part(value)))

    last: Message
    try:
        last = Result(task.run(progress, cancel.is_set, hand_over))
    except BaseException as error:
        last = Failure(error, traceback.format_exc())
    with contextlib.suppress(OSError):
        try:
            pipe.send(last)
        except (TypeError, AttributeError) as error:
            pipe.send(Failure(RuntimeError(repr(error)), traceback.format_exc()))
        pipe.close()
