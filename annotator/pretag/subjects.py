"""Whether a name can be the subject of a verb of speech: its case by article and adjective, passives."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.pretag.clauses import clause_at
from annotator.pretag.draft import Draft
from annotator.pretag.model import Finding
from annotator.pretag.verbs import CLAUSE_MARKS, QUOTE_MARKS
from annotator.pretag.wordlist import word_set

PREPOSITIONS = word_set(
    "von vom aus in im mit bei beim gegenüber zu zum zur über für nach gegen an am auf durch wegen um "
    "trotz unter vor zwischen ohne seit während neben hinter laut gemäß zufolge Von Aus In Im Mit Bei "
    "Gegenüber Zu Über Für Nach Gegen An Am Auf Durch Wegen Um Trotz Unter Vor Zwischen Ohne Seit "
    "Während Neben Hinter Laut Gemäß"
)
NOUN_PHRASE_WORDS = 6
_NEVER_SUBJECT = word_set(
    "dem den des einem einen eines einer ihrem ihren ihres ihrer seinem seinen seines seiner diesem diesen "
    "dieses"
)
_ARTICLES = _NEVER_SUBJECT | word_set("der die das ein eine ihr ihre sein seine dieser diese")
_FEMININE = (
    "ung", "schaft", "tion", "sion", "heit", "keit", "tät", "anz", "enz", "ik", "ei", "wehr",
    "behörde", "kammer", "gruppe", "bank", "presse", "armee", "liga", "union", "post", "welt", "zeit", "bild",
    "justiz", "börse", "kirche", "agentur", "firma", "stadt", "stelle", "innen",
)  # fmt: skip
_PASSIVE = frozenset(("wird", "werden", "wurde", "wurden", "worden"))
_BY = frozenset(("von", "vom", "durch", "Von", "Vom", "Durch"))


def governed(draft: Draft, first: int, cover: Mapping[int, Finding], *, verb: int = -1) -> bool:
    """Tell whether a preposition or a noun before it governs the name at ``first``, so it is no subject.

    What stands beyond the token ``verb`` does not count.
    """
    before = draft.info[first - 1] if first else None
    genitive = draft.words[first].endswith("s") and not draft.info[first].given and first - 1 not in cover
    if genitive and before is not None and (before.noun or before.occupation) and not before.function:
        return True
    for index in range(first - 1, max(-1, first - NOUN_PHRASE_WORDS), -1):
        word = draft.words[index]
        if word in PREPOSITIONS:
            return True
        if word in QUOTE_MARKS and index == first - 1:
            continue
        if index == verb or word in CLAUSE_MARKS or word in QUOTE_MARKS:
            return False
        if index == draft.sentence_of(index).first and not draft.info[index].noun and not word.isupper():
            return False
        if _ends_phrase(draft, index, first, cover):
            return draft.words[first - 1] in ("der", "des")
        if word in ("sagte", "und", "oder"):
            return False
    return False


def _ends_phrase(draft: Draft, index: int, first: int, cover: Mapping[int, Finding]) -> bool:
    """Tell whether a noun stands at ``index`` that is not part of the phrase of the name at ``first``."""
    info = draft.info[index]
    if not (info.capital or info.upper) or info.function or info.occupation or index in cover:
        return False
    return index < first - 1 or not info.noun


def oblique(draft: Draft, first: int, cover: Mapping[int, Finding]) -> bool:
    """Tell whether the article of the name at ``first`` shows that it is no subject: ``dem``, ``des``.

    ``der`` does where what follows it is feminine (``der Zeitung``), where the adjective behind it ends in
    -en (``der Deutschen Bahn``), and where a noun or name stands before it (``Sprecher der SPD``).
    """
    article = _article(draft, first, cover)
    if article < 0:
        return False
    word = draft.words[article].lower()
    if word in _NEVER_SUBJECT:
        return True
    if word != "der":
        return False
    begin = article + 1 + (draft.words[article + 1] in QUOTE_MARKS)
    head = _head(draft, begin, first)
    if draft.info[head].function and not draft.words[head].endswith(("in", "en")):
        return False
    weak = draft.words[begin].endswith("en") and begin < _end(draft, first, cover)
    return weak or _is_noun(draft, article - 1, cover) or draft.info[head].lower.endswith(_FEMININE)


def _is_noun(draft: Draft, index: int, cover: Mapping[int, Finding]) -> bool:
    """Tell whether a noun or name stands at ``index``, which a genitive may follow."""
    if index < 0:
        return False
    noun = draft.info[index].noun and index > draft.sentence_of(index).first
    return index in cover or noun or bool(draft.info[index].function)


def _article(draft: Draft, first: int, cover: Mapping[int, Finding]) -> int:
    """Return the article of the noun phrase that the name at ``first`` ends, or -1."""
    for index in range(first - 1, max(-1, first - NOUN_PHRASE_WORDS), -1):
        word, info = draft.words[index], draft.info[index]
        if word.lower() in _ARTICLES:
            return index
        noun = info.function or info.occupation or (info.capital and info.noun and index == first - 1)
        adjective = word[:1].islower() and word.endswith(("e", "en", "er", "em", "es"))
        if word in QUOTE_MARKS and index == first - 1:
            continue
        if index in cover and not info.function:
            return -1
        if not noun and not adjective:
            return -1
    return -1


def _end(draft: Draft, first: int, cover: Mapping[int, Finding]) -> int:
    finding = cover.get(first)
    return draft.tokens_of(finding)[-1] if finding is not None else first


def _head(draft: Draft, begin: int, first: int) -> int:
    """Return the noun of the phrase from ``begin`` on: its first, be it the name itself at ``first``."""
    return next((i for i in range(begin, first) if draft.info[i].capital or draft.info[i].upper), first)


def is_passive(draft: Draft, verb: int) -> bool:
    """Tell whether the verb at ``verb`` is a participle of the passive: ``wurde bestätigt``."""
    word = draft.words[verb]
    if not word.endswith(("t", "en")) or word.endswith(("te", "ten", "test")) or draft.info[verb].capital:
        return False
    first, after = clause_at(draft, verb)
    last = draft.word(verb + 1) in _PASSIVE or draft.word(verb + 1) in CLAUSE_MARKS
    return last and any(draft.words[i] in _PASSIVE for i in range(first, after))


def agent(draft: Draft, verb: int, cover: Mapping[int, Finding]) -> Finding | None:
    """Return by whom it is said in the passive: ``wurde von der Behörde bestätigt``."""
    first, after = clause_at(draft, verb)
    for index in range(first, after):
        if draft.words[index] not in _BY:
            continue
        for place in range(index + 1, min(after, index + NOUN_PHRASE_WORDS)):
            if place in cover:
                return draft.holders.get(cover[place].key, cover[place])
            if draft.words[place] in PREPOSITIONS:
                break
    return None
