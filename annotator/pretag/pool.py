"""Several workers at once: a bounded number of articles under way, results as they come.

A worker that dies takes one article with it, which is reported, and is replaced.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.core.processes import interrupts_held_back
from annotator.core.scheme import Scheme
from annotator.pretag.model import Failure, PretagResult, WorkerEnded
from annotator.pretag.worker import Broken, Ready, Setup, work

_POLL_SECONDS = 0.1
_PATIENCE_SECONDS = 5.0
_MOST_DEATHS_IN_A_ROW = 3


class WorkersLost(AnnotatorError):
    """Workers keep ending before they answer; data: ``exit_code``."""

    code = "pretag_workers_lost"


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    under_way: deque[Article] = field(default_factory=deque)


class Pool:
    """A number of worker processes for one scheme. Use as a context manager: leaving it ends them.

    ``installed`` is the package name or the folder of a spaCy pipeline that helps; empty for none.
    """

    def __init__(self, scheme: Scheme, *, jobs: int, installed: str = "") -> None:
        self._setup = Setup(scheme, installed)
        self._jobs = jobs
        self._context = get_context("spawn")
        self._workers: list[_Worker] = []
        self._again: deque[Article] = deque()
        self._deaths = 0
        self.problems: tuple[AnnotatorError, ...] = ()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join(_PATIENCE_SECONDS)
            if worker.process.is_alive():
                worker.process.terminate()
                worker.process.join()
        self._workers.clear()

    def run(
        self, articles: Iterable[Article], *, cancelled: Callable[[], bool]
    ) -> Iterator[PretagResult | Failure]:
        """Yield what becomes of each article, in any order; once cancelled, only of those under way.

        Raises :class:`WorkersLost` or whatever kept the first worker from being set up.
        """
        waiting = iter(articles)
        open_ended = True
        while True:
            open_ended = (open_ended or bool(self._again)) and not cancelled()
            if open_ended:
                open_ended = self._feed(waiting)
            if not any(worker.under_way for worker in self._workers):
                if not open_ended:
                    return
                continue
            yield from self._collect()

    def _feed(self, waiting: Iterator[Article]) -> bool:
        """Give the workers enough to do; ``False`` when nothing is waiting any more."""
        while len(self._workers) < self._jobs:
            self._workers.append(self._start())
        for worker in self._workers:
            # No second one before the first is answered: a large answer and a large article, each waiting for
            # the other side to read, would block both for ever.
            if not worker.under_way:
                article = self._again.popleft() if self._again else next(waiting, None)
                if article is None:
                    return False
                self._send(worker, article)
        return True

    def _send(self, worker: _Worker, article: Article) -> None:
        plain = replace(article, metadata={})
        worker.under_way.append(article)
        try:
            worker.pipe.send(plain)
        except OSError:
            return  # The worker is gone; its end of the pipe tells so when it is read.

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs,), daemon=True)
        with interrupts_held_back():
            process.start()
        theirs.close()
        # Not among the arguments: starting writes those before anybody reads, and so waits for ever if they
        # are larger than a pipe and the process has ended. Here its end breaks the pipe.
        with suppress(OSError):
            ours.send(self._setup)
        return _Worker(process, ours)

    def _collect(self) -> Iterator[PretagResult | Failure]:
        pipes = {worker.pipe: worker for worker in self._workers}
        for pipe in wait(list(pipes), _POLL_SECONDS):
            assert isinstance(pipe, Connection)
            worker = pipes[pipe]
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                yield from self._bury(worker)
                continue
            if isinstance(answer, Ready):
                self.problems = answer.problems
            elif isinstance(answer, Broken):
                raise answer.error
            else:
                self._deaths = 0
                worker.under_way.popleft()
                yield answer

    def _bury(self, worker: _Worker) -> Iterator[Failure]:
        """Report the article that a dead worker had under way; those behind it go to another worker."""
        worker.process.join(_PATIENCE_SECONDS)
        worker.pipe.close()
        self._workers.remove(worker)
        self._deaths += 1
        if self._deaths >= _MOST_DEATHS_IN_A_ROW:
            raise WorkersLost(exit_code=worker.process.exitcode)
        if worker.under_way:
            lost = worker.under_way.popleft()
            yield Failure(lost.id, "", WorkerEnded(worker.process.exitcode))
        self._again.extend(worker.under_way)
        worker.under_way.clear()
