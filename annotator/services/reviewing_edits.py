"""Edits of the gold set, made with the same hands as an annotator's, as decisions of the review.

Whatever stands in the gold set stands because of a decision on an item. So changing it is another decision
on that item, removing it is that nothing stands, and what is new is an item of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.core.annotation import Status
from annotator.core.change import Change, ClusterChange, MentionChange, RelationChange
from annotator.core.errors import InvalidEdit
from annotator.core.state import AnnotationState
from annotator.core.verdict import Basis, Choice, Verdict
from annotator.services.reviewing_added import Added, is_added, standing
from annotator.services.reviewing_values import Decision, Entry

_Edit = MentionChange | RelationChange | ClusterChange


@dataclass(slots=True)
class _Item:
    """What stands because of an item, by id, as it is to be."""

    entry: Entry
    things: dict[str, Added] = field(default_factory=dict)


def decisions_for(
    changes: Sequence[Change], gold: AnnotationState, entries: Iterable[Entry]
) -> dict[str, Decision]:
    """Return the decisions, by item, that make the gold set so. Raises :class:`InvalidEdit` (``not_here``).

    What hangs on a mention that is changed is not read from ``changes``: settling says what becomes of it.
    """
    owners = {key: e for e in entries if e.verdict is not None for key in e.verdict.result}
    touched: dict[str, _Item] = {}
    new: dict[str, Added] = {}
    for change in _meant(changes):
        before, after = change.before, change.after
        owner = owners.get(before.id) if before is not None else None
        stays = after is not None and after.status is not Status.REJECTED
        if owner is not None and before is not None:
            item = touched.setdefault(owner.item.id, _begun(owner, gold))
            if stays and after is not None:
                item.things[before.id] = after
            else:
                item.things.pop(before.id, None)
        elif stays and after is not None:
            new[after.id] = after
    _split_off(touched, new, changes)
    return {**{key: _of(item) for key, item in touched.items()}, **_added(new)}


def _meant(changes: Sequence[Change]) -> list[_Edit]:
    """Return what an edit is about: mentions, or else relations, or else clusters."""
    for kind in (MentionChange, RelationChange, ClusterChange):
        found: list[_Edit] = [c for c in changes if isinstance(c, kind) and c.before != c.after]
        if found:
            return found
    raise InvalidEdit(reason="not_here")


def _begun(owner: Entry, gold: AnnotationState) -> _Item:
    assert owner.verdict is not None, "what owns something is decided"
    found = {key: thing for key in owner.verdict.result if (thing := standing(gold, key)) is not None}
    return _Item(owner, found)


def _split_off(touched: Mapping[str, _Item], new: dict[str, Added], changes: Sequence[Change]) -> None:
    """Give what was split off a cluster to the item of that cluster."""
    if not (new and touched and all(isinstance(c, ClusterChange) for c in _meant(changes))):
        return
    home = next(iter(touched.values()))
    if not is_added(home.entry.item):
        home.things |= new
        new.clear()


def _of(item: _Item) -> Decision:
    if not item.things:
        return _told(Choice.NEITHER, (), item.entry.verdict)
    choice = Choice.ADDED if is_added(item.entry.item) else Choice.EDITED
    return _told(choice, tuple(item.things.values()), item.entry.verdict)


def _added(new: Mapping[str, Added]) -> dict[str, Decision]:
    return {key: _told(Choice.ADDED, (thing,), None) for key, thing in new.items()}


def _told(choice: Choice, edited: tuple[Added, ...], before: Verdict | None) -> Decision:
    """Return a decision with the reason that the item was decided for before."""
    if before is None or before.basis is not Basis.ADJUDICATED:
        return Decision(choice, edited=edited)
    return Decision(choice, edited=edited, reason=before.reason, comment=before.comment, clause=before.clause)
