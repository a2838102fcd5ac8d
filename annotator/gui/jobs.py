"""Work that would freeze the window, in a process of its own: with progress, cancel and a clean end."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, assert_never

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.gui.job_worker import Failure, Message, Part, Progress, Result, Task, work
from annotator.gui.slices import run_slice

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from multiprocessing.synchronize import Event

_POLL_MILLISECONDS = 40
_STREAM_MILLISECONDS = 4
"""A pipe holds few parts, and a worker that finds it full waits."""
_PATIENCE_SECONDS = 3.0


class JobDied(AnnotatorError):
    """The worker ended without a word: it was killed or ran out of memory; data: ``exit_code``."""

    code = "job_died"


class Job(QObject):
    """One piece of work in a spawned process, which gets frozen input and sends back one result.

    ``function`` is named as ``module:name``, so that only the worker imports what it needs. Exactly one of
    ``finished`` (with what it returned) and ``failed`` (with the exception) comes. A cancelled job comes to
    its own end: what the function returns then is up to it. What a generator yields comes before that, one
    by one in ``arrived``.
    """

    progressed = Signal(int, int)
    arrived = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        function: str,
        *args: Any,  # noqa: ANN401
        parent: QObject | None = None,
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(parent)
        self._task = Task(function, args, options)
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._cancel: Event | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MILLISECONDS)
        self._timer.timeout.connect(self._poll)

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
        self._process = context.Process(target=work, args=(there, self._cancel, self._task))
        self._process.start()
        there.close()
        if (program := QCoreApplication.instance()) is not None:
            # Else the interpreter, at its end, would wait for the work to be done.
            program.aboutToQuit.connect(self.stop_at_once)
        self._timer.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next good place."""
        if self._cancel is not None:
            self._cancel.set()

    def stop(self, *, patience: float | None = None) -> None:
        """Stop at once, for the program is quitting: ask, wait a little, then end the process.

        ``patience``: how many seconds to wait; none at all for work that only reads, or writes into the
        project alone, where each transaction is whole or has not been.
        """
        self.cancel()
        if self._process is not None:
            self._process.join(_PATIENCE_SECONDS if patience is None else patience)
            if self._process.is_alive():
                self._process.terminate()
        self._clean_up()

    def stop_at_once(self) -> None:
        """Stop without waiting."""
        self.stop(patience=0.0)

    def _poll(self) -> None:
        if self._process is None:
            return
        alive = self._process.is_alive()
        more = run_slice(self._messages(), self._take)
        if self._process is not None and not alive and not more:
            code = self._process.exitcode
            self._clean_up()
            self.failed.emit(JobDied(exit_code=code))

    def _messages(self) -> Iterator[Message]:
        """Yield what has come, as long as there is any."""
        with contextlib.suppress(EOFError, OSError):
            while self._pipe is not None and self._pipe.poll():
                yield self._pipe.recv()

    def _take(self, message: Message) -> None:
        match message:
            case Progress(done, total):
                self.progressed.emit(done, total)
            case Part(value):
                self._timer.setInterval(_STREAM_MILLISECONDS)
                self.arrived.emit(value)
            case Result(value):
                self._clean_up()
                self.finished.emit(value)
            case Failure(error, trace):
                self._clean_up()
                error.add_note(trace)
                self.failed.emit(error)
            case _:
                assert_never(message)

    def _clean_up(self) -> None:
        self._timer.stop()
        if self._process is not None:
            self._process.join(_PATIENCE_SECONDS)
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = self._cancel = None
