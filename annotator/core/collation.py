"""Names in the order in which German dictionaries and lists have them."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]+")
_PLAIN = re.compile("[\\x00-\\x7f«»\u2012-\u2015\u2018-\u201e]*")
"""Letters without marks, and the dashes and quotation marks of titles: nothing here can be taken apart."""


def folded(text: str) -> str:
    """Return a text without case and marks, by DIN 5007-1: ä as a, ß as ss."""
    text = text.casefold()
    if text.isascii():
        return text
    # Most of what is left are umlauts, and taking every letter apart costs four times as much.
    text = text.replace("ä", "a").replace("ö", "o").replace("ü", "u")
    if text.isascii() or _PLAIN.fullmatch(text):
        return text
    return _MARKS.sub("", unicodedata.normalize("NFKD", text))


def collated(text: str) -> str:
    """Return a key to sort by: Ä beside A, and what is equal but for case and marks in a fixed order.

    It is one string, for those are compared faster than pairs; the zero stands before every other letter.
    """
    return f"{folded(text)}\0{text}"
