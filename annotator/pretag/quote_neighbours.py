"""Who says a direct quote that has no verb of speech: whom the sentences before and behind it name."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.pretag.continued import opening_subject
from annotator.pretag.draft import Draft
from annotator.pretag.model import Category, Finding
from annotator.pretag.speech import Strength, cues, speaker_of

_POINTS_BACK = frozenset(("Das", "Dies", "So", "Damit"))
_WORDS = frozenset(("Worten", "Worte", "Satz", "Aussage", "Äußerung", "Botschaft"))


def speaker_beside(draft: Draft, marks: tuple[int, int], cover: Mapping[int, Finding]) -> Finding | None:
    """Return who is named beside a quote between the tokens ``marks``, in the same paragraph.

    Behind it: ``Das sagte …``, ``Mit diesen Worten …``. Before it: the person whom the sentence before has as
    its subject.
    """
    opening, closing = marks
    return _behind(draft, closing, cover) or _before(draft, opening, cover)


def _behind(draft: Draft, closing: int, cover: Mapping[int, Finding]) -> Finding | None:
    first = closing + 1
    if first >= len(draft) or _paragraph_between(draft, closing, first):
        return None
    sentence = draft.sentence_of(first)
    opens = draft.words[first] in _POINTS_BACK
    named = draft.word(first) == "Mit" and any(draft.word(first + i) in _WORDS for i in (1, 2, 3))
    if not opens and not named:
        return None
    for hit in cues(draft, sentence):
        if hit.index > closing and hit.entry in (Strength.STRONG, Strength.WEAK):
            return speaker_of(draft, hit.index, cover)
    if named:
        return next((cover[i] for i in range(first, sentence.after) if _is_person(draft, cover.get(i))), None)
    return None


def _before(draft: Draft, opening: int, cover: Mapping[int, Finding]) -> Finding | None:
    last = opening - 1
    if last < 0 or draft.words[last] not in (".", "!", "?") or _paragraph_between(draft, last, opening):
        return None
    found = opening_subject(draft, draft.sentence_of(last), cover)
    return found if _is_person(draft, found) else None


def _is_person(draft: Draft, finding: Finding | None) -> bool:
    return finding is not None and (finding.layer, finding.label) == draft.names.of(Category.PERSON)


def _paragraph_between(draft: Draft, before: int, after: int) -> bool:
    return "\n" in draft.text[draft.ends[before] : draft.starts[after]]
