"""Work packages: a project file with one annotator's articles and nobody else's work."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.core.assigned import Assigned
from annotator.core.change import Operation, ZonesChange
from annotator.core.errors import AnnotatorError
from annotator.core.ids import ArticleId
from annotator.services import roles
from annotator.services.project import Project
from annotator.store import AnnotatorKind, Store, Team


class PackageImpossible(AnnotatorError):
    """There is nothing to hand out; data: ``reason``, ``annotator``, ``known``."""

    code = "package_impossible"


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was made. ``sets`` of its articles the annotator had begun before."""

    annotator: str
    path: Path
    articles: int
    sets: int


def default_target(project: Path, annotator: str) -> Path:
    """Return where a package goes unless somebody says otherwise: beside the project."""
    safe = "".join(c if c.isalnum() or c in "-_ ()" else "_" for c in annotator).strip() or "_"
    return project.with_name(f"{project.stem}-{safe}{project.suffix}")


def make_packages(
    project: Path,
    annotators: Sequence[str],
    folder: Path,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Package, ...]:
    """Make a package for each of several annotators in a folder."""
    made: list[Package] = []
    with Project.open(project, read_only=True) as opened:
        progress(0, len(annotators))
        for name in annotators:
            if cancelled():
                break
            target = folder / default_target(project, name).name
            made.append(make_package(opened, name, target))
            progress(len(made), len(annotators))
    return tuple(made)


def make_package(project: Project, annotator: str, target: Path) -> Package:
    """Write the articles assigned to ``annotator``, all where nobody has a queue, to a file of their own.

    With them go the scheme with its guidelines, the suggestions (but on her control articles) and her own
    sets with their log; zones go as they are now. A second pass has a package of its own, without what the
    same person said in the first. Raises :class:`PackageImpossible` (``nothing_assigned``,
    ``is_package``, ``no_articles``, ``reserved``) or :class:`StoreUnavailable` (``exists``: a package is
    never replaced, somebody's work may be in it).
    """
    store = project.store
    with store.snapshot():
        queue = _queue(store, annotator)
        made = Store.create(target, scheme_source=store.scheme_source(), name=store.meta().get("name", ""))
        try:
            with made, made.transaction():
                return _fill(store, made, annotator, queue)
        except BaseException:
            for path in (target, *(target.with_name(target.name + end) for end in ("-wal", "-shm"))):
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
            raise


def _queue(store: Store, annotator: str) -> list[Assigned]:
    if annotator.casefold() in roles.RESERVED:
        raise PackageImpossible(reason="reserved", annotator=annotator)
    if roles.package_for(store):
        raise PackageImpossible(reason="is_package", annotator=roles.package_for(store))
    team = Team(store)
    again = roles.second_passes(store)
    rows = [one for one in team.assignments() if one.annotator not in again or one.annotator == annotator]
    own = [one for one in rows if one.annotator == annotator]
    if not own and (rows or annotator in again):
        known = sorted({one.annotator for one in rows})
        raise PackageImpossible(reason="nothing_assigned", annotator=annotator, known=known)
    if not rows:
        own = [Assigned(article, annotator, place) for place, article in enumerate(store.article_ids())]
    if not own:
        raise PackageImpossible(reason="no_articles", annotator=annotator)
    there = {one.article_id for one in own}
    begun = sorted(article for article, who in team.begun() if who == annotator and article not in there)
    return [*own, *(Assigned(article, annotator, len(own) + n) for n, article in enumerate(begun))]


def _fill(store: Store, made: Store, annotator: str, queue: Sequence[Assigned]) -> Package:
    source, target = Team(store), Team(made)
    roles.set_leads(made, roles.leads(store))
    roles.mark_package(made, annotator)
    for one in queue:
        article = replace(store.article(one.article_id), zones=store.zones(one.article_id))
        made.add_article(article, source=source.source_of(one.article_id))
    everything = frozenset(one.article_id for one in queue)
    suggested = frozenset(one.article_id for one in queue if not one.control)
    for known in store.annotators():
        if known.kind is AnnotatorKind.MACHINE:
            made.ensure_annotator(known.name, known.kind)
            _copy(store, made, known.name, suggested)
    again = roles.second_passes(store).get(annotator, "")
    made.ensure_annotator(annotator, AnnotatorKind.REPEAT if again else AnnotatorKind.HUMAN, repeats=again)
    standing = {operation for chain in source.chains(annotator).values() for operation in chain}
    _copy(store, made, annotator, everything, only=standing)
    target.assign(queue)
    begun = 0
    for one in queue:
        info = store.set_info(one.article_id, annotator)
        target.raise_seconds(one.article_id, annotator, info.active_seconds)
        begun += info.revision > 0
    return Package(annotator, made.path, len(queue), begun)


def _copy(
    store: Store,
    made: Store,
    annotator: str,
    articles: Collection[ArticleId],
    *,
    only: Collection[str] | None = None,
) -> None:
    for operation in store.operations(annotator=annotator):
        if operation.article_id in articles and (only is None or operation.id in only):
            made.append(_without_zones(operation), expected_revision=None)


def _without_zones(operation: Operation) -> Operation:
    """Leave zones out: the package's articles have them as they are now."""
    kept = tuple(change for change in operation.changes if not isinstance(change, ZonesChange))
    return operation if len(kept) == len(operation.changes) else replace(operation, changes=kept)
