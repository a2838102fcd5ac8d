"""The forms in which a German name stands in a text, and where they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from annotator.core.text import Span

_WORDLIKE = "[\\w\u0300-\u036f\u00ad]"
_SIBILANTS = ("s", "ß", "x", "z")
_APOSTROPHES = "’'"
_LEAST_BASE = 4
"""Letters that a name has at least before its -s is taken for the genitive's: ``Jens`` is none."""


def forms_of(name: str) -> frozenset[str]:
    """Return ``name`` with its genitive, or with the form whose genitive it is.

    ``Weber``: ``Webers``; ``Webers``: ``Weber``. The apostrophe of ``Größ’`` is no part of the name. Nothing
    here knows the word, so a form may be none that anybody would write; it is then found nowhere.
    """
    name = name.rstrip(_APOSTROPHES)
    forms = {name}
    if name.endswith(_SIBILANTS):
        base = name[:-1]
        if name.endswith("s") and len(base.split()[-1] if base.split() else "") >= _LEAST_BASE:
            forms.add(base)
    elif name:
        forms.add(name + "s")
    return frozenset(forms)


def standing(text: str, forms: frozenset[str], *, compounds: bool = False) -> Iterator[Span]:
    """Yield where one of ``forms`` stands as whole words (code points), the longest first at each place.

    White space fits any white space, and soft hyphens within words do not count. With ``compounds``, parts
    joined by hyphens count too: ``Weber`` in ``Weber-Vertrauter``.
    """
    pattern = _pattern(forms, compounds)
    return (Span(*m.span()) for m in pattern.finditer(text)) if pattern is not None else iter(())


@lru_cache(maxsize=64)
def _pattern(forms: frozenset[str], compounds: bool) -> re.Pattern[str] | None:
    shapes = [_shape(form) for form in sorted(forms, key=lambda f: (-len(f), f)) if form.strip()]
    if not shapes:
        return None
    joint = "" if compounds else r"(?!-\w)"
    before = "" if compounds else r"(?<!\w-)"
    return re.compile(f"(?<!{_WORDLIKE}){before}(?:{'|'.join(shapes)})(?!{_WORDLIKE}){joint}")


def _shape(form: str) -> str:
    words = form.replace("\u00ad", "").split()
    return r"\s+".join("\u00ad?".join(map(re.escape, word)) for word in words)
