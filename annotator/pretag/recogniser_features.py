"""The features of the recogniser: what a token, its neighbours and its sentence look like, as 32-bit numbers.

A feature is the CRC-32 of its name; of a word's own features, those seen from a neighbour begin with the
distance. All that depends on one word alone is worked out once per word. Features of two or three words are
mixed from numbers per word, for all tokens at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

from annotator.pretag.recogniser_lexicon import SHIFTED, Lexicon
from annotator.pretag.recogniser_pack import Codes

FEATURE_VERSION = 1
"""Goes up with every change to what features a text has: a model is of use with its own version alone."""
OFFSETS = (-2, -1, 0, 1, 2)
"""From where a word's features are seen: -1 is the word before."""
Columns: TypeAlias = npt.NDArray[np.uint32]

_LOWER, _CLUSTER, _COARSE, _SHAPE, _LISTS, _HEAD = range(6)
_COLUMNS = 6
_MIXED: tuple[tuple[tuple[int, int], ...], ...] = (
    ((_LOWER, -1), (_LOWER, 0)),
    ((_LOWER, 0), (_LOWER, 1)),
    ((_LOWER, -1), (_LOWER, 1)),
    ((_CLUSTER, -1), (_CLUSTER, 0)),
    ((_CLUSTER, 0), (_CLUSTER, 1)),
    ((_CLUSTER, -1), (_CLUSTER, 1)),
    ((_SHAPE, -1), (_SHAPE, 0)),
    ((_SHAPE, 0), (_SHAPE, 1)),
    ((_SHAPE, -1), (_SHAPE, 0), (_SHAPE, 1)),
    ((_COARSE, -1), (_COARSE, 0)),
    ((_COARSE, 0), (_COARSE, 1)),
    ((_LISTS, -1), (_LISTS, 0)),
    ((_LISTS, 0), (_LISTS, 1)),
    ((_HEAD, -1), (_SHAPE, 0)),
)
_BITS = (4, 6, 8, 10, 12)
_RUNS = re.compile(r"(.)\1+", re.DOTALL)
_LONGEST_WORD = 60
_PAD_BEFORE, _PAD_AFTER = "\x02", "\x03"
_SEEDS = {offset: crc32(f"{offset}|".encode()) for offset in OFFSETS}
_LONGEST_PHRASE = 7


@dataclass(frozen=True, slots=True)
class WordType:
    """What one word gives to the tokens around it.

    ``codes`` has the features for each of OFFSETS, ``columns`` the numbers that mixed features are made of.
    """

    codes: tuple[tuple[int, ...], ...]
    columns: tuple[int, ...]
    opens: int
    """The lengths of the listed names that begin with this word, as bits."""


@dataclass(frozen=True, slots=True)
class _Groups:
    """A word's features by how far away they are seen."""

    everywhere: list[str]
    near: list[str]
    left: list[str]
    here: list[str]

    def at(self, offset: int) -> list[str]:
        found = list(self.everywhere)
        if abs(offset) <= 1:
            found += self.near
        if offset <= 1:
            found += self.left
        return found + self.here if offset == 0 else found


def word_type(word: str, lexicon: Lexicon) -> WordType:
    """Return the features of a word as it is written."""
    word = word[:_LONGEST_WORD]
    if word in (_PAD_BEFORE, _PAD_AFTER):
        return _padding(word)
    lower, shape = word.lower(), collapsed_shape(word)
    cluster, mask = lexicon.cluster(word), lexicon.lists(word)
    head, whole = lexicon.head_class(word)
    groups = _Groups(
        everywhere=[f"w={word}", f"l={lower}", *_cluster_features("c", cluster)],
        near=[f"s={shape}", *_list_features("g", mask), *_frequency_features(word, lower, lexicon)],
        left=[f"N={head}{'=' if whole else '+'}", f"N.{head}"] if head else [],
        here=[f"S={full_shape(word)[:12]}", *_affixes(word), *_inner_features(word, cluster, lexicon)],
    )
    columns = (
        crc32(lower.encode("utf-8", "surrogatepass")),
        0 if cluster is None else cluster + 1,
        0 if cluster is None else (cluster & 0xFF) + 1,
        crc32(shape.encode("utf-8", "surrogatepass")),
        mask,
        head,
    )
    return WordType(_seen_from(groups), columns, lexicon.opens_phrase(word))


