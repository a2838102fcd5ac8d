"""What concerns the article as a whole: how far it has got, and its zones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from annotator.core.annotation import SetState
from annotator.core.article import Article, Zone, ZoneKind
from annotator.core.change import Plan, SetStateChange, ZonesChange
from annotator.core.errors import InvalidEdit
from annotator.core.state import AnnotationState
from annotator.core.text import Span


def set_state(state: AnnotationState, after: SetState) -> Plan:
    """Mark the article as open, done or skipped."""
    changes = () if after is state.set_state else (SetStateChange(state.set_state, after),)
    return Plan("set_state", changes)


def correct_zone(state: AnnotationState, *, start: int, end: int, kind: ZoneKind) -> Plan:
    """Make ``[start, end)`` (code points) one zone of ``kind``; what it covers of others is cut away."""
    if start >= end:
        raise InvalidEdit(reason="empty_span")
    kept = [piece for zone in state.zones for piece in _outside(zone, start, end)]
    after = tuple(sorted([*kept, Zone(start, end, kind)]))
    changes = () if after == state.zones else (ZonesChange(state.zones, after),)
    return Plan("correct_zone", changes)


def stretch_at(state: AnnotationState, article: Article, offset: int) -> Span | None:
    """Return what a correction at ``offset`` is about: the zone there, or what lies between two zones.

    It ends where the line does, and has no white space at its ends. ``None`` where there is no word.
    """
    if not 0 <= offset < len(article.text):
        return None
    start = article.text.rfind("\n", 0, offset) + 1
    end = article.text.find("\n", offset)
    end = len(article.text) if end < 0 else end
    for border in (border for zone in state.zones for border in (zone.start, zone.end)):
        if border <= offset:
            start = max(start, border)
        else:
            end = min(end, border)
    return _trimmed(article.text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end].strip()
    if not words:
        return None
    start = text.index(words, start, end)
    return Span(start, start + len(words))


def _outside(zone: Zone, start: int, end: int) -> Iterator[Zone]:
    if zone.start < start:
        yield Zone(zone.start, min(zone.end, start), zone.kind)
    if zone.end > end:
        yield Zone(max(zone.start, end), zone.end, zone.kind)


def restored_zones(zones: tuple[Zone, ...], undone: ZonesChange) -> ZonesChange:
    """Return the change that takes ``undone`` back from ``zones``, also if others corrected zones since.

    Only the stretch that ``undone`` touched goes back; elsewhere ``zones`` stays as it is.
    """
    stretch = _touched(undone)
    if zones == undone.after or stretch is None:
        return ZonesChange(zones, undone.before)
    start, end = stretch
    kept = [piece for zone in zones for piece in _outside(zone, start, end)]
    back = [
        Zone(max(zone.start, start), min(zone.end, end), zone.kind)
        for zone in undone.before
        if zone.start < end and zone.end > start
    ]
    return ZonesChange(zones, _joined(sorted([*kept, *back])))


def _touched(change: ZonesChange) -> tuple[int, int] | None:
    """Return from where to where the two differ in kind."""
    borders = sorted({b for zone in (*change.before, *change.after) for b in (zone.start, zone.end)})
    differing = [
        (start, end)
        for start, end in pairwise(borders)
        if _kind_at(change.before, start) is not _kind_at(change.after, start)
    ]
    return (differing[0][0], differing[-1][1]) if differing else None


def _kind_at(zones: tuple[Zone, ...], offset: int) -> ZoneKind | None:
    return next((zone.kind for zone in zones if zone.start <= offset < zone.end), None)


def _joined(zones: list[Zone]) -> tuple[Zone, ...]:
    """Join what touches and is of one kind."""
    joined: list[Zone] = []
    for zone in zones:
        last = joined[-1] if joined else None
        if last is not None and last.kind is zone.kind and last.end == zone.start:
            joined[-1] = Zone(last.start, zone.end, zone.kind)
        else:
            joined.append(zone)
    return tuple(joined)
