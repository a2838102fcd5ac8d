"""Phrases that name a source: ``laut CNN``, ``der Agentur Tass zufolge``, ``nach Angaben der Polizei``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotator.core.text import Span
from annotator.pretag.collectives import collective_at
from annotator.pretag.draft import Draft, Sentence
from annotator.pretag.model import Finding
from annotator.pretag.speech import speech_lexicon
from annotator.pretag.verbs import CLAUSE_MARKS, QUOTE_MARKS
from annotator.pretag.wordlist import word_set

_MARKS = CLAUSE_MARKS | QUOTE_MARKS
_OPENERS = word_set("laut Laut nach Nach gemäß Gemäß unter Unter zufolge")
_LONGEST = 9
_GIVEN = word_set("Erklärung Stellungnahme Äußerung Mitteilung Auskunft Bericht")
_POSSESSIVES = word_set("seiner ihrer seinem ihrem")
_INSIDE = word_set("der des von vom und aus den dem die das eines einer")
_VERBS = word_set("hatte hat haben hatten ist sind sei war waren wurde wurden wird werden")
_BEFORE_ZUFOLGE = 7


@dataclass(frozen=True, slots=True)
class Source:
    """The tokens ``[first, after)`` of the phrase, the words that make it one, and who is meant."""

    first: int
    after: int
    cue: Span
    speaker: Finding | None
    noun: int = -1
    """The token of the noun of speech (``nach Angaben``), -1 for a mere preposition."""


def sources(draft: Draft, sentence: Sentence, cover: Mapping[int, Finding]) -> Iterator[Source]:
    """Yield the phrases of a sentence that name a source, those inside direct quotes left out."""
    for index in sentence:
        if draft.words[index] in _OPENERS and not draft.quoted(index, index + 1):
            found = _at(draft, sentence, index, cover)
            if found is not None:
                yield found


def _at(draft: Draft, sentence: Sentence, index: int, cover: Mapping[int, Finding]) -> Source | None:
    match draft.words[index]:
        case "laut" | "Laut":
            return _named(draft, sentence, index, index + 1, cover)
        case "nach" | "Nach" | "gemäß" | "Gemäß":
            noun = _noun(draft, sentence, index)
            if noun < 0 or _is_past(draft, index, noun):
                return None
            return _named(draft, sentence, index, noun + 1, cover)
        case "unter" | "Unter" if draft.word(index + 1) == "Berufung":
            return _named(draft, sentence, index, index + 2, cover)
        case "zufolge":
            return _zufolge(draft, sentence, index, cover)
    return None


def _is_past(draft: Draft, index: int, noun: int) -> bool:
    """Tell whether ``nach seiner Erklärung`` says when: after it was given, not by what it says."""
    return draft.words[noun] in _GIVEN and draft.words[index + 1] in _POSSESSIVES


def _noun(draft: Draft, sentence: Sentence, index: int) -> int:
    """Return the noun of speech that a preposition governs, or -1."""
    nouns = speech_lexicon().source_nouns
    for place in range(index + 1, min(sentence.after, index + 5)):
        word = draft.words[place]
        if word in nouns or (draft.info[place].parts and draft.info[place].parts[-1] in nouns):
            return place
        tail = word[1:].lower()
        if draft.info[place].capital and tail.endswith(("angaben", "berichten", "bericht", "informationen")):
            return place
        if word in _MARKS or draft.info[place].capital:
            return -1
    return -1


def _named(
    draft: Draft, sentence: Sentence, index: int, begin: int, cover: Mapping[int, Finding]
) -> Source | None:
    cue = draft.span(begin - 1, begin)
    noun = begin - 1 if draft.words[begin - 1] in speech_lexicon().source_nouns else -1
    after = begin
    alone = noun >= 0 and begin not in cover and draft.word(begin) not in _INSIDE
    if alone:
        return Source(index, after, cue, None, noun)
    for place in range(begin, min(sentence.after, begin + _LONGEST)):
        if draft.words[place] in QUOTE_MARKS and not draft.quoted(place, place + 1):
            continue
        if draft.words[place] in _MARKS or draft.words[place] in _VERBS:
            break
        collective = collective_at(draft, place, cover)
        if collective is not None:
            return Source(index, draft.tokens_of(collective)[-1] + 1, cue, collective, noun)
        if place in cover:
            speaker = draft.holders.get(cover[place].key, cover[place])
            end = max(draft.tokens_of(speaker)[-1], draft.tokens_of(cover[place])[-1]) + 1
            end += draft.word(end) in QUOTE_MARKS and draft.glued(end)
            return Source(index, _past_apposition(draft, sentence, end), cue, speaker, noun)
        if draft.info[place].capital or draft.info[place].upper:
            after = place + 1
        elif after > begin and draft.words[place] not in _INSIDE:
            break
    if after == begin and begin == index + 1:
        return None
    return Source(index, after, cue, None, noun)


def _past_apposition(draft: Draft, sentence: Sentence, after: int) -> int:
    """Return the end of ``, dem Direktor der Behörde`` behind a name, or ``after`` itself."""
    if draft.word(after) != "," or draft.word(after + 1) not in ("dem", "der", "den"):
        return after
    for place in range(after + 2, min(sentence.after, after + _LONGEST)):
        if draft.words[place] == "," or draft.words[place] in _VERBS:
            return place
    return after


def _zufolge(draft: Draft, sentence: Sentence, index: int, cover: Mapping[int, Finding]) -> Source:
    first = index
    while first > sentence.first and index - first < _BEFORE_ZUFOLGE:
        word = draft.words[first - 1]
        if word in _MARKS or word in _VERBS:
            break
        first -= 1
        if word in ("der", "dem", "den", "Der", "Dem", "Den") and first < index - 1:
            break
    named = (collective_at(draft, i, cover) or cover.get(i) for i in range(index - 1, first - 1, -1))
    speaker = next((finding for finding in named if finding is not None), None)
    return Source(first, index + 1, draft.span(index, index + 1), speaker)


def said_so(draft: Draft, sentence: Sentence, cover: Mapping[int, Finding]) -> Source | None:
    """``…, so Gall.``: a name behind ``so`` and no verb, at a sentence's end or between commas."""
    for index in range(sentence.first + 1, sentence.after - 1):
        if draft.words[index] == "so" and draft.words[index - 1] == ",":
            found = so_says(draft, sentence, index, cover)
            if found is not None:
                return found
    return None


