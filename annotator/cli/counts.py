"""How much is in a project."""

from __future__ import annotations

from collections import Counter

import msgspec

from annotator.core.annotation import SetState, Status
from annotator.services.progress import progress_of, shown_to
from annotator.services.project import Project
from annotator.services.roles import visible_to
from annotator.store import Store

COLUMNS = ("Annotator", "Kind", "Sets", "Done", "Suggested", "Accepted", "Rejected", "Relations", "Clusters")
PROGRESS_COLUMNS = ("Annotator", "Decisions", "Hours at work", "Decisions an hour")


class SchemeCount(msgspec.Struct, frozen=True):
    """Which scheme is in force."""

    name: str
    version: str


class AnnotatorCount(msgspec.Struct, frozen=True):
    """One annotator's work. ``states`` counts sets, ``spans`` and ``relations`` annotations by status."""

    name: str
    kind: str
    sets: int
    states: dict[str, int]
    spans: dict[str, int]
    relations: dict[str, int]
    clusters: int


class ProgressCount(msgspec.Struct, frozen=True):
    """How one annotator's work went. ``decisions_per_hour`` is ``None`` with too little to tell."""

    annotator: str
    decisions: int
    active_seconds: float
    decisions_per_hour: float | None


class ProjectCount(msgspec.Struct, frozen=True):
    """A whole project; ``progress`` holds those who have begun, as far as who asks may see them."""

    path: str
    name: str
    scheme: SchemeCount
    articles: int
    annotators: tuple[AnnotatorCount, ...]
    progress: tuple[ProgressCount, ...]


class _Tally:
    def __init__(self) -> None:
        self.states: Counter[str] = Counter()
        self.spans: Counter[str] = Counter()
        self.relations: Counter[str] = Counter()
        self.clusters: set[str] = set()


def count(project: Project, *, asked_by: str) -> ProjectCount:
    """Count, article by article, what ``asked_by`` may see."""
    store = project.store
    seen = visible_to(store, asked_by)
    tallies: dict[str, _Tally] = {annotator.name: _Tally() for annotator in store.annotators()}
    for article_id in store.article_ids():
        for name, found in store.sets(article_id):
            if name not in seen:
                continue
            layered = store.layered(article_id, name)
            tally = tallies[name]
            tally.states[found.state.value] += 1
            tally.spans.update(mention.status.value for mention in layered.mentions.values())
            tally.relations.update(relation.status.value for relation in layered.relations.values())
            tally.clusters.update(layered.clusters)
    return ProjectCount(
        path=str(project.path),
        name=store.meta().get("name", ""),
        scheme=SchemeCount(project.scheme.name, project.scheme.version),
        articles=store.article_count(),
        annotators=tuple(
            _of(annotator.name, annotator.kind.value, tallies[annotator.name])
            for annotator in store.annotators()
            if annotator.name in seen
        ),
        progress=_progress(store, asked_by),
    )


def _progress(store: Store, asked_by: str) -> tuple[ProgressCount, ...]:
    found = (progress_of(store, name, asked_by=asked_by) for name in shown_to(store, asked_by))
    return tuple(
        ProgressCount(one.annotator, one.decisions, one.active_seconds, one.an_hour)
        for one in found
        if one.decisions or one.active_seconds
    )


def _of(name: str, kind: str, tally: _Tally) -> AnnotatorCount:
    return AnnotatorCount(
        name=name,
        kind=kind,
        sets=tally.states.total(),
        states={state.value: tally.states[state.value] for state in SetState},
        spans={status.value: tally.spans[status.value] for status in Status},
        relations={status.value: tally.relations[status.value] for status in Status},
        clusters=len(tally.clusters),
    )


def as_json(found: ProjectCount) -> str:
    """Return the counts as one JSON object, indented."""
    return msgspec.json.format(msgspec.json.encode(found), indent=2).decode()


def row(found: AnnotatorCount) -> tuple[str, ...]:
    """Return the cells of :data:`COLUMNS`."""
    numbers = (
        found.sets,
        found.states[SetState.DONE],
        found.spans[Status.SUGGESTED],
        found.spans[Status.ACCEPTED],
        found.spans[Status.REJECTED],
        sum(found.relations.values()),
        found.clusters,
    )
    return (found.name, found.kind, *map(str, numbers))


def progress_row(found: ProgressCount) -> tuple[str, ...]:
    """Return the cells of :data:`PROGRESS_COLUMNS`."""
    pace = "" if found.decisions_per_hour is None else f"{found.decisions_per_hour:.0f}"
    return (found.annotator, str(found.decisions), f"{found.active_seconds / 3600:.1f}", pace)
