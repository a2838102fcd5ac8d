"""Calendar arithmetic and the values it gives.

Movable feasts hang on Easter by the Gregorian computus of Meeus, Jones and Butcher (J. Meeus, Astronomical
Algorithms, 2nd ed. 1998, chapter 8).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

SEASONS = ("SP", "SU", "FA", "WI")
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_OF = {"M": 1, "Q": 3, "HY": 6, "Y": 12, "FY": 12, "DE": 120, "CE": 1200, "ML": 12000}


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of the calendar: its TIMEX3 value, its unit, its first day (``None`` where it has none)."""

    value: str
    unit: str
    start: date | None = None


def day(of: date) -> When:
    """Return a day."""
    return When(of.isoformat(), "D", of)


def week(of: date) -> When:
    """Return the ISO week that holds ``of``."""
    year, number, weekday = of.isocalendar()
    return When(f"{year:04}-W{number:02}", "W", of - timedelta(days=weekday - 1))


def weekend(of: date) -> When:
    """Return the weekend of the ISO week that holds ``of``."""
    whole = week(of)
    assert whole.start is not None
    return When(f"{whole.value}-WE", "WE", whole.start + timedelta(days=5))


def month(year: int, number: int) -> When:
    """Return a month."""
    return When(f"{year:04}-{number:02}", "M", date(year, number, 1))


def quarter(year: int, number: int) -> When:
    """Return a quarter of a year."""
    return When(f"{year:04}-Q{number}", "Q", date(year, 3 * number - 2, 1))


def half(year: int, number: int) -> When:
    """Return a half of a year."""
    return When(f"{year:04}-H{number}", "HY", date(year, 6 * number - 5, 1))


def season(year: int, code: str) -> When:
    """Return a season; a winter belongs to the year in which it begins."""
    return When(f"{year:04}-{code}", "SEASON", date(year, _SEASON_START[code], 1))


def year(number: int) -> When:
    """Return a year; 0 and below count backwards from 1 BC."""
    if number <= 0:
        return When(f"BC{1 - number:04}", "Y")
    return When(f"{number:04}", "Y", date(number, 1, 1) if number <= 9999 else None)


def decade(number: int) -> When:
    """Return the decade that begins with the year ``number``."""
    return When(f"{number // 10:03}", "DE", date(max(1, number), 1, 1))


def century(number: int) -> When:
    """Return the ``number``-th century."""
    return When(f"{number - 1:02}", "CE", date(max(1, 100 * (number - 1)), 1, 1))


def period(unit: str, of: date) -> When:
    """Return the stretch of the given unit that holds ``of``."""
    if unit in {"W", "WE"}:
        return week(of) if unit == "W" else weekend(of)
    if unit in {"M", "Q", "HY"}:
        return {
            "M": lambda: month(of.year, of.month),
            "Q": lambda: quarter(of.year, (of.month + 2) // 3),
            "HY": lambda: half(of.year, (of.month + 5) // 6),
        }[unit]()
    if unit == "FY":
        return When(f"FY{of.year:04}", "FY", date(of.year, 1, 1))
    if unit in {"Y", "DE"}:
        return year(of.year) if unit == "Y" else decade(of.year // 10 * 10)
    if unit == "CE":
        return century(of.year // 100 + 1)
    if unit == "ML":
        return When(f"{of.year // 1000}XXX"[:4], "ML", None)
    return day(of)


def shifted(unit: str, of: date, steps: int) -> When:
    """Return the stretch ``steps`` units after (before, if negative) the one that holds ``of``.

    Raises:
        OverflowError or ValueError: the result lies outside the years 1 to 9999 (years themselves may not).

    """
    if unit in {"W", "WE"}:
        return period(unit, of + timedelta(weeks=steps))
    if unit == "D":
        return day(of + timedelta(days=steps))
    if unit == "Y" and not 1 <= of.year + steps <= 9999:
        return year(of.year + steps)
    return period(unit, add_months(of, steps * MONTHS_OF[unit]))


def add_months(of: date, months: int) -> date:
    """Return the same day ``months`` later, or the last day of that month where it has no such day."""
    years, index = divmod(of.year * 12 + of.month - 1 + months, 12)
    for last in (of.day, 30, 29, 28):
        try:
            return date(years, index + 1, min(of.day, last))
        except ValueError:
            if not 1 <= years <= 9999:
                raise
    raise ValueError("unreachable")


def season_of(of: date) -> tuple[int, str]:
    """Return ``(year, code)`` of the season; January and February belong to the winter before."""
    if of.month <= 2:
        return of.year - 1, "WI"
    return of.year, SEASONS[(of.month - 3) // 3]


def easter(in_year: int) -> date:
    """Return Easter Sunday of a year of the Gregorian calendar."""
    a, (b, c) = in_year % 19, divmod(in_year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    lead = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * lead) // 433
    number = (h + lead - 7 * m + 90) // 25
    return date(in_year, number, (h + lead - 7 * m + 33 * number + 19) % 32)


def holiday(rule: str, in_year: int) -> date:
    """Return the day of a holiday; ``rule`` as in ``resources/times/holidays.yaml``."""
    if rule[0] == "E":
        return easter(in_year) + timedelta(days=int(rule[1:]))
    if rule[0] == "A":
        christmas = date(in_year, 12, 25)
        return christmas - timedelta(days=christmas.isoweekday()) + timedelta(days=int(rule[1:]))
    if "/" in rule:
        number, weekday, nth = map(int, rule.split("/"))
        first = date(in_year, number, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return date(in_year, int(rule[:2]), int(rule[3:]))
