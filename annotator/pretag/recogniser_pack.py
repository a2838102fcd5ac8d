"""The container of the recogniser's files: named sections, each compressed, none of them executable.

``ANRC`` · u32 version · u32 length of the header · header (JSON: section name → [compressed, plain] bytes,
in order) · the sections, zlib. All numbers little-endian. Arrays of 32-bit numbers are kept as four planes of
bytes, which compress far better than the numbers in a row.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Codes: TypeAlias = npt.NDArray[np.uint32]

_MAGIC = b"ANRC"
_VERSION = 1
_HEAD = struct.Struct("<4sII")


def pack(sections: Mapping[str, bytes]) -> bytes:
    """Return the container of some sections; equal sections give equal bytes."""
    squeezed = {name: zlib.compress(data, 9) for name, data in sections.items()}
    header = json.dumps({name: [len(squeezed[name]), len(data)] for name, data in sections.items()}).encode()
    return _HEAD.pack(_MAGIC, _VERSION, len(header)) + header + b"".join(squeezed.values())


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the sections of a container; raises ``ValueError`` saying what is wrong with it."""
    try:
        magic, version, length = _HEAD.unpack_from(data)
        if magic != _MAGIC:
            raise ValueError("not a recogniser file")
        if version != _VERSION:
            raise ValueError(f"container version {version}, known is {_VERSION}")
        sizes: Mapping[str, Any] = json.loads(data[_HEAD.size : _HEAD.size + length])
        return _sections(data, _HEAD.size + length, sizes)
    except (struct.error, zlib.error, TypeError) as error:
        raise ValueError(str(error)) from error


def _sections(data: bytes, position: int, sizes: Mapping[str, Any]) -> dict[str, bytes]:
    sections: dict[str, bytes] = {}
    for name, (squeezed, plain) in sizes.items():
        inflater = zlib.decompressobj()
        sections[name] = inflater.decompress(data[position : position + squeezed], plain)
        if len(sections[name]) != plain:
            raise ValueError(f"section {name!r} is cut short")
        position += squeezed
    return sections


def planes(values: npt.NDArray[Any], *, width: int = 4) -> bytes:
    """Return whole numbers below ``256**width`` as ``width`` planes of bytes, the lowest first."""
    numbers = values.astype("<u4")
    return b"".join(((numbers >> (8 * plane)) & 0xFF).astype(np.uint8).tobytes() for plane in range(width))


def unplanes(data: bytes, *, width: int = 4) -> Codes:
    """Undo :func:`planes`."""
    rows = np.frombuffer(data, dtype=np.uint8).reshape(width, -1)
    numbers = np.zeros(rows.shape[1], dtype=np.uint32)
    for plane in range(width):
        numbers |= rows[plane].astype(np.uint32) << np.uint32(8 * plane)
    return numbers


def ascending(values: Codes) -> bytes:
    """Return strictly ascending numbers as planes of their differences."""
    return planes(np.diff(values, prepend=np.uint32(0)))


def unascending(data: bytes) -> Codes:
    """Undo :func:`ascending`."""
    return np.cumsum(unplanes(data), dtype=np.uint64).astype(np.uint32)