def so_says(draft: Draft, sentence: Sentence, index: int, cover: Mapping[int, Finding]) -> Source | None:
    """Return the source that ``so`` at ``index`` names, if a speaker and no verb stands behind it."""
    after = next(
        (
            i
            for i in range(index + 1, sentence.after)
            if draft.words[i] in _MARKS and not _in_brackets(draft, i)
        ),
        sentence.after,
    )
    if after - index > _LONGEST_SO or draft.quoted(index, index + 1):
        return None
    named = (collective_at(draft, i, cover) or cover.get(i) for i in range(index + 1, after))
    speaker = next((finding for finding in named if finding is not None), None)
    opens = draft.info[index + 1].capital or draft.info[index + 1].upper or draft.words[index + 1] in _INSIDE
    if speaker is None or not opens or draft.words[after - 1] in speech_lexicon().verbs:
        return None
    if draft.tokens_of(speaker)[0] > index + _NAMED_WITHIN:
        return None
    speaker = draft.holders.get(speaker.key, speaker)
    return Source(index, after, draft.span(index, index + 1), speaker)


_LONGEST_SO = 24
_NAMED_WITHIN = 5


def _in_brackets(draft: Draft, index: int) -> bool:
    return draft.words[index] in ("(", ")", "-", "/", "„", "“", '"')
