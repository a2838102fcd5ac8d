"""Commands about a project: make one, describe it, check it.

Here and in the other commands, what opens a project is imported by the command that does it: ``--help``
and the window need not wait for it.
"""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.exits import ExitCode
from annotator.cli.messages import plain
from annotator.cli.output import counted, note, table
from annotator.cli.parameters import current_annotator, project_argument


@click.command()
@project_argument
@click.option(
    "--scheme",
    type=click.Path(path_type=Path, readable=False),
    help="A scheme in YAML; without it the one for news that comes with the program.",
)
@click.option("--annotator", metavar="NAME", help="Who leads it; without it the name in the settings.")
def new(project: Path, scheme: Path | None, annotator: str | None) -> int:
    """Make a new, empty PROJECT (a file that ends in .annot), led by who makes it."""
    from annotator.services.project import Project
    from annotator.services.roles import begin_with

    with Project.create(project, scheme_path=scheme) as made:
        begin_with(made.store, annotator or current_annotator())
        note(plain(f"Made {project} with the scheme {made.scheme.name} {made.scheme.version}."))
    return ExitCode.OK


@click.command()
@project_argument
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object in place of a table.")
def info(project: Path, as_json: bool) -> int:
    """Count what is in PROJECT: articles, and each annotator's sets, spans and relations.

    Below, how the work went: yours, and as a lead that of the others. Where a project has a lead, others
    count their own sets and the programs' until the review is open.
    """
    from annotator.cli import counts
    from annotator.services.project import Project

    with Project.open(project, read_only=True) as opened:
        found = counts.count(opened, asked_by=current_annotator())
    if as_json:
        click.echo(counts.as_json(found))
        return ExitCode.OK
    scheme = found.scheme
    click.echo(
        plain(f"{found.path}: {counted(found.articles, 'article')}, scheme {scheme.name} {scheme.version}")
    )
    table(counts.COLUMNS, [counts.row(annotator) for annotator in found.annotators])
    if found.progress:
        click.echo()
        table(counts.PROGRESS_COLUMNS, [counts.progress_row(one) for one in found.progress])
    return ExitCode.OK


@click.command()
@project_argument
def check(project: Path) -> int:
    """Check PROJECT: replay its log against its tables, and have the database check itself.

    Prints one line for each problem; the exit code is 1 if there is any.
    """
    from annotator.cli.findings import finding_sentence
    from annotator.services.project import Project

    with Project.open(project, read_only=True) as opened:
        problems = opened.store.check()
    for problem in problems:
        click.echo(plain(finding_sentence(problem)))
    note(f"{counted(len(problems), 'problem')} found." if problems else "No problem found.")
    return ExitCode.PROBLEM if problems else ExitCode.OK
