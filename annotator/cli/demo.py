"""The command that shows the program with its sample articles."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.exits import ExitCode
from annotator.cli.interrupt import kept_from_workers, stoppable
from annotator.cli.messages import plain
from annotator.cli.output import note, progress
from annotator.cli.parameters import current_annotator
from annotator.cli.screen import has_screen
from annotator.cli.windows import Windows

if TYPE_CHECKING:
    from annotator.services.demo import Sample

NAME = "beispiel"


@click.command()
@click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path, file_okay=False, readable=False),
    help="Where the sample project lies; without it, among this user's data.",
)
@click.option(
    "--exports",
    type=click.Path(path_type=Path, file_okay=False, readable=False),
    default=Path("exports"),
    show_default=True,
    help="Where the files go on a machine without a screen.",
)
@click.pass_obj
def demo(windows: Windows, folder: Path | None, exports: Path) -> int:
    """Show the program with its sample articles, pre-tagged.

    The sample project is made once; later runs open it as it was left. Without a screen, the suggestions
    are exported and the window is drawn into a picture.
    """
    sample = _prepared(folder)
    if sample.imported.cancelled or (sample.pretagged is not None and sample.pretagged.cancelled):
        note("Interrupted. Run the same command to go on.")
        return ExitCode.INTERRUPTED
    if not sample.imported.imported and not sample.imported.duplicates:
        note("The sample articles are missing; install the program again.")
        return ExitCode.PROBLEM
    if has_screen(os.environ, sys.platform):
        return windows.open(sample.path)
    note("There is no screen here, so the window is not opened.")
    _show_in_files(windows, sample.path, exports)
    return ExitCode.OK


def _prepared(folder: Path | None) -> Sample:
    from annotator.services.demo import prepare_sample
    from annotator.services.paths import user_paths

    path = folder / f"{NAME}.annot" if folder is not None else user_paths().sample_project
    note(plain(f"The sample project is {path}."))
    with stoppable() as stopped, kept_from_workers(), progress() as bar:
        return prepare_sample(
            path,
            author=current_annotator(),
            import_progress=bar("Importing", "bytes"),
            pretag_progress=bar("Pre-tagging"),
            cancelled=stopped,
        )


def _show_in_files(windows: Windows, project: Path, folder: Path) -> None:
    from annotator.services.exporting import export_jsonl
    from annotator.services.replacing import export_errors, make_folder
    from annotator.store import MACHINE

    make_folder(folder)
    target, picture = folder / f"{NAME}.jsonl", folder / f"{NAME}.png"
    report = export_jsonl(project, target, annotators=[MACHINE])
    note(plain(f"Wrote {target}: {report.spans} suggestions in {report.articles} articles."))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with export_errors(picture):
        windows.render(project, picture, annotator=current_annotator())
    note(plain(f"Drew the window into {picture}."))
