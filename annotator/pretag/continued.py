"""Speech that runs on: sentences in the subjunctive, told as the words of whoever spoke before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from annotator.pretag.clauses import SUBJUNCTIVES
from annotator.pretag.draft import Draft, Sentence
from annotator.pretag.inflection import AUXILIARIES, Form
from annotator.pretag.model import Category, Finding, RelationKind
from annotator.pretag.moods import sentence_mood
from annotator.pretag.priors import prior
from annotator.pretag.sources import sources
from annotator.pretag.speech import Strength, cues, speaker_of
from annotator.pretag.subjects import governed
from annotator.pretag.verbs import CLAUSE_MARKS, QUOTE_MARKS
from annotator.pretag.wordlist import word_set

_FIRST_PERSON = word_set("ich wir mich mir uns Ich Wir Mich Mir Uns")
_REMEMBERED = 2
_SHORTEST = 3
_SUBJECT_WITHIN = 6


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words the text gives: the speaker, if known, and how many sentences ago they ended.

    ``running`` tells that the sentence before gave somebody's words.
    """

    speaker: Finding | None = None
    silent: int = 0
    running: bool = False


SILENCE = Voice()


def follow(
    draft: Draft, place: int, voice: Voice, cover: Mapping[int, Finding], spoken: Finding | None
) -> Voice:
    """Return whose words are given after sentence number ``place``, having noted a sentence that runs on.

    ``spoken`` is the speaker of a source that the sentence names (``laut CNN``).
    """
    sentence = draft.sentences[place]
    act = draft.said_in(sentence)
    if act is not None or spoken is not None:
        return Voice(act.speaker if act is not None and act.speaker is not None else spoken, 0, True)
    found = _run(draft, place, voice)
    if found is None:
        silent = voice.silent + 1
        return Voice(voice.speaker, silent) if silent <= _REMEMBERED else SILENCE
    first, after, rule = found
    if not voice.running:
        voice = _heard_before(draft, place, voice, cover)
    quote = draft.add(Category.REPORTED, (draft.span(first, after),), score=prior(rule), rule=rule)
    if quote is not None and voice.speaker is not None:
        name = "speaker_continued" if voice.running else "speaker_before"
        draft.link(RelationKind.SPEAKER, quote, voice.speaker, score=prior(name), rule=name)
    return replace(voice, silent=0, running=True)


def _run(draft: Draft, place: int, voice: Voice) -> tuple[int, int, str] | None:
    """Return the words of a sentence that are told as somebody's, and the rule that says so."""
    sentence = draft.sentences[place]
    first, after = trimmed(draft, sentence.first, sentence.after)
    while after > first and draft.quoted(after - 1, after):
        after -= 1
    first, after = trimmed(draft, first, after)
    if (
        after - first < _SHORTEST
        or SUBJUNCTIVES.isdisjoint(draft.words[first:after])
        or any(draft.words[i] in _FIRST_PERSON for i in range(first, after))
    ):
        return None
    mood = sentence_mood(draft, first, after)
    if mood is Form.SUBJUNCTIVE_I:
        return first, after, "reported_continued" if voice.running else "reported_free"
    if mood is Form.SUBJUNCTIVE_II and voice.running and _stands_in(draft, place, first, after):
        return first, after, "reported_continued_two"
    return None


def _stands_in(draft: Draft, place: int, first: int, after: int) -> bool:
    """Tell whether a subjunctive II stands in for I: in the plural, or where the next sentence has I."""
    for index in range(first, after):
        if AUXILIARIES.get(draft.words[index], Form(0)) & Form.SUBJUNCTIVE_II:
            if AUXILIARIES[draft.words[index]] & Form.PLURAL:
                return True
            break
    if place + 1 >= len(draft.sentences):
        return False
    follows = draft.sentences[place + 1]
    return sentence_mood(draft, follows.first, follows.after) is Form.SUBJUNCTIVE_I


def _heard_before(draft: Draft, place: int, voice: Voice, cover: Mapping[int, Finding]) -> Voice:
    """Return who said something in the sentences before, without words of theirs being given."""
    for back in range(1, _REMEMBERED + 1):
        sentence = draft.sentences[place - back] if place >= back else None
        if sentence is None or draft.zones[sentence.first] is not draft.zones[draft.sentences[place].first]:
            break
        speaker = _heard_in(draft, sentence, cover)
        if speaker is not None:
            return Voice(speaker)
    return voice


def _heard_in(draft: Draft, sentence: Sentence, cover: Mapping[int, Finding]) -> Finding | None:
    for hit in cues(draft, sentence):
        if hit.entry is Strength.STRONG and (speaker := speaker_of(draft, hit.index, cover)) is not None:
            return speaker
    return next((s.speaker for s in sources(draft, sentence, cover) if s.speaker is not None), None)


def opening_subject(draft: Draft, sentence: Sentence, cover: Mapping[int, Finding]) -> Finding | None:
    """Return the person or body that a sentence begins with as its subject, if it does."""
    for index in range(sentence.first, min(sentence.after, sentence.first + _SUBJECT_WITHIN)):
        finding = cover.get(index)
        if finding is not None:
            finding = draft.holders.get(finding.key, finding)
            told = (finding.layer, finding.label) != draft.names.of(Category.PLACE)
            return finding if told and not governed(draft, index, cover) else None
        if draft.words[index] in CLAUSE_MARKS:
            return None
    return None


def trimmed(draft: Draft, first: int, after: int) -> tuple[int, int]:
    """Return the tokens ``[first, after)`` without marks at their ends."""
    marks = CLAUSE_MARKS | QUOTE_MARKS
    while first < after and draft.words[first] in marks:
        first += 1
    while after > first and draft.words[after - 1] in marks:
        after -= 1
    return first, after
