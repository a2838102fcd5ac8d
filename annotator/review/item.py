"""One place where annotators differ or agree."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, assert_never

from annotator.core.annotation import Cluster, Mention, Relation
from annotator.core.ids import ArticleId, derived_id


class Kind(StrEnum):
    """How annotators can differ; the order is that of queues and filters."""

    BOUNDARY = "boundary"
    LABEL = "label"
    MISSING = "missing"
    STATUS = "status"
    """Accepted by one, turned down by another's decision."""
    ATTRIBUTE = "attribute"
    TIME_VALUE = "time_value"
    RELATION_MISSING = "relation_missing"
    RELATION_LABEL = "relation_label"
    RELATION_DIRECTION = "relation_direction"
    ROLE = "role"
    CLUSTER_PARTITION = "cluster_partition"
    """Split by one, merged by another."""
    CLUSTER_MEMBER = "cluster_member"
    """In a cluster for one, in none for another."""
    CLUSTER_IDENTITY = "cluster_identity"
    """Linked to different entries of the knowledge base, or to one and to none."""
    ADDED = "added"
    """In nobody's version: a reviewer put it in."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """What all items have.

    ``id`` stays while the annotations compared keep theirs, so that a decision is found again after a change;
    ``fingerprint`` changes with whatever is compared, so that it shows that there was one. ``types`` is empty
    where all agree, or differ only in what is settled elsewhere. ``sides`` has the annotators who say the
    same (positions in ``annotators``), the most numerous side first. ``depends_on``: the ids of the items to
    be settled before. ``consequent``: whoever does not have this lacks a mention that it hangs on, so it is
    no disagreement of its own.
    """

    id: str
    annotators: tuple[str, ...]
    types: tuple[Kind, ...]
    sides: tuple[tuple[int, ...], ...]
    fingerprint: str
    layer: str
    depends_on: tuple[str, ...]
    consequent: bool

    @property
    def agreed(self) -> bool:
        """Whether all annotators say the same."""
        return not self.types

    @property
    def majority(self) -> tuple[int, ...]:
        """The side that more than half of the annotators are on; empty without one."""
        return self.sides[0] if 2 * len(self.sides[0]) > len(self.annotators) else ()


@dataclass(frozen=True, slots=True)
class SpanItem(_Compared):
    """A mention in each annotator's version, ``None`` where there is none.

    ``overlap``: the least Jaccard index of two of them, 1 where all have the same extent. ``rejected``: who
    has none because she turned it down.
    """

    versions: tuple[Mention | None, ...]
    overlap: float
    rejected: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RelationItem(_Compared):
    """A relation (an event's argument, too) in each annotator's version; ``layer`` is that of its head.

    ``ends``: the ids of the span items at its ends, in the order of the text. ``rejected``: who has none
    because she turned it down.
    """

    versions: tuple[Relation | None, ...]
    ends: tuple[str, str]
    rejected: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ClusterItem(_Compared):
    """The clusters in each annotator's version that share members; ``layer`` is their kind."""

    versions: tuple[tuple[Cluster, ...], ...]


Item: TypeAlias = SpanItem | RelationItem | ClusterItem


def annotation_ids(item: Item) -> frozenset[str]:
    """Return the ids of all that an item compares, to find a decision again whose item has another id."""
    match item:
        case SpanItem() | RelationItem():
            return frozenset(version.id for version in item.versions if version is not None)
        case ClusterItem():
            return frozenset(cluster.id for row in item.versions for cluster in row)
        case _:
            assert_never(item)


class Ids:
    """Gives each item of one article an id by the smallest id of what it compares.

    An accepted suggestion has one id in all sets; where that puts two items on one id, the second in reading
    order takes its next.
    """

    def __init__(self, article: ArticleId) -> None:
        self._article = article
        self._given: set[str] = set()

    def take(self, subject: str, compared: Iterable[str]) -> str:
        """Return an id that has not been given yet."""
        names = sorted(set(compared))
        candidates = [(name,) for name in names] + [(names[0], str(n)) for n in range(len(self._given) + 1)]
        ids = (derived_id(self._article, subject, *parts) for parts in candidates)
        found = next(identifier for identifier in ids if identifier not in self._given)
        self._given.add(found)
        return found


def in_order(kinds: Iterable[Kind]) -> tuple[Kind, ...]:
    """Return kinds in the order of their definition."""
    there = set(kinds)
    return tuple(kind for kind in Kind if kind in there) if there else ()


def fingerprint(annotators: Sequence[str], looks: Sequence[object]) -> str:
    """Return a digest of who says what."""
    written: dict[int, str] = {}
    for look in looks:
        if id(look) not in written:  # the same object mostly comes several times
            written[id(look)] = repr(look)
    told = (written[id(look)] for look in looks)
    said = "\x1f".join(f"{name}\x1e{look}" for name, look in zip(annotators, told, strict=True))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def sides_of(looks: Sequence[object]) -> tuple[tuple[int, ...], ...]:
    """Return the positions of equal looks together, the largest side first, then by position."""
    sides: dict[object, list[int]] = defaultdict(list)
    for position, look in enumerate(looks):
        sides[look].append(position)
    return tuple(tuple(side) for side in sorted(sides.values(), key=lambda side: (-len(side), side)))
