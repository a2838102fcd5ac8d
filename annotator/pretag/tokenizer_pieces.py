"""A chunk between blanks: how it is cut, and what it means for the sentences around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from annotator.pretag.tokenizer_words import BEFORE_NUMBERS, NEVER_LAST, STARTERS

_LAST_WORD = re.compile(r"""(\S*?)(\.{2,}|[.!?…]+)[)\]"'“”„«»›‹‘’]*$""")
_FIRST_WORD = re.compile(r"""["'“”„«»›‹‚‘(\[]*(\w+)?""")
_GLUED = re.compile(r"[a-zäöüß]{3}[.!?][“”\"»)]*(?=[A-ZÄÖÜ][a-zäöüß])")
_CLOSERS = frozenset("“”)]»›’")
_CONTINUING = tuple(",;:.!?%/&+*")
LONGEST_CHUNK = 400


class Ending(IntEnum):
    """What stands at the end of a chunk, as far as sentences go."""

    NOTHING = 0
    STOP = 1
    """A full stop, question or exclamation mark behind a word: ends a sentence before a capital letter."""
    NUMBER = 2
    """``2014.``, ``3:2.``: like STOP, and the full stop becomes a token of its own there."""
    ORDINAL = 3
    """``8.``, ``150.``: ends a sentence before a word that seldom has a capital letter otherwise."""
    ABBREVIATION = 4
    """``usw.``, ``J.``, a free-standing ellipsis: likewise."""
    NEVER = 5
    """``Dr.``, ``z.``: ends no sentence."""


class Opening(IntEnum):
    """What a chunk begins with, as far as sentences go."""

    CONTINUES = 0
    CAPITAL = 1
    STARTER = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """How a chunk is cut: offsets within the chunk, and what it means for sentences."""

    cuts: tuple[tuple[int, int], ...]
    ending: Ending
    opening: Opening
    stop: int
    """Which token, counted from the end, ends in the full stop of a NUMBER or ORDINAL; 0 for none."""
    inner: int
    """Which token, counted from the end, begins a sentence within the chunk (``Ende.Danach``); 0 for none."""


@lru_cache(maxsize=4096)
def plain_piece(length: int, marked: bool, ending: Ending, opening: Opening) -> Piece:
    """Return the piece of a plain word, ``marked`` with a comma or full stop behind it."""
    cuts = ((0, length), (length, length + 1)) if marked else ((0, length),)
    return Piece(cuts, ending, opening, 0, 0)


def piece_of(chunk: str, cuts: tuple[tuple[int, int], ...]) -> Piece:
    """Return the piece of a chunk that is cut there."""
    if len(chunk) > LONGEST_CHUNK:
        return Piece(cuts, Ending.NOTHING, _opening(chunk[:LONGEST_CHUNK]), 0, 0)
    ending, stop = _ending(chunk, cuts)
    glued = _GLUED.search(chunk)
    inner = sum(start >= glued.end() for start, _ in cuts) if glued else 0
    return Piece(cuts, ending, _opening(chunk), stop, inner)


def _ending(chunk: str, cuts: Sequence[tuple[int, int]]) -> tuple[Ending, int]:
    match = _LAST_WORD.match(chunk)
    if match is None or not match[0]:
        return Ending.NOTHING, 0
    if not any(map(str.isalnum, match[1])):
        return (Ending.ABBREVIATION if match[2] in ("...", "…") else Ending.NOTHING), 0
    if match[2] != ".":
        return Ending.STOP, 0
    stop = next(i for i in range(1, len(cuts) + 1) if cuts[-i][0] < match.end(2))
    word = chunk[slice(*cuts[-stop])]
    if word == ".":
        return (Ending.ABBREVIATION if chunk in BEFORE_NUMBERS else Ending.STOP), 0
    if word in NEVER_LAST:
        return Ending.NEVER, 0
    if not word[0].isdigit() and not word[-2].isdigit():
        return (Ending.ABBREVIATION if word.endswith(".") else Ending.STOP), 0
    ordinal = re.fullmatch(r"\d{1,3}\.|\d\d?\.\d\d?\.", word)
    return (Ending.ORDINAL if ordinal else Ending.NUMBER), stop


def _opening(chunk: str) -> Opening:
    match = _FIRST_WORD.match(chunk)
    assert match is not None, "the pattern matches the empty string"
    word = match[1]
    if word is None:
        continues = all(c in _CLOSERS for c in chunk) or chunk[match.end() :].startswith(_CONTINUING)
        return Opening.CONTINUES if continues else Opening.CAPITAL
    return opening_of(word)


def opening_of(word: str) -> Opening:
    """Return what a word at the beginning of a chunk means."""
    if word in STARTERS:
        return Opening.STARTER
    if word[0].islower() and not word[1:2].isupper():
        return Opening.CONTINUES
    return Opening.CAPITAL
