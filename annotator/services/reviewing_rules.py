"""What the review takes over without asking: the lead's rules, kept in the project file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from annotator.store import Store

_META = "review_rules"
_ANY = "*"


class Rule(StrEnum):
    """Which agreement is taken over by itself."""

    ALL = "all"
    """What all annotators say."""
    MAJORITY = "majority"
    """What more than half of them say."""
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rule of each layer; ``default`` is that of the layers that are not in ``layers``."""

    default: Rule = Rule.ALL
    layers: Mapping[str, Rule] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, layer: str) -> Rule:
        """Return the rule of a layer."""
        return self.layers.get(layer, self.default)


def read_rules(store: Store) -> Rules:
    """Return the rules of a project; those of a newer program that this one does not know are left out."""
    known = {rule.value: rule for rule in Rule}
    raw = json.loads(store.meta().get(_META, "{}"))
    found = {layer: known[name] for layer, name in raw.items() if name in known}
    default = found.pop(_ANY, Rule.ALL)
    return Rules(default, MappingProxyType(found))


def write_rules(store: Store, rules: Rules) -> None:
    """Keep the rules of a project."""
    told = {_ANY: rules.default.value, **{layer: rule.value for layer, rule in rules.layers.items()}}
    store.set_meta(_META, json.dumps(told, sort_keys=True))
