"""What holds of an item without anybody deciding it: by the lead's rules, or carried along with others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from annotator.core.verdict import Basis, Choice, Verdict, VerdictId
from annotator.review.item import ClusterItem, Item, RelationItem, SpanItem, annotation_ids
from annotator.services.reviewing_gold import Gold
from annotator.services.reviewing_rules import Rule, Rules
from annotator.services.reviewing_values import Entry


class Automatic:
    """Reads the gold set in the making and the entries so far; changes neither."""

    def __init__(self, gold: Gold, rules: Rules, entries: Mapping[str, Entry], at: datetime) -> None:
        self._gold = gold
        self._rules = rules
        self._entries = entries
        self._at = at

    def verdict(self, item: Item, known: Verdict | None, fingerprint: str) -> Verdict | None:
        """Return what holds of an item whose ends are settled; ``known`` is what was decided so far."""
        if known is not None and known.personal:
            return None
        found = self._of_span(item) if isinstance(item, SpanItem) else self._of_hanging(item)
        if found is None:
            return None
        verdict = replace(
            found,
            fingerprint=fingerprint,
            compared=tuple(sorted(annotation_ids(item))),
            result=known.result if known is not None else (),
        )
        if known is not None and replace(verdict, at=known.at) == replace(known, id=verdict.id):
            return replace(verdict, at=known.at)
        return verdict

    def _of_span(self, item: SpanItem) -> Verdict | None:
        found = self._by_rule(item)
        if found is None:
            return None
        taken = [item.versions[item.annotators.index(name)] for name in found.taken]
        return found if all(m is None or self._gold.has_room(m) for m in taken) else None

    def _by_rule(self, item: Item) -> Verdict | None:
        rule = self._rules.of(item.layer)
        if rule is Rule.NEVER:
            return None
        if item.agreed and not item.consequent:
            return self._made(item, Choice.TAKE, Basis.UNANIMOUS, item.annotators)
        if rule is Rule.MAJORITY and item.majority:
            names = tuple(item.annotators[i] for i in item.majority)
            return self._made(item, Choice.TAKE, Basis.MAJORITY, names)
        return None

    def _of_hanging(self, item: RelationItem | ClusterItem) -> Verdict | None:
        fallen = self._fallen(item) if isinstance(item, RelationItem) else None
        if fallen is not None:
            return fallen
        found = self._carried(item) if item.agreed or item.consequent else self._by_rule(item)
        if found is None or isinstance(item, ClusterItem):
            return found
        relation = self._gold.carried(item, found.taken[0])
        there = item.versions[item.annotators.index(found.taken[0])] is not None
        return found if not there or (relation is not None and self._gold.fits(relation)) else None

    def _fallen(self, item: RelationItem) -> Verdict | None:
        """Return that a relation falls with an end that does not stand."""
        for end in item.ends:
            if not self._gold.stands_at(end):
                return self._following(item, Choice.NEITHER, end, ())
        return None

    def _carried(self, item: RelationItem | ClusterItem) -> Verdict | None:
        """Return what all say who have what it hangs on."""
        cause = next((i for i in item.depends_on if self._basis(i) is Basis.ADJUDICATED), None)
        cause = cause or next((i for i in item.depends_on if self._basis(i) is Basis.MAJORITY), None)
        if isinstance(item, RelationItem):
            names = tuple(n for n, v in zip(item.annotators, item.versions, strict=True) if v is not None)
            choice = Choice.TAKE
        else:
            names = item.annotators if item.agreed and not item.consequent else ()
            choice = Choice.TAKE if names else Choice.ALL
        if len(names) == len(item.annotators) and not (cause and self._rules.of(item.layer) is Rule.NEVER):
            return self._by_rule(item)
        return self._following(item, choice, cause or item.depends_on[0], names)

    def _following(self, item: Item, choice: Choice, cause: str, taken: tuple[str, ...]) -> Verdict:
        because = self._entries[cause].verdict
        assert because is not None, "what settles another is settled"
        made = self._made(item, choice, because.basis, taken)
        return replace(made, at=because.at, by=because.by, follows=cause)

    def _basis(self, item: str) -> Basis | None:
        verdict = self._entries[item].verdict
        return verdict.basis if verdict is not None else None

    def _made(self, item: Item, choice: Choice, basis: Basis, taken: tuple[str, ...]) -> Verdict:
        return Verdict(VerdictId(item.id), choice, basis, "", self._at, taken=taken)
