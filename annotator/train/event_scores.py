"""How well events are found: triggers and roles, against the events of a corpus.

A trigger is right if its type is that of the corpus and it shares a word with the trigger there. An argument
is right if the trigger is, the role is the same, and the filler overlaps: the corpus marks ``Frankfurter
Institut`` where we mark the name alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from annotator.core.text import Span
from annotator.train.event_corpus import GoldEvent
from annotator.train.scores import Score


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event that was suggested: type, fragments of the trigger, arguments as (role, place)."""

    label: str
    fragments: tuple[Span, ...]
    arguments: frozenset[tuple[str, Span]] = frozenset()


def matches(label: str, fragments: Iterable[Span], gold: GoldEvent) -> bool:
    """Tell whether a trigger is that of a gold event."""
    return label == gold.label and any(a.overlaps(b) for a in fragments for b in gold.triggers)


class EventTally:
    """Counts triggers and arguments by type and by role, text after text."""

    def __init__(self, types: Collection[str]) -> None:
        self.types = tuple(dict.fromkeys(types))
        self._triggers = {name: Counter[str]() for name in ("right", "wrong", "missed")}
        self._roles = {name: Counter[tuple[str, str]]() for name in ("right", "wrong", "missed")}

    def add(self, gold: Sequence[GoldEvent], found: Iterable[FoundEvent]) -> None:
        """Count one text; a second finding of the same thing counts neither as right nor as wrong."""
        met: set[int] = set()
        filled: set[tuple[int, str, Span]] = set()
        for event in (each for each in found if each.label in self.types):
            own = {i for i, g in enumerate(gold) if matches(event.label, event.fragments, g)}
            self._triggers["wrong"][event.label] += not own
            met |= own
            for role, place in event.arguments:
                hit = {
                    (i, role, span)
                    for i in own
                    for name, span in gold[i].arguments
                    if name == role and span.overlaps(place)
                }
                self._roles["wrong"][event.label, role] += not hit
                filled |= hit
        for index, each in enumerate(gold):
            self._triggers["right" if index in met else "missed"][each.label] += 1
            for role, span in each.arguments:
                self._roles["right" if (index, role, span) in filled else "missed"][each.label, role] += 1

    def triggers(self) -> dict[str, Score]:
        """Return the scores of triggers by type, and under ``all``."""
        scores = {name: Score(*(self._triggers[k][name] for k in self._triggers)) for name in self.types}
        return {**scores, "all": total(scores.values())}

    def roles(self) -> dict[str, Score]:
        """Return the scores of arguments by type, and under ``all``."""
        scores = {
            name: Score(*(sum(n for (t, _), n in c.items() if t == name) for c in self._roles.values()))
            for name in self.types
        }
        return {**scores, "all": total(scores.values())}


def total(scores: Iterable[Score]) -> Score:
    """Return the sum of some counts."""
    listed = list(scores)
    return Score(sum(s.right for s in listed), sum(s.wrong for s in listed), sum(s.missed for s in listed))
