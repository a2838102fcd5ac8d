"""What hangs on the publication date or on the date last mentioned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotator.pretag.times import calendar
from annotator.pretag.times.calendar import When
from annotator.pretag.times.model import TimeKind
from annotator.pretag.times.reader import Found, Reader
from annotator.pretag.times.rules.base import ANAPHORIC, GENITIVE, Rule, code_of, genitive, number_at, side
from annotator.pretag.times.tense import SENTENCE_END, direction

_AGO: Final = {
    "LESS_THAN": "AFTER",
    "MORE_THAN": "BEFORE",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
    "APPROX": "APPROX",
}
_CLOCK_UNITS: Final = {"S", "I", "H", "QI", "TI"}


def day(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Heute, gestern, übermorgen; ``bis heute`` and ``noch heute`` are the present, not the day."""
    scan = reader.scan
    steps = int(scan.values[first])
    before = scan.word(first - 1).lower() if steps == 0 else ""
    nowadays = before == "bis" or (before == "noch" and direction(scan, first, after) <= 0)
    if nowadays and scan.kind(after) not in {"part", "part_small"}:
        return (Found(first, after, TimeKind.DATE, "PRESENT_REF", score=0.7),)
    when = reader.relative("D", steps, reader.published)
    return (reader.on(first, after, when, score=0.97),) if when else ()


