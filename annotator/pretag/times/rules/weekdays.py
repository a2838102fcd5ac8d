"""Weekdays, weekends and weeks by number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotator.pretag.times import calendar
from annotator.pretag.times.calendar import When
from annotator.pretag.times.lexicon import lexicon
from annotator.pretag.times.model import TimeKind
from annotator.pretag.times.reader import OPEN, Found, Reader
from annotator.pretag.times.rules.base import GENITIVE, Rule, code_of, genitive, side
from annotator.pretag.times.tense import SENTENCE_END, direction


def weekday(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Montag, vergangenen Donnerstag, Mittwoch vergangener Woche, Montag in einer Woche."""
    scan = reader.scan
    at = scan.find("weekday", first, after)
    assert at is not None
    number = int(scan.values[at])
    if at == first and scan.word(at).endswith("s") and scan.kind(at - 1) in SENTENCE_END | {"other"}:
        value = f"XXXX-WXX-{number}"
        return (Found(first, at + 1, TimeKind.SET, value, quant="EVERY", score=0.8),)
    if at == first and scan.kind(at - 1) == "one":
        return (reader.on(at - 1, after, When(f"XXXX-WXX-{number}", "D"), score=0.85),)
    paired = _paired(reader, first, number) if at == first else None
    if paired:
        return (paired,)
    week = genitive(reader, at + 1, after)
    if week and week.unit == "W" and week.start:
        when: When | None = reader.relative("D", number - 1, week.start)
    elif at > first:
        when = _weekday_beside(reader, first, number)
    elif week:
        return ()
    else:
        when = reader.weekday(number, first, after)
    score = 0.97 if at > first else 0.93
    return (reader.on(first, after, when, score=score, article=True),) if when else ()


def _paired(reader: Reader, at: int, number: int) -> Found | None:
    """Read the second of two weekdays after the first: bis Freitag, und Mittwoch."""
    last = reader.found[-1] if reader.found else None
    if (
        last is None
        or last.after != at - 1
        or reader.scan.kind(at - 1) not in {"and", "until", "slash", "dash"}
    ):
        return None
    if last.kind is TimeKind.SET and last.value.startswith("XXXX-WXX-"):
        return Found(at, at + 1, TimeKind.SET, f"XXXX-WXX-{number}", quant="EVERY", score=0.8)
    if last.when is None or last.when.unit != "D" or last.when.start is None:
        return None
    if reader.scan.kind(last.after - 1) not in {"weekday", "weekday_with_part"}:
        return None
    ahead = (number - last.when.start.isoweekday()) % 7 or 7
    when = reader.relative("D", ahead, last.when.start)
    return reader.on(at, at + 1, when, score=0.9) if when else None


def week_and_day(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Nächste Woche Mittwoch, vergangene Woche Freitagabend."""
    scan = reader.scan
    week = genitive(reader, first, after - 1)
    if week is None or week.unit != "W" or week.start is None:
        return ()
    number, part = code_of(scan.values[after - 1])
    when = reader.relative("D", int(number) - 1, week.start)
    if when and part:
        return (reader.time(first, after, when, part, score=0.95, article=True),)
    return (reader.on(first, after, when, score=0.95, article=True),) if when else ()


def _weekday_beside(reader: Reader, at: int, number: int) -> When | None:
    scan = reader.scan
    if scan.kinds[at] == "demonstrative":
        return reader.weekday_beside(number, 0)
    sense, steps = side(scan, at)
    if sense in {"last", "next"}:
        return reader.weekday_beside(number, int(steps))
    base = reader.reference(at)
    if base is None:
        return reader.weekday_beside(number, 0)
    ahead = (number - base.isoweekday()) % 7
    if sense == "before":
        return reader.relative("D", ahead - 7, base)
    return reader.relative("D", (ahead or 7) if sense == "after" else ahead, base)


def weekend(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Wochenende: the last one or the coming one, by tense; that of the week of publication otherwise."""
    scan = reader.scan
    cues = lexicon().sets["weekend_cues"]
    adjective = scan.word(first - 1).endswith(("en", "e")) and scan.word(first - 2).lower() in cues
    if scan.values[first] != "WE" or (scan.word(first - 1).lower() not in cues and not adjective):
        return ()
    base = reader.published
    if base is None:
        return (reader.on(first, after, When(OPEN["WE"], "WE"), article=True),)
    week = genitive(reader, first + 1, after) if after > first + 1 else None
    if week and week.start:
        return (reader.on(first, after, calendar.weekend(week.start), article=True),)
    past = direction(scan, first, after) <= 0 and base.isoweekday() < 6
    when = reader.relative("WE", -1 if past else 0, base)
    return (reader.on(first, after, when, article=True),) if when else ()


def calendar_week(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """43. Kalenderwoche, Kalenderwoche 43."""
    scan = reader.scan
    at = scan.find("ordinal integer", first, after)
    unit = scan.find("unit", first, after)
    if at is None or unit is None or not scan.word(unit).startswith("Kalenderw"):
        return ()
    number = int(scan.values[at].removesuffix("."))
    year = reader.published.year if reader.published else None
    if not 1 <= number <= 53:
        return ()
    value = f"{year:04}-W{number:02}" if year else f"XXXX-W{number:02}"
    return (reader.on(first, after, When(value, "W"), article=True),)


RULES: Final = (
    Rule("week_and_day", "(?:relative | demonstrative) unit (?:weekday | weekday_with_part)", week_and_day),
    Rule("weekday", f"(?:relative|demonstrative)? weekday (?:{GENITIVE})?", weekday),
    Rule("calendar_week", "(?:ordinal unit | unit integer)", calendar_week),
    Rule("weekend", f"unit (?:{GENITIVE})?", weekend),
)
