"""The values of a review: a case to settle, a decision on one item, and how the items stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.core.annotation import Cluster, Mention, Relation
from annotator.core.article import Article
from annotator.core.change import Change
from annotator.core.scheme import Scheme
from annotator.core.verdict import Basis, Choice, Verdict
from annotator.review.item import Item

GOLD = "gold"
"""The annotator whose sets hold what was settled."""
RULE = "rule"
"""The author of what was taken over without a person."""


@dataclass(frozen=True, slots=True)
class Case:
    """An article with the places where its annotators are compared."""

    article: Article
    scheme: Scheme
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decides about one item.

    ``taken`` has the annotators whose version it is (``TAKE``), ``edited`` what stands instead (``EDITED``)
    or besides (``ADDED``): mentions, relations or clusters, as the item is. Only their content counts; the
    ends of relations and the members of clusters are mentions of the gold set.
    """

    choice: Choice
    taken: tuple[str, ...] = ()
    edited: tuple[Mention | Relation | Cluster, ...] = ()
    reason: str = ""
    comment: str = ""
    clause: str = ""


class Standing(StrEnum):
    """How far an item is."""

    OPEN = "open"
    SKIPPED = "skipped"
    REOPENED = "reopened"
    """It was settled, and what it was settled on is no longer so."""
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Entry:
    """An item and how it stands. ``waits_for`` has the ids of the items to be settled before it."""

    item: Item
    standing: Standing
    verdict: Verdict | None = None
    waits_for: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether nothing is left to decide."""
        return self.standing is Standing.SETTLED

    @property
    def asks(self) -> bool:
        """Whether this belongs into the queue: a person decides, or has decided, this very item."""
        if self.settled:
            verdict = self.verdict
            return verdict is not None and verdict.basis is Basis.ADJUDICATED and not verdict.follows
        return not (self.waits_for and (self.item.agreed or self.item.consequent))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What settling changes in the gold set, how the items then stand, and the mentions it then holds."""

    changes: tuple[Change, ...]
    entries: tuple[Entry, ...]
    mentions: tuple[Mention, ...] = ()

    @property
    def open(self) -> int:
        """How many items wait for a decision."""
        return sum(not entry.settled for entry in self.entries)
