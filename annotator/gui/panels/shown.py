"""What the inspector shows of an item, worked out without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.article import Article
from annotator.core.ids import MentionId, RelationId
from annotator.core.scheme import Label, Layer, Role, Scheme
from annotator.core.state import AnnotationState
from annotator.formats.scheme_examples import marked


@dataclass(frozen=True, slots=True)
class Shown:
    """An item with all that is needed to show it; either a mention or a relation, or neither."""

    article: Article
    state: AnnotationState
    scheme: Scheme
    language: str
    mention: Mention | None = None
    relation: Relation | None = None

    @property
    def label(self) -> Label | None:
        """The scheme's label of the mention."""
        return self.scheme.label(self.mention.layer, self.mention.label) if self.mention else None

    @property
    def layer(self) -> Layer | None:
        """The scheme's layer of the mention."""
        return self.scheme.layer(self.mention.layer) if self.mention else None

    def text_of(self, mention: Mention) -> str:
        """Return the words of a mention on one line."""
        return " ".join(mention.text_of(self.article.text).split())


def shown(article: Article, state: AnnotationState, scheme: Scheme, language: str, item: str | None) -> Shown:
    """Return what is to be shown of ``item``."""
    mention = state.mentions.get(MentionId(item)) if item is not None else None
    relation = state.relations.get(RelationId(item)) if item is not None and mention is None else None
    return Shown(article, state, scheme, language, mention, relation)


class SlotState(StrEnum):
    """How a role stands; also the value of the style sheet's property."""

    FILLED = "filled"
    SUGGESTED = "suggested"
    OPEN = "open"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Slot:
    """A role of an event, with one filler or none."""

    role: Role
    state: SlotState
    relation: Relation | None = None
    filler: Mention | None = None


def slots(shown: Shown) -> list[Slot]:
    """Return the slots of an event in scheme order: one for each filler, and one for each empty role."""
    event, label = shown.mention, shown.label
    if event is None or label is None:
        return []
    links = [r for r in shown.state.relations_at(event.id) if r.head == event.id]
    result: list[Slot] = []
    for role in label.roles:
        own = sorted(
            (r for r in links if r.label == role.name), key=lambda r: shown.state.mentions[r.tail].order
        )
        result += [
            Slot(
                role,
                SlotState.SUGGESTED if r.status is Status.SUGGESTED else SlotState.FILLED,
                r,
                shown.state.mentions[r.tail],
            )
            for r in own
        ]
        accepted = sum(r.status is Status.ACCEPTED for r in own)
        if accepted < role.minimum:
            result.append(Slot(role, SlotState.REQUIRED))
        elif not own:
            result.append(Slot(role, SlotState.OPEN))
    return result


def roles_filled(all_slots: list[Slot]) -> tuple[int, int]:
    """Return how many roles have an accepted filler, and how many roles there are."""
    filled = {slot.role.name for slot in all_slots if slot.state is SlotState.FILLED}
    return len(filled), len({slot.role.name for slot in all_slots})


@dataclass(frozen=True, slots=True)
class OtherLink:
    """A relation at a mention that is no role of it: a speaker of a quote, or the event it takes part in."""

    relation: Relation
    name: str
    other: Mention
    outgoing: bool


def other_links(shown: Shown) -> list[OtherLink]:
    """Return the relations at the mention that are not in its slots, by where they lead."""
    mention, label = shown.mention, shown.label
    if mention is None:
        return []
    own_roles = {role.name for role in label.roles} if label else set()
    result = []
    for relation in shown.state.relations_at(mention.id):
        outgoing = relation.head == mention.id
        if outgoing and relation.label in own_roles:
            continue
        head = shown.state.mentions[relation.head]
        other = shown.state.mentions[relation.tail] if outgoing else head
        name = shown.scheme.relation_text(head, relation.label).get(shown.language)
        result.append(OtherLink(relation, name, other, outgoing))
    return sorted(result, key=lambda link: (link.other.order, link.relation.id))


def example_parts(example: str) -> list[tuple[str, bool]]:
    """Split a guideline's example into stretches; the second value tells whether ``[[…]]`` marked it.

    Marks within marks go with the outer one. An example whose marks do not pair up is shown as it stands.
    """
    text, spans = marked(example) or (example, ())
    parts, end = [], 0
    for span in spans:
        if span.start >= end:
            parts += [(text[end : span.start], False), (text[span.start : span.end], True)]
            end = span.end
    parts.append((text[end:], False))
    return [(words, is_marked) for words, is_marked in parts if words]
