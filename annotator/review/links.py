"""Relations and events' arguments of several annotators, compared by the items of their ends."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from annotator.core.annotation import Relation
from annotator.core.scheme import Scheme
from annotator.review.item import Ids, Kind, RelationItem, SpanItem, fingerprint, in_order, sides_of
from annotator.review.version import Versions


@dataclass(frozen=True, slots=True, order=True)
class _Content:
    """A relation as it is compared: positions of its ends' items, label, and which of equal ones it is."""

    head: int
    tail: int
    label: str
    copy: int = 0

    @property
    def ends(self) -> tuple[int, int]:
        return (min(self.head, self.tail), max(self.head, self.tail))


_Said = dict[_Content, dict[str, Relation]]
"""Who says it, and with which relation of hers."""


def relation_items(
    spans: Sequence[SpanItem], versions: Versions, names: tuple[str, ...], scheme: Scheme, ids: Ids
) -> tuple[RelationItem, ...]:
    """Return the items of the relations, in the order of their ends."""
    said = _said(spans, versions, names)
    between: dict[tuple[int, int], list[_Content]] = defaultdict(list)
    for content in said:
        between[content.ends].append(content)
    slots = [slot for ends in sorted(between) for slot in _slots(sorted(between[ends]), said)]
    return tuple(_item(slot, said, spans, versions, scheme, ids) for slot in slots)


def _said(spans: Sequence[SpanItem], versions: Versions, names: Sequence[str]) -> _Said:
    said: _Said = defaultdict(dict)
    for number, name in enumerate(names):
        position = {m.id: i for i, item in enumerate(spans) if (m := item.versions[number]) is not None}
        met: Counter[tuple[int, int, str]] = Counter()
        for relation in versions[name].relations:
            key = (position[relation.head], position[relation.tail], relation.label)
            said[_Content(*key, met[key])][name] = relation
            met[key] += 1
    return dict(said)


def _slots(contents: list[_Content], said: _Said) -> list[list[_Content]]:
    """Put together what may be one relation: first another label, then the other direction.

    Two contents are never one relation if an annotator says both.
    """
    slots = [[content] for content in contents]
    for alike in (_same_direction, _same_label):
        for one, other in combinations(list(slots), 2):
            near = any(alike(a, b) for a in one for b in other)
            if near and _annotators(one, said).isdisjoint(_annotators(other, said)):
                one += other
                other.clear()
        slots = [slot for slot in slots if slot]
    return slots


def _same_direction(one: _Content, other: _Content) -> bool:
    return one.head == other.head


def _same_label(one: _Content, other: _Content) -> bool:
    return one.label == other.label


def _annotators(slot: Sequence[_Content], said: _Said) -> set[str]:
    return {name for content in slot for name in said[content]}


def _item(
    slot: list[_Content],
    said: _Said,
    spans: Sequence[SpanItem],
    versions: Versions,
    scheme: Scheme,
    ids: Ids,
) -> RelationItem:
    names = spans[0].annotators
    by_name = {name: (content, relation) for content in slot for name, relation in said[content].items()}
    low, high = slot[0].ends
    ends = (spans[low], spans[high])
    absent = [name for name in names if name not in by_name]
    lacking = [n for n in absent if any(end.versions[names.index(n)] is None for end in ends)]
    looks = tuple(_look(*by_name[name], spans) if name in by_name else None for name in names)
    layer = spans[slot[0].head].layer
    kinds = _differences(slot, scheme.is_event(layer)) | _attributes([r for _, r in by_name.values()])
    relation_ids = {relation.id for _, relation in by_name.values()}
    rejected = frozenset(name for name in absent if relation_ids & versions[name].rejected)
    kinds |= {Kind.STATUS if name in rejected else Kind.RELATION_MISSING for name in absent}
    return RelationItem(
        id=ids.take("relation", relation_ids),
        annotators=names,
        types=in_order(kinds),
        sides=sides_of(looks),
        fingerprint=fingerprint(names, looks),
        layer=layer,
        depends_on=tuple(dict.fromkeys(end.id for end in ends)),
        consequent=bool(absent) and lacking == absent and kinds <= {Kind.RELATION_MISSING, Kind.STATUS},
        versions=tuple(by_name[name][1] if name in by_name else None for name in names),
        ends=(ends[0].id, ends[1].id),
        rejected=rejected,
    )


def _look(content: _Content, relation: Relation, spans: Sequence[SpanItem]) -> tuple[object, ...]:
    return (spans[content.head].id, spans[content.tail].id, content.label, relation.attributes)


def _differences(slot: list[_Content], is_event: bool) -> set[Kind]:
    kinds = set()
    if len({content.head for content in slot}) > 1:
        kinds.add(Kind.RELATION_DIRECTION)
    if len({content.label for content in slot}) > 1:
        kinds.add(Kind.ROLE if is_event else Kind.RELATION_LABEL)
    return kinds


def _attributes(relations: Sequence[Relation]) -> set[Kind]:
    return {Kind.ATTRIBUTE} if len({relation.attributes for relation in relations}) > 1 else set()
