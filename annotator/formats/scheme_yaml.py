"""The scheme's YAML."""

from __future__ import annotations

from typing import Any

import yaml

from annotator.core import scheme as s
from annotator.core.errors import SchemeInvalid


def _text(d: dict[str, Any]) -> s.Localised:
    return s.Localised(str(d.get("de", "")), str(d.get("en", "")))


def _ends(names: list[str]) -> s.Ends:
    return s.Ends(frozenset((a, b) for a, b in (n.split("/", 1) for n in names)))


def read_scheme(source: str, *, name: str) -> s.Scheme:
    """Read a scheme; raises :class:`SchemeInvalid`."""
    try:
        raw = yaml.safe_load(source)
    except yaml.YAMLError as error:
        raise SchemeInvalid(source=name, line=1, reason="yaml") from error
    attributes = tuple(
        s.Attribute(
            a["name"], _text(a), s.AttributeKind(a["kind"]),
            tuple(s.AttributeValue(v["name"], _text(v)) for v in a.get("values", [])), a.get("default", ""),
        )
        for a in raw.get("attributes", [])
    )
    layers = tuple(
        s.Layer(
            la["name"], _text(la), s.LayerKind(la.get("kind", "span")),
            tuple(
                s.Label(
                    lb["name"], _text(lb), s.Colours(lb["colour"]["light"], lb["colour"]["dark"]),
                    code=lb.get("code", ""), key=str(lb.get("key", "")),
                    guideline=_text(lb.get("guideline", {})), example=_text(lb.get("example", {})),
                    attributes=tuple(lb.get("attributes", [])),
                    roles=tuple(
                        s.Role(r["name"], _text(r), _ends(r["fillers"]), r.get("min", 0), r.get("max"))
                        for r in lb.get("roles", [])
                    ),
                    subtoken=lb.get("subtoken", False),
                )
                for lb in la["labels"]
            ),
        )
        for la in raw["layers"]
    )
    relations = tuple(
        s.RelationType(r["name"], _text(r), _ends(r["heads"]), _ends(r["tails"]), str(r.get("key", "")),
                       _text(r.get("guideline", {})))
        for r in raw.get("relations", [])
    )
    return s.Scheme(raw["name"], str(raw["version"]), layers, attributes, relations, source)
