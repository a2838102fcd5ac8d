"""The features of the recogniser: what a token, its neighbours and its sentence look like, as 32-bit numbers.

Features of two or three words are mixed from numbers per word, for all tokens at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

from annotator.pretag.recogniser_lexicon import SHIFTED, Lexicon
from annotator.pretag.recogniser_pack import Codes
from annotator.pretag.recogniser_words import (
    CLUSTER,
    COARSE,
    HEAD,
    LISTED,
    LOWER,
    OFFSETS,
    PAD_AFTER,
    PAD_BEFORE,
    SHAPE,
    WordType,
    word_type,
)

FEATURE_VERSION = 1
"""Goes up with every change to what features a text has: a model is of use with its own version alone."""
Columns: TypeAlias = npt.NDArray[np.uint32]

_MIXED: tuple[tuple[tuple[int, int], ...], ...] = (
    ((LOWER, -1), (LOWER, 0)),
    ((LOWER, 0), (LOWER, 1)),
    ((LOWER, -1), (LOWER, 1)),
    ((CLUSTER, -1), (CLUSTER, 0)),
    ((CLUSTER, 0), (CLUSTER, 1)),
    ((CLUSTER, -1), (CLUSTER, 1)),
    ((SHAPE, -1), (SHAPE, 0)),
    ((SHAPE, 0), (SHAPE, 1)),
    ((SHAPE, -1), (SHAPE, 0), (SHAPE, 1)),
    ((COARSE, -1), (COARSE, 0)),
    ((COARSE, 0), (COARSE, 1)),
    ((LISTED, -1), (LISTED, 0)),
    ((LISTED, 0), (LISTED, 1)),
    ((HEAD, -1), (SHAPE, 0)),
)
_LONGEST_PHRASE = 7


def mixed_codes(columns: Columns, places: npt.NDArray[np.intp]) -> Codes:
    """Return the features made of several words: one row per token, one column per template.

    ``columns`` has a row for each position of the padded text, ``places`` the positions of the tokens.
    """
    codes = np.empty((len(places), len(_MIXED)), dtype=np.uint32)
    for index, template in enumerate(_MIXED):
        mixed = np.full(len(places), 0x9E3779B1 * (index + 1) & 0xFFFFFFFF, dtype=np.uint32)
        for column, offset in template:
            mixed = (mixed ^ columns[places + offset, column]) * np.uint32(0x85EBCA6B)
            mixed ^= mixed >> np.uint32(15)
        codes[:, index] = mixed
    return codes


def context_codes(words: Sequence[str], opens: Sequence[int], lexicon: Lexicon) -> list[list[int]]:
    """Return for each token the features that take the sentence: listed names, enclosing marks, capitals."""
    found: list[list[int]] = [[] for _ in words]
    for start, lengths in enumerate(opens):
        if lengths:
            _mark_phrase(words, start, lengths, lexicon, found)
    _mark_enclosed(words, found)
    found[0].append(_FIRST)
    if 2 * sum(map(str.isupper, words)) > len(words):
        for features in found:
            features.append(_CAPITALS)
    return found


def _mark_phrase(
    words: Sequence[str], start: int, lengths: int, lexicon: Lexicon, found: list[list[int]]
) -> None:
    for length in range(min(_LONGEST_PHRASE, len(words) - start), 1, -1):
        mask = lexicon.phrase(words[start : start + length]) if lengths >> length & 1 else 0
        if mask:
            for index in range(length):
                part = "B" if index == 0 else "E" if index == length - 1 else "I"
                found[start + index] += [
                    crc32(f"m{part}{bit}".encode()) for bit in range(SHIFTED) if mask >> bit & 1
                ]
            return


def _mark_enclosed(words: Sequence[str], found: list[list[int]]) -> None:
    """Mark the tokens close between two quotation marks or brackets, with how far apart these are."""
    for name, openers, closers in (("q", _QUOTES, _QUOTES), ("p", _OPEN, _CLOSE)):
        before = [index for index, word in enumerate(words) if word in openers]
        after = [index for index, word in enumerate(words) if word in closers]
        if before and after:
            for index, features in enumerate(found):
                left = max((place for place in before if index - _REACH <= place < index), default=-1)
                right = min((place for place in after if index < place <= index + _REACH), default=-1)
                if left >= 0 and right >= 0:
                    features += [
                        crc32(f"in{name}".encode()),
                        crc32(f"in{name}{min(right - left, 6)}".encode()),
                    ]


_QUOTES = frozenset("\"„“”»«'`‚‘’") | {"``", "''"}
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_REACH = 6
_FIRST = crc32(b"first")
_CAPITALS = crc32(b"capitals")


@dataclass(frozen=True, slots=True)
class Layout:
    """Sentences laid end to end with two pads around each."""

    flat: list[str]
    places: npt.NDArray[np.intp]


def lay_out(sentences: Sequence[Sequence[str]]) -> Layout:
    """Return the padded text of some sentences and where its tokens stand."""
    flat: list[str] = []
    places: list[int] = []
    for words in sentences:
        flat += (PAD_BEFORE, PAD_BEFORE)
        places.extend(range(len(flat), len(flat) + len(words)))
        flat += words
        flat += (PAD_AFTER, PAD_AFTER)
    return Layout(flat, np.array(places, dtype=np.intp))


def all_codes(
    sentences: Sequence[Sequence[str]], lexicon: Lexicon, types: dict[str, WordType]
) -> list[list[list[int]]]:
    """Return every feature of every token, as training takes them: per sentence, per token, the codes."""
    layout = lay_out(sentences)
    for word in layout.flat:
        if word not in types:
            types[word] = word_type(word, lexicon)
    columns = np.array([types[word].columns for word in layout.flat], dtype=np.uint32)
    mixed = mixed_codes(columns, layout.places).tolist()
    result: list[list[list[int]]] = []
    done = 0
    for words in sentences:
        context = context_codes(words, [types[word].opens for word in words], lexicon) if words else []
        tokens: list[list[int]] = []
        for index in range(len(words)):
            place = int(layout.places[done + index])
            codes = [
                code
                for o, offset in enumerate(OFFSETS)
                for code in types[layout.flat[place + offset]].codes[o]
            ]
            tokens.append(codes + mixed[done + index] + context[index])
        result.append(tokens)
        done += len(words)
    return result
