"""Names in the order in which German dictionaries and lists have them."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]+")


def folded(text: str) -> str:
    """Return a text without case and marks, by DIN 5007-1: ä as a, ß as ss."""
    text = text.casefold()
    return text if text.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", text))


def collated(text: str) -> tuple[str, str]:
    """Return a key to sort by: Ä beside A, and what is equal but for case and marks in a fixed order."""
    return folded(text), text
