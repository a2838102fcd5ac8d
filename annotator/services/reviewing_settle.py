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

from annotator.core.errors import InvalidEdit
from annotator.core.ids import ClusterId
from annotator.core.state import AnnotationState
from annotator.core.verdict import Basis, Choice, Verdict, VerdictId
from annotator.review.item import Item, RelationItem, SpanItem, annotation_ids
from annotator.services.reviewing_added import UNDECIDED, added_items, is_added, left_over
from annotator.services.reviewing_automatic import Automatic
from annotator.services.reviewing_changes import changes_to, found_again
from annotator.services.reviewing_gold import Gold
from annotator.services.reviewing_rules import Rules
from annotator.services.reviewing_values import Case, Decision, Entry, Outcome, Standing

LOST = "lost"
"""In place of the fingerprint of an edited version that did not stay whole: no item has it."""


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

    Without decisions: what the rules take over, and what is open again. ``NEITHER`` on what was added takes
    it out again. Raises :class:`InvalidEdit` for a decision that cannot be: ``waits`` (something before it
    is open), ``occupied``, ``end_missing``, ``does_not_fit``, ``in_other_cluster``.
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
        self._before = before
        self._decisions = decisions
        self._by, self._at = by, at
        compared = found_again(case.items, before.verdicts)
        self._left = left_over(before, compared, at)
        added = added_items(before, decisions, compared, self._left)
        self._items = (*case.items, *added)
        self._held = frozenset(end for item in added for end in item.depends_on)
        self._known = {**self._left, **compared}
        self._gold = Gold(case, before)
        self._entries: dict[str, Entry] = {}
        self._automatic = Automatic(self._gold, rules, self._entries, at)

    def outcome(self) -> Outcome:
        self._settle_all([item for item in self._items if isinstance(item, SpanItem)])
        self._settle_all([item for item in self._items if not isinstance(item, SpanItem)])
        entries = tuple(self._entries[item.id] for item in self._items if item.id in self._entries)
        changes = tuple(changes_to(self._before, self._gold, entries, self._idle()))
        return Outcome(changes, entries, tuple(self._gold.mentions.values()))

    def _settle_all(self, items: Sequence[Item]) -> None:
        """Settle items: what people decided takes its room first, what is outdated gets what is left.

        But what somebody added stays before what is taken over by rule: it would be gone.
        """
        outdated = []
        for item in sorted(items, key=self._rank):
            if self._settle(item):
                continue
            if self._was_added(item):
                self._keep(item)
            else:
                outdated.append(item)
        for item in outdated:
            self._keep(item)

    def _was_added(self, item: Item) -> bool:
        known = self._known.get(item.id)
        return known is not None and known.choice is Choice.ADDED and known.fingerprint != UNDECIDED

    def _rank(self, item: Item) -> int:
        """Return when to settle: what stands before what is decided now, so that this is what has no room."""
        known = self._known.get(item.id)
        if item.id in self._decisions:
            return 1
        return 0 if known is not None and known.personal else 2

    # One item --------------------------------------------------------------------------------------------

    def _settle(self, item: Item) -> bool:
        """Settle an item or leave it open; ``False`` where an outdated decision is to be kept."""
        fingerprint = self._fingerprint(item)
        waits = tuple(i for i in item.depends_on if i in self._entries and not self._entries[i].settled)
        verdict = self._verdict(item, fingerprint, waits)
        known = verdict or self._known.get(item.id)
        if verdict is not None and verdict.settles:
            result = self._put(item, verdict)
            if result is not None:
                self._enter(item, Standing.SETTLED, replace(verdict, result=result))
                return True
        elif known is None or not known.settles or self._may_go(item, known, fingerprint):
            skipped = known if known is not None and not known.settles else None
            self._enter(item, Standing.SKIPPED if skipped else Standing.OPEN, skipped, waits)
            return True
        self._enter(item, Standing.REOPENED, known, waits)
        return False

    def _may_go(self, item: Item, known: Verdict, fingerprint: str) -> bool:
        """Tell whether what rules took over, and do no more, may go: not where an addition hangs on it."""
        return known.fingerprint == fingerprint and item.id not in self._held

    def _verdict(self, item: Item, fingerprint: str, waits: tuple[str, ...]) -> Verdict | None:
        """Return what is decided now, or still holds, or holds by itself."""
        decided = self._decided(item, fingerprint, waits)
        if decided is not None:
            return decided
        known = self._known.get(item.id)
        if known is not None and known.personal and known.fingerprint == fingerprint:
            return known
        return None if waits else self._automatic.verdict(item, known, fingerprint)

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
        return self._gold.settle_clusters(item, verdict, decision)

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
        if is_added(item) and not kept:
            del self._entries[item.id]
        else:
            self._entries[item.id] = replace(entry, verdict=self._cut(verdict, kept))

    def _cut(self, verdict: Verdict, kept: tuple[str, ...]) -> Verdict:
        """Return an outdated decision of which this is left.

        What the reviewer wrote and is gone cannot come back, so that stays open even where all is again as it
        was when it was decided.
        """
        before, now = self._before.clusters, self._gold.clusters
        whole = kept == verdict.result and all(now.get(k) == before.get(k) for k in map(ClusterId, kept))
        lost = verdict.choice is Choice.EDITED and not whole
        return replace(verdict, result=kept, fingerprint=LOST if lost else verdict.fingerprint)

    def _idle(self) -> Iterator[Verdict]:
        """Yield what was decided on what is not compared now, and put nothing in or has no room."""
        for key, verdict in self._left.items():
            if verdict.choice is not Choice.ADDED and key not in {*self._entries, *self._decisions}:
                yield self._cut(verdict, ())

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
        if is_added(item) and decision.choice not in (Choice.ADDED, Choice.NEITHER):
            raise InvalidEdit(reason="nothing_added", item=item.id)
        if waits and decision.choice is not Choice.SKIPPED:
            raise InvalidEdit(reason="waits", item=item.id, on=waits)
        return Verdict(
            id=VerdictId(item.id),
            choice=decision.choice,
            basis=Basis.ADJUDICATED,
            fingerprint=fingerprint,
            at=self._at,
            by=self._by,
            taken=decision.taken,
            result=self._ids_before(item, decision),
            compared=() if is_added(item) else tuple(sorted(annotation_ids(item))),
            reason=decision.reason,
            comment=decision.comment,
            clause=decision.clause,
        )

    def _ids_before(self, item: Item, decision: Decision) -> tuple[str, ...]:
        """Return the ids that a decision's results shall have where they are free."""
        if decision.choice is Choice.SKIPPED:
            return ()
        known = self._known.get(item.id)
        if known is not None and known.result:
            return known.result
        return (item.id,) if is_added(item) else ()
