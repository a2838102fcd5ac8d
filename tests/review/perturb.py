"""A gold set with known errors put into it, for tests and for a team that works by script.

Every error stands alone: no two of them touch the same mention, or mentions that a relation or a cluster
joins to one touched before, so each is one disagreement of one kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import TypeVar

from annotator.core.annotation import Cluster, Mention, Relation, Status, attributes
from annotator.core.article import Article
from annotator.core.ids import ClusterId, MentionId, RelationId, derived_id
from annotator.core.scheme import AttributeKind, Scheme
from annotator.core.state import Layered
from annotator.core.text import Span
from annotator.review.item import Kind

_T = TypeVar("_T")
_TRIES = 8


PLANTED = frozenset(Kind) - {Kind.ADDED}
"""What annotators can differ by: what a reviewer adds is in nobody's set."""


@dataclass(frozen=True, slots=True)
class Planted:
    """An error: its kind, and the ids of the gold annotations (or the spurious one) that it is about."""

    kind: Kind
    about: tuple[str, ...]


@dataclass(slots=True)
class _Draft:
    article: Article
    scheme: Scheme
    rng: Random
    mentions: dict[MentionId, Mention]
    relations: dict[RelationId, Relation]
    clusters: dict[ClusterId, Cluster]
    others: list[Mention]
    touched: set[str] = field(default_factory=set)

    def free_mentions(self) -> list[Mention]:
        return [m for m in self.mentions.values() if m.id not in self.touched]

    def free_relations(self) -> list[Relation]:
        return [r for r in self.relations.values() if not self.touched & {r.id, r.head, r.tail}]

    def free_clusters(self, least: int) -> list[Cluster]:
        return [
            c
            for c in self.clusters.values()
            if len(c.members) >= least and not self.touched & {c.id, *c.members}
        ]

    def crowd(self, mention: Mention) -> list[Mention]:
        """Return what else stands, or stood, on the layer, here or in another's set."""
        everything = (*self.others, *self.mentions.values())
        return [m for m in everything if m.layer == mention.layer and m.id != mention.id]

    def touch(self, *names: str) -> None:
        """Keep what is named, and what hangs on it, from further errors."""
        self.touched.update(names)
        for relation in list(self.relations.values()):
            if {relation.id, relation.head, relation.tail} & set(names):
                self.touched.update((relation.id, relation.head, relation.tail))
        for cluster in self.clusters.values():
            if set(cluster.members) & set(names) or cluster.id in names:
                self.touched.update((cluster.id, *cluster.members))


Error = Callable[[_Draft], Planted | None]
"""Puts one error in and says which; ``None`` where there is no room for it."""


def perturb(
    gold: Layered,
    article: Article,
    scheme: Scheme,
    *,
    seed: int,
    errors: Iterable[str] | None = None,
    author: str = "",
) -> tuple[Layered, tuple[Planted, ...]]:
    """Return ``gold`` with errors and the list of them; those without room for them are left out.

    ``errors``: names out of :data:`ERRORS`, in the order in which they are put in (all once by default).
    ``author`` goes into the provenance of what is changed or added. The same seed gives the same set.
    """
    sets, planted = perturb_team(gold, article, scheme, names=(author,), seed=seed, errors=errors)
    return sets[author], planted[author]


def perturb_team(
    gold: Layered,
    article: Article,
    scheme: Scheme,
    *,
    names: Sequence[str],
    seed: int,
    errors: Iterable[str] | None = None,
    fits: Callable[[Layered], bool] = lambda layered: True,
) -> tuple[dict[str, Layered], dict[str, tuple[Planted, ...]]]:
    """Return a set for each name, each with errors of its own, and the lists of them.

    No two annotators err at the same place, so the disagreements of the team are all their errors together.
    An error after which a set no longer ``fits`` is tried elsewhere, and left out if that does not help.
    """
    wanted = tuple(ERRORS if errors is None else errors)
    touched: set[str] = set()
    others = list(gold.mentions.values())
    sets, planted = {}, {}
    for name in names:
        rng = Random(f"{seed}-{article.id}-{name}")
        parts = (dict(gold.mentions), dict(gold.relations), dict(gold.clusters))
        draft = _Draft(article, scheme, rng, *parts, others, touched)
        planted[name] = tuple(p for p in [_put_in(draft, error, fits) for error in wanted] if p)
        sets[name] = _signed(Layered(draft.mentions, draft.relations, draft.clusters), gold, name)
        others += draft.mentions.values()
    return sets, planted


