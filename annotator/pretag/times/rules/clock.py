"""Clock times and parts of the day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from annotator.pretag.times import calendar
from annotator.pretag.times.calendar import When
from annotator.pretag.times.lexicon import lexicon
from annotator.pretag.times.reader import Found, Reader
from annotator.pretag.times.rules.base import GENITIVE, MONTH, ON_WEEKDAY, Rule, code_of, genitive, side
from annotator.pretag.times.scan import Scan
from annotator.pretag.times.tense import direction

_AFTERNOON: Final = {"AF", "EV"}
_PART_CUES: Final = {"per_period", "until", "and", "dash", "slash"}


def _clock(value: str) -> tuple[int, int, int | None] | None:
    """Read 17:42, 17.42, 17, 17:42:05 as hour, minute, second."""
    parts = [int(part) for part in re.split(r"[:.]", value.removesuffix("."))]
    hour, minute = parts[0], parts[1] if len(parts) > 1 else 0
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return hour, minute, parts[2] if len(parts) > 2 else None


def _written(clock: tuple[int, int, int | None], *, afternoon: bool = False) -> str:
    hour, minute, second = clock
    hour += 12 if afternoon and hour < 12 else 0
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second is not None else "")


def _day_of(reader: Reader, at: int) -> When | None:
    on = reader.day_near(at)
    return calendar.day(on) if on else None


def oclock(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """17.42 Uhr, 20 Uhr, acht Uhr abends, 20:15 Uhr MEZ, 14 bis 16 Uhr (two), halb acht Uhr."""
    scan = reader.scan
    sign = scan.find("oclock", first, after)
    assert sign is not None
    hours = scan.every("integer dot_number clock cardinal one ordinal", first, sign)
    part = scan.find("part_adverb part_small", sign, after)
    zone = scan.find("zone", sign, after)
    afternoon = part is not None and scan.values[part] in _AFTERNOON
    found = []
    for index, at in enumerate(hours):
        clock = _clock(scan.values[at])
        last = index == len(hours) - 1
        minutes = scan.find("integer", sign, after) if last else None
        if clock and minutes is not None:
            clock = (clock[0], int(scan.values[minutes]), None)
            clock = clock if clock[1] < 60 else None
        if clock is None:
            return ()
        if scan.find("half_past", first, at) is not None:
            clock = ((clock[0] - 1) % 24, 30, None)
        text = _written(clock, afternoon=afternoon) + (scan.values[zone] if zone is not None and last else "")
        start = first if index == 0 else at
        end = after if last else at + 1
        found.append(reader.time(start, end, _day_of(reader, first), text, score=0.97, joins=index == 0))
    return found


def half_hour(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Halb acht, without ``Uhr``."""
    hour = int(reader.scan.values[after - 1])
    if not 1 <= hour <= 12 or reader.scan.word(first - 1).lower() not in lexicon().sets["clock_cues"]:
        return ()
    clock = f"{(hour - 1) % 24:02}:30"
    return (reader.time(first, after, _day_of(reader, first), clock, score=0.85, joins=True),)


