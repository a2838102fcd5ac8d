"""The command that writes a report to hand on."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.exits import ExitCode
from annotator.cli.interrupt import stoppable
from annotator.cli.messages import plain
from annotator.cli.output import note, progress
from annotator.cli.parameters import current_annotator, project_argument


@click.command()
@project_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE.html",
    help="Where to write it; without it, beside the project.",
)
@click.option(
    "--language",
    type=click.Choice(("de", "en")),
    default="de",
    show_default=True,
    help="What language the report is in.",
)
@click.option(
    "--for-lead",
    is_flag=True,
    help="Add what is for the lead alone: each annotator's times, and runs of acceptances faster than "
    "anybody reads.",
)
def report(project: Path, output: Path | None, language: str, for_lead: bool) -> int:
    """Write a report on PROJECT as one HTML file: progress, agreement, confusions, disagreements.

    The file needs no network and runs nothing. An existing one is replaced.
    """
    from annotator.services.reporting import make_report, write_report

    target = output or project.with_suffix(".html")
    with stoppable() as stopped, progress() as bar:
        found = make_report(
            project,
            current_annotator(),
            for_lead=for_lead,
            progress=bar("Comparing"),
            cancelled=stopped,
        )
    if found.cancelled:
        note("Interrupted. No report was written.")
        return ExitCode.INTERRUPTED
    write_report(found, target, language)
    click.echo(plain(f"Wrote {target}."))
    return ExitCode.OK
