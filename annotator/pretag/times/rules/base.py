"""What a rule is, and the pieces that several rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from annotator.pretag.times import calendar
from annotator.pretag.times.calendar import When
from annotator.pretag.times.patterns import compiled
from annotator.pretag.times.reader import Found, Reader
from annotator.pretag.times.scan import Scan

Make = Callable[[Reader, int, int], Sequence[Found]]

_OF_UNIT = "article? relative any_unit | demonstrative any_unit | article unit_genitive year?"
GENITIVE = f"(?:{_OF_UNIT} | article neighbour)"
CUES: Final = frozenset(
    ["per_period", "preposition", "before", "until", "onto", "and", "edge", "dash", "slash", "open", "early"]
)
ANAPHORIC: Final = frozenset({"after", "before", "same", "that"})
MONTH = "(?:month | month_short stop?)"
WEEKDAY = "(?:weekday | weekday_with_part | weekday_short stop?)"
ON_WEEKDAY = f"(?:(?:day_adjective | relative | demonstrative)? {WEEKDAY} comma? article?)"


@dataclass(frozen=True)
class Rule:
    """A pattern over token classes and what makes expressions of a match (none: it does not hold)."""

    name: str
    pattern: str
    make: Make

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return compiled(self.pattern)


def genitive(reader: Reader, first: int, after: int) -> When | None:
    """Read ``vergangenen Jahres``, ``dieser Woche``, ``des Vorjahres``, ``des Jahres 2014`` in a stretch."""
    scan = reader.scan
    year = scan.find("year", first, after)
    if year is not None:
        return calendar.year(int(scan.values[year]))
    beside = scan.find("neighbour", first, after)
    if beside is not None:
        unit, steps = scan.values[beside].split(":")
        return reader.relative(unit, int(steps), reader.published)
    unit_at = scan.find("unit units unit_genitive", first, after)
    if unit_at is None:
        return None
    relative = scan.find("relative", first, after)
    sense, steps = side(scan, relative) if relative is not None else ("this", "0")
    unit = scan.values[unit_at]
    base = reader.reference(first, unit) if sense in ANAPHORIC else reader.published
    return reader.relative(unit, int(steps), base)


def side(scan: Scan, at: int) -> tuple[str, str]:
    """Split the value of a ``relative`` token: its sense (last, this, next, after, …) and its steps."""
    sense, _, steps = scan.values[at].partition(":")
    return sense, steps


def number_at(scan: Scan, at: int) -> str:
    """Return the number of a counting token: digits, a decimal, or X for a vague one."""
    kind, value = scan.kinds[at], scan.values[at]
    if kind == "big_number":
        return re.sub(r"\D", "", value)
    return value.replace(",", ".").removesuffix(".") if kind in {"decimal", "ordinal"} else value


def code_of(value: str) -> tuple[str, str]:
    """Split ``SU:END`` into a code and a modifier, which may be empty."""
    code, _, mod = value.partition(":")
    return code, mod
