"""Find German time expressions and resolve them against the publication date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from annotator.core.article import Zone
from annotator.core.text import Span, Tokens
from annotator.core.timex import check_value
from annotator.pretag.times.model import TimeExpression, TimeKind
from annotator.pretag.times.reader import Found, Reader
from annotator.pretag.times.rules import by_first_code
from annotator.pretag.times.scan import Scan, scan

_FIRST_YEAR: Final = 1583
_LAST_YEAR: Final = 9000
_MASCULINE: Final = {"der", "den", "dem", "des"}
_MASCULINE_HEADS: Final = {"month", "weekday", "weekday_with_part", "ordinal", "date_full", "date_short"}
_EDGED: Final = {"M", "Y", "W", "DE", "CE", "SEASON", "Q", "HY", "FY", "ML", "WE"}
_APPROXIMATED: Final = {"Y", "M", "DE", "CE", "SEASON"}


def find_times(
    text: str,
    *,
    tokens: Tokens | None = None,
    published_on: date | None = None,
    sentences: Sequence[Span] = (),
    zones: Sequence[Zone] = (),
) -> list[TimeExpression]:
    """Return the time expressions of ``text`` in reading order, none overlapping another.

    With ``tokens``, every expression begins and ends with a token. No expression reaches over the end of a
    paragraph, of one of ``sentences`` or of one of ``zones``. Without ``published_on`` what hangs on it
    keeps an open value (``XXXX-XX-XX``), and so it does with one before 1583 or after 9000.
    """
    if published_on and not _FIRST_YEAR <= published_on.year <= _LAST_YEAR:
        published_on = None
    scanned = scan(text, sentences=(span.start for span in sentences), breaks=(zone.start for zone in zones))
    reader = Reader(scanned, published_on, rules=match_at)
    _read(reader)
    return list(_expressions(scanned, reader.found, tokens))


@cache
def _starts() -> re.Pattern[str]:
    return re.compile(f"[{''.join(by_first_code())}]")


def _read(reader: Reader) -> None:
    codes, find, at = reader.scan.codes, _starts(), 0
    while match := find.search(codes, at):
        found = match_at(reader, match.start())
        at = found[-1].after if found else match.start() + 1
        for item in found:
            _keep(reader, item)


def match_at(reader: Reader, at: int) -> Sequence[Found]:
    """Return what the first rule that holds at token ``at`` makes of it."""
    codes = reader.scan.codes
    for rule in by_first_code().get(codes[at], ()):
        match = rule.regex.match(codes, at)
        if match:
            made = rule.make(reader, at, match.end())
            if made:
                return [replace(item, rule=rule.name) for item in made]
    return ()


def _keep(reader: Reader, item: Found) -> None:
    """Add ``item``: widened to the left, or joined to the day before it."""
    if not item.value:
        return
    last = reader.found[-1] if reader.found else None
    if item.joins and last and _joinable(reader.scan, last, item):
        item = _joined(last, item)
        reader.found.pop()
    elif item.start < 0:
        item = _widened(reader.scan, item, last.after if last else 0)
    reader.found.append(item)
    reader.remember(item)


def _joinable(scanned: Scan, last: Found, item: Found) -> bool:
    """Tell whether ``item`` is the clock time of the day right before it, with a comma between at most."""
    if last.when is None or last.when.unit != "D" or last.start >= 0:
        return False
    if last.kind is TimeKind.TIME and (":" in last.value or ":" not in item.value):
        return False
    gap = range(last.after, item.first)
    return not gap or (len(gap) == 1 and scanned.kinds[last.after] == "comma" and ":" in item.value)


def _joined(last: Found, item: Found) -> Found:
    clock = item.value.partition("T")[2]
    assert last.when is not None
    return replace(
        item, first=last.first, value=f"{last.when.value}T{clock}", when=last.when, mod=last.mod or item.mod,
        score=min(last.score, item.score) if last.score < 0.9 else item.score,
    )  # fmt: skip


def _widened(scanned: Scan, item: Found, floor: int) -> Found:
    """Take in, from right to left, an early or late, an article, Anfang / Mitte / Ende, an about."""
    first, mod = item.first, item.mod
    if item.article and _at(scanned, first - 1, floor) == "early":
        first, mod = first - 1, scanned.values[first - 1]
    beyond = first - 1 if _at(scanned, first - 1, floor) == "article" and item.article else first
    if _at(scanned, beyond - 1, floor) == "edge" and item.when and item.when.unit in _EDGED:
        whole = beyond < first or " " in scanned.word(beyond - 1)
        first, mod = beyond - 1, mod or scanned.values[beyond - 1]
        first -= whole and _at(scanned, first - 1, floor) == "article"
    elif beyond < first and _takes_article(scanned, item, first):
        first = beyond
    if _is_about(scanned, first - 1, item, floor):
        first, mod = first - 1, mod or "APPROX"
    return replace(item, first=first, mod=mod)


def _at(scanned: Scan, index: int, floor: int) -> str:
    return scanned.kinds[index] if index >= floor else "newline"


def _takes_article(scanned: Scan, item: Found, first: int) -> bool:
    if scanned.kind(first - 2) == "comma" and scanned.kind(first - 3) not in {"weekday", "weekday_short"}:
        return False
    if scanned.kinds[item.first] in _MASCULINE_HEADS and item.rule != "century":
        return scanned.word(first - 1).lower() in _MASCULINE
    return True


def _is_about(scanned: Scan, index: int, item: Found, floor: int) -> bool:
    if (
        _at(scanned, index, floor) != "approx"
        or scanned.values[index] != "APPROX"
        or item.kind is TimeKind.DURATION
    ):
        return False
    if item.kind is TimeKind.TIME:
        return "T" in item.value
    return (
        item.when is not None and item.when.unit in _APPROXIMATED and scanned.word(index).lower() != "gegen"
    )


def _expressions(scanned: Scan, found: Iterable[Found], tokens: Tokens | None) -> Iterator[TimeExpression]:
    reached = 0
    for item in found:
        start = item.start if item.start >= 0 else scanned.starts[item.first]
        end = item.end if item.end >= 0 else scanned.ends[item.after - 1]
        span = Span(start, end)
        if tokens is not None:
            span = tokens.snap(span) or span
        if span.start < reached or check_value(item.kind, item.value):
            continue
        reached = span.end
        yield TimeExpression(
            span.start,
            span.end,
            item.kind,
            item.value,
            item.mod,
            item.quant,
            item.freq,
            item.rule,
            item.score,
        )
