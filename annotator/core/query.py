"""The language of the search field: words, and terms such as ``label:PER text:Putin -status:rejected``.

A query is a list of terms that all must hold. A term is a word, a phrase in quotation marks, or
``field:value``; commas part values of which one must hold; a minus sign in front turns a term round.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.core.errors import QueryInvalid


class Field(StrEnum):
    """What a term looks at."""

    WORD = "word"
    LABEL = "label"
    LAYER = "layer"
    TEXT = "text"
    STATUS = "status"
    NOTE = "note"
    SCORE = "score"
    ATTRIBUTE = "attribute"
    TITLE = "title"
    OUTLET = "outlet"
    DATE = "date"
    STATE = "state"
    OPEN = "open"


_OF_MENTIONS = frozenset(
    {Field.LABEL, Field.LAYER, Field.TEXT, Field.STATUS, Field.NOTE, Field.SCORE, Field.ATTRIBUTE}
)
_OF_ARTICLES = frozenset({Field.TITLE, Field.OUTLET, Field.DATE, Field.STATE, Field.OPEN})

FIELD_NAMES: dict[str, Field] = {
    **{field.value: field for field in Field if field not in (Field.WORD, Field.ATTRIBUTE)},
    "ebene": Field.LAYER,
    "notiz": Field.NOTE,
    "titel": Field.TITLE,
    "medium": Field.OUTLET,
    "datum": Field.DATE,
    "stand": Field.STATE,
    "offen": Field.OPEN,
}
"""The names that may stand before a colon, English and German, beside those of the scheme's attributes."""

FLAG = "difficult"
"""The attribute that marks a hard case, in every scheme."""
FLAG_NAMES = {"flag": FLAG, "schwierig": FLAG, FLAG: FLAG}
"""What the flag is called before a colon."""

_YES = {"yes": "yes", "ja": "yes", "no": "no", "nein": "no"}

_TERM = re.compile(
    r"""(?P<minus>-)?
        (?:(?P<name>[^\W\d_][\w-]*):)?
        (?:["„“”»«](?P<phrase>[^"„“”»«]*)["„“”»«]?|(?P<value>[^\s"„“”»«]+))?""",
    re.VERBOSE,
)
_QUOTES = frozenset('"„“”»«')
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_SCORE = re.compile(r"(<=|>=|<|>)?(\d?[.,]\d+|\d)")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: any of ``values``. ``name`` is the attribute's, for an attribute term."""

    field: Field
    values: tuple[str, ...]
    negated: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that all must hold."""

    terms: tuple[Term, ...] = ()

    @property
    def words(self) -> tuple[Term, ...]:
        """The terms on the running text."""
        return tuple(t for t in self.terms if t.field is Field.WORD)

    @property
    def on_mentions(self) -> tuple[Term, ...]:
        """The terms on mentions. Where there are some, the hits are mentions, otherwise places of text."""
        return tuple(t for t in self.terms if t.field in _OF_MENTIONS)

    @property
    def on_articles(self) -> tuple[Term, ...]:
        """The terms on articles."""
        return tuple(t for t in self.terms if t.field in _OF_ARTICLES)


def parse(source: str, *, attributes: Collection[str] = ()) -> Query:
    """Read a query; ``attributes`` names what may stand before a colon beside :data:`FIELD_NAMES`.

    Raises :class:`QueryInvalid` with the ``place`` (code points from 0) of the term that cannot be read, its
    ``text`` and the ``reason``: ``unknown_field``, ``no_value``, ``open_quote``, ``bad_date``, ``bad_score``,
    ``bad_choice`` (neither yes nor no).
    """
    return Query(tuple(_terms(source, {**FLAG_NAMES, **{name.casefold(): name for name in attributes}})))


def _terms(source: str, attributes: dict[str, str]) -> Iterator[Term]:
    at = 0
    while at < len(source):
        if source[at].isspace():
            at += 1
            continue
        found = _TERM.match(source, at)
        if found is None or found.end() == at:
            raise QueryInvalid(reason="open_quote", place=at, text=source[at:])
        yield _term(found, attributes)
        at = found.end()


def _term(found: re.Match[str], attributes: dict[str, str]) -> Term:
    place, text = found.start(), found[0]
    phrase, value = found["phrase"], found["value"]
    if phrase is not None and text[-1] not in _QUOTES:
        raise QueryInvalid(reason="open_quote", place=place, text=text)
    negated = found["minus"] is not None
    if not (phrase or "").strip() and not value:
        raise QueryInvalid(reason="no_value", place=place, text=text)
    if found["name"] is None:
        return Term(Field.WORD, (phrase or value,), negated)
    field, name = _field(found["name"], attributes, place)
    values = (phrase,) if phrase is not None else tuple(v for v in value.split(",") if v)
    if field is Field.SCORE:
        values = (value,)
    _check(field, values, place, text)
    if field is Field.OPEN or name == FLAG:
        return _chosen(Term(field, values, negated, name), place, text)
    return Term(field, values, negated, name)


def _chosen(term: Term, place: int, text: str) -> Term:
    """Read yes and no in either language; ``no`` turns the term round."""
    said = {_YES.get(value.casefold()) for value in term.values}
    if len(said) != 1 or None in said:
        raise QueryInvalid(reason="bad_choice", place=place, text=text)
    return replace(term, values=("yes",), negated=term.negated is ("yes" in said))


def _field(name: str, attributes: dict[str, str], place: int) -> tuple[Field, str]:
    folded = name.casefold()
    if folded in FIELD_NAMES:
        return FIELD_NAMES[folded], ""
    if folded in attributes:
        return Field.ATTRIBUTE, attributes[folded]
    raise QueryInvalid(
        reason="unknown_field", place=place, text=name, known=(*FIELD_NAMES, *attributes.values())
    )


def _check(field: Field, values: tuple[str, ...], place: int, text: str) -> None:
    if not values:
        raise QueryInvalid(reason="no_value", place=place, text=text)
    if field is Field.DATE and not all(_DATE.fullmatch(end) for v in values for end in v.split("..") if end):
        raise QueryInvalid(reason="bad_date", place=place, text=text)
    if field is Field.SCORE and not all(_SCORE.fullmatch(v) for v in values):
        raise QueryInvalid(reason="bad_score", place=place, text=text)


def date_range(value: str) -> tuple[str, str]:
    """Return the first and the last ISO day of a date value: ``2024``, ``2024-03..2024-05``, ``..2024``."""
    first, parted, last = value.partition("..")
    first, last = first or "0000", (last if parted else first) or "9999"
    return first + "-01-01"[len(first) - 4 :], last + "-12-31"[len(last) - 4 :]


def score_bounds(value: str) -> tuple[str, float]:
    """Return the comparison (``<``, ``<=``, ``>``, ``>=`` or ``=``) and the number of a score value."""
    sign = _SCORE.fullmatch(value)
    assert sign is not None, "checked when the query was read"
    return sign[1] or "=", float(sign[2].replace(",", "."))
