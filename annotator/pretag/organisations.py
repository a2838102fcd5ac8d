"""Organisations by the form of their names: legal forms, clubs, ministries, courts, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from spacy.tokens import Doc

from annotator.core.article import ZoneKind
from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.gazetteer import listed
from annotator.pretag.lexicons import lexicons
from annotator.pretag.model import Category
from annotator.pretag.priors import prior
from annotator.pretag.wordlist import word_set

Pattern: TypeAlias = Callable[[Draft, int], tuple[int, int] | None]

_ACRONYM = re.compile(r"[A-ZÄÖÜ]{3,6}|[A-ZÄÖÜ][a-z]?[A-ZÄÖÜ]{2,4}")
_ROMAN = re.compile(r"[IVXLCDM]+")
_NO_ORGANISATION = word_set(
    "USD EUR GBP CHF JPY DM PS KW MW GW kWh TV DVD CD PC PKW LKW Pkw Lkw UV USB SMS GPS DNA DNS RNA "
    "HIV AIDS MEZ MESZ UTC GMT CET BIP BSE EHEC SARS ICE IC RE RB CO AKW ISBN DAX MDAX TECDAX SDAX ISS "
    "WM EM DFB-Pokal UKW DAB LED LCD HD HDTV VIP CEO CFO CTO OB MDB MDL ADHS PCR FFP AG GMBH SE KG NRW "
    "DDR BRD USA UDSSR HTML PDF URL WWW ET AM PM MIT DER DIE DAS UND VON BEI FÜR IM IN ZU NEU ALLE UHR "
    "EUROS FOTO QUELLE III VII VIII XII XIII XIV XVI TTIP CETA NSU DSL LTE UMTS KFZ SUV FIN GER FRA "
    "ITA ESP AUT SUI NED USB DVB ABM IOS GAU OK TOP BIS AB MAI LIVE WKN ISIN NYSE ASX EBITDA EBIT CPU "
    "GNU LLP HIER NICHT AGB VHS KMU JVA EPS SEZ PPVX CDN CSI NASDAQ EKG EDGE HMS USS PKV GKV HRR AMG "
    "APU INPUT BABY INSIDE COVID NUR MEHR WIR SIE ICH SO EILMELDUNG UPDATE VIDEO BILD BILDER KOMMENTAR "
    "INTERVIEW EXKLUSIV TICKER NEWS"
)
_HEAD_STOPS = word_set(
    "Das Die Der Den Dem Des Ein Eine Einen In Im Bei Von Und Oder Für Mit Auch Zu Zum Zur"
)
_MOST_WORDS = 5
_HYPHEN_TAILS = frozenset(
    ("Konzern", "Konzerns", "Partei", "Gruppe", "Bank", "Stiftung", "Gesellschaft", "Verband")
)


class OrganisationComponent:
    """Finds organisations by pattern; names from lists come from the gazetteer."""

    def __call__(self, doc: Doc) -> Doc:
        """Add organisations."""
        draft = draft_of(doc)
        for index, word in enumerate(draft.info):
            if (word.capital or word.upper) and not draft.skipped(index):
                _apply(draft, index)
        return doc


def _apply(draft: Draft, index: int) -> None:
    for rule, pattern in _PATTERNS.items():
        found = pattern(draft, index)
        if found is not None:
            first, after = found
            draft.add(Category.ORGANISATION, (draft.span(first, after),), score=prior(rule), rule=rule)
            return


def _legal_form(draft: Draft, index: int) -> tuple[int, int] | None:
    if draft.words[index] not in lexicons().patterns.legal:
        return None
    first = index
    sentence = draft.sentence_of(index)
    while first > sentence.first and index - first < _MOST_WORDS and _name_part(draft, first - 1):
        first -= 1
    if draft.words[first] in ("&", "+", "und"):
        first += 1
    return (first, index + 1) if first < index else None


def _name_part(draft: Draft, index: int) -> bool:
    word = draft.info[index]
    if word.text in ("&", "+"):
        return True
    return (word.capital or word.upper) and word.text not in _HEAD_STOPS and not word.function


def _club(draft: Draft, index: int) -> tuple[int, int] | None:
    if draft.words[index] not in lexicons().patterns.before or index + 1 >= len(draft):
        return None
    first = index
    number = draft.word(index - 1)
    if index and re.fullmatch(r"\d{1,2}\.|\d{4}", number):
        first -= 1
    after = index + 1
    while after < len(draft) and after - index < 3 and _club_word(draft, after, first=after == index + 1):
        after += 1
    if after == index + 1:
        return None
    if re.fullmatch(r"\d\d|\d{4}", draft.word(after)) and draft.word(after - 1) not in ("im", "seit"):
        after += 1
    return first, after


def _club_word(draft: Draft, index: int, *, first: bool) -> bool:
    word = draft.info[index]
    if "\n" in draft.text[draft.ends[index - 1] : draft.starts[index]]:
        return False
    return word.capital and not word.noun and (first or word.text not in _HEAD_STOPS) and not word.function


def _with_place(draft: Draft, index: int) -> tuple[int, int] | None:
    if draft.words[index] not in lexicons().patterns.with_place:
        return None
    follows = draft.word(index + 1)
    if not follows[:1].isupper() or draft.info[index + 1].noun or draft.info[index + 1].function:
        return None
    after = index + 2
    if draft.word(after) in ("am", "an", "in", "/") and draft.word(after + 1)[:1].isupper():
        place = draft.word(after + 1)
        after += 2 if draft.word(after) in ("am", "/") and listed(place) is not None else 0
    return index, after


_BODIES = word_set(
    "Bank Zeitung Verlag Stiftung Post Rundschau Nachrichten Tageblatt Universität Airlines Airways Institut"
)


def _named_body(draft: Draft, index: int) -> tuple[int, int] | None:
    """Take a proper word or an adjective of a town with the body: ``Baader Bank``, ``Basler Zeitung``."""
    if draft.words[index] not in _BODIES or index == 0:
        return None
    before = draft.info[index - 1]
    proper = before.capital and not before.noun and not before.function and before.text not in _HEAD_STOPS
    if not proper or before.text.endswith(("e", "en", "em", "es")) or draft.sentence_of(index).first == index:
        return None
    return index - 1, index + 1


def _ministry(draft: Draft, index: int) -> tuple[int, int] | None:
    word = draft.info[index]
    lower = word.lower
    heads = lexicons().patterns.alone
    for head in heads:
        for ending in ("", "s", "es"):
            tail = head + ending
            if lower.endswith(tail) and len(lower) - len(tail) >= 3:
                return _named(draft, index, lower[: -len(tail)])
    return None


_NAMED_BY = word_set(
    "außen innen verteidigungs finanz wirtschafts justiz verkehrs gesundheits umwelt kultus bildungs "
    "arbeits sozial familien agrar landwirtschafts energie heimatschutz forschungs entwicklungs bau "
    "bundes landes oberste general rüstungs propaganda kriegs informations kultur handels sport jugend "
    "tourismus wissenschafts"
)
_GENERIC = frozenset(("bundespartei", "volkspartei", "regierungspartei", "oppositionspartei"))


def _named(draft: Draft, index: int, before: str) -> tuple[int, int] | None:
    lower = draft.info[index].lower
    if lower in _GENERIC or lower.rstrip("s") in _GENERIC:
        return None
    if before.rstrip("-") in _NAMED_BY or before.startswith(
        ("bundes", "landes", "eu-", "us-", "uno-", "un-")
    ):
        return index, index + 1
    first = draft.words[index].split("-")[0]
    if before.endswith("-") and (listed(first) is not None or first.isupper()):
        return index, index + 1
    return None


def _acronym(draft: Draft, index: int) -> tuple[int, int] | None:
    text = draft.words[index]
    if not _ACRONYM.fullmatch(text) or _ROMAN.fullmatch(text) or text.upper() in _NO_ORGANISATION:
        return None
    if text in lexicons().names or draft.zones[index] in (ZoneKind.HEADLINE, ZoneKind.KICKER):
        return None
    around = (draft.word(index - 1), draft.word(index + 1))
    shouting = any(len(word) > 1 and word.isupper() and word.isalpha() for word in around)
    number = any(word[:1].isdigit() for word in around)
    return None if shouting or number else (index, index + 1)


_SHORT = word_set(
    "Parlament Parlaments Parlamentes Landtag Landtags Landtages Verfassungsgericht "
    "Verfassungsgerichts Verfassungsgerichtes Zentralbank Notenbank"
)
_DEFINITE = word_set("der die das dem den des im vom zum zur beim am")


def _short(draft: Draft, index: int) -> tuple[int, int] | None:
    """``das Parlament``, ``die iranische Zentralbank``: what a country has one of, with its article."""
    if draft.words[index] not in _SHORT:
        return None
    before = index - 1
    while (
        before > index - 3 and draft.word(before)[:1].islower() and draft.word(before).endswith(("e", "en"))
    ):
        before -= 1
    return (index, index + 1) if draft.word(before).lower() in _DEFINITE else None


def _compound(draft: Draft, index: int) -> tuple[int, int] | None:
    parts = draft.info[index].parts
    if len(parts) != 2 or parts[1] not in _HYPHEN_TAILS:
        return None
    entry = listed(parts[0])
    known = entry is not None and entry.category is Category.ORGANISATION
    return (index, index + 1) if known or parts[0].isupper() else None


_PATTERNS: dict[str, Pattern] = {
    "organisation_legal_form": _legal_form,
    "organisation_club": _club,
    "organisation_with_place": _with_place,
    "organisation_named": _named_body,
    "organisation_ministry": _ministry,
    "organisation_short": _short,
    "organisation_compound": _compound,
    "organisation_acronym": _acronym,
}
