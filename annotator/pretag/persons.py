"""Names of people: by first name, by what stands before them, and surnames again."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from annotator.core.text import Span
from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.gazetteer import listed
from annotator.pretag.lexicons import Given
from annotator.pretag.model import Category, Finding
from annotator.pretag.priors import prior
from annotator.pretag.wordlist import word_set
from annotator.pretag.words import Word, without_genitive

_INITIAL = re.compile(r"[A-ZÄÖÜ]\.(?:-?[A-Z]\.)?")
_ROMAN = re.compile(r"[IVX]{1,5}\.?")
TITLES = frozenset(
    ("Dr.", "Prof.", "Dr", "Prof", "h.c.", "Sir", "Graf", "Freiherr", "med.", "Mag.", "Dipl.-Ing.")
)
_PARTICLES = word_set(
    "von van de der den zu zur vom dem del della di da do dos das du des le la los el al as bin ibn "
    "ben abu ter ten af y e Le La De Van Von Di Da Del El Al Bin Ibn Mac Den O' D' d'"
)
_NO_NAME = word_set(
    "Der Die Das Den Dem Des Ein Eine Einen Und Oder Aber Wie Als In Im Am An Auf Aus Bei Mit Nach "
    "Seit Von Vor Zu Januar Februar März April Mai Juni Juli August September Oktober November "
    "Dezember Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Sonnabend Euro Dollar "
    "Prozent Uhr Mio Mrd Millionen Milliarden Nr Sie Er Es Ihr Ihre Ihren Ihrem Sein Seine Diese "
    "Dieser Dieses Auch So Da Doch Nun Dann Wer Was Wo Warum Quelle Foto Jahr Euros Cent Gott "
    "Weihnachten Ostern Pfingsten Silvester Neujahr Heute Gestern Morgen Für Über Unter Zwei Drei Bild "
    "Foto Fotos Archiv Platz Mitte Anfang Ende Gestern Vorgestern Deutsch Englisch Französisch "
    "Russisch Spanisch Internet Kilometer Meter Kilogramm Wir Ich Man Beide Alle"
)
_MOST_NAMES = 3


class PersonComponent:
    """Finds names of people by a first name or by a function, title or occupation before them."""

    def __call__(self, doc: Doc) -> Doc:
        """Add the names of people."""
        draft = draft_of(doc)
        index = 0
        while index < len(draft):
            index = max(index + 1, self._at(draft, index))
        return doc

    def _at(self, draft: Draft, index: int) -> int:
        word = draft.info[index]
        if not word.capital or draft.skipped(index):
            return index
        if word.given and word.text not in _NO_NAME:
            return _by_first_name(draft, index)
        if word.function or word.occupation:
            return _by_cue(draft, index)
        return _unknown_pair(draft, index)


def name_like(word: Word) -> bool:
    """Tell whether a word can be part of a person's name by its looks."""
    return (
        word.capital
        and len(word.text) > 1
        and word.text not in _NO_NAME
        and not (word.function and not word.given)
        and not word.occupation
    )


def _by_first_name(draft: Draft, index: int) -> int:
    given = draft.info[index].given
    after = index + 1
    while after < len(draft) and _between(draft, after):
        after += 1
    if after >= len(draft) or draft.zones[after] is not draft.zones[index]:
        return index
    last = draft.info[after]
    if _ROMAN.fullmatch(last.text) and after > index:
        dotted = draft.word(after + 1) == "." and draft.glued(after + 1) and not _breaks_at(draft, after + 1)
        goes_on = dotted and draft.word(after + 2)[:1].islower()
        return _keep(draft, index, after + (2 if goes_on else 1), "person_first_name")
    certain = given is Given.YES
    if not _surname(last, certain=certain) or _breaks_at(draft, after):
        return _royal(draft, index, after)
    after = _more_surnames(draft, after + 1)
    rule = "person_first_name" if certain and not last.noun else "person_first_name_doubtful"
    return _keep(draft, index, after, rule)


