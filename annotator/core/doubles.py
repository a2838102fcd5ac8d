"""The same thing seen twice: a suggestion where an own mention stands, a suggested relation that is drawn.

A suggestion on the same layer and the same fragments as an own mention is left out while neither is rejected,
and suggested relations at it move to the own mention (of several there, the one with the first id). A
suggested relation with the label and ends of an own one, rejected or not, is left out too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from annotator.core.annotation import Mention, Relation
from annotator.core.change import Effect
from annotator.core.ids import MentionId, RelationId
from annotator.core.layered import Layered, Place, is_visible, place_of
from annotator.core.working import Working

Drawn: TypeAlias = tuple[str, MentionId, MentionId]
"""Label, head and tail of a relation."""


@dataclass(frozen=True, slots=True)
class Doubles:
    """The suggestions that are ``hidden`` at each place, sorted, and the relations that are ``repeated``."""

    hidden: Mapping[Place, tuple[MentionId, ...]] = field(default_factory=dict)
    repeated: Mapping[RelationId, Drawn] = field(default_factory=dict)


def drawn(relation: Relation) -> Drawn:
    """Return what makes two relations the same."""
    return (relation.label, relation.head, relation.tail)


def without_doubles(own: Layered, suggestions: Layered) -> tuple[Layered, Doubles]:
    """Return what is seen of the suggestions beside an own set, and what is left out."""
    places = {
        place_of(m): m.id
        for m in sorted(own.mentions.values(), key=lambda m: m.id, reverse=True)
        if is_visible(m)
    }
    moved: dict[MentionId, MentionId] = {}
    hidden: dict[Place, tuple[MentionId, ...]] = {}
    for mention in suggestions.mentions.values() if places else ():
        place = place_of(mention)
        if place in places and mention.id not in own.mentions and is_visible(mention):
            moved[mention.id] = places[place]
            hidden[place] = tuple(sorted((*hidden.get(place, ()), mention.id)))
    if not moved and not own.relations:
        return suggestions, Doubles()
    known = set(map(drawn, own.relations.values()))
    relations: dict[RelationId, Relation] = {}
    repeated: dict[RelationId, Drawn] = {}
    for relation in suggestions.relations.values():
        kept = _between(relation, moved)
        if relation.id not in own.relations and drawn(kept) in known:
            repeated[kept.id] = drawn(kept)
        else:
            relations[kept.id] = kept
    mentions = {k: m for k, m in suggestions.mentions.items() if k not in moved}
    return Layered(mentions, relations, suggestions.clusters), Doubles(hidden, repeated)


def _between(relation: Relation, moved: Mapping[MentionId, MentionId]) -> Relation:
    head, tail = moved.get(relation.head, relation.head), moved.get(relation.tail, relation.tail)
    if (head, tail) == (relation.head, relation.tail):
        return relation
    return replace(relation, head=head, tail=tail)


class Settling:
    """Brings the doubles in line with edits, at the places and relations that these touch."""

    def __init__(self, working: Working, doubles: Doubles) -> None:
        self._working = working
        self._doubles = doubles
        self._places: dict[Place, Mention] = {}
        self._mentions: set[MentionId] = set()
        self._relations: set[RelationId] = set()
        self._drawn: set[Drawn] = set()
        self._hidden: dict[Place, tuple[MentionId, ...]] = {}
        self._repeated: dict[RelationId, Drawn] = {}
        self._beside_mentions: set[MentionId] = set()
        self._beside_relations: set[RelationId] = set()

    def note_mention(self, identifier: MentionId, *values: Mention | None) -> None:
        """Take in that a mention changed: the values before and after."""
        self._mentions.add(identifier)
        for mention in (*values, self._working.suggestions.mentions.get(identifier)):
            if mention is not None:
                self._places[place_of(mention)] = mention

    def note_relation(self, identifier: RelationId, *values: Relation | None) -> None:
        """Take in that a relation changed: the values before and after."""
        self._relations.add(identifier)
        for relation in values:
            if relation is not None:
                self._drawn.add(drawn(relation))
                self._relations.update(self._working.links.get(relation.head, ()))

    def settle(self) -> tuple[Doubles, Effect]:
        """Hide and uncover what the edits ask for; return the doubles and what changed beside the edits."""
        if not self._working.suggestions.mentions and not self._working.suggestions.relations:
            return self._doubles, Effect()
        self._hidden = dict(self._doubles.hidden)
        self._repeated = dict(self._doubles.repeated)
        involved: set[MentionId] = set()
        for place, mention in self._places.items():
            involved |= self._settle_place(place, mention)
        if involved:
            involved |= self._mentions
        self._settle_relations(involved)
        return (
            Doubles(self._hidden, self._repeated),
            Effect(frozenset(self._beside_mentions), frozenset(self._beside_relations)),
        )

    def _settle_place(self, place: Place, mention: Mention) -> set[MentionId]:
        """Hide or uncover the suggestions at a place; return all mentions there if there are any."""
        working = self._working
        there = {m.id for m in working.standing(mention)}
        own = {one for one in there if working.is_own(one)}
        before = self._hidden.pop(place, ())
        offered = {one for one in before if not working.is_own(one)} | (there - own)
        if own and offered:
            self._hidden[place] = tuple(sorted(offered))
        for one in offered:
            seen = None if own else working.suggestions.mentions[one]
            if working.mentions.get(one) != seen:
                working.put_mention(one, seen)
                self._beside_mentions.add(one)
        return {*own, *before, *offered} if before or (own and offered) else set()

    def _settle_relations(self, involved: Iterable[MentionId]) -> None:
        """Look again at the suggested relations at these mentions, and at those that edits concern."""
        mentions = frozenset(involved)
        for mention in mentions:
            self._relations.update(self._working.links.get(mention, ()))
        if mentions or self._drawn:
            self._relations.update(
                one
                for one, link in self._repeated.items()
                if link in self._drawn or link[1] in mentions or link[2] in mentions
            )
        own: dict[MentionId, set[Drawn]] = defaultdict(set)
        for relation in self._relations:
            self._settle_relation(relation, own)

    def _settle_relation(self, identifier: RelationId, own: dict[MentionId, set[Drawn]]) -> None:
        working = self._working
        self._repeated.pop(identifier, None)
        suggested = working.suggestions.relations.get(identifier)
        if suggested is None or working.is_own(identifier):
            return
        kept: Relation | None = _between(
            suggested, {end: self._at(end) for end in (suggested.head, suggested.tail)}
        )
        assert kept is not None
        if self._is_drawn(drawn(kept), own):
            self._repeated[identifier] = drawn(kept)
            kept = None
        if working.relations.get(identifier) != kept:
            working.put_relation(identifier, kept)
            self._beside_relations.add(identifier)

    def _at(self, end: MentionId) -> MentionId:
        """Return the mention that is seen where a suggested relation ends."""
        working = self._working
        suggested = working.suggestions.mentions.get(end)
        if suggested is None or working.is_own(end) or end not in self._hidden.get(place_of(suggested), ()):
            return end
        return next(m.id for m in working.standing(suggested) if working.is_own(m.id))

    def _is_drawn(self, link: Drawn, own: dict[MentionId, set[Drawn]]) -> bool:
        """Tell whether an own relation is the same; ``own`` keeps what was found at each head."""
        working, head = self._working, link[1]
        if head not in own:
            here = (r for r in working.links.get(head, ()) if working.is_own(r))
            own[head] = {drawn(working.relations[r]) for r in here}
        return link in own[head]
