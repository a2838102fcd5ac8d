"""Runs an installed pipeline over our own tokens: names as further evidence, grammar for who asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from annotator.core.annotation import Origin
from annotator.pretag.document import plain_doc
from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.grammar import Analysed
from annotator.pretag.installed import load_pipeline
from annotator.pretag.model import Category, Finding, Tool
from annotator.pretag.recognised import RecognisedName, key_of, without_office

RULE = "pipeline"
_MOST_TOKENS = 4000
_ALONE, _AGREED = 0.6, 0.5


class InstalledComponent:
    """Asks an installed pipeline. ``labels`` leads from its names' labels to categories.

    ``alone`` is the score of a name that it alone finds; a name that was found before loses the share
    ``agreed`` of its doubt. Raises ``PipelineRefused`` on being made.
    """

    def __init__(
        self, name: str, labels: Mapping[str, str], *, alone: float = _ALONE, agreed: float = _AGREED
    ) -> None:
        self.nlp = load_pipeline(name)
        self.categories = {label: Category(category) for label, category in labels.items()}
        self.alone, self.agreed = alone, agreed
        meta = self.nlp.meta
        self.tool = Tool(f"{meta['lang']}_{meta['name']}", str(meta["version"]))

    def __call__(self, doc: Doc) -> Doc:
        """Set the draft's grammar and add the names."""
        draft = draft_of(doc)
        said = _Said()
        found: list[RecognisedName] = []
        for first, after in _pieces(draft):
            with self.nlp.memory_zone():
                piece = _run(self.nlp, plain_doc(self.nlp.vocab, draft.article, first, after))
                said.add(piece, first)
                found += self._names(draft, piece, first)
        draft.grammar = said.grammar()
        self._settle(draft, found)
        return doc

    def _names(self, draft: Draft, piece: Doc, base: int) -> Iterator[RecognisedName]:
        for span in piece.ents:
            category = self.categories.get(span.label_)
            first, after = base + span.start, base + span.end
            if category is None or after > draft.sentence_of(first).after or draft.skipped(first):
                continue
            name = without_office(draft, RecognisedName(first, after, category, self.alone))
            if name is not None:
                yield name

    def _settle(self, draft: Draft, names: list[RecognisedName]) -> None:
        """Raise the score of what was found before, and add the rest for the merging to weigh."""
        for name in names:
            key = key_of(draft, name)
            if key is None:
                continue
            known = draft.findings.get(key)
            if known is None:
                draft.put(Finding(*key, name.score, RULE, Origin.MODEL, tool=self.tool))
            else:
                draft.drop(known)
                score = known.score + (1 - known.score) * self.agreed
                rule = f"{known.rule}+{self.tool.name}-{self.tool.version}"
                draft.put(replace(known, score=score, rule=rule, origin=Origin.MODEL))


def _pieces(draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield runs of whole sentences: a pipeline's memory grows with the length of its ``Doc``."""
    first = 0
    for sentence in draft.sentences:
        if sentence.after - first > _MOST_TOKENS and sentence.first > first:
            yield first, sentence.first
            first = sentence.first
    if first < len(draft):
        yield first, len(draft)


def _run(nlp: Language, doc: Doc) -> Doc:
    size = len(doc)
    doc = nlp(doc)
    if len(doc) != size:
        raise ValueError("the pipeline changed the tokens")
    return doc


class _Said:
    """What was said of the tokens so far."""

    def __init__(self) -> None:
        self._kinds = {"LEMMA", "TAG", "DEP"}
        self._all = Analysed()

    def add(self, piece: Doc, base: int) -> None:
        """Take in a piece that begins at the article's token ``base``."""
        self._kinds = {kind for kind in self._kinds if piece.has_annotation(kind)}
        for token in piece:
            self._all.lemmas.append(token.lemma_)
            self._all.tags.append(token.tag_)
            self._all.heads.append(base + token.head.i)
            self._all.relations.append(token.dep_)

    def grammar(self) -> Analysed:
        """Return all of it; what was not said of every piece counts as unknown."""
        parsed = "DEP" in self._kinds
        return Analysed(
            lemmas=self._all.lemmas if "LEMMA" in self._kinds else [],
            tags=self._all.tags if "TAG" in self._kinds else [],
            heads=self._all.heads if parsed else [],
            relations=self._all.relations if parsed else [],
        )
