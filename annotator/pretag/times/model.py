"""What the time tagger finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TimeKind(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch ``[start, end)`` (code points) that names a time.

    ``value`` is in the notation of TIMEX3 (ISO 8601 with its extensions), ``mod`` one of
    :data:`annotator.core.timex.MODS`. ``quant`` and ``freq`` are of sets alone: ``EVERY`` and
    ``2X``, say. ``rule`` names the rule that found it, ``score`` in (0, 1] says how far to trust it.
    """

    start: int
    end: int
    kind: TimeKind
    value: str
    mod: str = ""
    quant: str = ""
    freq: str = ""
    rule: str = ""
    score: float = 1.0
