"""Chains: going along one, linking by letters, and the edits that the panel of chains asks for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from annotator.core import edits
from annotator.core.annotation import Mention
from annotator.core.chains import Chain, Chains, chains_of
from annotator.core.change import Plan
from annotator.core.ids import MentionId
from annotator.core.state import AnnotationState
from annotator.gui.annotating import Annotating
from annotator.gui.i18n import mark, tr
from annotator.gui.relating import Relating

_AROUND = 200
"""Targets out of sight are offered as far as this many mentions away."""


class Chaining(QObject):
    """What can be done with the chains of the open article. Each edit is one plan, on disk on return."""

    def __init__(self, annotating: Annotating, relating: Relating) -> None:
        super().__init__(annotating)
        self._annotating = annotating
        self._relating = relating
        self._known: tuple[AnnotationState, Chains] | None = None

    @property
    def chains(self) -> Chains | None:
        """The chains as they are now; ``None`` without an article."""
        state = self._annotating.session.state
        if state is None:
            return None
        if self._known is None or self._known[0] is not state:
            self._known = state, chains_of(state)
        return self._known[1]

    @property
    def chain(self) -> Chain | None:
        """The chain of the focused mention."""
        mention, chains = self._annotating.mention, self.chains
        return chains.of.get(mention.id) if mention is not None and chains is not None else None

    def walk(self, distance: int) -> None:
        """Go along the chain of the focused mention, round at its end."""
        chain, mention = self.chain, self._annotating.mention
        if chain is None or mention is None:
            self._annotating.told.emit(mark("This annotation is in no chain."))
            return
        place = chain.members.index(mention.id)
        self._annotating.focus(chain.members[(place + distance) % len(chain.members)])

    def start(self) -> None:
        """Offer the mentions and chains that may be the same thing as the focused mention."""
        state, origin, chains = self._annotating.session.state, self._annotating.mention, self.chains
        if state is None or origin is None or chains is None:
            self._annotating.told.emit(mark("Choose an annotation to start from."))
            return
        targets = self._targets(state, origin, chains)
        if not targets:
            self._annotating.told.emit(mark("Nothing here can be the same as this annotation."))
            return
        here = chains.of.get(origin.id)
        numbers = {
            str(chain.number): chain.members[0]
            for chain in chains.all
            if chain.cluster.kind == origin.layer and chain is not here
        }
        self._relating.offer(
            origin.id,
            targets,
            numbers=numbers,
            title=tr("Same as") if here is None else tr("Chain {number}: same as").format(number=here.number),
            choose=lambda target: self.link(origin.id, target),
        )

    def _targets(self, state: AnnotationState, origin: Mention, chains: Chains) -> list[MentionId]:
        """Return the mentions of the layer that are not known to be the same, nearest first."""
        here = chains.of.get(origin.id)
        known = set(here.confirmed) if here is not None and origin.id not in here.open else set()
        place = bisect_left(state.order, origin.order)
        near = [MentionId(key[2]) for key in state.order[max(0, place - _AROUND) : place + _AROUND]]
        found = [state.mentions[m] for m in {*self._annotating.canvas.visible_mentions(), *near}]
        fitting = [m for m in found if m.layer == origin.layer and m.id != origin.id and m.id not in known]
        fitting.sort(key=lambda m: (max(m.start - origin.end, origin.start - m.end, 0), m.order))
        return [mention.id for mention in fitting]

    # Edits -----------------------------------------------------------------------------------------------

    def link(self, one: MentionId, other: MentionId) -> None:
        """Say that two mentions are the same; the first keeps the focus, for the next one."""
        annotator = self._annotating.session.annotator
        if self._perform(lambda state: edits.link(state, one, other, author=annotator)) is not None:
            self._annotating.focus(one)

    def confirm(self, chain: Chain, mentions: Sequence[MentionId]) -> bool:
        """Confirm members, or move mentions into a chain; tell whether it was done."""
        return self._perform(lambda state: edits.confirm(state, chain.cluster.id, mentions)) is not None

    def decline(self, chain: Chain, mentions: Sequence[MentionId]) -> bool:
        """Take members out of a chain."""
        return self._perform(lambda state: edits.decline(state, chain.cluster.id, mentions)) is not None

    def accept(self, chain: Chain) -> bool:
        """Confirm all that is open in a chain."""
        return self._perform(lambda state: edits.accept_cluster(state, chain.cluster.id)) is not None

    def reject(self, chain: Chain) -> bool:
        """Reject or dissolve a chain."""
        return self._perform(lambda state: edits.reject_cluster(state, chain.cluster.id)) is not None

    def merge(self, chain: Chain, other: Chain) -> bool:
        """Let a chain go into another one."""
        return self._perform(lambda state: edits.merge(state, other.cluster.id, chain.cluster.id)) is not None

    def split(self, chain: Chain, mentions: Sequence[MentionId]) -> bool:
        """Make a chain of its own of some members."""
        annotator = self._annotating.session.annotator
        made = self._perform(lambda state: edits.split(state, chain.cluster.id, mentions, author=annotator))
        return made is not None

    def name(self, chain: Chain, name: str, kb_id: str) -> bool:
        """Name a chain."""
        identifier = chain.cluster.id
        made = self._perform(lambda state: edits.name_cluster(state, identifier, name=name, kb_id=kb_id))
        return made is not None

    def _perform(self, plan: Callable[[AnnotationState], Plan]) -> Plan | None:
        session = self._annotating.session
        state = session.state
        return None if state is None else session.perform(lambda: plan(state))