def _padding(word: str) -> WordType:
    groups = _Groups([f"pad={ord(word)}"], [], [], [])
    return WordType(_seen_from(groups), (ord(word),) * _COLUMNS, 0)


def _seen_from(groups: _Groups) -> tuple[tuple[int, ...], ...]:
    return tuple(
        tuple(crc32(name.encode("utf-8", "surrogatepass"), _SEEDS[offset]) for name in groups.at(offset))
        for offset in OFFSETS
    )


def full_shape(word: str) -> str:
    """Return ``Xxx0-`` of a word: capital, small letter, digit, others as they are."""
    return "".join("X" if c.isupper() else "x" if c.islower() else "0" if c.isdigit() else c for c in word)


def collapsed_shape(word: str) -> str:
    """Return the shape with runs shortened: ``Xx+`` for ``Berlin``."""
    return _RUNS.sub(r"\1+", full_shape(word))


def _cluster_features(name: str, cluster: int | None) -> list[str]:
    if cluster is None:
        return [f"{name}=?"]
    return [f"{name}{bits}={cluster & ((1 << bits) - 1)}" for bits in _BITS] + [f"{name}={cluster}"]


def _list_features(name: str, mask: int) -> list[str]:
    if not mask:
        return []
    return [f"{name}={mask}"] + [f"{name}.{bit}" for bit in range(2 * SHIFTED) if mask >> bit & 1]


def _frequency_features(word: str, lower: str, lexicon: Lexicon) -> list[str]:
    own = lexicon.probability(word)
    features = ["pr=?" if own is None else f"pr={int(own)}"]
    if word[:1].isupper():
        small = lexicon.probability(lower)
        if small is None:
            features.append("lr=?")
        elif own is None:
            features.append("lr=L")
        else:
            features.append(f"lr={max(-6, min(6, round(own - small)))}")
    return features


def _affixes(word: str) -> list[str]:
    prefixes = [f"p{n}={word[:n]}" for n in (1, 2, 3, 4) if len(word) >= n]
    return prefixes + [f"x{n}={word[-n:]}" for n in (1, 2, 3, 4, 5, 6) if len(word) > n]


def _inner_features(word: str, cluster: int | None, lexicon: Lexicon) -> list[str]:
    if "-" in word:
        return _hyphen_features(word, lexicon)
    if len(word) > 6 and word[0].isupper():
        frequency = lexicon.probability(word)
        if cluster is None or frequency is None or frequency < -13:
            return _compound_features(word, lexicon)
    return []


def _hyphen_features(word: str, lexicon: Lexicon) -> list[str]:
    parts = [part for part in word.split("-") if part]
    if not parts:
        return []
    features = [f"hn={len(parts)}", f"h0={parts[0]}", f"h9={parts[-1]}"]
    for name, part in (("h0", parts[0]), ("h9", parts[-1])):
        cluster = lexicon.cluster(part)
        if cluster is not None:
            features += [f"{name}c={cluster}", f"{name}c8={cluster & 0xFF}"]
        mask = lexicon.lists(part)
        if mask:
            features.append(f"{name}g={mask}")
    tail = lexicon.tail(parts[-1])
    return [*features, f"ht={tail.lower()}"] if tail else features


def _compound_features(word: str, lexicon: Lexicon) -> list[str]:
    tail = lexicon.tail(word)
    if tail is None:
        return []
    features = [f"t={tail.lower()}"]
    cluster = lexicon.cluster(tail)
    if cluster is not None:
        features += [f"tc={cluster}", f"tc8={cluster & 0xFF}"]
    front = word[: len(word) - len(tail)]
    mask = lexicon.lists(front) or lexicon.lists(front.rstrip("s"))
    return [*features, f"hg={mask}"] if mask else features


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
        flat += (_PAD_BEFORE, _PAD_BEFORE)
        places.extend(range(len(flat), len(flat) + len(words)))
        flat += words
        flat += (_PAD_AFTER, _PAD_AFTER)
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
