"""Who is to work on what."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.ids import ArticleId


@dataclass(frozen=True, slots=True)
class Assigned:
    """One article in one annotator's queue, at ``position`` from 0.

    A ``calibration`` article is everybody's. On a ``control`` article the annotator is shown no suggestions.
    """

    article_id: ArticleId
    annotator: str
    position: int
    calibration: bool = False
    control: bool = False
