"""The mood of a whole sentence: whether it is told as somebody else's words."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.pretag.clauses import SUBORDINATE, subjunctive
from annotator.pretag.draft import Draft
from annotator.pretag.inflection import AUXILIARIES, Form
from annotator.pretag.wordlist import word_set

_ENDS = frozenset((",", ";", "–", "—", ":", "(", ")"))
_AND = frozenset(("und", "aber", "jedoch", "oder", "denn", "sondern"))
_WISHES = word_set("denn Dank dahingestellt")
_WISHED = frozenset(("möge", "Möge", "sei's"))


def sentence_mood(draft: Draft, first: int, after: int) -> Form:
    """Return the subjunctive of the main clause of the tokens ``[first, after)``: I, II, or none (0).

    The main clause is the first that no conjunction opens, or what goes on behind a clause put in:
    ``Geschäfte, die misslangen, seien …``. Fixed wishes (``es sei denn``, ``Gott sei Dank``) are none.
    """
    main = True
    for begin, end in _clauses(draft, first, after):
        mood = subjunctive(draft, begin, end)
        if main and not _opens_below(draft, begin, first):
            if mood and _is_wish(draft, begin, end):
                return Form(0)
            if mood:
                return mood
            main = begin + 1 == end or _without_verb(draft, begin, end)
            continue
        if AUXILIARIES.get(draft.words[begin], Form(0)) & (Form.SUBJUNCTIVE_I | Form.SUBJUNCTIVE_II):
            return mood
    return Form(0)


def _opens_below(draft: Draft, begin: int, first: int) -> bool:
    """Tell whether a clause opens with a conjunction or a relative pronoun."""
    word = draft.info[begin].lower
    return word in SUBORDINATE or (begin > first and word in _RELATIVE)


_RELATIVE = word_set("der die das den dem welcher welche welches deren dessen denen")


def _without_verb(draft: Draft, begin: int, end: int) -> bool:
    """Tell whether a clause is only the beginning of one, cut by a comma: ``Kerim Can, der …, sei``."""
    return end - begin <= _SHORT_BEGINNING and not any(
        draft.words[i] in AUXILIARIES or draft.words[i].endswith(("te", "ten", "t"))
        for i in range(begin, end)
    )


_SHORT_BEGINNING = 6


def _clauses(draft: Draft, first: int, after: int) -> Iterator[tuple[int, int]]:
    begin = first
    for index in range(first, after + 1):
        if index == after or draft.words[index] in _ENDS:
            if index > begin:
                yield _past_and(draft, begin, index), index
            begin = index + 1


def _past_and(draft: Draft, begin: int, end: int) -> int:
    return begin + 1 if draft.words[begin] in _AND and begin + 1 < end else begin


def _is_wish(draft: Draft, begin: int, end: int) -> bool:
    for index in range(begin, end):
        word = draft.words[index]
        if word in _WISHED or (word in ("sei", "Sei") and draft.word(index + 1) in _WISHES | {"es"}):
            return True
    return False
