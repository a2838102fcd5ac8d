"""Functions and titles: the office that somebody holds, who holds it, and where."""

from __future__ import annotations

from spacy.tokens import Doc

from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.gazetteer import listed
from annotator.pretag.model import Category, Finding, RelationKind
from annotator.pretag.persons import TITLES
from annotator.pretag.priors import prior
from annotator.pretag.wordlist import word_set
from annotator.pretag.words import Word

_LINKERS = frozenset(("der", "des", "von", "vom", "bei", "beim", "im", "in", "für", "aus"))
_DETERMINERS = word_set(
    "der die das dem den des ein eine einer einem einen eines ihr ihre sein seine dessen deren"
)
_APPOSITION = 5
_OFFICE_NAME = 8
_TAIL_ONLY = word_set(
    "chef leiter politiker experte führer diplomat kollege vorstand beamter offizier ökonom volkswirt "
    "analyst forscher chefin boss expertin obmann obfrau sekretär"
)
_COMMON = frozenset(
    ("kandidat", "abgeordneter", "parlamentarier", "anwalt", "manager", "verteidiger", "kapitän", "gründer")
)


class FunctionComponent:
    """Finds functions and relates them to people, organisations and places."""

    def __init__(self) -> None:
        self._last: tuple[int, list[Finding]] = (-1, [])

    def __call__(self, doc: Doc) -> Doc:
        """Add functions."""
        draft = draft_of(doc)
        self._last = (-1, [])
        people = draft.cover(Category.PERSON)
        bodies = draft.cover(Category.ORGANISATION, Category.PLACE)
        for index, word in enumerate(draft.info):
            free = word.function and index not in people and index not in bodies
            if free and not draft.skipped(index):
                self._function(draft, index, people, bodies)
        _memberships(draft, bodies)
        return doc

    def _also(self, draft: Draft, index: int) -> list[Finding]:
        """Return who holds the office before ``und``: ``Gründer und Geschäftsführer``."""
        last, holders = self._last
        return holders if last == index - 2 and draft.words[index - 1] == "und" else []

    def _function(
        self, draft: Draft, index: int, people: dict[int, Finding], bodies: dict[int, Finding]
    ) -> None:
        holders = _holders(draft, index, people) or self._also(draft, index)
        rule = _rule(draft, index, bool(holders), bodies)
        if not rule:
            return
        self._last = index, holders
        function = draft.add(Category.FUNCTION, (draft.span(index, index + 1),), score=prior(rule), rule=rule)
        if function is None:
            return
        for person in holders:
            draft.holders.setdefault(function.key, person)
            draft.link(
                RelationKind.HAS_FUNCTION, person, function, score=prior("has_function"), rule="has_function"
            )
        body = _body(draft, index, bodies)
        if body is not None:
            draft.link(RelationKind.BELONGS_TO, function, body, score=prior("belongs_to"), rule="belongs_to")


def _rule(draft: Draft, index: int, held: bool, bodies: dict[int, Finding]) -> str:
    word = draft.info[index]
    if held:
        return "function_of_person"
    if word.function in _TAIL_ONLY:
        return "function_tail" if _named_compound(word) else ""
    if word.function in _COMMON or (word.noun and not word.parts and word.function not in word.lower):
        return "function_common"
    return "function_alone"


def _named_compound(word: Word) -> bool:
    """Tell whether the first part of a compound is a name: ``Kremlchef``, ``CDU-Politiker``."""
    if word.parts:
        return listed(word.parts[0]) is not None or word.parts[0].isupper()
    stem = word.text[: word.lower.rfind(word.function[:4])]
    return listed(stem) is not None or stem.lower().rstrip("s") in _BODIES


_BODIES = word_set(
    "partei regierung staat fraktion konzern firma bank polizei geheimdienst parlament opposition "
    "gewerkschaft unternehmen verband klub verein landes bundes kabinett behörden amt kirche "
    "zentralbank notenbank militär armee rebellen putin kreml vorstand aufsichtsrat senat spitzen "
    "außen innen finanz wirtschaft"
)


def _holders(draft: Draft, index: int, people: dict[int, Finding]) -> list[Finding]:
    """Return who holds the function at ``index``: the name behind it, or the one it is in apposition to."""
    place = index + 1
    while draft.word(place) in TITLES:
        place += 1
    if place in people and draft.zones[place] is draft.zones[index]:
        return _list_of(draft, place, people)
    before = _apposed_to(draft, index, people)
    if before is not None:
        return [before]
    behind = _named_behind(draft, index, people)
    return [behind] if behind is not None else []


def _list_of(draft: Draft, place: int, people: dict[int, Finding]) -> list[Finding]:
    found = [people[place]]
    after = draft.tokens_of(found[0])[-1] + 1
    plural = draft.info[place - 1].text.endswith(("en", "er", "n", "e"))
    while plural and draft.word(after) in ("und", ",") and after + 1 in people:
        found.append(people[after + 1])
        after = draft.tokens_of(found[-1])[-1] + 1
    return found


