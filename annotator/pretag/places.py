"""Places by the form of their names: streets, parts of towns, places before a known one in brackets."""

from __future__ import annotations

from spacy.tokens import Doc

from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.gazetteer import PLACE_CUES, listed
from annotator.pretag.model import Category
from annotator.pretag.priors import prior
from annotator.pretag.wordlist import word_set
from annotator.pretag.words import Word

_STREETS = ("straße", "strasse", "allee", "platz", "gasse", "damm", "chaussee")
_STREET_WORDS = word_set("Straße Strasse Allee Platz Gasse Damm Chaussee Ring Weg Tor Brücke Ufer")
_NO_STREETS = word_set(
    "Hauptstraße Einkaufsstraße Seitenstraße Landstraße Bundesstraße Arbeitsplatz Spielplatz Marktplatz "
    "Parkplatz Sportplatz Flugplatz Golfplatz Startplatz Listenplatz Studienplatz Ausbildungsplatz "
    "Campingplatz "
    "Fußballplatz Sackgasse Tabellenplatz Vorplatz Stellplatz Bolzplatz Stammplatz Rastplatz Schauplatz "
    "Kindergartenplatz Kitaplatz Handelsplatz Finanzplatz Sitzplatz Stehplatz Schulplatz Zeltplatz "
    "Podestplatz "
    "Startplatz Truppenübungsplatz Übungsplatz Landeplatz Straße Platz Allee Gasse Damm Wochenmarktplatz"
)
_SHORTEST_STREET = 9


class PlaceComponent:
    """Finds places by pattern; names from lists come from the gazetteer."""

    def __call__(self, doc: Doc) -> Doc:
        """Add places."""
        draft = draft_of(doc)
        for index, word in enumerate(draft.info):
            if word.capital and not draft.skipped(index):
                _at(draft, index, word)
        return doc


def _at(draft: Draft, index: int, word: Word) -> None:
    if word.text in _STREET_WORDS and index and _named_street(draft, index):
        _add(draft, index - 1, index + 1, "place_street")
    elif _is_street(word):
        after = index + 2 if draft.word(index + 1).isdigit() and len(draft.word(index + 1)) < 4 else index + 1
        _add(draft, index, after, "place_street")
    elif _is_part_of_town(word):
        _add(draft, index, index + 1, "place_part")
    elif _before_bracket(draft, index, word):
        _add(draft, index, index + 1, "place_before_bracket")


def _add(draft: Draft, first: int, after: int, rule: str) -> None:
    draft.add(Category.PLACE, (draft.span(first, after),), score=prior(rule), rule=rule)


def _named_street(draft: Draft, index: int) -> bool:
    """Tell whether an adjective made from a town stands before: ``Kasseler Straße``."""
    before = draft.words[index - 1]
    town = before[:-2] if before.endswith("er") else ""
    return any(listed(form) is not None for form in (town, town + "e", town + "en")) if town else False


def _is_street(word: Word) -> bool:
    text = word.text
    return (
        word.lower.endswith(_STREETS)
        and len(text) >= _SHORTEST_STREET
        and text not in _NO_STREETS
        and not word.noun
    )


def _is_part_of_town(word: Word) -> bool:
    """Tell whether a town is joined to a part of it: ``Berlin-Friedenau``, not ``Berlin-Besuch``."""
    if len(word.parts) != 2 or word.function:
        return False
    town, part = word.parts
    entry = listed(town)
    if entry is None or entry.category is not Category.PLACE or entry.kind == "country":
        return False
    return part[:1].isupper() and part.isalpha() and not part.isupper() and not word.noun


def _before_bracket(draft: Draft, index: int, word: Word) -> bool:
    """Tell whether a known place in brackets follows: ``bei Lebanon (Ohio)``."""
    if word.noun or word.function or draft.word(index + 1) != "(" or draft.word(index - 1) not in PLACE_CUES:
        return False
    entry = listed(draft.word(index + 2))
    return entry is not None and entry.category is Category.PLACE
