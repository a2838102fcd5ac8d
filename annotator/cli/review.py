"""The command of a project's review: its door, who may settle, what is taken over by itself, and the gold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.exits import ExitCode
from annotator.cli.messages import plain
from annotator.cli.output import counted, note, progress, table
from annotator.cli.parameters import current_annotator, project_argument
from annotator.cli.sight import insist_on_lead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.services.progress import QueueProgress
    from annotator.services.project import Project
    from annotator.services.reviewing_rules import Rules

_COLUMNS = ("Annotator", "Assigned", "Begun", "Done", "Leads")
_RULES = ("all", "majority", "never")


@click.command()
@project_argument
@click.option("--open/--close", "is_open", default=None, help="Let everybody see everybody's work, or not.")
@click.option("--lead", "leads", multiple=True, metavar="NAME", help="Who leads; may be given several times.")
@click.option(
    "--reviewer",
    "reviewers",
    multiple=True,
    metavar="NAME",
    help="Who else may settle disagreements while the review is open; may be given several times.",
)
@click.option(
    "--rule",
    "rules",
    multiple=True,
    metavar="[LAYER=]RULE",
    help="What the gold set takes over by itself, for all layers or for one: what all say (all), what more "
    "than half say (majority), or nothing (never); may be given several times.",
)
@click.option("--gold", is_flag=True, help="Write what holds by rule into the gold set of every article.")
def review(
    project: Path,
    is_open: bool | None,
    leads: tuple[str, ...],
    reviewers: tuple[str, ...],
    rules: tuple[str, ...],
    gold: bool,
) -> int:
    """Say how far everybody is in PROJECT, open and close its review, and write the gold set by rule.

    Until it is open, only who leads sees others' annotations and figures. What is left to decide is settled
    in the window; `annotator export --annotator gold` exports what stands.
    """
    from annotator.services import roles
    from annotator.services.progress import queue_progress
    from annotator.services.project import Project
    from annotator.services.reviewing_rules import read_rules, write_rules

    orders = is_open is not None or bool(leads or reviewers or rules)
    changes = orders or gold
    if orders:
        insist_on_lead(project)
    with Project.open(project, read_only=not changes) as opened:
        store = opened.store
        who = current_annotator()
        everybody = is_open or roles.sees_others(store, who)
        with store.snapshot() if not changes else store.transaction():
            if leads:
                roles.set_leads(store, leads)
            if reviewers:
                roles.set_reviewers(store, reviewers)
            if is_open is not None:
                roles.set_review(store, is_open=is_open)
            if rules:
                write_rules(store, _changed(opened, read_rules(store), rules))
            found = [one for one in queue_progress(store) if everybody or one.annotator == who]
            state = roles.review_open(store) or not roles.leads(store)
        _show(found)
        note("The review is open." if state else "The review is closed: only who leads sees others' work.")
        if rules or gold:
            note(_told(read_rules(store)))
        if gold:
            _write(opened)
    return ExitCode.OK


def _show(found: Sequence[QueueProgress]) -> None:
    table(
        _COLUMNS,
        [
            (
                plain(one.annotator),
                str(one.articles),
                str(one.begun),
                str(one.done),
                "yes" if one.lead else "",
            )
            for one in found
        ],
        words=(0, 4),
    )


def _changed(project: Project, rules: Rules, asked: tuple[str, ...]) -> Rules:
    from annotator.services.reviewing_rules import Rule, Rules

    layers = {layer.name for layer in project.scheme.layers}
    default, by_layer = rules.default, dict(rules.layers)
    for each in asked:
        layer, equals, name = each.rpartition("=")
        if name not in _RULES:
            raise click.BadParameter(f"{name!r} is none of {', '.join(_RULES)}", param_hint="--rule")
        if equals and layer not in layers:
            known = ", ".join(sorted(layers))
            raise click.BadParameter(f"the scheme has no layer {layer!r}, but {known}", param_hint="--rule")
        if equals:
            by_layer[layer] = Rule(name)
        else:
            # A rule for all layers is for all of them: what was said of single ones before is over.
            default, by_layer = Rule(name), {}
    return Rules(default, by_layer)


def _told(rules: Rules) -> str:
    single = "".join(f"; {layer}: {rule.value}" for layer, rule in sorted(rules.layers.items()))
    return f"Taken over by itself: {rules.default.value}{single}."


def _write(project: Project) -> None:
    from annotator.services.reviewing import Reviewing
    from annotator.services.reviewing_writing import write_gold

    with progress() as bar:
        written = write_gold(Reviewing(project, current_annotator()), progress=bar("Gold set"))
    note(
        f"The gold set of {counted(written.articles, 'article')} is written: {written.done} settled, "
        f"{counted(written.open, 'item')} left to decide."
    )
