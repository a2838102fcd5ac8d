"""Commands that bring articles in and pre-tag them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

import click

from annotator.cli.exits import ExitCode
from annotator.cli.interrupt import kept_from_workers, stoppable
from annotator.cli.messages import plain, sentence
from annotator.cli.output import counted, note, progress
from annotator.cli.parameters import current_annotator, current_pipeline, project_argument
from annotator.pretag.model import NotTaken, Raised, WorkerEnded

if TYPE_CHECKING:
    from annotator.pretag.model import FailureReason
    from annotator.services.importing import Duplicate, ImportReport
    from annotator.services.pretagging import PretagReport

_SKIPPED = {
    "about_the_folder": ("file about its folder (README)", "files about their folders (README)"),
    "hidden": ("hidden file or folder", "hidden files or folders"),
    "link_to_folder": ("link to a folder", "links to folders"),
    "unknown_form": ("file of an unknown kind", "files of an unknown kind"),
}


@click.command("import")
@project_argument
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="PATH…"
)
def import_(project: Path, paths: tuple[Path, ...]) -> int:
    """Bring articles into PROJECT from files and folders.

    Takes plain text, HTML, CSV, JSON and JSONL, among them what “export” writes, with its annotations. What
    cannot be read is listed and stops nothing; a text that is there already is not taken twice. Each
    article is stored at once: an interrupted import can be run again.
    """
    from annotator.services.importing import import_paths
    from annotator.services.project import Project

    with Project.open(project) as opened, stoppable() as stopped, progress() as bar:
        report = import_paths(
            opened,
            paths,
            author=current_annotator(),
            progress=bar("Importing", "bytes"),
            cancelled=stopped,
        )
    tell(report)
    if report.cancelled:
        note("Interrupted. What came in stays; run the same command to go on.")
        return ExitCode.INTERRUPTED
    return ExitCode.PROBLEM if report.problems else ExitCode.OK


def tell(report: ImportReport) -> None:
    """Say what an import did."""
    for problem in report.problems:
        note(sentence(problem.as_error()))
    for double in report.duplicates:
        note(plain(f"{_place(double)} is there already as {double.first}."))
    for double in report.nearly_the_same:
        note(plain(f"{_place(double)} came in, but differs from {double.first} in white space alone."))
    for code, number in Counter(skipped.code for skipped in report.skipped).items():
        note(f"Passed over {number} {_SKIPPED[code][number > 1]}.")
    sets = f", {counted(report.sets, 'set')} of annotations" if report.sets else ""
    note(f"Imported {counted(len(report.imported), 'article')}{sets}.")


def _place(double: Duplicate) -> str:
    where = double.source if double.place is None else f"{double.source}, line {double.place},"
    return f"{where} ({double.name})" if double.name not in where else where


@click.command()
@project_argument
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes work at once; without it, as many as the articles and the processors call for.",
)
@click.option(
    "--pipeline",
    metavar="NAME",
    help="An installed German spaCy pipeline that helps: its package's name (de_core_news_lg) or its folder. "
    "Without this option it is the one in the settings; “” is none.",
)
def pretag(project: Path, jobs: int | None, pipeline: str | None) -> int:
    """Suggest annotations for every article of PROJECT.

    The suggestions are the set of the annotator “pretagger”. Run again, only what differs is written; what
    a person has decided stays.
    """
    from annotator.services.pretagging import pretag_project

    with stoppable() as stopped, kept_from_workers(), progress() as bar:
        report = pretag_project(
            project,
            pipeline=current_pipeline() if pipeline is None else pipeline,
            jobs=jobs,
            progress=bar("Pre-tagging"),
            cancelled=stopped,
        )
    tell_pretagging(report)
    if report.cancelled:
        note("Interrupted. What was suggested stays; run the same command to go on.")
        return ExitCode.INTERRUPTED
    return ExitCode.PROBLEM if report.failures or report.problems else ExitCode.OK


def _why(reason: FailureReason) -> str:
    match reason:
        case Raised(kind, detail):
            return f"{kind}: {detail}"
        case WorkerEnded(exit_code):
            return f"its process ended with exit code {exit_code}; is there enough memory?"
        case NotTaken(error):
            return sentence(error).rstrip(".")
        case _:
            assert_never(reason)


def tell_pretagging(report: PretagReport) -> None:
    """Say what a pre-tagging run did."""
    for problem in report.problems:
        note(f"Not all of the pre-tagger can be used: {sentence(problem)}")
    for failure in report.failures:
        part = f"{failure.component} failed" if failure.component else "pre-tagging failed"
        note(plain(f"Article {failure.article_id}: {part} ({_why(failure.reason)})."))
    if not report.articles and not report.cancelled:
        note("There is no article in the project. Bring some in with: annotator import")
        return
    note(
        f"Pre-tagged {counted(report.articles, 'article')}: {counted(report.suggestions, 'suggestion')}, "
        f"other than before in {counted(report.changed, 'article')}."
    )
