"""The command that divides articles among annotators."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.exits import ExitCode
from annotator.cli.messages import plain
from annotator.cli.output import counted, note, table
from annotator.cli.parameters import current_annotator, project_argument
from annotator.cli.sight import insist_on_lead

if TYPE_CHECKING:
    from annotator.services.assigning import Division

_COLUMNS = ("Annotator", "Articles", "Calibration", "Control", "Begun")


def _names(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    return tuple(name for part in (value or "").split(",") if (name := " ".join(part.split())))


def _most(_ctx: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, int]:
    found = {}
    for value in values:
        name, _, number = value.rpartition("=")
        if not name or not number.isdecimal():
            raise click.BadParameter(f"{value!r} is not like anna=40")
        found[" ".join(name.split())] = int(number)
    return found


@click.command()
@project_argument
@click.option(
    "--annotators", callback=_names, metavar="NAME,…", help="Who annotates, with commas between the names."
)
@click.option(
    "--overlap",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many annotators do each article.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed divides the same way.")
@click.option(
    "--calibration",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="How many articles everybody does, before all others.",
)
@click.option(
    "--control",
    type=click.FloatRange(0, 1),
    default=0.0,
    show_default=True,
    help="The share of everybody's other articles that come without suggestions.",
)
@click.option(
    "--load",
    "most",
    multiple=True,
    callback=_most,
    metavar="NAME=N",
    help="The most articles that somebody takes; may be given several times.",
)
@click.option(
    "--by-hand",
    type=click.Path(path_type=Path, readable=False),
    metavar="TABLE",
    help="Take the queues from a table with the columns annotator and article (position, calibration, "
    "control), such as --dry-run prints.",
)
@click.option("--dry-run", is_flag=True, help="Change nothing; print the queues as a table for --by-hand.")
@click.pass_context
def assign(
    ctx: click.Context,
    project: Path,
    annotators: tuple[str, ...],
    overlap: int,
    seed: int,
    calibration: int,
    control: float,
    most: dict[str, int],
    by_hand: Path | None,
    dry_run: bool,
) -> int:
    """Divide the articles of PROJECT among annotators; each sees her queue alone.

    Can be run again: what somebody has begun stays hers, the rest is divided anew, also what was given by
    hand. What is taken from whom is told; --dry-run tells it and changes nothing.
    """
    from annotator.review.queues import Rules
    from annotator.services import assigning
    from annotator.services.project import Project

    if not annotators and by_hand is None:
        raise click.UsageError("Say who annotates, with --annotators anna,bert.", ctx)
    insist_on_lead(project)
    with Project.open(project, read_only=dry_run) as opened:
        store = opened.store
        if by_hand is not None:
            division = assigning.plan_by_hand(store, by_hand)
        else:
            rules = Rules(overlap, seed, calibration, control, most)
            division = assigning.plan(store, annotators, rules)
        _tell_taken(division)
        if dry_run:
            text = io.StringIO()
            assigning.write_table(store, division.rows, text)
            click.echo(plain_lines(text.getvalue()), nl=False)
        else:
            assigning.assign(store, division.rows, author=current_annotator())
            table(_COLUMNS, _rows(division))
    if division.short and by_hand is None:
        note(f"{counted(len(division.short), 'article')} left over: too few annotators have room for them.")
        return ExitCode.PROBLEM
    return ExitCode.OK


def plain_lines(text: str) -> str:
    """Return a table with what would steer a terminal written out, but for its tabs and line ends."""
    return "\n".join("\t".join(map(plain, line.split("\t"))) for line in text.split("\n"))


def _tell_taken(division: Division) -> None:
    if division.taken:
        people = ", ".join(f"{plain(name)} {number}" for name, number in division.taken.items())
        note(f"Articles given before, also by hand, and not begun are taken back: {people}.")
    if division.released:
        noun = "article is" if division.released == 1 else "articles are"
        note(f"{division.released} {noun} no longer for everybody; --calibration says how many are.")


def _rows(division: Division) -> list[tuple[str, ...]]:
    return [
        (plain(one.annotator), *map(str, (one.articles, one.calibration, one.control, one.kept)))
        for one in division.loads
    ]