def _put_in(draft: _Draft, error: str, fits: Callable[[Layered], bool]) -> Planted | None:
    for _ in range(_TRIES):
        parts = (dict(draft.mentions), dict(draft.relations), dict(draft.clusters))
        touched = set(draft.touched)
        planted = ERRORS[error](draft)
        if planted is None or fits(Layered(draft.mentions, draft.relations, draft.clusters)):
            return planted
        draft.mentions, draft.relations, draft.clusters = parts
        draft.touched.intersection_update(touched)
    return None


def _signed(changed: Layered, gold: Layered, author: str) -> Layered:
    def sign(mention: Mention) -> Mention:
        if not author or gold.mentions.get(mention.id) == mention:
            return mention
        return replace(mention, provenance=replace(mention.provenance, author=author))

    return replace(changed, mentions={k: sign(m) for k, m in changed.mentions.items()})


def _pick(draft: _Draft, candidates: list[_T]) -> _T | None:
    return draft.rng.choice(candidates) if candidates else None


# Mentions -----------------------------------------------------------------------------------------------


def _boundary(draft: _Draft) -> Planted | None:
    """Widen or narrow a mention by a token, so that it still meets itself alone."""
    choices = [(m, f) for m in draft.free_mentions() for f in _moved(draft, m)]
    chosen = _pick(draft, choices)
    if chosen is None:
        return None
    mention, fragments = chosen
    draft.mentions[mention.id] = replace(mention, fragments=fragments)
    draft.touch(mention.id)
    return Planted(Kind.BOUNDARY, (mention.id,))


def _moved(draft: _Draft, mention: Mention) -> list[tuple[Span, ...]]:
    tokens, last = draft.article.tokens, mention.fragments[-1]
    covered = tokens.covered(last)
    spans = []
    if len(covered) > 1:
        spans.append(Span(last.start, tokens[covered[-2]].end))
    if covered and covered[-1] + 1 < len(tokens):
        spans.append(Span(last.start, tokens[covered[-1] + 1].end))
    crowd = draft.crowd(mention)
    moved = [(*mention.fragments[:-1], span) for span in spans]
    return [
        f for f in moved if not any(_meets(f, other) or _meets(mention.fragments, other) for other in crowd)
    ]


def _meets(fragments: tuple[Span, ...], other: Mention) -> bool:
    return any(a.overlaps(b) for a in fragments for b in other.fragments)


def _label(draft: _Draft) -> Planted | None:
    """Give a mention another label of its layer that has the same attributes."""
    choices = [(m, name) for m in draft.free_mentions() for name in _other_labels(draft.scheme, m)]
    chosen = _pick(draft, choices)
    if chosen is None:
        return None
    mention, name = chosen
    draft.mentions[mention.id] = replace(mention, label=name)
    draft.touch(mention.id)
    return Planted(Kind.LABEL, (mention.id,))


def _other_labels(scheme: Scheme, mention: Mention) -> list[str]:
    layer, label = scheme.layer(mention.layer), scheme.label(mention.layer, mention.label)
    if layer is None or label is None:
        return []
    return [o.name for o in layer.labels if o.name != label.name and o.attributes == label.attributes]


def _missing(draft: _Draft) -> Planted | None:
    """Leave a mention out, with what hangs on it."""
    chosen = _pick(draft, draft.free_mentions())
    if chosen is None:
        return None
    draft.touch(chosen.id)
    _drop(draft, chosen)
    return Planted(Kind.MISSING, (chosen.id,))


def _drop(draft: _Draft, mention: Mention) -> None:
    del draft.mentions[mention.id]
    for relation in list(draft.relations.values()):
        if mention.id in (relation.head, relation.tail):
            del draft.relations[relation.id]
    for cluster in list(draft.clusters.values()):
        if mention.id in cluster.members:
            rest = tuple(m for m in cluster.members if m != mention.id)
            draft.clusters[cluster.id] = replace(cluster, members=rest)


