"""The clusters of an article as an annotator sees them: what is confirmed, and what still waits.

An own cluster holds the members that were confirmed and those that were declined. What is *open* is not
stored: it follows from the suggested clusters. One with the id of an own cluster, or else with mentions that
an own cluster has an opinion on, offers its other mentions there; so a new run of the pre-tagger adds to
what was decided and repeats nothing. A mention is in one chain at most: confirmed before open.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from annotator.core.annotation import Cluster, Status
from annotator.core.ids import ClusterId, MentionId
from annotator.core.layered import is_visible, place_of
from annotator.core.state import AnnotationState


@dataclass(frozen=True, slots=True)
class Chain:
    """A visible cluster, its visible mentions here in reading order, and those of them that are ``open``.

    ``sources`` are the suggested clusters that offer members here, or offered them before they were decided.
    """

    number: int
    cluster: Cluster
    members: tuple[MentionId, ...]
    open: frozenset[MentionId]
    sources: tuple[ClusterId, ...]

    @property
    def confirmed(self) -> tuple[MentionId, ...]:
        """The members here that the annotator has confirmed."""
        return tuple(member for member in self.members if member not in self.open)


@dataclass(frozen=True, slots=True)
class Chains:
    """All chains by number, from 1 in the order of their first mentions; and the one of each mention.

    ``concerns`` are all mentions whose change may change a chain, visible or not.
    """

    all: tuple[Chain, ...]
    of: Mapping[MentionId, Chain]
    concerns: frozenset[MentionId]

    def by_id(self, cluster: str) -> Chain | None:
        """Return the chain of a cluster, or of a suggested one that went into it."""
        return next((c for c in self.all if c.cluster.id == cluster or cluster in c.sources), None)

    @property
    def open(self) -> int:
        """How many memberships wait for a decision."""
        return sum(len(chain.open) for chain in self.all)


def chains_of(state: AnnotationState) -> Chains:
    """Return the chains of a state."""
    gathered = _Gathered(state)
    found = []
    for home, members in gathered.members.items():
        cluster = state.clusters[home]
        waiting = gathered.open[home]
        confirmed = len(members) - len(waiting)
        if (confirmed and home in state.own) or len(members) > 1:
            ordered = sorted(members, key=lambda m: state.mentions[m].order)
            found.append((state.mentions[ordered[0]].order, cluster, tuple(ordered), frozenset(waiting)))
    found.sort(key=lambda entry: (entry[0], entry[1].id))
    chains = tuple(
        Chain(number, cluster, members, waiting, tuple(gathered.sources[cluster.id]))
        for number, (_, cluster, members, waiting) in enumerate(found, start=1)
    )
    of = {member: chain for chain in chains for member in chain.members}
    return Chains(chains, of, frozenset(gathered.concerns))


class _Gathered:
    """Which visible mentions each cluster has, and which of them are open."""

    def __init__(self, state: AnnotationState) -> None:
        self._state = state
        self.members: dict[ClusterId, list[MentionId]] = defaultdict(list)
        self.open: dict[ClusterId, list[MentionId]] = defaultdict(list)
        self.sources: dict[ClusterId, list[ClusterId]] = defaultdict(list)
        self.concerns: set[MentionId] = set()
        self._taken: set[MentionId] = set()
        self._opinions: dict[MentionId, list[tuple[ClusterId, bool]]] = defaultdict(list)
        for cluster in sorted(state.clusters.values(), key=lambda c: c.id):
            self.concerns.update(cluster.members)
            if cluster.id in state.own and cluster.status is not Status.REJECTED:
                self._confirm(cluster)
        for cluster in sorted(state.suggestions.clusters.values(), key=lambda c: c.id):
            self.concerns.update(cluster.members)
            self._offer(cluster)

    def _confirm(self, cluster: Cluster) -> None:
        for member in cluster.members:
            self._opinions[member].append((cluster.id, False))
            if member not in self._taken and is_visible(self._state.mentions.get(member)):
                self.members[cluster.id].append(member)
                self._taken.add(member)
        for member in cluster.declined:
            self._opinions[member].append((cluster.id, True))

    def _offer(self, suggested: Cluster) -> None:
        own = self._state.clusters.get(suggested.id) if suggested.id in self._state.own else None
        if own is not None and own.status is Status.REJECTED:
            return
        offered = [m for m in map(self._here, suggested.members) if m is not None]
        home = suggested.id if own is not None else self._home(offered) or suggested.id
        declined = self._state.clusters[home].declined if home in self._state.own else ()
        self.sources[home].append(suggested.id)
        for member in offered:
            if member not in self._taken and member not in declined:
                self.members[home].append(member)
                self.open[home].append(member)
                self._taken.add(member)

    def _home(self, offered: list[MentionId]) -> ClusterId | None:
        """Return the own cluster that has an opinion on the most of these; in a tie, declining more."""
        opinions = [opinion for member in offered for opinion in self._opinions.get(member, ())]
        if not opinions:
            return None
        count = Counter(cluster for cluster, _ in opinions)
        declined = Counter(cluster for cluster, turned_down in opinions if turned_down)
        return min(count, key=lambda cluster: (-count[cluster], -declined[cluster], cluster))

    def _here(self, member: MentionId) -> MentionId | None:
        """Return the visible mention that is meant: the suggested one, or an own one at its place."""
        state = self._state
        if member in state.mentions:
            return member if is_visible(state.mentions[member]) else None
        hidden = state.suggestions.mentions.get(member)
        if hidden is None:
            return None
        there = (m.id for m in state.mentions_at(hidden.envelope) if place_of(m) == place_of(hidden))
        return next(there, None)
