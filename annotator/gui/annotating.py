"""What an annotator does to the article: deciding, labelling, describing; and where the focus goes then."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from annotator.core import edits
from annotator.core.annotation import Relation
from annotator.core.article import Article, ZoneKind
from annotator.core.change import Plan
from annotator.core.ids import MentionId
from annotator.core.scheme import Attribute, AttributeValue
from annotator.core.state import AnnotationState
from annotator.core.text import Span
from annotator.gui.canvas.view import CanvasView
from annotator.gui.focusing import Focusing, is_shown
from annotator.gui.i18n import mark
from annotator.gui.proposing import Proposing
from annotator.gui.session_bridge import Session
from annotator.gui.walk import Item


class Annotating(Focusing):
    """The edits of the annotate page. Each is one plan, on disk when the call returns."""

    def __init__(self, session: Session, canvas: CanvasView) -> None:
        super().__init__(session, canvas)
        self.proposing = Proposing(session, self)

    # Deciding --------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Accept what has the focus and go to the next suggestion; what was rejected keeps the focus.

        Where a value is offered for the focused mention, that is what is accepted, and the focus stays.
        """
        mention = self.mention
        offered = self.proposing.of(mention)
        if mention is not None and offered:
            self.keep(lambda state, _: edits.set_attributes(state, mention.id, offered))
            return
        self._decide(lambda state, item: edits.accept(state, [item]))

    def reject(self) -> None:
        """Reject (or delete, if a person made it) what has the focus and go to the next suggestion."""
        self._decide(lambda state, item: edits.reject(state, [item]))

    def delete(self) -> None:
        """Delete what has the focus and stay here; a rejection is taken back."""
        item = self.item
        if item is None:
            return
        plan = self._perform(lambda state, _: edits.delete(state, item))
        if plan is not None:
            self.focus(plan.focus)

    def take_back(self, item: Item) -> None:
        """Take the rejection of an item back and give it the focus."""
        self.keep(lambda state, _: edits.take_back(state, item))

    def accept_item(self, item: Item) -> None:
        """Accept one item, wherever the focus is."""
        self._perform(lambda state, _: edits.accept(state, [item]))

    def drop_item(self, item: Item) -> None:
        """Reject or delete one item, wherever the focus is."""
        self._perform(lambda state, _: edits.reject(state, [item]))
        if item == self.item:
            self.focus(None)

    # Labels and borders ----------------------------------------------------------------------------------

    @property
    def can_label(self) -> bool:
        """Whether there is something that a label could be given to."""
        if self.canvas.selection() is not None or self.mention is not None:
            return True
        return self.relation is None and self.cursor_span() is not None

    def give_label(self, layer: str, label: str) -> None:
        """Label the selected words, or the focused mention anew, or the word at the cursor."""
        selection = self.canvas.selection()
        if selection is None and self.mention is not None:
            item = self.mention.id
            scheme = self.session.scheme
            self.keep(lambda state, _: edits.relabel(state, scheme, item, layer=layer, label=label))
            return
        span = selection or self.cursor_span()
        if span is None or self.relation is not None:
            self.told.emit(mark("Select words or an annotation first."))
            return
        self._create(span, layer, label)

    def give_key(self, key: str) -> bool:
        """Do what a label key of the scheme says; tell whether it is one."""
        relation = self.relation
        if relation is not None:
            return self._relabel_relation_by_key(relation, key)
        found = self.session.scheme.label_for_key(key)
        if found is None:
            return False
        layer, label = found
        self.give_label(layer.name, label.name)
        return True

    # Details ---------------------------------------------------------------------------------------------

    def set_attribute(self, item: Item, name: str, value: str) -> None:
        """Set an attribute of a mention."""
        scheme = self.session.scheme
        self._perform(lambda state, _: edits.set_attribute(state, scheme, item, name, value))

    def set_attributes(self, item: Item, values: Mapping[str, str]) -> None:
        """Set several attributes of a mention in one step."""
        self._perform(lambda state, _: edits.set_attributes(state, item, values))

    def set_value(self, number: int) -> None:
        """Set the choice attributes of the focused mention by number: their values in a row, from 1."""
        mention = self.mention
        values = self.choices()
        if mention is None or not values:
            self.told.emit(mark("This annotation has no attribute to choose from."))
        elif number <= len(values):
            attribute, value = values[number - 1]
            self.set_attribute(mention.id, attribute.name, value.name)
        else:
            self.told.emit(mark("No value has this number."))

    def choices(self) -> list[tuple[Attribute, AttributeValue]]:
        """Return the values of all choice attributes of the focused mention, in the order of the scheme."""
        mention = self.mention
        if mention is None:
            return []
        attributes = self.session.scheme.attributes_of(mention.layer, mention.label)
        return [(attribute, value) for attribute in attributes for value in attribute.values]

    def flag(self) -> None:
        """Mark the focused mention as a hard case, or take the mark away."""
        mention = self.mention
        if mention is not None:
            self._perform(lambda state, _: edits.flag(state, mention.id))

    def set_note(self, item: Item, note: str) -> None:
        """Write a note on a mention."""
        self._perform(lambda state, _: edits.set_note(state, item, note))

    def relate(self, head: MentionId, tail: MentionId, label: str, *, at: MentionId | None = None) -> None:
        """Draw a relation and give it the focus; the cursor rests ``at`` one of its ends, or at its head."""
        session = self.session
        made = self._perform(
            lambda state, _: edits.relate(state, head=head, tail=tail, label=label, author=session.annotator)
        )
        if made is not None:
            self.focus(made.focus, at=at)

    def relabel_relation(self, item: Item, label: str) -> None:
        """Give a relation another label."""
        self.keep(lambda state, _: edits.relabel_relation(state, item, label))

    def reverse(self) -> None:
        """Swap the ends of the focused relation."""
        relation, state = self.relation, self.session.state
        if relation is None or state is None:
            return
        scheme, head, tail = self.session.scheme, state.mentions[relation.head], state.mentions[relation.tail]
        if relation.label in {choice.name for choice in scheme.relation_choices(tail, head)}:
            self.keep(lambda now, _: edits.reverse(now, scheme, relation.id))
        elif scheme.is_event(head.layer):
            self.told.emit(mark("A role always leads away from its event; its ends cannot be swapped."))
        else:
            self.told.emit(mark("The scheme allows this relation in this direction only."))

    def set_zone(self, span: Span, kind: ZoneKind) -> None:
        """Say what a stretch of the article is."""
        self._perform(lambda state, _: edits.correct_zone(state, start=span.start, end=span.end, kind=kind))

    # Shared ----------------------------------------------------------------------------------------------

    def _create(self, span: Span, layer: str, label: str) -> None:
        session = self.session
        plan = self._perform(
            lambda state, article: edits.create(
                state, article, session.scheme, [span], layer=layer, label=label, author=session.annotator
            )
        )
        if plan is not None:
            self.canvas.clear_selection()
            self.focus(plan.focus)

    def _relabel_relation_by_key(self, relation: Relation, key: str) -> bool:
        state = self.session.state
        if state is None or not key:
            return False
        ends = state.mentions.get(relation.head), state.mentions.get(relation.tail)
        if ends[0] is None or ends[1] is None:
            return False
        for choice in self.session.scheme.relation_choices(ends[0], ends[1]):
            if choice.key == key:
                self.relabel_relation(relation.id, choice.name)
                return True
        return False

    def _decide(self, plan: Callable[[AnnotationState, Item], Plan]) -> None:
        item, state = self.item, self.session.state
        if item is None or state is None:
            self.focus_next()
            return
        place, was_shown = self.way.place(state, item), is_shown(state, item)
        if self._perform(lambda now, _: plan(now, item)) is None:
            return
        if was_shown:
            self._advance(place)
        else:
            self.focus(item)

    def keep(self, plan: Callable[[AnnotationState, Article], Plan]) -> None:
        """Do something, with the focus on what it made."""
        made = self._perform(plan)
        if made is not None and made.focus is not None:
            self.focus(made.focus)

    def _perform(self, plan: Callable[[AnnotationState, Article], Plan]) -> Plan | None:
        state, article = self.session.state, self.session.article
        if state is None or article is None:
            return None
        return self.session.perform(lambda: plan(state, article))
