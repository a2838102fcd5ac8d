"""From YAML text to checked nodes: nothing is built from the text but plain strings, lists and mappings.

References and types are refused, so a small file cannot grow when it is read; size and depth are limited.
A scalar is taken as it is written: ``version: 1.0`` is the text ``1.0`` and ``name: NO`` the text ``NO``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

import yaml

from annotator.core.scheme import Localised
from annotator.formats.scheme_reasons import Reason

MAX_CHARACTERS = 500_000
MAX_DEPTH = 20
MAX_NAME = 64

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NULL = "tag:yaml.org,2002:null"
_NAME = re.compile(r"[^\W_][\w.\-]*")
_COUNT = re.compile(r"0|[1-9][0-9]{0,3}")
_YES_NO = {"true": True, "false": False}
_T = TypeVar("_T")


class Fault(Exception):
    """Something wrong at ``index`` (code points into the source), before the line is known."""

    def __init__(self, at: yaml.Node | int, reason: Reason, **facts: object) -> None:
        self.index = at if isinstance(at, int) else place(at)
        self.reason = reason
        self.facts = facts
        super().__init__(reason)


def place(item: yaml.Node | yaml.Event) -> int:
    """Return where a node or event begins, in code points."""
    return item.start_mark.index if item.start_mark else 0


def line_at(source: str, index: int) -> int:
    """Return the line (from 1) of a code point, as editors count: CR LF, LF and CR end a line."""
    return len(re.findall(r"\r\n?|\n", source[:index])) + 1


def compose(source: str) -> yaml.Node:
    """Return the root node of ``source``; raises :class:`Fault`."""
    if len(source) > MAX_CHARACTERS:
        raise Fault(0, Reason.TOO_LARGE, limit=MAX_CHARACTERS)
    strange = _CONTROL.search(source)
    if strange:
        raise Fault(strange.start(), Reason.CONTROL_CHARACTER, code=f"U+{ord(strange.group()):04X}")
    try:
        _refuse_machinery(source)
        root: yaml.Node | None = yaml.compose(source, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "unreadable"
        raise Fault(mark.index if mark else 0, Reason.SYNTAX, problem=problem) from error
    if root is None or root.tag == _NULL:
        raise Fault(0, Reason.EMPTY)
    return root


def _refuse_machinery(source: str) -> None:
    """Look at the stream of events, which has not been put together yet."""
    depth = 0
    for event in yaml.parse(source, Loader=_Loader):
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            raise Fault(place(event), Reason.ALIAS, alias=anchor)
        if tag:
            raise Fault(place(event), Reason.TAG, tag=tag)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise Fault(place(event), Reason.TOO_DEEP, limit=MAX_DEPTH)


@dataclass(frozen=True, slots=True)
class Table:
    """A checked mapping. ``owner`` tells what it describes; keys without a value are left out."""

    owner: str
    node: yaml.Node
    values: Mapping[str, yaml.Node]

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def at(self, key: str) -> yaml.Node:
        """Return the node of a value, or the mapping's own where there is none."""
        return self.values.get(key, self.node)

    def text(self, key: str) -> str:
        """Return a text, empty where the key is absent."""
        return scalar(self.values[key], key=key, owner=self.owner) if key in self.values else ""

    def filled(self, key: str) -> str:
        """Return a text that is not blank."""
        text = self.text(key).strip()
        if not text:
            raise Fault(self.at(key), Reason.EMPTY_TEXT, key=key, owner=self.owner)
        return text

    def name(self) -> str:
        """Return the ``name``, fit for file formats and paths."""
        value = self.text("name")
        if not _NAME.fullmatch(value) or len(value) > MAX_NAME:
            raise Fault(self.at("name"), Reason.BAD_NAME, value=value, limit=MAX_NAME)
        return value

    def localised(self) -> Localised:
        """Return the texts under ``de`` and ``en``, at least one of which must be there."""
        found = {key: self.filled(key) for key in ("de", "en") if key in self}
        if not found:
            raise Fault(self.node, Reason.MISSING_LANGUAGES, owner=self.owner)
        return Localised(**found)

    def count(self, key: str) -> int | None:
        """Return a whole number from 0 to 9999, ``None`` where the key is absent."""
        if key not in self:
            return None
        value = self.text(key)
        if not _COUNT.fullmatch(value):
            raise Fault(self.at(key), Reason.NOT_A_COUNT, key=key, owner=self.owner, value=value)
        return int(value)

    def flag(self, key: str) -> bool:
        """Return true or false, false where the key is absent."""
        value = self.text(key) if key in self else "false"
        if value not in _YES_NO:
            raise Fault(self.at(key), Reason.NOT_YES_OR_NO, key=key, owner=self.owner, value=value)
        return _YES_NO[value]

    def items(self, key: str, *, some: bool = True) -> Sequence[yaml.Node]:
        """Return the nodes of a list; it may be absent, and empty unless ``some``."""
        if key not in self:
            return ()
        node = self.values[key]
        if not isinstance(node, yaml.SequenceNode):
            raise Fault(node, Reason.NOT_A_LIST, key=key, owner=self.owner, found=_kind(node))
        if some and not node.value:
            raise Fault(node, Reason.EMPTY_LIST, key=key, owner=self.owner)
        return list(node.value)

    def words(self, key: str, *, some: bool = True) -> Iterator[tuple[str, yaml.Node]]:
        """Yield the texts of a list with their nodes, each text once."""
        seen: set[str] = set()
        for node in self.items(key, some=some):
            word = scalar(node, key=key, owner=self.owner)
            if word in seen:
                raise Fault(node, Reason.DUPLICATE_ITEM, value=word, key=key, owner=self.owner)
            seen.add(word)
            yield word, node


