"""Telling that an article is there already, word for word or nearly."""

from __future__ import annotations

import hashlib

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


def near_fingerprint(text: str) -> bytes:
    """Return a digest (16 bytes) in which white space and invisible characters do not count.

    The same text wrapped at another column, with other blanks or with soft hyphens has the same digest; a
    text of the very same code points has the same article id as well.
    """
    bare = "".join(text.split())
    if not bare.isascii():
        for unseen in _UNSEEN:
            bare = bare.replace(unseen, "")
    return hashlib.blake2b(bare.encode("utf-8", "surrogatepass"), digest_size=16).digest()
