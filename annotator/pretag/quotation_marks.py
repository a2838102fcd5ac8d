"""Pairs of quotation marks, in the German, Swiss and English styles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.pretag.draft import Draft
from annotator.pretag.verbs import CLAUSE_MARKS

_CLOSING = {"„": '“”"', "“": "”“", "»": "«", "«": "»", "‚": "‘’", "›": "‹", '"': '"'}
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Marks:
    """A pair of quotation marks: the tokens of the opening and of the closing one."""

    opening: int
    closing: int

    @property
    def inner(self) -> tuple[int, int]:
        """The tokens between the marks."""
        return self.opening + 1, self.closing


def marks(draft: Draft) -> Iterator[Marks]:
    """Yield pairs of quotation marks, the outermost only; a mark without its partner is left out."""
    index = 0
    while index < len(draft):
        word = draft.words[index]
        if word in _CLOSING and _opens(draft, index):
            closing = _partner(draft, index, _CLOSING[word])
            if closing > index + 1:
                yield Marks(index, closing)
                index = closing
        index += 1


def _opens(draft: Draft, index: int) -> bool:
    follows = draft.word(index + 1)
    return (
        bool(follows) and draft.glued(index + 1) and not (follows in CLAUSE_MARKS and follows not in "…...")
    )


def _partner(draft: Draft, opening: int, closers: str) -> int:
    zone = draft.zones[opening]
    for index in range(opening + 1, min(len(draft), opening + _LONGEST)):
        if draft.zones[index] is not zone or _paragraph_between(draft, index):
            return -1
        if draft.words[index] in closers and draft.words[index] and draft.glued(index):
            return index
    return -1


def _paragraph_between(draft: Draft, index: int) -> bool:
    return "\n\n" in draft.text[draft.ends[index - 1] : draft.starts[index]]
