"""Identifiers.

Human-made things get a random, time-ordered id; machine-made things get an id derived from their content,
so that running a pre-tagger twice yields the same ids and decisions about a suggestion stay attached to it.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from typing import NewType

ArticleId = NewType("ArticleId", str)
MentionId = NewType("MentionId", str)
RelationId = NewType("RelationId", str)
ClusterId = NewType("ClusterId", str)
OperationId = NewType("OperationId", str)

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS = tuple(one + other for one in _ALPHABET for other in _ALPHABET)


def _base32(value: int, length: int) -> str:
    """Return the last ``length`` digits, an even number of them; two at once, for many ids are made."""
    return "".join([_PAIRS[value >> shift & 1023] for shift in range(5 * length - 10, -1, -10)])


def new_id() -> str:
    """Return a 20-character id: 48 bits of milliseconds, then 52 random bits (Crockford base 32)."""
    milliseconds = time.time_ns() // 1_000_000 & (2**48 - 1)
    return _base32(milliseconds, 10) + _base32(secrets.randbits(50), 10)


def derived_id(*parts: object) -> str:
    """Return a 20-character id that depends on ``parts`` alone."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).digest()
    return _base32(int.from_bytes(digest[:13], "big"), 20)


def text_sha256(text: str) -> str:
    """Return the hexadecimal SHA-256 of the UTF-8 bytes of ``text``."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
