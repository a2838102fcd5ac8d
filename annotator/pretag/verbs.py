"""Find the verbs of a lexicon in a sentence: inflected, joined or with the prefix far behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from annotator.core.text import Span
from annotator.pretag.draft import Draft, Sentence
from annotator.pretag.grammar import is_verb, separated_prefix
from annotator.pretag.inflection import AUXILIARIES, Form, Verb
from annotator.pretag.wordlist import word_set

T = TypeVar("T")
CLAUSE_MARKS = frozenset((",", ";", ":", ".", "!", "?", "–", "—", "-", "(", ")", "…", "...", "/"))
QUOTE_MARKS = frozenset("\"„“”»«›‹‚‘’'")
_AFTER_PREFIX = word_set(
    "und oder aber dass daß wie als ob weil wenn nachdem um sondern sowie denn obwohl während damit "
    "bevor was wer"
)
_NO_BREAK_AFTER_VERB = 40
_FORMS_OF_TAGS = {
    "FIN": Form.PRESENT | Form.PAST,
    "PP": Form.PARTICIPLE,
    "INF": Form.INFINITIVE,
    "IZU": Form.INFINITIVE,
}


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A verb in the text, by its token; ``prefix`` is the token of a split-off prefix, or -1."""

    index: int
    prefix: int
    lemma: str
    form: Form
    entry: T

    @property
    def finite(self) -> bool:
        """Whether the form can be finite."""
        return self.form.finite

    def spans(self, draft: Draft) -> tuple[Span, ...]:
        """Return the fragments: the verb, and its prefix where that stands apart."""
        spans = [draft.span(self.index, self.index + 1)]
        if self.prefix >= 0:
            spans.append(draft.span(self.prefix, self.prefix + 1))
            if self.prefix == self.index + 1:
                return (draft.span(self.index, self.prefix + 1),)
        return tuple(spans)


class VerbTable(Generic[T]):
    """Verbs by form; each with an entry of the caller's."""

    def __init__(self, verbs: Iterable[tuple[str, T]], *, attributive: bool = False) -> None:
        """``attributive`` takes participles before a noun in, too: ``die annektierte Krim``."""
        self._forms: dict[str, list[tuple[str, str, Form, T]]] = {}
        self._attributive = attributive
        self._lemmas: dict[str, list[tuple[str, str, T]]] = {}
        for source, entry in verbs:
            verb = Verb.parse(source)
            self._lemmas.setdefault(verb.lemma, []).append((verb.lemma, "", entry))
            if verb.prefix:
                self._lemmas.setdefault(verb.stem, []).append((verb.lemma, verb.prefix, entry))
            for word, form in verb.forms().items():
                prefix = verb.prefix if form & Form.SPLIT else ""
                self._forms.setdefault(word, []).append((verb.lemma, prefix, form, entry))
                if attributive and form & Form.PARTICIPLE:
                    for ending in ("e", "en", "er", "es", "em"):
                        if word + ending not in verb.forms():
                            reading = (verb.lemma, "", Form.PARTICIPLE, entry)
                            self._forms.setdefault(word + ending, []).append(reading)

    def __contains__(self, word: str) -> bool:
        return word in self._forms

    def lemmas(self, word: str) -> frozenset[str]:
        """Return the infinitives that a form can belong to."""
        return frozenset(reading[0] for reading in self._forms.get(word, ()))

    def in_sentence(self, draft: Draft, sentence: Sentence) -> Iterator[Hit[T]]:
        """Yield the verbs of a sentence; of verbs with the same form, those that the sentence allows."""
        for index in sentence:
            readings = self._forms.get(draft.words[index])
            if readings is None and index == sentence.first and draft.info[index].capital:
                readings = self._opening(draft, index)
            if readings is None and draft.grammar.lemma(index) in self._lemmas:
                readings = self._by_lemma(draft, index)
            if readings and is_verb(draft.grammar, index, attributive=self._attributive):
                yield from _hits(draft, sentence, index, readings)

    def _opening(self, draft: Draft, index: int) -> list[tuple[str, str, Form, T]] | None:
        if draft.info[index].noun or draft.info[index].given:
            return None
        readings = self._forms.get(draft.info[index].lower)
        return [r for r in readings if r[2] & (Form.PRESENT | Form.PAST)] if readings else None

    def _by_lemma(self, draft: Draft, index: int) -> list[tuple[str, str, Form, T]]:
        """Return the readings of a form that the tables lack, by what an installed pipeline says of it."""
        tag = draft.grammar.tag(index)
        form = _FORMS_OF_TAGS.get(tag[2:]) if tag.startswith("VV") else None
        if form is None:
            return []
        return [
            (lemma, prefix, form | Form.SPLIT if prefix else form, entry)
            for lemma, prefix, entry in self._lemmas[draft.grammar.lemma(index)]
        ]


def _hits(
    draft: Draft, sentence: Sentence, index: int, readings: list[tuple[str, str, Form, T]]
) -> Iterator[Hit[T]]:
    split_found = False
    for lemma, prefix, form, entry in readings:
        if form & Form.SPLIT:
            place = split_prefix(draft, sentence, index, prefix)
            if place >= 0:
                split_found = True
                yield Hit(index, place, lemma, form, entry)
    if not split_found:
        yield from (
            Hit(index, -1, lemma, form, entry) for lemma, prefix, form, entry in readings if not prefix
        )


def split_prefix(draft: Draft, sentence: Sentence, index: int, prefix: str) -> int:
    """Return where the prefix of the verb at ``index`` stands, or -1: at the end of a clause behind it."""
    if draft.grammar.parsed:
        place = separated_prefix(draft.grammar, index)
        return place if place > index and draft.words[place] == prefix else -1
    for place in range(index + 1, min(sentence.after, index + _NO_BREAK_AFTER_VERB)):
        if draft.words[place] != prefix:
            continue
        follows = draft.words[place + 1] if place + 1 < sentence.after else "."
        if follows in CLAUSE_MARKS or follows in QUOTE_MARKS or follows in _AFTER_PREFIX:
            return place
    return -1


def finite_auxiliary(draft: Draft, first: int, after: int) -> tuple[int, Form] | None:
    """Return the first auxiliary or modal in ``[first, after)``, with its form."""
    for index in range(first, after):
        form = AUXILIARIES.get(draft.words[index])
        if form is not None:
            return index, form
    return None
