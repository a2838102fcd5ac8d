"""The word lists of ``resources/lexicons/``, read once per process."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Any

import yaml

from annotator.core.resources import resource
from annotator.pretag.model import Category
from annotator.pretag.tokenizer import Tokenizer

_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_PERSON_ENDINGS = ("", "s", "es", "e", "en", "n", "in", "innen")
_DECLINED_LIKE_ADJECTIVES = ("tzender", "ordneter", "tragter", "sandter", "amter")
_SHORT = 4
_TAIL_AFTER = 3


class Given(IntEnum):
    """Whether a word is a first name."""

    NO = 0
    DOUBTFUL = 1
    """It is, and an ordinary word or a place besides."""
    YES = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a list. ``doubtful``: also something else, so it counts only in a fitting context."""

    name: str
    category: Category
    kind: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class OrganisationPatterns:
    """Heads and affixes that make organisation names."""

    alone: tuple[str, ...]
    with_place: frozenset[str]
    legal: frozenset[str]
    before: frozenset[str]


class Lexicons:
    """All lists together. ``names`` maps a first token to (further tokens, entry), the longest first."""

    def __init__(self) -> None:
        organisations = _yaml("organisations.yaml")
        heads = organisations.pop("heads")
        functions = _yaml("functions.yaml")
        self.nouns = frozenset(_lines("nouns.txt"))
        self.given = {w.rstrip("*"): _given(w) for w in _lines("first_names.txt")}
        self.person_cues = frozenset(
            word.rstrip("*") + ending for word in functions["person_cue"] for ending in ("", "n", "en", "s")
        )
        self.patterns = OrganisationPatterns(
            alone=tuple(heads["alone"]),
            with_place=frozenset(w.rstrip("*") for w in heads["with_place"]),
            legal=frozenset(heads["legal"]),
            before=frozenset(heads["before"]),
        )
        self._functions = _function_forms(functions["function"]["strong"])
        self._tails = _function_forms(functions["function"]["tail"])
        self._not_functions = frozenset(functions["not"])
        self.names = _trie([*_organisations(organisations), *_people(), *_places()])

    def function_of(self, text: str) -> str:
        """Return the function that a capitalised word is or ends in, else the empty string."""
        if text in self._not_functions:
            return ""
        lower = text.lower()
        whole = self._functions.get(lower) or self._tails.get(lower)
        if whole:
            return whole
        for begin in range(2, len(lower) - 2):
            tail = lower[begin:]
            base = self._functions.get(tail)
            if base and (lower[begin - 1] == "-" or (len(base) > _SHORT and begin >= _TAIL_AFTER)):
                return base
            base = self._tails.get(tail)
            if base and (lower[begin - 1] == "-" or begin >= _TAIL_AFTER):
                return base
        return ""


def _yaml(name: str) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    source = resource("lexicons", name).read_text(encoding="utf-8")
    value = yaml.load(source, Loader=loader)  # noqa: S506 - a safe loader, the fast one where there is one
    return dict(value)


read_yaml = _yaml


def _lines(name: str) -> list[str]:
    return resource("lexicons", name).read_text(encoding="utf-8").splitlines()


def _given(word: str) -> Given:
    return Given.DOUBTFUL if word.endswith("*") else Given.YES


def _function_forms(bases: Iterable[str]) -> dict[str, str]:
    forms: dict[str, str] = {}
    endings: tuple[str, ...]
    for base in bases:
        if base.endswith(_DECLINED_LIKE_ADJECTIVES):
            endings, stem = _ADJECTIVE_ENDINGS, base[:-2]
        else:
            endings, stem = _PERSON_ENDINGS, base
        for ending in endings:
            forms.setdefault(stem + ending, base)
        if base.endswith("e"):
            forms.setdefault(base[:-1] + "in", base)
            forms.setdefault(base[:-1] + "innen", base)
    return forms


def _entry(name: str, category: Category, kind: str) -> Entry:
    return Entry(name.rstrip("*"), category, kind, name.endswith("*"))


def _organisations(groups: Mapping[str, list[str]]) -> Iterator[Entry]:
    for kind, names in groups.items():
        for name in names:
            yield _entry(name, Category.ORGANISATION, kind)


def _people() -> Iterator[Entry]:
    for kind, names in _yaml("people.yaml").items():
        for name in names:
            yield _entry(name, Category.PERSON, kind)


def _places() -> Iterator[Entry]:
    for kind, names in _yaml("places_extra.yaml").items():
        for name in names:
            yield _entry(name, Category.PLACE, kind)
    kind = ""
    for line in _lines("places.txt"):
        if line.startswith("# "):
            kind = line[2:]
        elif line:
            yield _entry(line, Category.PLACE, kind)


def _trie(entries: Iterable[Entry]) -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    tokenizer = Tokenizer()
    found: dict[str, dict[tuple[str, ...], Entry]] = {}
    for entry in entries:
        for form in _forms(entry.name):
            first, *rest = _cut(tokenizer, form)
            known = found.setdefault(first, {})
            known.setdefault(tuple(rest), entry)
    return {
        first: tuple(sorted(rests.items(), key=lambda item: -len(item[0]))) for first, rests in found.items()
    }


def _cut(tokenizer: Tokenizer, name: str) -> list[str]:
    if name.isalpha():
        return [name]
    tokens, _ = tokenizer.tokenize(name)
    return [name[span.start : span.end] for span in tokens]


_STRONG = re.compile(
    r"(?:gericht|tag|rat|amt|bund|hof|verband|verein|institut|dienst|werk|senat|parlament|kreuz|schutz|kongress)$",
    re.IGNORECASE,
)
"""Heads of names whose genitive may end in -es: ``Bundesverfassungsgerichtes``."""


def _forms(name: str) -> Iterator[str]:
    variants = [name.replace("~", ending) for ending in _ADJECTIVE_ENDINGS] if "~" in name else [name]
    for variant in variants:
        yield variant
        last = variant.rpartition(" ")[2]
        if not last.isupper() and last[-1].isalpha() and not last.endswith(("s", "x", "z", "ß")):
            yield variant + "s"
        if "~" in name or _STRONG.search(last):
            yield variant + "es"


@lru_cache(maxsize=1)
def lexicons() -> Lexicons:
    """Return the lists; the first call takes about a tenth of a second."""
    return Lexicons()
