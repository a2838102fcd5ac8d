"""Where annotators differ or agree on one article, and how: found and typed.

An item is one place of comparison: a mention, a relation or a cluster as each annotator has it. Mentions are
put together by :func:`annotator.review.align.align`; relations are compared by the items of their ends, and
clusters by those of their members, so that a boundary that differs is one disagreement and not several.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from annotator.core.annotation import DIFFICULT, Mention
from annotator.core.article import Article
from annotator.core.scheme import AttributeKind, Scheme
from annotator.core.state import place_of
from annotator.review.align import Group, align
from annotator.review.chains import cluster_items
from annotator.review.item import Ids, Item, Kind, SpanItem, fingerprint, in_order, sides_of
from annotator.review.links import relation_items
from annotator.review.version import Versions


def find(
    article: Article, versions: Versions, scheme: Scheme, *, groups: Sequence[Group] | None = None
) -> tuple[Item, ...]:
    """Return the items of an article: mentions, then relations, then clusters, each in reading order.

    ``scheme`` tells which layers hold events, which attributes a label has, and which of them are times.
    ``groups``: what :func:`align` returns, where that is known already. An article that fewer than two
    annotators have worked on has no items.
    """
    if len(versions) < 2:
        return ()
    names = tuple(sorted(versions))
    ids = Ids(article.id)
    aligned = align(article, versions) if groups is None else groups
    spans = tuple(_span_item(group, versions, names, scheme, ids) for group in aligned)
    relations = relation_items(spans, versions, names, scheme, ids)
    return (*spans, *relations, *cluster_items(spans, versions, names, ids))


def _span_item(
    group: Group, versions: Versions, names: tuple[str, ...], scheme: Scheme, ids: Ids
) -> SpanItem:
    row = tuple(group.mentions.get(name) for name in names)
    there = list(group.mentions.values())
    looks = _looks(row, scheme)
    sides = sides_of(looks)
    differ = len(sides) > 1
    rejected = _rejected(group, versions, names) if differ else frozenset()
    kinds = {*_absences(group, names, rejected), *_differences(there, scheme)} if differ else ()
    return SpanItem(
        id=ids.take("span", (mention.id for mention in there)),
        annotators=names,
        types=in_order(kinds),
        sides=sides,
        fingerprint=fingerprint(names, looks),
        layer=group.layer,
        depends_on=(),
        consequent=False,
        versions=row,
        overlap=min((jaccard(a, b) for a, b in combinations(there, 2)), default=1.0) if differ else 1.0,
        rejected=rejected,
    )


def _looks(row: Sequence[Mention | None], scheme: Scheme) -> tuple[object, ...]:
    """Return what is compared of each; equal mentions, the most common case, share one object."""
    contents = [None if m is None else (m.fragments, m.label, m.attributes) for m in row]
    looks: list[object] = []
    for position, mention in enumerate(row):
        first = contents.index(contents[position])
        if first < position:
            looks.append(looks[first])
        else:
            looks.append(None if mention is None else mention_look(mention, scheme))
    return tuple(looks)


def mention_look(mention: Mention, scheme: Scheme) -> tuple[object, ...]:
    """Return all that is compared of a mention: extent, label, attributes with their defaults filled in."""
    return (mention.fragments, mention.label, tuple(sorted(_values(mention, scheme).items())))


def _values(mention: Mention, scheme: Scheme) -> dict[str, str]:
    defaults = {a.name: a.default for a in scheme.attributes_of(mention.layer, mention.label)}
    values = {**defaults, **dict(mention.attributes)}
    # That a case is hard is said of it, not of the text.
    return {name: value for name, value in values.items() if value and name != DIFFICULT}


def _rejected(group: Group, versions: Versions, names: Iterable[str]) -> frozenset[str]:
    """Return who turned down what the others have, by its id or at its place."""
    ids = {mention.id for mention in group.mentions.values()}
    places = {place_of(mention) for mention in group.mentions.values()}
    absent = ((name, versions[name]) for name in names if name not in group.mentions)
    return frozenset(n for n, v in absent if ids & v.rejected or places & v.rejected_places)


def _absences(group: Group, names: Iterable[str], rejected: frozenset[str]) -> set[Kind]:
    absent = (name for name in names if name not in group.mentions)
    return {Kind.STATUS if name in rejected else Kind.MISSING for name in absent}


def _differences(there: list[Mention], scheme: Scheme) -> set[Kind]:
    kinds = set()
    if len({mention.fragments for mention in there}) > 1:
        kinds.add(Kind.BOUNDARY)
    if len({mention.label for mention in there}) > 1:
        kinds.add(Kind.LABEL)
    for one, other in combinations(there, 2):
        kinds |= {_attribute_kind(name, scheme) for name in _differing(one, other, scheme)}
    return kinds


def _differing(one: Mention, other: Mention, scheme: Scheme) -> set[str]:
    """Return the attributes on which two mentions differ; with two labels, only those that both have."""
    ours, theirs = _values(one, scheme), _values(other, scheme)
    names = ours.keys() | theirs.keys()
    if one.label != other.label:
        names &= _names(one, scheme) & _names(other, scheme)
    return {name for name in names if ours.get(name, "") != theirs.get(name, "")}


def _names(mention: Mention, scheme: Scheme) -> set[str]:
    return {attribute.name for attribute in scheme.attributes_of(mention.layer, mention.label)}


def _attribute_kind(name: str, scheme: Scheme) -> Kind:
    attribute = scheme.attribute(name)
    is_time = attribute is not None and attribute.kind is AttributeKind.TIMEX
    return Kind.TIME_VALUE if is_time else Kind.ATTRIBUTE


def jaccard(one: Mention, other: Mention) -> float:
    """Return the share of code points in both of those in either, 0 to 1 (Jaccard 1912)."""
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.fragments for b in other.fragments
    )
    return shared / (sum(map(len, one.fragments)) + sum(map(len, other.fragments)) - shared)
