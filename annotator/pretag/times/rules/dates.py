"""Days and months."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from annotator.pretag.times import calendar
from annotator.pretag.times.calendar import When
from annotator.pretag.times.reader import Found, Reader
from annotator.pretag.times.rules.base import CUES, GENITIVE, MONTH, ON_WEEKDAY, Rule, genitive, side
from annotator.pretag.times.scan import Scan

_NAMES: Final = {"August", "Mai", "März", "April", "Juni", "Juli"}


def iso(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """2025-10-21, 2025-10-21T17:42."""
    value = reader.scan.values[first]
    try:
        on = date.fromisoformat(value[:10])
    except ValueError:
        return ()
    if len(value) > 10:
        return (reader.time(first, after, on, value[11:], score=0.99),)
    return (reader.on(first, after, calendar.day(on), score=0.99),)


def numeric(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """21.10.2025, 21.10.25, 21.10., with a weekday before it."""
    parts = [int(part) for part in re.findall(r"\d+", reader.scan.values[after - 1])]
    year, score = _numeric_year(reader, parts, first, after)
    when = _day(year, parts[1], parts[0])
    return (_on_or_at(reader, first, after, when, score),) if when and score else ()


def _numeric_year(reader: Reader, parts: list[int], first: int, after: int) -> tuple[int | None, float]:
    if len(parts) == 3:
        if parts[2] > 99:
            return parts[2], 0.99
        pivot = (reader.published.year if reader.published else 2030) + 10
        return parts[2] + (2000 if parts[2] + 2000 <= pivot else 1900), 0.95
    if not 1 <= parts[1] <= 12:
        return None, 0.0
    cued = reader.scan.kind(first - 1) in CUES | {"article", "comma", "newline"} or after - first > 1
    return (reader.year_for(parts[1], parts[0], first, after), 0.9) if cued else (None, 0.0)


def _day(year: int | None, month: int, day: int) -> When | None:
    if year is None:
        return When(f"XXXX-{month:02}-{day:02}", "D") if 1 <= month <= 12 and 1 <= day <= 31 else None
    try:
        return calendar.day(date(year, month, day))
    except ValueError:
        return None


def month_days(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """8. November, 3. und 4. Mai 2014, Montag, den 8. November vergangenen Jahres: one for each day."""
    scan = reader.scan
    month_at = scan.find("month month_short", first, after)
    assert month_at is not None
    days = scan.every("ordinal ordinal_word integer", first, month_at)
    month = int(scan.values[month_at])
    year, exact = _year_behind(reader, month_at, after)
    found = []
    for index, at in enumerate(days):
        last = index == len(days) - 1
        number = int(scan.values[at].removesuffix("."))
        chosen = year if exact else reader.year_for(month, number, first, after)
        when = _day(chosen, month, number)
        if when is None:
            return ()
        start = first if index == 0 else _with_weekday(scan, at)
        end, score = after if last else at + 1, 0.98 if exact else 0.93
        found.append(_on_or_at(reader, start, end, when, score))
    return found


def _on_or_at(reader: Reader, first: int, after: int, when: When, score: float) -> Found:
    """Return a day, or a part of it where one stands before it: Dienstagmorgen, dem 25. Oktober."""
    if reader.scan.kinds[first] == "weekday_with_part":
        part = reader.scan.values[first].partition(":")[2]
        return reader.time(first, after, when, part, score=score, article=True)
    return reader.on(first, after, when, score=score, article=True)


def _with_weekday(scan: Scan, at: int) -> int:
    """Return where ``Sonntag, 24.`` begins, given its number."""
    before = at - 2 if scan.kind(at - 1) == "comma" else at - 1
    return before if scan.kind(before) == "weekday" else at


def short_range(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """16. bis 20.07.: two days of one month."""
    scan = reader.scan
    late = numeric(reader, after - 1, after)
    month = int(re.findall(r"\d+", scan.values[after - 1])[1])
    day = int(scan.values[first].removesuffix("."))
    year = late[0].when.start.year if late and late[0].when and late[0].when.start else None
    when = _day(year, month, day) if late else None
    return (reader.on(first, first + 1, when, article=True), *late) if when else ()


def _year_behind(reader: Reader, month_at: int, after: int) -> tuple[int | None, bool]:
    """Return the year that stands behind a month, and whether one does."""
    scan = reader.scan
    if month_at + 1 >= after or (after == month_at + 2 and scan.kinds[month_at + 1] == "stop"):
        return None, False
    when = genitive(reader, month_at + 1, after)
    if when and when.unit == "Y":
        if scan.find("era", month_at, after) is not None:
            return None, False
        return (when.start.year if when.start else None), True
    return None, False


def months(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Mai 2014, Mai und Juni 2011, Mai vergangenen Jahres: one for each month."""
    scan = reader.scan
    at = scan.every("month month_short", first, after)
    year, _ = _year_behind(reader, at[-1], after)
    found = []
    for index, month_at in enumerate(at):
        month = int(scan.values[month_at])
        when = calendar.month(year, month) if year else When(f"XXXX-{month:02}", "M")
        end = after if index == len(at) - 1 else month_at + 1
        found.append(reader.on(month_at, end, when, score=0.98, article=True))
    return found


def bare_month(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Oktober, vergangenen Oktober, diesen Mai."""
    scan = reader.scan
    month = int(scan.values[after - 1])
    if after - first == 2:
        when = _beside(reader, first, month)
        return (reader.on(first, after, when, article=True),) if when else ()
    cued = scan.kind(first - 1) in CUES or (
        scan.kind(first - 1) == "article" and scan.word(first - 1).lower() in {"der", "den", "dem", "des"}
    )
    if scan.word(first).endswith("s") and scan.kind(first - 1) != "article":
        return ()
    if not cued and (scan.word(first) in _NAMES or scan.word(after)[:1].isupper()):
        return ()
    year = reader.year_for(month, 0, first, after)
    when = calendar.month(year, month) if year else When(f"XXXX-{month:02}", "M")
    return (reader.on(first, after, when, score=0.92 if cued else 0.7, article=True),)


def _beside(reader: Reader, at: int, month: int) -> When | None:
    if reader.published is None:
        return When(f"XXXX-{month:02}", "M")
    here, now = reader.published.year, reader.published.month
    sense, steps = side(reader.scan, at) if reader.scan.kinds[at] == "relative" else ("this", "0")
    if sense == "last":
        return calendar.month(here + (0 if month < now else -1) + int(steps) + 1, month)
    if sense == "next":
        return calendar.month(here + (0 if month > now else 1) + int(steps) - 1, month)
    return calendar.month(here, month)


RULES: Final = (
    Rule("iso_date", "iso", iso),
    Rule("short_range", "ordinal (?:until | and | dash | slash) onto? numeric_date", short_range),
    Rule("numeric_date", f"{ON_WEEKDAY}? numeric_date", numeric),
    Rule(
        "month_days",
        f"{ON_WEEKDAY}? (?:date_ordinal (?:between|onto) onto? article? {ON_WEEKDAY}?){{0,6}}"
        f" (?:date_ordinal {MONTH} (?:comma? year (?!oclock) | {GENITIVE})? | integer {MONTH} year)",
        month_days,
    ),
    Rule("month_year", f"(?:{MONTH} between){{0,6}} {MONTH} (?:year (?!oclock) | {GENITIVE})", months),
    Rule("month", "(?:relative|demonstrative)? month", bare_month),
)
