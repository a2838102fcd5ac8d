"""How far the annotators of a project agree: its finished sets read, counted and turned into figures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeAlias

import numpy as np

from annotator.core.ids import ArticleId
from annotator.review.agreement import SAMPLES, figures
from annotator.review.counting import count
from annotator.review.figure import Figure
from annotator.review.statistics import Statistics, Table
from annotator.review.version import Reviewed, reviewed
from annotator.services import roles
from annotator.services.evaluating import Progress, never, nothing
from annotator.services.project import Project
from annotator.store import Team

Sets: TypeAlias = tuple[tuple[str, int], ...]
"""The finished sets of an article: annotator and revision."""
_AT_ONCE = 200
_BLOCK, _BLOCKS = 5, 12
_BLOCK_SAMPLES = 200


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts with the revisions that they were made from, so that only what has changed is counted again."""

    statistics: Statistics = field(default_factory=Statistics)
    sets: Mapping[ArticleId, Sets] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """Articles that were finished one after the other; ``figures`` are those of all pairs together.

    ``first`` and ``last``: the days on which the last of their annotators finished the first and the last.
    """

    first: date
    last: date
    articles: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The figures of control articles, which were annotated without suggestions, and those of the rest."""

    without_articles: int
    without: tuple[Figure, ...]
    with_articles: int
    with_: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class OwnWork:
    """How far somebody agrees with her own earlier work, on the ``articles`` that she finished twice.

    ``again`` is the name of her second pass. ``figures`` are those that can be told.
    """

    annotator: str
    again: str
    articles: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a comparison of the annotators found.

    ``articles`` have two finished sets or more, ``alone`` only one. ``drift`` is in the order of time, and
    empty where there are too few articles for two blocks. ``suggestions`` is ``None`` without control
    articles, or without others beside them. ``own_work`` has an entry for each second pass with something
    finished; all else is of first passes alone.
    """

    counted: Counted
    figures: tuple[Figure, ...]
    articles: int
    alone: int
    drift: tuple[Block, ...] = ()
    suggestions: Parts | None = None
    own_work: tuple[OwnWork, ...] = ()
    cancelled: bool = False

    @property
    def annotators(self) -> tuple[str, ...]:
        """Who is compared, sorted."""
        return self.counted.statistics.annotators

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every two annotators with an article in common, sorted."""
        return tuple(sorted({figure.pair for figure in self.figures if figure.pair is not None}))

    def of(self, pair: tuple[str, str] | None = None, *, scope: str | None = None) -> tuple[Figure, ...]:
        """Return the figures of a pair, or of all together, on one scope or on each."""
        wanted = tuple(sorted(pair)) if pair else None
        return tuple(f for f in self.figures if f.pair == wanted and scope in (None, f.scope))


class Steps:
    """One count of articles over both stages, which ends when the work is ``cancelled``."""

    def __init__(self, more: int, progress: Progress, cancelled: Callable[[], bool]) -> None:
        self._more, self._progress, self._cancelled = more, progress, cancelled
        self._done, self._total = 0, more
        self.stopped = False

    def begin(self, articles: int) -> None:
        """Say how many articles there are beside those of second passes."""
        self._total = articles + self._more
        self._progress(0, self._total)

    def go_on(self) -> bool:
        """Count an article that is read next; tell whether it is to be read at all."""
        self.stopped = self.stopped or self._cancelled()
        if not self.stopped:
            self._done += 1
            self._progress(self._done, self._total)
        return not self.stopped


def measure_agreement(
    path: Path,
    *,
    known: Counted | None = None,
    control: Collection[ArticleId] | None = None,
    samples: int = SAMPLES,
    progress: Progress = nothing,
    cancelled: Callable[[], bool] = never,
) -> Agreement:
    """Compare the finished sets of people, article by article; meant to be run in a worker.

    ``known``: what a call before returned (``counted``); articles whose sets are as they were are not read
    again. ``control``: the articles that were annotated without suggestions, by default those that nobody of
    the compared was to see any on. A cancelled call has the figures of what was read until then.

    Raises :class:`StoreUnavailable`.
    """
    with Project.open(path, read_only=True) as project:
        store = project.store
        finished = store.finished_sets()
        shared = {name: sets for name, sets in finished.items() if len(sets) > 1}
        steps = Steps(sum(map(len, store.repeated_sets().values())), progress, cancelled)
        counted, stopped = _counted(project, shared, known or Counted(), steps)
        own_work = () if stopped else tuple(_own_work(project, steps, samples))
        days = finishing_days(project, counted.statistics.annotators)
        without = set(control) if control is not None else control_articles(project, counted.sets)
    statistics = counted.statistics
    return Agreement(
        counted,
        figures(statistics, samples=samples),
        len(statistics.articles),
        len(finished) - len(shared),
        () if stopped else tuple(_drift(counted, days)),
        _parts(statistics, without),
        own_work,
        stopped or steps.stopped,
    )


def may_see(project: Project, person: str) -> bool:
    """Tell whether somebody may see what the annotators' sets say of each other."""
    return roles.sees_others(project.store, person)