def hour_span(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """14-16 Uhr, 9:00-17:30: two times in one word."""
    scan = reader.scan
    token = scan.word(first)
    match = re.search(r"[-–]", token)
    assert match is not None
    left, right = _clock(token[: match.start()]), _clock(token[match.end() :])
    if (
        left is None
        or right is None
        or (scan.kinds[first] == "clock_span" and after == first + 1 and "." in token)
    ):
        return ()
    at, on = scan.starts[first], _day_of(reader, first)
    one = reader.time(first, first + 1, on, _written(left))
    two = reader.time(first, after, on, _written(right))
    cut = (at + match.start(), at + match.end())
    return (_cut(one, at, cut[0]), _cut(two, cut[1], scan.ends[after - 1]))


def _cut(item: Found, start: int, end: int) -> Found:
    return Found(
        item.first, item.after, item.kind, item.value, score=item.score, when=item.when, start=start, end=end
    )


def bare_clock(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """17:42 without ``Uhr``, where a preposition or a date stands before it."""
    scan = reader.scan
    clock = _clock(scan.values[first])
    if clock is None:
        return ()
    dated = bool(reader.found) and reader.found[-1].after >= first - 1 and reader.found[-1].when is not None
    cued = dated or _clock_cued(scan, first)
    if scan.kind(after) in {"units", "unit", "counted"} or (clock[2] is not None and not dated):
        return ()
    opens_line = scan.kind(first - 1) == "newline" and clock[0] >= 5
    if not cued and not (scan.values[first][1].isdigit() and opens_line):
        return ()
    zone = scan.find("zone", first, after)
    text = _written(clock) + (scan.values[zone] if zone is not None else "")
    return (reader.time(first, after, _day_of(reader, first), text, score=0.85 if cued else 0.6, joins=True),)


def _clock_cued(scan: Scan, at: int) -> bool:
    word, after = scan.word(at - 1).lower(), scan.kind(at + 1)
    if word in {"um", "ab", "gegen", "seit"} or after in {"date_full", "until"}:
        return True
    if word == "(" and after == "close":
        return scan.values[at][1].isdigit()
    return word in lexicon().sets["clock_cues"] and scan.values[at][1].isdigit()


def part(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Abend, Mittag, Mitternacht after am, gegen, in der, um; joined to a day right before it."""
    scan = reader.scan
    value, mod = code_of(scan.values[first]) if scan.values[first][0].isalpha() else (scan.values[first], "")
    if scan.word(first - 1).lower() in {"einem", "eines", "einer"}:
        return (reader.time(first - 1, after, None, value, score=0.7),)
    joins = _follows_day(reader, first)
    if not joins and not _part_cued(scan, first):
        return ()
    on = reader.day_near(first)
    if value == "NI" and not joins and on and on == reader.published and direction(scan, first, after) <= 0:
        on = on - timedelta(days=1) if on.toordinal() > 1 else on
    score = 0.95 if joins else 0.85
    return (reader.time(first, after, on, value, mod=mod, score=score, article=True, joins=joins),)


def _follows_day(reader: Reader, at: int) -> bool:
    last = reader.found[-1] if reader.found else None
    return bool(last and last.after == at and last.when and last.when.unit == "D" and "T" not in last.value)


def _part_cued(scan: Scan, at: int) -> bool:
    while scan.kind(at - 1) == "early":
        at -= 1
    before, word = scan.kind(at - 1), scan.word(at - 1).lower()
    if before in _PART_CUES:
        return word != "in"
    if before == "article":
        return scan.kind(at - 2) in {"per_period", "until", "preposition", "before", "onto"}
    return word in lexicon().sets["part_cues"]


def small_part(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """(heute) früh, (Montag) abend, (8. November) abends: only right behind a day."""
    if not _follows_day(reader, first):
        return ()
    return (
        reader.time(first, after, reader.found[-1].when, reader.scan.values[first], score=0.95, joins=True),
    )


def beside_part(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Vergangene Nacht, nächsten Morgen, diesem Abend, selben Abend."""
    scan = reader.scan
    value = code_of(scan.values[after - 1])[0]
    sense = side(scan, first)[0] if scan.kinds[first] == "relative" else scan.values[first]
    if sense in {"span"}:
        return ()
    if sense == "last":
        on = reader.relative("D", -1, reader.published)
    elif sense in {"next", "after"}:
        on = reader.relative("D", 1, reader.reference(first))
    else:
        base = reader.reference(first)
        on = calendar.day(base) if base else None
    return (reader.time(first, after, on, value, article=True),)


def weekday_part(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Montagabend, vergangenen Montagabend, Montagabend vergangener Woche."""
    scan = reader.scan
    at = scan.find("weekday_with_part", first, after)
    assert at is not None
    number, value = scan.values[at].split(":")
    if at == first and scan.kind(at - 1) == "one":
        return (reader.time(at - 1, after, When(f"XXXX-WXX-{number}", "D"), value, score=0.85),)
    week = genitive(reader, at + 1, after)
    if week and week.unit == "W" and week.start:
        on = reader.relative("D", int(number) - 1, week.start)
    elif at > first and scan.kinds[first] == "relative":
        sense, steps = side(scan, first)
        on = reader.weekday_beside(int(number), int(steps) if sense in {"last", "next"} else 0)
    elif at > first:
        on = reader.weekday_beside(int(number), 0)
    else:
        on = reader.weekday(int(number), first, after)
    return (reader.time(first, after, on, value, score=0.95, article=True),)


def part_of_day(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Abend des 8. November, Nacht zum Dienstag, Nacht auf den 3. Mai, Nacht von Montag auf Dienstag.

    The night before a day is the night of the day before it.
    """
    scan = reader.scan
    at = scan.find(
        "weekday ordinal ordinal_word date_full date_short day day_adjective holiday", first + 1, after
    )
    if at is None:
        return ()
    inner = [item for item in reader.rules(reader, at) if item.when and item.when.unit == "D"]
    if not inner or inner[0].after > after:
        return ()
    on: When | None = inner[0].when
    leads = scan.kinds[first + 1] == "onto"
    if leads and on and on.start and code_of(scan.values[first])[0] == "NI":
        on = reader.relative("D", -1, on.start)
    value = code_of(scan.values[first])[0] if scan.values[first][0].isalpha() else scan.values[first]
    return (reader.time(first, after, on, value, score=0.95, article=True),)


_HOUR: Final = "(?:integer | dot_number | clock | cardinal | one)"
_TAIL: Final = "(?:part_adverb | part_small)? (?:zone | open zone close)?"
_ONE_DAY: Final = (
    f"(?:{ON_WEEKDAY}? date_ordinal {MONTH} year? | {ON_WEEKDAY}? numeric_date | weekday | day"
    " | day_adjective weekday | holiday)"
)
RULES: Final = (
    Rule(
        "oclock",
        f"(?:(?:{_HOUR}|ordinal) (?:until|and|dash|slash))? half_past? {_HOUR} oclock"
        f" (?:integer(?!stop?oclock))? {_TAIL}",
        oclock,
    ),
    Rule("half_hour", "half_past number", half_hour),
    Rule("hour_span", "(?:number_span oclock | clock_span oclock?)", hour_span),
    Rule("clock", "clock (?:zone)?", bare_clock),
    Rule("night_to", f"part (?:preposition (?:{_ONE_DAY} | ordinal))? onto article? {_ONE_DAY}", part_of_day),
    Rule("part_of_day", f"part article {_ONE_DAY}", part_of_day),
    Rule("weekday_part", f"(?:relative|demonstrative)? weekday_with_part (?:{GENITIVE})?", weekday_part),
    Rule("beside_part", "(?:relative|demonstrative) part", beside_part),
    Rule("part", "part", part),
    Rule("small_part", "(?:part_small|part_adverb)", small_part),
)
