"""What a reader yields: an article as its source gives it, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from annotator.core.errors import ImportFailed

Code: TypeAlias = Literal[
    "binary",
    "cut_off",
    "damaged_utf8",
    "empty",
    "gave_up",
    "encoding_unknown",
    "html_unreadable",
    "html_without_text",
    "io",
    "lone_surrogate",
    "missing",
    "no_plain_file",
    "no_text",
    "no_text_column",
    "not_an_object",
    "not_json",
    "not_permitted",
    "nothing_found",
    "nul",
    "quote_misplaced",
    "quote_open",
    "row_too_long",
    "too_large",
    "unreadable",
]
Remedy: TypeAlias = Literal[
    "check_disk",
    "check_path",
    "close_quote",
    "export_again",
    "fill_text",
    "get_file_again",
    "give_permission",
    "name_text_column",
    "one_object_a_line",
    "quote_cells",
    "save_as_text",
    "save_as_utf8",
    "split_file",
]
SkipCode: TypeAlias = Literal["about_the_folder", "hidden", "link_to_folder", "unknown_form"]

REMEDIES: Mapping[Code, Remedy] = MappingProxyType(
    {
        "binary": "save_as_text",
        "cut_off": "get_file_again",
        "damaged_utf8": "save_as_utf8",
        "empty": "get_file_again",
        "gave_up": "get_file_again",
        "encoding_unknown": "save_as_utf8",
        "html_unreadable": "save_as_text",
        "html_without_text": "save_as_text",
        "io": "check_disk",
        "lone_surrogate": "export_again",
        "missing": "check_path",
        "no_plain_file": "check_path",
        "no_text": "fill_text",
        "no_text_column": "name_text_column",
        "not_an_object": "one_object_a_line",
        "not_json": "get_file_again",
        "not_permitted": "give_permission",
        "nothing_found": "check_path",
        "nul": "save_as_text",
        "quote_misplaced": "quote_cells",
        "quote_open": "close_quote",
        "row_too_long": "quote_cells",
        "too_large": "split_file",
        "unreadable": "get_file_again",
    }
)
"""What a person can do about each problem."""


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as its source gives it; what the source does not give is empty.

    ``text`` has line feeds for line ends and no byte-order mark. ``source`` is the file's path, ``place``
    the line in it (from 1) where a file holds several articles. ``native`` has the bytes of a line of the
    program's own JSONL; all else but ``source`` and ``place`` is in there then.
    """

    name: str
    text: str
    source: str
    title: str = ""
    outlet: str = ""
    published_on: date | None = None
    url: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    place: int | None = None
    native: bytes | None = None


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """Why something is no article: ``code``, the facts in ``data``, the line (from 1) in ``place``."""

    source: str
    code: str
    place: int | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def remedy(self) -> str:
        """A code for what a person can do about it."""
        known: Mapping[str, str] = REMEDIES  # type: ignore[assignment]
        return str(self.data.get("remedy") or known.get(self.code, "check_path"))

    def as_error(self) -> ImportFailed:
        """Return the same as an error, for those who turn errors into sentences."""
        facts = {**self.data, "reason": self.code, "remedy": self.remedy}
        return ImportFailed(source=self.source, place=self.place, **facts)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that was passed over on purpose."""

    source: str
    code: SkipCode


Item: TypeAlias = RawArticle | ImportProblem | Skipped


class Unreadable(Exception):
    """A file, or a part of one, gives no article; readers' callers make it a problem."""

    def __init__(self, code: Code, *, place: int | None = None, **data: object) -> None:
        super().__init__(code)
        self.code, self.place, self.data = code, place, data

    def problem(self, source: str, *, place: int | None = None) -> ImportProblem:
        """Return the problem; a place that is known here counts more than the given one."""
        found = place if self.place is None else self.place
        return ImportProblem(source, self.code, found, self.data)
