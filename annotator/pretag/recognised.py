"""Brings the names of recogniser and rules together, with scores that go on telling what share is right."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from annotator.core.annotation import Origin
from annotator.core.text import Span
from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.merge import NAMES
from annotator.pretag.model import Category, Finding, Key
from annotator.pretag.persons import DETERMINERS, TITLES
from annotator.pretag.recogniser_evidence import Part
from annotator.pretag.wordlist import word_set

_CATEGORIES = {
    "PER": Category.PERSON,
    "ORG": Category.ORGANISATION,
    "LOC": Category.PLACE,
    "OTH": Category.OTHER,
    "MISC": Category.OTHER,
}
_CURRENCIES = word_set(
    "Euro Euros Dollar Dollars Cent Cents Franken Rappen Pfund Rubel Yen Yuan Renminbi Lira Krone Kronen "
    "Mark Pfennig Forint Złoty Zloty Peso Pesos Rupie Rupien Rand Dinar Dirham Schilling Hrywnja Barrel € $ £"
)
RULE = "recogniser"
UNCONFIRMED, OF_OTHER_KIND, LONGER = 0.5, 0.8, 0.5
"""What share of the usual is right of the names that a rule finds and the recogniser does not, has as another
kind of name, or has with fewer words: 19 of 64, 16 of 25, 10 of 22 were right in three folds of GermEval,
each tagged by a model of the others. The first is set higher, as that corpus leaves out most ministries.
"""


@dataclass(frozen=True, slots=True)
class RecognisedName:
    """A name that a model found: article tokens ``[first, after)``."""

    first: int
    after: int
    category: Category
    score: float


class RecognisedComponent:
    """Runs the recogniser and settles its names with those of the rules so far.

    ``model`` names a folder below the model folder, empty for the shipped one. Raises ``ModelRefused`` on
    being made.
    """

    def __init__(self, model: str = "") -> None:
        from annotator.pretag.recogniser import Recogniser
        from annotator.pretag.recogniser_model import load_model

        self.recogniser = Recogniser(load_model(model))

    def __call__(self, doc: Doc) -> Doc:
        """Add the names, and give those of the rules the scores they have beside them."""
        draft = draft_of(doc)
        sentences = [sentence for sentence in draft.sentences if not draft.skipped(sentence.first)]
        found, parts = self.recogniser.names([draft.words[s.first : s.after] for s in sentences])
        names = [
            RecognisedName(s.first + named.first, s.first + named.after, category, named.probability)
            for s, own in zip(sentences, found, strict=True)
            for named in own
            if (category := _CATEGORIES.get(named.label)) is not None
        ]
        settle(draft, [kept for name in names if (kept := without_office(draft, name)) is not None])
        for part in parts:
            _add_part(draft, sentences[part.sentence].first + part.word, part)
        return doc


def without_office(draft: Draft, name: RecognisedName) -> RecognisedName | None:
    """Return a person's name without functions and titles before it; ``None`` if it is no name but a noun.

    Currencies are no names by the guideline, though the corpora have them as such.
    """
    if name.category is Category.OTHER and draft.word(name.after - 1).rpartition("-")[2] in _CURRENCIES:
        return None
    if name.category is not Category.PERSON:
        return name
    first = name.first
    while first < name.after - 1 and _is_office(draft, first):
        first += 1
    if first == name.after - 1:
        word, before = draft.info[first], draft.word(first - 1).lower()
        office = bool(word.function) and not word.given
        if office or (before in DETERMINERS and first == name.first):
            return None
    return replace(name, first=first)


def _is_office(draft: Draft, index: int) -> bool:
    word = draft.info[index]
    return word.text in TITLES or word.occupation or bool(word.function and not word.given)


def settle(draft: Draft, names: list[RecognisedName]) -> None:
    """Bring the recogniser's names into the draft, and give those of the rules their scores beside them.

    A name that a rule found too is at least as sure as the mean of both. One that a rule alone found is less
    sure than usual, except places and organisations within one another, which stand side by side.
    """
    at = {index: name for name in names for index in range(name.first, name.after)}
    found = {key: name for name in names if (key := key_of(draft, name)) is not None}
    for finding in draft.of(*NAMES):
        name = found.pop(finding.key, None)
        draft.drop(finding)
        if name is None:
            rivals = [at[index] for index in draft.tokens_of(finding) if index in at]
            draft.put(replace(finding, score=finding.score * _beside(draft, finding, rivals)))
        else:
            score = max(name.score, (name.score + finding.score) / 2)
            rule = f"{finding.rule}+{RULE}"
            draft.put(replace(finding, score=score, rule=rule, origin=Origin.MODEL))
    for key, name in found.items():
        draft.put(Finding(*key, name.score, RULE, Origin.MODEL))


def _beside(draft: Draft, finding: Finding, rivals: list[RecognisedName]) -> float:
    """Return the factor for the score of a rule's name where the recogniser has other names, or none."""
    if not rivals:
        return UNCONFIRMED
    tokens = draft.tokens_of(finding)
    rival = max(rivals, key=lambda name: name.score)
    is_place, is_body = (
        (finding.layer, finding.label) == draft.names.of(category)
        for category in (Category.PLACE, Category.ORGANISATION)
    )
    if (rival.first, rival.after) == (tokens.start, tokens.stop):
        return OF_OTHER_KIND
    if rival.first <= tokens.start and tokens.stop <= rival.after:
        return 1.0 if is_place and rival.category is Category.ORGANISATION else 1.0 - rival.score
    if tokens.start <= rival.first and rival.after <= tokens.stop:
        if is_body and rival.category is Category.PLACE:
            return 1.0
        if draft.names.of(rival.category) == (finding.layer, finding.label):
            return LONGER
    return 1.0 - rival.score


def key_of(draft: Draft, name: RecognisedName) -> Key | None:
    """Return what the name is as a finding; ``None`` if the scheme has no such label."""
    place = draft.names.of(name.category)
    return None if place is None else Key(*place, (draft.span(name.first, name.after),))


def _add_part(draft: Draft, index: int, part: Part) -> None:
    category = _CATEGORIES.get(part.label)
    if category is not None and draft.names.subtoken(category):
        base = draft.starts[index]
        span = Span(base + part.start, base + part.end)
        draft.add(category, (span,), score=part.score, rule=f"{RULE}_part", origin=Origin.MODEL)
