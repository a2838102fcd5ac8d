"""What can be wrong or unfinished in work on an article; :mod:`annotator.core.problems` finds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from annotator.core.ids import MentionId, RelationId
from annotator.core.state import AnnotationState
from annotator.core.text import Span


class Severity(StrEnum):
    """An error must not stand in finished work; a hint may be right as it is."""

    ERROR = "error"
    HINT = "hint"


class ProblemKind(StrEnum):
    """What can be wrong; the order is that of the list at one place."""

    LABEL_UNKNOWN = "label_unknown"
    ROLE_MISSING = "role_missing"
    ATTRIBUTE_NOT_ALLOWED = "attribute_not_allowed"
    VALUE_UNKNOWN = "value_unknown"
    VALUE_BAD = "value_bad"
    VALUE_MISSING = "value_missing"
    SPEAKER_MISSING = "speaker_missing"
    CROSSES_ZONE = "crosses_zone"
    CROSSES_PARAGRAPH = "crosses_paragraph"
    TWICE = "twice"
    RELATION_NOT_ALLOWED = "relation_not_allowed"
    END_OPEN = "end_open"

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return Severity.HINT if self in _HINTS else Severity.ERROR


_HINTS = frozenset(
    {
        ProblemKind.VALUE_MISSING,
        ProblemKind.SPEAKER_MISSING,
        ProblemKind.CROSSES_PARAGRAPH,
        ProblemKind.TWICE,
    }
)
_ORDER = {kind: position for position, kind in enumerate(ProblemKind)}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at. ``about`` names the role, label, attribute or value that it is about.

    ``place`` is where it stands (code points): the mention, or the head of the relation. ``other`` is the
    second mention where there is one.
    """

    kind: ProblemKind
    item: MentionId | RelationId
    place: Span
    about: str = ""
    other: MentionId | None = None

    @property
    def order(self) -> tuple[int, int, int, str, str]:
        """Reading order, then the order of the kinds."""
        return (self.place.start, -self.place.end, _ORDER[self.kind], self.item, self.about)


@dataclass(frozen=True)
class Problems:
    """The problems of one state, by the item that has them. Replaced, never modified.

    No visible mention is longer than ``reach`` (code points), so an edit is only looked at around it.
    """

    by_item: Mapping[str, tuple[Problem, ...]]
    state: AnnotationState | None = None
    reach: int = field(default=0, compare=False)

    @cached_property
    def listed(self) -> tuple[Problem, ...]:
        """All of them in reading order."""
        return tuple(sorted((p for found in self.by_item.values() for p in found), key=lambda p: p.order))

    @cached_property
    def errors(self) -> int:
        """How many are errors."""
        return sum(p.kind.severity is Severity.ERROR for found in self.by_item.values() for p in found)

    def __len__(self) -> int:
        return sum(map(len, self.by_item.values()))

    def beside(self, place: tuple[int | str, ...], *, forward: bool) -> Problem | None:
        """Return the next (or last) problem behind (before) a place in the order; round at the end."""
        if forward:
            behind = (p for p in self.listed if p.order > place)
            return next(behind, self.listed[0] if self.listed else None)
        before = (p for p in reversed(self.listed) if p.order < place)
        return next(before, self.listed[-1] if self.listed else None)


NONE = Problems({})
"""Of no article."""
