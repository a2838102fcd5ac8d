"""What is said to have happened: ``soll … verletzt haben``, ``will davon nichts gewusst haben``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from annotator.pretag.clauses import clause_at
from annotator.pretag.continued import trimmed
from annotator.pretag.draft import Draft, Sentence
from annotator.pretag.model import Category, Finding, RelationKind
from annotator.pretag.priors import prior
from annotator.pretag.speech import subject_of
from annotator.pretag.wordlist import word_set

_SAID_OF = frozenset(("soll", "sollen", "Soll"))
_CLAIMS = frozenset(("will", "wollen"))
_PARTICIPLE = re.compile(
    r"(?:\w*ge\w+(?:t|en)|(?:\w{2,5})?(?:be|ver|er|ent|zer|miss|emp|über|unter|hinter)\w+(?:t|en)|\w+iert|"
    r"worden|gewesen)"
)
_MOVED = (
    "worden", "gewesen", "geworden", "gekommen", "gestorben", "gestiegen", "gefallen", "geflohen",
    "geflüchtet",
    "gefahren", "gegangen", "gesunken", "verschwunden", "geblieben", "entstanden", "gebrochen", "gestürzt",
    "geraten", "passiert", "geschehen", "erschienen", "gelungen", "entkommen", "geflogen", "gereist",
    "gedrungen", "gezogen", "verstorben", "umgekommen", "explodiert", "eskaliert", "erlegen",
)  # fmt: skip
_SHORTEST = 4


def hearsay(draft: Draft, sentence: Sentence, cover: Mapping[int, Finding]) -> None:
    """Add what a sentence tells by ``soll`` or ``will`` and a perfect infinitive, of past things only."""
    for index in sentence:
        word = draft.words[index]
        if word not in _SAID_OF and word not in _CLAIMS:
            continue
        first, after = trimmed(draft, *clause_at(draft, index))
        if draft.quoted(index, index + 1) or after - first < _SHORTEST or not _perfect(draft, index, after):
            continue
        speaker = subject_of(draft, index, cover) if word in _CLAIMS else None
        if word in _CLAIMS and speaker is None:
            continue
        _add(draft, index, (first, after), speaker)


def _perfect(draft: Draft, index: int, after: int) -> bool:
    """Tell whether a perfect infinitive ends the clause behind the verb at ``index``."""
    last, before = draft.words[after - 1], draft.word(after - 2)
    if after - 2 <= index or draft.words[after - 2][:1].isupper():
        return False
    if last == "haben":
        return _PARTICIPLE.fullmatch(before) is not None
    return last == "sein" and before.endswith(_MOVED)


def _add(draft: Draft, index: int, clause: tuple[int, int], speaker: Finding | None) -> None:
    rule = "reported_hearsay"
    first = clause[0] + (draft.words[clause[0]] in _JOINS)
    quote = draft.add(Category.REPORTED, (draft.span(first, clause[1]),), score=prior(rule), rule=rule)
    mark = draft.add(Category.CUE, (draft.span(index, index + 1),), score=prior(rule), rule=rule)
    if quote is None or mark is None:
        return
    draft.link(RelationKind.CUE, quote, mark, score=prior(rule), rule=rule)
    if speaker is not None:
        draft.link(RelationKind.SPEAKER, quote, speaker, score=prior("speaker"), rule="speaker")


_JOINS = word_set("und aber doch oder denn")
