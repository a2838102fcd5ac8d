"""JSON: an object a line (also the program's own form), or a list of objects in one file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from annotator.ingest.decode import MAX_BYTES, decode, is_utf8, refuse_binary
from annotator.ingest.files import opened, read_bytes
from annotator.ingest.items import ImportProblem, Item, RawArticle, Unreadable
from annotator.ingest.rows import article_of

NATIVE_FORMAT = "annotator-jsonl"
_NATIVE_START = b'{"format":"annotator-jsonl",'

_SAMPLE = 64 * 1024
_PATIENCE = 50
"""So many bad lines without one good line before: this is no JSONL."""


# msgspec leaves integers of more digits than Python reads (4300) to Python, which raises a bare ValueError.
_NO_JSON = (msgspec.DecodeError, ValueError, RecursionError)


class _Head(msgspec.Struct):
    format: object = None


_head = msgspec.json.Decoder(_Head)


def read_jsonl(path: Path) -> Iterator[Item]:
    """Yield an article for each line. A bad line is reported, the good ones come in."""
    with opened(path) as stream:
        start = stream.read(_SAMPLE)
        refuse_binary(start)
        stream.seek(0)
        if is_utf8(start):
            yield from _items(_lines_of(stream), path)
            return
    yield from _items((line.encode() for line in decode(read_bytes(path)).split("\n")), path)


def read_json(path: Path) -> Iterator[Item]:
    """Yield an article for each object of a list, or the one of a single object; else read it as JSONL."""
    try:
        value = msgspec.json.decode(decode(read_bytes(path)))
    except _NO_JSON:
        yield from read_jsonl(path)
        return
    for number, row in enumerate(value if isinstance(value, list) else [value], start=1):
        try:
            yield _article(row, path, number)
        except Unreadable as error:
            yield error.problem(str(path), place=number)


def _lines_of(stream: BinaryIO) -> Iterator[bytes]:
    first = True
    while line := stream.readline(MAX_BYTES + 1):
        yield line.removeprefix(b"\xef\xbb\xbf") if first else line
        first = False


def _items(lines: Iterable[bytes], path: Path) -> Iterator[Item]:
    good = bad = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _item(line, path, number)
            good += 1
        except Unreadable as error:
            yield error.problem(str(path), place=number)
            bad += 1
        if bad == _PATIENCE and not good:
            yield ImportProblem(str(path), "gave_up", number, {"lines": bad})
            return
    if not good and not bad:
        yield ImportProblem(str(path), "empty")


def _item(line: bytes, path: Path, number: int) -> Item:
    if len(line) > MAX_BYTES:
        raise Unreadable("too_large", place=number, limit=MAX_BYTES)
    if _is_native(line):
        return RawArticle(name="", text="", source=str(path), place=number, native=line)
    try:
        row = msgspec.json.decode(line)
    except _NO_JSON as error:
        raise _diagnosis(line) from error
    return _article(row, path, number)


def _is_native(line: bytes) -> bool:
    if line.startswith(_NATIVE_START):
        return True  # as the program writes it: no need to look through the whole line
    if NATIVE_FORMAT.encode() not in line:
        return False
    try:
        return _head.decode(line).format == NATIVE_FORMAT
    except _NO_JSON:
        return False


def _diagnosis(line: bytes) -> Unreadable:
    """Say what is wrong with a line that is no JSON."""
    try:
        json.loads(line)
    except json.JSONDecodeError as error:
        return Unreadable("not_json", column=error.colno, detail=error.msg)
    except UnicodeDecodeError as error:
        return Unreadable("damaged_utf8", byte=error.start)
    except ValueError as error:
        return Unreadable("not_json", detail=str(error).partition(":")[0])
    except RecursionError:
        return Unreadable("not_json", detail="nested too deeply")
    return Unreadable("lone_surrogate")


def _article(row: Any, path: Path, number: int) -> RawArticle:  # noqa: ANN401
    if not isinstance(row, dict):
        raise Unreadable("not_an_object", found=type(row).__name__)
    if row.get("format") == NATIVE_FORMAT:
        return RawArticle(name="", text="", source=str(path), place=number, native=msgspec.json.encode(row))
    return article_of(row, path, number)
