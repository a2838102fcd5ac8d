"""Deciding many things in one article at once: what is meant is found by one function, done by another."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.article import Article
from annotator.core.change import Change, Plan
from annotator.core.edits.deciding import accept, reject
from annotator.core.edits.mentions import create, relabel
from annotator.core.ids import MentionId, RelationId
from annotator.core.names import forms_of, standing
from annotator.core.scheme import Scheme
from annotator.core.state import AnnotationState
from annotator.core.text import Span


class Act(StrEnum):
    """What making a place like the others means there."""

    CREATE = "create"
    ACCEPT = "accept"
    RELABEL = "relabel"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text that is to have a label wherever it stands: with its genitive, in compounds with a hyphen."""

    text: str
    layer: str
    label: str
    inflected: bool = True
    compounds: bool = False


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where something would be done; ``mention`` is the suggestion there, if one is."""

    span: Span
    act: Act
    mention: MentionId | None = None


@dataclass(frozen=True, slots=True)
class Sure:
    """Which open suggestions are meant: from a score on (none counts as sure), of a label, within a stretch.

    Relations are meant only where no label is asked for.
    """

    least_score: float = 0.0
    label: tuple[str, str] | None = None
    within: Span | None = None


def occurrences(
    state: AnnotationState, article: Article, scheme: Scheme, wanted: Wanted
) -> tuple[Occurrence, ...]:
    """Return the places where ``wanted`` stands and is not decided yet, in reading order.

    Left out are places that an own mention of the layer overlaps, that a longer suggestion of it covers,
    whose like was rejected, and parts of tokens where the label must cover whole ones.
    """
    label = scheme.label(wanted.layer, wanted.label)
    forms = forms_of(wanted.text) if wanted.inflected else frozenset({wanted.text})
    taken = _Taken(state, wanted.layer, len(article.text))
    found = []
    for span in standing(article.text, forms, compounds=wanted.compounds):
        whole = article.tokens.has_borders(span) or (label is not None and label.subtoken)
        if label is not None and whole and not taken.refuses(span, wanted.label):
            found.append(_occurrence(taken.at.get(span), span, wanted))
    return tuple(found)


def apply_to_all(
    state: AnnotationState,
    article: Article,
    scheme: Scheme,
    wanted: Wanted,
    *,
    places: Collection[Span],
    author: str,
) -> Plan:
    """Label ``wanted`` at those of ``places`` where it stands undecided."""
    changes: list[Change] = []
    for one in occurrences(state, article, scheme, wanted):
        if one.span in places:
            changes += _done(state, article, scheme, wanted, one, author).changes
    return Plan("apply_to_all", tuple(changes))


def accept_many(state: AnnotationState, ids: Iterable[str]) -> Plan:
    """Accept what is still open of ``ids``; what is no longer there is passed over."""
    there = [i for i in ids if _is_open(state, i)]
    return Plan("accept_many", accept(state, there).changes)


def reject_many(state: AnnotationState, ids: Iterable[str]) -> Plan:
    """Reject suggestions and delete own mentions of ``ids``; what is no longer there is passed over."""
    there = [i for i in ids if i in state.mentions or i in state.relations]
    return Plan("reject_many", reject(state, there).changes)


def relabel_many(
    state: AnnotationState, scheme: Scheme, ids: Iterable[str], *, layer: str, label: str
) -> Plan:
    """Give mentions another label and accept them; relations and vanished ones are passed over.

    Each change starts from the state before, so a relation between two of them is dropped once.
    """
    changes: dict[tuple[type, str], Change] = {}
    for identifier in ids:
        if MentionId(identifier) in state.mentions:
            for change in relabel(state, scheme, identifier, layer=layer, label=label).changes:
                changes[_key(change)] = change
    return Plan("relabel_many", tuple(changes.values()))


def sure(state: AnnotationState, scheme: Scheme, choice: Sure) -> tuple[str, ...]:
    """Return the ids of the open suggestions that ``choice`` means, mentions in reading order first.

    A relation is among them when both its ends are, or are accepted already; of more than a role has room
    for, the surest are.
    """
    mentions = [m for m in state.visible_mentions() if m.status is Status.SUGGESTED and _fits(m, choice)]
    ids: list[str] = [m.id for m in mentions]
    if choice.label is None:
        meant = set(ids)
        ids += (r.id for r in _sure_relations(state, scheme, choice, meant))
    return tuple(ids)


def _fits(mention: Mention, choice: Sure) -> bool:
    return (
        _score(mention) >= choice.least_score
        and choice.label in (None, (mention.layer, mention.label))
        and (choice.within is None or choice.within.contains(mention.envelope))
    )


def _sure_relations(
    state: AnnotationState, scheme: Scheme, choice: Sure, meant: Collection[str]
) -> Iterator[Relation]:
    filled = Counter((r.head, r.label) for r in state.visible_relations() if r.status is Status.ACCEPTED)
    for relation in sorted(state.visible_relations(), key=lambda r: (-_score(r), r.id)):
        ends = (state.mentions[relation.head], state.mentions[relation.tail])
        inside = choice.within is None or choice.within.contains(ends[0].envelope)
        ready = all(e.id in meant or e.status is Status.ACCEPTED for e in ends)
        is_open = relation.status is Status.SUGGESTED
        if not (is_open and inside and ready and _score(relation) >= choice.least_score):
            continue
        label = scheme.label(ends[0].layer, ends[0].label)
        role = label.role(relation.label) if label is not None else None
        if role is None or role.maximum is None or filled[relation.head, relation.label] < role.maximum:
            filled[relation.head, relation.label] += 1
            yield relation


def _score(item: Mention | Relation) -> float:
    return 1.0 if item.provenance.score is None else item.provenance.score


def _is_open(state: AnnotationState, identifier: str) -> bool:
    item = state.mentions.get(MentionId(identifier)) or state.relations.get(RelationId(identifier))
    return item is not None and item.status is Status.SUGGESTED


def _key(change: Change) -> tuple[type, str]:
    item = change.after or change.before
    return (type(change), str(getattr(item, "id", "")))


def _occurrence(there: Mention | None, span: Span, wanted: Wanted) -> Occurrence:
    if there is None:
        return Occurrence(span, Act.CREATE)
    return Occurrence(span, Act.ACCEPT if there.label == wanted.label else Act.RELABEL, there.id)


def _done(
    state: AnnotationState, article: Article, scheme: Scheme, wanted: Wanted, one: Occurrence, author: str
) -> Plan:
    if one.act is Act.ACCEPT and one.mention is not None:
        return accept(state, [one.mention])
    return create(state, article, scheme, [one.span], layer=wanted.layer, label=wanted.label, author=author)


class _Taken:
    """What stands on one layer: suggestions by place, and what keeps a place from being labelled."""

    def __init__(self, state: AnnotationState, layer: str, length: int) -> None:
        visible = [m for m in state.visible_mentions() if m.layer == layer]
        self.at = {m.fragments[0]: m for m in visible if len(m.fragments) == 1}
        self._owned = bytearray(length)
        for fragment in (f for m in visible if m.status is Status.ACCEPTED for f in m.fragments):
            self._owned[fragment.start : fragment.end] = b"\1" * len(fragment)
        still_open = [m.envelope for m in visible if m.status is Status.SUGGESTED]
        self._starts = [span.start for span in still_open]
        self._furthest = list(accumulate((span.end for span in still_open), max))
        self._rejected = {
            (m.fragments[0], m.label)
            for m in state.mentions.values()
            if m.layer == layer and m.status is Status.REJECTED
        }

    def refuses(self, span: Span, label: str) -> bool:
        if (span, label) in self._rejected or any(self._owned[span.start : span.end]):
            return True
        before = bisect_right(self._starts, span.start)
        return span not in self.at and before > 0 and self._furthest[before - 1] >= span.end
