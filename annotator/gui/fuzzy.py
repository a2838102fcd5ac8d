"""Finding a name by some of its letters: whole words first, then letters in their order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_WHOLE, _PREFIX, _WORD, _PART = 500, 400, 300, 200


def closeness(query: str, names: Iterable[str]) -> int | None:
    """Return how well the words of a query fit the best of ``names``; ``None`` where they fit none.

    Each word must be found in the same name, in any order: at its beginning (best), at the beginning of a
    word, within a word, or as letters that follow each other with gaps (the fewer and the shorter, the
    better). Case and accents do not matter; an empty query fits everything equally.
    """
    words = folded(query).split()
    found = [_closeness(words, folded(name)) for name in names]
    return max((each for each in found if each is not None), default=None)


def folded(text: str) -> str:
    """Return a text without case and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def _closeness(words: list[str], name: str) -> int | None:
    each = [_of_word(word, name) for word in words]
    found = [one for one in each if one is not None]
    whole = _WHOLE if " ".join(words) == name else 0
    return sum(found) + whole if len(found) == len(each) else None


def _of_word(word: str, name: str) -> int | None:
    if name.startswith(word):
        return _PREFIX
    at = name.find(word)
    if at < 0:
        return _scattered(word, name)
    return _WORD if f" {word}" in name else _PART


def _scattered(word: str, name: str) -> int | None:
    """Look for the letters in their order, the first one at the beginning of a word."""
    found = [_gaps(word, name, at) for at in range(len(name)) if at == 0 or name[at - 1] == " "]
    least = min((gaps for gaps in found if gaps is not None), default=None)
    return None if least is None else max(1, 100 - 4 * least)


def _gaps(word: str, name: str, begin: int) -> int | None:
    """Return how many letters of ``name`` lie between those of ``word``, from ``begin`` on."""
    if name[begin] != word[0]:
        return None
    at = begin
    for letter in word[1:]:
        at = name.find(letter, at + 1)
        if at < 0:
            return None
    return at - begin + 1 - len(word)
