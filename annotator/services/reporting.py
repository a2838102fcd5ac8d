"""A report on a project to hand on: what it says. How it looks is told in ``reporting_page``."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from annotator.core.annotation import SetState
from annotator.core.errors import ExportFailed
from annotator.core.scheme import Scheme
from annotator.review.agreement import confusions
from annotator.review.disagreement import find
from annotator.review.item import Kind
from annotator.services.agreement import Agreement, insist_on_sight, measure_agreement, read
from annotator.services.evaluating import Progress, never, nothing
from annotator.services.exporting import told
from annotator.services.project import Project
from annotator.services.reporting_disagreements import Disagreements, Frequent, Review
from annotator.services.reporting_times import Haste, count_decisions, hasty_runs, seconds_per_decision
from annotator.store import AnnotatorKind

PROJECT_SUFFIX = ".annot"
_MOST = 12


@dataclass(frozen=True, slots=True)
class Work:
    """How far somebody is: articles by state, decisions, and typical times in seconds (``None``: unknown).

    ``per_article`` is the median of the working time on finished articles, ``per_decision`` that between two
    decisions in a row.
    """

    annotator: str
    states: Mapping[SetState, int]
    decisions: int
    per_article: float | None
    per_decision: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the report tells. ``haste`` is ``None`` unless it was asked for.

    ``confusions``: by layer, how often two labels stand for one mention, over all pairs.
    """

    name: str
    at: datetime
    scheme: Scheme
    articles: int
    work: tuple[Work, ...]
    agreement: Agreement
    confusions: Mapping[str, Mapping[tuple[str, str], int]]
    kinds: Mapping[Kind, int]
    frequent: tuple[Frequent, ...]
    review: Review
    haste: tuple[Haste, ...] | None
    titles: Mapping[str, str]
    cancelled: bool = False


def make_report(
    path: Path,
    person: str,
    *,
    for_lead: bool = False,
    progress: Progress = nothing,
    cancelled: Callable[[], bool] = never,
) -> Report:
    """Gather what a report tells; meant to be run in a worker.

    ``person`` asks for it: where somebody leads the project, others get it in an open review alone.
    ``for_lead`` adds the runs of acceptances that nobody can have read, and asks for a lead in any case.

    Raises :class:`NotAllowed` or :class:`StoreUnavailable`.
    """
    from annotator.services.roles import insist_on_lead

    with Project.open(path, read_only=True) as project:
        insist_on_sight(project, person)
        if for_lead:
            insist_on_lead(project.store, person)
        people = [one.name for one in project.store.annotators() if one.kind is AnnotatorKind.HUMAN]
        total = project.store.article_count()
        agreement = measure_agreement(path, cancelled=cancelled)
        found = _disagreements(project, agreement, progress, cancelled)
        work: list[Work] = []
        haste: list[Haste] = []
        for name in people:
            operations = [o for o in project.store.operations(annotator=name) if o.author == name]
            work.append(_work(project, name, seconds_per_decision(operations), count_decisions(operations)))
            haste.extend(hasty_runs(operations) if for_lead else ())
        layers = [layer.name for layer in project.scheme.layers]
        tables = {name: confusions(agreement.counted.statistics, name) for name in layers}
        return Report(
            path.stem,
            datetime.now(UTC),
            project.scheme,
            total,
            tuple(work),
            agreement,
            {name: table for name, table in tables.items() if table},
            found.kinds,
            found.frequent(_MOST),
            found.review,
            tuple(haste) if for_lead else None,
            {one.article_id: project.store.article_name(one.article_id) for one in haste},
            agreement.cancelled or cancelled(),
        )


def _disagreements(
    project: Project, agreement: Agreement, progress: Progress, cancelled: Callable[[], bool]
) -> Disagreements:
    found = Disagreements()
    store = project.store
    gold = [one.name for one in store.annotators() if one.kind is AnnotatorKind.GOLD]
    sets = agreement.counted.sets
    progress(0, len(sets))
    for done, (article_id, who) in enumerate(sets.items(), start=1):
        if cancelled():
            break
        one = read(project, article_id, [name for name, _ in who])
        verdicts = {k: v for name in gold for k, v in store.layered(article_id, name).verdicts.items()}
        found.add(
            one, find(one.article, one.versions, project.scheme), {str(k): v for k, v in verdicts.items()}
        )
        progress(done, len(sets))
    return found


def _work(project: Project, name: str, per_decision: float | None, decisions: int) -> Work:
    states: dict[SetState, int] = dict.fromkeys(SetState, 0)
    seconds = []
    for row in project.store.article_rows(name):
        states[row.state] += 1
        if row.state is SetState.DONE:
            seconds.append(project.store.set_info(row.id, name).active_seconds)
    measured = [one for one in seconds if one > 0]
    return Work(name, states, decisions, median(measured) if measured else None, per_decision)


def write_report(report: Report, target: Path, language: str) -> None:
    """Write a report as one HTML file, whole or not at all; raises :class:`ExportFailed`."""
    from annotator.services.reporting_page import render

    text = render(report, language)
    with told(target):
        if target.suffix == PROJECT_SUFFIX:
            raise ExportFailed(target=str(target), reason="is_project")
        beside = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            beside.write_text(text, encoding="utf-8", newline="\n")
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)


def report_to(
    path: Path,
    person: str,
    target: Path,
    language: str,
    *,
    for_lead: bool = False,
    progress: Progress = nothing,
    cancelled: Callable[[], bool] = never,
) -> bool:
    """Make a report and write it; ``False`` if that was cancelled, and nothing written."""
    found = make_report(path, person, for_lead=for_lead, progress=progress, cancelled=cancelled)
    if not found.cancelled:
        write_report(found, target, language)
    return not found.cancelled
