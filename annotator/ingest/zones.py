"""What each part of an article is: headline, notice, caption, cross-heading, body and so on.

News text comes without mark-up, so the parts are told by their place, their shape and a few fixed phrases.
Wrong zones can be corrected by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from annotator.core.article import Zone, ZoneKind
from annotator.ingest import marks
from annotator.ingest.fields import parse_day
from annotator.ingest.headings import (
    is_crosshead,
    is_prose,
    kicker_end,
    looks_like_headline,
    run_in_end,
)

_LINE = re.compile(r"[^\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_SENTENCE_END = re.compile(r"[.!?][\"“”»]?(?=\s+[A-ZÄÖÜ„\"»])")
_LONGEST_HEADLINE_ABOVE_TEXT = 90
_LONGEST_NOTICE = 400
_LONGEST_CAPTION = 400
_REMEMBERED = 20_000
_LONGEST_TEASER = 400
_LONGEST_CREDIT = 150
_LONGEST_TITLE = 80


def find_zones(text: str, *, title: str = "") -> tuple[Zone, ...]:
    """Return the zones of an article, ordered and disjoint; white space between them belongs to none.

    ``title`` is the headline as the source gives it, if it does.
    """
    finder = _Finder(text, title)
    return tuple(zone for zone in finder.zones() if zone.start < zone.end)


def title_of(text: str, zones: tuple[Zone, ...]) -> str:
    """Return the headline, or else the beginning of the first sentence, cut at a word."""
    headline = [text[zone.start : zone.end] for zone in zones if zone.kind is ZoneKind.HEADLINE]
    if headline:
        return " ".join(" ".join(headline).split())
    no_title = (ZoneKind.DATELINE, ZoneKind.NOTICE, ZoneKind.CREDIT)
    first = next((zone for zone in zones if zone.kind not in no_title), Zone(0, len(text), ZoneKind.BODY))
    words = " ".join(text[first.start : min(first.end, first.start + 10 * _LONGEST_TITLE)].split())
    sentence = _SENTENCE_END.search(words)
    line = words[: sentence.end()].rstrip(".") if sentence else words
    if len(line) <= _LONGEST_TITLE:
        return line
    cut = line[: _LONGEST_TITLE + 1].rpartition(" ")[0] or line[:_LONGEST_TITLE]
    return cut.rstrip(" ,;:–-") + " …"


def day_of(text: str, zones: tuple[Zone, ...]) -> date | None:
    """Return the day that the article's own date line names."""
    lines = (text[zone.start : zone.end] for zone in zones if zone.kind is ZoneKind.DATELINE)
    return next((day for line in lines if (day := parse_day(line.removeprefix("date").strip()))), None)


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph: a line, or the lines that a column's width has made of one paragraph."""

    start: int
    end: int


