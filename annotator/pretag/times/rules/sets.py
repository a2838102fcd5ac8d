"""What comes again and again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotator.pretag.times.model import TimeKind
from annotator.pretag.times.reader import Found, Reader
from annotator.pretag.times.rules.base import Rule, code_of, number_at
from annotator.pretag.times.rules.durations import amount
from annotator.pretag.times.tense import SENTENCE_END


def _repeated(kind: str, value: str) -> str | None:
    """Return the value of each one of a token's kind."""
    if kind in {"unit", "units", "unit_genitive"}:
        return amount("1", value) if value != "WE" else "XXXX-WXX-WE"
    code, _ = code_of(value)
    if kind in {"weekday", "weekday_plural"}:
        return f"XXXX-WXX-{value}"
    if kind == "weekday_with_part":
        return "XXXX-WXX-{}T{}".format(*value.split(":"))
    if kind == "month":
        return f"XXXX-{int(value):02}"
    if kind == "season":
        return f"XXXX-{code}"
    if kind in {"part", "part_plural"}:
        return f"XXXX-XX-XXT{value if ':' in value and value[0].isdigit() else code}"
    if kind == "holiday" and value[:2].isdigit() and len(value) == 5:
        return f"XXXX-{value}"
    return None


def each(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Jeden Montag, jedes Jahr, jeden zweiten Tag, jeder Abend."""
    scan = reader.scan
    value = _repeated(scan.kinds[after - 1], scan.values[after - 1])
    if value is None or (scan.kinds[after - 1].startswith("unit") and scan.values[after - 1] in {"S"}):
        return ()
    freq = ""
    if after - first == 3:
        nth = scan.values[first + 1].removesuffix(".")
        if value.startswith("P"):
            value = amount(nth, scan.values[after - 1])
        else:
            freq = f"{nth}W" if "W" in value else ""
    return (Found(first, after, TimeKind.SET, value, quant="EVERY", freq=freq, score=0.95),)


def every_few(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Alle zwei Wochen, alle paar Jahre, alle zehn bis 20 Jahre (by the smaller number)."""
    scan = reader.scan
    value = amount(number_at(scan, first + 1), scan.values[after - 1])
    return (Found(first, after, TimeKind.SET, value, quant="EVERY", score=0.93),)


def adverb(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Täglich, jährlich, allabendlich."""
    return (Found(first, after, TimeKind.SET, reader.scan.values[first], quant="EVERY", score=0.9),)


def weekday_adverb(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Montags, freitagabends, montags abends."""
    scan = reader.scan
    number, part = code_of(scan.values[first])
    part = scan.values[after - 1] if after > first + 1 else part
    value = f"XXXX-WXX-{number}" + (f"T{part}" if part else "")
    return (Found(first, after, TimeKind.SET, value, quant="EVERY", score=0.95),)


def part_adverb(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Abends, nachts, morgens where no day stands before it."""
    scan = reader.scan
    if scan.kinds[first] == "part":
        opens = scan.kind(first - 1) in SENTENCE_END
        if not scan.word(first).endswith("s") or not opens or scan.word(first + 1)[:1].isupper():
            return ()
    value = f"XXXX-XX-XXT{code_of(scan.values[first])[0]}"
    return (Found(first, after, TimeKind.SET, value, quant="EVERY", score=0.6),)


def times(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Zweimal im Jahr, dreimal täglich, einmal pro Woche, zehn Mal am Tag."""
    scan = reader.scan
    last = scan.kinds[after - 1]
    value = scan.values[after - 1] if last == "set_adverb" else _repeated(last, scan.values[after - 1])
    if value is None:
        return ()
    return (Found(first, after, TimeKind.SET, value, freq=f"{scan.values[first]}X", score=0.93),)


def per(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Pro Jahr, je Stunde."""
    unit = reader.scan.values[after - 1]
    if unit in {"S", "I", "H"} and reader.scan.kind(first - 1) == "counted":
        return ()
    value = _repeated("unit", unit)
    return (Found(first, after, TimeKind.SET, value or "", quant="EVERY", score=0.5),) if value else ()


def plural(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Sonntagen, Wochenenden behind an."""
    scan = reader.scan
    if scan.word(first - 1).lower() not in {"an", "den"}:
        return ()
    if scan.kinds[first] == "units" and scan.values[first] != "WE":
        return ()
    value = _repeated(scan.kinds[first], scan.values[first])
    return (
        (Found(first, after, TimeKind.SET, value or "", quant="EVERY", score=0.75, article=True),)
        if value
        else ()
    )


_THING: Final = "(?:unit | weekday | weekday_with_part | month | season | part | holiday)"
RULES: Final = (
    Rule("each", f"each (?:date_ordinal)? {_THING}", each),
    Rule("every_few", "all (?:number (?:until number)? | vague | vague_fixed) units", every_few),
    Rule(
        "times", f"(?:times_count | number mal) (?:(?:per_period | per) article? | article) {_THING}", times
    ),
    Rule("times", "(?:times_count | number mal) set_adverb", times),
    Rule("weekday_adverb", "weekday_adverb part_adverb?", weekday_adverb),
    Rule("set_adverb", "set_adverb", adverb),
    Rule("per", "per unit", per),
    Rule("plural_set", "(?:weekday_plural | part_plural | units)", plural),
)
LATE: Final = (Rule("part_adverb", "part_adverb | part", part_adverb),)
