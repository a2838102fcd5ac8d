"""The command that writes training sets."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.exits import ExitCode
from annotator.cli.interrupt import stoppable
from annotator.cli.messages import plain
from annotator.cli.output import counted, note, progress
from annotator.cli.parameters import project_argument, read_statuses
from annotator.cli.sight import whose_work
from annotator.core.annotation import Status

if TYPE_CHECKING:
    from annotator.services.exporting import ExportReport

_STANDARD_OUTPUT = (Path("-"), Path("/dev/stdout"))


@click.command()
@project_argument
@click.argument("out", type=click.Path(path_type=Path, readable=False, allow_dash=True), metavar="OUT.jsonl")
@click.option(
    "--annotator",
    "annotators",
    multiple=True,
    metavar="NAME",
    help="Whose annotations; may be given several times. Without it, every person's that you may see. "
    "The pre-tagger's are those of “pretagger”.",
)
@click.option(
    "--status",
    "statuses",
    callback=read_statuses,
    metavar="STATUS[,…]",
    help="Which annotations: accepted, suggested, rejected, with commas between them. "
    "Without it, a person's accepted ones and a machine's accepted and suggested ones.",
)
def export(project: Path, out: Path, annotators: tuple[str, ...], statuses: frozenset[Status] | None) -> int:
    """Write a training set from PROJECT to OUT.jsonl: one annotator's work on one article a line.

    OUT.jsonl appears whole or not at all; an old file of that name is kept until then. - is standard output,
    where lines come as they are made.
    """
    from annotator.services.exporting import export_jsonl

    chosen = whose_work(project, annotators)
    streamed = out in _STANDARD_OUTPUT
    with stoppable() as stopped, progress() as bar:
        try:
            report = export_jsonl(
                project,
                sys.stdout.buffer if streamed else out,
                annotators=chosen,
                statuses=statuses,
                progress=bar("Exporting"),
                cancelled=stopped,
            )
            sys.stdout.flush()
        except BrokenPipeError:
            raise  # whoever read has seen enough
        except OSError as error:
            _give_up_standard_output()
            note(f"Standard output cannot be written ({error.strerror}); what came out is not whole.")
            return ExitCode.OUTPUT
    if report.cancelled:
        left = "not everything was written" if streamed else f"{out} is as it was"
        note(plain(f"Interrupted; {left}."))
        return ExitCode.INTERRUPTED
    _tell(report, everybody=chosen is None)
    return ExitCode.OK


def _give_up_standard_output() -> None:
    """Let what is still in the buffer go nowhere: Python tries it again at its end, and fails once more."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _tell(report: ExportReport, *, everybody: bool) -> None:
    where = "" if report.target in _STANDARD_OUTPUT else f"{report.target}: "
    note(
        plain(
            f"Wrote {where}{counted(report.lines, 'line')} from "
            f"{counted(report.articles, 'article')}, {counted(report.spans, 'span')}, "
            f"{counted(report.relations, 'relation')}."
        )
    )
    if report.dangling:
        note(f"Left out {counted(report.dangling, 'relation')} with an end that was not to be written.")
    if report.open:
        where = counted(report.open_articles, "article")
        note(f"The gold set is not done: {counted(report.open, 'item')} in {where} left to decide.")
    if not report.lines and everybody:
        note("No person has annotated anything yet. For the suggestions, add: --annotator pretagger")