def _rejected(draft: _Draft) -> Planted | None:
    """Turn a mention down that the gold accepts; what hangs on it goes."""
    chosen = _pick(draft, draft.free_mentions())
    if chosen is None:
        return None
    draft.touch(chosen.id)
    _drop(draft, chosen)
    draft.mentions[chosen.id] = replace(chosen, status=Status.REJECTED)
    return Planted(Kind.STATUS, (chosen.id,))


def _spurious(draft: _Draft) -> Planted | None:
    """Mark a token that nobody marked on a layer."""
    template = _pick(draft, [m for m in draft.mentions.values() if m.status is Status.ACCEPTED])
    if template is None:
        return None
    crowd = [template, *draft.crowd(template)]
    spans = [s for s in draft.article.tokens if not any(_meets((s,), m) for m in crowd)]
    span = _pick(draft, spans)
    if span is None:
        return None
    name = MentionId(derived_id("spurious", draft.article.id, template.layer, span, draft.rng.random()))
    draft.mentions[name] = replace(template, id=name, fragments=(span,))
    draft.touch(name)
    return Planted(Kind.MISSING, (name,))


def _valued(
    draft: _Draft, kinds: tuple[AttributeKind, ...], kind: Kind, invent: Callable[[Random], str]
) -> Planted | None:
    choices = [
        (mention, attribute)
        for mention in draft.free_mentions()
        for attribute in draft.scheme.attributes_of(mention.layer, mention.label)
        if attribute.kind in kinds
    ]
    chosen = _pick(draft, choices)
    if chosen is None:
        return None
    mention, attribute = chosen
    now = mention.attribute(attribute.name) or attribute.default
    values = [value.name for value in attribute.values] or [invent(draft.rng)]
    value = _pick(draft, [value for value in values if value != now])
    if value is None:
        return None
    changed = attributes({**dict(mention.attributes), attribute.name: value})
    draft.mentions[mention.id] = replace(mention, attributes=changed)
    draft.touch(mention.id)
    return Planted(kind, (mention.id,))


def _attribute(draft: _Draft) -> Planted | None:
    """Give an attribute another value."""
    kinds = (AttributeKind.CHOICE, AttributeKind.TEXT)
    return _valued(draft, kinds, Kind.ATTRIBUTE, lambda rng: f"Wert {rng.randint(1000, 9999)}")


def _time_value(draft: _Draft) -> Planted | None:
    """Give a time another value."""
    return _valued(
        draft, (AttributeKind.TIMEX,), Kind.TIME_VALUE, lambda rng: f"{rng.randint(1600, 1899)}-03-14"
    )


# Relations ----------------------------------------------------------------------------------------------


def _lonely(draft: _Draft) -> list[Relation]:
    """Return free relations that are the only one between their ends."""
    ends = [frozenset((r.head, r.tail)) for r in draft.relations.values()]
    return [r for r in draft.free_relations() if ends.count(frozenset((r.head, r.tail))) == 1]


def _relation_missing(draft: _Draft) -> Planted | None:
    """Leave a relation out."""
    chosen = _pick(draft, draft.free_relations())
    if chosen is None:
        return None
    draft.touch(chosen.id)
    del draft.relations[chosen.id]
    return Planted(Kind.RELATION_MISSING, (chosen.id,))


def _relation_spurious(draft: _Draft) -> Planted | None:
    """Add a relation between two mentions that none joins."""
    template = _pick(draft, list(draft.relations.values()))
    free = [m for m in draft.free_mentions() if not _linked(draft, m)]
    if template is None or len(free) < 2:
        return None
    head, tail = draft.rng.sample(free, 2)
    name = RelationId(derived_id("spurious", head.id, tail.id))
    draft.relations[name] = replace(template, id=name, head=head.id, tail=tail.id)
    draft.touch(name)
    return Planted(Kind.RELATION_MISSING, (name,))


def _linked(draft: _Draft, mention: Mention) -> bool:
    return any(mention.id in (r.head, r.tail) for r in draft.relations.values())


