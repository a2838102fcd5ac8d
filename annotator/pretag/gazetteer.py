"""Names that the lists have: places, organisations, and people known by their surname."""

from __future__ import annotations

from spacy.tokens import Doc

from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.lexicons import Entry, lexicons
from annotator.pretag.model import Category
from annotator.pretag.priors import prior
from annotator.pretag.verbs import QUOTE_MARKS
from annotator.pretag.wordlist import word_set

PLACE_CUES = word_set(
    "in aus nach bei um Stadt Raum Großraum Landkreis Kreis Gemeinde Ort Ortschaft Provinz Region "
    "Metropole Bundesstaat Hauptstadt Insel Fluss Stadtteil Bezirk Ortsteil Kleinstadt Hafenstadt "
    "Großstadt Millionenstadt Kreisstadt Bischofsstadt Dorf Universitätsstadt Grenzstadt Küstenstadt "
    "Industriestadt Flughafen Bundesland Planeten Planet südlich nördlich westlich östlich nahe"
)
_ORGANISATION_CUES = tuple(
    sorted(
        word_set(
            "konzern magazin zeitung zeitschrift blatt hersteller firma unternehmen partei sender bauer "
            "riese gesellschaft kette fluggesellschaft gewerkschaft verband bank zeitungen konzerns magazins "
            "herstellers unternehmens senders verein versicherer"
        )
    )
)
_ARTICLES = frozenset(("der", "die", "den", "dem", "des", "Der", "Die", "Den", "Dem", "Des"))
_BY_ARTICLE = frozenset(("party", "parliament"))
_RULES = {
    Category.PLACE: "place_list",
    Category.ORGANISATION: "organisation_list",
    Category.PERSON: "person_list",
}


class GazetteerComponent:
    """Looks every token up, the longest name first."""

    def __call__(self, doc: Doc) -> Doc:
        """Add what the lists know."""
        draft = draft_of(doc)
        names = lexicons().names
        index = 0
        while index < len(draft):
            step = 1
            if not draft.skipped(index):
                if draft.words[index] in names:
                    step = _look_up(draft, index)
                elif draft.info[index].upper:
                    _shouted(draft, index)
            index += step
        return doc


def _look_up(draft: Draft, index: int) -> int:
    for rest, entry in lexicons().names[draft.words[index]]:
        after = index + 1 + len(rest)
        if rest and tuple(draft.words[index + 1 : after]) != rest:
            continue
        if entry.doubtful and not _supported(draft, index, after, entry):
            continue
        rule = _RULES[entry.category] + ("_in_context" if entry.doubtful else "")
        if entry.kind in _WITH_BRANCHES and draft.word(after) in _BRANCHES:
            after += 1
        seat = entry.kind == _SEAT and _within(draft, index)
        category, rule = (Category.PLACE, "seat_as_place") if seat else (entry.category, rule)
        draft.add(category, (draft.span(index, after),), score=prior(rule), rule=rule)
        return after - index
    return 1


_SEAT = "seat"


def _within(draft: Draft, index: int) -> bool:
    """Tell whether somebody is in the seat that is named: ``im Kreml``, ``in dem``, ``vor dem Kapitol``."""
    before = draft.word(index - 1).lower()
    if before in ("im", "ins", "in", "vorm", "beim"):
        return True
    return before in ("dem", "den", "das") and draft.word(index - 2).lower() in ("in", "vor", "an", "auf")


_WITH_BRANCHES = frozenset(("company", "media"))
_BRANCHES = frozenset(
    ("Deutschland", "Europe", "Österreich", "Austria", "Schweiz", "Online", "AG", "SE", "Group")
)


def _shouted(draft: Draft, index: int) -> None:
    """Look a place in capitals up: ``BERLIN``."""
    text = draft.words[index]
    entry = listed(text.capitalize()) if len(text) > 3 else None
    if entry is not None and entry.category is Category.PLACE:
        rule = "place_list_capitals"
        draft.add(Category.PLACE, (draft.span(index, index + 1),), score=prior(rule), rule=rule)


def _supported(draft: Draft, index: int, after: int, entry: Entry) -> bool:
    before = draft.word(index - 1)
    if before in ("“", "„", '"', "»", "«", "'"):
        before = draft.word(index - 2)
    match entry.category:
        case Category.PLACE:
            follows = draft.info[after] if after < len(draft) else None
            if follows and (follows.text[:1].isdigit() or (follows.capital and follows.noun)):
                return False
            return before in PLACE_CUES
        case Category.ORGANISATION if entry.kind == "media" and _alone_in_marks(draft, index, after):
            return True
        case Category.ORGANISATION if entry.kind in _BY_ARTICLE:
            follows = draft.info[after] if after < len(draft) else None
            return before in _ARTICLES and not (follows and follows.capital)
        case Category.ORGANISATION:
            return before.lower().endswith(_ORGANISATION_CUES)
        case _:
            return False


def _alone_in_marks(draft: Draft, index: int, after: int) -> bool:
    """Tell whether a name fills quotation marks: ``berichtet der „Spiegel“``."""
    return draft.word(index - 1) in QUOTE_MARKS and draft.word(after) in QUOTE_MARKS


def listed(word: str) -> Entry | None:
    """Return the undoubted place or organisation that a single word names, if any."""
    for rest, entry in lexicons().names.get(word, ()):
        if not rest and not entry.doubtful and entry.category is not Category.PERSON:
            return entry
    return None
