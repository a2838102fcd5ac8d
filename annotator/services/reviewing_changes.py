"""From the gold set before and after to changes, and from old decisions to the items they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from annotator.core.annotation import SetState
from annotator.core.change import (
    Change,
    ClusterChange,
    MentionChange,
    RelationChange,
    SetStateChange,
    VerdictChange,
)
from annotator.core.state import AnnotationState
from annotator.core.verdict import Verdict, VerdictId
from annotator.review.item import Item, annotation_ids
from annotator.services.reviewing_gold import Gold
from annotator.services.reviewing_values import Entry

_K = TypeVar("_K")
_V = TypeVar("_V")


def changes_to(
    before: AnnotationState, gold: Gold, entries: tuple[Entry, ...], idle: Iterable[Verdict]
) -> Iterator[Change]:
    """Yield what turns the gold set before into the one that was made, decisions and state included.

    ``idle`` are decisions on what is not there at the moment.
    """
    for old, new in _pairs(before.mentions, gold.mentions):
        yield MentionChange(old, new)
    for old_relation, new_relation in _pairs(before.relations, gold.relations):
        yield RelationChange(old_relation, new_relation)
    for old_cluster, new_cluster in _pairs(before.clusters, gold.clusters):
        yield ClusterChange(old_cluster, new_cluster)
    verdicts = {verdict.id: verdict for verdict in idle}
    verdicts |= {entry.verdict.id: entry.verdict for entry in entries if entry.verdict is not None}
    for old_verdict, new_verdict in _pairs(before.verdicts, verdicts):
        yield VerdictChange(old_verdict, new_verdict)
    done = bool(entries) and all(entry.settled for entry in entries)
    state = SetState.DONE if done else SetState.OPEN
    if state is not before.set_state and (entries or before.set_state is SetState.DONE):
        yield SetStateChange(before.set_state, state)


def found_again(items: tuple[Item, ...], verdicts: Mapping[VerdictId, Verdict]) -> dict[str, Verdict]:
    """Return the decisions by item: under its id, or made on the same annotations under another one."""
    found = {item.id: verdicts[VerdictId(item.id)] for item in items if VerdictId(item.id) in verdicts}
    lost = [verdict for key, verdict in sorted(verdicts.items()) if key not in found]
    for item in items:
        if item.id not in found and lost:
            ids = annotation_ids(item)
            match = next((verdict for verdict in lost if ids.intersection(verdict.compared)), None)
            if match is not None:
                lost.remove(match)
                found[item.id] = match
    return found


def _pairs(before: Mapping[_K, _V], after: Mapping[_K, _V]) -> Iterator[tuple[_V | None, _V | None]]:
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key), after.get(key)
        if old != new:
            yield old, new
