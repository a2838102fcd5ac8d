"""HTML pages that nothing from outside can break out of: elements as values, everything else escaped.

A page has no script and refers to nothing. Its Content Security Policy forbids whatever is not its own style
sheet, by hash (https://www.w3.org/TR/CSP3/, “hash-source”), so that even markup that slipped in could do
nothing.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

_VOID = frozenset({"meta", "br", "hr"})
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9:-]*\Z")
_BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_SHOWN = str.maketrans(
    {
        **dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"),
        **{number: chr(0x2400 + number) for number in range(0x20) if number not in (0x09, 0x0A, 0x0D)},
        **{number: f"[U+{number:04X}]" for number in (*range(0x7F, 0xA0), *_BIDI, 0xFEFF)},
        **dict.fromkeys((0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}"),
        **dict.fromkeys((0x09, 0x0A, 0x0D, 0x2028, 0x2029), " "),
    }
)


@dataclass(frozen=True, slots=True)
class Markup:
    """Markup that is as it should be; only :func:`element` and :func:`page` make it."""

    text: str


Child: TypeAlias = "Markup | str | Iterable[Child]"


def shown(text: str) -> str:
    """Return text on one line in which nothing works unseen.

    Line breaks become spaces; control characters, and those that turn the direction of writing, are written
    out; what UTF-8 cannot hold is replaced.
    """
    return text.translate(_SHOWN)


def element(name: str, /, *children: Child, **attributes: str | None) -> Markup:
    """Return an element. Text among the children, and values of attributes, are escaped.

    Attributes without a value (``None``) are left out; ``class_`` stands for ``class``, and an underscore in
    a name for a hyphen. Raises ``ValueError`` for a name that is none, an event handler, a script, or a
    reference to elsewhere: those are no part of such a page.
    """
    _check(name, name in ("script", "iframe", "object", "embed", "link", "img"))
    opened = name
    for key, value in attributes.items():
        if value is not None:
            attribute = key.rstrip("_").replace("_", "-")
            _check(attribute, attribute.lower().startswith("on") or attribute in ("href", "src", "style"))
            opened += f' {attribute}="{html.escape(shown(value))}"'
    if name in _VOID:
        return Markup(f"<{opened}>")
    return Markup(f"<{opened}>{''.join(map(_inside, children))}</{name}>")


def _check(name: str, forbidden: bool) -> None:
    if forbidden or not _NAME.match(name):
        raise ValueError(name)


def _inside(child: Child) -> str:
    if isinstance(child, Markup):
        return child.text
    if isinstance(child, str):
        return html.escape(shown(child))
    return "".join(map(_inside, child))


def foreign(text: str) -> Markup:
    """Return text from outside, kept from turning the direction of what stands around it."""
    return element("bdi", text)


def page(*children: Child, title: str, language: str, style: str) -> str:
    """Return a whole page. ``style`` is the program's own; it must not hold a ``<``."""
    if "<" in style:
        raise ValueError("style")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        Markup(f"<style>{style}</style>"),
    )
    return f"<!DOCTYPE html>\n{element('html', head, element('body', *children), lang=language).text}\n"
