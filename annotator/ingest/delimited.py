"""CSV and its kin: a header, a text column, any others; the delimiter is found by the header."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.ingest.decode import MAX_BYTES, decode
from annotator.ingest.fields import has_text_column
from annotator.ingest.files import read_bytes
from annotator.ingest.items import ImportProblem, Item, Unreadable
from annotator.ingest.rows import article_of

_DELIMITERS = (",", ";", "\t", "|")
_ANNOUNCED = re.compile(r"sep=([,;\t|])\n")


def read_csv(path: Path) -> Iterator[Item]:
    """Yield an article for each row behind the header. A bad row is reported, the good ones come in."""
    csv.field_size_limit(MAX_BYTES)
    text = decode(read_bytes(path))
    announced = _ANNOUNCED.match(text)
    skipped = 0
    if announced:
        text, skipped = text[announced.end() :], 1
    delimiter = announced[1] if announced else _delimiter_of(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = _distinct(next(_header_of(text, delimiter)))
    if not has_text_column(header):
        raise Unreadable("no_text_column", place=1 + skipped, columns=header)
    yield from _items(rows, header, path, skipped)


def _items(rows: Iterator[list[str]], header: Sequence[str], path: Path, skipped: int) -> Iterator[Item]:
    is_header = True
    while True:
        line = getattr(rows, "line_num", 0) + 1 + skipped
        try:
            row = next(rows)
            if row and not is_header:
                yield _item(row, header, path, line)
            is_header = is_header and not row
        except StopIteration:
            return
        except csv.Error as error:
            yield _problem_of(error, path, line)
        except Unreadable as error:
            yield error.problem(str(path), place=line)


def _item(row: list[str], header: Sequence[str], path: Path, line: int) -> Item:
    cells = len(row)
    if any(cell.strip() for cell in row[len(header) :]):
        raise Unreadable("row_too_long", cells=cells, expected=len(header))
    return article_of(dict(zip(header, row, strict=False)), path, line)


def _problem_of(error: csv.Error, path: Path, line: int) -> ImportProblem:
    """Tell an open quotation mark, which swallows the rest of the file, from a fault within a line."""
    code = "quote_open" if "unexpected end of data" in str(error) else "quote_misplaced"
    return ImportProblem(str(path), code, line, {"detail": str(error)})


def _header_of(text: str, delimiter: str) -> Iterator[list[str]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    yield next((row for row in rows if row), [])


def _delimiter_of(text: str) -> str:
    """Return the delimiter that gives the header a text column, or else the most columns."""

    def fitness(delimiter: str) -> tuple[bool, int]:
        header = next(_header_of(text, delimiter))
        return has_text_column(header), len(header)

    return max(_DELIMITERS, key=fitness)


def _distinct(header: Sequence[str]) -> list[str]:
    """Return names for the columns: those that come again get a number, those that are empty a name."""
    names: list[str] = []
    for position, cell in enumerate(header, start=1):
        name = cell.strip() or f"column {position}"
        names.append(f"{name} {position}" if name in names else name)
    return names
