"""The recogniser as a spaCy component: persons, places, organisations and other names with a score.

It leaves ``doc.spans["recogniser"]``, whose ``attrs`` hold ``scores`` (0 to 1, calibrated, one per span),
``parts`` (names inside words: start and end in code points of the text, label, score) and ``model``.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span, SpanGroup

from annotator.pretag.recogniser_capitals import usual_case
from annotator.pretag.recogniser_decode import Named
from annotator.pretag.recogniser_evidence import Part, is_ordinary, pieces_of, second_pass
from annotator.pretag.recogniser_tagger import Model

SPANS = "recogniser"
_ENDS = frozenset(".!?…")
_IGNORED = frozenset(("DRV", "PRT"))
_NAMES = frozenset(("PER", "LOC", "ORG"))
_LEAST, _GUESSED = 0.5, 0.75


class Recogniser:
    """Finds names in one ``Doc`` after another. Not thread-safe."""

    def __init__(self, model: Model, *, evidence: bool = True, threshold: float = 0.0) -> None:
        self.model = model
        self.evidence = evidence
        self.threshold = threshold

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.spans["recogniser"]``; names below the threshold are left out."""
        places = sentence_tokens(doc)
        words = [[doc[index].text for index in sentence] for sentence in places]
        found, parts = self.names(words)
        spans: list[Span] = []
        scores: list[float] = []
        for sentence, names in zip(places, found, strict=True):
            for named in names:
                if named.probability >= self.threshold:
                    first, last = sentence[named.first], sentence[named.after - 1]
                    spans.append(Span(doc, first, last + 1, label=named.label))
                    scores.append(named.probability)
        attrs = {
            "scores": scores,
            "parts": [_in_text(doc, places, part) for part in parts if part.score >= self.threshold],
            "model": self.model.version,
        }
        doc.spans[SPANS] = SpanGroup(doc, name=SPANS, spans=spans, attrs=attrs)
        return doc

    def names(self, sentences: list[list[str]]) -> tuple[list[list[Named]], list[Part]]:
        """Return the names of an article's sentences with calibrated scores, and those inside words."""
        model = self.model
        sentences = [usual_case(words, model.lexicon) for words in sentences]
        found = [
            [replace(named, probability=model.score(named)) for named in names]
            for names in model.names(sentences)
        ]
        if not self.evidence:
            return [_shown(names) for names in found], []
        settled, parts = second_pass(sentences, found, model.lexicon)
        parts += self._guessed(sentences, settled, {(part.sentence, part.word) for part in parts})
        return [_shown(names) for names in settled], parts

    def _guessed(
        self, sentences: list[list[str]], settled: list[list[Named]], known: set[tuple[int, int]]
    ) -> list[Part]:
        """Return the parts of compounds that hold some name, by asking what each part alone would be."""
        asked = [
            Part(number, named.first, start, start + len(piece), piece, 0.0)
            for number, (words, names) in enumerate(zip(sentences, settled, strict=True))
            for named in names
            if named.label == "PRT" and named.after - named.first == 1 and (number, named.first) not in known
            for start, piece in pieces_of(words[named.first])
            if piece[0].isupper() and not is_ordinary(piece, self.model.lexicon)
        ]
        answers = self.model.names([["mit", part.label, "."] for part in asked])
        return [
            replace(part, label=named.label, score=_GUESSED * self.model.score(named))
            for part, names in zip(asked, answers, strict=True)
            for named in names
            if (named.first, named.after) == (1, 2) and named.label in _NAMES and named.probability >= _LEAST
        ]


def _shown(names: list[Named]) -> list[Named]:
    return [named for named in names if named.label not in _IGNORED]


def sentence_tokens(doc: Doc) -> list[list[int]]:
    """Return the tokens of each sentence, white space left out.

    Without sentence starts in the ``Doc``, a sentence ends at a full stop, question or exclamation mark, and
    at an empty line.
    """
    known = doc.has_annotation("SENT_START")
    starts = doc.to_array("SENT_START").tolist() if known else []
    sentences: list[list[int]] = []
    current: list[int] = []
    for index, token in enumerate(doc):
        if known and starts[index] == 1 and current:
            sentences.append(current)
            current = []
        text = token.text
        if not text.isspace():
            current.append(index)
        if current and not known and (text in _ENDS or "\n\n" in text):
            sentences.append(current)
            current = []
    return [*sentences, current] if current else sentences


def _in_text(doc: Doc, places: list[list[int]], part: Part) -> tuple[int, int, str, float]:
    base = doc[places[part.sentence][part.word]].idx
    return base + part.start, base + part.end, part.label, part.score
