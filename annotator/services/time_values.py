"""Values of times: what the words of a mention say by the article's date, and what somebody types in short.

No spaCy here: the time tagger works on the text alone. It is imported when it is first needed, for reading
its lexicon takes a tenth of a second; :func:`prepare` does that ahead.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from annotator.core.annotation import Mention, Status
from annotator.core.article import Article
from annotator.core.scheme import AttributeKind, Scheme
from annotator.core.text import Span
from annotator.core.timex import check_label, day_of

if TYPE_CHECKING:
    from annotator.pretag.times import TimeExpression

_BEHIND, _AHEAD = 3000, 600
"""How far around a mention the text is read, in code points: as far as the tagger's memory and tense go."""

_NUMBER = re.compile(r"(\d{1,2})\.", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})[./](\d{4})", re.ASCII)
_WEEKDAYS = {
    "mo": "Montag",
    "di": "Dienstag",
    "mi": "Mittwoch",
    "do": "Donnerstag",
    "fr": "Freitag",
    "sa": "Samstag",
    "so": "Sonntag",
}


def prepare() -> None:
    """Read what the time tagger needs, so that nobody waits for it at the first time."""
    from annotator.pretag.times import find_times

    find_times("heute")


def proposed(article: Article, scheme: Scheme, mention: Mention) -> Mapping[str, str]:
    """Return the attributes that the words of an accepted time say and that it does not have yet, by name.

    Empty where the mention has a value, where its label has none, and where its words give none of its type.
    """
    known = {a.name: a for a in scheme.attributes_of(mention.layer, mention.label)}
    timex = next((a.name for a in known.values() if a.kind is AttributeKind.TIMEX), None)
    if timex is None or mention.status is not Status.ACCEPTED or mention.attribute(timex):
        return {}
    found = next((e for e in _said(article, mention) if not check_label(mention.label, e.value)), None)
    if found is None:
        return {}
    said = {timex: found.value, "mod": found.mod, "quant": found.quant, "freq": found.freq}
    return {
        name: value
        for name, value in said.items()
        if value and name in known and not mention.attribute(name) and _allows(known[name].values, value)
    }


def typed_value(article: Article, mention: Mention, typed: str, *, now: str = "") -> str:
    """Return the value that is meant by what was typed for a mention: ``4.3.``, ``gestern``, ``2024-03``.

    A value in full is itself. Words stand in the place of the mention's own; a day alone moves the clock time
    or part of the day of ``now``, the value held or proposed, to that day. ``16.`` is the day of that number
    nearest to publication. What says nothing comes back as it was typed.
    """
    text = typed.strip()
    for value in (text, text.upper()):
        if not check_label(mention.label, value):
            return value
    readings = [*_by_number(article.published_on, text), *_read_typed(article, mention, _in_full(text))]
    clock = now.partition("T")[2] if not check_label(mention.label, now) else ""
    readings += [f"{day}T{clock}" for day in (text, *readings) if clock and day_of(day)]
    return next((value for value in readings if not check_label(mention.label, value)), text)


def _in_full(text: str) -> str:
    """Return what a short form stands for: ``Mo`` Montag, ``3/2024`` the month as a value."""
    month = _MONTH.fullmatch(text)
    if month:
        return f"{month[2]}-{int(month[1]):02}"
    return _WEEKDAYS.get(text.rstrip(".").lower(), text)


def _by_number(published_on: date | None, text: str) -> Iterator[str]:
    """Yield the day nearest to publication that has a number such as ``16.`` in its month."""
    found = _NUMBER.fullmatch(text)
    if found and published_on:
        try:
            around = [published_on + timedelta(days=days) for days in range(-45, 46)]
        except OverflowError:
            return
        days = [day for day in around if day.day == int(found[1])]
        if days:
            yield min(days, key=lambda day: (abs(day - published_on), day)).isoformat()


def _allows(values: tuple[object, ...], value: str) -> bool:
    return not values or value in {getattr(one, "name", "") for one in values}


def _said(article: Article, mention: Mention) -> Iterator[TimeExpression]:
    """Yield what the words of a mention may say, the best first: with the text around them, then alone."""
    words = " ".join(article.text[s.start : s.end] for s in mention.fragments)
    if len(mention.fragments) == 1:
        span = mention.envelope
        around = [_snapped(article, e) for e in _in_place(article, span, words)]
        yield from (e for e in around if (e.start, e.end) == (span.start, span.end))
        inside = [e for e in around if span.start <= e.start and e.end <= span.end]
        if len(inside) == 1:
            yield inside[0]
        whole = [e for e in around if e.start <= span.start and span.end <= e.end]
        yield from (_on_day_of(e, part) for e in whole for part in _alone(article, words))
    yield from _alone(article, words)


def _read_typed(article: Article, mention: Mention, typed: str) -> Iterator[str]:
    """Yield what typed words may say, in the place of the mention's own and alone; a last point may lack."""
    span = mention.envelope
    if not typed.strip("."):
        return
    yield typed
    for words in (typed, f"{typed}."):
        end = span.start + len(words)
        around = _in_place(article, span, words)
        yield from (e.value for e in around if e.start <= span.start and end <= e.end)
        yield from (e.value for e in _alone(article, words))


def _on_day_of(whole: TimeExpression, part: TimeExpression) -> TimeExpression:
    """Return a part of an expression; a clock time is on the day of the whole, for alone it knows none."""
    day, clock = whole.value.partition("T")[0], part.value.partition("T")[2]
    return replace(part, value=f"{day}T{clock}") if clock and "T" in whole.value else part


def _snapped(article: Article, found: TimeExpression) -> TimeExpression:
    span = article.tokens.snap(Span(found.start, found.end))
    return found if span is None else replace(found, start=span.start, end=span.end)


def _in_place(article: Article, span: Span, words: str) -> list[TimeExpression]:
    """Return what is found in the text around ``span`` where ``words`` stand in its place."""
    from annotator.pretag.times import find_times

    starts = [article.tokens.starts[first] for first in article.sentences]
    low = bisect_left(starts, span.start - _BEHIND)
    begin = starts[low] if low < len(starts) and starts[low] <= span.start else span.start
    text = article.text[begin : span.start] + words + article.text[span.end : span.end + _AHEAD]
    longer = len(words) - len(span)

    def moved(at: int) -> int:
        return at - begin if at <= span.start else at - begin + longer

    breaks = [at for at in starts[low:] if at <= span.start or span.end <= at < span.end + _AHEAD]
    found = find_times(
        text,
        published_on=article.published_on,
        sentences=[Span(moved(at), moved(at)) for at in breaks],
        zones=[replace(zone, start=moved(zone.start)) for zone in article.zones if zone.start >= begin],
    )
    return [replace(e, start=e.start + begin, end=e.end + begin) for e in found]


def _alone(article: Article, words: str) -> Iterator[TimeExpression]:
    """Yield the expression that all of some words are."""
    from annotator.pretag.times import find_times

    found = find_times(words, published_on=article.published_on)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(words)):
        yield found[0]
