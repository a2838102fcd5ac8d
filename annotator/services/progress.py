"""How far somebody's work is: articles done, decisions an hour, time for each article, suggestions accepted.

Everything comes from the project file. How far somebody is in her queue is for everybody to see, her figures
for herself and a lead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from itertools import pairwise

from annotator.core.annotation import SetState
from annotator.core.collation import collated
from annotator.core.ids import ArticleId
from annotator.services import roles
from annotator.store import Store, Team
from annotator.store.progress import Judged, TimedArticle
from annotator.store.work import Work

PAUSE_SECONDS = 300.0
"""A longer time between two decisions is a break: the log has no other sign of life."""


@dataclass(frozen=True, slots=True)
class Day:
    """The decisions of one day and how long the work on them took, in seconds."""

    day: date
    decisions: int
    seconds: float

    @property
    def an_hour(self) -> float | None:
        """Decisions an hour; ``None`` for a day with too little to tell."""
        return self.decisions * 3600 / self.seconds if self.seconds >= 60 else None


@dataclass(frozen=True, slots=True)
class Progress:
    """What is known about one annotator's work. ``judged`` has the most frequent label first."""

    annotator: str
    states: Mapping[SetState, int]
    days: Sequence[Day]
    articles: Sequence[TimedArticle]
    judged: Sequence[Judged]

    @property
    def total(self) -> int:
        """How many articles there are to do."""
        return sum(self.states.values())

    @property
    def decisions(self) -> int:
        """How many decisions were made."""
        return sum(day.decisions for day in self.days)

    @property
    def an_hour(self) -> float | None:
        """Decisions an hour over all days."""
        return Day(date.min, self.decisions, sum(day.seconds for day in self.days)).an_hour

    @property
    def active_seconds(self) -> float:
        """The working time over all articles."""
        return sum(article.active_seconds for article in self.articles)


@dataclass(frozen=True, slots=True)
class QueueProgress:
    """How far somebody is: articles in her queue, begun, and done; ``lead`` if she leads."""

    annotator: str
    articles: int
    begun: int
    done: int
    lead: bool


def queue_progress(store: Store) -> list[QueueProgress]:
    """Return how far everybody is, without anything of what they annotated."""
    team = Team(store)
    queues: dict[str, set[ArticleId]] = {}
    for one in team.assignments():
        queues.setdefault(one.annotator, set()).add(one.article_id)
    states = team.states()
    leads = roles.leads(store)
    return [
        QueueProgress(
            name,
            len(queues.get(name, ())),
            sum(who == name and state != SetState.NEW for (_, who), state in states.items()),
            sum(who == name and state == SetState.DONE for (_, who), state in states.items()),
            name in leads,
        )
        for name in sorted({*queues, *(who for _, who in states), *leads}, key=collated)
    ]


def progress_of(store: Store, annotator: str, *, asked_by: str, zone: tzinfo | None = None) -> Progress:
    """Return an annotator's progress; days are those of ``zone``, by default of this computer.

    Raises :class:`annotator.services.roles.NotAllowed` where it is another's and ``asked_by`` is no lead.
    """
    if annotator != asked_by:
        roles.insist_on_lead(store, asked_by)
    work = Work(store, annotator)
    with store.snapshot():
        return Progress(
            annotator,
            work.states(),
            days_of(work.decision_times(), zone),
            work.timed_articles(),
            work.judged_suggestions(),
        )


def shown_to(store: Store, name: str) -> tuple[str, ...]:
    """Return whose progress somebody may see: her own first, then as a lead that of the others, by name."""
    if not roles.is_lead(store, name):
        return (name,)
    return (name, *(other for other in roles.people(store) if other != name))


def days_of(moments: Iterable[datetime], zone: tzinfo | None = None) -> list[Day]:
    """Return decisions and working time by day; a gap counts for the day of the decision that ends it."""
    ordered = sorted(moment.astimezone(UTC) for moment in moments)
    counts: dict[date, int] = {}
    seconds: dict[date, float] = {}
    for moment in ordered:
        day = moment.astimezone(zone).date()
        counts[day] = counts.get(day, 0) + 1
    for before, after in pairwise(ordered):
        gap = (after - before).total_seconds()
        if gap <= PAUSE_SECONDS:
            day = after.astimezone(zone).date()
            seconds[day] = seconds.get(day, 0.0) + gap
    return [Day(day, counts[day], seconds.get(day, 0.0)) for day in sorted(counts)]
