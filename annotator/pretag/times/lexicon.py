"""The word lists of ``resources/times`` as one table from a form to its class and value.

A file maps a class to ``values`` (value to forms). It may say ``inflect: adjective`` (the forms are stems),
``inflect: noun_s`` (a genitive in -s is added) or ``inflect: preterite`` (-te and -ten are), and
``capitalise: false`` (no form for the start of a sentence). A form of several words is a phrase; its words
are split as the scanner splits a text. A name with a plain list is a set of words that rules look for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from annotator.core.resources import resource
from annotator.pretag.times import numbers

WORD: Final = r"[^\W\d_](?:[\w\u00ad\u0300-\u036f]|[-\u2010\u2011](?=\w))*"
_LENGTHS: Final = {
    "I": "minütig", "H": "stündig", "D": "tägig", "W": "wöchig", "M": "monatig", "Y": "jährig",
}  # fmt: skip
_LONG: Final = {
    "S": "sekunden", "I": "minuten", "H": "stunden", "D": "tage", "W": "wochen", "M": "monate", "Y": "jahre",
    "DE": "jahrzehnte", "CE": "jahrhunderte",
}  # fmt: skip
_COUNTS: Final = {
    "ein": "1",
    "mehr": "X",
    "ganz": "1",
    "halb": "0.5",
    "eineinhalb": "1.5",
    "anderthalb": "1.5",
}
_HALF_WORD: Final = "weekday_part"
_PIECE = re.compile(rf"\d+\.?|{WORD}|\S")


class Entry(NamedTuple):
    """What a word or phrase is: its class, and a value whose meaning the class sets."""

    kind: str
    value: str


_Ranked = tuple[str, int, Entry]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Forms and phrases. ``phrases`` maps a first piece to ``(pieces, entry)``, the longest first."""

    forms: dict[str, Entry]
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]]
    sets: dict[str, frozenset[str]]
    kinds: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the table, read once per process."""
    return build(resource("times"))


def build(folder: Path) -> Lexicon:
    """Read every YAML file of ``folder``.

    Raises:
        ValueError: two classes list the same form.

    """
    ranked: dict[str, tuple[int, Entry]] = {}
    content = dict(_classes(folder))
    classes = {name: group for name, group in content.items() if isinstance(group, dict)}
    sets = {name: frozenset(group) for name, group in content.items() if isinstance(group, list)}
    for form, rank, entry in (*_listed(classes), *_made(classes)):
        known = ranked.get(form)
        if known and known[0] == rank == 0 and known[1] != entry:
            raise ValueError(f"{form!r} is listed as {known[1]} and as {entry}")
        if known is None or rank < known[0]:
            ranked[form] = (rank, entry)
    forms: dict[str, Entry] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for form, (_, entry) in ranked.items():
        pieces = tuple(_PIECE.findall(form))
        if len(pieces) == 1:
            forms[form] = entry
        else:
            phrases.setdefault(pieces[0], []).append((pieces, entry))
    for candidates in phrases.values():
        candidates.sort(key=lambda item: -len(item[0]))
    return Lexicon(forms, phrases, sets, frozenset(entry.kind for _, entry in ranked.values()))


def _flat(forms: list[Any]) -> Iterator[str]:
    for form in forms:
        if isinstance(form, list):
            yield from _flat(form)
        else:
            yield str(form)


def _classes(folder: Path) -> Iterator[tuple[str, Any]]:
    for path in sorted(folder.glob("*.yaml")):
        content = yaml.safe_load(path.read_text("utf-8"))
        yield from content.items()


def _listed(classes: dict[str, dict[str, Any]]) -> Iterator[_Ranked]:
    """Yield ``(form, rank, entry)``; rank 0 is written so in the file, 1 inflected, 2 capitalised."""
    for kind, group in classes.items():
        if kind == _HALF_WORD:
            continue
        inflect = group.get("inflect")
        for value, forms in group["values"].items():
            entry = Entry(kind, str(value))
            for form in _flat(forms):
                yield from _inflected(form, entry, inflect, capitalise=group.get("capitalise", True))


def _inflected(form: str, entry: Entry, inflect: str | None, *, capitalise: bool) -> Iterator[_Ranked]:
    if inflect == "adjective":
        variants = [(form + ending, 1) for ending in numbers.ADJECTIVE_ENDINGS]
    elif inflect == "noun_s" and not form.endswith("s"):
        variants = [(form, 0), (form + "s", 1)]
    elif inflect == "preterite":
        variants = [(form + ending, 1) for ending in ("te", "ten")]
    else:
        variants = [(form, 0)]
    for variant, rank in variants:
        yield variant, rank, entry
        if capitalise and variant[0].islower():
            yield variant[0].upper() + variant[1:], 2, entry


def _made(classes: dict[str, dict[str, Any]]) -> Iterator[_Ranked]:
    """Yield what is made by rule: number words, and weekdays with a part of the day."""
    made = (
        ("cardinal", numbers.cardinals()),
        ("year_word", numbers.year_words()),
        ("ordinal_word", numbers.ordinals()),
        ("decade_word", numbers.decades()),
    )
    for kind, pairs in made:
        for form, number in pairs:
            yield form, 1, Entry(kind, str(number))
            yield form[0].upper() + form[1:], 2, Entry(kind, str(number))
    yield from _lengths()
    for day, names in classes["weekday"]["values"].items():
        for name in _flat(names):
            yield from _of_weekday(str(day), name, classes[_HALF_WORD]["values"])


def _lengths() -> Iterator[_Ranked]:
    """Yield zweitägig … neunundneunzigjährig and stundenlang … jahrhundertelang, inflected."""
    counts = _COUNTS | {word: str(number) for word, number in numbers.cardinals() if number < 100}
    for unit, tail in _LENGTHS.items():
        for word, count in counts.items():
            for ending in ("", *numbers.ADJECTIVE_ENDINGS):
                form, entry = word + tail + ending, Entry("lasting_adjective", f"{count}:{unit}")
                yield form, 1, entry
                yield form.capitalize(), 2, entry
    for unit, head in _LONG.items():
        for ending in ("", *numbers.ADJECTIVE_ENDINGS):
            yield f"{head}lang{ending}", 1, Entry("long_adverb", unit)
            yield f"{head}lang{ending}".capitalize(), 2, Entry("long_adverb", unit)


def _of_weekday(day: str, name: str, parts: dict[str, list[str]]) -> Iterator[_Ranked]:
    adverb = name.lower() + "s"
    yield adverb, 1, Entry("weekday_adverb", day)
    yield name + "s", 2, Entry("weekday", day)
    for part, words in parts.items():
        for word in words:
            for form in (name + word, name + word + "s"):
                yield form, 1, Entry("weekday_with_part", f"{day}:{part}")
            yield name.lower() + word + "s", 1, Entry("weekday_adverb", f"{day}:{part}")
