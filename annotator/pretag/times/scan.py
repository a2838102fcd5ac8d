"""Split a text into words and numbers and give each its class; rules then match strings of classes.

A text of n tokens becomes a string of n characters, one per token, each standing for a class. A rule is a
regular expression over that string: short, without nested repetition, and blind to everything else.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from annotator.pretag.times.lexicon import WORD, Entry, Lexicon, lexicon

_TOKEN: Final = re.compile(
    r"(?P<newline>[\n\r\v\f\x85\u2028\u2029])"
    r"|(?P<number>\d{1,4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
    r"|\d{1,2}\.[ \u00a0]?\d{1,2}\.[ \u00a0]?(?:\d{4}|\d{2}(?![:.\d]))(?!\w)"
    r"|\d{1,2}\.(?:\d{1,2}|[ \u00a0](?:0?[1-9]|1[0-2]))\.(?!\d)"
    r"|\d{1,3}(?:[ \u00a0]\d{3})+(?![\d.:,])"
    r"|\d{1,3}\.(?!\d)"
    rf"|\d+(?:[.,]\d+)?-?{WORD}"
    r"|\d+(?:[.:,/]\d+|[-–]\d+)*)"
    rf"|(?P<word>{WORD})"
    r"|(?P<mark>[^\w\s])"
)
_MARKS: Final = {
    ",": "comma", ".": "stop", "!": "stop", "?": "stop", "…": "stop", ":": "stop", ";": "stop",
    "-": "dash", "–": "dash", "—": "dash", "/": "slash", "(": "open", ")": "close",
    "§": "numbered", "#": "numbered",
}  # fmt: skip
_NUMBERS: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("year", r"1\d{3}|20\d\d|21[0-4]\d"),
        ("integer", r"\d{1,4}"),
        ("ordinal", r"\d{1,3}\."),
        ("iso", r"\d{4}-\d\d-\d\d(?:T.*)?"),
        ("date_full", r"\d{1,2}\.[ \u00a0]?\d{1,2}\.[ \u00a0]?(?:\d{4}|\d\d)"),
        ("date_short", r"\d{1,2}\.[ \u00a0]?\d{1,2}\."),
        ("clock", r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"),
        ("dot_number", r"\d{1,2}\.\d\d"),
        ("decimal", r"\d{1,3},\d{1,2}"),
        ("big_number", r"\d{1,3}(?:[. \u00a0]\d{3})+"),
        ("year_span", r"(?:1\d|20)\d\d(?:/\d{1,4}|[-–](?:\d\d|(?:1\d|20)\d\d))"),
        ("quarter_of", r"[1-4]/20\d\d"),
        ("number_span", r"\d{1,3}[-–]\d{1,3}"),
        ("clock_span", r"(?:[01]?\d|2[0-4])[:.][0-5]\d[-–](?:[01]?\d|2[0-4])[:.][0-5]\d"),
        ("decade", r"(?:\d0|1\d\d0|20\d0)-?ern?(?:-?[Jj]ahren?)?"),
        ("lasting_adjective", r"\d{1,4}-?(?:minütig|stündig|tägig|wöchig|monatig|jährig)(?:e[nrsm]?)?"),
    )
)
_SCANNED: Final = ("other", "newline", "pause", *_MARKS.values(), *(kind for kind, _ in _NUMBERS))
_LENGTH_UNITS: Final = {"min": "I", "stü": "H", "täg": "D", "wöc": "W", "mon": "M", "jäh": "Y"}
_LENGTH: Final = re.compile(r"(\d+)-?(\w{3})")
Span = tuple[int, int]
_WRAPPED: Final = 45


@dataclass(frozen=True, slots=True)
class Scan:
    """A text as tokens: where each is, its class, its value, and all classes as one string."""

    text: str
    starts: array[int]
    ends: array[int]
    kinds: list[str]
    values: list[str]
    codes: str

    def word(self, index: int) -> str:
        """Return the token as written; the empty string beyond either end."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.kinds) else ""

    def kind(self, index: int) -> str:
        """Return a token's class; ``newline`` beyond either end."""
        return self.kinds[index] if 0 <= index < len(self.kinds) else "newline"

    def find(self, kinds: str, first: int, after: int) -> int | None:
        """Return the first token in ``[first, after)`` of one of the classes (a space between names)."""
        wanted = kinds.split()
        return next((i for i in range(first, after) if self.kinds[i] in wanted), None)

    def every(self, kinds: str, first: int, after: int) -> list[int]:
        """Return all tokens in ``[first, after)`` of one of the classes."""
        wanted = kinds.split()
        return [i for i in range(first, after) if self.kinds[i] in wanted]


@cache
def codes() -> dict[str, str]:
    """Return the character that stands for each class."""
    kinds = sorted({*lexicon().kinds, *_SCANNED})
    return {kind: chr(0xE000 + index) for index, kind in enumerate(kinds)}