def _relabelled(draft: _Draft, kind: Kind, *, events: bool) -> Planted | None:
    def is_event(relation: Relation) -> bool:
        return draft.scheme.is_event(draft.mentions[relation.head].layer)

    chosen = _pick(draft, [r for r in _lonely(draft) if is_event(r) is events])
    if chosen is None:
        return None
    names = {r.label for r in draft.relations.values() if is_event(r) is events} - {chosen.label}
    label = _pick(draft, sorted(names)) or f"{chosen.label}_2"
    draft.relations[chosen.id] = replace(chosen, label=label)
    draft.touch(chosen.id)
    return Planted(kind, (chosen.id,))


def _relation_label(draft: _Draft) -> Planted | None:
    """Give a relation another label."""
    return _relabelled(draft, Kind.RELATION_LABEL, events=False)


def _role(draft: _Draft) -> Planted | None:
    """Give an event's argument another role."""
    return _relabelled(draft, Kind.ROLE, events=True)


def _relation_direction(draft: _Draft) -> Planted | None:
    """Turn a relation round."""
    chosen = _pick(draft, [r for r in _lonely(draft) if r.head != r.tail])
    if chosen is None:
        return None
    draft.relations[chosen.id] = replace(chosen, head=chosen.tail, tail=chosen.head)
    draft.touch(chosen.id)
    return Planted(Kind.RELATION_DIRECTION, (chosen.id,))


# Clusters -----------------------------------------------------------------------------------------------


def _cluster_split(draft: _Draft) -> Planted | None:
    """Make two clusters of one."""
    chosen = _pick(draft, draft.free_clusters(2))
    if chosen is None:
        return None
    cut = draft.rng.randint(1, len(chosen.members) - 1)
    name = ClusterId(derived_id("split", chosen.id))
    draft.touch(chosen.id)
    draft.clusters[chosen.id] = replace(chosen, members=chosen.members[:cut])
    draft.clusters[name] = replace(chosen, id=name, members=chosen.members[cut:])
    draft.touched.add(name)
    return Planted(Kind.CLUSTER_PARTITION, (chosen.id,))


def _cluster_merge(draft: _Draft) -> Planted | None:
    """Make one cluster of two."""
    free = draft.free_clusters(1)
    pairs = [(a, b) for a in free for b in free if a.id < b.id and (a.kind, a.kb_id) == (b.kind, b.kb_id)]
    chosen = _pick(draft, [(a, b) for a, b in pairs if not set(a.members) & set(b.members)])
    if chosen is None:
        return None
    one, other = chosen
    draft.touch(one.id, other.id)
    draft.clusters[one.id] = replace(one, members=tuple(sorted({*one.members, *other.members})))
    del draft.clusters[other.id]
    return Planted(Kind.CLUSTER_PARTITION, (one.id, other.id))


def _cluster_member(draft: _Draft) -> Planted | None:
    """Leave a member out of a cluster, in none."""
    chosen = _pick(draft, [c for c in draft.free_clusters(3) if not c.kb_id])
    if chosen is None:
        return None
    left_out = draft.rng.choice(chosen.members)
    draft.touch(chosen.id)
    rest = tuple(m for m in chosen.members if m != left_out)
    draft.clusters[chosen.id] = replace(chosen, members=rest)
    return Planted(Kind.CLUSTER_MEMBER, (chosen.id,))


def _cluster_identity(draft: _Draft) -> Planted | None:
    """Link a cluster to another entry of the knowledge base."""
    chosen = _pick(draft, draft.free_clusters(1))
    if chosen is None:
        return None
    draft.touch(chosen.id)
    draft.clusters[chosen.id] = replace(chosen, kb_id=f"Q{draft.rng.randint(10**6, 10**7)}")
    return Planted(Kind.CLUSTER_IDENTITY, (chosen.id,))


ERRORS: dict[str, Error] = {
    "boundary": _boundary,
    "label": _label,
    "missing": _missing,
    "rejected": _rejected,
    "attribute": _attribute,
    "time_value": _time_value,
    "relation_missing": _relation_missing,
    "relation_spurious": _relation_spurious,
    "relation_label": _relation_label,
    "relation_direction": _relation_direction,
    "role": _role,
    "cluster_split": _cluster_split,
    "cluster_merge": _cluster_merge,
    "cluster_member": _cluster_member,
    "cluster_identity": _cluster_identity,
    "spurious": _spurious,
}
"""Every kind of error by name; those that change nothing else come before those that need room."""
