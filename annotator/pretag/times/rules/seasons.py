"""Seasons, holidays, quarters and halves of a year, financial years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from annotator.pretag.times import calendar
from annotator.pretag.times.calendar import When
from annotator.pretag.times.reader import Found, Reader
from annotator.pretag.times.rules.base import CUES, GENITIVE, Rule, code_of, genitive, side


def seasons(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Herbst, Sommer 2014, Winter 2015/16, vergangenen Sommer, Spätherbst dieses Jahres."""
    scan = reader.scan
    at = scan.find("season", first, after)
    assert at is not None
    code, mod = code_of(scan.values[at])
    span = scan.find("year_span", at, after)
    behind = calendar.year(int(scan.values[span][:4])) if span else genitive(reader, at + 1, after)
    if behind and behind.unit == "Y":
        when = When(f"{behind.value}-{code}", "SEASON", behind.start)
    elif at > first:
        when = _season_beside(reader, first, code)
    else:
        cued = scan.kind(first - 1) in CUES | {"article"}
        if not cued:
            return ()
        when = reader.season(code, first, after)
    return (reader.on(first, after, when, mod=mod, article=True),)


def _season_beside(reader: Reader, at: int, code: str) -> When:
    if reader.published is None:
        return When(f"XXXX-{code}", "SEASON")
    year, now = calendar.season_of(reader.published)
    order = calendar.SEASONS.index(code) - calendar.SEASONS.index(now)
    sense = side(reader.scan, at)[0] if reader.scan.kinds[at] == "relative" else "this"
    if sense == "last":
        year -= order >= 0
    elif sense == "next":
        year += order <= 0
    return calendar.season(year, code)


def holidays(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Ostern, Karfreitag 2014, kommende Pfingsten, Weihnachten vergangenen Jahres."""
    scan = reader.scan
    at = scan.find("holiday feast", first, after)
    assert at is not None
    behind = genitive(reader, at + 1, after)
    year = behind.start.year if behind and behind.unit == "Y" and behind.start else None
    rule = scan.values[at]
    if year is None:
        year = _holiday_year(reader, rule, first, after, at)
    if year is None:
        fixed = re.fullmatch(r"\d\d-\d\d", rule)
        return (reader.on(first, after, When(f"XXXX-{rule}" if fixed else "XXXX-XX-XX", "D"), article=True),)
    if not 1583 <= year <= 9998:
        return ()
    mod = "APPROX" if scan.kinds[at] == "feast" else ""
    return (reader.on(first, after, calendar.day(calendar.holiday(rule, year)), mod=mod, article=True),)


def _holiday_year(reader: Reader, rule: str, first: int, after: int, at: int) -> int | None:
    if reader.published is None:
        return None
    here = reader.published.year
    this = calendar.holiday(rule, here)
    if at > first and reader.scan.kinds[first] == "relative":
        sense = side(reader.scan, first)[0]
        if sense == "last":
            return here if this < reader.published else here - 1
        if sense == "next":
            return here if this > reader.published else here + 1
        return here
    return reader.year_for(this.month, this.day, first, after)


def quarters(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Erstes Quartal 2025, 2. Halbjahr, Q3 2025, drittes Quartal des vergangenen Jahres."""
    scan = reader.scan
    word = scan.find("quarter_word half_year_word", first, after)
    if word is not None:
        unit, number, behind_at = "QH"[scan.kinds[word] == "half_year_word"], int(scan.values[word]), word + 1
    else:
        unit_at = scan.find("unit unit_genitive", first, after)
        assert unit_at is not None
        unit, number = scan.values[unit_at], int(scan.values[first].removesuffix("."))
        behind_at = unit_at + 1
        if unit not in {"Q", "HY"}:
            return ()
        unit = unit[0]
    if not 1 <= number <= (4 if unit == "Q" else 2):
        return ()
    behind = genitive(reader, behind_at, after)
    year = behind.start.year if behind and behind.unit == "Y" and behind.start else None
    if year is None:
        length = 3 if unit == "Q" else 6
        month = length * (number - 1) + 1
        running = reader.published and month <= reader.published.month < month + length
        year = reader.published.year if reader.published and running else None
        year = year or reader.year_for(month, 0, first, after)
        if year is None:
            return (reader.on(first, after, When(f"XXXX-{unit}{number}", "Q"), article=True),)
    make = calendar.quarter if unit == "Q" else calendar.half
    return (reader.on(first, after, make(year, number), article=True),)


def fiscal(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Geschäftsjahr 2014/15, Haushaltsjahr 2026."""
    scan = reader.scan
    if scan.values[first] != "FY":
        return ()
    number = int(scan.values[after - 1][:4])
    return (reader.on(first, after, When(f"FY{number:04}", "FY", date(number, 1, 1)), article=True),)


RULES: Final = (
    Rule("season", f"(?:relative|demonstrative)? season (?:year_span | year | {GENITIVE})?", seasons),
    Rule("holiday", f"(?:relative|demonstrative)? (?:holiday|feast) (?:year | {GENITIVE})?", holidays),
    Rule(
        "quarter",
        "(?:date_ordinal (?:unit | unit_genitive) | (?:quarter_word | half_year_word) slash?)"
        f" (?:year | {GENITIVE})?",
        quarters,
    ),
    Rule("fiscal_year", "(?:unit|unit_genitive) (?:year | year_span)", fiscal),
)
