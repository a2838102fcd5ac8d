"""What may be annotated: layers, labels, attributes, relation types and event roles. Frozen values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from annotator.core.annotation import Mention


@dataclass(frozen=True, slots=True)
class Localised:
    """A text in German and English."""

    de: str = ""
    en: str = ""

    def get(self, language: str) -> str:
        """Return the text in ``language`` (``de`` or ``en``), or in the other one where it is missing."""
        return (self.en or self.de) if language == "en" else (self.de or self.en)


class LayerKind(StrEnum):
    """How a layer's mentions are drawn and what hangs on them."""

    SPAN = "span"
    EVENT = "event"


class AttributeKind(StrEnum):
    """What values an attribute takes."""

    CHOICE = "choice"
    TEXT = "text"
    TIMEX = "timex"


@dataclass(frozen=True, slots=True)
class AttributeValue:
    """One value of a choice attribute."""

    name: str
    text: Localised


@dataclass(frozen=True, slots=True)
class Attribute:
    """A feature of a mention. ``values`` is empty unless the kind is ``CHOICE``."""

    name: str
    text: Localised
    kind: AttributeKind
    values: tuple[AttributeValue, ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True)
class Ends:
    """Which mentions may stand at one end of a relation: pairs (layer, label), label ``*`` for any."""

    allowed: frozenset[tuple[str, str]]

    def allows(self, layer: str, label: str) -> bool:
        """Tell whether a mention of this layer and label may stand here."""
        return (layer, label) in self.allowed or (layer, "*") in self.allowed


@dataclass(frozen=True, slots=True)
class Role:
    """A role of an event type: a relation from the trigger to its filler.

    ``maximum`` is ``None`` for any number; a role with ``minimum`` above 0 is required.
    """

    name: str
    text: Localised
    fillers: Ends
    minimum: int = 0
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Colours:
    """A label's colour on a light and on a dark ground, as ``#rrggbb``."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a layer. ``code`` is what the chip shows; empty means the localised name.

    ``key`` is one character, or two pressed one after the other, to give this label.
    ``subtoken`` allows mentions inside a token.
    """

    name: str
    text: Localised
    colours: Colours
    code: str = ""
    key: str = ""
    guideline: Localised = field(default_factory=Localised)
    example: Localised = field(default_factory=Localised)
    attributes: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    subtoken: bool = False

    def chip(self, language: str) -> str:
        """Return what the chip shows."""
        return self.code or self.text.get(language)

    def role(self, name: str) -> Role | None:
        """Return the role of that name."""
        return next((role for role in self.roles if role.name == name), None)


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of mentions."""

    name: str
    text: Localised
    kind: LayerKind
    labels: tuple[Label, ...]

    def label(self, name: str) -> Label | None:
        """Return the label of that name."""
        return next((label for label in self.labels if label.name == name), None)


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation that is not an event's role, with what may stand at its ends."""

    name: str
    text: Localised
    heads: Ends
    tails: Ends
    key: str = ""
    guideline: Localised = field(default_factory=Localised)


@dataclass(frozen=True, slots=True)
class RelationChoice:
    """One label that a relation between two given mentions may have; ``role`` tells an event's role."""

    name: str
    text: Localised
    role: Role | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class DecisionReason:
    """Why a disagreement was settled as it was, to be chosen in the review."""

    name: str
    text: Localised


@dataclass(frozen=True)
class Scheme:
    """A versioned annotation scheme. ``source`` is the YAML that it was read from, kept word for word."""

    name: str
    version: str
    layers: tuple[Layer, ...]
    attributes: tuple[Attribute, ...] = ()
    relations: tuple[RelationType, ...] = ()
    source: str = ""
    reasons: tuple[DecisionReason, ...] = ()

    @cached_property
    def _labels(self) -> dict[tuple[str, str], Label]:
        return {(layer.name, label.name): label for layer in self.layers for label in layer.labels}

    @cached_property
    def _by_key(self) -> dict[str, tuple[Layer, Label]]:
        return {label.key: (layer, label) for layer, label in self.labels() if label.key}

    def labels(self) -> Iterator[tuple[Layer, Label]]:
        """Yield every label with its layer, in scheme order."""
        return ((layer, label) for layer in self.layers for label in layer.labels)

    def layer(self, name: str) -> Layer | None:
        """Return the layer of that name."""
        return next((layer for layer in self.layers if layer.name == name), None)

    def label(self, layer: str, name: str) -> Label | None:
        """Return a label of a layer."""
        return self._labels.get((layer, name))

    def label_for_key(self, key: str) -> tuple[Layer, Label] | None:
        """Return what ``key`` (one or two characters) gives, if anything."""
        return self._by_key.get(key)

    def labels_after_key(self, begin: str) -> tuple[tuple[Layer, Label], ...]:
        """Return the labels whose key goes on after ``begin``, in scheme order."""
        return tuple(
            (layer, label)
            for layer, label in self.labels()
            if label.key.startswith(begin) and len(label.key) > len(begin)
        )

    def attribute(self, name: str) -> Attribute | None:
        """Return the attribute of that name."""
        return next((attribute for attribute in self.attributes if attribute.name == name), None)

    def attributes_of(self, layer: str, label: str) -> tuple[Attribute, ...]:
        """Return the attributes that a mention of this label has."""
        found = self.label(layer, label)
        names = found.attributes if found else ()
        return tuple(a for a in map(self.attribute, names) if a is not None)

    def is_event(self, layer: str) -> bool:
        """Tell whether mentions of the layer are event triggers."""
        found = self.layer(layer)
        return found is not None and found.kind is LayerKind.EVENT

    def relation_choices(self, head: Mention, tail: Mention) -> tuple[RelationChoice, ...]:
        """Return the labels that a relation from ``head`` to ``tail`` may have: roles first, scheme order."""
        label = self.label(head.layer, head.label)
        roles = (
            RelationChoice(role.name, role.text, role)
            for role in (label.roles if label else ())
            if role.fillers.allows(tail.layer, tail.label)
        )
        types = (
            RelationChoice(kind.name, kind.text, None, kind.key)
            for kind in self.relations
            if kind.heads.allows(head.layer, head.label) and kind.tails.allows(tail.layer, tail.label)
        )
        return (*roles, *types)

    def relation_text(self, head: Mention | None, name: str) -> Localised:
        """Return the display name of a relation label, seen from its head."""
        label = self.label(head.layer, head.label) if head else None
        role = label.role(name) if label else None
        if role is not None:
            return role.text
        kind = next((kind for kind in self.relations if kind.name == name), None)
        return kind.text if kind else Localised(name, name)
