"""The small parts of a scheme: attributes, colours, keys, guidelines, examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

import yaml

from annotator.core.scheme import (
    Attribute,
    AttributeKind,
    AttributeValue,
    Colours,
    DecisionReason,
    Localised,
)
from annotator.formats.scheme_examples import marked
from annotator.formats.scheme_nodes import Fault, Table, one_of, table
from annotator.formats.scheme_reasons import Reason

RESERVED_KEYS = frozenset("egjklnruz")
"""Letters that the annotate page uses itself, whatever the scheme; they may only come second in a key."""

LANGUAGES = ("de", "en")
_FREE = tuple("0123456789abcdfhimopqstvwxyäöüß")
LONGEST_KEY = 2
"""Characters of a label's key."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_KINDS = {kind.value: kind for kind in AttributeKind}


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_N = TypeVar("_N", bound=_Named)


def named(nodes: Iterable[yaml.Node], owner: str, build: Callable[[yaml.Node], _N]) -> tuple[_N, ...]:
    """Build every node; no two may have the same name."""
    seen: dict[str, yaml.Node] = {}
    built = []
    for node in nodes:
        item = build(node)
        if item.name in seen:
            raise Fault(node, Reason.DUPLICATE_NAME, value=item.name, owner=owner, first_line=seen[item.name])
        seen[item.name] = node
        built.append(item)
    return tuple(built)


def attribute(node: yaml.Node) -> Attribute:
    """Return an attribute with its values."""
    fields = table(node, "attribute", required=("name", "kind"), optional=(*LANGUAGES, "values", "default"))
    kind = one_of(fields.at("kind"), fields.text("kind"), _KINDS, wanted="attribute_kind")
    values = named(fields.items("values"), "value", _value)
    if values and kind is not AttributeKind.CHOICE:
        raise Fault(fields.at("values"), Reason.VALUES_WITHOUT_CHOICE, value=kind.value)
    if kind is AttributeKind.CHOICE and not values:
        raise Fault(node, Reason.CHOICE_WITHOUT_VALUES)
    default = fields.text("default")
    if default and values:
        one_of(fields.at("default"), default, {value.name: value for value in values}, wanted="default")
    return Attribute(fields.name(), fields.localised(), kind, values, default)


def _value(node: yaml.Node) -> AttributeValue:
    fields = table(node, "value", required=("name",), optional=LANGUAGES)
    return AttributeValue(fields.name(), fields.localised())


def reason(node: yaml.Node) -> DecisionReason:
    """Return a reason of the review."""
    fields = table(node, "reason", required=("name",), optional=LANGUAGES)
    return DecisionReason(fields.name(), fields.localised())


def colours(fields: Table) -> Colours:
    """Return the two colours of a label, in lower case."""
    pair = table(fields.at("colour"), "colour", required=("light", "dark"), optional=())
    return Colours(_colour(pair, "light"), _colour(pair, "dark"))


def _colour(pair: Table, key: str) -> str:
    value = pair.text(key)
    if not _COLOUR.fullmatch(value):
        raise Fault(pair.at(key), Reason.BAD_COLOUR, value=value)
    return value.lower()


def prose(fields: Table, key: str) -> Localised:
    """Return a text in the languages that it is there in; both empty where ``key`` is absent."""
    if key not in fields:
        return Localised()
    return table(fields.at(key), "text", required=(), optional=LANGUAGES).localised()


def example(fields: Table) -> Localised:
    """Return the example, in which words must be marked."""
    text = prose(fields, "example")
    for part in (text.de, text.en):
        if part and marked(part) is None:
            raise Fault(fields.at("example"), Reason.BAD_EXAMPLE)
    return text


class Keys:
    """The keys given so far, each once: one character, or up to ``longest`` that are pressed one by one."""

    def __init__(self, *, reserved: frozenset[str], longest: int = 1) -> None:
        self._reserved = reserved
        self._longest = longest
        self._taken: dict[str, tuple[str, yaml.Node]] = {}

    def take(self, fields: Table) -> str:
        """Return the ``key`` of a label or relation, empty where there is none."""
        key, at = fields.text("key"), fields.at("key")
        if not key:
            return ""
        if len(key) > self._longest or not key.isalnum() or key != key.lower():
            reason = Reason.BAD_LABEL_KEY if self._longest > 1 else Reason.BAD_RELATION_KEY
            raise Fault(at, reason, value=key)
        if key[0] in self._reserved:
            begins = {taken[0] for taken in self._taken}
            free = tuple(each for each in _FREE if each not in begins)
            raise Fault(at, Reason.RESERVED_LABEL_KEY, value=key[0], free=free)
        self._check_taken(key, at)
        self._taken[key] = (fields.text("name"), at)
        return key

    def _check_taken(self, key: str, at: yaml.Node) -> None:
        """Refuse a key that is there, begins another or goes on from one: nobody could press both."""
        for other, (taken_by, first) in self._taken.items():
            facts = {"value": key, "taken_by": taken_by, "first_line": first}
            if other == key:
                raise Fault(at, Reason.DUPLICATE_LABEL_KEY, **facts)
            if other.startswith(key) or key.startswith(other):
                raise Fault(at, Reason.PREFIX_LABEL_KEY, other=other, **facts)
