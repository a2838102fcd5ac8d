"""The command that measures suggestions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.exits import ExitCode
from annotator.cli.interrupt import kept_from_workers, stoppable
from annotator.cli.messages import plain, sentence
from annotator.cli.output import counted, note, progress, table
from annotator.cli.parameters import optional_project_argument
from annotator.cli.sight import insist_on_sight

if TYPE_CHECKING:
    from annotator.services.evaluating import Evaluation

_FORMS = ("germeval", "conll", "smartdata", "jsonl")


@click.command()
@optional_project_argument
@click.option("--against", metavar="NAME", help="Whose accepted annotations are taken for right.")
@click.option(
    "--tagger", metavar="NAME", help="Whose annotations are measured; without it, those of “pretagger”."
)
@click.option("--all", "unfinished", is_flag=True, help="Take articles too that NAME has not finished.")
@click.option(
    "--corpus",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="Tag the texts of an annotated corpus anew and measure that: GermEval 2014, CoNLL-2003 columns, "
    "SmartData, or what “annotator export” writes.",
)
@click.option("--form", type=click.Choice(_FORMS), help="The form of the corpus; without it, found out.")
@click.option(
    "--labels",
    "labels_table",
    type=click.Path(path_type=Path, readable=False),
    metavar="TABLE.yaml",
    help="What the labels of the corpus are in the scheme, in place of the table that comes along.",
)
@click.option(
    "--label",
    "labels",
    multiple=True,
    metavar="LABEL",
    help="Compare this alone: a label (PER), a relation or role, or a layer (entity). May be given several "
    "times.",
)
@click.option("--errors", "errors", type=click.IntRange(min=0), default=20, help="How many mistakes to show.")
@click.option(
    "--json",
    "json_file",
    type=click.Path(path_type=Path, readable=False, allow_dash=True),
    metavar="FILE",
    help="Write everything to FILE too; - prints it in place of the tables.",
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="How many processes tag a corpus.")
def evaluate(
    project: Path | None,
    against: str | None,
    tagger: str | None,
    unfinished: bool,
    corpus: Path | None,
    form: str | None,
    labels_table: Path | None,
    labels: tuple[str, ...],
    errors: int,
    json_file: Path | None,
    jobs: int | None,
) -> int:
    """Measure suggestions: those in PROJECT against a person's annotations, or new ones against a corpus.

    Scores are those of SemEval-2013 task 9.1: strict (border and label), exact (border), partial (overlap
    counts by half) and type (label, with some overlap). The table has the strict precision and recall and
    each F1 in per cent; the JSON has all figures and counts.
    With --corpus, PROJECT is only asked for its scheme.
    """
    if corpus is None:
        found = _of_project(project, against, tagger, unfinished, labels)
    else:
        if tagger is not None or unfinished:
            raise click.UsageError("--tagger and --all go with a project, not with --corpus")
        found = _of_corpus(corpus, form, labels_table, against, project, labels, jobs)
    if json_file == Path("-"):
        _print_json(found)
    else:
        _tell(found, errors)
        if json_file is not None:
            _write_json(found, json_file)
    if found.cancelled:
        note("Interrupted. The figures are those of the articles until then.")
        return ExitCode.INTERRUPTED
    return ExitCode.PROBLEM if found.failures or found.problems or not found.articles else ExitCode.OK


def _of_project(
    project: Path | None,
    against: str | None,
    tagger: str | None,
    unfinished: bool,
    labels: tuple[str, ...],
) -> Evaluation:
    if project is None or against is None:
        raise click.UsageError("name PROJECT.annot and --against NAME, or --corpus FILE")
    from annotator.services.evaluating import evaluate_project
    from annotator.store import MACHINE

    insist_on_sight(project, [against, tagger or MACHINE])
    with stoppable() as stopped, progress() as bar:
        return evaluate_project(
            project,
            against,
            tagger=tagger or MACHINE,
            unfinished=unfinished,
            labels=labels,
            progress=bar("Comparing"),
            cancelled=stopped,
        )


def _of_corpus(
    path: Path,
    form: str | None,
    labels_table: Path | None,
    annotator: str | None,
    project: Path | None,
    labels: tuple[str, ...],
    jobs: int | None,
) -> Evaluation:
    from annotator.formats.corpus import CorpusForm
    from annotator.services.evaluating_corpus import CorpusChoice, evaluate_corpus

    choice = CorpusChoice(path, CorpusForm(form) if form else None, labels_table, annotator)
    with stoppable() as stopped, kept_from_workers(), progress() as bar:
        return evaluate_corpus(
            choice,
            project=project,
            labels=labels,
            jobs=jobs,
            progress=bar("Pre-tagging"),
            cancelled=stopped,
        )


def _print_json(found: Evaluation) -> None:
    from annotator.cli.evaluation import as_json

    click.echo(as_json(found), nl=False)


def _write_json(found: Evaluation, target: Path) -> None:
    from annotator.cli.evaluation import as_json
    from annotator.services.replacing import export_errors

    with export_errors(target):
        target.write_bytes(as_json(found))
    note(plain(f"Wrote {target}."))


def _tell(found: Evaluation, errors: int) -> None:
    from annotator.cli import evaluation

    for problem in found.problems:
        note(f"Not all of the pre-tagger can be used: {sentence(problem)}")
    for failure in found.failures:
        part = f"{failure.component} failed" if failure.component else "pre-tagging failed"
        note(plain(f"Article {failure.article_id}: {part} ({failure.reason})."))
    note(plain(f"{found.tagger} against {found.against}, {counted(found.articles, 'article')}."))
    for number, reason in (
        (found.unfinished, "not finished (--all takes them too)"),
        (found.untagged, f"without a set of {found.tagger} (annotator pretag makes one)"),
    ):
        if number:
            note(plain(f"Left out: {counted(number, 'article')} {reason}."))
    if found.trained_on:
        note("The shipped model was trained on this very file: these figures say nothing about other texts.")
    if found.beyond:
        note(f"Not compared: {counted(found.beyond, 'suggestion')} of kinds that the corpus does not hold.")
    if not found.lines:
        note("There is nothing to compare.")
        return
    table(evaluation.SCORE_COLUMNS, list(map(evaluation.score_row, found.lines)))
    if errors and found.mistakes:
        click.echo()
        kinds = ", ".join(f"{found.kinds[kind]} {name}" for kind, name in evaluation.KINDS.items())
        click.echo(f"Mistakes: {kinds}. The most frequent:")
        click.echo()
        rows = [evaluation.mistake_row(mistake) for mistake in found.mistakes[:errors]]
        table(evaluation.MISTAKE_COLUMNS, [tuple(map(plain, row)) for row in rows], words=(0, 2, 3, 4))
