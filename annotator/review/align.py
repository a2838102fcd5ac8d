"""The mentions of any number of annotators on one article, put together where they are the same one.

Two annotators' mentions are matched by :mod:`annotator.review.matching`; over all pairs of annotators that
gives a graph, whose edges are taken in from the cheapest to the dearest, then by position. An edge joins the
two groups of its ends unless an annotator would then have two mentions in one group. So each group has at
most one mention per annotator, and every mention is in exactly one group. Neither the order nor the names of
the annotators play a part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.core.annotation import Mention
from annotator.core.article import Article
from annotator.review.columns import Columns, freeze
from annotator.review.matching import Matches, match
from annotator.review.version import Reviewed, Versions


@dataclass(frozen=True, slots=True)
class Group:
    """What several annotators marked as one thing: a mention for each who did, by annotator."""

    mentions: Mapping[str, Mention] = field(default_factory=dict)

    @property
    def layer(self) -> str:
        """The layer, the same for all."""
        return next(iter(self.mentions.values())).layer

    @property
    def order(self) -> tuple[int, int, str]:
        """Reading order: the earliest start, the longest end there, the smallest id."""
        return min(mention.order for mention in self.mentions.values())


def align(article: Article, versions: Versions) -> tuple[Group, ...]:
    """Return the groups of one article in reading order."""
    return align_all([Reviewed(article, versions)])[0]


def align_all(reviewed: Sequence[Reviewed]) -> list[tuple[Group, ...]]:
    """Return the groups of each article, as :func:`align` does; together they are faster than one by one."""
    columns = freeze(reviewed)
    found: list[list[Group]] = [[] for _ in reviewed]
    for article, group in _groups(columns, match(columns)):
        found[article].append(group)
    return [tuple(sorted(groups, key=lambda group: (group.order, group.layer))) for groups in found]


def _groups(columns: Columns, matches: Matches) -> list[tuple[int, Group]]:
    """Return the groups, each with the number of its article."""
    joined = [{row} for row in range(len(columns))]
    annotators, articles = columns.annotator.tolist(), columns.article.tolist()
    for one, other in _in_order(columns, matches):
        ours, theirs = joined[one], joined[other]
        if ours is theirs or {annotators[i] for i in ours} & {annotators[i] for i in theirs}:
            continue
        ours |= theirs
        for row in theirs:
            joined[row] = ours
    names = columns.annotators
    distinct = {id(rows): rows for rows in joined}.values()
    mentions = columns.mentions
    return [
        (articles[min(rows)], Group({names[annotators[i]]: mentions[i] for i in sorted(rows)}))
        for rows in distinct
    ]


def _in_order(columns: Columns, matches: Matches) -> list[tuple[int, int]]:
    """Return the edges, the cheapest first, those of equal cost by what they join."""
    looks = list(zip(columns.place.tolist(), columns.label.tolist(), strict=True))
    edges = zip(matches.cost.tolist(), matches.left.tolist(), matches.right.tolist(), strict=True)
    ranked = sorted((cost, *sorted([looks[a], looks[b]]), a, b) for cost, a, b in edges)
    return [(a, b) for _, _, _, a, b in ranked]