class _Finder:
    """Walks through the paragraphs of one article."""

    def __init__(self, text: str, title: str) -> None:
        self._text = text
        self._title = title
        self._parts = list(_parts(text))
        self._headline = False
        self._body = False

    def zones(self) -> Iterator[Zone]:
        """Yield the zones, in order."""
        index = 0
        if self._parts and (found := self._date_run()):
            yield from found
            index = 1
        else:
            while index < len(self._parts) and self._is_notice(index):
                yield from self._paragraph(index)
                index += 1
            if index < len(self._parts) and (found := self._first_line(index)):
                yield from found
                index += 1
        while index < len(self._parts):
            yield from self._paragraph(index)
            index += 1

    # The beginning ---------------------------------------------------------------------------------------

    def _date_run(self) -> list[Zone]:
        """Return the zones of a first paragraph in the seed form: a date and what is run on to it."""
        part = self._parts[0]
        match = marks.DATE_RUN.match(self._text, 0, part.end)
        if not match:
            return []
        zones = [Zone(match.start(1), match.end(1), ZoneKind.DATELINE)]
        start = match.end()
        notices = (pattern.search(self._text, start, part.end) for pattern in (marks.NOTICE, marks.STAMP))
        end = min((notice.start() for notice in notices if notice), default=part.end)
        head = self._stripped(start, end)
        if head[0] < head[1]:
            is_headline = looks_like_headline(self._text[slice(*head)])
            zones += self._headline_of(*head) if is_headline else self._body_of(*head)
        return zones + (self._rest_of(end, part.end) if end < part.end else [])

    def _first_line(self, index: int) -> list[Zone]:
        """Return the zones of a first line that is a headline; none if it is not."""
        part = self._parts[index]
        line = self._text[part.start : part.end]
        is_headline = line == self._title or (looks_like_headline(line) and self._leads(index))
        return self._headline_of(part.start, part.end) if is_headline else []

    def _headline_of(self, start: int, end: int) -> list[Zone]:
        self._headline = True
        split = start + kicker_end(self._text[start:end])
        kicker = [Zone(*self._stripped(start, split), ZoneKind.KICKER)] if split > start else []
        return [*kicker, Zone(split, end, ZoneKind.HEADLINE)]

    def _is_notice(self, index: int) -> bool:
        part = self._parts[index]
        patterns = (marks.NOTICE, marks.STAMP)
        return any(pattern.match(self._text, part.start, part.end) for pattern in patterns)

    def _leads(self, index: int) -> bool:
        """Tell whether a first line leads an article: prose follows, and it is no sentence cut in two."""
        part = self._parts[index]
        following = self._parts[index + 1 : index + 4]
        if not any(is_prose(self._text[after.start : after.end]) for after in following):
            return False
        if _SENTENCE_END.search(self._text, part.start, part.end):
            return False
        gap = self._text[part.end : following[0].start]
        next_line = self._text[following[0].start : following[0].start + 2].lstrip('"„“»«')
        return gap.count("\n") > 1 or (
            part.end - part.start <= _LONGEST_HEADLINE_ABOVE_TEXT
            and not self._title
            and next_line[:1].isupper()
        )

    # Paragraphs ------------------------------------------------------------------------------------------

    def _paragraph(self, index: int) -> Iterator[Zone]:
        part = self._parts[index]
        special = self._special_of(part.start, part.end)
        if special is not None:
            yield from special
        elif self._is_crosshead(index):
            yield Zone(part.start, part.end, ZoneKind.CROSSHEAD)
        elif self._is_teaser(index):
            self._body = True
            yield Zone(part.start, part.end, ZoneKind.TEASER)
        else:
            yield from self._body_of(part.start, part.end)

    def _special_of(self, start: int, end: int) -> list[Zone] | None:
        """Return the zones of a paragraph that begins with a notice or ends with a credit."""
        return self._notice_of(start, end) or self._caption_of(start, end)

    def _notice_of(self, start: int, end: int) -> list[Zone] | None:
        stamp = marks.STAMP.match(self._text, start, end)
        if stamp:
            rest = self._stripped(stamp.end(), end)
            tail = [] if rest[0] >= rest[1] else self._rest_of(*rest)
            return [Zone(start, stamp.end(), ZoneKind.NOTICE), *tail]
        if not marks.NOTICE.match(self._text, start, end):
            return None
        sentence = _SENTENCE_END.search(self._text, start, end) if end - start > _LONGEST_NOTICE else None
        if sentence is None:
            return [Zone(start, end, ZoneKind.NOTICE)]
        return [
            Zone(start, sentence.end(), ZoneKind.NOTICE),
            *self._rest_of(*self._stripped(sentence.end(), end)),
        ]

    def _rest_of(self, start: int, end: int) -> list[Zone]:
        return self._special_of(start, end) or self._body_of(start, end)

    def _caption_of(self, start: int, end: int) -> list[Zone] | None:
        text = self._text
        tail = max(start, end - _LONGEST_CREDIT)
        signature = marks.SIGNATURE.search(text[tail:end]) if tail == start or text[end - 1] == ")" else None
        if signature and (tail == start or text[tail + signature.start()] == "("):
            begin = tail + signature.start()
            return [*self._body_of(*self._stripped(start, begin)), Zone(begin, end, ZoneKind.CREDIT)]
        credit = self._credit_in(start, end, tail)
        if credit is None or not self._is_free(credit.start(), start):
            return None
        caption, after = self._stripped(start, credit.start()), self._stripped(credit.end(), end)
        if caption[1] - caption[0] > _LONGEST_CAPTION:
            before = self._body_of(*caption)
        else:
            before = [Zone(*caption, ZoneKind.CAPTION)]
        written = Zone(*self._stripped(credit.start(), credit.end()), ZoneKind.CREDIT)
        return [*before, written, *(self._body_of(*after) if after[0] < after[1] else [])]

    def _credit_in(self, start: int, end: int, tail: int) -> re.Match[str] | None:
        text = self._text
        found = marks.PICTURE_CREDIT.search(text, start, end) if text.find("(", start, end) >= 0 else None
        if found is None and (text.find(":", tail, end) >= 0 or text.find("©", tail, end) >= 0):
            found = marks.OPEN_CREDIT.search(text, tail, end)
        return found

    def _is_free(self, position: int, start: int) -> bool:
        """Tell whether a credit stands behind a whole sentence or alone."""
        before = self._text[start:position].rstrip()
        return not before or before[-1] in '.!?"“”»|–…' or "\n" in self._text[start:position][len(before) :]

    def _is_crosshead(self, index: int) -> bool:
        part = self._parts[index]
        if not is_crosshead(self._text[part.start : part.end]) or not 0 < index < len(self._parts) - 1:
            return False
        around = (self._parts[index - 1], self._parts[index + 1])
        return all(is_prose(self._text[p.start : p.end]) or p is self._parts[0] for p in around)

    def _is_teaser(self, index: int) -> bool:
        part = self._parts[index]
        length = part.end - part.start
        if self._body or not self._headline or length > _LONGEST_TEASER:
            return False
        line = self._text[part.start : part.end]
        later = sum(p.end - p.start for p in self._parts[index + 1 :])
        return is_prose(line) and later >= 2 * length and not marks.AGENCY_DATELINE.match(line)

    def _body_of(self, start: int, end: int) -> list[Zone]:
        """Return the zones of running text: an agency's date line, a cross-heading run in, the body."""
        zones: list[Zone] = []
        if start >= end:
            return zones
        dateline = marks.AGENCY_DATELINE.match(self._text, start, end)
        if dateline:
            zones.append(Zone(*self._stripped(start, dateline.end()), ZoneKind.DATELINE))
            start = dateline.end()
        elif self._body:
            split = run_in_end(self._text[start:end], self._text[max(0, start - _REMEMBERED) : start])
            if split:
                zones.append(Zone(*self._stripped(start, start + split), ZoneKind.CROSSHEAD))
                start += split
        self._body = True
        return [*zones, Zone(*self._stripped(start, end), ZoneKind.BODY)]

    def _stripped(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self._text[start].isspace():
            start += 1
        while start < end and self._text[end - 1].isspace():
            end -= 1
        return start, end


def _parts(text: str) -> Iterator[_Part]:
    position = 0
    for gap in [*_BLANK_LINE.finditer(text), None]:
        end = gap.start() if gap else len(text)
        lines = [_trimmed(text, *match.span()) for match in _LINE.finditer(text, position, end)]
        lines = [line for line in lines if line.start < line.end]
        if _is_wrapped(lines, text):
            yield _Part(lines[0].start, lines[-1].end)
        else:
            yield from lines
        position = end


def _trimmed(text: str, start: int, end: int) -> _Part:
    line = text[start:end]
    return _Part(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _is_wrapped(lines: list[_Part], text: str) -> bool:
    """Tell whether lines are one paragraph, broken at a column: each next word would not have fitted."""
    width = max((line.end - line.start for line in lines), default=0)
    if len(lines) < 2 or not 50 <= width <= 120:
        return False
    pairs = pairwise(lines)
    return all(
        line.end - line.start + 1 + len(text[after.start : after.end].split(maxsplit=1)[0]) > width
        for line, after in pairs
    )
