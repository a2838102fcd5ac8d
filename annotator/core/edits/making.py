"""The clusters of a state while an edit changes them, several at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from annotator.core.annotation import Cluster, Status
from annotator.core.chains import Chain, chains_of
from annotator.core.change import Change, ClusterChange
from annotator.core.errors import InvalidEdit
from annotator.core.ids import ClusterId, MentionId
from annotator.core.state import AnnotationState


class Making:
    """The clusters as they are to be, gathered step by step: each changes once."""

    def __init__(self, state: AnnotationState) -> None:
        self._state = state
        self.chains = chains_of(state)
        self._clusters: dict[ClusterId, Cluster | None] = {}
        self._confirmed: dict[MentionId, None] = {}

    def chain(self, cluster: str) -> Chain:
        """Return a visible chain; raises :class:`InvalidEdit` (``unknown_cluster``)."""
        found = self.chains.by_id(cluster)
        if found is None:
            raise InvalidEdit(reason="unknown_cluster", cluster=cluster)
        return found

    def now(self, identifier: ClusterId) -> Cluster:
        """Return an own cluster as it is to be; of a suggested one, an own one with nothing decided."""
        known = self._clusters.get(identifier)
        if known is not None:
            return known
        cluster = self._state.clusters[identifier]
        if identifier in self._state.own:
            return cluster
        source = replace(cluster.provenance, derived_from=cluster.id)
        return replace(cluster, members=(), status=Status.SUGGESTED, provenance=source)

    def add(self, cluster: Cluster) -> Cluster:
        """Take in a new cluster."""
        self._clusters[cluster.id] = cluster
        return cluster

    def change(self, cluster: Cluster) -> None:
        """Take in a cluster as it is to be; with a confirmed member it is accepted."""
        status = Status.ACCEPTED if cluster.members else Status.SUGGESTED
        self._clusters[cluster.id] = replace(cluster, status=status)

    def confirm(self, identifier: ClusterId, ids: Iterable[MentionId]) -> None:
        """Make mentions confirmed members; raises :class:`InvalidEdit` (``other_kind``)."""
        cluster, chosen = self.now(identifier), set(ids)
        for mention in chosen:
            if self._state.mentions[mention].layer != cluster.kind:
                raise InvalidEdit(reason="other_kind", cluster=identifier, mention=mention)
        self._confirmed.update(dict.fromkeys(sorted(chosen)))
        self.change(
            replace(
                cluster,
                members=tuple(sorted(chosen.union(cluster.members))),
                declined=tuple(m for m in cluster.declined if m not in chosen),
            )
        )

    def remove(self, chain: Chain, ids: Iterable[MentionId]) -> None:
        """Take members out of a chain, which goes when it says nothing any more."""
        cluster, gone = self.now(chain.cluster.id), set(ids)
        offered = bool(chain.sources) or cluster.provenance.derived_from is not None
        kept = replace(
            cluster,
            members=tuple(m for m in cluster.members if m not in gone),
            declined=tuple(sorted(gone.union(cluster.declined))) if offered else cluster.declined,
        )
        if len(kept.members) + len(chain.open - gone) < 2 and not (kept.kb_id and kept.members):
            self.drop(chain)
        else:
            self.change(kept)

    def merge(self, one: Chain, other: Chain, *, by: Iterable[MentionId] = ()) -> None:
        """Let ``one`` take in ``other`` because of mentions ``by``; else of the first of each, if need be."""
        if one.cluster.kind != other.cluster.kind:
            raise InvalidEdit(reason="other_kind", cluster=one.cluster.id)
        kept, gone = self.now(one.cluster.id), self.now(other.cluster.id)
        members = set(by) or {*(kept.members or one.members[:1]), *(gone.members or other.members[:1])}
        members.update(kept.members, gone.members)
        self.change(
            replace(
                kept,
                name=kept.name or gone.name,
                kb_id=kept.kb_id or gone.kb_id,
                members=tuple(sorted(members)),
                declined=tuple(sorted({*kept.declined, *gone.declined} - members)),
            )
        )
        self._confirmed.update(dict.fromkeys(m for m in sorted(members) if m in self._state.mentions))
        if gone.id in self._state.own:
            # What was suggested under that id now offers its open members to the one that has the others.
            self._clusters[gone.id] = None

    def drop(self, chain: Chain) -> None:
        """Let a chain go: what was suggested is rejected, else it would come back."""
        for identifier in {chain.cluster.id, *chain.sources}:
            known = self._state.suggestions.clusters.get(identifier)
            own = self._state.clusters[identifier] if identifier in self._state.own else None
            cluster = known or own
            if cluster is None or (known is None and cluster.provenance.derived_from is None):
                self._clusters[identifier] = None
                continue
            source = replace(cluster.provenance, derived_from=cluster.id)
            self._clusters[identifier] = replace(
                cluster, declined=(), status=Status.REJECTED, provenance=source
            )

    def leave(self, chain: Chain, gone: set[MentionId]) -> None:
        """Take out mentions that are deleted: nothing was said about whether they belong there."""
        cluster = self.now(chain.cluster.id)
        kept = tuple(m for m in cluster.members if m not in gone)
        says_something = len(kept) + len(chain.open - gone) > 1 or (kept and cluster.kb_id)
        if says_something or cluster.declined:
            self.change(replace(cluster, members=kept))
        else:
            self._clusters[cluster.id] = None

    @property
    def confirmed(self) -> list[MentionId]:
        """The mentions that were confirmed, and must be accepted for it."""
        return list(self._confirmed)

    def changes(self) -> list[Change]:
        """Return what becomes of the annotator's clusters."""
        found: list[Change] = []
        for identifier, after in sorted(self._clusters.items()):
            before = self._state.clusters.get(identifier) if identifier in self._state.own else None
            if before != after:
                found.append(ClusterChange(before, after))
        return found
