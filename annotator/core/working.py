"""A state's mentions and relations while they are changed: what is touched is copied, the counts follow."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from annotator.core.annotation import Mention, Relation
from annotator.core.ids import MentionId, RelationId
from annotator.core.layered import Order, is_open, is_open_relation, is_visible

if TYPE_CHECKING:
    from annotator.core.state import AnnotationState


class Working:
    """Mentions with their order, relations with their links, and which ids are the annotator's own."""

    def __init__(self, state: AnnotationState) -> None:
        self._state = state
        self.suggestions = state.suggestions
        self.mentions: Mapping[MentionId, Mention] = state.mentions
        self.relations: Mapping[RelationId, Relation] = state.relations
        self.links: Mapping[MentionId, tuple[RelationId, ...]] = state.links
        self.order: Sequence[Order] = state.order
        self.open_mentions = state.open_suggestions
        self._own_mentions: dict[MentionId, Mention] | None = None
        self._own_relations: dict[RelationId, Relation] | None = None
        self._own_links: dict[MentionId, tuple[RelationId, ...]] = {}
        self._own_order: list[Order] | None = None
        self._gained: set[str] = set()
        self._lost: set[str] = set()
        self._doubtful: set[RelationId] = set()

    def mark_own(self, identifier: str, *, present: bool) -> None:
        """Say that an id is now the annotator's own, or no longer."""
        (self._gained if present else self._lost).add(identifier)
        (self._lost if present else self._gained).discard(identifier)

    def is_own(self, identifier: str) -> bool:
        """Tell whether the annotator has decided an id."""
        return identifier in self._gained or (identifier in self._state.own and identifier not in self._lost)

    def own(self) -> frozenset[str]:
        """Return the ids that are now own; a copy is made only of what changed."""
        gained, lost = self._gained - self._state.own, self._lost & self._state.own
        own = self._state.own | gained if gained else self._state.own
        return own - lost if lost else own

    def put_mention(self, identifier: MentionId, new: Mention | None) -> None:
        """Set the value that is seen, or take it away."""
        if self._own_mentions is None:
            self.mentions = self._own_mentions = dict(self._state.mentions)
        old = self._own_mentions.get(identifier)
        if new is None:
            self._own_mentions.pop(identifier, None)
        else:
            self._own_mentions[identifier] = new
        self.open_mentions += is_open(new) - is_open(old)
        if is_visible(old) != is_visible(new):
            self._doubtful.update(self._state.links.get(identifier, ()))
        self._reorder(_visible_order(old), _visible_order(new))

    def put_relation(self, identifier: RelationId, new: Relation | None) -> None:
        """Set the value that is seen, or take it away."""
        if self._own_relations is None:
            self.relations = self._own_relations = dict(self._state.relations)
            self.links = self._own_links = dict(self._state.links)
        self._doubtful.add(identifier)
        old = self._own_relations.pop(identifier, None)
        for end in {old.head, old.tail} if old is not None else ():
            self._unlink(end, identifier)
        if new is not None:
            self._own_relations[identifier] = new
            for end in {new.head, new.tail}:
                self._own_links[end] = tuple(sorted((*self._own_links.get(end, ()), identifier)))

    def standing(self, mention: Mention) -> Iterator[Mention]:
        """Yield the visible mentions at the place of one, by id."""
        return standing(self.order, self.mentions, mention)

    def open_relations(self) -> int:
        """Return how many relations are seen and wait for a decision."""
        before = self._state
        return before.open_relations + sum(
            is_open_relation(self.relations.get(one), self.mentions)
            - is_open_relation(before.relations.get(one), before.mentions)
            for one in self._doubtful
        )

    def _reorder(self, old: Order | None, new: Order | None) -> None:
        if old == new:
            return
        if self._own_order is None:
            self.order = self._own_order = list(self._state.order)
        if old is not None:
            del self._own_order[bisect_left(self._own_order, old)]
        if new is not None:
            insort(self._own_order, new)

    def _unlink(self, end: MentionId, relation: RelationId) -> None:
        rest = tuple(r for r in self._own_links[end] if r != relation)
        if rest:
            self._own_links[end] = rest
        else:
            del self._own_links[end]


def standing(
    order: Sequence[Order], mentions: Mapping[MentionId, Mention], mention: Mention
) -> Iterator[Mention]:
    """Yield the visible mentions on the layer and fragments of ``mention``, by id; ``order`` is theirs."""
    begin = (mention.start, -mention.end)
    for index in range(bisect_left(order, (*begin, "")), len(order)):
        start, negative_end, identifier = order[index]
        if (start, negative_end) != begin:
            return
        found = mentions[MentionId(identifier)]
        if (found.layer, found.fragments) == (mention.layer, mention.fragments):
            yield found


def _visible_order(mention: Mention | None) -> Order | None:
    return mention.order if mention is not None and is_visible(mention) else None
