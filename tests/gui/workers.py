"""Work for the tests of jobs, done in a process of its own."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator

from annotator.core.errors import StoreUnavailable
from annotator.core.ids import ArticleId
from annotator.pretag.model import Failure, Raised, WorkerEnded
from annotator.services.pretagging import PretagReport


def count(
    target: int,
    *,
    step: int = 1,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> list[int]:
    done = []
    for number in range(0, target, step):
        done.append(number)
        progress(number + 1, target)
    return [*done, os.getpid()]


def wait_for_cancel(*, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> str:
    progress(0, 1)
    while not cancelled():
        time.sleep(0.01)
    return "stopped"


def refuse(*, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
    raise StoreUnavailable(path="größe.annot", reason="locked")


def die(*, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
    os._exit(7)


def be_stubborn(*, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
    progress(0, 1)
    time.sleep(60)


def ignore_everybody(
    *args: object,
    pipeline: str = "",
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> None:
    """Stand in for work that does not look up: at its start, or in a long article."""
    be_stubborn(progress=progress, cancelled=cancelled)


def wait_for_anything(
    *args: object,
    pipeline: str = "",
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> PretagReport:
    """Stand in for the pre-tagger or an import: do nothing until somebody asks for the end."""
    wait_for_cancel(progress=progress, cancelled=cancelled)
    return PretagReport(0, 0, 0, (), (), cancelled=True)


def tag_badly(
    project: object,
    articles: list[ArticleId],
    *,
    pipeline: str,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> PretagReport:
    """Stand in for a pre-tagger of which parts fail."""
    first, second = articles
    failures = (
        Failure(first, "quotes", Raised("ValueError", "größe")),
        Failure(first, "events", Raised("KeyError", "1")),
        Failure(second, "", WorkerEnded(7)),
    )
    return PretagReport(2, 0, 0, failures, (StoreUnavailable(path="modell", reason="missing"),), False)


def hand_over(
    *values: object, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> Generator[object, None, str]:
    """Yield what was given, one by one."""
    yield from values
    return "alles"


def hand_over_without_end(
    *, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> Generator[str, None, None]:
    """Yield more than anybody reads."""
    while True:
        yield "größer" * 10_000


def hand_over_and_refuse(
    *args: object, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> Generator[str, None, None]:
    """Yield something, and then find that the file cannot be read."""
    yield from ()
    raise StoreUnavailable(path="größe.annot", reason="locked")
