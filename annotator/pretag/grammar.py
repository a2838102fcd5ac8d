"""What is known of the grammar of an article's tokens: nothing by default, much with an installed pipeline.

Components ask here before they guess by word lists; an empty answer means that nobody knows. Tags are those
of STTS (``VVFIN``, ``PTKVZ``), relations those of TIGER (``sb``, ``oa``, ``svp``), as in spaCy's German
pipelines: https://www.ims.uni-stuttgart.de/documents/ressourcen/korpora/tiger-corpus/annotation/
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

UNKNOWN = -1
_CLIMBED = frozenset(("nk", "app", "pnc", "cj", "cd", "par"))
_OBJECTS = frozenset(("oa", "oa2", "da"))
_PREPOSITIONS = ("APPR", "APPRART", "APZR", "APPO")
_MOST_STEPS = 12


class Grammar(Protocol):
    """Answers for article tokens, by index. A root is its own head."""

    @property
    def parsed(self) -> bool:
        """Whether heads and relations are known."""

    def lemma(self, index: int) -> str:
        """Return the dictionary form, or the empty string."""

    def tag(self, index: int) -> str:
        """Return the part of speech, or the empty string."""

    def head(self, index: int) -> int:
        """Return the token that this one depends on, or -1."""

    def relation(self, index: int) -> str:
        """Return the relation to the head, or the empty string."""

    def children(self, index: int) -> tuple[int, ...]:
        """Return the tokens that depend on this one, in order."""


class Unknown:
    """The default: nothing is known, so that components go by the words."""

    parsed = False

    def lemma(self, index: int) -> str:
        """Return the empty string."""
        return ""

    def tag(self, index: int) -> str:
        """Return the empty string."""
        return ""

    def head(self, index: int) -> int:
        """Return -1."""
        return UNKNOWN

    def relation(self, index: int) -> str:
        """Return the empty string."""
        return ""

    def children(self, index: int) -> tuple[int, ...]:
        """Return nothing."""
        return ()


@dataclass(frozen=True)
class Analysed:
    """What a pipeline said, one entry per article token; an empty list for what it does not do."""

    lemmas: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)

    @property
    def parsed(self) -> bool:
        """Whether heads and relations are known."""
        return bool(self.heads)

    @cached_property
    def _children(self) -> dict[int, tuple[int, ...]]:
        found: dict[int, list[int]] = {}
        for index, head in enumerate(self.heads):
            if head not in (index, UNKNOWN):
                found.setdefault(head, []).append(index)
        return {head: tuple(below) for head, below in found.items()}

    def lemma(self, index: int) -> str:
        """Return the dictionary form, or the empty string."""
        return self.lemmas[index] if self.lemmas else ""

    def tag(self, index: int) -> str:
        """Return the part of speech, or the empty string."""
        return self.tags[index] if self.tags else ""

    def head(self, index: int) -> int:
        """Return the token that this one depends on, or -1."""
        return self.heads[index] if self.heads else UNKNOWN

    def relation(self, index: int) -> str:
        """Return the relation to the head, or the empty string."""
        return self.relations[index] if self.relations else ""

    def children(self, index: int) -> tuple[int, ...]:
        """Return the tokens that depend on this one, in order."""
        return self._children.get(index, ())


def is_verb(grammar: Grammar, index: int, *, attributive: bool = False) -> bool:
    """Tell whether a token can be a verb; ``attributive`` takes participles before nouns in, too."""
    tag = grammar.tag(index)
    return not tag or tag.startswith(("V", "ADJD", "ADJA") if attributive else ("V", "ADJD"))


def separated_prefix(grammar: Grammar, verb: int) -> int:
    """Return the split-off prefix of a verb (``teilte … mit``), or -1."""
    return next((i for i in grammar.children(verb) if grammar.relation(i) == "svp"), UNKNOWN)


def verb_group(grammar: Grammar, verb: int) -> tuple[int, ...]:
    """Return a verb and the auxiliaries and modals above it: ``getroffen``, ``haben``, ``sollen``."""
    group = [verb]
    while len(group) < _MOST_STEPS and grammar.relation(group[-1]) == "oc":
        above = grammar.head(group[-1])
        if above in group or not grammar.tag(above).startswith("V"):
            break
        group.append(above)
    return tuple(group)


def subject_of(grammar: Grammar, verb: int) -> int:
    """Return the head of a verb's subject, or -1."""
    for member in verb_group(grammar, verb):
        for index in grammar.children(member):
            if grammar.relation(index) == "sb":
                return index
    return UNKNOWN


def may_carry(grammar: Grammar, verb: int, noun: int) -> bool:
    """Tell whether a verb can be the light one of a noun (``führte … Gespräche``), which hangs on it then.

    Without a parse every verb can.
    """
    if not grammar.parsed:
        return True
    return bond(grammar, noun, verb, passive=False) is not None


@dataclass(frozen=True, slots=True)
class Bond:
    """How a phrase hangs on a verb: ``subject``, ``object``, or ``preposition`` with its token."""

    kind: str
    preposition: int = UNKNOWN


def bond(grammar: Grammar, index: int, verb: int, *, passive: bool) -> Bond | None:
    """Return how the phrase of a token hangs on a verb; ``None`` if the parse does not say that it does."""
    group = verb_group(grammar, verb)
    preposition = UNKNOWN
    for place in _upwards(grammar, index):
        relation, head = grammar.relation(place), grammar.head(place)
        if grammar.tag(place) in _PREPOSITIONS:
            preposition = place
        if head in group and head != place:
            return _bond(relation, preposition, passive=passive)
        if relation not in _CLIMBED:
            return None
    return None


def _bond(relation: str, preposition: int, *, passive: bool) -> Bond | None:
    if relation == "sbp":
        return Bond("subject")
    if preposition != UNKNOWN:
        return Bond("preposition", preposition)
    if relation == "sb":
        return Bond("object" if passive else "subject")
    return Bond("object") if relation in _OBJECTS else None


def _upwards(grammar: Grammar, index: int) -> Iterator[int]:
    for _ in range(_MOST_STEPS):
        yield index
        above = grammar.head(index)
        if above in (index, UNKNOWN):
            return
        index = above
