"""What the review decided about one place where annotators were compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

VerdictId = NewType("VerdictId", str)
"""The id of the review item that was settled."""


class Choice(StrEnum):
    """What was decided."""

    TAKE = "take"
    """The version of the annotators named in ``taken``, which may be that there is nothing."""
    ALL = "all"
    """Everybody's version stands, side by side."""
    NEITHER = "neither"
    """Nobody is right: nothing stands."""
    EDITED = "edited"
    """What stands is nobody's version as it was."""
    ADDED = "added"
    """What stands nobody had marked; the id is that of the item that it makes."""
    SKIPPED = "skipped"
    """Looked at and put off: still open."""


class Basis(StrEnum):
    """Why it stands."""

    UNANIMOUS = "unanimous"
    """By rule: all annotators say so."""
    MAJORITY = "majority"
    """By rule: more than half of them do."""
    ADJUDICATED = "adjudicated"
    """By a person."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One decision of the review, kept with the gold set.

    ``fingerprint`` is that of what was compared, so that a later change of it shows. ``taken`` has the names
    of the annotators whose version it is. ``result`` has the ids of the mentions, relations or clusters that
    stand in the gold set because of it, ``compared`` those of the annotators' ones that it is about.
    ``reason`` is a code of the scheme's list, ``clause`` names a place in the guideline. ``follows`` is the
    id of the item whose settling settled this one too, else empty. ``at`` is in UTC, ``by`` who decided;
    empty where a rule did.
    """

    id: VerdictId
    choice: Choice
    basis: Basis
    fingerprint: str
    at: datetime
    by: str = ""
    taken: tuple[str, ...] = ()
    result: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    reason: str = ""
    comment: str = ""
    clause: str = ""
    follows: str = ""

    @property
    def settles(self) -> bool:
        """Whether this closes the item."""
        return self.choice is not Choice.SKIPPED

    @property
    def personal(self) -> bool:
        """Whether somebody settled this very item, and neither a rule nor the settling of another did."""
        return self.settles and self.basis is Basis.ADJUDICATED and not self.follows
