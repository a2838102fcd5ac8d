"""The command that makes a work package."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.exits import ExitCode
from annotator.cli.messages import plain
from annotator.cli.output import counted, note
from annotator.cli.parameters import current_annotator, project_argument
from annotator.cli.sight import insist_on_lead


@click.command()
@project_argument
@click.option("--for", "annotator", required=True, metavar="NAME", help="Whose package it is.")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="Where it goes; without it, beside the project as PROJECT-NAME.annot.",
)
@click.option("--repeat", "again", is_flag=True, help="What NAME is to annotate again; see “repeat”.")
def package(project: Path, annotator: str, out: Path | None, again: bool) -> int:
    """Make a project file with the articles of one annotator of PROJECT, and nobody else's work.

    She works in it and sends it back for “merge”, as often as she likes.
    """
    from annotator.services.packaging import default_target, make_package
    from annotator.services.project import Project
    from annotator.services.repeating import known_second_pass

    if again or annotator != current_annotator():
        insist_on_lead(project)
    with Project.open(project, read_only=True) as opened:
        if again:
            annotator = known_second_pass(opened.store, annotator)
        made = make_package(opened, annotator, out or default_target(project, annotator))
    begun = f", {counted(made.sets, 'set')} begun" if made.sets else ""
    note(plain(f"Made {made.path} for {made.annotator}: {counted(made.articles, 'article')}{begun}."))
    return ExitCode.OK
