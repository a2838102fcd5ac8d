"""A planner that goes from suggestions to the gold in the real window, by key presses alone.

It looks at the item that has the focus and presses what an annotator would, in reading order: what is missing
before an item is made before it is decided, a relation is drawn as soon as both its ends stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.ids import MentionId
from annotator.core.scheme import RelationChoice
from annotator.gui.hints import link_between
from tests.benchmarks.effort_gold import Gold, Link, Place, assigned, content, full, place_of
from tests.benchmarks.effort_hand import Hand

_MOST = 5000


class Planner:
    """One article, from what the window shows to the gold."""

    def __init__(self, hand: Hand, gold: Gold) -> None:
        self._hand, self._gold = hand, gold
        self._person = hand.person
        self._meant = assigned(hand.person.open_suggestions(), gold)
        self._meant_places = {place for place in self._meant.values() if place}

    def run(self) -> None:
        """Do all of it; raises ``AssertionError`` where the window does not do what was meant."""
        for _ in range(_MOST):
            self._step_or_stop()
            if self._done:
                return
        raise AssertionError(f"no end: {self._left()}")

    @property
    def _done(self) -> bool:
        return self._next_missing() is None and not self._undecided() and not self._left()

    def _step_or_stop(self) -> None:
        person, missing = self._person, self._next_missing()
        stand = self._stand()
        due = next(self._due(stand), None)
        if due is not None:
            self._relate(due)
        elif stand is None and self._undecided():
            self._hand.go("Tab")
            assert self._stand() is not None, "Tab leads to no suggestion"
        elif missing is not None and (stand is None or _order(missing) < stand):
            self._make(missing)
        elif stand is not None:
            self._decide()
        assert person.desk.session.article is not None

    # What is there, and what is not ----------------------------------------------------------------------

    def _stand(self) -> tuple[int, int] | None:
        """Return where the undecided item that has the focus stands; ``None`` if there is none."""
        annotating = self._person.desk.annotating
        relation, mention = annotating.relation, annotating.mention
        undecided: Mention | Relation | None = mention if relation is None else relation
        if relation is not None:
            mention = self._person.state.mentions[relation.head]
        if mention is None or undecided is None or undecided.status is not Status.SUGGESTED:
            return None
        return mention.order[:2]

    def _undecided(self) -> bool:
        return bool(self._person.state.open_total)

    def _settled(self, place: Place) -> Mention | None:
        """Return the accepted mention that stands at a place of the gold as it is to be."""
        found = self._at(place)
        return found if found and found.status is Status.ACCEPTED and self._right(found, place) else None

    def _at(self, place: Place) -> Mention | None:
        layer, fragments = place
        state = self._person.state
        from_start = (m for m in state.visible_mentions() if m.fragments == fragments and m.layer == layer)
        return next(from_start, None)

    def _right(self, mention: Mention, place: Place) -> bool:
        said = (mention.label, full(self._hand.scheme, mention))
        return place_of(mention) == place and said == self._gold.mentions[place]

    def _next_missing(self) -> Place | None:
        """Return the first mention of the gold that no suggestion is to become and that is not there."""
        there = {place_of(m) for m in self._person.state.visible_mentions()}
        left = [p for p in self._gold.mentions if p not in self._meant_places and p not in there]
        return min(left, key=_order, default=None)

    def _target(self, mention: MentionId) -> Place | None:
        found = self._person.state.mentions[mention]
        return (
            self._meant.get(mention, place_of(found)) if found.status is Status.SUGGESTED else place_of(found)
        )

    def _link_of(self, relation: Relation) -> Link | None:
        head, tail = self._target(relation.head), self._target(relation.tail)
        if head is None or tail is None:
            return None
        link = (relation.label, head, tail)
        return link if link in self._gold.relations else None

    def _left(self) -> frozenset[Link]:
        """Return the relations of the gold that are neither there nor suggested."""
        there = map(self._link_of, self._person.state.visible_relations())
        return self._gold.relations - {link for link in there if link is not None}

    def _due(self, stand: tuple[int, int] | None) -> Iterator[Link]:
        """Yield missing relations whose ends stand, those that begin at the focus first."""
        origin = self._person.desk.relating.origin
        here = origin.id if origin is not None else None
        found = []
        for link in self._left():
            head, tail = self._settled_or_ready(link[1]), self._settled_or_ready(link[2])
            if head is not None and tail is not None:
                behind = stand is not None and max(head.order, tail.order)[:2] > stand
                if not behind:
                    found.append(((here != head.id, here != tail.id), head.order, tail.order, link))
        yield from (link for *_, link in sorted(found))

    def _settled_or_ready(self, place: Place) -> Mention | None:
        """Return the mention at a place, also one that has the focus and needs no more than a yes."""
        found = self._at(place)
        if found is None or not self._right(found, place):
            return None
        ready = found.status is Status.ACCEPTED or found.id == self._person.item
        return found if ready else None

    # Deciding --------------------------------------------------------------------------------------------

    def _decide(self) -> None:
        relation = self._person.desk.annotating.relation
        if relation is not None:
            self._decide_relation(relation)
        else:
            self._decide_mention(self._person.focused)

    def _decide_relation(self, relation: Relation) -> None:
        mentions = self._person.state.mentions
        ends = [mentions[end] for end in (relation.head, relation.tail)]
        if self._link_of(relation) is None:
            self._hand.decide("reject", "Backspace")
        elif all(self._right(end, self._target(end.id)) for end in ends):  # type: ignore[arg-type]
            self._hand.decide("confirm", "Return")
        else:
            self._hand.go("Tab")  # its end is corrected first

    def _decide_mention(self, mention: Mention) -> None:
        place = self._meant.get(mention.id)
        if place is None:
            self._hand.decide("reject", "Backspace")
        elif self._right(mention, place):
            self._hand.decide("confirm", "Return")
        else:
            self._correct(mention, place)

    def _correct(self, mention: Mention, place: Place) -> None:
        hand, (label, values) = self._hand, self._gold.mentions[place]
        if mention.label != label:
            hand.begin("correct")
            hand.press(*hand.label_keys(place[0], label), purpose="label")
        if mention.fragments != place[1]:
            hand.begin("correct")
            hand.move_borders(mention.fragments[0], place[1][0])
        hand.set_attributes(self._person.focused, dict(values))
        assert self._right(self._person.state.mentions[mention.id], place)

    # Making ----------------------------------------------------------------------------------------------

    def _make(self, place: Place) -> None:
        layer, fragments = place
        label, values = self._gold.mentions[place]
        self._hand.make(layer, label, fragments)
        self._hand.set_attributes(self._person.focused, dict(values))
        assert self._settled(place) is not None, f"not made: {place}"

    def _relate(self, link: Link) -> None:
        label, head, tail = link[0], self._at(link[1]), self._at(link[2])
        assert head is not None and tail is not None
        hand, person = self._hand, self._person
        hand.begin("relate")
        origin, target = self._from_where(head, tail)
        at = person.desk.relating.origin
        if at is None or at.id != origin.id:
            hand.focus_on(origin)
        made = link_between(person.state, hand.scheme, origin, target)
        assert made is not None, f"cannot be drawn: {link}"
        hand.press("R")
        hand.press(*person.desk.relating.hints[target.id], purpose="letter")
        if len(made.choices) > 1:
            hand.press_in_menu(menu_key(made.choices, label))
        assert (
            link in content(hand.scheme, person.state.visible_mentions(), person.state.visible_relations())[1]
        ), f"not drawn: {link}"

    def _from_where(self, head: Mention, tail: Mention) -> tuple[Mention, Mention]:
        """Return the end that a relation is drawn from, and the other: the nearer one, where both will do."""
        at = self._person.desk.relating.origin
        ends = [(head, tail)]
        from_tail = link_between(self._person.state, self._hand.scheme, tail, head)
        if from_tail is not None and from_tail.head == head.id:
            ends.append((tail, head))
        here = [pair for pair in ends if at is not None and pair[0].id == at.id]
        return here[0] if here else min(ends, key=lambda pair: self._hand.way_to(pair[0]).cost)


def menu_key(choices: tuple[RelationChoice, ...], label: str) -> str:
    """Return the key of a label in the menu that asks which relation is meant."""
    position, choice = next(
        (number, choice) for number, choice in enumerate(choices, start=1) if choice.name == label
    )
    return choice.key or str(position)


def _order(place: Place) -> tuple[int, int]:
    return place[1][0].start, -place[1][-1].end
