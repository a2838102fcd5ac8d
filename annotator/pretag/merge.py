"""Settle what the components disagree about, and take out what is too uncertain."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from annotator.core.text import Span
from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.model import Category, Chain, Finding, Key, Link

NAMES = (Category.PERSON, Category.ORGANISATION, Category.PLACE, Category.OTHER)
_EXTRA_WORD = 0.25


class EntityMergeComponent:
    """Of names that overlap, keeps the better one: by score, and a bonus for each word of length.

    A place inside the name of an organisation stays beside it (``FC Bayern``).
    """

    def __call__(self, doc: Doc) -> Doc:
        """Take out the losers."""
        draft = draft_of(doc)
        names = draft.of(*NAMES)
        keep = best(draft, names)
        outer = {i: f for f in draft.of(Category.ORGANISATION) if f.key in keep for i in draft.tokens_of(f)}
        place = draft.names.of(Category.PLACE)
        for finding in names:
            body = outer.get(draft.tokens_of(finding)[0])
            is_place = (finding.layer, finding.label) == place
            nested = is_place and body is not None and _holds(body, finding)
            if finding.key not in keep and not nested:
                draft.drop(finding)
        return doc


def _holds(outer: Finding, inner: Finding) -> bool:
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end


def best(draft: Draft, findings: Iterable[Finding]) -> set[Key]:
    """Return the findings that stand: greedily, the best first, none overlapping one taken before."""
    taken: dict[int, list[Span]] = {}
    kept: set[Key] = set()
    for finding in sorted(findings, key=lambda f: (-_weight(draft, f), f.start, f.label)):
        span = Span(finding.start, finding.end)
        tokens = draft.tokens_of(finding)
        if not any(span.overlaps(other) for index in tokens for other in taken.get(index, ())):
            for index in tokens:
                taken.setdefault(index, []).append(span)
            kept.add(finding.key)
    return kept


def _weight(draft: Draft, finding: Finding) -> float:
    return finding.score + _EXTRA_WORD * (len(draft.tokens_of(finding)) - 1)


class MergeComponent:
    """Last of all: drops what is below the threshold, and links and chains whose ends are gone."""

    def __init__(self, threshold: float = 0.0) -> None:
        self.threshold = threshold

    def __call__(self, doc: Doc) -> Doc:
        """Clean up."""
        draft = draft_of(doc)
        for finding in list(draft.findings.values()):
            if finding.score < self.threshold:
                draft.drop(finding)
        draft.links = {key: link for key, link in draft.links.items() if self._stands(draft, link)}
        draft.chains = [c for c in (_kept(draft, chain) for chain in draft.chains) if len(c.members) > 1]
        return doc

    def _stands(self, draft: Draft, link: Link) -> bool:
        both = link.head in draft.findings and link.tail in draft.findings
        return both and link.score >= self.threshold


def _kept(draft: Draft, chain: Chain) -> Chain:
    members = tuple(key for key in chain.members if key in draft.findings)
    return Chain(chain.kind, chain.name, members, chain.score, chain.rule)