def _between(draft: Draft, index: int) -> bool:
    """Tell whether a token continues a name that a capitalised word must end."""
    if index + 1 >= len(draft) or _breaks_at(draft, index):
        return False
    word, follows = draft.info[index], draft.info[index + 1]
    if _INITIAL.fullmatch(word.text) and word.text not in ("U.", "E."):
        return True
    if word.text in _PARTICLES:
        return follows.capital or follows.text in _PARTICLES
    return bool(word.given) and ((name_like(follows) and not follows.noun) or follows.text in _PARTICLES)


def _surname(word: Word, *, certain: bool) -> bool:
    if not name_like(word) and not (word.capital and word.function and certain and not word.parts):
        return False
    if word.noun and not certain:
        return False
    entry = listed(word.text)
    return entry is None or (certain and entry.kind not in ("country", "party", "continent"))


def _royal(draft: Draft, index: int, after: int) -> int:
    if after > index + 1 and draft.info[after - 1].given and name_like(draft.info[after - 1]):
        return _keep(draft, index, after, "person_first_name")
    return index


def _more_surnames(draft: Draft, after: int) -> int:
    if draft.word(after) in _PARTICLES - _SMALL_WORDS and after + 1 < len(draft):
        follows = draft.info[after + 1]
        return after + 2 if name_like(follows) and not follows.noun else after
    if after < len(draft) and not _breaks_at(draft, after):
        word = draft.info[after]
        plain = name_like(word) and not word.noun and not listed(word.text)
        if plain and not word.text.endswith(("en", "em")) and draft.zones[after] is draft.zones[after - 1]:
            return after + 1
    return after


_SMALL_WORDS = word_set("von van de der den zu zur vom dem das des la le e y as da du do")


def _breaks_at(draft: Draft, index: int) -> bool:
    """Tell whether a sentence or a line begins at a token, so no name runs over it."""
    if draft.sentence_of(index).first == index:
        return True
    return index > 0 and "\n" in draft.text[draft.ends[index - 1] : draft.starts[index]]


def _keep(draft: Draft, first: int, after: int, rule: str) -> int:
    draft.add(Category.PERSON, (draft.span(first, after),), score=prior(rule), rule=rule)
    return after


def _by_cue(draft: Draft, index: int) -> int:
    """Take the capitalised words behind a function as a name: ``Außenminister Wang Yi``."""
    first = index + 1
    while draft.word(first) in TITLES:
        first += 1
    if draft.word(first) in _PARTICLES and draft.words[index] not in ("Frau", "Herr", "Herrn"):
        return first
    after = first
    while after < min(len(draft), first + _MOST_NAMES) and not _breaks_at(draft, after):
        word = draft.info[after]
        if word.text in _PARTICLES and after + 1 < len(draft) and draft.info[after + 1].capital:
            after += 1
            continue
        if not name_like(word) or word.noun or listed(word.text) or (word.parts and not _double(word)):
            break
        if word.given and after > first and draft.info[after - 1].given is Given.NO:
            break
        after += 1
    while after > first and draft.words[after - 1] in _PARTICLES:
        after -= 1
    if after == first or (draft.info[first].given and _by_first_name(draft, first) > first):
        return first
    rule = "person_after_function" if draft.info[index].function else "person_after_cue"
    return _keep(draft, first, after, rule)


def _unknown_pair(draft: Draft, index: int) -> int:
    """Take two unknown capitalised words before an apposition or a party in brackets as a name."""
    after = index + 2
    if after > len(draft) or _breaks_at(draft, index + 1) or not _apposed(draft, after):
        return index
    pair = draft.info[index], draft.info[index + 1]
    if not all(_unknown(word) for word in pair) or pair[0].text.endswith(_ADJECTIVE_ENDINGS):
        return index
    if index and draft.info[index - 1].capital and not _breaks_at(draft, index):
        return index
    return _keep(draft, index, after, "person_before_apposition")


