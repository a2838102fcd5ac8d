"""What a merge brought, and what must be told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from annotator.core.errors import AnnotatorError

Reason: TypeAlias = Literal[
    "scheme_differs",
    "nothing_in_it",
    "same_file",
    "text_differs",
    "article_missing",
    "articles_missing",
    "tokens_differ",
    "changed_in_both",
    "cluster_changed_in_both",
    "does_not_fit",
    "kind_differs",
    "zones_differ",
    "unreadable",
]


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was not merged, or not as it was; ``facts`` by name, for a sentence.

    ``articles_missing`` stands for a whole file, with the ``number`` of articles worked on in it.
    ``zones_differ`` is no refusal: the later correction of the zones was taken. ``error`` says why a file is
    ``unreadable``, or a set ``does_not_fit``.
    """

    source: Path
    reason: Reason
    annotator: str = ""
    article: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    error: AnnotatorError | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did: sets that grew, those that were as far already, and what must be told."""

    merged: Mapping[str, int]
    """Number of sets that came in or grew, by annotator."""
    unchanged: int = 0
    operations: int = 0
    told: tuple[Told, ...] = ()
    cancelled: bool = False
