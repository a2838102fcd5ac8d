"""The command that brings work back from other project files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.exits import ExitCode
from annotator.cli.interrupt import stoppable
from annotator.cli.messages import plain, sentence
from annotator.cli.output import counted, note, progress
from annotator.cli.parameters import current_annotator, project_argument
from annotator.cli.sight import insist_on_lead

if TYPE_CHECKING:
    from annotator.services.merge_report import Reason, Told

_TOLD: Mapping[Reason, str] = {
    "scheme_differs": "{file} follows the scheme {there}, this project {here}; nothing was merged from it. "
    "If the two go together, add: --other-scheme",
    "nothing_in_it": "{file} holds no work of anybody who could be merged.",
    "same_file": "{file} is this project itself.",
    "text_differs": "{file}: the text of {article} is another one here; {annotator}'s work on it stayed out. "
    "Give {annotator} a new package.",
    "article_missing": "{file}: there is no article {article} here; {annotator}'s work on it stayed out. "
    "Import the article, then merge again.",
    "articles_missing": "{file}: none of its {number} articles with work on them is in this project; nothing "
    "was merged from it. If it is the right file, import its articles, then merge again.",
    "tokens_differ": "{file}: the words of {article} are cut otherwise here; {annotator}'s work on it stayed "
    "out. Give {annotator} a new package.",
    "changed_in_both": "{file}: {annotator} has worked on {article} here and in the file since they parted; "
    "what is here stays. To take the file's, undo what was done here, then merge again.",
    "cluster_changed_in_both": "{file}: {annotator}'s clusters in {article} were changed here and in the "
    "file; what is here stays. To take the file's, undo what was done here, then merge again.",
    "does_not_fit": "{file}: {annotator}'s work on {article} does not fit the scheme here ({because}); it "
    "stayed out. Have it changed in the file, then merge again.",
    "kind_differs": "{file}: {annotator} is something else here: a person, a program or a second pass. "
    "Have another name taken in the file.",
    "zones_differ": "{file}: the text parts of {article} were corrected by several; the latest holds.",
    "unreadable": "{because}",
}


@click.command()
@project_argument
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, readable=False), metavar="FILE…")
@click.option("--other-scheme", is_flag=True, help="Take what fits from files with another scheme.")
@click.option("--undo", is_flag=True, help="Take the last merge back, in one step.")
@click.pass_context
def merge(ctx: click.Context, project: Path, files: tuple[Path, ...], other_scheme: bool, undo: bool) -> int:
    """Bring the work in FILEs, packages or whole projects, into PROJECT.

    Nothing is overwritten, and the order does not matter: the same file again, or a later one of the same
    person, brings only what is new.
    """
    from annotator.services.merge_undo import undo_merge
    from annotator.services.merging import merge_files

    if bool(files) is undo:
        raise click.UsageError("Name the files to merge, or say --undo alone.", ctx)
    if undo:
        insist_on_lead(project)
        taken = undo_merge(project, author=current_annotator())
        note(plain(f"Took back the merge of {', '.join(taken.sources)} at {taken.at:%Y-%m-%d %H:%M} UTC."))
        return ExitCode.OK
    with stoppable() as stopped, progress() as bar:
        report = merge_files(
            project,
            files,
            author=current_annotator(),
            other_scheme=other_scheme,
            progress=bar("Merging"),
            cancelled=stopped,
        )
    if report.cancelled:
        note("Interrupted; nothing was merged.")
        return ExitCode.INTERRUPTED
    for told in report.told:
        note(told_sentence(told))
    for name, number in report.merged.items():
        note(plain(f"{name}: {counted(number, 'article')} came in or grew."))
    if report.unchanged:
        note(f"{counted(report.unchanged, 'set')} here as far or further already.")
    if not report.merged:
        note("Nothing new came in.")
    refused = [told for told in report.told if told.reason not in ("zones_differ", "nothing_in_it")]
    return ExitCode.PROBLEM if refused else ExitCode.OK


def told_sentence(told: Told) -> str:
    """Return what was not merged, why, and the remedy."""
    if told.reason == "unreadable" and told.facts.get("reason") == "missing":
        return plain(f"There is no file {told.source}. Is the path right?")
    because = sentence(told.error) if told.error is not None else ""
    if told.reason == "does_not_fit":
        because = ", ".join(f"{name} {value}" for name, value in told.facts.items())
    facts = {**told.facts, "file": str(told.source), "annotator": told.annotator, "article": told.article}
    return plain(_TOLD[told.reason].format_map({**facts, "because": because}))
