"""Work that would freeze the window, in a process of its own: with progress, cancel and a clean end."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.synchronize import Event
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

_POLL_MILLISECONDS = 40
_PATIENCE_SECONDS = 3.0
_REPORT_EVERY_SECONDS = 0.05

Work: TypeAlias = str
"""A function as ``module:name``, so that only the worker imports what it needs.

It is called with the job's arguments and with ``progress`` (done, total) and ``cancelled``.
"""


@dataclass(frozen=True, slots=True)
class _Task:
    work: Work
    args: tuple[Any, ...]
    options: dict[str, Any]

    def run(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Any:  # noqa: ANN401
        module, _, name = self.work.partition(":")
        function = getattr(import_module(module), name)
        return function(*self.args, **self.options, progress=progress, cancelled=cancelled)


@dataclass(frozen=True, slots=True)
class _Progress:
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class _Result:
    value: Any


@dataclass(frozen=True, slots=True)
class _Failure:
    error: BaseException
    trace: str


class JobDied(Exception):
    """The worker ended without a word: it was killed or ran out of memory; ``args`` has its exit code."""


class Job(QObject):
    """One piece of work in a spawned process, which gets frozen input and sends back one result.

    Exactly one of ``finished`` (with what the function returned) and ``failed`` (with the exception) comes.
    A cancelled job comes to its own end: what the function returns then is up to it.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Work, *args: Any, parent: QObject | None = None, **options: Any) -> None:  # noqa: ANN401
        super().__init__(parent)
        self._task = _Task(work, args, options)
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._cancel: Event | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MILLISECONDS)
        self._timer.timeout.connect(self._poll)

    @property
    def running(self) -> bool:
        """Whether the job is under way."""
        return self._process is not None

    @property
    def process(self) -> SpawnProcess | None:
        """The process while it is under way."""
        return self._process

    def start(self) -> None:
        """Start the process."""
        from multiprocessing import get_context

        context = get_context("spawn")
        self._pipe, there = context.Pipe(duplex=False)
        self._cancel = context.Event()
        self._process = context.Process(target=_run, args=(there, self._cancel, self._task))
        self._process.start()
        there.close()
        self._timer.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next good place."""
        if self._cancel is not None:
            self._cancel.set()

    def stop(self) -> None:
        """Stop at once, for the program is quitting: ask, wait a little, then end the process."""
        self.cancel()
        if self._process is not None:
            self._process.join(_PATIENCE_SECONDS)
            if self._process.is_alive():
                self._process.terminate()
        self._clean_up()

    def _poll(self) -> None:
        assert self._process is not None and self._pipe is not None
        alive = self._process.is_alive()
        with contextlib.suppress(EOFError, OSError):
            while self._pipe is not None and self._pipe.poll():
                self._take(self._pipe.recv())
        if not alive and self._process is not None:
            code = self._process.exitcode
            self._clean_up()
            self.failed.emit(JobDied(code))

    def _take(self, message: object) -> None:
        if isinstance(message, _Progress):
            self.progressed.emit(message.done, message.total)
        elif isinstance(message, _Result):
            self._clean_up()
            self.finished.emit(message.value)
        elif isinstance(message, _Failure):
            self._clean_up()
            message.error.add_note(message.trace)
            self.failed.emit(message.error)

    def _clean_up(self) -> None:
        self._timer.stop()
        if self._process is not None:
            self._process.join(_PATIENCE_SECONDS)
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = self._cancel = None


def _run(pipe: Connection, cancel: Event, task: _Task) -> None:
    """Do the work in the process; the pipe gets progress now and then and one last word."""
    import time
    import traceback

    reported = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal reported
        now = time.monotonic()
        if done >= total or now - reported > _REPORT_EVERY_SECONDS:
            reported = now
            pipe.send(_Progress(done, total))

    try:
        last: _Result | _Failure = _Result(task.run(progress, cancel.is_set))
    except BaseException as error:
        last = _Failure(error, traceback.format_exc())
    with contextlib.suppress(OSError):
        try:
            pipe.send(last)
        except (TypeError, AttributeError) as error:
            pipe.send(_Failure(RuntimeError(repr(error)), traceback.format_exc()))
        pipe.close()
