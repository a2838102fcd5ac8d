"""German number words, made by rule: cardinals to 999, years from 1100 to 2099, ordinals to 31."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_SMALL: Final = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
TENS: Final = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_IRREGULAR_ORDINALS: Final = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
ADJECTIVE_ENDINGS: Final = ("e", "en", "er", "es", "em")


def below_hundred(number: int) -> str:
    """Return the word for ``number`` (0 to 99) as it stands before another word: ``ein``, not ``eins``."""
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return (f"{_SMALL[ones]}und" if ones else "") + TENS[tens - 2]


def cardinals() -> Iterator[tuple[str, int]]:
    """Yield ``(word, number)`` from zwei to neunhundertneunundneunzig."""
    for number in range(2, 100):
        yield below_hundred(number), number
    for hundreds in range(1, 10):
        head = _SMALL[hundreds] + "hundert"
        yield head, hundreds * 100
        for rest in range(1, 100):
            yield head + ("eins" if rest == 1 else below_hundred(rest)), hundreds * 100 + rest


def year_words() -> Iterator[tuple[str, int]]:
    """Yield ``(word, year)`` from elfhundert to neunzehnhundertneunundneunzig and for 2000 to 2099."""
    for century in range(11, 20):
        for rest in range(100):
            tail = "eins" if rest == 1 else below_hundred(rest) if rest else ""
            yield f"{_SMALL[century]}hundert{tail}", century * 100 + rest
    for rest in range(100):
        yield "zweitausend" + ("eins" if rest == 1 else below_hundred(rest) if rest else ""), 2000 + rest


def ordinals() -> Iterator[tuple[str, int]]:
    """Yield ``(inflected word, number)`` from erste to einunddreißigste."""
    for number in range(1, 32):
        stem = _IRREGULAR_ORDINALS.get(number) or below_hundred(number) + ("t" if number < 20 else "st")
        for ending in ADJECTIVE_ENDINGS:
            yield stem + ending, number


def decades() -> Iterator[tuple[str, int]]:
    """Yield ``(word, decade)``: zwanziger 20 … neunziger 90, with and without ``Jahre(n)`` behind."""
    for tens, word in zip(range(20, 100, 10), TENS, strict=True):
        stem = word + "er"
        for form in (stem, stem + "n", stem + "jahre", stem + "jahren", stem + "-Jahre", stem + "-Jahren"):
            yield form, tens
            yield form.capitalize() if "-" not in form else form[0].upper() + form[1:], tens
    for form in ("Nullerjahre", "Nullerjahren", "Nuller-Jahre", "Nuller-Jahren", "nuller"):
        yield form, 0
