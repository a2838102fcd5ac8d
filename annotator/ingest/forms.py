"""The forms that articles come in: which reader reads what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.ingest.delimited import read_csv
from annotator.ingest.html import read_html
from annotator.ingest.items import Item
from annotator.ingest.json_lines import read_json, read_jsonl
from annotator.ingest.plain import read_seed, read_text


@dataclass(frozen=True, slots=True)
class Form:
    """One form. ``begins`` tells it by its first bytes, byte-order mark left out; ``None`` fits all."""

    name: str
    suffixes: tuple[str, ...]
    begins: re.Pattern[bytes] | None
    read: Callable[[Path], Iterator[Item]]


FORMS: tuple[Form, ...] = (
    Form("html", (".html", ".htm", ".xhtml"), re.compile(rb"\s*(?i:<!doctype html|<html)"), read_html),
    Form("jsonl", (".jsonl", ".ndjson"), re.compile(rb'\s*\{\s*"'), read_jsonl),
    Form("json", (".json",), re.compile(rb'\s*\[\s*\{\s*"'), read_json),
    Form("csv", (".csv", ".tsv"), re.compile(rb"(?!)"), read_csv),
    Form("seed", (".txt", ".text"), re.compile(rb"\s*date[ \t]+\d{4}-\d\d-\d\d"), read_seed),
    Form("text", (".txt", ".text"), None, read_text),
)

SUFFIXES = tuple(sorted({suffix for form in FORMS for suffix in form.suffixes}))
"""The endings of file names that are read without being asked for by name."""

START_BYTES = 512


def form_of(path: Path, start: bytes) -> Form:
    """Return the form of a file by its name and, where that leaves a choice, its first bytes.

    ``start`` is the first :data:`START_BYTES`; a file in UTF-16 is told by them too.
    """
    plain = start.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    plain = plain.replace(b"\0", b"")
    named = [form for form in FORMS if path.suffix.lower() in form.suffixes]
    for form in named or FORMS:
        if form.begins is None or form.begins.match(plain):
            return form
    return named[0]


def is_known(path: Path) -> bool:
    """Tell whether a file's name ends like one of the forms."""
    return path.suffix.lower() in SUFFIXES