_ADJECTIVE_ENDINGS = ("er", "e", "en", "es", "em", "sche", "ische")
_LOOK_AHEAD = 5


def _unknown(word: Word) -> bool:
    return (
        name_like(word) and not word.noun and len(word.text) > 2 and not word.parts and not listed(word.text)
    )


def _apposed(draft: Draft, after: int) -> bool:
    if draft.word(after) == "(":
        entry = listed(draft.word(after + 1))
        return entry is not None and entry.kind == "party"
    if draft.word(after) != ",":
        return False
    for index in range(after + 1, min(len(draft), after + _LOOK_AHEAD)):
        word = draft.info[index]
        if word.function or word.occupation:
            return True
        if word.text[:1].isupper() or not word.alpha:
            return False
    return False


def _double(word: Word) -> bool:
    return len(word.parts) == 2 and all(part[:1].isupper() and not part.isupper() for part in word.parts)


class SurnameComponent:
    """Finds surnames again, wherever the full name, or the name behind a function, was found once."""

    def __call__(self, doc: Doc) -> Doc:
        """Add later and earlier mentions of the people found so far."""
        draft = draft_of(doc)
        known = draft.of(Category.PERSON)
        surnames = _surnames(draft, known)
        taken = {i for finding in known for i in draft.tokens_of(finding)}
        for index, text in enumerate(draft.words):
            if index not in taken and draft.info[index].capital:
                self._again(draft, index, text, surnames)
        return doc

    def _again(self, draft: Draft, index: int, text: str, surnames: dict[str, Finding]) -> None:
        if draft.skipped(index):
            return
        for form in without_genitive(text):
            source = surnames.get(form)
            if source is not None and not _is_other(draft, index, form):
                score = min(prior("surname_again"), source.score)
                draft.add(Category.PERSON, (draft.span(index, index + 1),), score=score, rule="surname_again")
                return
        _inside(draft, index, surnames)


def _surnames(draft: Draft, people: list[Finding]) -> dict[str, Finding]:
    surnames: dict[str, Finding] = {}
    for finding in people:
        tokens = draft.tokens_of(finding)
        last = draft.words[tokens[-1]]
        forms = without_genitive(last)
        if draft.info[tokens[-1]].noun and finding.rule == "person_first_name_doubtful":
            continue
        alone = len(tokens) == 1
        for form in forms if alone or len(forms) == 1 else (forms[1], forms[0]):
            if len(form) > 2 and not _ROMAN.fullmatch(form):
                surnames.setdefault(form, finding)
    return surnames


def _is_other(draft: Draft, index: int, form: str) -> bool:
    """Tell whether the word is rather an ordinary noun here: ``der Koch``, ``die Bäcker``."""
    before = draft.word(index - 1).lower()
    if before in DETERMINERS:
        return True
    if before in ("in", "nach", "firma") or before.endswith(_FIRMS):
        return True
    entry = listed(form)
    return entry is not None and entry.kind in ("country", "continent")


_FIRMS = ("firma", "unternehmen", "konzern", "agentur", "hersteller", "marke", "st.", "sankt")


DETERMINERS = word_set(
    "der die das dem den des ein eine einer einem einen eines kein keine alle viele mehrere"
)


def _inside(draft: Draft, index: int, surnames: dict[str, Finding]) -> None:
    """Find people in a hyphen compound (``Trump-Putin-Treffen``), where the scheme takes parts of tokens."""
    if not draft.info[index].parts or not draft.names.subtoken(Category.PERSON):
        return
    begin = draft.starts[index]
    for part in draft.info[index].parts:
        if part in surnames:
            span = Span(begin, begin + len(part))
            draft.add(Category.PERSON, (span,), score=prior("person_in_compound"), rule="person_in_compound")
        begin += len(part) + 1
