"""To whom words are said: ``sagte sie der Zeitung X``, ``gegenüber dem Sender``, ``im Gespräch mit Y``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from annotator.pretag.draft import Draft, Sentence
from annotator.pretag.model import Category, Finding
from annotator.pretag.speech import Strength
from annotator.pretag.verbs import QUOTE_MARKS, Hit
from annotator.pretag.wordlist import word_set

_TALKS = word_set("Gespräch Interview Telefonat Gesprächs Interviews Telefoninterview")
_TO = word_set("mit der des dem bei")
_DATIVE = frozenset(("dem", "den", "der", "einem", "einer", "seinem", "seiner", "ihrem", "ihrer"))
_TOLD = word_set(
    "sagen mitteilen erklären berichten erzählen schreiben antworten bestätigen verraten schildern "
    "versichern erwidern entgegnen gestehen erläutern"
)
_PRONOUNS = word_set("er sie Er Sie")
_REACH = 6
_AFTER_CUE = 12


def addressee(
    draft: Draft,
    sentence: Sentence,
    cue: Hit[Strength],
    speaker: Finding | None,
    cover: Mapping[int, Finding],
) -> Finding | None:
    """Return to whom the verb of speech ``cue`` tells something, if its sentence names them."""
    found = (*_by_phrase(draft, sentence, cover), _by_dative(draft, sentence, cue, speaker, cover))
    return next((f for f in found if f is not None and f != speaker), None)


def _by_phrase(draft: Draft, sentence: Sentence, cover: Mapping[int, Finding]) -> Iterator[Finding | None]:
    for index in sentence:
        word = draft.words[index]
        if draft.quoted(index, index + 1):
            continue
        if word in ("gegenüber", "Gegenüber"):
            yield _name(draft, index + 1, cover) or cover.get(index - 1)
        elif _in_talk(draft, index) or (word == "Anfrage" and draft.word(index - 1) in ("auf", "Auf")):
            yield _name(draft, index + 1, cover)


def _in_talk(draft: Draft, index: int) -> bool:
    if draft.words[index] not in _TALKS or draft.word(index + 1) not in _TO:
        return False
    return any(draft.word(index - back) in ("im", "Im", "in", "In") for back in (1, 2, 3))


def _by_dative(
    draft: Draft,
    sentence: Sentence,
    cue: Hit[Strength],
    speaker: Finding | None,
    cover: Mapping[int, Finding],
) -> Finding | None:
    """``sagte Größl dem Sender X``: a name in the dative behind the subject.

    ``der`` may be a genitive as well; it counts only right behind a person, a pronoun, or a verb whose
    subject stands before it.
    """
    if cue.lemma not in _TOLD:
        return None
    for index in range(cue.index + 1, min(sentence.after, cue.index + _AFTER_CUE)):
        word = draft.words[index]
        if word in (",", ";", ":", ".") or word in QUOTE_MARKS:
            return None
        if word not in _DATIVE or draft.word(index - 1) in _GOVERNED_BY:
            continue
        if word not in ("dem", "einem", "seinem", "ihrem") and not _sure(draft, index, cue, speaker, cover):
            continue
        found = _name(draft, index, cover)
        return found if found is not None and not _is_office(draft, found) else None
    return None


_GOVERNED_BY = word_set(
    "mit bei nach aus von zu in an auf vor über unter neben zwischen hinter seit gegenüber laut"
)


def _sure(
    draft: Draft, index: int, cue: Hit[Strength], speaker: Finding | None, cover: Mapping[int, Finding]
) -> bool:
    if draft.words[index - 1] in _PRONOUNS:
        return True
    before = cover.get(index - 1)
    if before is not None:
        return (before.layer, before.label) == draft.names.of(Category.PERSON)
    return index == cue.index + 1 and speaker is not None and speaker.end <= draft.starts[cue.index]


def _is_office(draft: Draft, finding: Finding) -> bool:
    return (finding.layer, finding.label) in (
        draft.names.of(Category.FUNCTION),
        draft.names.of(Category.PLACE),
    )


def _name(draft: Draft, first: int, cover: Mapping[int, Finding]) -> Finding | None:
    """Return the name that the noun phrase beginning at ``first`` leads to."""
    for index in range(first, min(len(draft), first + _REACH)):
        if index in cover:
            return draft.holders.get(cover[index].key, cover[index])
        word = draft.words[index]
        if word in QUOTE_MARKS:
            continue
        small = word[:1].islower() and word not in _DATIVE and word not in _TO
        if (small and not word.endswith(("en", "er", "em"))) or not word[:1].isalpha():
            return None
    return None
