"""What commands show: progress on a terminal's error output, results as tables."""

from __future__ import annotations

import sys
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from typing import Literal, Protocol, TypeAlias

import click

Step: TypeAlias = Callable[[int, int], None]
Unit: TypeAlias = Literal["articles", "bytes"]

_WIDTH_OF_FILES = 200


def note(text: str) -> None:
    """Say something that is not the result."""
    click.echo(text, err=True)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where that is due."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


class Bars(Protocol):
    """Makes a bar; what it returns is to be called with (done, total)."""

    def __call__(self, title: str, unit: Unit = "articles") -> Step:
        """Return the function that moves the bar called ``title``."""


@contextmanager
def progress() -> Iterator[Bars]:
    """Yield what makes bars; they are drawn where somebody can see them, each from its first step on."""
    if not sys.stderr.isatty():
        yield lambda title, unit="articles": lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[amount]}"))
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as shown:

        def make(title: str, unit: Unit = "articles") -> Step:
            task: TaskID | None = None

            def step(done: int, total: int) -> None:
                nonlocal task
                if task is None:
                    task = shown.add_task(title, amount="")
                shown.update(task, completed=done, total=total, amount=_amount(done, total, unit))

            return step

        yield make


def _amount(done: int, total: int, unit: Unit) -> str:
    return f"{done / 1e6:.1f}/{total / 1e6:.1f} MB" if unit == "bytes" else f"{done}/{total}"


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, words: Container[int] = (0,)) -> None:
    """Print a table: columns of ``words``, by default the first, to the left, numbers to the right."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for index, column in enumerate(columns):
        shown.add_column(Text(column), justify="left" if index in words else "right", overflow="fold")
    for row in rows:
        shown.add_row(*map(Text, row))
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDTH_OF_FILES)
    with console.capture() as captured:
        console.print(shown)
    click.echo("\n".join(line.rstrip() for line in captured.get().strip("\n").splitlines()))
