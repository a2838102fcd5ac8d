"""Why a scheme is refused: one code for each fault, the facts that belong to it, and an English sentence.

An error carries the code and the facts; whoever shows it in another language has them to say it anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from annotator.core.errors import SchemeInvalid


class Reason(StrEnum):
    """What is wrong. The values are stable."""

    TOO_LARGE = "too_large"
    CONTROL_CHARACTER = "control_character"
    SYNTAX = "syntax"
    ALIAS = "alias"
    TAG = "tag"
    TOO_DEEP = "too_deep"
    EMPTY = "empty"
    NOT_A_MAPPING = "not_a_mapping"
    NOT_A_LIST = "not_a_list"
    NOT_A_TEXT = "not_a_text"
    NOT_A_COUNT = "not_a_count"
    NOT_YES_OR_NO = "not_yes_or_no"
    UNKNOWN_KEY = "unknown_key"
    MISSPELT_KEY = "misspelt_key"
    DUPLICATE_KEY = "duplicate_key"
    MISSING_KEY = "missing_key"
    MISSING_LANGUAGES = "missing_languages"
    EMPTY_LIST = "empty_list"
    EMPTY_TEXT = "empty_text"
    BAD_NAME = "bad_name"
    BAD_COLOUR = "bad_colour"
    BAD_LABEL_KEY = "bad_label_key"
    BAD_RELATION_KEY = "bad_relation_key"
    RESERVED_LABEL_KEY = "reserved_label_key"
    BAD_EXAMPLE = "bad_example"
    UNKNOWN_VALUE = "unknown_value"
    MISSPELT_VALUE = "misspelt_value"
    DUPLICATE_NAME = "duplicate_name"
    DUPLICATE_LABEL_KEY = "duplicate_label_key"
    PREFIX_LABEL_KEY = "prefix_label_key"
    DUPLICATE_ITEM = "duplicate_item"
    VALUES_WITHOUT_CHOICE = "values_without_choice"
    CHOICE_WITHOUT_VALUES = "choice_without_values"
    ROLES_WITHOUT_EVENT = "roles_without_event"
    BAD_END = "bad_end"
    MINIMUM_ABOVE_MAXIMUM = "minimum_above_maximum"
    ROLE_AND_RELATION = "role_and_relation"


SENTENCES: Mapping[Reason, str] = {
    Reason.TOO_LARGE: "The scheme is larger than {limit} characters; shorten it or split it in two.",
    Reason.CONTROL_CHARACTER: "The character {code} is not allowed in a scheme; delete it.",
    Reason.SYNTAX: "This is not YAML: {problem}. Look for a missing quotation mark, a tab or a wrong indent.",
    Reason.ALIAS: "“{alias}”: references (& and *) are not allowed; write the value out.",
    Reason.TAG: "“{tag}”: types (!) are not allowed; delete it.",
    Reason.TOO_DEEP: "Lists and mappings are nested more than {limit} deep; no scheme needs that.",
    Reason.EMPTY: "There is nothing in the scheme; give it a name, a version and layers.",
    Reason.NOT_A_MAPPING: "“{found}” stands where a mapping (key: value) of {owner} belongs.",
    Reason.NOT_A_LIST: "“{key}” of {owner} must be a list, not “{found}”; put “- ” before each item.",
    Reason.NOT_A_TEXT: "“{key}” of {owner} must be a text, not {found}.",
    Reason.NOT_A_COUNT: "“{key}” of {owner} must be a whole number from 0, not “{value}”.",
    Reason.NOT_YES_OR_NO: "“{key}” of {owner} must be true or false, not “{value}”.",
    Reason.UNKNOWN_KEY: "{owner} has no “{key}”; it may have {known}.",
    Reason.MISSPELT_KEY: "{owner} has no “{key}”; did you mean “{nearest}”? It may have {known}.",
    Reason.DUPLICATE_KEY: "“{key}” stands twice in {owner}, first in line {first_line}; delete one of them.",
    Reason.MISSING_KEY: "“{key}” is missing in {owner}; add it.",
    Reason.MISSING_LANGUAGES: "{owner} has no text in any language; add “de”, “en” or both.",
    Reason.EMPTY_LIST: "“{key}” of {owner} is empty; it needs at least one item.",
    Reason.EMPTY_TEXT: "“{key}” of {owner} is empty; write something or delete the line.",
    Reason.BAD_NAME: "“{value}” cannot be a name: {limit} letters, digits, “-”, “_” or “.” at most, "
    "a letter or digit first, no spaces.",
    Reason.BAD_COLOUR: "“{value}” is not a colour; write it in quotation marks, such as “#1a6dd5”.",
    Reason.BAD_LABEL_KEY: "“{value}” cannot be a key; take one or two digits or lower-case letters.",
    Reason.BAD_RELATION_KEY: "“{value}” cannot be a relation's key; take one digit or one lower-case letter.",
    Reason.RESERVED_LABEL_KEY: "The program needs the key “{value}” itself; take one of {free}.",
    Reason.BAD_EXAMPLE: "The example does not mark its words; put them between “[[” and “]]”.",
    Reason.UNKNOWN_VALUE: "“{value}” is not known as {wanted}; it may be {known}.",
    Reason.MISSPELT_VALUE: "“{value}” is not known as {wanted}; did you mean “{nearest}”? It may be {known}.",
    Reason.DUPLICATE_NAME: "The name “{value}” is taken by {owner} in line {first_line}; take another one.",
    Reason.DUPLICATE_LABEL_KEY: "The key “{value}” is taken by “{taken_by}”, line {first_line}; change one.",
    Reason.PREFIX_LABEL_KEY: "The keys “{value}” and “{other}” (“{taken_by}”, line {first_line}) "
    "begin alike and one ends there; change one.",
    Reason.DUPLICATE_ITEM: "“{value}” stands twice in “{key}” of {owner}; delete one of them.",
    Reason.VALUES_WITHOUT_CHOICE: "Only an attribute of the kind “choice” has values, this one is “{value}”; "
    "change the kind or delete the values.",
    Reason.CHOICE_WITHOUT_VALUES: "An attribute of the kind “choice” needs “values”; add them.",
    Reason.ROLES_WITHOUT_EVENT: "Only labels of a layer of the kind “event” have roles; “{layer}” is none.",
    Reason.BAD_END: "“{value}” names no label; write “layer/label” or “layer/*”.",
    Reason.MINIMUM_ABOVE_MAXIMUM: "“max” ({maximum}) is below “min” ({minimum}) or below 1; change one.",
    Reason.ROLE_AND_RELATION: "“{value}” is also a role of its possible head “{layer}/{label}”; rename one.",
}
"""What to say in English. The names in braces are the facts that an error of this kind carries."""

_OWNERS: Mapping[str, str] = {
    "scheme": "the scheme",
    "attribute": "the attribute",
    "value": "the value",
    "reason": "the reason",
    "layer": "the layer",
    "label": "the label",
    "colour": "the colour",
    "text": "the text",
    "role": "the role",
    "relation": "the relation",
}
_WANTED: Mapping[str, str] = {
    "attribute_kind": "a kind of attribute",
    "layer_kind": "a kind of layer",
    "attribute": "an attribute of this scheme",
    "default": "a value of this attribute",
    "layer": "a layer of this scheme",
    "label": "a label of this layer",
}
_FOUND: Mapping[str, str] = {"mapping": "a mapping", "list": "a list", "nothing": "nothing"}
_SHOWN = 60


def invalid(source: str, line: int, reason: Reason, facts: Mapping[str, object]) -> SchemeInvalid:
    """Return the error: ``source``, ``line`` (from 1), ``reason`` (a code) and the facts are its data."""
    sentence = SENTENCES[reason].format(**{name: _said(name, fact) for name, fact in facts.items()})
    message = f"{source}, line {line}: {sentence[:1].upper()}{sentence[1:]}"
    return SchemeInvalid(message, source=source, line=line, reason=reason.value, **facts)


def _said(name: str, fact: object) -> str:
    """Return a fact as words: codes by their tables, lists with commas, long texts cut."""
    table = {"owner": _OWNERS, "wanted": _WANTED, "found": _FOUND}.get(name, {})
    if isinstance(fact, tuple):
        return ", ".join(f"“{item}”" for item in fact)
    text = table.get(str(fact), str(fact))
    return text if len(text) <= _SHOWN or name in {"problem", "known"} else text[: _SHOWN - 1] + "…"
