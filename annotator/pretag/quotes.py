"""Direct quotes: what stands between quotation marks and is said by somebody."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from annotator.pretag.addressees import addressee
from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.model import Category, Finding, RelationKind, SpeechAct
from annotator.pretag.priors import prior
from annotator.pretag.quotation_marks import Marks, marks
from annotator.pretag.quote_neighbours import speaker_beside
from annotator.pretag.sources import Source, so_says, sources
from annotator.pretag.speech import SPEAKERS, Strength, cues, speaker_of
from annotator.pretag.verbs import Hit
from annotator.pretag.wordlist import word_set
from annotator.pretag.words import Word
from annotator.pretag.zones import SPOKEN

_WORDS_OF_A_SENTENCE = 4
_WORDS_ALONE = 7
_CONTINUES = 15
_NEAR = 3


class QuoteComponent:
    """Finds direct quotes, their cue and their speaker."""

    def __call__(self, doc: Doc) -> Doc:
        """Add quotes."""
        draft = draft_of(doc)
        pairs = [pair for pair in marks(draft) if draft.zones[pair.opening] in SPOKEN]
        for pair in pairs:
            if _is_sentence(draft, pair):
                draft.quote(*pair.inner)
        cover = draft.cover(*SPEAKERS)
        before: tuple[Marks, Finding | None] | None = None
        for pair in pairs:
            sentence_like = _is_sentence(draft, pair)
            cue = _cue(draft, pair)
            so = (
                _so(draft, pair, cover) if sentence_like and (cue is None or not _beside(pair, cue)) else None
            )
            if so is not None:
                before = pair, _said_so(draft, pair, so)
                continue
            rule = _rule(draft, pair, cue, sentence_like)
            if rule and not _is_name(draft, pair, cover):
                before = pair, _quote(draft, pair, cue, cover, before, rule)
        return doc


def _quote(
    draft: Draft,
    pair: Marks,
    cue: Hit[Strength] | None,
    cover: dict[int, Finding],
    before: tuple[Marks, Finding | None] | None,
    rule: str,
) -> Finding | None:
    """Add a quote with its relations; return its speaker."""
    quote = draft.add(Category.QUOTE, (draft.span(*pair.inner),), score=prior(rule), rule=rule)
    source = None if cue is not None else _source(draft, pair, cover)
    if source is not None:
        return _from_source(draft, quote, source, rule)
    speaker = _speaker(draft, pair, cue, cover, before)
    if cue is not None:
        attach(draft, cue, quote, speaker, cover, rule=rule, whole=_is_sentence(draft, pair))
    elif quote is not None and speaker is not None:
        draft.link(RelationKind.SPEAKER, quote, speaker, score=prior("speaker_near"), rule="speaker_near")
    return speaker


def _so(draft: Draft, pair: Marks, cover: dict[int, Finding]) -> Source | None:
    """``„…“, so Größl``: the name behind a quote."""
    place = pair.closing + 1 + (draft.word(pair.closing + 1) == ",")
    if draft.word(place) != "so" or draft.words[pair.closing - 1] == draft.words[pair.closing + 1]:
        return None
    return so_says(draft, draft.sentence_of(place), place, cover)


def _said_so(draft: Draft, pair: Marks, so: Source) -> Finding | None:
    rule = "quote_with_cue"
    quote = draft.add(Category.QUOTE, (draft.span(*pair.inner),), score=prior(rule), rule=rule)
    return _from_source(draft, quote, so, rule)


def _source(draft: Draft, pair: Marks, cover: dict[int, Finding]) -> Source | None:
    """``nach Ansicht des Ministers „…“``: the source that the sentence of a quote without a verb names."""
    sentence = draft.sentence_of(pair.opening)
    return next((source for source in sources(draft, sentence, cover) if source.speaker is not None), None)


def _from_source(draft: Draft, quote: Finding | None, source: Source, rule: str) -> Finding | None:
    mark = draft.add(Category.CUE, (source.cue,), score=prior(rule), rule=rule)
    if quote is not None and mark is not None:
        draft.link(RelationKind.CUE, quote, mark, score=prior(rule), rule=rule)
        if source.speaker is not None:
            draft.link(RelationKind.SPEAKER, quote, source.speaker, score=prior("speaker"), rule="speaker")
    return source.speaker


def _rule(draft: Draft, pair: Marks, cue: Hit[Strength] | None, sentence_like: bool) -> str:
    """Return the name of the rule that makes a pair of marks a quote, or the empty string."""
    if not sentence_like:
        return "quote_part" if cue is not None and not _is_title(draft, pair) else ""
    if cue is not None:
        return "quote_with_cue"
    first, after = pair.inner
    spoken = draft.words[after - 1] in (".", "!", "?") or after - first > _WORDS_ALONE
    return "quote_alone" if spoken or draft.word(pair.opening - 1) == ":" else ""


def _is_name(draft: Draft, pair: Marks, cover: dict[int, Finding]) -> bool:
    """Tell whether one name fills the marks: ``der „Oberste Rat zur Wahrung der Verfassung“``."""
    first, after = pair.inner
    finding = cover.get(first)
    return finding is not None and finding == cover.get(after - 1)


def _is_title(draft: Draft, pair: Marks) -> bool:
    """Tell whether a name or a title stands between the marks: ``die Fähre „Eagle“``, ``„Thai Rak Thai“``."""
    before = draft.info[pair.opening - 1] if pair.opening else None
    if before is not None and (before.capital or before.upper):
        return True
    if draft.word(pair.opening - 1) in ("laut", "Laut"):
        return True
    words = [draft.info[i] for i in range(*pair.inner) if draft.info[i].alpha]
    if len(words) < _FEWEST_OF_TITLE:
        return not words or ((words[0].capital or words[0].upper) and _is_proper(words[0]))
    named = draft.word(pair.opening - 1) in _ARTICLES
    return all(word.capital or word.upper or (named and word.text in _INSIDE_NAMES) for word in words)


def _is_proper(word: Word) -> bool:
    """Tell whether a word is no ordinary noun, or a compound of an abbreviation: ``EVAC-Ambulanz``."""
    return not word.noun or (bool(word.parts) and word.parts[0].isupper())


_FEWEST_OF_TITLE = 2
_ARTICLES = word_set("der die das dem den des Der Die Das Dem Den")
_INSIDE_NAMES = word_set("von vom am der des für und in im zu zur of the")


def _speaker(
    draft: Draft,
    pair: Marks,
    cue: Hit[Strength] | None,
    cover: dict[int, Finding],
    before: tuple[Marks, Finding | None] | None,
) -> Finding | None:
    """Return who says it: by the verb of speech, before a colon, or whoever spoke in the sentence before."""
    if cue is not None:
        return speaker_of(draft, cue.index, cover)
    if draft.word(pair.opening - 1) == ":":
        return speaker_of(draft, pair.opening - 1, cover)
    if before is not None and before[1] is not None and pair.opening - before[0].closing < _CONTINUES:
        return before[1]
    return speaker_beside(draft, (pair.opening, pair.closing), cover)


def attach(
    draft: Draft,
    cue: Hit[Strength],
    quote: Finding | None,
    speaker: Finding | None,
    cover: Mapping[int, Finding],
    *,
    rule: str,
    whole: bool = True,
) -> None:
    """Note a quote's cue, speaker and addressee; a mere part of what is said (not ``whole``) is no act."""
    if quote is None:
        return
    spans = cue.spans(draft)
    mark = draft.add(Category.CUE, spans, score=quote.score, rule=rule)
    if mark is not None:
        draft.link(RelationKind.CUE, quote, mark, score=quote.score, rule=rule)
    if speaker is not None:
        draft.link(RelationKind.SPEAKER, quote, speaker, score=prior("speaker"), rule="speaker")
    told = addressee(draft, draft.sentence_of(cue.index), cue, speaker, cover)
    if told is not None:
        draft.link(RelationKind.ADDRESSEE, quote, told, score=prior("addressee"), rule="addressee")
    if whole:
        draft.says(SpeechAct(cue.index, cue.lemma, spans, speaker, (quote,), quote.score))


