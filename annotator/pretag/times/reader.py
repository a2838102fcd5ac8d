"""What the rules read from: the scanned text, the publication date, and the dates mentioned so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from annotator.pretag.times import calendar
from annotator.pretag.times.calendar import When
from annotator.pretag.times.model import TimeKind
from annotator.pretag.times.scan import Scan
from annotator.pretag.times.tense import direction

OPEN: Final = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "HY": "XXXX-HX",
    "FY": "FYXXXX",
}  # fmt: skip
_MEMORY_TOKENS: Final = 120
_NEAR_MONTHS: Final = 1.5
_AT_LEAST: Final = {"M": {"D", "M"}, "Y": {"D", "M", "Y", "SEASON", "Q", "HY"}, "W": {"D", "W"}, "Q": {"Q"}}


@dataclass(frozen=True, slots=True)
class Found:
    """An expression over tokens ``[first, after)``; ``start`` and ``end`` only where it cuts a token.

    ``when`` is its place on the calendar, if it has one. ``article`` says that an article before it belongs
    to it, ``joins`` that it is the clock time or part of the day of the day right before it.
    """

    first: int
    after: int
    kind: TimeKind
    value: str
    mod: str = ""
    quant: str = ""
    freq: str = ""
    score: float = 0.9
    when: When | None = None
    article: bool = False
    joins: bool = False
    start: int = -1
    end: int = -1
    rule: str = ""


@dataclass(slots=True)
class Reader:
    """One pass over one text."""

    scan: Scan
    published: date | None
    rules: Callable[[Reader, int], Sequence[Found]]
    found: list[Found] = field(default_factory=list)
    _day: tuple[int, date] | None = None
    _last: tuple[int, When] | None = None

    # --- what has been mentioned

    def remember(self, item: Found) -> None:
        """Keep the date that ``item`` names, for what hangs on it."""
        when = item.when
        if when is None or when.start is None:
            return
        self._last = (item.after, when)
        if when.unit == "D":
            self._day = (item.after, when.start)

    def reference(self, at: int, unit: str = "D") -> date | None:
        """Return the date last mentioned that is as exact as ``unit``, or that of publication."""
        if self._last and at - self._last[0] <= _MEMORY_TOKENS:
            when = self._last[1]
            if when.unit in _AT_LEAST.get(unit, ()):
                return when.start
        if self._day and at - self._day[0] <= _MEMORY_TOKENS:
            return self._day[1]
        return self.published

    def day_near(self, at: int, *, sentences: int = 2) -> date | None:
        """Return the day mentioned at most ``sentences`` sentence ends back, or the publication date."""
        if self._day and at - self._day[0] <= _MEMORY_TOKENS:
            between = self.scan.kinds[self._day[0] : at]
            if between.count("stop") <= sentences and "newline" not in between:
                return self._day[1]
        return self.published

    # --- resolving

    def relative(self, unit: str, steps: int, base: date | None) -> When | None:
        """Return the stretch ``steps`` units from that of ``base``; an open value without one."""
        if base is None:
            return When(OPEN.get(unit, "XXXX"), unit)
        try:
            return calendar.shifted(unit, base, steps)
        except (OverflowError, ValueError):
            return None

    def weekday(self, number: int, first: int, after: int) -> When:
        """Resolve a bare weekday (1 Monday … 7 Sunday) by the tense around it; the publication day counts."""
        if self.published is None:
            return When(f"XXXX-WXX-{number}", "D")
        ahead = (number - self.published.isoweekday()) % 7
        to_come = direction(self.scan, first, after) > 0
        return self._day_off(ahead if to_come or not ahead else ahead - 7)

    def weekday_beside(self, number: int, side: int) -> When:
        """Resolve ``vergangenen Montag`` (side -1), ``kommenden Montag`` (1), ``diesen Montag`` (0)."""
        if self.published is None:
            return When(f"XXXX-WXX-{number}", "D")
        today = self.published.isoweekday()
        if side == 0:
            return self._day_off(number - today)
        ahead = (number - today) % 7 or 7
        if side > 0:
            return self._day_off(ahead + 7 * (side - 1))
        back = (today - number) % 7 or 7
        return self._day_off(-back + 7 * (side + 1))

    def _day_off(self, days: int) -> When:
        assert self.published is not None
        try:
            return calendar.day(self.published + timedelta(days=days))
        except OverflowError:
            return When(OPEN["D"], "D")

    def year_for(self, month: int, day: int, first: int, after: int) -> int | None:
        """Choose the year of a date without one: by tense, or the nearest, which wins if it is close."""
        if self.published is None:
            return None
        here, side = self.published.year, direction(self.scan, first, after, day=bool(day))
        months = (month - self.published.month) + (day - self.published.day) / 31 * bool(day)
        near = here - 1 if months > 6 else here + 1 if months < -6 else here
        if not side or (day and min(abs(months), 12 - abs(months)) < _NEAR_MONTHS):
            return near
        today = (self.published.month, self.published.day if day else 0)
        fits = (month, day) <= today if side < 0 else (month, day) >= today
        return here if fits else here + side

    def season(self, code: str, first: int, after: int) -> When:
        """Resolve a bare season by the tense around it."""
        if self.published is None:
            return When(f"XXXX-{code}", "SEASON")
        side = direction(self.scan, first, after, day=False)
        year, now = calendar.season_of(self.published)
        steps = calendar.SEASONS.index(code) - calendar.SEASONS.index(now)
        options = [o for o in (steps - 4, steps, steps + 4) if o * side >= 0]
        chosen = min(options, key=lambda option: (abs(option), option))
        return calendar.season(year + (chosen - steps) // 4, code)

    # --- building

    def on(
        self, first: int, after: int, when: When, *, mod: str = "", score: float = 0.9, article: bool = False
    ) -> Found:
        """Return a DATE at a stretch of the calendar."""
        return Found(
            first, after, TimeKind.DATE, when.value, mod=mod, score=score, when=when, article=article
        )

    def time(
        self,
        first: int,
        after: int,
        day: When | date | None,
        clock: str,
        *,
        mod: str = "",
        score: float = 0.9,
        article: bool = False,
        joins: bool = False,
    ) -> Found:
        """Return a TIME on a day; ``clock`` is what stands behind the T."""
        on = calendar.day(day) if isinstance(day, date) else day
        value = f"{on.value if on else OPEN['D']}T{clock}"
        return Found(
            first, after, TimeKind.TIME, value, mod=mod, score=score, when=on, article=article, joins=joins
        )
