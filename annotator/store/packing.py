"""Ascending numbers as small blobs: the offsets of tokens, the first tokens of sentences."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import accumulate, chain
from operator import sub

from annotator.core.text import Tokens


def pack_numbers(ascending: Iterable[int]) -> bytes:
    """Pack ascending non-negative numbers as differences: a byte each where all fit, else 32 bits each."""
    values = list(ascending)
    steps = map(sub, values, chain((0,), values))
    try:
        return b"B" + bytes(steps)
    except ValueError:
        steps = map(sub, values, chain((0,), values))
        return b"I" + b"".join(step.to_bytes(4, "little") for step in steps)


def unpack_numbers(blob: bytes) -> array[int]:
    """Reverse :func:`pack_numbers`."""
    body = blob[1:]
    if blob[:1] == b"B":
        return array("I", accumulate(body))
    steps = (int.from_bytes(body[i : i + 4], "little") for i in range(0, len(body), 4))
    return array("I", accumulate(steps))


def pack_tokens(tokens: Tokens) -> bytes:
    """Pack tokens: starts and ends, interleaved, ascend."""
    bounds = [0] * (2 * len(tokens))
    bounds[0::2], bounds[1::2] = tokens.starts, tokens.ends
    return pack_numbers(bounds)


def unpack_tokens(blob: bytes) -> Tokens:
    """Reverse :func:`pack_tokens`."""
    bounds = unpack_numbers(blob)
    return Tokens(bounds[0::2], bounds[1::2])
