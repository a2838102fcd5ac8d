"""Taking a merge back: every entry that it brought is undone, the last one first, in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from annotator.core.change import Operation, ZonesChange, inverse
from annotator.core.edits import restored_zones
from annotator.core.errors import AnnotatorError
from annotator.services.merging import clusters_of
from annotator.services.project import Project
from annotator.store import Store, Team
from annotator.store.merging import UNDO, Merging
from annotator.store.team import again


class MergeUndone(AnnotatorError):
    """A merge cannot be taken back; data: ``reason`` (``none``, or ``changed_since``) and where."""

    code = "merge_undone"


def undo_merge(project: Project | Path, *, author: str) -> Merging:
    """Take the last merge back, in one transaction; it is logged, and the same files can be merged again.

    Raises :class:`MergeUndone` if there is none, or if a set that it brought was changed since.
    """
    if isinstance(project, Path):
        with Project.open(project) as opened:
            return undo_merge(opened, author=author)
    store, team = project.store, Team(project.store)
    with store.transaction():
        last = team.latest()
        if last is None:
            raise MergeUndone(reason="none")
        operations = team.merged(last)
        _check_last(store, team, operations)
        for operation in reversed(operations):
            back = again(operation, UNDO, reverts=operation.id, author=author)
            changes = tuple(
                restored_zones(store.zones(operation.article_id), change)
                if isinstance(change, ZonesChange)
                else inverse(change)
                for change in reversed(operation.changes)
            )
            store.append(replace(back, changes=changes), expected_revision=None)
        team.mark_undone(last)
    return last


def _check_last(store: Store, team: Team, operations: Sequence[Operation]) -> None:
    """Refuse where somebody went on with a set since, or with a cluster."""
    came = {(operation.annotator, operation.article_id) for operation in operations}
    known = {operation.id for operation in operations}
    for annotator in sorted({name for name, _ in came}):
        latest = list(store.operations(annotator=annotator))
        standing = {one for chain in team.chains(annotator).values() for one in chain}
        first = next((i for i, operation in enumerate(latest) if operation.id in known), len(latest))
        for operation in latest[first:]:
            later = operation.id in standing and operation.id not in known
            if later and ((annotator, operation.article_id) in came or clusters_of(operation)):
                name = store.article_name(operation.article_id)
                raise MergeUndone(reason="changed_since", annotator=annotator, article=name)
