"""The ends of a relation in words, so that two that read alike are told apart."""

from __future__ import annotations

from collections import Counter

from annotator.core.text import Span
from annotator.review.item import RelationItem
from annotator.services.reviewing_queue import ArticleReview

_WORDS = 2
"""How many words of the same line are shown on either side."""


def ends_words(review: ArticleReview, item: RelationItem) -> dict[tuple[Span, ...], str]:
    """Return the words of each end that any version has, by its fragments.

    Ends with the same words at several places stand in brackets among their neighbours; where these are
    the same too, the number of the place in the order of the text comes first.
    """
    text = review.article.text
    ends = {
        review.mentions[name, end].fragments: review.mentions[name, end].text_of(text)
        for name, version in zip(item.annotators, item.versions, strict=True)
        if version is not None
        for end in (version.head, version.tail)
    }
    alike = Counter(ends.values())
    shown = {at: _among(text, at, words) if alike[words] > 1 else words for at, words in ends.items()}
    still = Counter(shown.values())
    order = {at: number for number, at in enumerate(sorted(ends), start=1)}
    return {at: f"{order[at]}: {words}" if still[words] > 1 else words for at, words in shown.items()}


def _among(text: str, at: tuple[Span, ...], words: str) -> str:
    start, end = at[0].start, at[-1].end
    before = text[:start].rpartition("\n")[2].split()
    after = text[end:].partition("\n")[0].split()
    left = " " if text[:start][-1:].isspace() else ""
    right = " " if text[end:][:1].isspace() else ""
    near = f"{' '.join(before[-_WORDS:])}{left}[{words}]{right}{' '.join(after[:_WORDS])}".strip()
    opening, closing = "…\u00a0" if before[:-_WORDS] else "", "\u00a0…" if after[_WORDS:] else ""
    return f"{opening}{near}{closing}"
