"""One reviewer at work: the disagreements of all articles, decisions on them, and the gold set they give.

Everything is worked out article by article and kept until a set of the article changes, so that the first
item is there at once however many articles there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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
from annotator.review.disagreement import find
from annotator.review.item import RelationItem, SpanItem
from annotator.review.version import version_of
from annotator.services.editing import Editor
from annotator.services.project import Project
from annotator.services.reviewing_queue import ArticleReview, QueueRow, review_of, rows_of
from annotator.services.reviewing_rules import Rules, read_rules, write_rules
from annotator.services.reviewing_same import alike, pattern
from annotator.services.reviewing_settle import settle
from annotator.services.reviewing_values import GOLD, RULE, Case, Decision, Entry, Outcome
from annotator.store import AnnotatorKind

_Revisions = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Reverted:
    """What an undo or redo was about: an item of an article; ``item`` is empty if it is not known."""

    article_id: ArticleId
    item: str


@dataclass(frozen=True, slots=True)
class Same:
    """Another open item that a decision can be made on in the same way."""

    row: QueueRow
    decision: Decision


class Reviewing:
    """Compares finished sets and writes the gold set, in the name of ``reviewer``.

    An article takes part when at least two people have finished it.
    """

    def __init__(self, project: Project, reviewer: str) -> None:
        self.project = project
        self.reviewer = reviewer
        self.editor = Editor(project, GOLD, author=reviewer, kind=AnnotatorKind.GOLD, suggestions_from=())
        self.rules = read_rules(project.store)
        self._finished: Mapping[ArticleId, _Revisions] = {}
        self._cases: dict[ArticleId, tuple[_Revisions, Case]] = {}
        self._reviews: dict[ArticleId, tuple[_Revisions, int, ArticleReview]] = {}
        self._rows: dict[ArticleId, tuple[QueueRow, ...]] = {}
        self._alike: dict[ArticleId, dict[object, list[QueueRow]]] = {}
        self.refresh()

    # What there is to review -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Look which sets are finished, and at which revision, now."""
        found = self.project.store.finished_sets()
        self._finished = {key: sets for key, sets in found.items() if len(sets) > 1}

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles that can be reviewed, in the order of import."""
        return tuple(self._finished)

    @property
    def annotators(self) -> tuple[str, ...]:
        """Everybody who is compared somewhere, sorted by name."""
        return tuple(sorted({name for sets in self._finished.values() for name, _ in sets}))

    def look(self, article_id: ArticleId) -> ArticleReview:
        """Return how the items of an article stand; ``KeyError`` if it cannot be reviewed."""
        sets = self._finished[article_id]
        revision = self.project.store.set_info(article_id, GOLD).revision
        known = self._reviews.get(article_id)
        if known is not None and known[:2] == (sets, revision):
            return known[2]
        case = self._case(article_id)
        review = review_of(case, self._settled(case, self._gold(article_id), {}))
        self._reviews[article_id] = (sets, revision, review)
        self._rows[article_id] = rows_of(review)
        alike_here: dict[object, list[QueueRow]] = defaultdict(list)
        for row in self._rows[article_id]:
            like = pattern(review, row.entry.item) if row.open else None
            if like is not None:
                alike_here[like].append(row)
        self._alike[article_id] = dict(alike_here)
        return review

    def rows(self, article_id: ArticleId) -> tuple[QueueRow, ...]:
        """Return the queue's rows of an article."""
        self.look(article_id)
        return self._rows[article_id]

    def scan(self) -> Iterator[tuple[QueueRow, ...]]:
        """Yield the rows article by article, worked out as they are asked for."""
        return (self.rows(article_id) for article_id in self.articles)

    def _case(self, article_id: ArticleId) -> Case:
        sets = self._finished[article_id]
        known = self._cases.get(article_id)
        if known is not None and known[0] == sets:
            return known[1]
        store, scheme = self.project.store, self.project.scheme
        article = store.article(article_id)
        versions = {name: version_of(store.layered(article_id, name)) for name, _ in sets}
        case = Case(article, scheme, find(article, versions, scheme))
        self._cases[article_id] = (sets, case)
        return case

    def _gold(self, article_id: ArticleId) -> AnnotationState:
        editor = self.editor
        if editor.article is not None and editor.article.id == article_id and editor.state is not None:
            return editor.state
        return self.project.store.state(article_id, GOLD, suggestions_from=())

    def _settled(self, case: Case, gold: AnnotationState, decisions: Mapping[str, Decision]) -> Outcome:
        return settle(case, gold, self.rules, decisions, by=self.reviewer, at=datetime.now(UTC))

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
        if store.read_only:
            return False
        case, gold = self._case(article_id), store.state(article_id, GOLD, suggestions_from=())
        changes = self._settled(case, gold, {}).changes
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
        write_rules(self.project.store, rules)
        self.rules = rules
        self._reviews.clear()

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
        entry, state = self.entry(item), self._gold(self._open_id())
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
        self.entry(item)
        self.editor.perform(self._plan(self._open_id(), {item: decision}))

    def can(self, item: str, decision: Decision) -> str:
        """Return why an item cannot be decided in this way (a reason as in errors); empty if it can."""
        return self._refusal(self._open_id(), item, decision)

    def decide_together(self, item: str, decision: Decision, others: Iterable[Same]) -> None:
        """Decide an item of the open article and others like it; one undo takes all back."""
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
        for row in self.like(item):
            there = self.look(row.article_id)
            try:
                made = alike(decision, here, entry.item, there, row.entry.item)
            except LookupError:
                continue
            if not self._refusal(row.article_id, row.item, made):
                found.append(Same(row, made))
        return tuple(found)

    def like(self, item: str) -> tuple[QueueRow, ...]:
        """Return the open items like this one in all articles looked at so far."""
        here = self.look(self._open_id())
        wanted = pattern(here, self.entry(item).item)
        return tuple(
            row
            for key in self.articles
            for row in self._alike.get(key, {}).get(wanted, ())
            if (row.article_id, row.item) != (here.article.id, item) and not row.entry.waits_for
        )

    def explain(self, item: str, *, reason: str, comment: str, clause: str) -> None:
        """Give a decision that was made a reason, a comment and the clause that it rests on."""
        verdict = self.entry(item).verdict
        if verdict is None or verdict.basis is not Basis.ADJUDICATED:
            raise InvalidEdit(reason="undecided", item=item)
        stored = self._gold(self._open_id()).verdicts.get(verdict.id)
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
        outcome = self._settled(self._case(article_id), self._gold(article_id), decisions)
        choice = next(iter(decisions.values())).choice
        changes = sorted(outcome.changes, key=lambda change: _is_about(change, decisions))
        return Plan(f"settle_{choice.value}", tuple(changes))

    def _refusal(self, article_id: ArticleId, item: str, decision: Decision) -> str:
        case, gold = self._case(article_id), self._gold(article_id)
        try:
            changes = self._settled(case, gold, {item: decision}).changes
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
        history = self.editor.history
        steps = history.next_undo() if backwards else history.next_redo()
        applied = self.editor.undo() if backwards else self.editor.redo()
        if applied is None:
            return None
        operation = self.project.store.operation(steps[0].origin.id)
        return Reverted(applied.article_id, _subject(operation))


def _subject(operation: Operation) -> str:
    """Return the item that a decision was about: a plan has it last."""
    told = [
        change.after or change.before for change in operation.changes if isinstance(change, VerdictChange)
    ]
    verdicts: list[Verdict] = [v for v in told if v is not None and not v.follows]
    return str(verdicts[-1].id) if verdicts else ""


def _is_about(change: Change, decisions: Mapping[str, Decision]) -> bool:
    return (
        isinstance(change, VerdictChange) and change.after is not None and str(change.after.id) in decisions
    )
