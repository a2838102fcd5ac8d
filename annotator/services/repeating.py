"""Second passes: articles that somebody annotates again without seeing what she said the first time.

A second pass is an annotator of its own, bound to a person: a queue, a package and sets of its own, which
merge like any others. It is compared with the person's first sets alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.core.annotation import SetState
from annotator.core.assigned import Assigned
from annotator.core.errors import AnnotatorError
from annotator.core.ids import ArticleId
from annotator.review.queues import draw
from annotator.services import assigning, roles
from annotator.services.packaging import PackageImpossible
from annotator.store import AnnotatorKind, Store, Team


class RepeatImpossible(AnnotatorError):
    """There is nothing that could be annotated again; data: ``reason``, ``annotator``, ``known``."""

    code = "repeat_impossible"


@dataclass(frozen=True, slots=True)
class Repeat:
    """What somebody would annotate again, under the name ``again``; ``finished`` could be."""

    annotator: str
    again: str
    finished: int
    articles: tuple[ArticleId, ...]


def plan_repeat(
    store: Store, annotator: str, *, number: int = 0, share: float | None = None, seed: int = 1
) -> Repeat:
    """Draw articles that ``annotator`` has finished and does not have in a second pass yet.

    ``number`` of them, or a ``share`` (0 to 1), one at least. The same seed draws the same ones. Raises
    :class:`RepeatImpossible` (``not_a_person``, ``nothing_finished``).
    """
    known = repeatable(store)
    if annotator not in known:
        raise RepeatImpossible(reason="not_a_person", annotator=annotator, known=tuple(known))
    finished = known[annotator]
    if not finished:
        raise RepeatImpossible(reason="nothing_finished", annotator=annotator, known=tuple(known))
    wanted = number if share is None else max(1, round(share * len(finished)))
    chosen = draw(finished, wanted, seed=seed, annotator=annotator)
    return Repeat(annotator, second_name(store, annotator), len(finished), tuple(chosen))


def repeatable(store: Store) -> Mapping[str, Sequence[ArticleId]]:
    """Return by person, by name, the finished articles that are in no second pass of hers."""
    states = Team(store).states()
    again = {whose: name for name, whose in roles.second_passes(store).items()}
    held = {(one.article_id, one.annotator) for one in Team(store).assignments()} | states.keys()
    ids = store.article_ids()
    people = [one.name for one in store.annotators() if one.kind is AnnotatorKind.HUMAN]
    return {
        name: [
            article
            for article in ids
            if states.get((article, name)) == SetState.DONE and (article, again.get(name, "")) not in held
        ]
        for name in people
    }


def repeat(store: Store, made: Repeat, *, author: str) -> None:
    """Put the articles at the end of the second pass's queue; its author leads if nobody does.

    What came without suggestions the first time does so again.
    """
    team = Team(store)
    with store.transaction():
        store.ensure_annotator(made.again, AnnotatorKind.REPEAT, repeats=made.annotator)
        rows = team.assignments()
        control = {one.article_id for one in rows if one.annotator == made.annotator and one.control}
        new = [
            Assigned(article, made.again, len(rows) + place, control=article in control)
            for place, article in enumerate(made.articles)
        ]
        assigning.assign(store, assigning.numbered([*rows, *new]), author=author)


def second_name(store: Store, annotator: str) -> str:
    """Return the name of somebody's second pass, that it has or would have."""
    known = {one.name: one.repeats for one in store.annotators()}
    mine = next((name for name, whose in known.items() if whose == annotator), "")
    number = 2
    while not mine:
        name = f"{annotator} ({number})"
        mine = name if name not in known else ""
        number += 1
    return mine


def known_second_pass(store: Store, annotator: str) -> str:
    """Return the name of somebody's second pass; raises :class:`PackageImpossible` where there is none."""
    for name, whose in roles.second_passes(store).items():
        if annotator in (name, whose):
            return name
    raise PackageImpossible(reason="no_second_pass", annotator=annotator)
