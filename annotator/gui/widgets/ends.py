"""Two names and what joins them on one line, each shortened in its own middle so that both can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

_JOINT_SHARE = 0.45
"""What joins the names takes this share of the room at most."""


@dataclass(frozen=True, slots=True)
class Ends:
    """``first``, ``joint``, ``second``, such as "Karla Weiß", " → ", "Füssen"."""

    first: str
    joint: str
    second: str

    def __str__(self) -> str:
        return f"{self.first}{self.joint}{self.second}"


def elided_ends(
    ends: Ends, width: float, *, advance: Callable[[str], float], elide: Callable[[str, float], str]
) -> str:
    """Return the line for ``width`` pixels.

    ``advance`` gives the width of a text, ``elide`` a text shortened in its middle to a width. A name that
    needs less than half of the room leaves the rest to the other.
    """
    if advance(str(ends)) <= width:
        return str(ends)
    joint = ends.joint
    if advance(joint) > width * _JOINT_SHARE:
        joint = f" {elide(joint.strip(), width * _JOINT_SHARE)} "
    room = max(0.0, width - advance(joint))
    needs = advance(ends.first), advance(ends.second)
    half = room / 2
    if needs[0] <= half:
        rooms = needs[0], room - needs[0]
    elif needs[1] <= half:
        rooms = room - needs[1], needs[1]
    else:
        rooms = half, half
    return f"{elide(ends.first, rooms[0])}{joint}{elide(ends.second, rooms[1])}"
