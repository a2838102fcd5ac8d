"""Names of other things: ships, works, laws, prizes, occasions, products."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc

from annotator.core.text import Span
from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.gazetteer import listed
from annotator.pretag.lexicons import read_yaml
from annotator.pretag.merge import NAMES
from annotator.pretag.model import Category, Finding, Key
from annotator.pretag.priors import prior
from annotator.pretag.quotation_marks import Marks, marks
from annotator.pretag.words import analyse

_ENDINGS = ("e", "en", "er", "es", "em")
_LAW = re.compile(r"[A-ZÄÖÜ][\wäöüß]{2,}(?:gesetz|gesetzes|gesetzbuch|gesetzbuches)")
_GENERIC_LAW = re.compile(
    r"(?:Bundes|Landes|Natur|Rahmen|Ausführungs|Sonder|Eil|Spar|Reform|Änderungs|Verfassungs)?(?:gesetz|gesetzes)"
)
_NAMED_BY_PLACE = re.compile(
    r"(.+?)-?(?:krieg|krieges|kriegs|vertrag|vertrags|vertrages|protokoll|protokolls|abkommen|abkommens)",
    re.I,
)
_PRIZE = re.compile(r"[A-ZÄÖÜ][\w-]*-(?:Preis|Preises|Cup|Cups|Pokal|Pokals|Medaille)")
_CRAFT = re.compile(r"A3\d\d(?:-\d+)?|7[0-8]7(?:-\d+)?|\d{2,3}")
_MAKERS = frozenset(("Airbus", "Boeing", "Fokker", "Cessna", "Tupolew", "Embraer"))
_WEBSITE = re.compile(r"[\w-]{2,}\.(?:de|com|org|net|at|ch|eu|info)")
_NUMBERED = frozenset(("Windows", "PlayStation", "Playstation", "iPhone", "iPad", "Firefox", "Xbox", "Linux"))
_VERSION = re.compile(r"\d[\d.]*|XP|Vista|NT|One|Mini|Pro")
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class _Lists:
    ship: tuple[str, ...]
    quoted: tuple[str, ...]
    bare: tuple[str, ...]
    prefixes: frozenset[str]
    names: dict[str, tuple[tuple[str, ...], ...]]
    no_names: frozenset[str]
    bodies: frozenset[str]
    sites: tuple[str, ...]


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    data = read_yaml("others.yaml")
    names: dict[str, list[tuple[str, ...]]] = {}
    for name in data["names"]:
        for form in [name.replace("~", ending) for ending in _ENDINGS] if "~" in name else [name]:
            first, *rest = form.split()
            names.setdefault(first, []).append(tuple(rest))
    return _Lists(
        tuple(data["ship"]),
        tuple(data["quoted"]),
        tuple(data["bare"]),
        frozenset(data["prefixes"]),
        {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in names.items()},
        frozenset(data["not"]),
        frozenset(data["organisation"]),
        tuple(data["site"]),
    )


class OtherComponent:
    """Adds names that the rules are sure of, and mends the recogniser's that are none or of another kind."""

    def __call__(self, doc: Doc) -> Doc:
        """Mend, then add."""
        draft = draft_of(doc)
        for finding in draft.of(Category.OTHER):
            _mend(draft, finding)
        pairs = list(marks(draft))
        ships = {draft.words[p.opening + 1] for p in pairs if _quoted(draft, p)}
        for pair in pairs:
            if draft.words[pair.opening + 1] in ships:
                _add_quoted(draft, pair, "other_quoted")
        for index, word in enumerate(draft.info):
            if (word.capital or word.upper or draft.words[index] in _lists().names) and not draft.skipped(
                index
            ):
                found = next((hit for hit in _named(draft, index) if hit is not None), None)
                if found is not None:
                    after, rule = found
                    _add(draft, draft.span(index, after), rule)
        return doc


def _mend(draft: Draft, finding: Finding) -> None:
    """Take back what is no name, and call organisations, websites and sites what they are."""
    tokens = draft.tokens_of(finding)
    words = [draft.words[i] for i in tokens]
    text = draft.text[finding.start : finding.end]
    single = draft.info[tokens[0]]
    ordinary = len(words) == 1 and single.noun and not single.parts and finding.score < _ORDINARY
    if any(mark in text for mark in "\t\n|") or text in _lists().no_names or ordinary:
        draft.drop(finding)
        return
    category = None
    if _WEBSITE.fullmatch(text) or _lists().bodies.intersection(words):
        category = Category.ORGANISATION
    elif len(words) == 1 and words[0].lower().endswith(_lists().sites):
        category = Category.PLACE
    place = draft.names.of(category) if category is not None else None
    if place is not None:
        draft.drop(finding)
        draft.put(replace(finding, layer=place[0], label=place[1], rule=f"{finding.rule}_mended"))