def tomorrow(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """``Morgen`` that opens a sentence: tomorrow."""
    scan = reader.scan
    opens = scan.kind(first - 1) in SENTENCE_END or scan.word(first - 1) in {"„", "»", '"', "“"}
    goes_on = scan.word(after)[:1].islower() or scan.kind(after) == "part"
    if scan.word(first) != "Morgen" or not opens or not goes_on:
        return ()
    when = reader.relative("D", 1, reader.published)
    return (reader.on(first, after, when, score=0.85),) if when else ()


def day_and_ago(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Heute vor zehn Jahren, Montag vor einer Woche."""
    scan = reader.scan
    at = scan.find("before", first, after)
    assert at is not None
    if scan.kinds[first] == "day":
        base = reader.relative("D", int(scan.values[first]), reader.published)
    else:
        base = reader.weekday_beside(int(scan.values[first]), -1 if scan.kinds[first] == "weekday" else 0)
    amount = _amount(reader, at + 1, after)
    if base is None or amount is None:
        return ()
    when = _back(base, *amount)
    return (reader.on(first, after, when, score=0.95),) if when else ()


def _back(base: When, number: float, unit: str) -> When | None:
    if base.start is None:
        return base
    try:
        if unit in calendar.MONTHS_OF:
            return calendar.day(calendar.add_months(base.start, -round(number * calendar.MONTHS_OF[unit])))
        return calendar.shifted("D", base.start, -round(number * {"W": 7, "D": 1}.get(unit, 0)))
    except (OverflowError, ValueError):
        return None


def _amount(reader: Reader, first: int, after: int) -> tuple[float, str] | None:
    """Read ``zehn Jahren``, ``anderthalb Jahren``, ``einem halben Jahr``."""
    scan = reader.scan
    unit_at = scan.find("unit units unit_genitive", first, after)
    counts = scan.every("integer year cardinal one half one_and_half decimal big_number", first, after)
    if unit_at is None or not counts:
        return None
    number = 1.0
    for at in counts:
        number *= float(number_at(scan, at))
    return number, scan.values[unit_at]


def ago(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Vor drei Jahren, vor knapp zwei Wochen, vor einigen Monaten, vor Jahren."""
    scan = reader.scan
    if scan.kind(after) == "age":
        return ()
    approx = scan.find("approx", first, after)
    mod = _AGO.get(scan.values[approx], "") if approx is not None else ""
    unit_at = scan.find("unit units", first, after)
    amount = _amount(reader, first + 1, after)
    vague = scan.find("vague vague_fixed", first, after) is not None
    if amount is None or vague:
        plural = unit_at is not None and scan.kinds[unit_at] == "units"
        return (Found(first, after, TimeKind.DATE, "PAST_REF", score=0.75),) if plural else ()
    number, unit = amount
    if unit in _CLOCK_UNITS:
        return (reader.time(first, after, reader.published, "XX", mod=mod, score=0.7),)
    when = _steps_back(reader, number, unit)
    return (reader.on(first, after, when, mod=mod, score=0.9),) if when else ()


def _steps_back(reader: Reader, number: float, unit: str, *, base: When | None = None) -> When | None:
    """Return the unit ``number`` units back; half a year back is a month."""
    start = base.start if base else reader.published
    if number != int(number) and unit in calendar.MONTHS_OF:
        return reader.relative("M", -round(number * calendar.MONTHS_OF[unit]), start)
    return reader.relative(unit, -int(number), start)


def beside(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Vergangene Woche, dieses Jahr, am selben Tag, im folgenden Jahr, vergangene Nacht."""
    scan = reader.scan
    unit = scan.values[after - 1]
    if unit in _CLOCK_UNITS:
        return ()
    if scan.kinds[first] == "demonstrative":
        sense, steps = scan.values[first], 0
    else:
        sense, number = side(scan, first)
        steps = int(number)
    if sense == "span" or (unit == "D" and sense == "last"):
        return ()
    anaphoric = sense in ANAPHORIC or (unit == "D" and sense in {"next", "this"})
    if sense == "this" and scan.word(first).lower().startswith("laufend"):
        anaphoric = False
    when = reader.relative(unit, steps, reader.reference(first, unit) if anaphoric else reader.published)
    return (reader.on(first, after, when, score=0.8 if anaphoric else 0.95, article=True),) if when else ()


def neighbour(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Vorjahr, Vortag, Folgewoche: counted from the date last mentioned where it is a day."""
    unit, steps = code_of(reader.scan.values[first])
    base = reader.reference(first) if unit == "D" else reader.published
    when = reader.relative(unit, int(steps), base)
    return (reader.on(first, after, when, score=0.8, article=True),) if when else ()


def later(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Zwei Tage später, ein Jahr zuvor, Tag darauf, Jahre später: counted from the date last mentioned."""
    scan = reader.scan
    toward = int(scan.values[after - 1])
    unit_at = scan.find("unit units unit_genitive", first, after)
    assert unit_at is not None
    unit = scan.values[unit_at]
    amount = _amount(reader, first, after) if first < unit_at else (1.0, unit)
    if scan.kinds[unit_at] == "units" and (amount is None or first == unit_at):
        vague = "FUTURE_REF" if direction(scan, first, after) > 0 else "PAST_REF"
        return (Found(first, after, TimeKind.DATE, vague, article=True, score=0.5),)
    if amount is None or (scan.word(after - 1) in {"früher", "eher", "später"} and scan.word(after) == "als"):
        return ()
    if unit == "H" and amount[0] % 24 == 0:
        amount = (amount[0] / 24, "D")
    elif unit in _CLOCK_UNITS:
        return (reader.time(first, after, reader.reference(first), "XX", score=0.5),)
    number, unit = amount
    base = reader.reference(first, unit)
    when = _steps_back(reader, -toward * number, unit, base=calendar.day(base) if base else None)
    return (reader.on(first, after, when, score=0.75),) if when else ()


def day_phrase(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Tags darauf, tags zuvor."""
    when = reader.relative("D", int(reader.scan.values[first]), reader.reference(first))
    return (reader.on(first, after, when, score=0.8),) if when else ()


def edge_of_unit(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Mitte der Woche, Ende des Jahres, Anfang des Monats."""
    scan = reader.scan
    unit = scan.values[after - 1]
    if unit in _CLOCK_UNITS or unit == "D":
        return ()
    base = reader.reference(first, unit) if unit == "Q" else reader.published
    when = reader.relative(unit, 0, base)
    return (reader.on(first, after, when, mod=scan.values[first], article=True),) if when else ()


def unit_edge(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Jahresende, Monatsanfang, Wochenmitte, Jahresbeginn 2014."""
    unit, mod = code_of(reader.scan.values[first])
    when = genitive(reader, first + 1, after) if after > first + 1 else None
    if reader.scan.kinds[after - 1] == "year_span":
        when = calendar.year(int(reader.scan.word(after - 1)[:4]))
    when = when or reader.relative(unit, 0, reader.published)
    return (reader.on(first, after, when, mod=mod, article=True),) if when else ()


def of_course(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """(im Laufe) des Jahres, (im Verlauf) der Woche."""
    scan = reader.scan
    if scan.values[after - 1] in _CLOCK_UNITS:
        return ()
    when = reader.relative(scan.values[after - 1], 0, reader.published)
    return (reader.on(first + 1, after, when, score=0.8),) if when else ()


def day_adjective(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Heutigen Tag, gestrige (Sitzung), diesjährigen (Festspiele), heutigen Montag."""
    unit, steps = code_of(reader.scan.values[first])
    when = reader.relative(unit, int(steps), reader.published)
    named = after > first + 1
    season = reader.scan.find("season", first, after)
    if season is not None and when and when.unit == "Y":
        code, mod = code_of(reader.scan.values[season])
        when = When(f"{when.value}-{code}", "SEASON", when.start)
        return (reader.on(first, after, when, mod=mod, article=True),)
    part = reader.scan.find("weekday_with_part part", first, after)
    if part is not None and when:
        clock = code_of(reader.scan.values[part].rpartition(":")[2])[0]
        return (reader.time(first, after, when, clock, article=True),)
    return (reader.on(first, after, when, score=0.9 if named else 0.75, article=named),) if when else ()


def this_year(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Heuer."""
    when = reader.relative("Y", 0, reader.published)
    return (reader.on(first, after, when, score=0.95),) if when else ()


_AMOUNT: Final = "(?:count (?:half)? | vague)"
AGO: Final = (
    Rule("day_ago", f"(?:day|weekday) before exactly? {_AMOUNT} any_unit", day_and_ago),
    Rule("ago", f"before (?:exactly|approx stop?)? {_AMOUNT} any_unit", ago),
    Rule("ago", "before units", ago),
)
RULES: Final = (
    Rule("day", "day", day),
    Rule("tomorrow", "part", tomorrow),
    Rule("later", "approx? count half? any_unit later", later),
    Rule("later", "(?:unit|units) later", later),
    Rule("day_phrase", "day_phrase", day_phrase),
    Rule("beside", "(?:relative|demonstrative) (?:unit | unit_genitive)", beside),
    Rule("edge_of_unit", "edge article (?:unit | unit_genitive)", edge_of_unit),
    Rule("unit_edge", f"unit_edge (?:year_span | year | {GENITIVE})?", unit_edge),
    Rule("course", "course article (?:unit | unit_genitive)", of_course),
    Rule("neighbour", "neighbour", neighbour),
    Rule(
        "day_adjective",
        "day_adjective (?:unit | unit_genitive | weekday | weekday_with_part | part | season)?",
        day_adjective,
    ),
    Rule("this_year", "year_adverb", this_year),
)
