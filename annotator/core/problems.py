"""What is wrong or unfinished in an annotator's work on an article, found anew only where an edit touched it.

Only what somebody has decided is looked at: a suggestion is open, not wrong. What one edit may do is a matter
of :mod:`annotator.core.validation`; this is about what may stand for a while, but not in finished work.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from operator import itemgetter

from annotator.core import timex
from annotator.core.annotation import DIFFICULT, Mention, Relation, Status
from annotator.core.article import Article
from annotator.core.change import Effect
from annotator.core.ids import MentionId, RelationId
from annotator.core.problem import Problem, ProblemKind, ProblemOrder, Problems, errors_in
from annotator.core.scheme import Attribute, AttributeKind, Scheme
from annotator.core.state import AnnotationState, Order

SPEAKER_NAMES = frozenset({"sprecher", "speaker"})
"""What the relation from a quote to who said it is called in a scheme, whatever the case."""

STRETCH = 250
"""Items looked at in one go: some three milliseconds."""

_LINE_ENDS = "\n\u2029"
_FIRST = -(1 << 62)
"""Before every mention that begins at the same place."""


def find(state: AnnotationState, article: Article, scheme: Scheme) -> Problems:
    """Return all problems of an article."""
    return next(found for found in paced(state, article, scheme) if found is not None)


def paced(state: AnnotationState, article: Article, scheme: Scheme) -> Iterator[Problems | None]:
    """As :func:`find`, a few milliseconds of work at a time: ``None`` after each, at last the problems."""
    look = _Look(state, article, scheme)
    for first in range(0, len(state.order), STRETCH):
        look.index(state.order[first : first + STRETCH])
        yield None
    found: dict[str, tuple[Problem, ...]] = {}
    keyed: list[tuple[ProblemOrder, Problem]] = []
    for done, item in enumerate((*state.mentions, *state.relations), start=1):
        if at := tuple(look.at(item)):
            found[item] = at
            keyed += [(problem.order, problem) for problem in at]
        if done % STRETCH == 0:
            yield None
    keyed.sort(key=itemgetter(0))
    listed = [problem for _, problem in keyed]
    reach = max((-start - end for start, end, _ in state.order), default=0)
    yield Problems(found, listed, errors_in(listed), state, reach)


def update(
    known: Problems, effect: Effect, state: AnnotationState, article: Article, scheme: Scheme
) -> Problems:
    """Return the problems after an edit, looking only at what it touched and what hangs on that.

    ``known`` are those before it, ``state`` is that after it. The same as :func:`find`.
    """
    if effect.zones or known.state is None:
        return find(state, article, scheme)
    look = _Look(state, article, scheme)
    look.reach = known.reach
    touched = set[str](effect.mentions) | set[str](effect.relations)
    concerned = touched.copy()
    if touched:
        look.prepare(touched)
        # What shared a border with a mention before may do so no more.
        earlier = _Look(known.state, article, scheme)
        earlier.reach = known.reach
        earlier.prepare(touched)
        concerned.update(_linked(known.state, touched), _linked(state, touched))
        concerned.update(look.sharing(), earlier.sharing())
    look.prepare(concerned)
    found = {item: tuple(look.at(item)) for item in concerned}
    return known.replaced(found, state=state, reach=look.reach)


def _linked(state: AnnotationState, touched: set[str]) -> Iterator[str]:
    """Yield the relations at the touched mentions, and the heads of all touched relations."""
    links = set(touched)
    for item in touched:
        links.update(state.links.get(MentionId(item), ()))
    for item in links:
        relation = state.relations.get(RelationId(item))
        if relation is not None:
            yield relation.id
            yield relation.head


class _Look:
    """One look at a state: what is needed for many items is worked out once, and only if it is needed."""

    def __init__(self, state: AnnotationState, article: Article, scheme: Scheme) -> None:
        self.state = state
        self.reach = 0
        self._article = article
        self._scheme = scheme
        self._zone_starts = [zone.start for zone in state.zones]
        self._zone_ends = [zone.end for zone in state.zones]
        self._attributes_of: dict[tuple[str, str], Mapping[str, Attribute]] = {}
        self._by_start: dict[int, list[MentionId]] = defaultdict(list)
        self._by_end: dict[int, list[MentionId]] = defaultdict(list)

    def at(self, item: str) -> Iterator[Problem]:
        mention = self.state.mentions.get(MentionId(item))
        if mention is not None:
            if mention.status is Status.ACCEPTED:
                yield from self._mention(mention)
            return
        relation = self.state.relations.get(RelationId(item))
        if relation is not None and relation.status is Status.ACCEPTED:
            yield from self._relation(relation)

    def prepare(self, items: Iterable[str]) -> None:
        """Find out what begins or ends where one of these mentions does.

        Only so far before their ends as the longest mention reaches: the rest cannot.
        """
        wanted = [m for item in items if (m := self.state.mentions.get(MentionId(item))) is not None]
        starts, ends = {m.start for m in wanted}, {-m.end for m in wanted}
        self.reach = max(self.reach, *(m.end - m.start for m in wanted), 0)
        self._by_start.clear()
        self._by_end.clear()
        order, places = self.state.order, set[int]()
        for end in ends:
            first = bisect_left(order, (-end - self.reach, _FIRST, ""))
            places.update(range(first, bisect_left(order, (-end, _FIRST, ""))))
        self.index((order[place] for place in sorted(places)), starts=starts, ends=ends)

    def index(
        self,
        places: Iterable[Order],
        *,
        starts: Container[int] | None = None,
        ends: Container[int] | None = None,
    ) -> None:
        """Keep what begins and what ends where: everywhere, or at ``starts`` and at ``ends`` (negative)."""
        for start, end, identifier in places:
            if starts is None or start in starts:
                self._by_start[start].append(MentionId(identifier))
            if ends is None or end in ends:
                self._by_end[end].append(MentionId(identifier))

    def sharing(self) -> Iterator[MentionId]:
        """Yield what begins or ends with one of the mentions that were prepared."""
        for found in (*self._by_start.values(), *self._by_end.values()):
            yield from found

    # Mentions --------------------------------------------------------------------------------------------

    def _mention(self, mention: Mention) -> Iterator[Problem]:
        for kind, about in (*self._by_scheme(mention), *self._by_text(mention)):
            yield Problem(kind, mention.id, mention.envelope, about)
        outer = self._outer(mention)
        if outer is not None:
            yield Problem(ProblemKind.TWICE, mention.id, mention.envelope, mention.label, outer)

    def _by_scheme(self, mention: Mention) -> Iterator[tuple[ProblemKind, str]]:
        label = self._scheme.label(mention.layer, mention.label)
        if label is None:
            yield ProblemKind.LABEL_UNKNOWN, mention.label
            return
        links = [r for r in self.state.relations_at(mention.id) if r.head == mention.id]
        accepted = [r.label for r in links if r.status is Status.ACCEPTED]
        for role in label.roles:
            if accepted.count(role.name) < role.minimum:
                yield ProblemKind.ROLE_MISSING, role.name
        for speaker in self._speakers.get((mention.layer, mention.label), ()):
            if speaker not in accepted:
                yield ProblemKind.SPEAKER_MISSING, speaker
        yield from self._attributes(mention)

    def _by_text(self, mention: Mention) -> Iterator[tuple[ProblemKind, str]]:
        if self._crosses_zone(mention):
            yield ProblemKind.CROSSES_ZONE, ""
        elif self._crosses_line(mention):
            yield ProblemKind.CROSSES_PARAGRAPH, ""

    def _attributes(self, mention: Mention) -> Iterator[tuple[ProblemKind, str]]:
        allowed = self._allowed(mention.layer, mention.label)
        for name, value in mention.attributes:
            attribute = allowed.get(name)
            if name == DIFFICULT:
                continue
            if attribute is None:
                yield ProblemKind.ATTRIBUTE_NOT_ALLOWED, name
            elif attribute.kind is AttributeKind.CHOICE and value not in {v.name for v in attribute.values}:
                yield ProblemKind.VALUE_UNKNOWN, value
            elif attribute.kind is AttributeKind.TIMEX and timex.check_label(mention.label, value):
                yield ProblemKind.VALUE_BAD, value
        for attribute in allowed.values():
            if attribute.kind is AttributeKind.TIMEX and not mention.attribute(attribute.name):
                yield ProblemKind.VALUE_MISSING, attribute.name

    def _allowed(self, layer: str, label: str) -> Mapping[str, Attribute]:
        known = self._attributes_of.get((layer, label))
        if known is None:
            known = {a.name: a for a in self._scheme.attributes_of(layer, label)}
            self._attributes_of[layer, label] = known
        return known

    def _crosses_zone(self, mention: Mention) -> bool:
        for span in mention.fragments:
            first = bisect_right(self._zone_ends, span.start)
            after = bisect_left(self._zone_starts, span.end)
            if after - first > 1 and len({zone.kind for zone in self.state.zones[first:after]}) > 1:
                return True
        return False

    def _crosses_line(self, mention: Mention) -> bool:
        text = self._article.text
        return any(
            text.find(mark, span.start, span.end) >= 0 for span in mention.fragments for mark in _LINE_ENDS
        )

    def _outer(self, mention: Mention) -> MentionId | None:
        """Return the mention of the same label that holds this one and shares a border with it."""
        for identifier in (*self._by_start.get(mention.start, ()), *self._by_end.get(-mention.end, ())):
            other = self.state.mentions[identifier]
            if (
                other.status is Status.ACCEPTED
                and (other.layer, other.label) == (mention.layer, mention.label)
                and other.envelope.contains(mention.envelope)
                and other.envelope != mention.envelope
            ):
                return other.id
        return None

    # Relations -------------------------------------------------------------------------------------------

    def _relation(self, relation: Relation) -> Iterator[Problem]:
        head, tail = self.state.mentions.get(relation.head), self.state.mentions.get(relation.tail)
        if head is None or tail is None:
            return
        ends_open = [end for end in (head, tail) if end.status is not Status.ACCEPTED]
        if ends_open:
            yield Problem(
                ProblemKind.END_OPEN, relation.id, head.envelope, relation.label, other=ends_open[0].id
            )
        if relation.label not in {choice.name for choice in self._scheme.relation_choices(head, tail)}:
            yield Problem(ProblemKind.RELATION_NOT_ALLOWED, relation.id, head.envelope, relation.label)

    # Worked out once -------------------------------------------------------------------------------------

    @cached_property
    def _speakers(self) -> dict[tuple[str, str], list[str]]:
        """The relations that lead from a label to who speaks, by label."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for kind in self._scheme.relations:
            if kind.name.casefold() in SPEAKER_NAMES:
                for pair in kind.heads.allowed:
                    found[pair].append(kind.name)
        return found
