"""What concerns the article as a whole: how far it has got, and its zones."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.core.annotation import SetState
from annotator.core.article import Zone, ZoneKind
from annotator.core.change import Plan, SetStateChange, ZonesChange
from annotator.core.errors import InvalidEdit
from annotator.core.state import AnnotationState


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


def _outside(zone: Zone, start: int, end: int) -> Iterator[Zone]:
    if zone.start < start:
        yield Zone(zone.start, min(zone.end, start), zone.kind)
    if zone.end > end:
        yield Zone(max(zone.start, end), zone.end, zone.kind)
