"""Lengths of time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotator.pretag.times.lexicon import lexicon
from annotator.pretag.times.model import TimeKind
from annotator.pretag.times.reader import Found, Reader
from annotator.pretag.times.rules.base import Rule, number_at, side
from annotator.pretag.times.scan import Scan

_CLOCK: Final = {"S": "S", "I": "M", "H": "H"}
_MULTIPLES: Final = {"HY": (6, "M"), "QI": (15, "I"), "TI": (45, "I")}
_HALVES: Final = {"Y": "P6M", "H": "PT30M", "D": "PT12H", "I": "PT30S", "DE": "P5Y", "CE": "P50Y"}
_COUNTS: Final = "integer cardinal one vague vague_fixed one_and_half decimal half big_number year"

_NOTHING: Final = Found(0, 0, TimeKind.DURATION, "")


def amount(number: str, unit: str) -> str:
    """Return a TIMEX3 duration: ``3`` and ``W`` give P3W, ``0.5`` and ``Y`` P6M, ``X`` and ``H`` PTXH."""
    if number == "0.5" and unit in _HALVES:
        return _HALVES[unit]
    if unit in _MULTIPLES:
        factor, unit = _MULTIPLES[unit]
        number = "X" if number == "X" else f"{float(number) * factor:g}"
    if number.endswith(".0"):
        number = number[:-2]
    return f"PT{number}{_CLOCK[unit]}" if unit in _CLOCK else f"P{number}{'Y' if unit == 'FY' else unit}"


def counted(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Zwei Wochen, etwa 90 Minuten, ein halbes Jahr, mehrere Jahre, drei bis fünf Tage (two)."""
    scan = reader.scan
    unit_at = after - 2 if scan.kinds[after - 1] == "stop" else after - 1
    unit = scan.values[unit_at]
    if _is_age(scan, first, after):
        return (replace(_NOTHING, first=first, after=after),)
    if _is_no_amount(scan, first, after):
        return ()
    approx = scan.find("approx", first, after)
    mod = scan.values[approx] if approx is not None else ""
    body = first if approx is None else approx + 1
    if scan.kind(body) == "stop":
        body += 1
    cut = scan.find("until and dash slash comma", body, after)
    if cut is not None:
        return _range(reader, first, body, cut, unit_at, after, mod)
    value = amount(_number(scan, body, unit_at), unit)
    score = 0.93 if scan.kinds[body] != "one" else 0.75
    return (Found(first, after, TimeKind.DURATION, value, mod=mod, score=score),)


def _range(
    reader: Reader, first: int, body: int, cut: int, unit_at: int, after: int, mod: str
) -> Sequence[Found]:
    scan = reader.scan
    unit = scan.values[unit_at]
    left, right = _number(scan, body, cut), _number(scan, cut + 1, unit_at)
    between = scan.word(first - 1).lower() == "zwischen" and unit == "Y"
    if between and float(right) > 15 and scan.word(after).lower() not in lexicon().sets["prison"]:
        return (replace(_NOTHING, first=first, after=after),)
    return (
        Found(first, cut, TimeKind.DURATION, amount(left, unit), mod=mod, score=0.8),
        Found(cut + 1, after, TimeKind.DURATION, amount(right, unit), score=0.9),
    )