def _is_sentence(draft: Draft, pair: Marks) -> bool:
    first, after = pair.inner
    words = sum(draft.info[i].alpha for i in range(first, after))
    if words < _WORDS_OF_A_SENTENCE:
        return words > 1 and draft.words[after - 1] in ("!", "?", ".")
    return any(draft.info[i].alpha and not draft.info[i].capital for i in range(first + 1, after))


def _cue(draft: Draft, pair: Marks) -> Hit[Strength] | None:
    """Return the verb of speech that belongs to a quote: beside it, else in its sentences outside it."""
    sentences = {draft.sentence_of(pair.opening), draft.sentence_of(pair.closing)}
    if pair.closing + 1 < len(draft):
        sentences.add(
            draft.sentence_of(pair.closing + 1) if _runs_on(draft, pair) else draft.sentence_of(pair.closing)
        )
    if draft.word(pair.opening - 1) == ":":
        sentences.add(draft.sentence_of(pair.opening - 1))
    found = [
        hit
        for sentence in sentences
        for hit in cues(draft, sentence)
        if not pair.opening <= hit.index <= pair.closing and (hit.finite or hit.entry is Strength.STRONG)
    ]
    near = [hit for hit in found if _beside(pair, hit)]
    strong = [hit for hit in found if hit.entry is Strength.STRONG]
    candidates = near or strong
    return min(candidates, key=lambda hit: _distance(pair, hit), default=None)


def _runs_on(draft: Draft, pair: Marks) -> bool:
    follows = draft.word(pair.closing + 1)
    return follows == "," or follows[:1].islower()


def _beside(pair: Marks, hit: Hit[Strength]) -> bool:
    return (
        pair.closing < hit.index <= pair.closing + _NEAR or pair.opening - _NEAR <= hit.index < pair.opening
    )


def _distance(pair: Marks, hit: Hit[Strength]) -> int:
    if hit.index > pair.closing:
        return hit.index - pair.closing
    return pair.opening - hit.index
