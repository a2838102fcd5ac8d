"""A report on a project to hand on: what it says. How it looks is told in ``reporting_page``."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from annotator.core.annotation import SetState
from annotator.core.change import Operation
from annotator.core.collation import collated
from annotator.core.errors import ExportFailed
from annotator.core.ids import ArticleId
from annotator.core.scheme import Scheme
from annotator.review.agreement import confusions
from annotator.review.disagreement import find
from annotator.review.item import Kind
from annotator.services.agreement import Agreement, insist_on_sight, measure_agreement, read
from annotator.services.evaluating import Progress, never, nothing
from annotator.services.project import Project
from annotator.services.replacing import export_errors
from annotator.services.reporting_disagreements import Disagreements, Frequent, Review
from annotator.services.reporting_times import Clock, Haste, hasty_runs
from annotator.services.reviewing_rules import read_rules
from annotator.services.reviewing_settle import settle
from annotator.services.reviewing_values import GOLD, Case
from annotator.store import AnnotatorKind, Team
from annotator.store.work import Work as Done

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
        humans = [one.name for one in project.store.annotators() if one.kind is AnnotatorKind.HUMAN]
        people = sorted(humans, key=collated)
        total = project.store.article_count()
        steps = _Steps(project, progress, cancelled)
        agreement = measure_agreement(path, progress=steps.reading, cancelled=cancelled)
        found = _disagreements(project, agreement, steps)
        work: list[Work] = []
        haste: list[Haste] = []
        for name in people:
            clock = Clock()
            operations = clock.watch(steps.of_log(project, name))
            haste.extend(hasty_runs(operations) if for_lead else _passed_over(operations))
            one = _work(project, name, clock)
            if any(one.states.values()):
                work.append(one)
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


class _Steps:
    """One count of progress over all stages: each article is read twice, and each set's log once.

    That is how a bar moves on during each of them, and never back.
    """

    def __init__(self, project: Project, progress: Progress, cancelled: Callable[[], bool]) -> None:
        shared = sum(len(sets) > 1 for sets in project.store.finished_sets().values())
        again = sum(map(len, project.store.repeated_sets().values()))
        self.total = 2 * shared + again + len(Team(project.store).begun())
        self._progress, self.cancelled = progress, cancelled
        self._done = 0
        progress(0, self.total)

    def reading(self, done: int, _: int) -> None:
        """Take the progress of the comparison over."""
        self._tell(done)

    def one_more(self) -> None:
        """Count one step."""
        self._tell(self._done + 1)

    def of_log(self, project: Project, name: str) -> Iterator[Operation]:
        """Yield what somebody did to her own sets, oldest first, until it is cancelled."""
        met: set[ArticleId] = set()
        for operation in project.store.operations(annotator=name):
            if self.cancelled():
                return
            if operation.article_id not in met:
                met.add(operation.article_id)
                self.one_more()
            if operation.author == name:
                yield operation

    def _tell(self, done: int) -> None:
        self._done = min(done, self.total)
        self._progress(self._done, self.total)


def _passed_over(operations: Iterable[Operation]) -> Iterator[Haste]:
    deque(operations, maxlen=0)
    return iter(())


def _disagreements(project: Project, agreement: Agreement, steps: _Steps) -> Disagreements:
    found, now = Disagreements(), datetime.now(UTC)
    store, scheme, rules = project.store, project.scheme, read_rules(project.store)
    sets = agreement.counted.sets
    for article_id, who in sets.items():
        if steps.cancelled():
            break
        one = read(project, article_id, [name for name, _ in who])
        items = find(one.article, one.versions, scheme)
        gold = store.state(article_id, GOLD, suggestions_from=())
        outcome = settle(Case(one.article, scheme, items), gold, rules, {}, by="", at=now)
        found.add(one, items, {entry.item.id: entry for entry in outcome.entries})
        steps.one_more()
    return found


def _work(project: Project, name: str, clock: Clock) -> Work:
    done = Done(project.store, name)
    states = done.states()
    seconds = [one.active_seconds for one in done.timed_articles() if one.state is SetState.DONE]
    measured = [one for one in seconds if one > 0]
    per_article = median(measured) if measured else None
    return Work(name, states, clock.decisions, per_article, clock.per_decision)


def write_report(report: Report, target: Path, language: str) -> None:
    """Write a report as one HTML file, whole or not at all; raises :class:`ExportFailed`."""
    from annotator.services.reporting_page import render

    text = render(report, language)
    with export_errors(target):
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