def insist_on_sight(project: Project, person: str) -> None:
    """Raise :class:`NotAllowed` unless the review is open or ``person`` leads the project."""
    if not may_see(project, person):
        roles.insist_on_lead(project.store, person)


def read(project: Project, article_id: ArticleId, annotators: Sequence[str]) -> Reviewed:
    """Return an article with the versions of some annotators."""
    store = project.store
    sets = {name: store.layered(article_id, name) for name in annotators}
    return reviewed(store.article(article_id), sets)


def _counted(
    project: Project,
    shared: Mapping[ArticleId, Sets],
    known: Counted,
    steps: Steps,
) -> tuple[Counted, bool]:
    kept = {name: sets for name, sets in shared.items() if known.sets.get(name) == sets}
    statistics, read_sets = known.statistics.select(kept), dict(kept)
    changed = [name for name in shared if name not in kept]
    steps.begin(len(changed))
    for first in range(0, len(changed), _AT_ONCE):
        batch: list[Reviewed] = []
        for name in changed[first : first + _AT_ONCE]:
            if not steps.go_on():
                return Counted(statistics, read_sets), True
            batch.append(read(project, name, [annotator for annotator, _ in shared[name]]))
        statistics = statistics + count(batch, project.scheme)
        read_sets.update((one.article.id, shared[one.article.id]) for one in batch)
    return Counted(without_rest(statistics), read_sets), False


def _own_work(project: Project, steps: Steps, samples: int) -> Iterator[OwnWork]:
    whose = roles.second_passes(project.store)
    for again, articles in project.store.repeated_sets().items():
        batch = [read(project, name, (whose[again], again)) for name in articles if steps.go_on()]
        found = figures(count(batch, project.scheme), samples=samples)
        told = tuple(f for f in found if f.pair is None and f.value is not None)
        yield OwnWork(whose[again], again, len(batch), told)


def without_rest(statistics: Statistics) -> Statistics:
    """Drop what articles that were taken out left behind: annotators and cells without any entry."""
    kept = [i for i in range(len(statistics.annotators)) if statistics.present[:, i].any()]
    names = tuple(statistics.annotators[i] for i in kept)
    tables = {name: _without_empty(table) for name, table in statistics.tables.items()}
    return Statistics(statistics.articles, names, statistics.present[:, kept], tables)


def _without_empty(table: Table) -> Table:
    used, columns = np.unique(table.columns, return_inverse=True)
    return Table(tuple(table.cells[i] for i in used), table.rows, columns, table.values)


def finishing_days(project: Project, annotators: Sequence[str]) -> dict[tuple[ArticleId, str], date]:
    """Return the day on which somebody last said how far she is with an article, or else last worked on it.

    Of a finished set that is when it was finished.
    """
    days: dict[tuple[ArticleId, str], date] = {}
    said: set[ArticleId] = set()
    for name in annotators:
        said.clear()
        for head in project.store.log_heads(author=name, annotator=name):
            if head.name == "set_state":
                said.add(head.article_id)
            elif head.article_id in said:
                continue
            days[head.article_id, name] = head.at.date()
    return days


def control_articles(project: Project, sets: Mapping[ArticleId, Sets]) -> set[ArticleId]:
    """Return the articles that none of their annotators saw suggestions on, by the assignment."""
    control = {(one.article_id, one.annotator) for one in Team(project.store).assignments() if one.control}
    return {name for name, who in sets.items() if all((name, annotator) in control for annotator, _ in who)}


def _drift(counted: Counted, days: Mapping[tuple[ArticleId, str], date]) -> Iterator[Block]:
    ended = {
        name: max(known)
        for name, sets in counted.sets.items()
        if (known := [days[name, annotator] for annotator, _ in sets if (name, annotator) in days])
    }
    order = sorted(ended, key=lambda name: (ended[name], name))
    blocks = min(_BLOCKS, len(order) // _BLOCK)
    for index in range(blocks if blocks > 1 else 0):
        here = order[index * len(order) // blocks : (index + 1) * len(order) // blocks]
        found = together(counted.statistics.select(here))
        yield Block(ended[here[0]], ended[here[-1]], len(here), found)


def together(statistics: Statistics) -> tuple[Figure, ...]:
    """Return the figures of all pairs together, with fewer samples: they are many and each is of a part."""
    return tuple(f for f in figures(statistics, samples=_BLOCK_SAMPLES) if f.pair is None)


def _parts(statistics: Statistics, control: Collection[str]) -> Parts | None:
    without, with_ = statistics.select(sorted(control)), statistics.without(control)
    if not without.articles or not with_.articles:
        return None
    return Parts(len(without.articles), together(without), len(with_.articles), together(with_))
