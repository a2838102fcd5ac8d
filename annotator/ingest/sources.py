"""From paths to articles: files and folders, one after the other, whatever is in them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.ingest.files import opened, unreadable
from annotator.ingest.forms import START_BYTES, form_of, is_known
from annotator.ingest.items import ImportProblem, Item, RawArticle, SkipCode, Skipped, Unreadable

_HALVES = re.compile("[\ud800-\udfff]")
"""What Python puts for the bytes of a file name that are not UTF-8, and what no text may hold."""


_ABOUT_THE_FOLDER = frozenset({"readme", "liesmich"})
_LONGEST_DETAIL = 300


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    size: int


class Reading:
    """Reads what ``paths`` name, in their order; folders with all that is below them, sorted by name.

    ``total`` and ``done`` are in bytes; ``done`` grows while the items are taken. Whatever goes wrong within
    a file becomes a problem of that file. What a file's name holds that is no text is written out.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self._found = list(_distinct(_found(paths)))
        self.total = sum(entry.size for entry in self._found if isinstance(entry, _File))
        self.done = 0

    def __iter__(self) -> Iterator[Item]:
        return map(_with_name_written_out, self._items())

    def _items(self) -> Iterator[Item]:
        self.done = 0
        for entry in self._found:
            if isinstance(entry, _File):
                before = self.done
                yield from self._file(entry)
                self.done = before + entry.size
            else:
                yield entry

    def _file(self, file: _File) -> Iterator[Item]:
        before, lines = self.done, 0
        try:
            for item in _items(file.path):
                if isinstance(item, RawArticle) and item.place is not None:
                    lines = lines or _count_lines(file.path)
                    self.done = before + file.size * min(item.place, lines) // max(lines, 1)
                yield item
        except Unreadable as error:
            yield error.problem(str(file.path))
        except Exception as error:  # no file may end the import, whatever its maker or a parser thought of
            yield unforeseen(error).problem(str(file.path))


def unforeseen(error: Exception) -> Unreadable:
    """Return what an error that nobody expected says about the source that it came from."""
    return Unreadable("unreadable", detail=f"{type(error).__name__}: {error}"[:_LONGEST_DETAIL])


def _with_name_written_out(item: Item) -> Item:
    if not _HALVES.search(item.source):
        return item
    plain = replace(item, source=_written_out(item.source))
    return replace(plain, name=_written_out(plain.name)) if isinstance(plain, RawArticle) else plain


def _written_out(name: str) -> str:
    r"""Return ``name`` with ``\xfc`` for a byte that is no UTF-8."""

    def escape(match: re.Match[str]) -> str:
        code = ord(match[0])
        return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"

    return _HALVES.sub(escape, name)


def _items(path: Path) -> Iterator[Item]:
    with opened(path) as stream:
        start = stream.read(START_BYTES)
    if not start:
        raise Unreadable("empty", bytes=0)
    yield from form_of(path, start).read(path)


def _count_lines(path: Path) -> int:
    with opened(path) as stream:
        return sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b"")) + 1


def _found(paths: Sequence[Path]) -> Iterator[_File | ImportProblem | Skipped]:
    for path in paths:
        try:
            status = path.stat()
        except (OSError, ValueError) as error:
            fault = unreadable(error) if isinstance(error, OSError) else Unreadable("missing")
            yield fault.problem(str(path))
            continue
        if not path.is_dir():
            yield _File(path, status.st_size)
            continue
        something = False
        for entry in _below(path):
            something = something or not isinstance(entry, Skipped)
            yield entry
        if not something:
            yield ImportProblem(str(path), "nothing_found")


def _below(folder: Path) -> Iterator[_File | ImportProblem | Skipped]:
    """Yield what lies below a folder, sorted; links to folders are not followed, so no loop can be."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            reason = None if path == folder else _reason_to_skip(path)
            if reason:
                yield Skipped(str(path), reason)
            elif path.is_dir():
                waiting += sorted(path.iterdir(), reverse=True)
            else:
                yield _File(path, path.stat().st_size)
        except OSError as error:
            yield unreadable(error).problem(str(path))


def _reason_to_skip(path: Path) -> SkipCode | None:
    if path.name.startswith("."):
        return "hidden"
    if path.stem.casefold() in _ABOUT_THE_FOLDER and not path.is_dir():
        return "about_the_folder"
    if path.is_dir():
        return "link_to_folder" if path.is_symlink() else None
    return None if is_known(path) else "unknown_form"


def _distinct(
    entries: Iterator[_File | ImportProblem | Skipped],
) -> Iterator[_File | ImportProblem | Skipped]:
    """Leave out a file that is named twice, such as by itself and by its folder."""
    seen: set[str] = set()
    for entry in entries:
        key = os.path.realpath(entry.path) if isinstance(entry, _File) else entry.source
        if key not in seen:
            seen.add(key)
            yield entry
