"""The working state of one article on its way through the pipeline, carried by a spaCy ``Doc``.

Components read ``doc._.draft`` and add to it. Positions in ``words`` are article tokens, not ``Doc`` tokens
(a ``Doc`` also has tokens of white space); ``doc_index`` leads from the one to the other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from annotator.core.annotation import Attributes, Origin
from annotator.core.article import Article, ZoneKind
from annotator.core.text import Span
from annotator.pretag.grammar import Grammar, Unknown
from annotator.pretag.model import (
    Category,
    Chain,
    Failure,
    Finding,
    Key,
    Link,
    Names,
    RelationKind,
    SpeechAct,
)
from annotator.pretag.words import Word, analyse


@dataclass(frozen=True, slots=True)
class Sentence:
    """Article tokens ``[first, after)``."""

    first: int
    after: int

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.first, self.after))

    def __contains__(self, index: object) -> bool:
        return isinstance(index, int) and self.first <= index < self.after


_LONGEST_SENTENCE = 300


def _pieces(first: int, after: int) -> Iterator[Sentence]:
    """Yield a sentence, one beyond all measure in pieces, so that looking through it stays quick."""
    for begin in range(first, after, _LONGEST_SENTENCE):
        yield Sentence(begin, min(after, begin + _LONGEST_SENTENCE))


class Draft:
    """What is known of one article so far."""

    def __init__(
        self,
        article: Article,
        names: Names,
        doc_index: tuple[int, ...] = (),
        *,
        skip_zones: Collection[ZoneKind] = (),
    ) -> None:
        self.article = article
        self.names = names
        self.text = article.text
        self.starts = article.tokens.starts.tolist()
        self.ends = article.tokens.ends.tolist()
        text = article.text
        self.words = [text[s:e] for s, e in zip(self.starts, self.ends, strict=True)]
        self.info: list[Word] = [analyse(word) for word in self.words]
        bounds = [*article.sentences, len(self.words)]
        self.sentences = [piece for a, b in pairwise(bounds) for piece in _pieces(a, b)]
        self._sentence_starts = [sentence.first for sentence in self.sentences]
        self.zones: list[ZoneKind] = [ZoneKind.BODY] * len(self.words)
        self.skip_zones = skip_zones
        self.doc_index = doc_index
        self.findings: dict[Key, Finding] = {}
        self.links: dict[tuple[str, Key, Key], Link] = {}
        self.chains: list[Chain] = []
        self.failures: list[Failure] = []
        self.grammar: Grammar = Unknown()
        """What an installed pipeline says of lemmas, tags and relations; nothing without one."""
        self.holders: dict[Key, Finding] = {}
        """The person who holds a function, by the function."""
        self.antecedents: dict[Key, Key] = {}
        """Whom a pronoun means."""
        self._quoted = bytearray(len(self.words))
        self.speech: dict[int, SpeechAct] = {}
        """Who said what, by the token of the verb or noun of speech, in the order of finding."""

    # Tokens ----------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, after: int) -> Span:
        """Return the span of the tokens ``[first, after)``."""
        return Span(self.starts[first], self.ends[after - 1])

    def tokens_of(self, finding: Finding | Key) -> range:
        """Return the tokens from the finding's first to its last."""
        fragments = finding.fragments
        return self.article.tokens.covered(Span(fragments[0].start, fragments[-1].end))

    def sentence_of(self, index: int) -> Sentence:
        """Return the sentence of a token."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, index) - 1)]

    def word(self, index: int) -> str:
        """Return a token's text, or the empty string outside the article."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """Tell whether a token follows the one before it without a blank."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def skipped(self, index: int) -> bool:
        """Tell whether a token stands in a zone where nothing is suggested."""
        return self.zones[index] in self.skip_zones

    def quote(self, first: int, after: int) -> None:
        """Note that the tokens ``[first, after)`` stand in a direct quote."""
        self._quoted[first:after] = b"\1" * (after - first)

    def quoted(self, first: int, after: int) -> bool:
        """Tell whether any of the tokens ``[first, after)`` stands in a direct quote."""
        return any(self._quoted[first:after])

    def says(self, act: SpeechAct) -> None:
        """Note who said what."""
        self.speech.setdefault(act.cue, act)

    def said_in(self, sentence: Sentence) -> SpeechAct | None:
        """Return the last act of speech of a sentence."""
        return next(
            (self.speech[i] for i in reversed(range(sentence.first, sentence.after)) if i in self.speech),
            None,
        )

    # Findings --------------------------------------------------------------------------------------------

    def add(
        self,
        category: Category,
        spans: Iterable[Span],
        *,
        score: float,
        rule: str,
        origin: Origin = Origin.RULE,
        attributes: Attributes = (),
    ) -> Finding | None:
        """Add a finding; ``None`` if the scheme has no such label. Of two equal ones the surer stays."""
        place = self.names.of(category)
        if place is None:
            return None
        return self.put(Finding(*place, tuple(spans), score, rule, origin, attributes))

    def put(self, finding: Finding) -> Finding:
        """Add a finding whose label the scheme is known to have, unless it stands in a skipped zone."""
        if self.skipped(self.article.tokens.covered(finding.fragments[0])[0]):
            return finding
        known = self.findings.get(finding.key)
        if known is not None and known.score >= finding.score:
            return known
        self.findings[finding.key] = finding
        return finding

    def drop(self, finding: Finding) -> None:
        """Take a finding back."""
        self.findings.pop(finding.key, None)

    def link(self, kind: RelationKind, head: Finding, tail: Finding, *, score: float, rule: str) -> None:
        """Relate two findings, if the scheme has the relation and allows it between them."""
        name = self.names.relation(kind)
        if name is None:
            return
        for known in self.names.scheme.relations:
            if known.name == name and known.heads.allows(head.layer, head.label):
                if known.tails.allows(tail.layer, tail.label):
                    self.relate(name, head, tail, score=score, rule=rule)
                return

    def relate(self, label: str, head: Finding, tail: Finding, *, score: float, rule: str) -> None:
        """Relate two findings by a relation or role that is known to be allowed."""
        if head.key not in self.findings or tail.key not in self.findings:
            return
        key = (label, head.key, tail.key)
        known = self.links.get(key)
        if known is None or known.score < score:
            self.links[key] = Link(label, head.key, tail.key, score, rule)

    def of(self, *categories: Category) -> list[Finding]:
        """Return the findings of some categories in reading order, the longer first."""
        places = {self.names.of(category) for category in categories}
        found = [f for f in self.findings.values() if (f.layer, f.label) in places]
        return sorted(found, key=lambda f: (f.start, -f.end))

    def cover(self, *categories: Category) -> dict[int, Finding]:
        """Return the longest finding of the categories at each token."""
        covered: dict[int, Finding] = {}
        for finding in self.of(*categories):
            for index in self.tokens_of(finding):
                known = covered.get(index)
                if known is None or finding.end - finding.start > known.end - known.start:
                    covered[index] = finding
        return covered

    def in_layer(self, layer: str) -> list[Finding]:
        """Return the findings of a layer in reading order, the longer first."""
        found = [f for f in self.findings.values() if f.layer == layer]
        return sorted(found, key=lambda f: (f.start, -f.end))


def draft_of(doc: Doc) -> Draft:
    """Return the draft that a document carries."""
    draft = doc._.draft
    if not isinstance(draft, Draft):
        raise TypeError("the document was not made by the pre-tagger")
    return draft


if not Doc.has_extension("draft"):
    Doc.set_extension("draft", default=None)
