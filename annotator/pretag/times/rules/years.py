"""Years told from other numbers, years with an era, decades, centuries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotator.pretag.times import calendar
from annotator.pretag.times.calendar import When
from annotator.pretag.times.lexicon import lexicon
from annotator.pretag.times.model import TimeKind
from annotator.pretag.times.reader import Found, Reader
from annotator.pretag.times.rules.base import Rule
from annotator.pretag.times.scan import Scan
from annotator.pretag.times.tense import SENTENCE_END

_STRONG_KINDS: Final = {"edge", "month", "season", "holiday", "unit_edge", "until"}
_SIGNS: Final = {"°", "%", "€", "$", "*", "×"}
_NEWS_YEARS: Final = range(1800, 2050)


def named_year(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Jahr 2014, Jahren 2010 und 2011: the word and the first year; later years stand for themselves."""
    scan = reader.scan
    if scan.values[first] != "Y":
        return ()
    number = int(scan.values[after - 1])
    score = 0.98 if number > 999 else 0.8
    return (reader.on(first, after, calendar.year(number), article=True, score=score),) if number else ()


def with_era(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """190 v. Chr., 9 n. Chr., Jahr 44 vor Christus."""
    scan = reader.scan
    at = scan.find("integer year", first, after)
    assert at is not None
    number = int(scan.values[at])
    if number == 0:
        return ()
    when = When(f"BC{number:04}", "Y") if scan.values[after - 1] == "BC" else calendar.year(number)
    return (reader.on(first, after, when, article=True, score=0.97),)


def bare_year(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """2014, where what stands around it speaks for a year and not for a count or a number."""
    scan = reader.scan
    number = int(scan.values[first])
    score = _year_score(scan, first, number)
    if score < 0.3:
        return ()
    return (reader.on(first, after, calendar.year(number), score=score),)


def _year_score(scan: Scan, at: int, number: int) -> float:
    sets = lexicon().sets
    before, after = scan.kind(at - 1), scan.kind(at + 1)
    word = scan.word(at - 1).lower()
    if _is_count(scan, at) and not (word == "seit" and number in _NEWS_YEARS):
        return 0.0
    if before in _STRONG_KINDS or word in sets["year_cues"]:
        return 0.97
    plausible = number in _NEWS_YEARS
    noun_follows = scan.word(at + 1)[:1].isupper() and after == "other"
    if word in sets["year_counters"] or before in {"numbered", "approx"}:
        return 0.0 if word != "die" or noun_follows or not plausible else 0.4
    if word in sets["year_weak_cues"]:
        return (
            (0.9 if plausible else 0.5) if not noun_follows else 0.6 if plausible and number % 100 else 0.25
        )
    if before in {"open", "comma", "dash", "slash", "and"}:
        return 0.8 if plausible and not noun_follows else 0.2
    if before in SENTENCE_END:
        return 0.85 if plausible and not noun_follows else 0.4 if plausible and number % 100 else 0.0
    if not plausible:
        return 0.0
    return 0.35 if noun_follows and number % 100 == 0 else 0.6 if noun_follows else 0.85


def _is_count(scan: Scan, at: int) -> bool:
    """Tell whether ``2014 Euro``, ``2000 davon``, ``1010 Wien`` or ``Agenda 2010`` stands here."""
    if scan.text[scan.ends[at] : scan.ends[at] + 1] in _SIGNS:
        return True
    if scan.kind(at + 1) in {"counted", "postal_town", "units", "unit", "mal", "oclock", "unit_short"}:
        return True
    if scan.kind(at + 1) == "and" and scan.kind(at + 3) == "counted":
        return True
    if scan.kind(at - 1) in {"numbered", "zone"} or scan.word(at + 1) in {
        "davon",
        "mal",
        "weitere",
        "weiteren",
    }:
        return True
    glued = scan.text[scan.starts[at] - 1 : scan.starts[at]] if scan.starts[at] else ""
    return glued in {"-", "+", "€", "$", "/", "_", "="} and scan.kind(at - 2) not in {
        "year",
        "integer",
        "ordinal",
    }


def in_words(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Neunzehnhundertneunundachtzig, Jahr zweitausendzehn."""
    scan = reader.scan
    number = int(scan.values[after - 1])
    if scan.kind(after) in {"counted", "units"} or (after == first + 1 and number % 100 == 0):
        return ()
    return (reader.on(first, after, calendar.year(number), article=True, score=0.85),)


def centuries(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """19. Jahrhundert, 18. und 19. Jahrhundert, 5. Jahrhundert v. Chr., drittes Jahrtausend."""
    scan = reader.scan
    unit_at = scan.find("unit unit_genitive unit_short units", first, after)
    assert unit_at is not None
    unit = scan.values[unit_at]
    if unit not in {"CE", "ML"}:
        return ()
    before_christ = any(scan.values[i] == "BC" for i in scan.every("era", first, after))
    days = scan.every("ordinal ordinal_word", first, unit_at)
    found = []
    for index, at in enumerate(days):
        number = int(scan.values[at].removesuffix("."))
        when = When(f"{number - 1}XXX", "ML") if unit == "ML" else calendar.century(number)
        if before_christ:
            when = When(f"BC{when.value}", unit)
        end = after if index == len(days) - 1 else at + 1
        found.append(reader.on(at, end, when, article=True))
    return found if all(0 < int(scan.values[at].removesuffix(".")) <= 30 for at in days) else ()


def decades(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """90er-Jahre, 1980er, achtziger Jahren, Neunzigerjahre."""
    scan = reader.scan
    word = scan.word(first)
    if scan.kinds[first] == "decade":
        number = int(re.findall(r"\d+", word)[0])
        if number < 100 and "ahr" not in word and after == first + 1 and scan.kind(first - 1) != "article":
            return ()
    else:
        number = int(scan.values[first])
        lone = "ahr" not in word and after == first + 1
        in_them = word.endswith("n") and scan.word(first - 1) == "den"
        of_them = scan.word(first - 1) == "der" and scan.kind(first - 2) == "edge"
        if lone and not (word[0].isupper() and (in_them or of_them)):
            return ()
    start = number if number >= 100 else (1900 if number >= 20 else 2000) + number
    return (reader.on(first, after, calendar.decade(start), article=True, score=0.95),)


def year_span(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """2010-2014 (two years), 1995/96 (one stretch, with the first year for its value)."""
    scan = reader.scan
    token = scan.word(first)
    early, sign, late = re.split(r"([/–-])", token, maxsplit=1)
    start = int(early)
    end = int(early[: 4 - len(late)] + late)
    if end <= start or end - start > 150:
        return ()
    if sign == "/":
        consecutive = end - start == 1 and len(late) in {2, 4}
        return (reader.on(first, after, calendar.year(start), score=0.8),) if consecutive else ()
    at = scan.starts[first]
    left, right = calendar.year(start), calendar.year(end)
    return (
        Found(first, after, TimeKind.DATE, left.value, when=left, score=0.9, start=at, end=at + 4),
        Found(
            first,
            after,
            TimeKind.DATE,
            right.value,
            when=right,
            score=0.9,
            start=at + 5,
            end=scan.ends[first],
        ),
    )


RULES: Final = (
    Rule(
        "century",
        "(?:date_ordinal between){0,4} date_ordinal (?:unit | units | unit_genitive | unit_short stop?) era?",
        centuries,
    ),
    Rule("decade", "(?:decade | decade_word) units?", decades),
    Rule("year_span", "year_span", year_span),
    Rule("era", "(?:unit | unit_genitive | units)? (?:integer | year) era", with_era),
    Rule("year", "(?:unit | unit_genitive | units) (?:year | integer) (?!oclock)", named_year),
    Rule("year_in_words", "(?:unit | unit_genitive)? year_word", in_words),
    Rule("year", "year", bare_year),
)
