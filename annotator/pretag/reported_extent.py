"""How far reported words reach, and whether a clause gives any."""

from __future__ import annotations

from annotator.pretag.clauses import SUBORDINATE, subjunctive
from annotator.pretag.draft import Draft, Sentence
from annotator.pretag.inflection import AUXILIARIES, Form
from annotator.pretag.speech import speech_lexicon
from annotator.pretag.verbs import CLAUSE_MARKS, QUOTE_MARKS
from annotator.pretag.wordlist import word_set

THAT = frozenset(("dass", "daß"))
_SHORTEST = 3


def clause_end(draft: Draft, sentence: Sentence, first: int) -> int:
    """Return the token of the mark that ends the clause beginning at ``first``."""
    for index in range(first, sentence.after):
        if draft.words[index] in (",", ";", ".", "!", "?", "–") and index > first + 1:
            return index
    return sentence.after


def content_end(draft: Draft, sentence: Sentence, first: int) -> int:
    """Return where the reported words end: with the sentence, less its last mark, or before ``, sagte X``."""
    after = sentence.after
    begins_quoted = draft.quoted(first, first + 1)
    for index in range(first, sentence.after):
        word = draft.words[index]
        quoted = index > first + 1 and not begins_quoted and draft.quoted(index, index + 1)
        if quoted or word in ("!", "?", ";") or (word == "–" and index > first + _SHORTEST):
            after = index
            break
        if word == "," and _cue_clause(draft, sentence, index + 1):
            after = index
            break
    while after > first + 1 and (
        draft.words[after - 1] in CLAUSE_MARKS or draft.words[after - 1] in QUOTE_MARKS
    ):
        after -= 1
    return after


def _cue_clause(draft: Draft, sentence: Sentence, index: int) -> bool:
    if index + 1 >= sentence.after:
        return False
    word = draft.words[index]
    if word in ("wie", "so"):
        return any(
            draft.words[i] in speech_lexicon().verbs for i in range(index + 1, min(sentence.after, index + 6))
        )
    return word in speech_lexicon().verbs and not draft.info[index].capital


def is_relative(draft: Draft, first: int) -> bool:
    """Tell whether a relative pronoun, not an article, stands at ``first``."""
    if draft.words[first] not in _RELATIVE or first + 1 >= len(draft):
        return False
    follows = draft.words[first + 1]
    return follows[:1].islower() and not follows.endswith(("e", "en"))


_RELATIVE = word_set("der die das den dem deren dessen welche welcher")


def noun_says(draft: Draft, comma: int) -> int:
    """Return the noun before a comma whose content follows: ``Äußerungen Trumps, dass …``; -1 for none."""
    for index in range(comma - 1, max(-1, comma - 4), -1):
        if draft.words[index] in speech_lexicon().content_nouns:
            return index
        if draft.words[index] in CLAUSE_MARKS:
            return -1
    return -1


def resumed_at(draft: Draft, sentence: Sentence, first: int) -> int:
    """Return where a content put into a sentence ends: before the verb that goes on with the sentence."""
    end = content_end(draft, sentence, first)
    for index in range(first + 2, end):
        word = draft.words[index]
        if draft.words[index - 1] == "," and word.islower() and _is_verb(word):
            return index - 1
    return end


def _is_verb(word: str) -> bool:
    if word in _NO_VERBS or word in SUBORDINATE:
        return False
    known = word in AUXILIARIES or word in _STRONG or word in speech_lexicon().verbs
    return known or word.endswith(("te", "ten", "t", "en"))


_STRONG = word_set(
    "kam ging blieb stieß fiel fand nahm ließ stand trat rief wies gab griff schlug hielt hing lag sah zog "
    "kommt"
)
_NO_VERBS = word_set(
    "den einen meinen seinen ihren unseren allen jeden keinen denen weiten ersten mit seit nicht damit "
    "zumeist meist selbst insgesamt jetzt zuletzt erst fast gegen zwischen neben oft statt mitunter heute"
)


def is_told(draft: Draft, sentence: Sentence, first: int) -> bool:
    """Tell whether the clause at ``first`` gives a content: with ``dass``, or in the subjunctive I."""
    if draft.words[first] in THAT:
        return True
    mood = subjunctive(draft, first, clause_end(draft, sentence, first))
    return mood is Form.SUBJUNCTIVE_I and not is_relative(draft, first)
