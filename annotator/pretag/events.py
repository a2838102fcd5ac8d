"""Event triggers: nouns and their compounds, verbs, light-verb constructions, and statements."""

from __future__ import annotations

from spacy.tokens import Doc

from annotator.core.text import Span
from annotator.pretag.clauses import clause_at
from annotator.pretag.draft import Draft, Sentence, draft_of
from annotator.pretag.event_lexicon import VerbTrigger, event_lexicon
from annotator.pretag.grammar import may_carry
from annotator.pretag.inflection import Form
from annotator.pretag.merge import NAMES
from annotator.pretag.model import Category, Finding, Key
from annotator.pretag.priors import prior
from annotator.pretag.speech import SPEAKERS, Strength, cues, speaker_of, speech_lexicon
from annotator.pretag.verbs import Hit, finite_auxiliary
from annotator.pretag.wordlist import word_set
from annotator.pretag.zones import SPOKEN

_PARTICIPANTS = (*NAMES, Category.FUNCTION)
_TWO = 2
_BEHIND = 5


class EventComponent:
    """Finds triggers of the types that the scheme has. ``statement`` is the type of a statement."""

    def __init__(self, statement: str = "Aussage") -> None:
        self.statement = statement

    def __call__(self, doc: Doc) -> Doc:
        """Add triggers."""
        draft = draft_of(doc)
        names = draft.cover(*NAMES)
        actors = draft.cover(*_PARTICIPANTS)
        seen: set[str] = set()
        for sentence in draft.sentences:
            if draft.zones[sentence.first] in SPOKEN:
                _verbs(draft, sentence, actors, seen)
                _light(draft, sentence, seen)
                _nouns(draft, sentence, names, seen)
        if draft.names.event(self.statement) is not None:
            self._statements(draft)
        return doc

    def _statements(self, draft: Draft) -> None:
        cover = draft.cover(*SPEAKERS)
        taken = {index for cue in draft.of(Category.CUE) for index in _own_tokens(draft, cue)}
        taken -= draft.speech.keys()
        taken |= {index for f in draft.in_layer(draft.names.event_layer) for index in _own_tokens(draft, f)}
        with_content = set(draft.speech)
        nouns = speech_lexicon().statement_nouns
        for sentence in draft.sentences:
            if draft.zones[sentence.first] not in SPOKEN:
                continue
            for hit in cues(draft, sentence):
                if hit.index not in taken:
                    self._statement(draft, hit, with_content, cover)
            for index in sentence:
                if index in taken or index in cover or not draft.info[index].capital:
                    continue
                speaks = draft.words[index] in nouns and _whose(draft, index, cover)
                if speaks or index in with_content:
                    _put(draft, self.statement, (draft.span(index, index + 1),), "statement_noun")

    def _statement(
        self, draft: Draft, hit: Hit[Strength], with_content: set[int], cover: dict[int, Finding]
    ) -> None:
        if hit.index in with_content:
            rule = "statement_with_content"
        elif _means_else(draft, hit) or _infinitive(draft, hit):
            return
        elif hit.entry is Strength.STRONG and (hit.lemma == "heißen" or speaker_of(draft, hit.index, cover)):
            rule = "statement_by_name"
        elif hit.entry is Strength.STRONG and hit.lemma in _PURE:
            rule = "statement_verb"
        else:
            return
        _put(draft, self.statement, hit.spans(draft), rule)


def _infinitive(draft: Draft, hit: Hit[Strength]) -> bool:
    """Tell whether a form that can be an infinitive is one: with a modal in its clause, or after ``zu``."""
    if not hit.form & Form.INFINITIVE:
        return False
    first, after = clause_at(draft, hit.index)
    auxiliary = finite_auxiliary(draft, first, after) is not None
    return not hit.finite or auxiliary or draft.word(hit.index - 1) == "zu"


_BY_THEMSELVES = word_set(
    "Pressekonferenz Pressekonferenzen Stellungnahme Rede Ansprache Regierungserklärung"
)


def _whose(draft: Draft, index: int, cover: dict[int, Finding]) -> bool:
    """Tell whether a noun of speech has somebody whose words they are."""
    if draft.words[index] in _BY_THEMSELVES:
        return True
    before = cover.get(index - 1)
    if before is not None and draft.words[index - 1].endswith(("s", "'", "’")):
        return True
    return any(place in cover for place in range(index + 1, min(len(draft), index + 5))) and (
        index + 1 in cover or draft.word(index + 1) in ("von", "vom", "des", "der", "aus")
    )


