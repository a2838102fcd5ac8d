"""Pre-tagging a project: the work is done in worker processes, the results are written here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias, TypeVar

from annotator.core import validation
from annotator.core.article import Article
from annotator.core.change import Change, ClusterChange, MentionChange, Operation, RelationChange
from annotator.core.errors import AnnotatorError, InvalidEdit, SchemeViolation, StaleRevision
from annotator.core.ids import ArticleId, OperationId, new_id
from annotator.core.state import Layered, overlay
from annotator.pretag.model import Failure, NotTaken, PretagResult
from annotator.pretag.pool import Pool
from annotator.services.project import Project
from annotator.store import MACHINE, AnnotatorKind

Progress: TypeAlias = Callable[[int, int], None]
"""Called with the number of articles done and of all."""

K = TypeVar("K")
T = TypeVar("T")
Gain: TypeAlias = MentionChange | RelationChange | ClusterChange
_ARTICLES_WORTH_A_WORKER = 25


@dataclass(frozen=True, slots=True)
class PretagReport:
    """What a run did.

    ``articles`` were tagged, ``changed`` of them have other suggestions than before, and ``suggestions``
    counts the mentions suggested in them. ``failures`` names components that failed on single articles
    (without a component: the article as a whole); ``problems`` are parts of the pre-tagger that could not be
    used at all, a damaged model, say. ``cancelled`` tells that not all articles were done.
    """

    articles: int
    changed: int
    suggestions: int
    failures: tuple[Failure, ...]
    problems: tuple[AnnotatorError, ...]
    cancelled: bool


def pretag_project(
    project_path: Path,
    article_ids: Sequence[ArticleId] | None = None,
    *,
    pipeline: str = "",
    jobs: int | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PretagReport:
    """Suggest annotations for articles of a project, all of them by default.

    ``pipeline`` is the package name or the folder of an installed spaCy pipeline that helps; if it cannot be
    used, the report's problems say why, and the rest works without it. ``jobs`` is the number of worker
    processes; by default one for every 25 articles, at most one for each processor.

    The suggestions are the set of the machine annotator ``pretagger``; one operation for each article holds
    only what differs from the run before, so running it again without any change writes nothing. What was
    written before a cancel or a failure stays.

    Raises :class:`StoreUnavailable` if the project cannot be read or written, :class:`WorkersLost` if no
    worker can be kept alive.
    """
    with Project.open(project_path) as project:
        chosen = list(article_ids) if article_ids is not None else project.store.article_ids()
        run = _Run(
            project, chosen, pipeline, progress or (lambda done, total: None), cancelled or (lambda: False)
        )
        run.go(jobs or _workers_for(len(chosen)))
        return run.report()


def _workers_for(articles: int) -> int:
    return max(1, min(os.cpu_count() or 1, articles // _ARTICLES_WORTH_A_WORKER))


@dataclass(slots=True)
class _Run:
    """One run under way."""

    project: Project
    chosen: list[ArticleId]
    pipeline: str
    progress: Progress
    cancelled: Callable[[], bool]
    done: int = 0
    changed: int = 0
    suggestions: int = 0
    failures: list[Failure] = field(default_factory=list)
    problems: tuple[AnnotatorError, ...] = ()

    def go(self, jobs: int) -> None:
        """Tag and write everything that was chosen."""
        if not self.chosen:
            return
        store = self.project.store
        store.ensure_annotator(MACHINE, AnnotatorKind.MACHINE)
        self.progress(0, len(self.chosen))
        with Pool(self.project.scheme, jobs=jobs, installed=self.pipeline) as pool:
            for answer in pool.run(self._articles(), cancelled=self.cancelled):
                self._take(answer)
                self.done += 1
                self.progress(self.done, len(self.chosen))
            self.problems = pool.problems

    def report(self) -> PretagReport:
        """Return what was done."""
        return PretagReport(
            articles=self.done,
            changed=self.changed,
            suggestions=self.suggestions,
            failures=tuple(self.failures),
            problems=self.problems,
            cancelled=self.done < len(self.chosen),
        )

    def _articles(self) -> Iterator[Article]:
        for article_id in self.chosen:
            store = self.project.store
            yield replace(store.article(article_id), zones=store.zones(article_id))

    def _take(self, answer: PretagResult | Failure) -> None:
        if isinstance(answer, Failure):
            self.failures.append(answer)
            return
        self.failures.extend(answer.failures)
        self.suggestions += len(answer.layered.mentions)
        try:
            self.changed += write_suggestions(self.project, answer.article_id, answer.layered)
        except (InvalidEdit, SchemeViolation) as error:
            self.failures.append(Failure(answer.article_id, "", NotTaken(error)))


def write_suggestions(project: Project, article_id: ArticleId, suggested: Layered) -> bool:
    """Make the pre-tagger's set on an article what it should be; ``False`` if it is that already.

    Raises :class:`InvalidEdit` or :class:`SchemeViolation` if a suggestion does not fit the article or the
    scheme; nothing is written then.
    """
    for _ in range(2):
        try:
            return _write(project, article_id, suggested)
        except StaleRevision:  # Another run wrote the same set; what differs now is found anew.
            continue
    return _write(project, article_id, suggested)


def _write(project: Project, article_id: ArticleId, suggested: Layered) -> bool:
    store = project.store
    with store.transaction():
        known = dict(store.sets(article_id)).get(MACHINE)
        before = store.layered(article_id, MACHINE)
        changes = differences(before, suggested)
        if not changes and known is not None:
            return False
        revision = known.revision if known is not None else 0
        zones = store.zones(article_id)
        state = overlay(before, Layered(), zones=zones, revision=revision)
        article = store.article(article_id)
        validation.check(
            changes,
            before=state,
            after=state.apply(changes, revision=revision + 1),
            article=article,
            scheme=project.scheme,
        )
        operation = Operation(
            id=OperationId(new_id()),
            article_id=article_id,
            annotator=MACHINE,
            author=MACHINE,
            at=datetime.now(UTC),
            name="pretag",
            changes=changes,
        )
        store.append(operation, expected_revision=revision)
    return bool(changes)


def differences(before: Layered, after: Layered) -> tuple[Change, ...]:
    """Return the changes from one set of suggestions to another: what goes, then what comes or changes."""
    mentions = [MentionChange(*pair) for pair in _pairs(before.mentions, after.mentions)]
    relations = [RelationChange(*pair) for pair in _pairs(before.relations, after.relations)]
    clusters = [ClusterChange(*pair) for pair in _pairs(before.clusters, after.clusters)]
    going: tuple[Gain, ...] = (*clusters, *relations, *mentions)
    coming: tuple[Gain, ...] = (*mentions, *relations, *clusters)
    return (*(c for c in going if c.after is None), *(c for c in coming if c.after is not None))


def _pairs(before: Mapping[K, T], after: Mapping[K, T]) -> Iterator[tuple[T | None, T | None]]:
    for identifier in {**before, **after}:
        old, new = before.get(identifier), after.get(identifier)
        if old != new:
            yield old, new
