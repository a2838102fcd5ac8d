"""The notation of rules: names of token classes with the operators of ``re``, spaces being free.

``(?:weekday comma?)? ordinal month (?!oclock)`` becomes a regular expression over the strings of classes that
``scan.scan`` makes. A name of :data:`GROUPS` stands for any of its classes. Repetition is ``?`` or ``{0,n}``
alone: bounded, so that no text takes long.
"""

from __future__ import annotations

import re
from typing import Final

from annotator.pretag.times.scan import codes

GROUPS: Final = {
    "count": "integer cardinal one vague vague_fixed one_and_half decimal half big_number year",
    "number": "integer cardinal",
    "any_unit": "unit units unit_genitive",
    "date_ordinal": "ordinal ordinal_word",
    "numeric_date": "date_full date_short",
    "between": "and until dash slash comma",
}
_NAME: Final = re.compile(r"[a-z_]+")
_PIECE: Final = re.compile(r"\(\?:|\(\?!|\{0,\d\}|[()|?]|[a-z_]+")
First = tuple[frozenset[str], bool]


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a rule's pattern; an unknown name raises ``KeyError``."""

    def code(match: re.Match[str]) -> str:
        characters = [codes()[name] for name in _members(match.group())]
        return characters[0] if len(characters) == 1 else f"[{''.join(characters)}]"

    return re.compile(_NAME.sub(code, re.sub(r"\s", "", _spaced(pattern))))


def _spaced(pattern: str) -> str:
    """Guard neighbouring names from growing together when the spaces go."""
    return re.sub(r"(?<=[a-z_])\s+(?=[a-z_])", "(?:)", pattern)


def _members(name: str) -> list[str]:
    return GROUPS.get(name, name).split()


def first_classes(pattern: str) -> frozenset[str]:
    """Return the classes with which a match can begin."""
    return _alternatives(_PIECE.findall(pattern), 0)[0][0]


def _alternatives(pieces: list[str], at: int) -> tuple[First, int]:
    firsts, empty = frozenset[str](), False
    while True:
        (more, nullable), at = _sequence(pieces, at)
        firsts, empty = firsts | more, empty or nullable
        if at >= len(pieces) or pieces[at] == ")":
            return (firsts, empty), at + 1
        at += 1


def _sequence(pieces: list[str], at: int) -> tuple[First, int]:
    firsts, empty = frozenset[str](), True
    while at < len(pieces) and pieces[at] not in {")", "|"}:
        if pieces[at] == "(?!":
            _, at = _alternatives(pieces, at + 1)
            continue
        if pieces[at] in {"(?:", "("}:
            (more, nullable), at = _alternatives(pieces, at + 1)
        else:
            more, nullable, at = frozenset(_members(pieces[at])), False, at + 1
        if at < len(pieces) and (pieces[at] == "?" or pieces[at].startswith("{0")):
            nullable, at = True, at + 1
        if empty:
            firsts, empty = firsts | more, nullable
    return (firsts, empty), at
