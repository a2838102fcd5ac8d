"""The four measures for relations and event arguments: a relation is where its two ends are.

The ends of one side are first matched with mentions of the other (:mod:`annotator.review.scoring`). Two
relations go together if their heads and their tails do. strict: same label, and both ends have the same
borders and labels. exact: both ends have the same borders. partial: overlapping ends count by half. type: the
same label, between ends that go together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.core.annotation import Mention, Relation
from annotator.core.ids import MentionId
from annotator.core.state import Layered
from annotator.review.scoring import Pairing, Scores, counted, pair

_Ends = Mapping[MentionId, MentionId]


@dataclass(frozen=True, slots=True)
class Ends:
    """Which found mention goes with a gold one: by place, and by label first (the measure ``type``)."""

    by_place: _Ends
    by_label: _Ends


def match_ends(gold: Layered, found: Layered) -> Ends:
    """Match the mentions of two sets, layer by layer."""
    return Ends(
        *({g.id: f.id for g, f in _matched(gold, found, by_label=by_label)} for by_label in (False, True))
    )


def _matched(gold: Layered, found: Layered, *, by_label: bool) -> list[tuple[Mention, Mention]]:
    both: list[tuple[Mention, Mention]] = []
    for layer in {mention.layer for mention in gold.mentions.values()}:
        ours = [m for m in gold.mentions.values() if m.layer == layer]
        theirs = [m for m in found.mentions.values() if m.layer == layer]
        both += [(ours[g], theirs[f]) for g, f in pair(ours, theirs, by_label=by_label).pairs]
    return both


def score_relations(
    gold: Sequence[Relation], found: Sequence[Relation], mentions: tuple[Layered, Layered], ends: Ends
) -> Scores:
    """Compare relations of one text; ``mentions`` are those of the gold side and of the found one."""
    places, types = pair_relations(gold, found, ends.by_place), pair_relations(gold, found, ends.by_label)
    same = [_same_ends(gold[g], found[f], mentions, labels=False) for g, f in places.pairs]
    strict = [
        gold[g].label == found[f].label and _same_ends(gold[g], found[f], mentions, labels=True)
        for g, f in places.pairs
    ]
    return Scores(
        strict=counted(strict, places),
        exact=counted(same, places),
        partial=counted(same, places, halves=True),
        type=counted([gold[g].label == found[f].label for g, f in types.pairs], types),
    )


def pair_relations(gold: Sequence[Relation], found: Sequence[Relation], ends: _Ends) -> Pairing:
    """Match relations between the same ends one to one, those of the same label first."""
    waiting: dict[tuple[MentionId, MentionId], list[int]] = {}
    for f, relation in enumerate(found):
        waiting.setdefault((relation.head, relation.tail), []).append(f)
    partner: dict[int, int] = {}
    for alike in (True, False):
        for g, relation in enumerate(gold):
            free = waiting.get((ends.get(relation.head, _NONE), ends.get(relation.tail, _NONE)), [])
            fit = [f for f in free if not alike or found[f].label == relation.label]
            if fit and g not in partner:
                partner[g] = fit[0]
                free.remove(fit[0])
    taken = set(partner.values())
    return Pairing(
        tuple(partner.items()),
        tuple(g for g in range(len(gold)) if g not in partner),
        tuple(f for f in range(len(found)) if f not in taken),
    )


_NONE = MentionId("")


def _same_ends(gold: Relation, found: Relation, mentions: tuple[Layered, Layered], *, labels: bool) -> bool:
    pairs = ((gold.head, found.head), (gold.tail, found.tail))
    return all(_same(mentions[0].mentions[g], mentions[1].mentions[f], labels=labels) for g, f in pairs)


def _same(one: Mention, other: Mention, *, labels: bool) -> bool:
    return one.fragments == other.fragments and (not labels or one.label == other.label)