def span(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """3-5 Tage: two lengths in one word."""
    scan = reader.scan
    low, sign, high = re.split(r"([-–])", scan.word(first), maxsplit=1)
    unit = scan.values[first + 1]
    if scan.kind(after) == "age":
        return ()
    cut = scan.starts[first] + len(low)
    return (
        Found(
            first, after, TimeKind.DURATION, amount(low, unit), score=0.8, start=scan.starts[first], end=cut
        ),
        Found(
            first,
            after,
            TimeKind.DURATION,
            amount(high, unit),
            score=0.8,
            start=cut + len(sign),
            end=scan.ends[after - 1],
        ),
    )


def _number(scan: Scan, first: int, after: int) -> str:
    """Multiply what counts: ``ein halbes`` is 0.5."""
    values = [number_at(scan, at) for at in scan.every(_COUNTS, first, after)]
    if "X" in values or not values:
        return "X"
    product = 1.0
    for value in values:
        product *= float(value)
    return f"{product:g}" if product < 1e6 else str(int(product))


def _is_age(scan: Scan, first: int, after: int) -> bool:
    """Tell whether this is an age: 58 Jahre alt, im Alter von 58 Jahren, mit 58 Jahren."""
    if scan.kind(after) == "age" or scan.word(after - 1) == "Lebensjahr":
        return True
    if scan.values[after - 1] != "Y":
        return False
    before = scan.word(first - 1).lower()
    if scan.word(first).lower() in {"unter", "über"} and scan.word(first - 1)[:1].isupper():
        return True
    return before == "mit" or (before == "von" and scan.word(first - 2) == "Alter")


def _is_no_amount(scan: Scan, first: int, after: int) -> bool:
    """Tell whether ``ein Tag`` is just any day, or ``gegen zwei Jahre`` no rough amount."""
    unit = scan.values[after - 1]
    if scan.word(first).lower() == "gegen" or scan.word(after - 1) == "Tags":
        return True
    if scan.kinds[first] != "one" or after - first != 2:
        return False
    word = scan.word(first).lower()
    if word == "eines" or unit in {"WE"}:
        return True
    return (
        unit == "D"
        and scan.word(first - 1).lower() not in lexicon().sets["single_day_cues"]
        and scan.kind(after) not in {"later", "before"}
        and scan.word(after) != "nach"
    )


def beside(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Nächsten zwei Wochen, vergangenen Jahren, letzten paar Tagen, ersten drei Monate."""
    scan = reader.scan
    if _is_age(scan, first, after):
        return ()
    ordinal = scan.kinds[first] == "ordinal_word"
    if ordinal and (scan.values[first] != "1" and after - first < 3):
        return ()
    if scan.kinds[first] == "relative" and side(scan, first)[0] == "same":
        return ()
    body = first + 1
    cut = scan.find("until and dash slash", body, after)
    if cut is not None:
        early, late = _range(reader, first, body, cut, after - 1, after, "")
        return (replace(early, article=True), late)
    value = amount(_number(scan, body, after - 1), scan.values[after - 1])
    return (Found(first, after, TimeKind.DURATION, value, article=True, score=0.8 if ordinal else 0.93),)


def whole(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Ganze Woche, gesamten Tag, ganzes Jahr."""
    scan = reader.scan
    if scan.values[after - 1] in {"S", "I"}:
        return ()
    plural = scan.kinds[after - 1] == "units"
    value = amount(
        _number(scan, first, after - 1) if plural or after - first > 2 else "1", scan.values[after - 1]
    )
    return (Found(first, after, TimeKind.DURATION, value, article=True, score=0.85),)


def bare(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """(seit) Jahren, (über) Monate, (binnen) Stunden: of unknown length."""
    scan = reader.scan
    before, during = scan.word(first - 1).lower(), lexicon().sets["during"]
    if before == "von":
        before = scan.word(first - 2).lower()
    if before not in during:
        return ()
    return (Found(first, after, TimeKind.DURATION, amount("X", scan.values[first]), score=0.8),)


def compound(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Zwei Jahre und drei Monate, 1 Stunde 20 Minuten."""
    scan = reader.scan
    units = scan.every("unit units", first, after)
    big, small = scan.values[units[0]], scan.values[units[1]]
    order = ["Y", "M", "W", "D", "H", "I", "S"]
    if big not in order or small not in order or order.index(big) >= order.index(small):
        return ()
    if _is_age(scan, first, after):
        return ()
    parts = [amount(_number(scan, first, units[0]), big), amount(_number(scan, units[0], units[1]), small)]
    clock = [part[2:] for part in parts if part.startswith("PT")]
    days = [part[1:] for part in parts if not part.startswith("PT")]
    value = "P" + "".join(days) + ("T" + "".join(clock) if clock else "")
    return (Found(first, after, TimeKind.DURATION, value, score=0.9),)


def adjective(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Dreitägigen, 90-minütige, ganztägig; -jährig only before a noun that lasts: it is mostly an age."""
    scan = reader.scan
    number, unit = scan.values[first].split(":")
    if unit == "Y" and scan.kind(after) != "lasting" and number != "X":
        return ()
    if number != "X" and "." not in number and int(number) > 400:
        return ()
    return (Found(first, after, TimeKind.DURATION, amount(number, unit), score=0.85),)


def long(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Jahrelang, stundenlangen."""
    return (Found(first, after, TimeKind.DURATION, amount("X", reader.scan.values[first]), score=0.8),)


_ANY: Final = "(?:unit | units)"
_ANY_OR_SHORT: Final = "(?:unit | units | unit_short stop?)"
_LOW: Final = "(?:number | one | one_and_half | decimal)"
_MANY: Final = "(?:one half | number half | half | count)"
RULES: Final = (
    Rule("compound_duration", f"number {_ANY} (?:and|comma)? number {_ANY}", compound),
    Rule(
        "duration",
        f"(?:approx stop?)? (?:{_LOW} (?:until|and|dash|slash|comma))? {_MANY} {_ANY_OR_SHORT}",
        counted,
    ),
    Rule("duration_span", f"number_span {_ANY_OR_SHORT}", span),
    Rule(
        "beside_duration",
        "(?:relative|demonstrative|ordinal_word) (?:count (?:until | and | dash | slash))? count{0,3} units",
        beside,
    ),
    Rule("whole", f"(?:one|demonstrative)? whole (?:number)? {_ANY}", whole),
    Rule("bare_duration", "units", bare),
    Rule("duration_adjective", "lasting_adjective", adjective),
    Rule("duration_adverb", "long_adverb", long),
)
