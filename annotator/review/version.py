"""What one annotator says about one article, as the review takes it.

A set on disk holds more than its annotator stands for: open suggestions, rejected ones, relations whose ends
are gone. :func:`version_of` keeps what counts, by the one rule of :func:`counts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from annotator.core.annotation import Cluster, Mention, Relation, Status
from annotator.core.article import Article
from annotator.core.ids import MentionId
from annotator.core.state import Layered, Place, place_of


@dataclass(frozen=True, slots=True)
class Version:
    """One annotator's mentions, relations and clusters on one article, and what she turned down.

    ``mentions`` are in reading order, ``relations`` and ``clusters`` sorted by id. Both ends of a relation
    and all members of a cluster are among the mentions: a cluster over several articles is cut to this one.
    ``rejected`` holds the ids of the mentions and relations that the annotator rejected by a decision of her
    own, ``rejected_places`` where those mentions stood: turned down is not the same as overlooked.
    """

    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    rejected: frozenset[str] = frozenset()
    rejected_places: frozenset[Place] = frozenset()


Versions: TypeAlias = Mapping[str, Version]
"""The versions of one article by annotator. Who has not worked on the article is not in it."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An article with the versions of everybody who worked on it."""

    article: Article
    versions: Versions = field(default_factory=dict)


def counts(status: Status) -> bool:
    """Tell whether what has this status is part of a version: only what is accepted."""
    return status is Status.ACCEPTED


def version_of(layered: Layered) -> Version:
    """Return what counts of a set."""
    mentions = sorted((m for m in layered.mentions.values() if counts(m.status)), key=lambda m: m.order)
    there = {mention.id for mention in mentions}
    relations = (
        relation
        for relation in layered.relations.values()
        if counts(relation.status) and relation.head in there and relation.tail in there
    )
    turned_down = [m for m in layered.mentions.values() if m.status is Status.REJECTED]
    rejected_relations = (r.id for r in layered.relations.values() if r.status is Status.REJECTED)
    return Version(
        tuple(mentions),
        tuple(sorted(relations, key=lambda relation: relation.id)),
        tuple(_clusters(layered, there)),
        frozenset([*(m.id for m in turned_down), *rejected_relations]),
        frozenset(map(place_of, turned_down)),
    )


def _clusters(layered: Layered, there: set[MentionId]) -> list[Cluster]:
    kept = []
    for cluster in sorted(layered.clusters.values(), key=lambda cluster: cluster.id):
        members = tuple(sorted(member for member in cluster.members if member in there))
        if counts(cluster.status) and members:
            kept.append(replace(cluster, members=members))
    return kept


def reviewed(article: Article, sets: Mapping[str, Layered]) -> Reviewed:
    """Return an article with what counts of each annotator's set."""
    return Reviewed(article, {annotator: version_of(layered) for annotator, layered in sets.items()})
