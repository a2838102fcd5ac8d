"""The command that opens and closes the review of a project."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.exits import ExitCode
from annotator.cli.messages import plain
from annotator.cli.output import note, table
from annotator.cli.parameters import project_argument

_COLUMNS = ("Annotator", "Assigned", "Begun", "Done", "Leads")


@click.command()
@project_argument
@click.option("--open/--close", "is_open", default=None, help="Let everybody see everybody's work, or not.")
@click.option("--lead", "leads", multiple=True, metavar="NAME", help="Who leads; may be given several times.")
def review(project: Path, is_open: bool | None, leads: tuple[str, ...]) -> int:
    """Say how far everybody is in PROJECT, and open or close its review.

    Until it is open, only who leads sees others' annotations and figures in the window.
    """
    from annotator.services import roles
    from annotator.services.progress import queue_progress
    from annotator.services.project import Project

    changes = is_open is not None or bool(leads)
    with Project.open(project, read_only=not changes) as opened:
        store = opened.store
        with store.snapshot() if not changes else store.transaction():
            if leads:
                roles.set_leads(store, leads)
            if is_open is not None:
                roles.set_review(store, is_open=is_open)
            found = queue_progress(store)
            state = roles.review_open(store) or not roles.leads(store)
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
    note("The review is open." if state else "The review is closed: only who leads sees others' work.")
    return ExitCode.OK
