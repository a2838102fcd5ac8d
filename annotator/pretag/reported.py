"""Indirect quotes: with ``dass``, in the subjunctive, with ``laut``, ``zufolge``, ``nach Angaben von``."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from annotator.core.text import Span
from annotator.pretag.clauses import SUBORDINATE, clause_at, subjunctive
from annotator.pretag.continued import SILENCE, follow, opening_subject, trimmed
from annotator.pretag.draft import Draft, Sentence, draft_of
from annotator.pretag.hearsay import hearsay
from annotator.pretag.inflection import Form
from annotator.pretag.model import Category, Finding, RelationKind, SpeechAct
from annotator.pretag.priors import prior
from annotator.pretag.quotes import attach
from annotator.pretag.reported_extent import (
    THAT,
    clause_end,
    content_end,
    is_relative,
    is_told,
    noun_says,
    resumed_at,
)
from annotator.pretag.sources import Source, said_so, sources
from annotator.pretag.speech import SPEAKERS, Strength, cues, speaker_of, speech_lexicon
from annotator.pretag.subjects import is_passive
from annotator.pretag.verbs import CLAUSE_MARKS, QUOTE_MARKS, Hit, finite_auxiliary
from annotator.pretag.wordlist import word_set
from annotator.pretag.zones import SPOKEN

_ENDS = frozenset((".", "!", "?", ";", ":"))
_SHORTEST = 3


class ReportedComponent:
    """Finds reported speech, sentence by sentence."""

    def __call__(self, doc: Doc) -> Doc:
        """Add indirect quotes."""
        draft = draft_of(doc)
        cover = draft.cover(*SPEAKERS)
        voice = SILENCE
        for place, sentence in enumerate(draft.sentences):
            if draft.zones[sentence.first] not in SPOKEN:
                voice = SILENCE
                continue
            spoken = self._sentence(draft, sentence, cover)
            voice = follow(draft, place, voice, cover, spoken)
        return doc

    def _sentence(self, draft: Draft, sentence: Sentence, cover: Mapping[int, Finding]) -> Finding | None:
        """Find what a sentence reports; return the speaker of a source that it names."""
        for hit in cues(draft, sentence):
            if hit.index not in draft.speech:
                content = _content(draft, sentence, hit)
                if content is not None:
                    _report(draft, hit, content, cover)
        _nouns(draft, sentence, cover)
        spoken = None
        for source in sources(draft, sentence, cover):
            _by_source(draft, sentence, source)
            spoken = source.speaker or spoken
        so = said_so(draft, sentence, cover)
        if so is not None and draft.said_in(sentence) is None:
            _by_source(draft, sentence, so)
            spoken = so.speaker
        if spoken is None and draft.said_in(sentence) is None:
            hearsay(draft, sentence, cover)
            _other_verbs(draft, sentence, cover)
        return spoken


def _nouns(draft: Draft, sentence: Sentence, cover: Mapping[int, Finding]) -> None:
    """``Äußerungen Trumps, dass …``, ``die Behauptung, er habe …``: what a noun says."""
    for comma in sentence:
        if draft.words[comma] != "," or comma + 1 >= sentence.after:
            continue
        noun = noun_says(draft, comma)
        if noun < 0 or comma in draft.speech or not is_told(draft, sentence, comma + 1):
            continue
        rule = "reported_noun"
        end = resumed_at(draft, sentence, comma + 1)
        quote = draft.add(Category.REPORTED, (draft.span(comma + 1, end),), score=prior(rule), rule=rule)
        speaker = next((cover[i] for i in range(noun + 1, comma) if i in cover), None)
        span = draft.span(noun, noun + 1)
        mark = draft.add(Category.CUE, (span,), score=prior(rule), rule=rule)
        if quote is not None and mark is not None:
            draft.link(RelationKind.CUE, quote, mark, score=prior(rule), rule=rule)
            if speaker is not None:
                draft.link(RelationKind.SPEAKER, quote, speaker, score=prior("speaker"), rule="speaker")
            draft.says(SpeechAct(noun, "", (span,), speaker, (quote,), prior(rule)))


def _other_verbs(draft: Draft, sentence: Sentence, cover: Mapping[int, Finding]) -> None:
    """``Die Stadt geht davon aus, dass … sei``: a content in the subjunctive I, whatever the verb."""
    for comma in range(sentence.first + 1, sentence.after - _SHORTEST):
        if draft.words[comma] != "," or draft.words[comma + 1] not in THAT:
            continue
        first, end = comma + 1, content_end(draft, sentence, comma + 1)
        if subjunctive(draft, first, end) is not Form.SUBJUNCTIVE_I or draft.quoted(first, end):
            continue
        if subjunctive(draft, sentence.first, comma):
            return
        rule = "reported_that_other"
        quote = draft.add(Category.REPORTED, (draft.span(first, end),), score=prior(rule), rule=rule)
        speaker = opening_subject(draft, sentence, cover)
        if quote is not None and speaker is not None:
            draft.link(RelationKind.SPEAKER, quote, speaker, score=prior("speaker_near"), rule="speaker_near")
        return


_NOT = frozenset(("nicht", "nie", "niemals"))


def _report(
    draft: Draft, hit: Hit[Strength], content: tuple[int, int, str], cover: Mapping[int, Finding]
) -> None:
    first, after, rule = content
    quote = draft.add(Category.REPORTED, (draft.span(first, after),), score=prior(rule), rule=rule)
    attach(draft, hit, quote, speaker_of(draft, hit.index, cover), cover, rule=rule)


def _content(draft: Draft, sentence: Sentence, hit: Hit[Strength]) -> tuple[int, int, str] | None:
    """Return the reported words of a verb of speech: tokens and the rule, or ``None``."""
    behind = _after_wie(draft, sentence, hit)
    if behind is not None:
        return behind
    edge = max(hit.index, hit.prefix)
    comma = _comma_after(draft, sentence, edge)
    if comma >= 0 and (noun_says(draft, comma) >= 0 or _not_said(draft, hit.index, comma)):
        return None
    if comma >= 0:
        first = comma + 1
        if draft.words[first] in THAT:
            end = content_end(draft, sentence, first)
            return None if _only_held(draft, hit, first, end) else (first, end, "reported_that")
        mood = subjunctive(draft, first, clause_end(draft, sentence, first))
        if mood and not is_relative(draft, first) and draft.words[first] not in _PRESUMED:
            return first, content_end(draft, sentence, first), "reported_subjunctive"
    return _before(draft, sentence, hit)


_PRESUMED = frozenset(("dürfte", "dürften", "als"))
"""What the author thinks likely: ``wie von ihr versprochen, dürfte es …``, ``es sah aus, als wäre …``."""


def _only_held(draft: Draft, hit: Hit[Strength], first: int, end: int) -> bool:
    """Tell whether a ``dass`` clause is what somebody found out, or what people in general assume."""
    lexicon = speech_lexicon()
    if hit.lemma in lexicon.known:
        return not subjunctive(draft, first, end)
    if hit.lemma not in lexicon.assumed:
        return False
    begin, after = clause_at(draft, hit.index)
    return is_passive(draft, hit.index) or "man" in map(str.lower, draft.words[begin:after])


def _after_wie(draft: Draft, sentence: Sentence, hit: Hit[Strength]) -> tuple[int, int, str] | None:
    """``Wie die Polizei mitteilte, blieb es ruhig.``: what follows the verb at the end of its clause."""
    if draft.words[sentence.first] != "Wie" or draft.word(hit.index + 1) != "," or not hit.finite:
        return None
    if "," in draft.words[sentence.first : hit.index]:
        return None
    first = hit.index + 2
    return (
        (first, content_end(draft, sentence, first), "reported_wie") if first < sentence.after - 1 else None
    )


def _before(draft: Draft, sentence: Sentence, hit: Hit[Strength]) -> tuple[int, int, str] | None:
    """``Die Vorbereitungen stünden erst am Anfang, sagte Peskow.``: what stands before the verb."""
    comma = _opening_comma(draft, sentence, hit)
    if draft.word(comma) != "," or comma - sentence.first < _SHORTEST or not hit.finite:
        return None
    if any(index in draft.speech for index in range(sentence.first, comma)):
        return None
    first = sentence.first
    while draft.words[first] in QUOTE_MARKS or draft.words[first] in CLAUSE_MARKS:
        first += 1
    mood = subjunctive(draft, first, comma)
    quoted = draft.quoted(first, comma)
    plain = hit.entry is Strength.STRONG and finite_auxiliary(draft, first, comma) is not None
    if quoted or not (mood or plain) or _no_content(draft, first, comma):
        return None
    return first, comma, "reported_before" if mood else "reported_before_plain"


def _no_content(draft: Draft, first: int, comma: int) -> bool:
    """Tell whether the words before the verb are no content: ``Falls …, droht``, ``Den Vorwurf, …, wies``."""
    if "," not in draft.words[first:comma]:
        return draft.words[first].lower() in SUBORDINATE
    return noun_says(draft, draft.words.index(",", first, comma)) >= 0


def _opening_comma(draft: Draft, sentence: Sentence, hit: Hit[Strength]) -> int:
    """Return the comma before a verb that follows what is said: ``, sagt``, ``, so``, ``, wie``."""
    comma = hit.index - 1
    if draft.word(comma) == "so":
        return comma - 1
    for index in range(comma, max(sentence.first, comma - _APPOSITION), -1):
        if draft.words[index] == ",":
            return index if index == comma or draft.words[index + 1] == "wie" else -1
    return -1


def _comma_after(draft: Draft, sentence: Sentence, edge: int) -> int:
    """Return the comma or colon that opens what is said, past an apposition at the speaker's name."""
    passed = 0
    for index in range(edge + 1, sentence.after - 1):
        word = draft.words[index]
        if (word in _ENDS and word != ":") or draft.quoted(index, index + 1):
            return -1
        if word in speech_lexicon().verbs and not draft.info[index].capital:
            return -1
        if word in (",", ":"):
            follows = draft.words[index + 1]
            if follows in THAT or subjunctive(draft, index + 1, clause_end(draft, sentence, index + 1)):
                return index
            if passed and index - passed > _APPOSITION:
                return -1
            if not passed and not (follows[:1].isupper() or follows in _APPOSED):
                return -1
            passed = index
    return -1


