"""What can be wrong or unfinished in work on an article; :mod:`annotator.core.problems` finds it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

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
_FEW = 500
"""As many problems are put in one by one; beyond that sorting all is faster."""

ProblemOrder: TypeAlias = tuple[int | str, ...]
"""Start, end (negative), kind, item, and what it is about."""

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
    def order(self) -> ProblemOrder:
        """Reading order, then the order of the kinds."""
        return (self.place.start, -self.place.end, _ORDER[self.kind], self.item, self.about)


def reading_order(problem: Problem) -> ProblemOrder:
    """Return the key that problems are sorted by."""
    return problem.order


@dataclass(frozen=True)
class Problems:
    """The problems of one state, by the item that has them. Replaced, never modified.

    ``listed`` has all in reading order, ``errors`` counts the grave ones. No visible mention is longer than
    ``reach`` (code points), so an edit is only looked at around it. ``touched`` are the items whose problems
    are others than before it, ``None`` where all were looked for.
    """

    by_item: Mapping[str, tuple[Problem, ...]]
    listed: Sequence[Problem] = ()
    errors: int = 0
    state: AnnotationState | None = None
    reach: int = field(default=0, compare=False)
    touched: frozenset[str] | None = field(default=None, compare=False)

    def __len__(self) -> int:
        return len(self.listed)

    def replaced(
        self, found: Mapping[str, tuple[Problem, ...]], *, state: AnnotationState, reach: int
    ) -> Problems:
        """Return the problems with those of some items looked for again; the others stay in their places."""
        known = self.by_item
        touched = frozenset(item for item, now in found.items() if now != known.get(item, ()))
        gone = [problem for item in touched for problem in known.get(item, ())]
        come = [problem for item in touched for problem in found[item]]
        by_item = dict(known)
        for item in touched:
            if found[item]:
                by_item[item] = found[item]
            else:
                del by_item[item]
        errors = self.errors - errors_in(gone) + errors_in(come)
        return Problems(by_item, _with(self.listed, gone, come), errors, state, reach, touched)

    def beside(self, place: ProblemOrder, *, forward: bool) -> Problem | None:
        """Return the next (or last) problem behind (before) a place in the order; round at the end."""
        if not self.listed:
            return None
        row = (
            bisect_right(self.listed, place, key=reading_order)
            if forward
            else bisect_left(self.listed, place, key=reading_order) - 1
        )
        return self.listed[row % len(self.listed)]


def errors_in(problems: Iterable[Problem]) -> int:
    """Return how many are errors."""
    return sum(problem.kind.severity is Severity.ERROR for problem in problems)


def _with(listed: Sequence[Problem], gone: Sequence[Problem], come: Sequence[Problem]) -> Sequence[Problem]:
    """Return the list without some problems and with others, sorted anew only where they are many."""
    if not gone and not come:
        return listed
    if len(gone) + len(come) > _FEW:
        left = set(gone)
        return sorted((*(p for p in listed if p not in left), *come), key=reading_order)
    after = list(listed)
    for problem in gone:
        del after[bisect_left(after, problem.order, key=reading_order)]
    for problem in come:
        insort(after, problem, key=reading_order)
    return after


NONE = Problems({})
"""Of no article."""
