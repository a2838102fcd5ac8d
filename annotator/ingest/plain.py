"""Plain text, and the seed form: text whose first line begins with `` date YYYY-MM-DD ``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from annotator.ingest.decode import decode
from annotator.ingest.fields import parse_day
from annotator.ingest.files import read_bytes
from annotator.ingest.items import Item, RawArticle

DATE_RUN = re.compile(r"\s*date[ \t]+(\d{4}-\d\d-\d\d)(?!\d)")
_NEXT_ARTICLE = re.compile(r"(?<=\n)[ \t]*\n(?= date \d{4}-\d\d-\d\d )")


def read_text(path: Path) -> Iterator[Item]:
    """Yield the one article that a file of plain text is."""
    yield RawArticle(name=path.stem, text=decode(read_bytes(path)), source=str(path))


def read_seed(path: Path) -> Iterator[Item]:
    """Yield the article of a file in the seed form; or several, each behind a blank line."""
    text = decode(read_bytes(path))
    breaks = [match.end() for match in _NEXT_ARTICLE.finditer(text)]
    for number, (start, end) in enumerate(zip([0, *breaks], [*breaks, len(text)], strict=True), start=1):
        part = text[start:end].rstrip("\n") if breaks else text
        match = DATE_RUN.match(part)
        yield RawArticle(
            name=f"{path.stem}:{number}" if breaks else path.stem,
            text=part,
            source=str(path),
            published_on=parse_day(match[1]) if match else None,
            place=text.count("\n", 0, start) + 1 if breaks else None,
        )
