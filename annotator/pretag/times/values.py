"""The notation of TIMEX3 values, and the check of values that are edited by hand.

Source: TimeML Annotation Guidelines 1.2.1 (Saurí et al. 2006), section 2.2, which builds on ISO 8601 and on
the TIDES standard of 2001 (seasons, parts of the day, ``X`` for what is unknown, the three ``_REF`` tokens).
"""

from __future__ import annotations

import re
from calendar import monthrange
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
    rf"|FY(?:\d{{4}}|XXXX)(?:-(?:Q[1-4X]|H[12X]))?"
)
_TIME = re.compile(rf"(?:{_DAY}|{_WEEK_DAY})?T(?:{_PART_OF_DAY}|{_CLOCK})")
_NUMBER = r"(?:\d+(?:\.\d+)?|X+)"
_UNITS = ("ML", "CE", "DE", "FY", "WE", "SP", "SU", "FA", "WI", "Y", "Q", "H", "M", "W", "D")
_DURATION = re.compile(
    rf"P(?=[\dXT])(?:{_NUMBER}(?:{'|'.join(_UNITS)}))*"
    rf"(?:T(?=[\dX])(?:{_NUMBER}(?:MO|MI|AF|EV|NI|DT|H|M|S))+)?"
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


def _out_of_range(match: re.Match[str], value: str) -> str | None:
    parts = {name: int(text) for name, text in match.groupdict().items() if text and text.isdigit()}
    for name, (low, high) in _LIMITS.items():
        if name in parts and not low <= parts[name] <= high:
            return "value_out_of_range"
    if "day" in parts and "month" in parts and parts["day"] > _days_in(value, parts["month"]):
        return "no_such_day"
    return None


def _days_in(value: str, month: int) -> int:
    year = value[:4]
    leap = not year.isdigit() or year == "0000" or monthrange(int(year), 2)[1] == 29
    return (29 if leap else 28) if month == 2 else monthrange(2001, month)[1]
