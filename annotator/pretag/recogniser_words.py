"""What one word looks like to the recogniser: the features that depend on it alone, worked out once per word.

A feature is the CRC-32 of its name; those seen from a neighbour begin with the distance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from zlib import crc32

from annotator.pretag.recogniser_lexicon import SHIFTED, Lexicon

OFFSETS = (-2, -1, 0, 1, 2)
"""From where a word's features are seen: -1 is the word before."""
COLUMNS = 6
LOWER, CLUSTER, COARSE, SHAPE, LISTED, HEAD = range(COLUMNS)
"""The numbers of a word that features of several words are mixed from."""
PAD_BEFORE, PAD_AFTER = "\x02", "\x03"
"""Stand for what is before and behind a sentence."""
_BITS = (4, 6, 8, 10, 12)
_RUNS = re.compile(r"(.)\1+", re.DOTALL)
_LONGEST_WORD = 60
_SEEDS = {offset: crc32(f"{offset}|".encode()) for offset in OFFSETS}


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
    if word in (PAD_BEFORE, PAD_AFTER):
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
    return WordType(_seen_from(groups), (ord(word),) * COLUMNS, 0)


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
