"""Headlines and sentences in capitals, written as they usually are, so that their names can be found."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.pretag.recogniser_lexicon import Lexicon

_LEAST_WORDS = 3
_SHARE = 0.6
_UNKNOWN = -30.0
_SHORTEST_UNKNOWN = 5


def usual_case(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Return the words in their most frequent spelling if most of them are in capitals, else as they are.

    Each keeps its length, so places within words stay valid.
    """
    lettered = [word for word in words if len(word) > 1 and word.isalpha()]
    loud = sum(map(str.isupper, lettered))
    if loud < _LEAST_WORDS or loud < _SHARE * len(lettered):
        return list(words)
    return [_usual(word, lexicon) if word.isupper() else word for word in words]


def _usual(word: str, lexicon: Lexicon) -> str:
    spellings = [s for s in (word, word.capitalize(), word.lower()) if len(s) == len(word)]
    best = max(spellings, key=lambda s: lexicon.probability(s) or _UNKNOWN)
    known = lexicon.probability(best) is not None
    if known or len(word) < _SHORTEST_UNKNOWN:
        return best
    titled = "-".join(part.capitalize() for part in word.split("-"))
    return titled if len(titled) == len(word) else word
