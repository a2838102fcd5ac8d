"""Times that are on no calendar: now, recently, soon; and stretches that only look like times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotator.pretag.times.lexicon import lexicon
from annotator.pretag.times.model import TimeKind
from annotator.pretag.times.reader import Found, Reader
from annotator.pretag.times.rules.base import Rule


def reference(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Jetzt, derzeit, jüngst, zuletzt, bald, in Zukunft."""
    scan = reader.scan
    if scan.word(first).lower() == "zur zeit" and scan.kind(after) in {"article", "demonstrative"}:
        return ()
    score = 0.65 if scan.word(first).lower() in lexicon().sets["strong_references"] else 0.55
    return (Found(first, after, TimeKind.DATE, scan.values[first], score=score),)


def earlier(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Früher, where it stands alone: not früher als, not ein früher Morgen."""
    scan = reader.scan
    lone = (
        scan.word(first).lower() == "früher"
        and scan.word(after) != "als"
        and not scan.word(after)[:1].isupper()
    )
    before = scan.word(first - 1).lower()
    if {scan.kind(first - 1), scan.kind(first - 2)} & {"unit_short", "units", "unit"}:
        return ()
    if not lone or before in lexicon().sets["not_earlier"]:
        return ()
    return (Found(first, after, TimeKind.DATE, "PAST_REF", score=0.45),)


def idiom(reader: Reader, first: int, after: int) -> Sequence[Found]:
    """Swallow what is no time: von heute auf morgen, Guten Abend."""
    return (Found(first, after, TimeKind.DATE, "", score=0.0),)


RULES: Final = (
    Rule("idiom", "idiom", idiom),
    Rule("reference", "(?:past | present | future | present_adjective)", reference),
    Rule("period", "period", reference),
    Rule("earlier", "later", earlier),
)
