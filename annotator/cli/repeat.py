"""The command that gives somebody articles to annotate again."""

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
@click.option("--for", "annotator", required=True, metavar="NAME", help="Who annotates again.")
@click.option("--articles", type=click.IntRange(min=1), metavar="N", help="How many articles.")
@click.option(
    "--share", type=click.FloatRange(0, 1, min_open=True), help="Which share of what NAME has finished."
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed draws the same articles.")
@click.option("--dry-run", is_flag=True, help="Change nothing; print the ids of the articles.")
@click.pass_context
def repeat(
    ctx: click.Context,
    project: Path,
    annotator: str,
    articles: int | None,
    share: float | None,
    seed: int,
    dry_run: bool,
) -> int:
    """Give NAME articles of PROJECT to annotate again, to be compared with the first time.

    They are drawn from those that NAME has finished. NAME works on them under a name of their own, as in
    “anna (2)”, without seeing the first time; see “package --repeat”. They are part of no review, and of no
    agreement but that with one's own earlier work.
    """
    from annotator.services.project import Project
    from annotator.services.repeating import plan_repeat, repeat

    if (articles is None) is (share is None):
        raise click.UsageError("Say how many with --articles or --share.", ctx)
    insist_on_lead(project)
    with Project.open(project, read_only=dry_run) as opened:
        made = plan_repeat(opened.store, annotator, number=articles or 0, share=share, seed=seed)
        if dry_run:
            click.echo("\n".join(made.articles))
        else:
            repeat(opened.store, made, author=current_annotator())
    number = counted(len(made.articles), "article")
    note(plain(f"{made.again}: {number} of {made.finished} finished ones."))
    return ExitCode.OK
