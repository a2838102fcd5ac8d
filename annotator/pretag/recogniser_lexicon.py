"""What the recogniser knows of words: Brown cluster, frequency, lists of names, head nouns.

Words are kept as their CRC-32 alone: a million of them in about three megabytes. A word that is not in the
table is taken for one that is in about one case of 4,000, which a statistical tagger does not mind.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np

from annotator.pretag.recogniser_pack import Codes, unascending, unplanes

LISTS = (
    "country",
    "city",
    "town",
    "foreign_city",
    "foreign_town",
    "exonym",
    "first_name",
    "last_name",
    "company",
    "organisation",
    "place",
)
"""The lists of names; the bit of a list in a mask is ``1 << index``."""
SHIFTED = len(LISTS)
"""Masks of words found only by dropping a genitive ``s`` are shifted left by so many bits."""
HEAD_CLASSES = ("org", "loc", "role", "work", "demonym")
_PROBABILITY_STEP = 8
_MANY_TYPES = 200_000
_SHORTEST_HEAD = 3
_ENDINGS = ("", "s", "es", "n", "en", "e", "innen")
_TAIL_ENDINGS = ("", "s", "es", "n", "en")


def code(word: str) -> int:
    """Return the number under which a word is kept."""
    return crc32(word.encode("utf-8", "surrogatepass"))


class _Table:
    """Ascending word codes and where a word stands among them."""

    __slots__ = ("_codes",)

    def __init__(self, codes: array[int]) -> None:
        self._codes = codes

    def __len__(self) -> int:
        return len(self._codes)

    def find(self, word: str) -> int:
        """Return the row of a word, -1 if it is not there."""
        number = code(word)
        row = bisect_left(self._codes, number)
        return row if row < len(self._codes) and self._codes[row] == number else -1


class Lexicon:
    """Read-only tables over the sections of ``lexicon.bin``."""

    def __init__(self, sections: Mapping[str, bytes]) -> None:
        self._words = _Table(_array("I", unascending(sections["words"])))
        self._clusters = _short(sections["clusters"])
        self._probabilities = sections["probabilities"]
        self._names = _Table(_array("I", unascending(sections["names"])))
        self._masks = _short(sections["masks"])
        self._phrases = _Table(_array("I", unascending(sections["phrases"])))
        self._phrase_masks = _short(sections["phrase_masks"])
        openers = unascending(sections["openers"]).tolist()
        self._openers: dict[int, int] = dict(zip(openers, sections["opener_lengths"], strict=True))
        self._heads = _heads(sections["heads"])
        sizes = (len(self._words), len(self._clusters), len(self._probabilities))
        if len(set(sizes)) != 1 or len(self._names) != len(self._masks):
            raise ValueError("the lexicon's tables differ in length")
        self.head_class = lru_cache(maxsize=_MANY_TYPES)(self._head_class)

    def cluster(self, word: str) -> int | None:
        """Return the Brown cluster of a word, else of its usual spelling; its low bits come first."""
        for spelling in spellings(word):
            row = self._words.find(spelling)
            if row >= 0:
                return self._clusters[row]
        return None

    def probability(self, word: str) -> float | None:
        """Return the log probability of exactly this spelling, in steps of an eighth."""
        row = self._words.find(word)
        return None if row < 0 else -self._probabilities[row] / _PROBABILITY_STEP

    def tail(self, word: str, *, least: float = -14.5) -> str | None:
        """Return the longest proper tail of a compound that is a common word: ``kommission``."""
        for cut in range(3, len(word) - 3):
            for tail in (word[cut:].capitalize(), word[cut:]):
                row = self._words.find(tail)
                if row >= 0 and -self._probabilities[row] / _PROBABILITY_STEP > least:
                    return tail
        return None

    def lists(self, word: str) -> int:
        """Return the mask of the lists that have a word: as it is, in usual case, without genitive ``s``."""
        row = self._names.find(word)
        if row < 0 and len(word) > 3 and word.isupper():
            row = self._names.find(word.capitalize())
        if row >= 0:
            return self._masks[row]
        if len(word) > 4 and word.endswith("s"):
            row = self._names.find(word[:-1])
            if row >= 0:
                mask: int = self._masks[row] << SHIFTED
                return mask
        return 0

    def opens_phrase(self, word: str) -> int:
        """Return which lengths the listed names have that begin with a word: bit ``n`` for ``n`` words."""
        return self._openers.get(code(word), 0)

    def phrase(self, words: Sequence[str]) -> int:
        """Return the mask of the lists that have a name of several words, its genitive included."""
        joined = " ".join(words)
        row = self._phrases.find(joined)
        if row < 0 and joined.endswith("s"):
            row = self._phrases.find(joined[:-1])
        return self._phrase_masks[row] if row >= 0 else 0

    def _head_class(self, word: str) -> tuple[int, bool]:
        """Return the class of a noun's head (1 + index in HEAD_CLASSES, 0: none) and whether it is whole."""
        lower = word.lower().strip("-")
        found = self._without_ending(lower, _ENDINGS)
        if found:
            return found, True
        for cut in range(3, len(lower) - 2):
            found = self._without_ending(lower[cut:], _TAIL_ENDINGS)
            if found:
                return found, False
        return 0, False

    def _without_ending(self, lower: str, endings: Sequence[str]) -> int:
        for ending in endings:
            if lower.endswith(ending):
                stem = lower[: len(lower) - len(ending)]
                if len(stem) >= _SHORTEST_HEAD and stem in self._heads:
                    return self._heads[stem]
        return 0


def spellings(word: str) -> tuple[str, ...]:
    """Return a word and the spellings under which an unknown one may be known."""
    if len(word) > 3 and word.isupper():
        return word, word.capitalize(), word.lower()
    return word, word.lower()


def _array(typecode: str, numbers: Codes) -> array[int]:
    kept: array[int] = array(typecode)
    kept.frombytes(numbers.astype(np.dtype(typecode)).tobytes())
    return kept


def _short(section: bytes) -> array[int]:
    return _array("H", unplanes(section, width=2))


def _heads(section: bytes) -> dict[str, int]:
    classes = json.loads(section)
    return {word: 1 + index for index, name in enumerate(HEAD_CLASSES) for word in classes[name].split()}
