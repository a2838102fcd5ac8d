"""Dividing articles among annotators: pure, and the same again with the same seed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from annotator.core.assigned import Assigned
from annotator.core.collation import collated
from annotator.core.errors import AnnotatorError
from annotator.core.ids import ArticleId


class DivisionImpossible(AnnotatorError):
    """The articles cannot be divided like that; data: ``reason`` and its facts."""

    code = "division_impossible"


@dataclass(frozen=True, slots=True)
class Rules:
    """How articles are divided.

    Each is done by ``overlap`` annotators, ``calibration`` of them by everybody, and first. ``control`` is
    the share (0 to 1) of an annotator's other articles that come without suggestions: the same ones, as far
    as that goes, for all who do them, so that two can be compared who both had none. ``most`` limits an
    annotator's articles, calibration included; articles that nobody has room for are left over.
    """

    overlap: int = 1
    seed: int = 1
    calibration: int = 0
    control: float = 0.0
    most: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Load:
    """What one annotator gets. ``kept`` of the ``articles`` are hers because somebody has begun them."""

    annotator: str
    articles: int
    calibration: int
    control: int
    kept: int


def divide(
    articles: Sequence[ArticleId],
    annotators: Sequence[str],
    rules: Rules,
    *,
    kept: Collection[Assigned] = (),
) -> tuple[Assigned, ...]:
    """Return everybody's queue, by annotator and position.

    ``kept`` stays as it is and counts; articles in it that too few do are given to others as well. Loads
    differ by 1 at most, as far as ``kept`` and ``rules.most`` allow. Raises :class:`DivisionImpossible`
    (``nobody``, ``twice``, ``overlap``, ``calibration``, ``control``).
    """
    _check(articles, annotators, rules)
    division = _Division(articles, annotators, rules, kept)
    division.calibrate()
    division.share_out()
    return tuple(division.queues())


def loads(rows: Iterable[Assigned], *, kept: Collection[Assigned] = ()) -> list[Load]:
    """Return what each annotator gets, by name as in a German list."""
    held = {(one.article_id, one.annotator) for one in kept}
    found = [
        Load(
            name,
            len(own),
            sum(one.calibration for one in own),
            sum(one.control for one in own),
            sum((one.article_id, one.annotator) in held for one in own),
        )
        for name, group in groupby(sorted(rows, key=lambda one: one.annotator), lambda one: one.annotator)
        for own in [list(group)]
    ]
    return sorted(found, key=lambda load: collated(load.annotator))


def draw(articles: Sequence[ArticleId], number: int, *, seed: int, annotator: str) -> list[ArticleId]:
    """Return that many of the articles, or all, in the order in which they were given.

    The same seed draws the same ones for the same annotator, and others for another.
    """
    chosen = set(random.Random(f"{seed} {annotator}").sample(articles, min(number, len(articles))))
    return [article for article in articles if article in chosen]


def _check(articles: Sequence[ArticleId], annotators: Sequence[str], rules: Rules) -> None:
    if not annotators:
        raise DivisionImpossible(reason="nobody")
    if len(set(annotators)) < len(annotators):
        raise DivisionImpossible(reason="twice", annotator=Counter(annotators).most_common(1)[0][0])
    if not 1 <= rules.overlap <= len(annotators):
        raise DivisionImpossible(reason="overlap", overlap=rules.overlap, annotators=len(annotators))
    if not 0 <= rules.calibration <= len(articles):
        raise DivisionImpossible(reason="calibration", calibration=rules.calibration, articles=len(articles))
    if not 0 <= rules.control <= 1:
        raise DivisionImpossible(reason="control", control=rules.control)


class _Division:
    """One division under way."""

    def __init__(
        self,
        articles: Sequence[ArticleId],
        annotators: Sequence[str],
        rules: Rules,
        kept: Collection[Assigned],
    ) -> None:
        self.annotators = sorted(annotators)
        self.rules = rules
        self.dice = random.Random(rules.seed)
        self.order = list(articles)
        self.dice.shuffle(self.order)
        self.kept = {(one.article_id, one.annotator): one for one in kept}
        self.calibration = {one.article_id for one in kept if one.calibration}
        self.doing: dict[ArticleId, list[str]] = {article: [] for article in articles}
        self.load: Counter[str] = Counter()
        self.together: Counter[tuple[str, str]] = Counter()
        self.for_control = self._places_for_control()
        for one in sorted(kept, key=lambda one: (one.article_id, one.annotator)):
            self._give(one.article_id, one.annotator)

    def calibrate(self) -> None:
        """Give everybody the same articles, those first that nobody has begun."""
        begun = {article for article, _ in self.kept}
        free = sorted((a for a in self.order if a not in self.calibration), key=lambda a: a in begun)
        self.calibration.update(free[: max(0, self.rules.calibration - len(self.calibration))])
        for article in self.order:
            if article in self.calibration:
                for name in self.annotators:
                    if name not in self.doing[article]:
                        self._give(article, name)

    def share_out(self) -> None:
        """Give each other article to those who have least, of them to those who have shared least."""
        for article in self.order:
            if article not in self.calibration:
                while len(self.doing[article]) < self.rules.overlap and (name := self._next(article)):
                    self._give(article, name)

    def queues(self) -> Iterator[Assigned]:
        """Yield the queues: what was begun where it was, then calibration, then the rest as it was drawn."""
        place = {article: number for number, article in enumerate(self.order)}
        names = sorted({*self.annotators, *(name for _, name in self.kept)})
        controls = self._control(names)
        for name in names:
            own, control = [article for article, doing in self.doing.items() if name in doing], controls[name]
            own.sort(key=lambda a: (*self._rank(a, name), place[a]))
            for position, article in enumerate(own):
                yield Assigned(article, name, position, article in self.calibration, article in control)

    def _rank(self, article: ArticleId, name: str) -> tuple[int, int]:
        held = self.kept.get((article, name))
        return (0, held.position) if held else (1, 0) if article in self.calibration else (2, 0)

    def _control(self, names: Sequence[str]) -> dict[str, set[ArticleId]]:
        """Draw the articles without suggestions; what was begun stays as it was.

        First those that all who do them can have so; what is then left of a share goes to whom it is.
        """
        chosen = {
            name: {a for (a, who), one in self.kept.items() if who == name and one.control} for name in names
        }
        others = {
            n: sum(n in doing for a, doing in self.doing.items() if a not in self.calibration) for n in names
        }
        left = {name: round(self.rules.control * others[name]) - len(chosen[name]) for name in names}
        for rank in (0, 1, 2):
            for article in sorted(self.doing, key=self.for_control.__getitem__):
                if article in self.calibration:
                    continue
                free = [
                    n
                    for n in self.doing[article]
                    if (article, n) not in self.kept and article not in chosen[n]
                ]
                able = [name for name in free if left[name] > 0]
                begun = self.for_control[article][0]
                if begun == rank == 0 or rank == 2 or (begun == rank == 1 and able == free):
                    for name in able:
                        chosen[name].add(article)
                        left[name] -= 1
        return chosen

    def _places_for_control(self) -> dict[ArticleId, tuple[int, int]]:
        """Return in what order everybody's control articles are taken.

        Those that somebody does without suggestions already come first, those begun with them last.
        """
        drawn = sorted(self.order)
        random.Random(f"{self.rules.seed} control").shuffle(drawn)
        begun = {article: 2 for article, _ in self.kept}
        begun.update({one.article_id: 0 for one in self.kept.values() if one.control})
        return {article: (begun.get(article, 1), place) for place, article in enumerate(drawn)}

    def _next(self, article: ArticleId) -> str | None:
        doing = self.doing[article]
        free = [
            name
            for name in self.annotators
            if name not in doing and self.load[name] < self.rules.most.get(name, len(self.order))
        ]
        if not free:
            return None
        self.dice.shuffle(free)
        return min(
            free, key=lambda name: (self.load[name], sum(self.together[_pair(name, n)] for n in doing))
        )

    def _give(self, article: ArticleId, name: str) -> None:
        for other in self.doing[article]:
            self.together[_pair(name, other)] += 1
        self.doing[article].append(name)
        self.load[name] += 1


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
