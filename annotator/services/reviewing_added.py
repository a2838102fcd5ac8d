"""What a reviewer put into the gold set though nobody has marked it, as items beside those compared.

Such an item is made of the decision itself: its one version is that of the gold set. So queue, text and
comparison show it like any other. It goes when the decision is withdrawn, or when what it hung on is gone.
What somebody had marked when it was decided, and nobody marks now, is such an item too, open again: whoever
works on her finished article for a moment must not take the reviewer's decisions along. The same holds of a
gold set that came in without decisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from annotator.core.annotation import Cluster, Mention, Relation
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.state import AnnotationState
from annotator.core.verdict import Basis, Choice, Verdict, VerdictId
from annotator.review.item import ClusterItem, Item, Kind, RelationItem, SpanItem
from annotator.services.reviewing_values import GOLD, Decision

_MARK = "added"
"""In place of a fingerprint: there is nothing compared that could change."""
UNDECIDED = "undecided"
"""In place of a fingerprint where nobody has decided that it stands: no item has it."""

Added = Mention | Relation | Cluster


def is_added(item: Item) -> bool:
    """Tell whether nobody had marked what an item is about."""
    return item.types == (Kind.ADDED,)


def added_items(
    before: AnnotationState,
    decisions: Mapping[str, Decision],
    compared: Mapping[str, Verdict],
    left: Mapping[str, Verdict],
) -> tuple[Item, ...]:
    """Return the items of what was added and is to stay, and of what ``decisions`` add.

    ``compared`` are the decisions by item on what is compared, ``left`` those that are :func:`left_over`.
    """
    owners = owners_of([*compared.items(), *left.items()])
    made: dict[str, Item] = {}
    for key, thing in _things(before, decisions, compared, left):
        made[key] = _item(key, thing, before, {**owners, **{each: each for each in made}})
    return tuple(sorted(made.values(), key=lambda item: not isinstance(item, SpanItem)))


def left_over(before: AnnotationState, compared: Mapping[str, Verdict], at: datetime) -> dict[str, Verdict]:
    """Return what people decided by item, but for what is compared now, and what stands undecided.

    That came in so; it is kept as if its author had added it ``at`` this time, and is open.
    """
    matched = {verdict.id for verdict in compared.values()}
    left = {str(v.id): v for v in before.verdicts.values() if v.personal and v.id not in matched}
    owned = owners_of((str(v.id), v) for v in before.verdicts.values())
    things: list[Added] = [*before.mentions.values(), *before.relations.values(), *before.clusters.values()]
    for thing in things:
        if (key := str(thing.id)) not in owned:
            by = thing.provenance.author
            left[key] = Verdict(
                VerdictId(key), Choice.ADDED, Basis.ADJUDICATED, UNDECIDED, at, by, result=(key,)
            )
    return left


def _things(
    before: AnnotationState,
    decisions: Mapping[str, Decision],
    compared: Mapping[str, Verdict],
    left: Mapping[str, Verdict],
) -> Iterator[tuple[str, Added]]:
    new = [k for k, each in decisions.items() if each.choice is Choice.ADDED and k not in {*left, *compared}]
    for key in (*sorted(left), *new):
        decision = decisions.get(key)
        if decision is not None and decision.choice is Choice.NEITHER:
            continue
        told = decision.edited if decision is not None else ()
        there = (standing(before, each) for each in (left[key].result if key in left else ()))
        thing = next(iter(told), None) or next((one for one in there if one is not None), None)
        if thing is not None:
            yield key, thing


def standing(gold: AnnotationState, key: str) -> Added | None:
    """Return what has an id in the gold set."""
    return (
        gold.mentions.get(MentionId(key))
        or gold.relations.get(RelationId(key))
        or gold.clusters.get(ClusterId(key))
    )


def _item(key: str, thing: Added, gold: AnnotationState, owners: Mapping[str, str]) -> Item:
    if isinstance(thing, Mention):
        return SpanItem(
            key, (GOLD,), (Kind.ADDED,), ((0,),), _MARK, thing.layer, (), False, (thing,), overlap=1.0
        )
    if isinstance(thing, Relation):
        head = gold.mentions.get(thing.head)
        ends = (owners.get(thing.head, ""), owners.get(thing.tail, ""))
        hangs = tuple(dict.fromkeys(end for end in ends if end))
        layer = head.layer if head is not None else ""
        return RelationItem(key, (GOLD,), (Kind.ADDED,), ((0,),), _MARK, layer, hangs, False, (thing,), ends)
    hangs = tuple(dict.fromkeys(owners[m] for m in thing.members if m in owners))
    return ClusterItem(key, (GOLD,), (Kind.ADDED,), ((0,),), _MARK, thing.kind, hangs, False, ((thing,),))


def owners_of(verdicts: Iterable[tuple[str, Verdict]]) -> dict[str, str]:
    """Return the item of each thing in the gold set, from the decisions by item."""
    return {key: item for item, verdict in verdicts for key in verdict.result}
