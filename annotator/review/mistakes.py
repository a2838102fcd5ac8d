"""What a tagger gets wrong, with the text around: single mistakes, and the most frequent ones together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.annotation import Mention, Relation
from annotator.core.ids import ArticleId
from annotator.core.state import Layered
from annotator.core.text import Span
from annotator.review.scoring import pair
from annotator.review.scoring_relations import Ends, pair_relations

_AROUND = 48
_LONGEST = 120
_CUT = " … "


class MistakeKind(StrEnum):
    """How a finding and the gold standard differ."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    LABEL = "label"
    BORDER = "border"
    LABEL_AND_BORDER = "label_and_border"


@dataclass(frozen=True, slots=True)
class Context:
    """A place in an article: ``[start, end)`` in code points, its words and those around, on one line."""

    article_id: ArticleId
    start: int
    end: int
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake, or all of the same words and labels. What one side does not have is empty.

    ``group`` is the layer, or the kind of relation; of a relation the words are those of its two ends.
    """

    kind: MistakeKind
    group: str
    gold_label: str
    found_label: str
    gold_text: str
    found_text: str


def mention_mistakes(
    article_id: ArticleId, text: str, layer: str, gold: Sequence[Mention], found: Sequence[Mention]
) -> Iterator[tuple[Mistake, Context]]:
    """Yield what is wrong in one layer of an article, after the pairing of the measure ``type``."""
    pairing = pair(gold, found, by_label=True)
    sides = [(gold[g], found[f]) for g, f in pairing.pairs]
    alone: list[tuple[Mention | None, Mention | None]] = [(gold[g], None) for g in pairing.missed]
    alone += [(None, found[f]) for f in pairing.spurious]
    for wanted, given in [*sides, *alone]:
        kind = _kind(wanted, given)
        shown = wanted or given
        if kind is None or shown is None:
            continue
        mistake = Mistake(
            kind,
            layer,
            wanted.label if wanted else "",
            given.label if given else "",
            shortened(wanted.text_of(text)) if wanted else "",
            shortened(given.text_of(text)) if given else "",
        )
        yield mistake, context(article_id, text, shown.envelope)


def _kind(gold: Mention | None, found: Mention | None) -> MistakeKind | None:
    if gold is None:
        return MistakeKind.SPURIOUS
    if found is None:
        return MistakeKind.MISSED
    if gold.fragments == found.fragments:
        return None if gold.label == found.label else MistakeKind.LABEL
    return MistakeKind.BORDER if gold.label == found.label else MistakeKind.LABEL_AND_BORDER


def relation_mistakes(
    article_id: ArticleId,
    text: str,
    group: str,
    gold: Sequence[Relation],
    found: Sequence[Relation],
    *,
    mentions: tuple[Layered, Layered],
    ends: Ends,
) -> Iterator[tuple[Mistake, Context]]:
    """Yield what is wrong between ends that both sides have; a missing end is a mistake of its own."""
    pairing = pair_relations(gold, found, ends.by_label)
    matched = set(ends.by_label.values())

    def made(kind: MistakeKind, one: Relation | None, other: Relation | None) -> tuple[Mistake, Context]:
        words = [_ends_of(r, side, text) if r else "" for r, side in zip((one, other), mentions, strict=True)]
        labels = [r.label if r else "" for r in (one, other)]
        shown, side = (one, mentions[0]) if one else (other, mentions[1])
        assert shown is not None
        places = sorted(side.mentions[end].envelope for end in (shown.head, shown.tail))
        whole = Span(places[0].start, max(place.end for place in places))
        return Mistake(kind, group, labels[0], labels[1], *words), context(article_id, text, whole)

    for g, f in pairing.pairs:
        if gold[g].label != found[f].label:
            yield made(MistakeKind.LABEL, gold[g], found[f])
    for g in pairing.missed:
        if {gold[g].head, gold[g].tail} <= ends.by_label.keys():
            yield made(MistakeKind.MISSED, gold[g], None)
    for f in pairing.spurious:
        if {found[f].head, found[f].tail} <= matched:
            yield made(MistakeKind.SPURIOUS, None, found[f])


def _ends_of(relation: Relation, side: Layered, text: str) -> str:
    head, tail = (side.mentions[end].text_of(text) for end in (relation.head, relation.tail))
    return f"{shortened(head)} → {shortened(tail)}"


def context(article_id: ArticleId, text: str, span: Span) -> Context:
    """Return a place with the words around, cut between words."""
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    if span.start > _AROUND:
        before = "…" + before[before.find(" ") + 1 :] if " " in before else "…" + before
    if span.end + _AROUND < len(text):
        after = (after[: after.rfind(" ")] if " " in after[1:] else after) + "…"
    inside = shortened(text[span.start : span.end])
    return Context(article_id, span.start, span.end, _on_one_line(before), inside, _on_one_line(after))


def shortened(words: str) -> str:
    """Return words on one line, the middle of long ones left out."""
    line = _on_one_line(words).strip()
    half = (_LONGEST - len(_CUT)) // 2
    return line if len(line) <= _LONGEST else line[:half].rstrip() + _CUT + line[-half:].lstrip()


def _on_one_line(words: str) -> str:
    """Put one blank in place of any white space, at the ends too."""
    inner = " ".join(words.split())
    if not inner:
        return " " if words else ""
    return f"{' ' if words[0].isspace() else ''}{inner}{' ' if words[-1].isspace() else ''}"


class MistakeCounter:
    """Counts mistakes of the same kind, words and labels; of each it keeps the first places."""

    def __init__(self, *, places: int) -> None:
        self._places = places
        self._counts: Counter[Mistake] = Counter()
        self._contexts: dict[Mistake, list[Context]] = {}
        self.kinds: Counter[MistakeKind] = Counter()

    def add(self, mistake: Mistake, where: Context) -> None:
        """Take in one mistake."""
        self._counts[mistake] += 1
        self.kinds[mistake.kind] += 1
        known = self._contexts.setdefault(mistake, [])
        if len(known) < self._places:
            known.append(where)

    def most_common(self, number: int) -> list[tuple[Mistake, int, tuple[Context, ...]]]:
        """Return the most frequent ones with their count and places; of equals, the first seen."""
        return [
            (mistake, count, tuple(self._contexts[mistake]))
            for mistake, count in self._counts.most_common(number)
        ]
