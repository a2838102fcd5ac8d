"""What can be said of a word by its looks alone. Analyses are remembered, so a word is looked at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from annotator.pretag.lexicons import Given, lexicons

_NOUN_ENDINGS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "ismus",
    "tät", "täten", "nis", "nisse", "nissen", "tum", "chen", "lein", "erinnen", "innen", "ling", "linge",
    "enz", "enzen", "anz", "ierung", "ität", "itäten", "ment", "mente", "gabe", "gaben", "nahme", "nahmen",
)  # fmt: skip
_SHORTEST_TAIL = 5
_LONGEST_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Word:
    """A word form. ``capital``: begins with a capital letter and has a small one; ``upper``: all capitals."""

    text: str
    lower: str
    capital: bool
    upper: bool
    alpha: bool
    noun: bool
    """An ordinary noun, or a compound that ends in one."""
    given: Given
    function: str
    """The function that it is or ends in (``minister`` for Bundesaußenminister), else empty."""
    occupation: bool
    """A word that shows a person to follow, but is no function."""
    parts: tuple[str, ...]
    """The parts of a hyphen compound, else empty."""


@lru_cache(maxsize=100_000)
def analyse(text: str) -> Word:
    """Return what the lists and the shape say of a word."""
    known = lexicons()
    first = text[:1]
    letters = text.replace("-", "").replace("’", "").replace("'", "").replace(".", "")
    alpha = letters.isalpha() and len(text) <= _LONGEST_LOOKED_AT
    upper = alpha and len(letters) > 1 and letters.isupper()
    capital = alpha and first.isupper() and not upper
    parts = tuple(text.split("-")) if "-" in text[1:-1] and alpha else ()
    return Word(
        text=text,
        lower=text.lower(),
        capital=capital,
        upper=upper,
        alpha=alpha,
        noun=capital and _is_noun(text),
        given=_given(text, parts) if capital else Given.NO,
        function=known.function_of(text) if capital else "",
        occupation=capital and text in known.person_cues,
        parts=parts,
    )


def _is_noun(text: str) -> bool:
    nouns = lexicons().nouns
    if text in nouns:
        return True
    tail = text.rpartition("-")[2]
    if tail != text and tail in nouns:
        return True
    if tail.endswith(_NOUN_ENDINGS) and len(tail) > 5:
        return True
    for begin in range(3, len(tail) - _SHORTEST_TAIL + 1):
        if tail[begin].islower() and tail[begin:].capitalize() in nouns:
            return True
    return False


def _given(text: str, parts: tuple[str, ...]) -> Given:
    names = lexicons().given
    known = names.get(text)
    if known is not None:
        return known
    if len(parts) == 2 and all(part in names for part in parts):
        return Given.YES
    return Given.NO


def without_genitive(text: str) -> tuple[str, ...]:
    """Return the forms that a name in the text may have in the lists: itself, and without -s, -' or -es."""
    if text.endswith(("'", "’")):
        return text, text[:-1]
    if text.endswith("s") and len(text) > 3 and not text.endswith("ss"):
        return text, text[:-1]
    return (text,)