def _means_else(draft: Draft, hit: Hit[Strength]) -> bool:
    first, after = clause_at(draft, hit.index)
    forbidden = speech_lexicon().forbids.get(hit.lemma, frozenset())
    return bool(forbidden) and any(draft.words[i] in forbidden for i in range(first, after))


_PURE = word_set(
    "sagen mitteilen berichten erklären betonen verkünden melden bekanntgeben behaupten äußern "
    "erläutern dementieren versichern bekräftigen"
)


def _own_tokens(draft: Draft, finding: Finding) -> list[int]:
    return [i for span in finding.fragments for i in draft.article.tokens.covered(span)]


def _put(draft: Draft, label: str, spans: tuple[Span, ...], rule: str) -> None:
    names = draft.names
    layer = names.scheme.layer(names.event_layer)
    if names.event(label) is None or layer is None:
        return
    # A word may be a trigger of several types, but two events of one set never stand at one place.
    others = (one.name for one in layer.labels if one.name != label)
    if not any(Key(layer.name, other, spans) in draft.findings for other in others):
        draft.put(Finding(layer.name, label, spans, prior(rule), rule))


def _nouns(draft: Draft, sentence: Sentence, names: dict[int, Finding], seen: set[str]) -> None:
    lexicon = event_lexicon()
    for index in sentence:
        info = draft.info[index]
        small = lexicon.small(info.text)
        if small is not None:
            seen.add(small)
            _put(draft, small, (draft.span(index, index + 1),), f"event_word:{small}")
        if not info.capital or (index in names and _whole(draft, names[index], index)):
            continue
        found = lexicon.noun(info.text)
        if found is None:
            label = lexicon.again(info.text)
            if label in seen:
                _put(draft, label, (draft.span(index, index + 1),), "event_noun_again")
            continue
        label, compound = found
        if lexicon.unless[label] & set(draft.words[index + 1 : index + _BEHIND]):
            continue
        seen.add(label)
        rule = "event_compound" if compound else "event_noun"
        _put(draft, label, (draft.span(index, index + 1),), f"{rule}:{label}")


def _whole(draft: Draft, finding: Finding, index: int) -> bool:
    """Tell whether a name covers the whole token, not a part of it."""
    return finding.start <= draft.starts[index] and draft.ends[index] <= finding.end


def _verbs(draft: Draft, sentence: Sentence, actors: dict[int, Finding], seen: set[str]) -> None:
    for hit in event_lexicon().verbs.in_sentence(draft, sentence):
        if _holds(draft, hit, actors):
            seen.add(hit.entry.label)
            rule = "event_participle" if not hit.finite else "event_verb"
            _put(draft, hit.entry.label, hit.spans(draft), f"{rule}:{hit.entry.label}")


def _holds(draft: Draft, hit: Hit[VerbTrigger], actors: dict[int, Finding]) -> bool:
    if draft.info[hit.index].lower in _NO_VERBS:
        return False
    first, after = clause_at(draft, hit.index)
    words = set(draft.words[first:after])
    entry = hit.entry
    if entry.forbids & words or not all(need & words for need in entry.needs):
        return False
    if not entry.persons:
        return True
    found = {actors[i].key for i in range(first, after) if i in actors}
    pronouns = sum(word in _PRONOUNS for word in words)
    return len(found) + min(1, pronouns) >= _TWO


_NO_VERBS = word_set("einige einiger einiges")
_PRONOUNS = word_set("er sie ihn ihm ihr ihnen sich wir uns Er Sie Wir")


def _light(draft: Draft, sentence: Sentence, seen: set[str]) -> None:
    lexicon = event_lexicon()
    for index in sentence:
        if lexicon.again(draft.words[index]) in seen:
            continue
        for label, table in lexicon.light.get(draft.words[index], ()):
            first, after = clause_at(draft, index)
            hit = next((h for h in table.in_sentence(draft, Sentence(first, after))), None)
            if hit is not None and may_carry(draft.grammar, hit.index, index):
                noun = draft.span(index, index + 1)
                spans = _joined(draft, [noun, *hit.spans(draft)])
                _put(draft, label, spans, f"event_light:{label}")


def _joined(draft: Draft, spans: list[Span]) -> tuple[Span, ...]:
    """Return the fragments in order, those with only blanks between them as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not draft.text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)