def _apposed_to(draft: Draft, index: int, people: dict[int, Finding]) -> Finding | None:
    """``Donald Trump, der Präsident der USA,``: the name before the comma."""
    place = index - 1
    while place > index - _APPOSITION and draft.word(place)[:1].islower():
        place -= 1
    if draft.word(place) != "," or place - 1 not in people:
        return None
    for after in range(index + 1, min(len(draft), index + _OFFICE_NAME)):
        if draft.words[after] in (",", ".", ")", ";"):
            return people[place - 1]
        word = draft.words[after]
        if word[:1].islower() and word not in _LINKERS | {"und"} and not word.endswith("en"):
            return None
    return None


def _named_behind(draft: Draft, index: int, people: dict[int, Finding]) -> Finding | None:
    """``Der Sprecher des Ministeriums, Peter Müller,``: the name behind the comma."""
    if draft.word(index - 1) in ("des", "eines"):
        return None
    for place in range(index + 1, min(len(draft), index + _OFFICE_NAME)):
        word = draft.words[place]
        if word == ",":
            return _closed(draft, people.get(place + 1))
        if place in people:
            clean = all(
                draft.words[i] in _LINKERS or draft.words[i][:1].isupper() for i in range(index + 1, place)
            )
            genitive = draft.words[place - 1] in _LINKERS
            return people[place] if clean and not genitive else None
        if (
            word[:1].islower()
            and word not in _LINKERS | _DETERMINERS
            and not word.endswith(("en", "er", "em"))
        ):
            return None
    return None


def _closed(draft: Draft, person: Finding | None) -> Finding | None:
    if person is None:
        return None
    after = draft.tokens_of(person)[-1] + 1
    return person if draft.word(after) in (",", ".", "") or draft.word(after) == "(" else None


def _body(draft: Draft, index: int, bodies: dict[int, Finding]) -> Finding | None:
    """Return whose function it is: ``Präsident der USA``, ``Russlands Präsident``."""
    place = index + 1
    if draft.word(place) in _LINKERS:
        place += 1
        while draft.word(place) in _DETERMINERS or (draft.word(place)[:1].islower() and place < index + 4):
            place += 1
        found = _past_kind(draft, place, bodies)
        if found is not None:
            return found
    before = index - 1
    while before >= 0 and before > index - 4 and draft.words[before][:1].islower():
        before -= 1
    body = bodies.get(before)
    if (
        body is not None
        and draft.words[before].endswith(("s", "'", "’"))
        and draft.word(before)[:1].isupper()
    ):
        return body if before == index - 1 or draft.words[index - 1] not in _DETERMINERS else None
    return None


def _past_kind(draft: Draft, place: int, bodies: dict[int, Finding]) -> Finding | None:
    """Return the body at ``place``, or behind what it is: ``der Agentur X``, ``der Fraktion der Grünen``."""
    if place in bodies:
        return bodies[place]
    if place >= len(draft) or not draft.words[place].lower().endswith(_KINDS):
        return None
    body = bodies.get(place + 1 + (draft.word(place + 1) in ("der", "des", "von", "vom")))
    return body if body is not None and _is_body(draft, body) else None


_KINDS = ("agentur", "fraktion", "organisation", "gesellschaft", "partei", "gewerkschaft", "konzerns")


def _is_body(draft: Draft, finding: Finding) -> bool:
    return (finding.layer, finding.label) == draft.names.of(Category.ORGANISATION)


def _memberships(draft: Draft, bodies: dict[int, Finding]) -> None:
    """``Olaf Scholz (SPD)``, ``Änne Größl vom Institut X``: to what body behind the name somebody belongs."""
    for person in draft.of(Category.PERSON):
        after = draft.tokens_of(person)[-1] + 1
        of = _member_of(draft, after, bodies)
        if of is not None:
            draft.link(RelationKind.BELONGS_TO, person, of, score=prior("member_of"), rule="member_of")
        body = bodies.get(after + 1)
        if body is None or draft.word(after) != "(" or draft.tokens_of(body)[0] != after + 1:
            continue
        if draft.word(draft.tokens_of(body)[-1] + 1) in (")", ",", "/"):
            draft.link(RelationKind.BELONGS_TO, person, body, score=prior("member"), rule="member")


def _member_of(draft: Draft, after: int, bodies: dict[int, Finding]) -> Finding | None:
    """Return the body behind ``vom`` or ``von der``, past one adjective and what kind of body it is."""
    if draft.word(after) not in ("vom", "von"):
        return None
    place = after + 1 + (draft.word(after + 1) in ("der", "den"))
    place += draft.word(place)[:1].islower() and draft.word(place).endswith("en")
    body = _past_kind(draft, place, bodies)
    return body if body is not None and _is_body(draft, body) else None
