"""The article as a review shows it: agreed mentions thin, disputed ones with their type, room for lanes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from annotator.core.ids import MentionId
from annotator.core.scheme import Colours
from annotator.core.text import Span
from annotator.gui.canvas.geometry import BlockLayout, Row
from annotator.gui.canvas.items import span_item
from annotator.gui.canvas.layout import Frame, lay_out
from annotator.gui.canvas.measures import space_above
from annotator.gui.canvas.page import LaidBlock, Page

LANE = 21
"""Height of an annotator's lane."""
LANES_ABOVE, LANES_BELOW = 4, 3
"""Free space above and below the lanes."""


@dataclass(frozen=True, slots=True)
class Lane:
    """What one annotator has at the current item: her letter, a chip, and the pieces of text.

    ``tone`` is the place of her colour among the theme's; without ``fragments`` the lane stays empty. What
    she turned down is not ``marked``: letter and chip stand there without a line.
    """

    letter: str
    tone: int
    chip: str = ""
    colours: Colours | None = None
    fragments: tuple[Span, ...] = ()
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Marks:
    """What a review marks: the type of each disputed mention, the lanes of the current item, its place."""

    disputed: Mapping[MentionId, str] = field(default_factory=lambda: MappingProxyType({}))
    lanes: tuple[Lane, ...] = ()
    at: tuple[Span, ...] = ()

    def in_row(self, row: Row) -> bool:
        """Tell whether the lanes show in a row."""
        return bool(self.lanes) and any(s.start < row.end and row.start < s.end for s in self.at)

    @property
    def room(self) -> int:
        """Height that the lanes take above a row."""
        return LANES_ABOVE + LANE * len(self.lanes) + LANES_BELOW


class ReviewPage(Page):
    """A page whose rows make room for the lanes of the current item."""

    marks = Marks()

    def set_marks(self, marks: Marks) -> None:
        """Mark something else; geometry is worked out anew."""
        self.marks = marks
        self._forget_all()

    def _lay_out(self, index: int, laid: LaidBlock) -> BlockLayout:
        block = laid.block
        before = self.blocks[index - 1] if index else None
        above = space_above(block.kind, before.kind if before else None) if block.opens else 0
        items = []
        for mention in self.index.mentions_in(index):
            item = span_item(
                mention,
                self._scheme,
                self._language,
            )
            kind = self.marks.disputed.get(mention.id)
            items.append(replace(item, chip=kind, suggested=True) if kind else item)
        layout = lay_out(
            laid.text.lines,
            items,
            (),
            frame=Frame(self._styles[block.kind], above, self._column, before.end if before else 0),
            metrics=self._faces,
        )
        return self._with_room(layout)

    def _with_room(self, layout: BlockLayout) -> BlockLayout:
        rows: list[Row] = []
        shift = 0
        for row in layout.rows:
            top = row.top + shift
            shift += self.marks.room if self.marks.in_row(row) else 0
            rows.append(replace(row, top=top, text_top=row.text_top + shift, bottom=row.bottom + shift))
        return replace(layout, rows=tuple(rows), height=layout.height + shift)
