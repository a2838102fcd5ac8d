"""Where organisations are based and places lie, where the text says so beside the name."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc

from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.gazetteer import listed
from annotator.pretag.model import Category, Finding, RelationKind
from annotator.pretag.priors import prior
from annotator.pretag.wordlist import word_set
from annotator.pretag.words import without_genitive

_BASED = (
    ("mit", "Sitz", "in"),
    ("mit", "Hauptsitz", "in"),
    ("mit", "Firmensitz", "in"),
    ("hat", "seinen", "Sitz", "in"),
    ("hat", "ihren", "Sitz", "in"),
    ("hat", "ihren", "Hauptsitz", "in"),
    ("hat", "seinen", "Hauptsitz", "in"),
)
_LARGER = word_set(
    "Insel Halbinsel Landkreis Kreis Bezirk Kanton Provinz Region Bundesland Bundesstaat US-Bundesstaat "
    "Staat Departement Département Gemeinde Präfektur Distrikt Stadtteil Gouvernement Oblast Emirat "
    "Bundesstaats"
)
_WITHIN = frozenset(("in", "im", "auf"))
_SITTING = word_set("ansässige ansässigen ansässiger ansässiges")
_MOST_BETWEEN = 4


class LocatedComponent:
    """Relates organisations to their seats and places to the larger ones that hold them."""

    def __call__(self, doc: Doc) -> Doc:
        """Add the relations."""
        draft = draft_of(doc)
        names = draft.of(Category.ORGANISATION, Category.PLACE)
        place = draft.names.of(Category.PLACE)
        for first, second in pairwise(names):
            begin, end = draft.tokens_of(first)[-1] + 1, draft.tokens_of(second)[0]
            if not 0 < end - begin <= _MOST_BETWEEN or begin not in draft.sentence_of(end):
                continue
            kinds = (first.layer, first.label) == place, (second.layer, second.label) == place
            words = draft.words[begin:end]
            between = tuple(words if all(kinds) else (word for word in words if word != ","))
            _relate(draft, first, second, between, kinds)
        return doc


def _relate(
    draft: Draft, first: Finding, second: Finding, between: tuple[str, ...], places: tuple[bool, bool]
) -> None:
    match places:
        case (False, True) if between in _BASED:
            _link(draft, RelationKind.BASED_IN, first, second, "based_in_seat")
        case (False, True) if between == ("aus",):
            _link(draft, RelationKind.BASED_IN, first, second, "based_in_from")
        case (False, True) if _in_brackets(draft, second, between) and not _is_large(draft, second):
            _link(draft, RelationKind.BASED_IN, first, second, "based_in_brackets")
        case (True, False) if between[:1] and between[0] in _SITTING:
            _link(draft, RelationKind.BASED_IN, second, first, "based_in_seat")
        case (True, True) if not _is_country(draft, first) and _lies(draft, second, between):
            _link(draft, RelationKind.LOCATED_IN, first, second, "located_in")
        case _:
            return


def _link(draft: Draft, kind: RelationKind, head: Finding, tail: Finding, rule: str) -> None:
    draft.link(kind, head, tail, score=prior(rule), rule=rule)


def _lies(draft: Draft, larger: Finding, between: tuple[str, ...]) -> bool:
    """``Füssen (Bayern)``, ``Nizza in Frankreich``, ``Kaltenhagen auf der Insel Sande``."""
    if _in_brackets(draft, larger, between):
        return _is_large(draft, larger)
    if between in (("in",), ("im",)):
        return _is_large(draft, larger)
    return len(between) > 1 and between[0] in _WITHIN and between[-1] in _LARGER


def _in_brackets(draft: Draft, finding: Finding, between: tuple[str, ...]) -> bool:
    return between == ("(",) and draft.word(draft.tokens_of(finding)[-1] + 1) == ")"


def _is_large(draft: Draft, finding: Finding) -> bool:
    return _kind(draft, finding) in ("country", "region")


def _is_country(draft: Draft, finding: Finding) -> bool:
    return _kind(draft, finding) == "country"


def _kind(draft: Draft, finding: Finding) -> str:
    text = draft.text[finding.start : finding.end]
    entries = (listed(form) for form in without_genitive(text))
    return next((entry.kind for entry in entries if entry is not None), "")
