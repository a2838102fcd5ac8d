"""Why a scheme is refused, as sentences: one for each reason that the reader of schemes knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.gui.i18n import mark, quoted, tr

SENTENCES: Mapping[str, str] = {
    "not_utf8": mark("This is not UTF-8 text. Save the file as UTF-8."),
    "too_large": mark("It is larger than {limit} characters. Shorten it or split it in two."),
    "control_character": mark("The character {code} is not allowed. Delete it."),
    "syntax": mark("This is not YAML: {problem}. Is there a quotation mark missing, a tab, a wrong indent?"),
    "alias": mark("{alias}: references (& and *) are not allowed. Write the value out."),
    "tag": mark("{tag}: types (!) are not allowed. Delete it."),
    "too_deep": mark("Lists and mappings are nested more than {limit} deep."),
    "empty": mark("There is nothing in it. It needs a name, a version and layers."),
    "not_a_mapping": mark("There must be a mapping (key: value) here ({owner}), not {found}."),
    "not_a_list": mark("{key} must be a list ({owner}), not {found}. Put “- ” before each item."),
    "not_a_text": mark("{key} must be a text ({owner}), not {found}."),
    "not_a_count": mark("{key} must be a whole number from 0 ({owner}), not {value}."),
    "not_yes_or_no": mark("{key} must be true or false ({owner}), not {value}."),
    "unknown_key": mark("There is no {key} ({owner}). Known are: {known}."),
    "misspelt_key": mark("There is no {key} ({owner}). Did you mean {nearest}?"),
    "duplicate_key": mark("{key} stands twice ({owner}), first in line {first_line}. Delete one of them."),
    "missing_key": mark("{key} is missing ({owner}). Add it."),
    "missing_languages": mark("There is no text in any language ({owner}). Add “de”, “en” or both."),
    "empty_list": mark("{key} is empty ({owner}). It needs at least one item."),
    "empty_text": mark("{key} is empty ({owner}). Write something or delete the line."),
    "bad_name": mark(
        "{value} cannot be a name. It may have {limit} letters, digits, “-”, “_” and “.”, no spaces."
    ),
    "bad_colour": mark("{value} is no colour. Write it in quotation marks, with six digits after “#”."),
    "bad_label_key": mark("{value} cannot be a key. Take one or two digits or lower-case letters."),
    "bad_relation_key": mark("{value} cannot be a relation's key. Take one digit or one lower-case letter."),
    "reserved_label_key": mark("The program needs the key {value} itself. Free are: {free}."),
    "bad_example": mark("The example does not mark its words. Put them between “[[” and “]]”."),
    "unknown_value": mark("{value} is not known as {wanted}. Known are: {known}."),
    "misspelt_value": mark("{value} is not known as {wanted}. Did you mean {nearest}?"),
    "duplicate_name": mark("The name {value} is taken in line {first_line} ({owner}). Take another one."),
    "duplicate_label_key": mark("The key {value} is taken by {taken_by} in line {first_line}."),
    "prefix_label_key": mark(
        "The keys {value} and {other} ({taken_by}, line {first_line}) begin alike and one ends there."
    ),
    "duplicate_item": mark("{value} stands twice in {key} ({owner}). Delete one of them."),
    "values_without_choice": mark("Only an attribute of the kind “choice” has values, this one is {value}."),
    "choice_without_values": mark("An attribute of the kind “choice” needs “values”. Add them."),
    "roles_without_event": mark("Only labels of a layer of the kind “event” have roles; {layer} is none."),
    "bad_end": mark("{value} names no label. Write “layer/label” or “layer/*”."),
    "minimum_above_maximum": mark("“max” ({maximum}) is below “min” ({minimum}) or below 1."),
    "role_and_relation": mark("{value} is also a role of its possible head {label}. Rename one."),
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "owner": {
        "scheme": mark("the scheme"),
        "attribute": mark("an attribute"),
        "value": mark("a value"),
        "reason": mark("a reason"),
        "layer": mark("a layer"),
        "label": mark("a label"),
        "colour": mark("a colour"),
        "text": mark("a text"),
        "role": mark("a role"),
        "relation": mark("a relation"),
    },
    "wanted": {
        "attribute_kind": mark("a kind of attribute"),
        "layer_kind": mark("a kind of layer"),
        "attribute": mark("an attribute of this scheme"),
        "default": mark("a value of this attribute"),
        "layer": mark("a layer of this scheme"),
        "label": mark("a label of this layer"),
    },
    "found": {"mapping": mark("a mapping"), "list": mark("a list"), "nothing": mark("nothing")},
}
_PLAIN = frozenset({"limit", "code", "problem", "first_line", "maximum", "minimum"})
_SHOWN = 60


def scheme_sentence(data: Mapping[str, Any]) -> str:
    """Return what is wrong with a scheme, with its place; ``data`` is the error's."""
    said = SENTENCES.get(str(data.get("reason")), mark("This is not valid."))
    facts = {name: _said(name, fact) for name, fact in data.items()}
    place = tr("{source}, line {line}").format(source=data.get("source", ""), line=data.get("line", "?"))
    return f"{place}: {tr(said).format_map(_Facts(facts))}"


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def _said(name: str, fact: object) -> str:
    """Return a fact as words: codes by their tables, lists with commas, what stands in the file in quotes."""
    if isinstance(fact, (tuple, list)):
        return ", ".join(quoted(str(item)) for item in fact)
    text = str(fact)
    word = _WORDS.get(name, {}).get(text)
    if word is not None:
        return tr(word)
    short = text if len(text) <= _SHOWN or name == "problem" else text[: _SHOWN - 1] + "…"
    return short if name in _PLAIN else quoted(short)
