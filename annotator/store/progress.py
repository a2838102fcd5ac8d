"""What the file says about how far somebody's work is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from annotator.core.annotation import SetState
from annotator.core.ids import ArticleId
from annotator.store.records import MACHINE


@dataclass(frozen=True, slots=True)
class TimedArticle:
    """An article that somebody has worked on, for how many seconds, and with how many steps of the log."""

    id: ArticleId
    title: str
    state: SetState
    active_seconds: float
    decisions: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of the suggestions of one label (``layer``, ``label`` as suggested) that are decided.

    ``corrected`` ones were accepted with another label or other borders.
    """

    layer: str
    label: str
    accepted: int
    corrected: int
    rejected: int

    @property
    def total(self) -> int:
        """How many are decided."""
        return self.accepted + self.corrected + self.rejected


# An undo or redo is no decision, nor is finishing an article or correcting its parts.
_IS_DECISION = """o.author = :annotator AND o.annotator = :annotator AND o.reverts IS NULL
    AND o.name NOT IN ('set_state', 'correct_zone')"""


def states(database: Database, annotator: str) -> Mapping[SetState, int]:
    """Return how many articles are in each state for ``annotator``.

    Of her queue; where others have one, of what she has begun; where nobody has, of all.
    """
    rows = database.execute(
        """SELECT coalesce(s.state, 'new'), count(*) FROM article a
            LEFT JOIN annotation_set s ON s.article_id = a.id AND s.annotator = :annotator
            WHERE CASE
                WHEN EXISTS (SELECT 1 FROM assignment WHERE annotator = :annotator) THEN EXISTS (
                    SELECT 1 FROM assignment q WHERE q.article_id = a.id AND q.annotator = :annotator)
                WHEN EXISTS (SELECT 1 FROM assignment o JOIN annotator p ON p.name = o.annotator
                    WHERE p.kind <> 'repeat') THEN coalesce(s.state, 'new') <> 'new'
                ELSE 1 END
            GROUP BY 1""",
        {"annotator": annotator},
    )
    counted = {SetState(state): int(number) for state, number in rows}
    return {state: counted.get(state, 0) for state in SetState}


def moments(database: Database, annotator: str) -> list[datetime]:
    """Return when ``annotator`` decided something, in the order of the log, in UTC."""
    rows = database.execute(
        f"SELECT o.at FROM operation o WHERE {_IS_DECISION} ORDER BY o.number", {"annotator": annotator}
    )
    return [datetime.fromisoformat(row[0]) for row in rows]


def timed(database: Database, annotator: str) -> list[TimedArticle]:
    """Return the articles with working time or decisions of ``annotator``, in the order of import."""
    rows = database.execute(
        f"""SELECT a.id, a.title, s.state, s.active_seconds,
                (SELECT count(*) FROM operation o WHERE o.article_id = a.id AND {_IS_DECISION}) AS decisions
            FROM annotation_set s JOIN article a ON a.id = s.article_id
            WHERE s.annotator = :annotator AND (s.active_seconds > 0 OR decisions > 0) ORDER BY a.number""",
        {"annotator": annotator},
    )
    return [
        TimedArticle(ArticleId(key), title, SetState(state), seconds, decisions)
        for key, title, state, seconds, decisions in rows
    ]


def judged(database: Database, annotator: str) -> list[Judged]:
    """Return what ``annotator`` made of the pre-tagger's mentions, by label, the most frequent first."""
    rows = database.execute(
        """SELECT m.layer, m.label,
                sum(o.status = 'accepted' AND o.layer = m.layer AND o.label = m.label AND o.start = m.start
                    AND o."end" = m."end" AND o.fragments IS m.fragments),
                sum(o.status = 'accepted'), sum(o.status = 'rejected')
            FROM mention o JOIN mention m
                ON m.article_id = o.article_id AND m.annotator = :machine AND m.id = o.id
            WHERE o.annotator = :annotator AND o.status <> 'suggested'
            GROUP BY m.layer, m.label ORDER BY count(*) DESC, m.layer, m.label""",
        {"annotator": annotator, "machine": MACHINE},
    )
    return [
        Judged(layer, label, same, accepted - same, rejected)
        for layer, label, same, accepted, rejected in rows
    ]
