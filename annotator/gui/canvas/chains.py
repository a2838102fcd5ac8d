"""The clusters of an article: their numerals, and which mentions belong together. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.annotation import Status
from annotator.core.ids import ClusterId, MentionId
from annotator.core.state import AnnotationState


@dataclass(frozen=True, slots=True)
class Chains:
    """The number of each visible mention's first cluster, and all clusters of each mention."""

    numerals: dict[MentionId, int]
    clusters: dict[MentionId, tuple[ClusterId, ...]]


def is_visible(state: AnnotationState, mention_id: MentionId) -> bool:
    """Tell whether a mention is in this article and not rejected."""
    mention = state.mentions.get(mention_id)
    return mention is not None and mention.status is not Status.REJECTED


def chains_of(state: AnnotationState) -> Chains:
    """Give the clusters with a visible mention here numbers from 1, by their first mention."""
    firsts: list[tuple[tuple[int, int, str], ClusterId]] = []
    clusters: dict[MentionId, tuple[ClusterId, ...]] = {}
    for cluster in state.clusters.values():
        if cluster.status is Status.REJECTED:
            continue
        for member in cluster.members:
            clusters[member] = (*clusters.get(member, ()), cluster.id)
        here = [state.mentions[member].order for member in cluster.members if is_visible(state, member)]
        if here:
            firsts.append((min(here), cluster.id))
    numerals: dict[MentionId, int] = {}
    for number, (_, cluster_id) in enumerate(sorted(firsts), start=1):
        for member in state.clusters[cluster_id].members:
            if is_visible(state, member):
                numerals.setdefault(member, number)
    return Chains(numerals, clusters)
