"""Find German time expressions and resolve them against the publication date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from annotator.core.article import Zone
from annotator.core.text import Span, Tokens
from annotator.pretag.times.model import TimeExpression, TimeKind

_MONTHS = ("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
           "november", "dezember")  # fmt: skip
_WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_DEICTIC = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
_MONTH = f"(?P<month>{'|'.join(_MONTHS)})"
_PATTERN = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?P<dotted>\d{{1,2}}\.\d{{1,2}}\.\d{{4}})"
    rf"|(?P<day>\d{{1,2}})\.\s{_MONTH}(?:\s(?P<year>\d{{4}}))?"
    rf"|(?P<weekday>{'|'.join(_WEEKDAYS)})"
    rf"|(?P<deictic>{'|'.join(_DEICTIC)}))\b",
    re.IGNORECASE,
)


def find_times(
    text: str,
    *,
    tokens: Tokens | None = None,
    published_on: date | None = None,
    sentences: Sequence[Span] = (),
    zones: Sequence[Zone] = (),
) -> list[TimeExpression]:
    """Return the time expressions of ``text`` in reading order, none overlapping another.

    With ``tokens``, every expression begins and ends with a token. ``sentences`` and ``zones`` are optional
    help; without ``published_on`` relative expressions keep an open value (``XXXX-XX-XX``).
    """
    found: list[TimeExpression] = []
    for match in _PATTERN.finditer(text):
        value = _value(match, published_on)
        span = Span(*match.span())
        span = (tokens.snap(span) if tokens is not None else None) or span
        if value and (not found or found[-1].end <= span.start):
            found.append(
                TimeExpression(span.start, span.end, TimeKind.DATE, value, rule=match.lastgroup or "")
            )
    return found


def _value(match: re.Match[str], published_on: date | None) -> str:
    if match["iso"]:
        return match["iso"]
    try:
        if match["dotted"]:
            day, month, year = map(int, match["dotted"].split("."))
            return date(year, month, day).isoformat()
        if match["day"]:
            month = _MONTHS.index(match["month"].lower()) + 1
            known = match["year"] or (str(published_on.year) if published_on else "XXXX")
            return f"{known}-{month:02}-{int(match['day']):02}"
    except ValueError:
        return ""
    if published_on is None:
        return "XXXX-XX-XX"
    if match["deictic"]:
        return (published_on + timedelta(days=_DEICTIC[match["deictic"].lower()])).isoformat()
    back = (published_on.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7
    return (published_on - timedelta(days=back)).isoformat()
