"""Which way a bare weekday, day or month points: what the verbs around it say."""

from __future__ import annotations

import re
from typing import Final

from annotator.pretag.times.scan import Scan

SENTENCE_END: Final = {"stop", "newline", "pause"}
_CLAUSE_END: Final = SENTENCE_END | {"comma", "dash", "open", "close"}
_PARTICIPLE: Final = re.compile(
    r"(?:\w{2,8})?ge\w{2,}(?:t|en)|(?:be|ver|er|ent|zer|miss|über|unter)\w{3,}(?:t|en)|\w{3,}iert"
)
_PRETERITE: Final = re.compile(r"[a-zäöüß]{3,}te")
_ATTRIBUTE: Final = re.compile(r"[a-zäöüß]{4,}(?:t|en)e[nrsm]?")
_PRESENT_ATTRIBUTE: Final = re.compile(r"[a-zäöüß]{4,}nde[nrsm]?")
_REACH: Final = 40


def direction(scan: Scan, first: int, after: int, *, day: bool = True) -> int:
    """Tell where the time at tokens ``[first, after)`` lies: -1 past, 1 to come, 0 not to be told.

    ``für`` speaks for what is to come before a ``day``, not before a longer stretch.
    """
    by_preposition = _by_preposition(scan, first, day=day)
    if by_preposition:
        return by_preposition
    by_attribute = _by_attribute(scan, first, after)
    if by_attribute:
        return by_attribute
    left, right = _bound(scan, first, -1, _CLAUSE_END), _bound(scan, after - 1, 1, _CLAUSE_END)
    found = _of_clause(scan, left, right)
    if (
        not found
        and left > 1
        and scan.kind(left - 1) not in SENTENCE_END
        and _ends_in_infinitive(scan, right)
    ):
        found = _of_clause(scan, _bound(scan, left - 1, -1, _CLAUSE_END), left - 1)
    right = _bound(scan, after - 1, 1, _CLAUSE_END)
    while not found and scan.kind(right) not in SENTENCE_END and right - after < _REACH:
        left, right = right + 1, _bound(scan, right, 1, _CLAUSE_END)
        found = _of_clause(scan, left, right)
    return found


def _ends_in_infinitive(scan: Scan, right: int) -> bool:
    word = scan.word(right - 1)
    return word[:1].islower() and word.endswith(("en", "ern", "eln"))


def _bound(scan: Scan, index: int, step: int, ends: set[str]) -> int:
    """Return the first token of the clause (step -1), or one past its last (step 1)."""
    at = index + step
    while 0 <= at < len(scan.kinds) and scan.kinds[at] not in ends and abs(at - index) < _REACH:
        at += step
    return at + 1 if step < 0 else at


def _by_preposition(scan: Scan, first: int, *, day: bool) -> int:
    at = first - 1
    while at >= 0 and scan.kinds[at] in {"article", "edge", "onto"} and at > first - 4:
        if scan.kinds[at] == "onto" and scan.word(at) == "zum" and scan.kind(at - 1) != "until":
            break
        at -= 1
    word = scan.word(at).lower()
    if word == "seit":
        return -1
    return (
        1
        if word == "ab" or (word == "für" and day) or (word == "bis" and scan.kind(at - 1) not in _NAMED)
        else 0
    )


_NAMED: Final = {"weekday", "year", "ordinal", "month", "date_full", "date_short"}


def _by_attribute(scan: Scan, first: int, after: int) -> int:
    """Read a participle that stands between the time and its noun: der am Montag veröffentlichte Bericht."""
    before = first - 1
    if scan.kind(before) in {"per_period", "preposition", "onto"}:
        before -= 1
    if scan.kind(before) not in {"article", "one", "demonstrative"}:
        return 0
    for at in range(after, min(after + 6, len(scan.kinds) - 1)):
        word = scan.word(at)
        if scan.kinds[at] in _CLAUSE_END:
            return 0
        if scan.word(at + 1)[:1].isupper() and word[:1].islower():
            if scan.values[at] == "future" or _PRESENT_ATTRIBUTE.fullmatch(word):
                return 1
            return -1 if _ATTRIBUTE.fullmatch(word) else 0
    return 0


def _of_clause(scan: Scan, left: int, right: int) -> int:
    seen: set[str] = set()
    for at in range(left, right):
        kind = scan.kinds[at]
        if kind in {"verb", "weak_verb"}:
            seen.add(scan.values[at])
        elif kind == "other":
            word = scan.word(at)
            if word[:1].islower():
                seen.add(_shape(scan, at, word))
    if "past" in seen and "open" not in seen:
        return -1
    if "participle" in seen and ("perfect" in seen or scan.word(right - 1) in {"haben", "sein"}):
        return -1
    return 1 if "future" in seen else 0


def _shape(scan: Scan, at: int, word: str) -> str:
    if _PARTICIPLE.fullmatch(word):
        return "participle"
    if _PRETERITE.fullmatch(word):
        noun_phrase = scan.word(at + 1)[:1].isupper() and scan.kind(at - 1) in {
            "article",
            "one",
            "demonstrative",
        }
        return "" if noun_phrase else "past"
    return ""
