"""Which column holds what: names in German and English, dates as people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import msgspec


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": _names(
            "text content body articletext artikeltext fulltext volltext article artikel inhalt "
            "beitrag maintext"
        ),
        "title": _names("title titel headline überschrift ueberschrift schlagzeile"),
        "date": _names(
            "date datum published publishedon publishedat publicationdate datepublished pubdate "
            "veröffentlicht veroeffentlicht "
            "veröffentlichtam veroeffentlichtam erschienen erschienenam erscheinungsdatum "
            "veröffentlichungsdatum"
        ),
        "outlet": _names("outlet medium source quelle zeitung publication publisher sitename website"),
        "url": _names("url link permalink uri webadresse adresse"),
        "name": _names("id name articleid artikelid docid documentid nummer kennung"),
    }
)
_NESTED = ("meta", "metadata", "metadaten")
_MONTHS = _names("jan feb mär apr mai jun jul aug sep okt nov dez")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_GERMAN = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_LONG = re.compile(
    r"(?<!\d)(\d{1,2})\.\s?(Jan|Feb|M(?:är|ae|rz)|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\w*\.?\s(\d{4})"
)


@dataclass(frozen=True, slots=True)
class Fields:
    """A row with its columns recognised; ``text`` is ``None`` without such a column."""

    text: str | None
    title: str
    outlet: str
    published_on: date | None
    url: str
    name: str
    metadata: Mapping[str, str]


def has_text_column(names: list[str]) -> bool:
    """Tell whether one of the column names stands for the text."""
    return any(_plain(name) in _COLUMNS["text"] for name in names)


def fields_of(row: Mapping[str, Any]) -> Fields:
    """Recognise the columns of a row. What has no field of its own goes into the metadata, as text.

    A number, a list or an object is no article's text, whatever its column is called.
    """
    flat = _flat(row)
    known = {_plain(column): column for column in reversed(flat)}
    chosen = {field: _column(flat, known, names) for field, names in _COLUMNS.items()}
    words = {name: value if isinstance(row.get(name, ""), str) else "" for name, value in flat.items()}
    chosen["text"] = _column(words, known, _COLUMNS["text"])
    values = {field: flat[column] if column else "" for field, column in chosen.items()}
    used = {column for column in chosen.values() if column}
    published_on = parse_day(values["date"])
    if published_on is None or not _is_day_alone(values["date"]):
        used.discard(chosen["date"] or "")
    rest = {name: value for name, value in flat.items() if name not in used and value}
    return Fields(
        text=words[chosen["text"]] if chosen["text"] else None,
        title=" ".join(values["title"].split()),
        outlet=values["outlet"].strip(),
        published_on=published_on,
        url=values["url"].strip(),
        name=values["name"].strip(),
        metadata=rest,
    )


def parse_day(text: str) -> date | None:
    """Return the day that ``text`` names: ISO 8601, ``21.10.2025``, ``21. Oktober 2025``, RFC 2822."""
    found: tuple[str, str, str] | None = None
    if match := _ISO.match(text.strip()):
        found = (match[1], match[2], match[3])
    elif match := _GERMAN.search(text):
        found = (match[3], match[2], match[1])
    elif match := _LONG.search(text):
        month = match[2].lower().replace("mae", "mär").replace("mrz", "mär")[:3]
        found = (match[3], str(_MONTHS.index(month) + 1), match[1])
    if found is None:
        return _rfc_day(text)
    try:
        return date(*map(int, found))
    except ValueError:
        return None


def _is_day_alone(text: str) -> bool:
    return any(pattern.fullmatch(text.strip()) for pattern in (_ISO, _GERMAN, _LONG))


def _rfc_day(text: str) -> date | None:
    try:
        moment: datetime = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.date()


def _flat(row: Mapping[str, Any]) -> dict[str, str]:
    """Return the row's values as text; those of an object named metadata come behind its own columns."""
    flat: dict[str, str] = {}
    for name, value in row.items():
        if _plain(name) in _NESTED and isinstance(value, Mapping):
            flat.update((k, _as_text(v)) for k, v in value.items() if k not in row and k not in flat)
        else:
            flat[name] = _as_text(value)
    return flat


def _as_text(value: Any) -> str:  # noqa: ANN401
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    return msgspec.json.encode(value).decode()


def _column(row: Mapping[str, str], known: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    """Return the first column of that meaning with a value, else the first one at all."""
    there = [known[name] for name in names if name in known]
    return next((column for column in there if row[column].strip()), there[0] if there else None)


@lru_cache(maxsize=1024)
def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
