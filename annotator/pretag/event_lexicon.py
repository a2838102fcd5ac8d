"""The triggers of ``resources/lexicons/events.yaml``, by form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from annotator.pretag.inflection import noun_forms
from annotator.pretag.lexicons import read_yaml
from annotator.pretag.verbs import VerbTable

_SHORTEST_PREFIX = 2
_ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em")


@dataclass(frozen=True, slots=True)
class VerbTrigger:
    """A verb that is a trigger of ``label`` if the clause holds what is needed and nothing forbidden.

    Each of ``needs`` is a set of words of which one must stand in the clause; ``persons`` asks for two names.
    """

    label: str
    needs: tuple[frozenset[str], ...] = ()
    forbids: frozenset[str] = frozenset()
    persons: bool = False


class EventLexicon:
    """Nouns, compound heads, verbs and light-verb constructions, and where the arguments stand."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._nouns: dict[str, str] = {}
        self._heads: dict[str, str] = {}
        self._again: dict[str, str] = {}
        self._not: set[str] = set()
        self._words: dict[str, str] = {}
        self.unless: dict[str, frozenset[str]] = {}
        """Words that keep a noun of a type from being a trigger where they stand right behind it."""
        self.light: dict[str, list[tuple[str, VerbTable[str]]]] = {}
        self.arguments: dict[str, Mapping[str, tuple[str, ...]]] = {}
        verbs: list[tuple[str, VerbTrigger]] = []
        for label, entry in data.items():
            self._add_nouns(label, entry)
            self.unless[label] = frozenset(entry.get("unless", ()))
            verbs += [_verb(label, source) for source in entry.get("verbs", ())]
            self.arguments[label] = {r: tuple(where) for r, where in entry.get("arguments", {}).items()}
        self.agentive = frozenset(lemma for entry in data.values() for lemma in entry.get("agentive", ()))
        self.verbs = VerbTable(verbs, attributive=True)
        self.noun = lru_cache(maxsize=50_000)(self._noun)

    def _add_nouns(self, label: str, entry: Mapping[str, Any]) -> None:
        self._not.update(word.rstrip("*") for word in entry.get("not", ()))
        for noun in entry.get("nouns", ()):
            for form in noun_forms(noun.lstrip("~")):
                self._nouns.setdefault(form, label)
                if noun.startswith("~"):
                    self._heads.setdefault(form.lower(), label)
        for word in entry.get("words", ()):
            endings = _ADJECTIVE_ENDINGS if word.endswith("~") else ("",)
            forms = [word.removesuffix("~") + ending for ending in endings]
            self._words.update(dict.fromkeys(forms, label))
        for noun in entry.get("again", ()):
            self._again.update(dict.fromkeys(noun_forms(noun), label))
        for light in entry.get("light", ()):
            table = VerbTable((verb, label) for verb in light["verbs"])
            for noun in light["noun"]:
                self.light.setdefault(noun, []).append((label, table))

    def _noun(self, word: str) -> tuple[str, bool] | None:
        """Return the event type of a noun and whether it is a compound; ``None`` for no trigger."""
        if word in self._not or word.removesuffix("s") in self._not:
            return None
        label = self._nouns.get(word)
        if label is not None:
            return label, False
        lower = word.lower()
        for begin in range(_SHORTEST_PREFIX, len(lower) - 1):
            label = self._heads.get(lower[begin:])
            if label is not None and len(lower) - begin > 3:
                return label, True
        return None

    def small(self, word: str) -> str | None:
        """Return the type that a small word or an adjective names."""
        return self._words.get(word)

    def again(self, word: str) -> str | None:
        """Return the type that a word names only where one of that type was named before."""
        return self._again.get(word)


def _verb(label: str, source: str) -> tuple[str, VerbTrigger]:
    forms: list[str] = []
    needs: list[frozenset[str]] = []
    forbids: set[str] = set()
    persons = False
    for part in source.split():
        if part == "+persons":
            persons = True
        elif part[0] == "+":
            needs.append(frozenset(part[1:].split("|")))
        elif part[0] == "-":
            forbids.update(part[1:].split("|"))
        else:
            forms.append(part)
    return " ".join(forms), VerbTrigger(label, tuple(needs), frozenset(forbids), persons)


@lru_cache(maxsize=1)
def event_lexicon() -> EventLexicon:
    """Return the lexicon, read once."""
    return EventLexicon(read_yaml("events.yaml"))