_APPOSITION = 9
_APPOSED = word_set("der die das ein eine selbst")


def _not_said(draft: Draft, index: int, comma: int) -> bool:
    return any(draft.words[i] in _NOT for i in range(index + 1, comma))


def _by_source(draft: Draft, sentence: Sentence, source: Source) -> None:
    """``laut CNN``: the rest of the sentence is what CNN says, unless a verb of speech has taken it."""
    rule = "reported_source"
    spoken = draft.said_in(sentence) is not None or draft.quoted(sentence.first, sentence.after)
    spans = () if spoken else _without(draft, sentence, source)
    quote = draft.add(Category.REPORTED, spans, score=prior(rule), rule=rule) if spans else None
    if quote is None:
        return
    mark = draft.add(Category.CUE, (source.cue,), score=prior(rule), rule=rule)
    if mark is not None:
        draft.link(RelationKind.CUE, quote, mark, score=prior(rule), rule=rule)
    if source.noun >= 0:
        draft.says(SpeechAct(source.noun, "", (source.cue,), source.speaker, (quote,), prior(rule)))
    if source.speaker is not None:
        draft.link(
            RelationKind.SPEAKER, quote, source.speaker, score=prior("speaker_source"), rule="speaker_source"
        )


def _without(draft: Draft, sentence: Sentence, source: Source) -> tuple[Span, ...]:
    """Return the sentence without the phrase that names the source, and without its last mark."""
    pieces = []
    begin, end = _clause_of(draft, sentence, source)
    for first, after in ((begin, source.first), (source.after, end)):
        first, after = trimmed(draft, first, after)
        if after - first > 1 or (after > first and begin > sentence.first):
            pieces.append(draft.span(first, after))
    return tuple(pieces)


def _clause_of(draft: Draft, sentence: Sentence, source: Source) -> tuple[int, int]:
    """Return the clause that a source speaks of: a relative clause that it stands in, else the sentence."""
    pronoun = source.first - 1
    if draft.word(pronoun) not in _RELATIVE or draft.word(pronoun - 1) != ",":
        return sentence.first, sentence.after
    return pronoun, clause_end(draft, sentence, source.after)


_RELATIVE = word_set("der die das den dem deren dessen welche welcher welches")
