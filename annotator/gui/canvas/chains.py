"""The chains of an article as the canvas shows them: a numeral at each mention. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.chains import Chains
from annotator.core.ids import MentionId


@dataclass(frozen=True, slots=True)
class Numeral:
    """The number of a mention's chain, 0 for none; ``open`` while nobody has decided that it is in it."""

    number: int = 0
    open: bool = False


NO_NUMERAL = Numeral()


def numerals_of(chains: Chains) -> dict[MentionId, Numeral]:
    """Return the numerals of all mentions that have one."""
    return {member: Numeral(chain.number, member in chain.open) for member, chain in chains.of.items()}
