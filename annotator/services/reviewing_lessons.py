"""What the guideline should learn: why decisions went as they did, by label, with examples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.core.verdict import Basis
from annotator.services.reviewing_queue import QueueRow


@dataclass(frozen=True, slots=True)
class Lesson:
    """The decisions on one label with one reason; ``reason`` is empty where none was given.

    ``clauses`` are the places of the guideline that they cite, the most frequent first.
    """

    layer: str
    label: str
    reason: str
    examples: tuple[QueueRow, ...]
    clauses: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many decisions."""
        return len(self.examples)


def lessons(rows: Iterable[QueueRow]) -> tuple[Lesson, ...]:
    """Return what people decided by label and reason, the most frequent first.

    Decisions without a reason, comment or clause teach nothing and are left out, and so are skipped ones.
    Where annotators gave several labels the decision counts for the one that most of them gave.
    """
    found: dict[tuple[str, str, str], list[QueueRow]] = defaultdict(list)
    for row in rows:
        verdict = row.entry.verdict
        if verdict is None or not verdict.settles or verdict.basis is not Basis.ADJUDICATED or not row.labels:
            continue
        if verdict.reason or verdict.comment or verdict.clause:
            found[row.layer, row.labels[0], verdict.reason].append(row)
    made = [Lesson(*key, tuple(group), _clauses(group)) for key, group in found.items()]
    return tuple(sorted(made, key=lambda each: (-each.count, each.layer, each.label, each.reason)))


def _clauses(rows: Iterable[QueueRow]) -> tuple[str, ...]:
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        if row.entry.verdict is not None and row.entry.verdict.clause:
            counts[row.entry.verdict.clause] += 1
    return tuple(sorted(counts, key=lambda clause: (-counts[clause], clause)))