def table(node: yaml.Node, owner: str, *, required: Sequence[str], optional: Sequence[str]) -> Table:
    """Return a mapping that has all ``required`` keys, none twice and no others but ``optional`` ones."""
    if not isinstance(node, yaml.MappingNode):
        raise Fault(node, Reason.NOT_A_MAPPING, owner=owner, found=_kind(node))
    known = (*required, *optional)
    values: dict[str, yaml.Node] = {}
    places: dict[str, yaml.Node] = {}
    for key_node, value in node.value:
        key = scalar(key_node, key="key", owner=owner)
        if key not in known:
            raise _unknown(key_node, key, known, owner=owner)
        if key in places:
            raise Fault(key_node, Reason.DUPLICATE_KEY, key=key, owner=owner, first_line=places[key])
        places[key] = key_node
        if value.tag != _NULL:
            values[key] = value
    for key in required:
        if key not in values:
            raise Fault(places.get(key, node), Reason.MISSING_KEY, key=key, owner=owner)
    return Table(owner, node, values)


def _unknown(node: yaml.Node, key: str, known: Sequence[str], *, owner: str) -> Fault:
    nearest = get_close_matches(key, known, n=1)
    if nearest:
        return Fault(node, Reason.MISSPELT_KEY, key=key, owner=owner, known=known, nearest=nearest[0])
    return Fault(node, Reason.UNKNOWN_KEY, key=key, owner=owner, known=known)


def scalar(node: yaml.Node, *, key: str, owner: str) -> str:
    """Return the text of a node, as it is written."""
    if not isinstance(node, yaml.ScalarNode) or node.tag == _NULL:
        raise Fault(node, Reason.NOT_A_TEXT, key=key, owner=owner, found=_kind(node))
    return str(node.value)


def one_of(node: yaml.Node, value: str, known: Mapping[str, _T], *, wanted: str) -> _T:
    """Return what ``value`` stands for, or point to the nearest known one."""
    if value in known:
        return known[value]
    facts: dict[str, object] = {"value": value, "wanted": wanted, "known": tuple(known)}
    nearest = get_close_matches(value, known, n=1)
    if nearest:
        raise Fault(node, Reason.MISSPELT_VALUE, nearest=nearest[0], **facts)
    raise Fault(node, Reason.UNKNOWN_VALUE, **facts)


def _kind(node: yaml.Node) -> str:
    match node:
        case yaml.MappingNode():
            return "mapping"
        case yaml.SequenceNode():
            return "list"
        case _:
            return "nothing" if node.tag == _NULL else str(node.value)
