"""Verbs of speech and who is speaking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import lru_cache

from annotator.pretag.clauses import clause_at
from annotator.pretag.collectives import collective_at
from annotator.pretag.draft import Draft, Sentence
from annotator.pretag.grammar import subject_of as parsed_subject
from annotator.pretag.inflection import AUXILIARIES, noun_forms
from annotator.pretag.lexicons import read_yaml
from annotator.pretag.model import Category, Finding
from annotator.pretag.priors import prior
from annotator.pretag.subjects import NOUN_PHRASE_WORDS, PREPOSITIONS, agent, governed, is_passive, oblique
from annotator.pretag.verbs import CLAUSE_MARKS, QUOTE_MARKS, Hit, VerbTable

SPEAKERS = (Category.PERSON, Category.ORGANISATION, Category.PLACE, Category.FUNCTION)
_SEARCHED = 25
_BRACKETS = {"(": 1, ")": -1}
_STOPS = frozenset((";", ":", "!", "?", ".")) | QUOTE_MARKS
_PRONOUNS = frozenset(("er", "sie", "Er", "Sie"))


class Strength(IntEnum):
    """How surely a verb reports words."""

    NONE = 0
    """Another verb with the same root (``zuschreiben``), here only to be told apart."""
    WEAK = 1
    STRONG = 2


_STRENGTHS = (("other", Strength.NONE), ("weak", Strength.WEAK), ("strong", Strength.STRONG))


class SpeechLexicon:
    """The words that introduce what somebody says."""

    def __init__(self) -> None:
        data = read_yaml("statements.yaml")
        verbs: dict[str, Strength] = {}
        self.forbids: dict[str, frozenset[str]] = {}
        """Words beside which a verb without a quote means something else, by its infinitive."""
        for key, strength in _STRENGTHS:
            for entry in data[key]:
                source, _, forbidden = entry.rstrip("*").partition(" -")
                source = source.partition(" +")[0]
                verbs[source] = strength
                if forbidden:
                    self.forbids[source.split()[0].replace("|", "")] = frozenset(forbidden.split("|"))
        self.verbs = VerbTable(verbs.items())
        self.known, self.assumed = frozenset(data["known"]), frozenset(data["assumed"])
        self.source_nouns = frozenset(form for noun in data["nouns"] for form in noun_forms(noun))
        self.statement_nouns = frozenset(
            form for noun in data["statement_nouns"] for form in noun_forms(noun)
        )
        self.content_nouns = self.source_nouns | frozenset(
            form for noun in data["content_nouns"] for form in noun_forms(noun)
        )
        self.prepositions = frozenset(data["prepositions"])


@lru_cache(maxsize=1)
def speech_lexicon() -> SpeechLexicon:
    """Return the lexicon, read once."""
    return SpeechLexicon()


def cues(draft: Draft, sentence: Sentence) -> Iterator[Hit[Strength]]:
    """Yield the verbs of speech of a sentence, one for each token, those inside direct quotes left out."""
    seen: set[int] = set()
    for hit in speech_lexicon().verbs.in_sentence(draft, sentence):
        if hit.index in seen or hit.entry is Strength.NONE or draft.quoted(hit.index, hit.index + 1):
            continue
        if hit.lemma == "heißen" and not _says_it(draft, hit.index):
            continue
        if draft.words[hit.index] in ("meine", "meinen") and draft.word(hit.index + 1) not in CLAUSE_MARKS:
            continue
        seen.add(hit.index)
        yield hit


def _says_it(draft: Draft, index: int) -> bool:
    return "es" in (draft.word(index + 1), draft.word(index - 1), draft.word(index - 1).lower())


def speaker_of(draft: Draft, cue: int, cover: Mapping[int, Finding]) -> Finding | None:
    """Return who speaks: the subject of the verb at ``cue``, looked for on the side where it stands."""
    if draft.words[cue] in ("hieß", "heißt", "heiße", "verlautete"):
        return source_of(draft, cue, cover)
    apposed = _parsed_speaker(draft, cue, cover) or _closed_apposition(draft, cue, cover)
    if apposed is not None:
        return apposed
    if is_passive(draft, cue):
        return agent(draft, cue, cover)
    (first, after), sentence = clause_at(draft, cue), draft.sentence_of(cue)
    opens = cue == first or draft.word(cue - 1) in CLAUSE_MARKS | QUOTE_MARKS or draft.word(cue - 1) == "so"
    opens = opens or draft.word(first) in PREPOSITIONS
    right = range(cue + 1, min(after, cue + _SEARCHED))
    left = range(cue - 1, max(first - 1, cue - _SEARCHED), -1)
    for side in (right, left) if opens else (left, right):
        found = _subject(draft, side, cover, cue)
        if found is not None:
            return found
    behind = _apposed_behind(draft, after, cover)
    if behind is not None:
        return behind
    names = any(draft.info[i].capital or draft.info[i].upper for i in range(cue + 1, after))
    if names and draft.word(cue + 1) not in PREPOSITIONS:
        return None
    return _subject(
        draft, range(first - 1, max(sentence.first - 1, first - _OVER_APPOSITION), -1), cover, cue
    )


def _parsed_speaker(draft: Draft, cue: int, cover: Mapping[int, Finding]) -> Finding | None:
    """Return the subject of the verb by the parse of an installed pipeline, where it is somebody."""
    subject = parsed_subject(draft.grammar, cue)
    if subject < 0:
        return None
    if draft.words[subject] in _PRONOUNS:
        return _pronoun(draft, subject, cover)
    finding = cover.get(subject)
    return None if finding is None else draft.holders.get(finding.key, finding)


def _closed_apposition(draft: Draft, cue: int, cover: Mapping[int, Finding]) -> Finding | None:
    """Return a name between commas before the verb: ``Die Chefin, Änne Größl, kritisierte``."""
    finding = cover.get(cue - 2) if draft.word(cue - 1) == "," else None
    if finding is None or draft.word(draft.tokens_of(finding)[0] - 1) != ",":
        return None
    return finding


def _apposed_behind(draft: Draft, after: int, cover: Mapping[int, Finding]) -> Finding | None:
    """Return a person between commas behind the clause: ``sagte der Leiter, Änne Größl, dem Sender``."""
    finding = cover.get(after + 1) if draft.word(after) == "," else None
    if finding is None or (finding.layer, finding.label) != draft.names.of(Category.PERSON):
        return None
    tokens = draft.tokens_of(finding)
    closed = tokens[0] == after + 1 and draft.word(tokens[-1] + 1) == ","
    return finding if closed else None


_OVER_APPOSITION = 18


def source_of(draft: Draft, cue: int, cover: Mapping[int, Finding]) -> Finding | None:
    """Return where it is said: ``hieß es aus dem Weißen Haus``, ``heißt es bei der Polizei``."""
    _, after = clause_at(draft, cue)
    for index in range(cue + 1, min(after, cue + NOUN_PHRASE_WORDS)):
        if draft.words[index] in ("aus", "bei", "von", "vom", "beim", "im", "in"):
            for place in range(index + 1, min(after, index + NOUN_PHRASE_WORDS)):
                if place in cover:
                    return cover[place]
    return None


def subject_of(draft: Draft, verb: int, cover: Mapping[int, Finding]) -> Finding | None:
    """Return the subject of a modal verb: what stands in its clause before it, else right behind it."""
    first, after = clause_at(draft, verb)
    left = range(verb - 1, first - 1, -1)
    return _subject(draft, left, cover, verb) or _subject(
        draft, range(verb + 1, min(after, verb + NOUN_PHRASE_WORDS)), cover, verb
    )


def _subject(draft: Draft, side: range, cover: Mapping[int, Finding], cue: int) -> Finding | None:
    depth = 0
    for index in side:
        depth = max(0, depth + _BRACKETS.get(draft.words[index], 0) * (1 if side.step > 0 else -1))
        if depth:
            continue
        if _stops(draft, index):
            return None
        if draft.words[index] in _PRONOUNS and (abs(index - cue) <= 2 or draft.words[index] in ("Er", "Sie")):
            return None if _is_plural(draft, index) else _pronoun(draft, index, cover)
        finding = collective_at(draft, index, cover) or cover.get(index)
        if finding is None:
            continue
        begin = draft.tokens_of(finding)[0]
        holder = _holder(draft, finding, cover)
        told_by = draft.word(draft.tokens_of(holder)[-1] + 1) == "zufolge"
        if not told_by and not governed(draft, begin, cover, verb=cue) and not oblique(draft, begin, cover):
            return holder
    return None


def _holder(draft: Draft, finding: Finding, cover: Mapping[int, Finding]) -> Finding:
    """Return the person who holds an office: the name behind it, or ``Änne Größl, die Chefin``."""
    if finding.key in draft.holders:
        return draft.holders[finding.key]
    if (finding.layer, finding.label) != draft.names.of(Category.FUNCTION):
        return finding
    tokens = draft.tokens_of(finding)
    beside = [cover.get(tokens[-1] + 1)]
    if draft.word(tokens[0] - 1) in ("der", "die") and draft.word(tokens[0] - 2) == ",":
        beside.append(cover.get(tokens[0] - 3))
    person = draft.names.of(Category.PERSON)
    return next((f for f in beside if f is not None and (f.layer, f.label) == person), finding)


def _is_plural(draft: Draft, pronoun: int) -> bool:
    """Tell whether the verb beside ``sie`` is in the plural: ``sie sagten``, ``meinen sie``."""
    verbs = (draft.word(pronoun + 1), draft.word(pronoun - 1))
    return draft.words[pronoun] in ("sie", "Sie") and any(
        word.endswith("en") and (word in AUXILIARIES or word in speech_lexicon().verbs) for word in verbs
    )


def _stops(draft: Draft, index: int) -> bool:
    """Tell whether a subject is looked for no further: at marks, but not at those around a name."""
    if draft.words[index] not in _STOPS:
        return False
    inner = range(max(0, index - 1), min(len(draft), index + 2))
    return draft.words[index] not in QUOTE_MARKS or draft.quoted(inner.start, inner.stop)


def _pronoun(draft: Draft, index: int, cover: Mapping[int, Finding]) -> Finding | None:
    """Return the pronoun as a mention of its own, if somebody was named whom it can mean."""
    antecedent = _antecedent(draft, index, cover)
    if antecedent is None:
        return None
    rule = "person_pronoun"
    found = draft.add(Category.PERSON, (draft.span(index, index + 1),), score=prior(rule), rule=rule)
    if found is not None:
        draft.antecedents[found.key] = antecedent.key
    return found


def _antecedent(draft: Draft, index: int, cover: Mapping[int, Finding]) -> Finding | None:
    """Return whom a pronoun beside a verb of speech most likely means: the last person named before."""
    people = (draft.names.of(Category.PERSON), draft.names.of(Category.FUNCTION))
    for place in range(index - 1, max(-1, index - 60), -1):
        finding = cover.get(place)
        if finding is not None:
            finding = draft.holders.get(finding.key, finding)
            if (finding.layer, finding.label) in people:
                return finding
    return None
