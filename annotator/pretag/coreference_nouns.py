"""Nouns that mean somebody or something named before: ``der Minister``, ``der Konzern``, ``die Stadt``.

Only where the article leaves no choice: one person with that office, one body or town of that kind.
"""

from __future__ import annotations

from annotator.pretag.coreference_names import Group, text_of
from annotator.pretag.draft import Draft
from annotator.pretag.gazetteer import listed
from annotator.pretag.lexicons import lexicons
from annotator.pretag.model import Category, Finding, RelationKind
from annotator.pretag.priors import prior
from annotator.pretag.wordlist import word_set

_DEFINITE = word_set(
    "der die das dem den des Der Die Das Dem Den Des dieser diese dieses Dieser Diese Dieses"
)
_MASCULINE = frozenset(("der", "den", "dem", "des", "dieser", "diesen"))
_HEADS: dict[str, tuple[str, ...]] = {
    "Konzern": ("company",),
    "Konzerns": ("company",),
    "Unternehmen": ("company",),
    "Unternehmens": ("company",),
    "Firma": ("company",),
    "Autobauer": ("company",),
    "Autobauers": ("company",),
    "Hersteller": ("company",),
    "Fluggesellschaft": ("company",),
    "Partei": ("party",),
    "Verein": ("club",),
    "Vereins": ("club",),
    "Klub": ("club",),
    "Klubs": ("club",),
    "Sender": ("media",),
    "Senders": ("media",),
    "Gewerkschaft": ("association",),
    "Verband": ("association",),
}
_TOWN = frozenset(("Stadt",))
_COUNTRY = frozenset(("Land", "Landes"))


def add_offices(draft: Draft, groups: list[Group]) -> None:
    """Add offices to the people who hold them: beside the name, and later alone (``der Minister``)."""
    name = draft.names.relation(RelationKind.HAS_FUNCTION)
    group_of = {finding.key: group for group in groups for finding in group}
    functions = {finding.key: finding for finding in draft.of(Category.FUNCTION)}
    held: dict[str, list[tuple[Finding, Group]]] = {}
    holders: dict[Finding, list[Group]] = {}
    for link in draft.links.values():
        group, function = group_of.get(link.head), functions.get(link.tail)
        if link.label == name and group is not None and function is not None:
            holders.setdefault(function, []).append(group)
    for function, its in holders.items():
        if len(its) == 1:
            its[0].append(function)
            held.setdefault(_office(draft, function), []).append((function, its[0]))
    for function in functions.values():
        if function not in holders:
            group = _meant(draft, function, held)
            if group is not None:
                group.append(function)


def _office(draft: Draft, function: Finding) -> str:
    word = draft.info[draft.tokens_of(function)[0]]
    feminine = word.lower.endswith("in") and not word.function.endswith("in")
    return word.function + ("in" if feminine else "")


def _meant(draft: Draft, function: Finding, held: dict[str, list[tuple[Finding, Group]]]) -> Group | None:
    """Return whom an office alone means: the one person of the article who holds it."""
    first = draft.tokens_of(function)[0]
    candidates = [(f, g) for f, g in held.get(_office(draft, function), ()) if f.start < function.start]
    people = {id(group): group for _, group in held.get(_office(draft, function), ())}
    if not candidates or len(people) != 1 or not _definite(draft, first):
        return None
    before, group = candidates[-1]
    text, known = text_of(draft, function), text_of(draft, before)
    shorter = known.lower().endswith(text.lower().rstrip("sn")) or known.rstrip("sn") == text.rstrip("sn")
    bodies = _body(draft, function), _body(draft, before)
    if not shorter or (bodies[0] is not None and bodies[0] != bodies[1]):
        return None
    return group


def _definite(draft: Draft, first: int) -> bool:
    """Tell whether a single somebody is meant: an article right before, that is no genitive plural."""
    article = draft.word(first - 1)
    if article not in _DEFINITE or (article in ("die", "Die") and not draft.words[first].endswith("in")):
        return False
    behind = draft.info[first - 2] if first > 1 else None
    plural = article == "der" and behind is not None and (behind.capital or behind.upper)
    return not plural and not draft.words[first].endswith("innen")


def _body(draft: Draft, function: Finding) -> str | None:
    name = draft.names.relation(RelationKind.BELONGS_TO)
    for link in draft.links.values():
        if link.label == name and link.head == function.key:
            return draft.text[link.tail.fragments[0].start : link.tail.fragments[-1].end].rstrip("s")
    return None


def add_heads(draft: Draft, groups: list[Group]) -> None:
    """Add nouns for bodies and places (``der Konzern``, ``die Stadt``), where one alone can be meant."""
    kinds = [(group, _kind(draft, group)) for group in groups]
    taken = draft.cover(Category.ORGANISATION, Category.PLACE, Category.PERSON)
    for index, word in enumerate(draft.words):
        wanted = _wanted(word)
        if not wanted or index in taken or draft.skipped(index) or not _alone(draft, index):
            continue
        fitting = [group for group, kind in kinds if kind in wanted]
        if len(fitting) != 1 or fitting[0][0].start > draft.starts[index]:
            continue
        town = word in _TOWN or word in _COUNTRY
        rule, category = (
            ("place_head", Category.PLACE) if town else ("organisation_head", Category.ORGANISATION)
        )
        found = draft.add(category, (draft.span(index, index + 1),), score=prior(rule), rule=rule)
        if found is not None:
            fitting[0].append(found)


def _wanted(word: str) -> tuple[str, ...]:
    if word in _TOWN:
        return ("city",)
    return ("country",) if word in _COUNTRY else _HEADS.get(word, ())


def _alone(draft: Draft, index: int) -> bool:
    """Tell whether a noun stands with its article and without what it would be the head of."""
    follows = draft.info[index + 1] if index + 1 < len(draft) else None
    named = follows is not None and (
        follows.capital or follows.upper or follows.text in ("der", "des", "von", "„")
    )
    return draft.word(index - 1) in _DEFINITE and not named


def _kind(draft: Draft, group: Group) -> str:
    """Return what kind of body or place a group is by the lists, or by its legal form."""
    for finding in group:
        words = text_of(draft, finding).split()
        if words[-1] in lexicons().patterns.legal:
            return "company"
        for rest, entry in lexicons().names.get(words[0], ()):
            if tuple(words[1:]) == rest:
                return entry.kind
        known = listed(words[0])
        if known is not None and len(words) == 1:
            return known.kind
    return ""
