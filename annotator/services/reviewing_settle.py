"""Settling the items of one article: what a person decides, what rules take over, what is carried along.

Pure: from a case, the gold set as it is, the rules and some decisions to the changes of the gold set. A span
is settled before what hangs on it. When its ends are settled, a relation that everybody who has them agrees
on is carried along, and one whose end does not stand falls with it; the same holds for clusters. A decision
is kept with a fingerprint of what it was made on, the gold mentions at its ends included, so that it is open
again where those have changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from annotator.core.annotation import SetState
from annotator.core.change import (
    Change,
    ClusterChange,
    MentionChange,
    RelationChange,
    SetStateChange,
    VerdictChange,
)
from annotator.core.errors import InvalidEdit
from annotator.core.state import AnnotationState
from annotator.core.verdict import Basis, Choice, Verdict, VerdictId
from annotator.review.item import ClusterItem, Item, RelationItem, SpanItem, annotation_ids
from annotator.services.reviewing_gold import Gold
from annotator.services.reviewing_rules import Rule, Rules
from annotator.services.reviewing_values import Case, Decision, Entry, Outcome, Standing

_K = TypeVar("_K")
_V = TypeVar("_V")


def settle(
    case: Case,
    before: AnnotationState,
    rules: Rules,
    decisions: Mapping[str, Decision],
    *,
    by: str,
    at: datetime,
) -> Outcome:
    """Return what ``decisions`` (by item) change in the gold set, and what follows from them.

    Without decisions: what the rules take over, and what is open again. Raises :class:`InvalidEdit` for a
    decision that cannot be: ``waits`` (something before it is open), ``occupied``, ``end_missing``,
    ``does_not_fit``, ``not_editable``.
    """
    return _Settling(case, before, rules, decisions, by=by, at=at).outcome()


class _Settling:
    def __init__(
        self,
        case: Case,
        before: AnnotationState,
        rules: Rules,
        decisions: Mapping[str, Decision],
        *,
        by: str,
        at: datetime,
    ) -> None:
        self._case = case
        self._before = before
        self._rules = rules
        self._decisions = decisions
        self._by, self._at = by, at
        self._known = found_again(case.items, before.verdicts)
        self._gold = Gold(case, before)
        self._entries: dict[str, Entry] = {}

    def outcome(self) -> Outcome:
        items = self._case.items
        self._settle_all([item for item in items if isinstance(item, SpanItem)])
        self._settle_all([item for item in items if not isinstance(item, SpanItem)])
        entries = tuple(self._entries[item.id] for item in self._case.items)
        return Outcome(tuple(self._changes(entries)), entries)

    def _settle_all(self, items: Sequence[Item]) -> None:
        """Settle items: what people decided takes its room first, what is outdated gets what is left."""
        outdated = []
        for item in sorted(items, key=lambda item: not self._is_personal(item)):
            if not self._settle(item):
                outdated.append(item)
        for item in outdated:
            self._keep(item)

    def _is_personal(self, item: Item) -> bool:
        known = self._known.get(item.id)
        return item.id in self._decisions or (known is not None and not self._by_itself(known))

    # One item --------------------------------------------------------------------------------------------

    def _settle(self, item: Item) -> bool:
        """Settle an item or leave it open; ``False`` where an outdated decision is to be kept."""
        fingerprint = self._fingerprint(item)
        waits = tuple(i for i in item.depends_on if not self._entries[i].settled)
        verdict = self._decided(item, fingerprint, waits)
        if verdict is None:
            known = self._known.get(item.id)
            if known is not None and not self._by_itself(known) and known.fingerprint == fingerprint:
                verdict = known
            else:
                verdict = self._automatic(item, fingerprint, waits)
        known = verdict or self._known.get(item.id)
        if verdict is not None and verdict.settles:
            result = self._put(item, verdict)
            if result is not None:
                self._enter(item, Standing.SETTLED, replace(verdict, result=result))
                return True
        elif known is None or not known.settles or known.fingerprint == fingerprint:
            skipped = known if known is not None and not known.settles else None
            self._enter(item, Standing.SKIPPED if skipped else Standing.OPEN, skipped, waits)
            return True
        self._enter(item, Standing.REOPENED, known, waits)
        return False

    def _enter(
        self, item: Item, standing: Standing, verdict: Verdict | None, waits: tuple[str, ...] = ()
    ) -> None:
        if verdict is not None and verdict.id != item.id:
            verdict = replace(verdict, id=VerdictId(item.id))
        self._entries[item.id] = Entry(item, standing, verdict, waits)

    def _put(self, item: Item, verdict: Verdict) -> tuple[str, ...] | None:
        """Put in what a verdict says; ``None`` where an earlier one has no room any more."""
        try:
            return self._put_in(item, verdict, self._decisions.get(item.id))
        except InvalidEdit:
            if item.id in self._decisions:
                raise
            return None

    def _put_in(self, item: Item, verdict: Verdict, decision: Decision | None) -> tuple[str, ...]:
        if isinstance(item, SpanItem):
            return self._gold.settle_span(item, verdict, decision)
        if isinstance(item, RelationItem):
            return self._gold.settle_relation(item, verdict, decision)
        return self._gold.settle_clusters(item, verdict)

    def _keep(self, item: Item) -> None:
        entry = self._entries[item.id]
        verdict = entry.verdict
        if verdict is None:
            return
        if isinstance(item, SpanItem):
            kept = self._gold.keep_span(item, verdict)
        elif isinstance(item, RelationItem):
            kept = self._gold.keep_relation(verdict)
        else:
            kept = self._gold.keep_clusters(verdict)
        self._entries[item.id] = replace(entry, verdict=replace(verdict, result=kept))

    def _fingerprint(self, item: Item) -> str:
        if not item.depends_on:
            return item.fingerprint
        ends = [
            [(m.layer, m.label, m.fragments) for m in self._gold.stands_at(end)] for end in item.depends_on
        ]
        return hashlib.sha256(f"{item.fingerprint}\x1f{ends!r}".encode()).hexdigest()[:20]

    # Persons ---------------------------------------------------------------------------------------------

    def _decided(self, item: Item, fingerprint: str, waits: tuple[str, ...]) -> Verdict | None:
        decision = self._decisions.get(item.id)
        if decision is None:
            return None
        if waits and decision.choice is not Choice.SKIPPED:
            raise InvalidEdit(reason="waits", item=item.id, on=waits)
        known = self._known.get(item.id)
        return Verdict(
            id=VerdictId(item.id),
            choice=decision.choice,
            basis=Basis.ADJUDICATED,
            fingerprint=fingerprint,
            at=self._at,
            by=self._by,
            taken=decision.taken,
            result=known.result if known is not None and decision.choice is not Choice.SKIPPED else (),
            compared=tuple(sorted(annotation_ids(item))),
            reason=decision.reason,
            comment=decision.comment,
            clause=decision.clause,
        )

    # Rules -----------------------------------------------------------------------------------------------

    @staticmethod
    def _by_itself(verdict: Verdict) -> bool:
        """Tell whether nobody decided this very item."""
        return verdict.basis is not Basis.ADJUDICATED or bool(verdict.follows) or not verdict.settles

    def _automatic(self, item: Item, fingerprint: str, waits: tuple[str, ...]) -> Verdict | None:
        """Return what holds without anybody deciding this item: by rule, or carried along."""
        known = self._known.get(item.id)
        if waits or (known is not None and not self._by_itself(known)):
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
            return self._verdict(item, Choice.TAKE, Basis.UNANIMOUS, item.annotators)
        if rule is Rule.MAJORITY and item.majority:
            names = tuple(item.annotators[i] for i in item.majority)
            return self._verdict(item, Choice.TAKE, Basis.MAJORITY, names)
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
        made = self._verdict(item, choice, because.basis, taken)
        return replace(made, at=because.at, by=because.by, follows=cause)

    def _basis(self, item: str) -> Basis | None:
        verdict = self._entries[item].verdict
        return verdict.basis if verdict is not None else None

    def _verdict(self, item: Item, choice: Choice, basis: Basis, taken: tuple[str, ...]) -> Verdict:
        return Verdict(VerdictId(item.id), choice, basis, "", self._at, taken=taken)

    # What changes ----------------------------------------------------------------------------------------

    def _changes(self, entries: tuple[Entry, ...]) -> Iterator[Change]:
        before, gold = self._before, self._gold
        for old, new in _pairs(before.mentions, gold.mentions):
            yield MentionChange(old, new)
        for old_relation, new_relation in _pairs(before.relations, gold.relations):
            yield RelationChange(old_relation, new_relation)
        for old_cluster, new_cluster in _pairs(before.clusters, gold.clusters):
            yield ClusterChange(old_cluster, new_cluster)
        verdicts = {entry.verdict.id: entry.verdict for entry in entries if entry.verdict is not None}
        for old_verdict, new_verdict in _pairs(before.verdicts, verdicts):
            yield VerdictChange(old_verdict, new_verdict)
        done = bool(entries) and all(entry.settled for entry in entries)
        state = SetState.DONE if done else SetState.OPEN
        if state is not before.set_state and (entries or before.set_state is SetState.DONE):
            yield SetStateChange(before.set_state, state)


def found_again(items: tuple[Item, ...], verdicts: Mapping[VerdictId, Verdict]) -> dict[str, Verdict]:
    """Return the decisions by item: under its id, or made on the same annotations under another one."""
    found = {item.id: verdicts[VerdictId(item.id)] for item in items if VerdictId(item.id) in verdicts}
    lost = [verdict for key, verdict in sorted(verdicts.items()) if key not in found]
    for item in items:
        if item.id not in found and lost:
            ids = annotation_ids(item)
            match = next((verdict for verdict in lost if ids.intersection(verdict.compared)), None)
            if match is not None:
                lost.remove(match)
                found[item.id] = match
    return found


def _pairs(before: Mapping[_K, _V], after: Mapping[_K, _V]) -> Iterator[tuple[_V | None, _V | None]]:
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key), after.get(key)
        if old != new:
            yield old, new