def scan(text: str, *, sentences: Iterable[int] = (), breaks: Iterable[int] = ()) -> Scan:
    """Split ``text``; no expression reaches over a paragraph, a sentence or an offset in ``breaks``.

    ``sentences`` are offsets at which sentences begin; without them the end of a long line that does not end
    a sentence is taken for a wrapped one.
    """
    words, builder = lexicon(), _Builder(text)
    starts, hard = sorted(set(sentences), reverse=True), sorted(set(breaks), reverse=True)
    wrapped_known = bool(starts)
    for match in _tokens_between(text, hard):
        builder.mind(starts, hard, match.start())
        if match.lastgroup == "newline":
            builder.end_line(match.start(), sentences_known=wrapped_known)
        else:
            builder.add(match.span(), _classified(match.lastgroup or "", match.group(), words))
    spans, entries = _joined(text, builder.spans, builder.entries, words)
    table = codes()
    return Scan(
        text,
        array("I", [start for start, _ in spans]),
        array("I", [end for _, end in spans]),
        [entry.kind for entry in entries],
        [entry.value for entry in entries],
        "".join([table[entry.kind] for entry in entries]),
    )


def _tokens_between(text: str, breaks: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield the tokens of ``text``, none of which reaches over a break: a date may hold blanks."""
    borders = sorted({0, len(text), *(offset for offset in breaks if 0 < offset < len(text))})
    for start, end in pairwise(borders):
        yield from _TOKEN.finditer(text, start, end)


class _Builder:
    """Collects tokens, and a break where an expression must end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[Span] = []
        self.entries: list[Entry] = []
        self._line = 0

    def add(self, span: Span, entry: Entry) -> None:
        """Append a token."""
        self.spans.append(span)
        self.entries.append(entry)

    def mind(self, sentences: list[int], breaks: list[int], start: int) -> None:
        """Append a break for what begins at or before ``start``; both lists descend and are used up."""
        while breaks and breaks[-1] <= start:
            offset = breaks.pop()
            self.add((offset, offset), _BREAK)
        while sentences and sentences[-1] <= start:
            offset = sentences.pop()
            if not self._abbreviated():
                self.add((offset, offset), _PAUSE)

    def end_line(self, at: int, *, sentences_known: bool) -> None:
        """Append a break at the end of a line, unless the line is only wrapped there."""
        blank = not self.text[self._line : at].strip() or not self.text[at + 1 : at + 2].strip()
        long = at - self._line >= _WRAPPED and self._last() != "stop"
        self._line = at + 1
        if blank or not (sentences_known or long):
            self.add((at, at + 1), _BREAK)

    def _last(self, back: int = 1) -> str:
        return self.entries[-back].kind if len(self.entries) >= back else "newline"

    def _abbreviated(self) -> bool:
        """Tell whether a full stop stands here that need not end a sentence: 8., Okt."""
        if self._last() in {"ordinal", "date_short"}:
            return True
        return self._last() == "stop" and self._last(2) in {"month_short", "weekday_short", "unit_short"}


_BREAK: Final = Entry("newline", "")
_PAUSE: Final = Entry("pause", "")
_OTHER: Final = Entry("other", "")


def _classified(group: str, token: str, words: Lexicon) -> Entry:
    if group == "word":
        return words.forms.get(token) or _rare(token, words)
    if group == "number":
        return _number(token)
    return _BREAK if group == "newline" else Entry(_MARKS.get(token, "other"), token)


def _rare(token: str, words: Lexicon) -> Entry:
    """Look a word up without soft hyphens, composed, and from capitals."""
    if not token.isascii():
        token = unicodedata.normalize("NFC", token.replace("\u00ad", ""))
    if token.isupper() and len(token) > 3:
        token = token.capitalize()
    return words.forms.get(token, _OTHER)


def _number(token: str) -> Entry:
    kind = next((kind for kind, pattern in _NUMBERS if pattern.fullmatch(token)), "other")
    if kind == "lasting_adjective":
        match = _LENGTH.match(token)
        assert match is not None
        return Entry(kind, f"{int(match[1])}:{_LENGTH_UNITS[match[2]]}")
    return Entry(kind, token)


def _joined(
    text: str, spans: list[Span], entries: list[Entry], words: Lexicon
) -> tuple[list[Span], list[Entry]]:
    """Make one token of each phrase of the lexicon."""
    kept_spans, kept_entries, index = list[Span](), list[Entry](), 0
    while index < len(entries):
        start, end = spans[index]
        entry, after = entries[index], index + 1
        for pieces, phrase in words.phrases.get(text[start:end], ()):
            stretch = spans[index : index + len(pieces)]
            if tuple(text[s:e] for s, e in stretch) == pieces:
                entry, after, end = phrase, index + len(pieces), stretch[-1][1]
                break
        kept_spans.append((start, end))
        kept_entries.append(entry)
        index = after
    return kept_spans, kept_entries
