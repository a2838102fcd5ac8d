"""What the store hands out beside the core types."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from annotator.core.annotation import SetState
from annotator.core.ids import ArticleId

MACHINE = "pretagger"
"""The annotator whose set is what the others decide about."""


class AnnotatorKind(StrEnum):
    """Who writes a set."""

    HUMAN = "human"
    MACHINE = "machine"
    GOLD = "gold"
    REPEAT = "repeat"
    """A person who annotates articles a second time; nobody's annotator but for that."""


@dataclass(frozen=True, slots=True)
class Annotator:
    """Somebody, or some program, who writes sets. ``repeats``: whose second pass it is, if it is one."""

    name: str
    kind: AnnotatorKind
    repeats: str = ""


@dataclass(frozen=True, slots=True)
class SetInfo:
    """How far a set has got. ``revision`` counts the operations on it; ``active_seconds`` is working time."""

    state: SetState = SetState.NEW
    revision: int = 0
    active_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One row of the article list, without the text.

    ``open_suggestions`` counts the mentions that wait for a decision, ``open_relations`` the relations; both
    are 0 until they were ``counted``.
    """

    id: ArticleId
    title: str
    outlet: str
    published_on: date | None
    state: SetState
    open_suggestions: int = 0
    open_relations: int = 0
    counted: bool = True

    def with_counts(self, counts: tuple[int, int]) -> ArticleRow:
        """Return the row with how many mentions and relations wait for a decision."""
        return replace(self, open_suggestions=counts[0], open_relations=counts[1], counted=True)

    @property
    def open_total(self) -> int:
        """How much waits for a decision."""
        return self.open_suggestions + self.open_relations