_ORDINARY = 0.8


def _quoted(draft: Draft, pair: Marks) -> bool:
    """``die Fähre „Wellenreiterin“``: the name behind the word for what it is; tell if it is a ship."""
    first, after = pair.inner
    head = draft.info[pair.opening - 1] if pair.opening else None
    opening = draft.info[first]
    if (
        head is None
        or not head.capital
        or not (opening.capital or opening.upper or opening.text[0].isdigit())
    ):
        return False
    kind = head.lower.removesuffix("s")
    ship, work = kind.endswith(_lists().ship), kind.endswith(_lists().quoted)
    if not (ship or work) or draft.words[after - 1] in (".", "!", "?"):
        return False
    _add_quoted(draft, pair, "other_ship" if ship else "other_quoted")
    return ship


def _add_quoted(draft: Draft, pair: Marks, rule: str) -> None:
    """Add what stands between the marks, in place of what else was found there."""
    first, after = pair.inner
    if after - first > _LONGEST or draft.skipped(first):
        return
    span = draft.span(first, after)
    for finding in draft.of(*NAMES):
        if finding.start < span.end and span.start < finding.end:
            draft.drop(finding)
    _add(draft, span, rule)


def _add(draft: Draft, span: Span, rule: str) -> None:
    """Add a name in place of what stands at just that place."""
    for category in NAMES:
        place = draft.names.of(category)
        found = draft.findings.get(Key(*place, (span,))) if place is not None else None
        if found is not None:
            draft.drop(found)
    draft.add(Category.OTHER, (span,), score=prior(rule), rule=rule)


def _named(draft: Draft, index: int) -> Iterator[tuple[int, str] | None]:
    """Yield what each rule makes of the token at ``index``: where the name ends, and the rule."""
    yield _listed_name(draft, index)
    yield _craft(draft, index)
    yield _word(draft, index)


def _listed_name(draft: Draft, index: int) -> tuple[int, str] | None:
    for rest in _lists().names.get(draft.words[index], ()):
        after = index + 1 + len(rest)
        if tuple(draft.words[index + 1 : after]) == rest:
            numbered = draft.words[index] in _NUMBERED and _VERSION.fullmatch(draft.word(after))
            return after + bool(numbered), "other_listed"
    return None


def _craft(draft: Draft, index: int) -> tuple[int, str] | None:
    """``MS Wellenreiterin``, ``Hurrikan Katrina`` (behind the word), ``Airbus A380``."""
    word = draft.words[index]
    if word in _MAKERS and _CRAFT.fullmatch(draft.word(index + 1)):
        return index + 2, "other_listed"
    follows = index + 1 < len(draft) and _proper(draft, index + 1)
    if word in _lists().prefixes and follows:
        return _proper_end(draft, index + 1), "other_ship"
    before = draft.info[index - 1] if index else None
    named = before is not None and before.capital and before.lower.endswith(_lists().bare)
    if named and _proper(draft, index) and not draft.info[index].function:
        return _proper_end(draft, index), "other_ship"
    return None


def _proper(draft: Draft, index: int) -> bool:
    word = draft.info[index]
    return (word.capital or word.upper) and not word.noun and listed(word.text) is None


def _proper_end(draft: Draft, index: int) -> int:
    after = index + 1
    while after < len(draft) and after - index < 2 and draft.info[after].capital and _proper(draft, after):
        after += 1
    return after


def _word(draft: Draft, index: int) -> tuple[int, str] | None:
    """Laws, wars, treaties and prizes of one word: ``Heizungsgesetz``, ``Irakkrieg``, ``Kyoto-Protokoll``."""
    word = draft.words[index]
    if _LAW.fullmatch(word) and not _GENERIC_LAW.fullmatch(word):
        return index + 1, "other_law"
    place = _NAMED_BY_PLACE.fullmatch(word)
    if place is not None:
        entry = listed(place[1]) or listed(place[1].split("-")[0])
        return (index + 1, "other_law") if entry is not None and entry.category is Category.PLACE else None
    if (
        _PRIZE.fullmatch(word)
        and len(word.partition("-")[0]) > 3
        and not analyse(word.partition("-")[0]).noun
    ):
        return index + 1, "other_law"
    return None
