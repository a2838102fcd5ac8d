"""Articles compared one by one with a gold standard, added up by layer and label."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.ids import ArticleId
from annotator.core.state import Layered
from annotator.review.mistakes import (
    Context,
    Mistake,
    MistakeCounter,
    MistakeKind,
    mention_mistakes,
    relation_mistakes,
)
from annotator.review.scoring import Scores, score
from annotator.review.scoring_relations import match_ends, score_relations

ARGUMENTS, RELATIONS = "arguments", "relations"
"""The groups of relations: those from an event's trigger, and the others. All other groups are layers."""

_PLACES = 20


@dataclass(frozen=True, slots=True)
class Line:
    """The scores of one label of a group; of the group as a whole where ``label`` is empty."""

    group: str
    label: str
    scores: Scores


@dataclass(frozen=True, slots=True)
class Frequent:
    """A mistake, how often it was made, and (some of) the places."""

    mistake: Mistake
    count: int
    places: tuple[Context, ...]


def only(layered: Layered, statuses: Collection[Status]) -> Layered:
    """Return the mentions of a set with one of ``statuses``, and the relations with one between them."""
    mentions = {key: m for key, m in layered.mentions.items() if m.status in statuses}
    relations = {
        key: r
        for key, r in layered.relations.items()
        if r.status in statuses and r.head in mentions and r.tail in mentions
    }
    return Layered(mentions, relations)


class Comparison:
    """Adds up articles. ``wanted`` tells by group and label what is compared, by default all.

    Labels of a group are scored apart, each with its own spans alone; the line of a group is not their sum,
    because there a span may go with one of another label.
    """

    def __init__(
        self, event_layers: Collection[str], wanted: Callable[[str, str], bool] = lambda group, label: True
    ) -> None:
        self._event_layers = frozenset(event_layers)
        self._wanted = wanted
        self._scores: dict[tuple[str, str], Scores] = {}
        self._mistakes = MistakeCounter(places=_PLACES)
        self.articles = 0

    def add(self, article_id: ArticleId, text: str, gold: Layered, found: Layered) -> None:
        """Compare one article: all that both sets hold counts, whatever its status."""
        self.articles += 1
        ours, theirs = self._mentions(gold), self._mentions(found)
        for layer in sorted({*ours, *theirs}):
            wanted, given = ours.get(layer, []), theirs.get(layer, [])
            self._count(layer, "", score(wanted, given))
            for label in {m.label for m in (*wanted, *given)}:
                alike = ([m for m in side if m.label == label] for side in (wanted, given))
                self._count(layer, label, score(*alike))
            for mistake, where in mention_mistakes(article_id, text, layer, wanted, given):
                self._mistakes.add(mistake, where)
        if gold.relations or found.relations:
            self._add_relations(article_id, text, gold, found)

    def lines(self) -> Iterator[Line]:
        """Yield the lines: layers first, then arguments and relations, each before its labels."""
        late = (ARGUMENTS, RELATIONS)
        for group, label in sorted(self._scores, key=lambda key: (key[0] in late, key)):
            yield Line(group, label, self._scores[group, label])

    def mistakes(self, number: int) -> tuple[Frequent, ...]:
        """Return the most frequent mistakes."""
        return tuple(Frequent(*found) for found in self._mistakes.most_common(number))

    def kinds(self) -> Mapping[MistakeKind, int]:
        """Return how many mistakes there are of each kind."""
        return {kind: self._mistakes.kinds[kind] for kind in MistakeKind}

    def _add_relations(self, article_id: ArticleId, text: str, gold: Layered, found: Layered) -> None:
        ends, mentions = match_ends(gold, found), (gold, found)
        ours, theirs = self._relations(gold), self._relations(found)
        for group in sorted({*ours, *theirs}):
            wanted, given = ours.get(group, []), theirs.get(group, [])
            self._count(group, "", score_relations(wanted, given, mentions, ends))
            for label in {r.label for r in (*wanted, *given)}:
                alike = [[r for r in side if r.label == label] for side in (wanted, given)]
                self._count(group, label, score_relations(alike[0], alike[1], mentions, ends))
            found_wrong = relation_mistakes(
                article_id, text, group, wanted, given, mentions=mentions, ends=ends
            )
            for mistake, where in found_wrong:
                self._mistakes.add(mistake, where)

    def _count(self, group: str, label: str, scores: Scores) -> None:
        self._scores[group, label] = self._scores.get((group, label), Scores()) + scores

    def _mentions(self, side: Layered) -> dict[str, list[Mention]]:
        groups: dict[str, list[Mention]] = {}
        for mention in side.mentions.values():
            if self._wanted(mention.layer, mention.label):
                groups.setdefault(mention.layer, []).append(mention)
        return groups

    def _relations(self, side: Layered) -> dict[str, list[Relation]]:
        groups: dict[str, list[Relation]] = {}
        for relation in side.relations.values():
            head = side.mentions[relation.head]
            group = ARGUMENTS if head.layer in self._event_layers else RELATIONS
            if self._wanted(group, relation.label):
                groups.setdefault(group, []).append(relation)
        return groups
