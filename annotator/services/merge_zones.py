"""Zones belong to the article, not to a set: of what several people corrected, the latest holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from annotator.core.change import Change, Operation, ZonesChange
from annotator.core.ids import ArticleId, OperationId
from annotator.store import Store, Team
from annotator.store.merging import REDO, UNDO


def with_zones(store: Store, operation: Operation) -> Operation:
    """Have a correction of zones start from what is here, or leave it out if a later one is here.

    Returns the very ``operation`` if nothing is to be changed.
    """
    zones = store.zones(operation.article_id)
    if all(not isinstance(change, ZonesChange) or change.before == zones for change in operation.changes):
        return _unless_earlier(store, operation)
    kept: list[Change] = []
    for change in _unless_earlier(store, operation).changes:
        kept.append(ZonesChange(zones, change.after) if isinstance(change, ZonesChange) else change)
    return replace(operation, changes=tuple(kept))


def _unless_earlier(store: Store, operation: Operation) -> Operation:
    if not any(isinstance(change, ZonesChange) for change in operation.changes):
        return operation
    latest = max(_corrections(store, operation.article_id), default=None)
    if latest is None or (operation.at, operation.id) > latest:
        return operation
    kept = tuple(change for change in operation.changes if not isinstance(change, ZonesChange))
    return replace(operation, changes=kept)


def _corrections(store: Store, article_id: ArticleId) -> Iterator[tuple[datetime, OperationId]]:
    """Yield when the zones of an article were corrected, and by which entry.

    What a merge brought in again counts as of the first time; what was taken back does not count.
    """
    chains = (Team(store).chains(name).get(article_id, ()) for name, _ in store.sets(article_id))
    standing = {one for chain in chains for one in chain}
    first: dict[OperationId, Operation] = {}
    for operation in store.operations(article_id=article_id):
        of_merge = operation.name in (UNDO, REDO) and operation.reverts is not None
        origin = first.get(operation.reverts or operation.id, operation) if of_merge else operation
        first[operation.id] = origin
        corrects = any(isinstance(change, ZonesChange) for change in operation.changes)
        if corrects and operation.name != UNDO and origin.id in standing:
            yield origin.at, origin.id
