"""Mentions, relations, clusters and where they come from. All frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.text import Fragmented, Span

Attributes = tuple[tuple[str, str], ...]
"""Name and value pairs, sorted by name, each name once."""


def attributes(values: Mapping[str, str]) -> Attributes:
    """Return ``values`` in the canonical form; empty values are left out."""
    return tuple(sorted((name, value) for name, value in values.items() if value))


DIFFICULT = "difficult"
"""An attribute that a mention of every label may have, beside those of the scheme: "yes" for a hard case."""

YES = "yes"


class Status(StrEnum):
    """How far a mention, relation or cluster has got."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Origin(StrEnum):
    """Who made it."""

    HUMAN = "human"
    RULE = "rule"
    MODEL = "model"
    ADJUDICATED = "adjudicated"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an annotation comes from.

    ``score`` is a probability in [0, 1] or ``None``. ``derived_from`` is the id of the suggestion that a
    person accepted or corrected.
    """

    origin: Origin
    author: str
    tool: str = ""
    version: str = ""
    score: float | None = None
    derived_from: str | None = None


@dataclass(frozen=True, slots=True)
class Mention(Fragmented):
    """A labelled stretch of text.

    ``fragments`` holds one span, or several ordered, disjoint ones when the mention is discontinuous.
    An event is a mention in the event layer: its trigger.
    """

    id: MentionId
    layer: str
    label: str
    fragments: tuple[Span, ...]
    attributes: Attributes
    status: Status
    provenance: Provenance
    note: str = ""

    @property
    def order(self) -> tuple[int, int, str]:
        """Reading order: by start, the longer first, then by id."""
        return (self.start, -self.end, self.id)

    def text_of(self, text: str) -> str:
        """Return the covered text, fragments joined by one space."""
        return " ".join(text[s.start : s.end] for s in self.fragments)

    def attribute(self, name: str) -> str:
        """Return the value of an attribute, or the empty string."""
        return next((value for key, value in self.attributes if key == name), "")

    @property
    def difficult(self) -> bool:
        """Whether somebody has marked it as a hard case."""
        return (DIFFICULT, YES) in self.attributes


@dataclass(frozen=True, slots=True)
class Relation:
    """A labelled, directed link between two mentions of one article.

    An event's argument is a relation from its trigger (head) to the filler (tail), labelled with the role.
    """

    id: RelationId
    label: str
    head: MentionId
    tail: MentionId
    attributes: Attributes
    status: Status
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions of one thing: a coreference chain, an entity link and a cross-document cluster alike.

    ``members`` are sorted mention ids, over any number of articles; in an annotator's own cluster those that
    she confirmed. ``declined``, sorted too, are those that she was offered and does not want in it.
    :mod:`annotator.core.chains` says what is open.
    """

    id: ClusterId
    kind: str
    name: str
    kb_id: str
    members: tuple[MentionId, ...]
    status: Status
    provenance: Provenance
    declined: tuple[MentionId, ...] = ()


class SetState(StrEnum):
    """How far one annotator is with one article."""

    NEW = "new"
    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"
