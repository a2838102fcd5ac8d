"""What the focus lights up: one item, the relations at it, and the other mentions of its cluster. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from annotator.core.ids import MentionId, RelationId
from annotator.gui.canvas.geometry import Arc, Row

Item: TypeAlias = MentionId | RelationId


@dataclass(frozen=True, slots=True)
class Spotlight:
    """The item in focus, if any, and the mentions of the same cluster."""

    item: Item | None = None
    mates: frozenset[MentionId] = frozenset()

    def lights(self, arc: Arc) -> bool:
        """Tell whether a relation has the focus or belongs to the mention that has it."""
        return self.item is not None and self.item in (arc.item.id, arc.item.head, arc.item.tail)

    def touches(self, row: Row) -> bool:
        """Tell whether anything in a row looks different because of it."""
        if self.item is None:
            return False
        return (
            any(bar.item.id == self.item for bar in row.bars)
            or any(chip.item.id in self.mates for chip in row.chips)
            or any(map(self.lights, row.arcs))
        )
