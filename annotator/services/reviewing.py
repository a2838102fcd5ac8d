"""One reviewer at work: decisions on the disagreements of all articles, and the gold set they give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from annotator.core import validation
from annotator.core.annotation import Mention
from annotator.core.article import Article
from annotator.core.change import Change, Operation, Plan, VerdictChange
from annotator.core.errors import AnnotatorError, InvalidEdit
from annotator.core.history import TOGETHER
from annotator.core.ids import ArticleId, MentionId, OperationId, new_id
from annotator.core.state import AnnotationState
from annotator.core.verdict import Basis, Verdict
from annotator.review.item import RelationItem, SpanItem
from annotator.services import roles
from annotator.services.reviewing_edits import decisions_for
from annotator.services.reviewing_looking import Looking
from annotator.services.reviewing_queue import ArticleReview, QueueRow
from annotator.services.reviewing_rules import Rules, write_rules
from annotator.services.reviewing_same import alike
from annotator.services.reviewing_values import GOLD, RULE, Decision, Entry


@dataclass(frozen=True, slots=True)
class Reverted:
    """What an undo or redo was about: an item of an article; ``item`` is empty if it is not known.

    ``articles`` are all whose gold set it changed.
    """

    article_id: ArticleId
    item: str
    articles: frozenset[ArticleId]


@dataclass(frozen=True, slots=True)
class Same:
    """Another open item that a decision can be made on in the same way."""

    row: QueueRow
    decision: Decision


class Reviewing(Looking):
    """Settles what people differ about and writes the gold set, in the name of ``reviewer``.

    An article takes part when at least two people have finished it. What writes raises
    :class:`annotator.services.roles.NotAllowed` for who may not settle, or not yet.
    """

    # Who may ---------------------------------------------------------------------------------------------

    def insist(self) -> None:
        """Raise :class:`annotator.services.roles.NotAllowed` unless the reviewer may settle now."""
        roles.insist_on_reviewer(self.project.store, self.reviewer)

    @property
    def hindrance(self) -> roles.NotAllowed | None:
        """Why the reviewer may not settle now, if so."""
        try:
            self.insist()
        except roles.NotAllowed as error:
            return error
        return None

    # Going to an article ---------------------------------------------------------------------------------

    def open(self, article_id: ArticleId) -> ArticleReview:
        """Open an article, and take over what the rules say and has not been taken over yet."""
        self.take_over(article_id)
        self.editor.open(article_id)
        return self.look(article_id)

    def take_over(self, article_id: ArticleId) -> bool:
        """Write what holds by rule into the gold set of an article; ``False`` if it is there already.

        It is logged in the name of the rule, so that no reviewer's undo takes it back.
        """
        store = self.project.store
        if store.read_only or self.hindrance is not None:
            return False
        case, gold = self.case(article_id), store.state(article_id, GOLD, suggestions_from=())
        changes = self.settled(case, gold, {}).changes
        if not changes:
            return False
        after = gold.apply(changes, revision=gold.revision + 1)
        validation.check(changes, before=gold, after=after, article=case.article, scheme=case.scheme)
        operation = Operation(
            OperationId(new_id()), article_id, GOLD, RULE, datetime.now(UTC), "settle_rule", changes
        )
        store.append(operation, expected_revision=gold.revision)
        if self.editor.article is not None and self.editor.article.id == article_id:
            self.editor.reload()
        return True

    def set_rules(self, rules: Rules) -> None:
        """Put other rules into force, for all articles."""
        self.insist()
        write_rules(self.project.store, rules)
        self.rules = rules
        self.forget()

    # Decisions -------------------------------------------------------------------------------------------

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self.editor.article

    @property
    def gold_state(self) -> AnnotationState | None:
        """The gold set of the open article."""
        return self.editor.state

    def gold_ends(self, item: str) -> tuple[Mention, Mention] | None:
        """Return the gold mentions between which a relation item stands, head first, if there are two."""
        entry, state = self.entry(item), self.gold(self._open_id())
        if not isinstance(entry.item, RelationItem):
            return None
        found = [self.entry(end).verdict for end in self._head_first(entry.item)]
        ends = [state.mentions.get(MentionId(v.result[0])) for v in found if v is not None and v.result]
        head, tail = (*ends, None, None)[:2]
        return (head, tail) if head is not None and tail is not None else None

    def _head_first(self, item: RelationItem) -> tuple[str, str]:
        """Return the items at the ends of a relation in the direction that most annotators give it."""
        position = item.sides[0][0] if item.versions[item.sides[0][0]] is not None else item.sides[-1][0]
        relation = item.versions[position]
        first = self.entry(item.ends[0]).item
        head = isinstance(first, SpanItem) and first.versions[position]
        turned = relation is not None and bool(head) and head.id == relation.tail  # type: ignore[union-attr]
        return (item.ends[1], item.ends[0]) if turned else item.ends

    def gold_mentions(self, annotator: str) -> dict[MentionId, MentionId]:
        """Return the gold mention that stands for each of an annotator's in the open article."""
        found: dict[MentionId, MentionId] = {}
        for entry in self.look(self._open_id()).entries:
            item, verdict = entry.item, entry.verdict
            if not isinstance(item, SpanItem) or verdict is None or annotator not in item.annotators:
                continue
            version = item.versions[item.annotators.index(annotator)]
            if version is not None and verdict.result:
                found[version.id] = MentionId(verdict.result[0])
        return found

    def entry(self, item: str) -> Entry:
        """Return an item of the open article; raises :class:`InvalidEdit` (``unknown_item``)."""
        found = self.look(self._open_id()).entry(item)
        if found is None:
            raise InvalidEdit(reason="unknown_item", item=item)
        return found

    def decide(self, item: str, decision: Decision) -> None:
        """Decide an item of the open article; on return it is on disk.

        Raises what :func:`annotator.services.reviewing_settle.settle` and :meth:`Editor.perform` raise.
        """
        self.insist()
        self.entry(item)
        self.editor.perform(self._plan(self._open_id(), {item: decision}))

    def write(self, plan: Plan) -> tuple[str, ...]:
        """Carry out an edit of the gold set of the open article, as decisions; return what items they are on.

        What nobody had marked becomes an item of its own. Raises what :meth:`decide` raises.
        """
        self.insist()
        here = self._open_id()
        decisions = decisions_for(plan.changes, self.gold(here), self.look(here).entries)
        self.editor.perform(replace(self._plan(here, decisions), focus=plan.focus))
        return tuple(decisions)

    def can(self, item: str, decision: Decision) -> str:
        """Return why an item cannot be decided in this way (a reason as in errors); empty if it can."""
        return self._refusal(self._open_id(), item, decision)

    def decide_together(self, item: str, decision: Decision, others: Iterable[Same]) -> None:
        """Decide an item of the open article and others like it; one undo takes all back."""
        self.insist()
        self.entry(item)
        by_article: dict[ArticleId, dict[str, Decision]] = defaultdict(dict)
        by_article[self._open_id()][item] = decision
        for same in others:
            by_article[same.row.article_id][same.row.item] = same.decision
        key = TOGETHER + new_id()
        # The article that is open comes last: undo goes back to where it was decided.
        first, *rest = by_article
        plans = [(a, replace(self._plan(a, by_article[a]), merge_key=key)) for a in (*rest, first)]
        self.editor.perform_together(plans)

    def same(self, item: str, decision: Decision) -> tuple[Same, ...]:
        """Return the open items in all articles looked at so far that can be decided like this one."""
        here = self.look(self._open_id())
        entry = self.entry(item)
        found = []
        for row in self.like(here.article.id, entry.item):
            there = self.look(row.article_id)
            try:
                made = alike(decision, here, entry.item, there, row.entry.item)
            except LookupError:
                continue
            if not self._refusal(row.article_id, row.item, made):
                found.append(Same(row, made))
        return tuple(found)

    def explain(self, item: str, *, reason: str, comment: str, clause: str) -> None:
        """Give a decision that was made a reason, a comment and the clause that it rests on."""
        self.insist()
        verdict = self.entry(item).verdict
        if verdict is None or verdict.basis is not Basis.ADJUDICATED:
            raise InvalidEdit(reason="undecided", item=item)
        stored = self.gold(self._open_id()).verdicts.get(verdict.id)
        if stored is None:
            raise InvalidEdit(reason="undecided", item=item)
        told = replace(stored, reason=reason, comment=comment, clause=clause)
        if told != stored:
            changes = (VerdictChange(stored, told),)
            self.editor.perform(Plan("explain", changes, merge_key=f"explain:{self._open_id()}:{item}"))

    def _open_id(self) -> ArticleId:
        if self.editor.article is None:
            raise InvalidEdit(reason="no_article")
        return self.editor.article.id

    def _plan(self, article_id: ArticleId, decisions: Mapping[str, Decision]) -> Plan:
        outcome = self.settled(self.case(article_id), self.gold(article_id), decisions)
        choice = next(iter(decisions.values())).choice
        changes = sorted(outcome.changes, key=lambda change: _is_about(change, decisions))
        return Plan(f"settle_{choice.value}", tuple(changes))

    def _refusal(self, article_id: ArticleId, item: str, decision: Decision) -> str:
        case, gold = self.case(article_id), self.gold(article_id)
        try:
            changes = self.settled(case, gold, {item: decision}).changes
            after = gold.apply(changes, revision=gold.revision + 1)
            validation.check(changes, before=gold, after=after, article=case.article, scheme=case.scheme)
        except AnnotatorError as error:
            return str(error.data.get("reason", error.code))
        return ""

    # History ---------------------------------------------------------------------------------------------

    def undo(self) -> Reverted | None:
        """Take the reviewer's last decision back, in whichever article it was made."""
        return self._revert(backwards=True)

    def redo(self) -> Reverted | None:
        """Repeat the decision taken back last."""
        return self._revert(backwards=False)

    def _revert(self, *, backwards: bool) -> Reverted | None:
        self.insist()
        history = self.editor.history
        steps = history.next_undo() if backwards else history.next_redo()
        applied = self.editor.undo() if backwards else self.editor.redo()
        if applied is None:
            return None
        operation = self.project.store.operation(steps[0].origin.id)
        return Reverted(applied.article_id, _subject(operation), applied.articles)


def _subject(operation: Operation) -> str:
    """Return the item that a decision was about: a plan has it last."""
    told = [
        change.after or change.before for change in operation.changes if isinstance(change, VerdictChange)
    ]
    verdicts: list[Verdict] = [v for v in told if v is not None and not v.follows]
    return str(verdicts[-1].id) if verdicts else ""


def _is_about(change: Change, decisions: Mapping[str, Decision]) -> bool:
    about = (change.after or change.before) if isinstance(change, VerdictChange) else None
    return about is not None and str(about.id) in decisions
