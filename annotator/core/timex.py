"""The notation of TIMEX3 values, and the check of values that are edited by hand.

Source: TimeML Annotation Guidelines 1.2.1 (Saurí et al. 2006), section 2.2, which builds on ISO 8601 and on
the TIDES standard of 2001 (seasons, parts of the day, ``X`` for what is unknown, the three ``_REF`` tokens).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

MODS: Final = frozenset(
    {
        *("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"),
        *("LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"),
        *("START", "MID", "END", "APPROX"),
    }
)
KINDS: Final = frozenset({"DATE", "TIME", "DURATION", "SET"})
REFERENCES: Final = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})

_ANY_LEAP_YEAR: Final = 2000
_YEAR = r"(?:BC)?(?:\d{4}|\d{3}X?|\d{2}(?:XX)?|XXXX)"
_DAY = rf"(?:{_YEAR}-(?P<month>\d\d|XX)-(?P<day>\d\d|XX))"
_WEEK_DAY = rf"(?:{_YEAR}-W(?P<week>\d\d|XX)-(?P<weekday>[1-7X]))"
_PART_OF_DAY = r"(?:MO|MI|AF|EV|NI|DT|PM)"
_CLOCK = (
    r"(?P<hour>\d\d|XX)(?::(?P<minute>\d\d|XX)(?::(?P<second>\d\d|XX)(?:\.\d+)?)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?"
)
_DATE = re.compile(
    rf"{_DAY}|{_WEEK_DAY}|{_YEAR}"
    rf"|{_YEAR}-(?P<only_month>\d\d|XX)"
    rf"|{_YEAR}-W(?P<only_week>\d\d|XX)(?:-WE)?"
    rf"|{_YEAR}-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI)"
    r"|FY(?:\d{4}|XXXX)(?:-(?:Q[1-4X]|H[12X]))?",
    re.ASCII,
)
_TIME = re.compile(rf"(?:{_DAY}|{_WEEK_DAY})?T(?:{_PART_OF_DAY}|{_CLOCK})", re.ASCII)
_CALENDAR_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NUMBER = r"(?:\d+(?:\.\d+)?|X+)"
_DAY_UNITS = ("ML", "CE", "DE", "FY", "Y", "SP", "SU", "FA", "WI", "Q", "M", "W", "WE", "D")
_CLOCK_UNITS = ("MO", "MI", "AF", "EV", "NI", "DT", "H", "M", "S")
_DURATION = re.compile(
    r"P(?=[\dXT])"
    + "".join(f"(?:{_NUMBER}{unit})?" for unit in _DAY_UNITS)
    + r"(?:T(?=[\dX])"
    + "".join(f"(?:{_NUMBER}{unit})?" for unit in _CLOCK_UNITS)
    + ")?",
    re.ASCII,
)
_LIMITS: Final = {
    "month": (1, 12),
    "only_month": (1, 12),
    "day": (1, 31),
    "week": (1, 53),
    "only_week": (1, 53),
    "hour": (0, 24),
    "minute": (0, 59),
    "second": (0, 60),
}


def check_value(kind: str, value: str) -> str | None:
    """Check a TIMEX3 value against its type.

    Returns ``None`` when it is sound, else a stable code: ``kind_unknown``, ``value_missing``,
    ``value_malformed`` (not in the notation), ``value_of_other_kind`` (well formed, but of another type),
    ``value_out_of_range`` (month 13, hour 25), or ``no_such_day`` (30 February).
    """
    if kind not in KINDS:
        return "kind_unknown"
    if not value:
        return "value_missing"
    if value in REFERENCES:
        return None if kind in {"DATE", "TIME"} else "value_of_other_kind"
    shapes = {
        "DATE": _DATE.fullmatch(value),
        "TIME": _TIME.fullmatch(value),
        "DURATION": _DURATION.fullmatch(value),
    }
    match = next(
        (shapes[k] for k in (("DURATION", "DATE", "TIME") if kind == "SET" else (kind,)) if shapes[k]), None
    )
    if match is None:
        return "value_of_other_kind" if any(shapes.values()) else "value_malformed"
    return _out_of_range(match, value)


def check_label(label: str, value: str) -> str | None:
    """Check a value of a mention by its label, which names the type as a rule; empty is sound.

    Under another label the value must be sound for some type. Returns what :func:`check_value` does.
    """
    if not value:
        return None
    kinds = (label,) if label in KINDS else ("DATE", "TIME", "DURATION", "SET")
    faults = [check_value(kind, value) for kind in kinds]
    named = [fault for fault in faults if fault != "value_of_other_kind"]
    return None if None in faults else (named or faults)[0]


def day_of(value: str) -> date | None:
    """Return the day that a value names, with or without a time of it; ``None`` where it names none."""
    found = _CALENDAR_DAY.fullmatch(value.partition("T")[0])
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def _out_of_range(match: re.Match[str], value: str) -> str | None:
    parts = {name: int(text) for name, text in match.groupdict().items() if text and text.isdigit()}
    for name, (low, high) in _LIMITS.items():
        if name in parts and not low <= parts[name] <= high:
            return "value_out_of_range"
    if parts.get("hour") == 24 and (parts.get("minute") or parts.get("second")):
        return "value_out_of_range"
    if "day" in parts and "month" in parts and parts["day"] > _days_in(value, parts["month"]):
        return "no_such_day"
    if parts.get("week", parts.get("only_week")) == 53 and not _has_53_weeks(value):
        return "value_out_of_range"
    return None


def _year_of(value: str) -> int | None:
    """Return the year that a value begins with; ``None`` for an open one, BC, or the year 0."""
    year = value[:4]
    return int(year) or None if year.isascii() and year.isdigit() else None


def _days_in(value: str, month: int) -> int:
    year = _year_of(value)
    return monthrange(year if year is not None else _ANY_LEAP_YEAR, month)[1]


def _has_53_weeks(value: str) -> bool:
    year = _year_of(value)
    return year is None or date(year, 12, 28).isocalendar().week == 53
