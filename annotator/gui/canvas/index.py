"""Which mentions and relations belong to which block, kept up to date edit by edit. Knows no Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.chains import Chains, chains_of
from annotator.core.change import Effect
from annotator.core.ids import MentionId, RelationId
from annotator.core.layered import place_of
from annotator.core.state import AnnotationState
from annotator.gui.canvas.chains import NO_NUMERAL, Numeral, numerals_of
from annotator.gui.canvas.paragraphs import Block


class SpanIndex:
    """Mentions by block: those that begin in it by bisecting the reading order, the others by a table."""

    def __init__(self, blocks: Sequence[Block], state: AnnotationState) -> None:
        self._ends = [block.end for block in blocks]
        self._starts = [block.start for block in blocks]
        self._state = state
        self._passing: dict[int, set[MentionId]] = {}
        self._chains: Chains | None = None
        self._collect_passing()

    @property
    def state(self) -> AnnotationState:
        """The state that the index describes."""
        return self._state

    def block_at(self, offset: int) -> int:
        """Return the block that holds ``offset``, or the next one, or the last."""
        return max(0, min(bisect_right(self._ends, offset), len(self._ends) - 1))

    def blocks_of(self, start: int, end: int) -> range:
        """Return the blocks that show something of ``[start, end)``, at least one where there are any."""
        if not self._ends:
            return range(0)
        first = self.block_at(start)
        return range(first, max(first + 1, bisect_left(self._starts, end)))

    def beginning_in(self, block: int) -> list[Mention]:
        """Return the visible mentions that begin in a block (or in the white space before it)."""
        order = self._state.order
        since = self._ends[block - 1] if block else 0
        low = bisect_left(order, (since, -(1 << 62), ""))
        high = bisect_left(order, (self._ends[block], -(1 << 62), ""))
        return [self._state.mentions[MentionId(key[2])] for key in order[low:high]]

    def mentions_in(self, block: int) -> list[Mention]:
        """Return the visible mentions that show in a block, in reading order."""
        passing = [self._state.mentions[i] for i in self._passing.get(block, ())]
        passing.sort(key=lambda mention: mention.order)
        return [*passing, *self.beginning_in(block)]

    def relations_in(self, block: int) -> list[Relation]:
        """Return the visible relations at the mentions that begin in a block, each once."""
        found: dict[RelationId, Relation] = {}
        for mention in self.beginning_in(block):
            for relation in self._state.relations_at(mention.id):
                found[relation.id] = relation
        return list(found.values())

    def numeral(self, mention: MentionId) -> Numeral:
        """Return the number of the mention's chain in this article."""
        chain = self._known_chains().of.get(mention)
        return Numeral(chain.number, mention in chain.open) if chain is not None else NO_NUMERAL

    def cluster_mates(self, mention: MentionId) -> frozenset[MentionId]:
        """Return the visible members of the mention's chain, without itself."""
        chain = self._known_chains().of.get(mention)
        return frozenset(chain.members) - {mention} if chain is not None else frozenset()

    def _known_chains(self) -> Chains:
        if self._chains is None:
            self._chains = chains_of(self._state)
        return self._chains

    def update(self, state: AnnotationState, effect: Effect) -> set[int]:
        """Go over to ``state``, which differs by ``effect``; return the blocks to be laid out anew."""
        before, self._state = self._state, state
        dirty: set[int] = set()
        for mention_id in effect.mentions:
            dirty.update(self._moved(before, state, mention_id))
        for relation_id in effect.relations:
            for relation in (before.relations.get(relation_id), state.relations.get(relation_id)):
                dirty.update(self._ends_of(relation))
        if self._touches_chains(before, state, effect):
            dirty.update(self._renumbered())
        return dirty

    def _touches_chains(self, before: AnnotationState, after: AnnotationState, effect: Effect) -> bool:
        """Tell whether chains may differ: a mention that is only decided stays where it is in its own."""
        if effect.clusters or _hides(before, effect) or _hides(after, effect):
            return True
        return any(
            _place(before, mention) != _place(after, mention)
            for mention in effect.mentions & self._known_chains().concerns
        )

    def _moved(self, before: AnnotationState, after: AnnotationState, mention_id: MentionId) -> Iterator[int]:
        old, new = before.mentions.get(mention_id), after.mentions.get(mention_id)
        for mention in (old, new):
            if mention is not None:
                yield from self.blocks_of(mention.start, mention.end)
        if old is not None:
            self._pass(old, present=False)
        if new is not None and new.status is not Status.REJECTED:
            self._pass(new, present=True)
        for state in (before, after):
            for relation_id in state.links.get(mention_id, ()):
                yield from self._ends_of(state.relations.get(relation_id))

    def _ends_of(self, relation: Relation | None) -> Iterator[int]:
        if relation is None:
            return
        for mention_id in (relation.head, relation.tail):
            mention = self._state.mentions.get(mention_id)
            if mention is not None and self._ends:
                yield self.block_at(mention.start)

    def _pass(self, mention: Mention, *, present: bool) -> None:
        for block in self.blocks_of(mention.start, mention.end)[1:]:
            if present:
                self._passing.setdefault(block, set()).add(mention.id)
            else:
                self._passing.get(block, set()).discard(mention.id)

    def _collect_passing(self) -> None:
        """Find the mentions that reach beyond the block they begin in."""
        if not self._ends:
            return
        block, last, end = 0, len(self._ends) - 1, self._ends[0]
        for start, negative_end, mention_id in self._state.order:
            while start >= end and block < last:
                block += 1
                end = self._ends[block]
            if -negative_end > end:
                self._pass(self._state.mentions[MentionId(mention_id)], present=True)

    def _renumbered(self) -> Iterator[int]:
        """Give clusters their numbers anew; yield the blocks of the mentions that get another number."""
        old, self._chains = numerals_of(self._known_chains()), chains_of(self._state)
        new = numerals_of(self._chains)
        for mention_id in {*old, *new}:
            mention = self._state.mentions.get(mention_id)
            if mention is not None and old.get(mention_id) != new.get(mention_id):
                yield self.block_at(mention.start)


def _hides(state: AnnotationState, effect: Effect) -> bool:
    """Tell whether one of these mentions hides a suggestion: it stands in the chain for that."""
    hidden = state.doubles.hidden
    if not hidden:
        return False
    there = (state.mentions.get(mention) for mention in effect.mentions)
    return any(mention is not None and place_of(mention) in hidden for mention in there)


def _place(state: AnnotationState, mention_id: MentionId) -> tuple[int, int, str] | None:
    """Return where a mention stands in reading order, if it is to be seen."""
    mention = state.mentions.get(mention_id)
    return mention.order if mention is not None and mention.status is not Status.REJECTED else None
