"""Giving articles to people by hand, and taking them back; and who has what."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from annotator.core.assigned import Assigned
from annotator.core.collation import collated
from annotator.core.ids import ArticleId
from annotator.services.assigning import check_names, numbered
from annotator.store import Store, Team


@dataclass(frozen=True, slots=True)
class Handed:
    """What giving and taking some articles does.

    ``rows`` are the queues after it. The others count articles by name: ``stays`` those that were to be
    taken back but are begun. ``left`` is who has no article any more, and so sees all of them.
    """

    rows: tuple[Assigned, ...]
    given: Mapping[str, int]
    taken: Mapping[str, int]
    stays: Mapping[str, int]
    left: tuple[str, ...]

    @property
    def changes(self) -> bool:
        """Whether anything would be otherwise than it is."""
        return bool(self.given or self.taken)


def hand(
    store: Store,
    articles: Sequence[ArticleId],
    *,
    give: Collection[str] = (),
    take: Collection[str] = (),
    control: bool = False,
) -> Handed:
    """Return what becomes of the queues if these articles go to some and are taken back from others.

    What somebody has begun stays hers. New articles go to the end of a queue; with ``control`` they come
    without suggestions. Raises :class:`DivisionImpossible`.
    """
    team = Team(store)
    before = {(one.article_id, one.annotator): one for one in team.assignments()}
    check_names(store, [name for name in give if not any(who == name for _, who in before)])
    begun = team.begun()
    after = dict(before)
    given: dict[str, int] = {}
    taken: dict[str, int] = {}
    stays: dict[str, int] = {}
    for article in articles:
        for name in take:
            if (article, name) in begun:
                stays[name] = stays.get(name, 0) + 1
            elif (article, name) in before:
                del after[article, name]
                taken[name] = taken.get(name, 0) + 1
        for name in (name for name in give if (article, name) not in before):
            after[article, name] = Assigned(article, name, len(before) + len(after), control=control)
            given[name] = given.get(name, 0) + 1
    queues = {name for _, name in after}
    left = tuple(name for name in sorted(taken, key=collated) if name not in queues)
    return Handed(tuple(numbered(after.values())), given, taken, stays, left)


def holders(store: Store) -> Mapping[ArticleId, tuple[str, ...]]:
    """Return who has each article, by name: it is assigned to her, or she has begun it."""
    team = Team(store)
    pairs = {(one.article_id, one.annotator) for one in team.assignments()} | team.begun()
    names = {name: rank for rank, name in enumerate(sorted({name for _, name in pairs}, key=collated))}
    found: dict[ArticleId, list[str]] = {}
    for article, name in sorted(pairs, key=lambda pair: names[pair[1]]):
        found.setdefault(article, []).append(name)
    return {article: tuple(people) for article, people in found.items()}
