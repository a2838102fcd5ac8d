"""Web pages as saved by a browser: the article's text without the page around it. No network is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from annotator.ingest.decode import decode, unify_lines
from annotator.ingest.fields import parse_day
from annotator.ingest.files import read_bytes
from annotator.ingest.items import Item, RawArticle, Unreadable

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_KEPT = ("author", "description", "categories", "tags", "language", "license")
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}


def read_html(path: Path) -> Iterator[Item]:
    """Yield the article of a page: headline and paragraphs, with a blank line between.

    The text is found by trafilatura; title, outlet, date and address come from the page's metadata.
    """
    page = _extracted(_page(read_bytes(path)))
    title = _line(page.title)
    paragraphs = [line.strip() for line in (page.text or "").splitlines() if line.strip()]
    if not paragraphs:
        raise Unreadable("html_without_text")
    if title and title not in paragraphs[:2]:
        paragraphs.insert(0, title)
    rest = {name: _line(getattr(page, name, None)) for name in _KEPT}
    yield RawArticle(
        name=path.stem,
        text=unify_lines("\n\n".join(paragraphs)),
        source=str(path),
        title=title,
        outlet=_line(page.sitename),
        published_on=_day(page.date),
        url=_line(page.url),
        metadata={name: value for name, value in rest.items() if value},
    )


def _page(data: bytes) -> str:
    """Decode a page: by what it says about itself where it is not UTF-8."""
    said = _CHARSET.search(data[:4096])
    if said:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return unify_lines(data.decode(said[1].decode("ascii")))
            except (LookupError, UnicodeError):
                return decode(data)
    return decode(data)


def _extracted(page: str) -> Any:  # noqa: ANN401
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, date_extraction_params=_DATES
        )
    except Exception as error:  # a page can be broken in ways that its parsers did not foresee
        raise Unreadable("html_unreadable", detail=f"{type(error).__name__}: {error}") from error
    if found is None:
        raise Unreadable("html_without_text")
    return found


def _line(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return " ".join(str(value).split()) if value else ""


def _day(value: object) -> date | None:
    return parse_day(str(value)) if value else None
