"""Label schemes of tokens: IOB2 as in the corpora, IOBES as the recogniser learns, and the spans they say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

NameSpan: TypeAlias = tuple[int, int, str]
"""First token, token after the last, label."""


def to_iobes(labels: Sequence[str]) -> list[str]:
    """Turn IOB2 into IOBES: S for a name of one token, E for the last token of a longer one."""
    result: list[str] = []
    for label, following in zip(labels, [*labels[1:], "O"], strict=False):
        if label == "O" or following == "I-" + label[2:]:
            result.append(label)
        else:
            result.append(("S-" if label[0] == "B" else "E-") + label[2:])
    return result


def spans_of(labels: Sequence[str]) -> list[NameSpan]:
    """Return the spans of IOB2 labels in order."""
    spans: list[NameSpan] = []
    start = 0
    for index, label in enumerate([*labels, "O"]):
        before = labels[index - 1] if index else "O"
        if before != "O" and label != "I-" + before[2:]:
            spans.append((start, index, before[2:]))
        if label.startswith("B-"):
            start = index
    return spans
