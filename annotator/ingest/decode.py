"""Bytes to text: the encoding found, line ends made one, nothing else changed."""

from __future__ import annotations

import codecs
import re

from annotator.ingest.items import Unreadable

MAX_BYTES = 64 * 1024 * 1024
"""The largest file (or line of JSONL, or HTML page) that is read."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"{\\rtf"),
    *(b"SQLite format 3\0", b"7z\xbc\xaf", b"\xfd7zXZ", b"\x7fELF", b"MZ\x90"),
)
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x7f]")
_GERMAN_ENCODINGS = ["cp1252", "mac_roman", "cp850"]
_SAMPLE = 256 * 1024


def decode(data: bytes) -> str:
    """Return the text of a file. Line ends become line feeds, a byte-order mark goes, all else stays.

    Tried in this order: byte-order mark, UTF-8, UTF-16 without a mark (by its zero bytes), the encodings of
    German text, any other that charset-normalizer knows. Raises :class:`Unreadable`: ``empty``,
    ``too_large``, ``binary``, ``nul``, ``cut_off`` and ``damaged_utf8`` (UTF-8 with a few wrong bytes, of
    which guessing would make gibberish), ``encoding_unknown``; all but the first three with the line.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable("too_large", bytes=len(data), limit=MAX_BYTES)
    refuse_binary(data)
    text = unify_lines(_text_of(data))
    if not text.strip():
        raise Unreadable("empty", bytes=len(data))
    check_text(text)
    return text


def unify_lines(text: str) -> str:
    """Return ``text`` with line feeds for all line ends, and without a byte-order mark in front."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def check_text(text: str) -> None:
    """Refuse what no text has: raises :class:`Unreadable` (``nul``, ``lone_surrogate``)."""
    if "\0" in text:
        position = text.index("\0")
        raise Unreadable("nul", place=text.count("\n", 0, position) + 1, character=position)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise Unreadable("lone_surrogate", place=line, character=error.start) from error


def is_utf8(start: bytes) -> bool:
    """Tell whether a file that begins with ``start`` is in UTF-8, perhaps with a few wrong bytes."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _zero_columns(start):
        return False
    good, bad = _count_utf8(start)
    return bad == 0 or good > bad


def refuse_binary(data: bytes) -> None:
    """Refuse a file that begins like a picture, an archive or the like: raises ``Unreadable``."""
    if data.startswith(_SIGNATURES):
        raise Unreadable("binary", begins=data[:8].hex(" "))


def _text_of(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    columns = _zero_columns(data)
    if columns:
        return _decode_as(data, columns)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _text_of_other(data, error)


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "replace").count("\n") + 1
        code = "cut_off" if error.end >= len(data) else "encoding_unknown"
        raise Unreadable(code, place=line, byte=error.start, encoding=encoding) from error  # type: ignore[arg-type]


def _zero_columns(data: bytes) -> str | None:
    """Return the UTF-16 whose zero bytes Western text would have: nearly all in every other place."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half and odd > half * 0.7 and even < half * 0.05:
        return "utf-16-le"
    if half and even > half * 0.7 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _text_of_other(data: bytes, error: UnicodeDecodeError) -> str:
    good, bad = _count_utf8(data[max(0, error.start - _SAMPLE) : error.start + _SAMPLE])
    if good > bad:
        cut_off = error.reason == "unexpected end of data"
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable("cut_off" if cut_off else "damaged_utf8", place=line, byte=error.start) from error
    encoding = _guess(data)
    if encoding is None:
        raise Unreadable("encoding_unknown", byte=error.start) from error
    text = _decode_as(data, encoding)
    if len(_CONTROLS.findall(text[:_SAMPLE])) > len(text[:_SAMPLE]) / 200:
        raise Unreadable("binary", begins=data[:8].hex(" ")) from error
    return text


def _count_utf8(data: bytes) -> tuple[int, int]:
    """Return how many characters beyond ASCII are right UTF-8, and how many bytes are wrong."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    text = decoder.decode(data)
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    return sum(not c.isascii() for c in text) - bad if not text.isascii() else 0, bad


def _guess(data: bytes) -> str | None:
    if b"\0" in data:
        raise Unreadable("binary", begins=data[:8].hex(" "))
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=_GERMAN_ENCODINGS).best() or from_bytes(sample).best()
    return best.encoding if best else None
