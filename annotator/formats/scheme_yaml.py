"""The annotation scheme's YAML. Every fault is reported with its line, the offending words and a remedy.

The form of the file::

    name: …, version: …
    attributes: [{name, de, en, kind: choice | text | timex, default, values: [{name, de, en}]}]
    layers:     [{name, de, en, kind: span | event, labels: [{name, de, en, code, key, colour: {light, dark},
                  guideline: {de, en}, example: {de, en}, attributes: […], subtoken,
                  roles: [{name, de, en, fillers: [layer/label, layer/*], min, max}]}]}]
    relations:  [{name, de, en, key, heads: […], tails: […], guideline: {de, en}}]
    reasons:    [{name, de, en}]            why a disagreement was settled as it was

Of ``de`` and ``en`` one may be missing. ``kind`` of a layer is ``span`` where it is missing.
A label's ``key`` is one character or two, pressed one after the other; no key may begin another. A relation's
is one character.
"""

from __future__ import annotations

import yaml

from annotator.core.scheme import Attribute, Ends, Label, Layer, LayerKind, RelationType, Role, Scheme
from annotator.formats.scheme_fields import (
    LANGUAGES,
    LONGEST_KEY,
    RESERVED_KEYS,
    Keys,
    attribute,
    colours,
    example,
    named,
    prose,
    reason,
)
from annotator.formats.scheme_nodes import Fault, Table, compose, line_at, one_of, place, table
from annotator.formats.scheme_reasons import Reason, invalid

_KINDS = {kind.value: kind for kind in LayerKind}
_TOP = ("name", "version", "layers")
_LABEL = ("code", "key", "guideline", "example", "attributes", "roles", "subtoken")


def read_scheme(source: str, *, name: str) -> Scheme:
    """Read a scheme; ``name`` says in an error where ``source`` comes from.

    Raises :class:`annotator.core.errors.SchemeInvalid`, whose data are ``source`` (the name), ``line`` (from
    1), ``reason`` (a code of :class:`annotator.formats.scheme_reasons.Reason`) and the facts of that reason.
    """
    text = source.removeprefix("\ufeff")
    try:
        return _Reader().scheme(compose(text), source)
    except Fault as fault:
        facts = {
            key: line_at(text, place(fact)) if isinstance(fact, yaml.Node) else fact
            for key, fact in fault.facts.items()
        }
        raise invalid(name, line_at(text, fault.index), fault.reason, facts) from fault


class _Reader:
    """Builds one scheme; remembers what can only be checked when all labels are known."""

    def __init__(self) -> None:
        self._attributes: dict[str, Attribute] = {}
        self._label_keys = Keys(reserved=RESERVED_KEYS, longest=LONGEST_KEY)
        self._relation_keys = Keys(reserved=frozenset())
        self._ends: list[tuple[yaml.Node, str, str]] = []
        self._relation_nodes: dict[str, yaml.Node] = {}

    def scheme(self, root: yaml.Node, source: str) -> Scheme:
        top = table(root, "scheme", required=_TOP, optional=("attributes", "relations", "reasons"))
        attributes = named(top.items("attributes", some=False), "attribute", attribute)
        self._attributes = {each.name: each for each in attributes}
        layers = named(top.items("layers"), "layer", self._layer)
        relations = named(top.items("relations", some=False), "relation", self._relation)
        reasons = named(top.items("reasons", some=False), "reason", reason)
        scheme = Scheme(
            top.filled("name"), top.filled("version"), layers, attributes, relations, source, reasons
        )
        self._check_ends(scheme)
        self._check_relation_names(scheme)
        return scheme

    def _layer(self, node: yaml.Node) -> Layer:
        fields = table(node, "layer", required=("name", "labels"), optional=(*LANGUAGES, "kind"))
        kind = one_of(fields.at("kind"), fields.text("kind") or LayerKind.SPAN, _KINDS, wanted="layer_kind")
        name, text = fields.name(), fields.localised()
        labels = named(fields.items("labels"), "label", lambda each: self._label(each, name, kind))
        return Layer(name, text, kind, labels)

    def _label(self, node: yaml.Node, layer: str, kind: LayerKind) -> Label:
        fields = table(node, "label", required=("name", "colour"), optional=(*LANGUAGES, *_LABEL))
        if "roles" in fields and kind is not LayerKind.EVENT:
            raise Fault(fields.at("roles"), Reason.ROLES_WITHOUT_EVENT, layer=layer)
        return Label(
            name=fields.name(),
            text=fields.localised(),
            colours=colours(fields),
            code=fields.text("code"),
            key=self._label_keys.take(fields),
            guideline=prose(fields, "guideline"),
            example=example(fields),
            attributes=self._attribute_names(fields),
            roles=named(fields.items("roles", some=False), "role", self._role),
            subtoken=fields.flag("subtoken"),
        )

    def _attribute_names(self, fields: Table) -> tuple[str, ...]:
        words = fields.words("attributes", some=False)
        return tuple(one_of(node, word, self._attributes, wanted="attribute").name for word, node in words)

    def _role(self, node: yaml.Node) -> Role:
        fields = table(node, "role", required=("name", "fillers"), optional=(*LANGUAGES, "min", "max"))
        minimum, maximum = fields.count("min") or 0, fields.count("max")
        if maximum is not None and maximum < max(minimum, 1):
            raise Fault(fields.at("max"), Reason.MINIMUM_ABOVE_MAXIMUM, minimum=minimum, maximum=maximum)
        return Role(fields.name(), fields.localised(), self._allowed(fields, "fillers"), minimum, maximum)

    def _relation(self, node: yaml.Node) -> RelationType:
        optional = (*LANGUAGES, "key", "guideline")
        fields = table(node, "relation", required=("name", "heads", "tails"), optional=optional)
        name = fields.name()
        self._relation_nodes.setdefault(name, fields.at("name"))
        return RelationType(
            name=name,
            text=fields.localised(),
            heads=self._allowed(fields, "heads"),
            tails=self._allowed(fields, "tails"),
            key=self._relation_keys.take(fields),
            guideline=prose(fields, "guideline"),
        )

    def _allowed(self, fields: Table, key: str) -> Ends:
        pairs = set()
        for word, node in fields.words(key):
            layer, slash, label = word.partition("/")
            if not (layer and slash and label):
                raise Fault(node, Reason.BAD_END, value=word)
            pairs.add((layer, label))
            self._ends.append((node, layer, label))
        return Ends(frozenset(pairs))

    def _check_ends(self, scheme: Scheme) -> None:
        """Fillers, heads and tails may name labels that come later, hence here."""
        labels = {layer.name: {label.name: label for label in layer.labels} for layer in scheme.layers}
        for node, layer, label in self._ends:
            known = one_of(node, layer, labels, wanted="layer")
            if label != "*":
                one_of(node, label, known, wanted="label")

    def _check_relation_names(self, scheme: Scheme) -> None:
        """Refuse a relation from an event that is called like one of its roles: nobody could tell which."""
        for relation in scheme.relations:
            for layer, label in scheme.labels():
                if label.role(relation.name) and relation.heads.allows(layer.name, label.name):
                    at = self._relation_nodes[relation.name]
                    facts = {"value": relation.name, "layer": layer.name, "label": label.name}
                    raise Fault(at, Reason.ROLE_AND_RELATION, **facts)
