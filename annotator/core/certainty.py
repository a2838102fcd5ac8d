"""Which suggestions are sure enough to be shown. The others stay where they are, out of sight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from annotator.core.annotation import Cluster, Mention, Relation
from annotator.core.ids import MentionId
from annotator.core.layered import Layered

_Id = TypeVar("_Id", bound=str)
_T = TypeVar("_T", Mention, Relation, Cluster)


def sure_enough(suggestions: Layered, own: Layered, *, least: float) -> Layered:
    """Return the suggestions with a score of at least ``least`` (0 to 1), and those decided in ``own``.

    What was decided stays, so that taking a decision back uncovers what it was about. A relation needs both
    its ends; a cluster loses the members that are out of sight, and itself with fewer than two. What has no
    score is as sure as can be.
    """
    if least <= 0:
        return suggestions
    mentions = _kept(suggestions.mentions, own.mentions, least)
    gone = suggestions.mentions.keys() - mentions.keys()
    relations = _kept(suggestions.relations, own.relations, least)
    clusters = _kept(suggestions.clusters, own.clusters, least)
    return Layered(
        mentions,
        {k: r for k, r in relations.items() if r.head not in gone and r.tail not in gone},
        {k: c for k, c in ((k, _without(c, gone)) for k, c in clusters.items()) if len(c.members) > 1},
    )


def _kept(suggested: Mapping[_Id, _T], own: Mapping[_Id, _T], least: float) -> dict[_Id, _T]:
    return {k: item for k, item in suggested.items() if k in own or _is_sure(item, least)}


def _is_sure(item: Mention | Relation | Cluster, least: float) -> bool:
    score = item.provenance.score
    return score is None or score >= least


def _without(cluster: Cluster, gone: set[MentionId]) -> Cluster:
    members = tuple(member for member in cluster.members if member not in gone)
    return cluster if len(members) == len(cluster.members) else replace(cluster, members=members)
