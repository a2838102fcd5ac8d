"""An article from one row of a table or one JSON object."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from annotator.ingest.decode import check_text, unify_lines
from annotator.ingest.fields import fields_of
from annotator.ingest.items import RawArticle, Unreadable


def article_of(row: Mapping[str, Any], path: Path, place: int) -> RawArticle:
    """Return the article of a row; raises ``Unreadable`` (``no_text_column``, ``no_text``, ``nul``)."""
    fields = fields_of(row)
    if fields.text is None:
        raise Unreadable("no_text_column", columns=list(row))
    text = unify_lines(fields.text)
    if not text.strip():
        raise Unreadable("no_text")
    try:
        check_text(text)
    except Unreadable as error:
        raise Unreadable(error.code, place=place, **error.data) from error
    return RawArticle(
        name=fields.name or f"{path.stem}:{place}",
        text=text,
        source=str(path),
        title=fields.title,
        outlet=fields.outlet,
        published_on=fields.published_on,
        url=fields.url,
        metadata=fields.metadata,
        place=place,
    )
