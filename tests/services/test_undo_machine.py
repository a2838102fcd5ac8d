"""Random edits on a real project file: undoing all gives the start, replaying the log gives the tables."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from annotator.core import edits
from annotator.core.annotation import SetState, Status
from annotator.core.article import Article, ZoneKind
from annotator.core.change import Change, Effect, MentionChange, Operation, Plan, RelationChange
from annotator.core.errors import InvalidEdit, SchemeViolation
from annotator.core.ids import OperationId, new_id
from annotator.core.state import AnnotationState
from annotator.core.text import Span
from annotator.services.editing import Editor
from annotator.services.project import Project
from annotator.store import AnnotatorKind, Store
from tests.support.build import make_article, make_scheme, sample_suggestions

ONE = make_article()
TWO = make_article("Jörg Größl und Karla Weiß 🙂 traf in Füssen am Montag ein „Bündnis“.")
SCHEME = make_scheme()
# Thousands of decisions: in memory where that is possible.
FAST = "/dev/shm" if Path("/dev/shm").is_dir() else None
INDEX = st.integers(0, 10_000)


def pretag(store: Store, articles: Sequence[Article] = (ONE, TWO)) -> None:
    store.ensure_annotator("pretagger", AnnotatorKind.MACHINE)
    for article in articles:
        below = sample_suggestions(article)
        changes: tuple[Change, ...] = (
            *(MentionChange(None, m) for m in below.mentions.values()),
            *(RelationChange(None, r) for r in below.relations.values()),
        )
        store.append(
            Operation(
                OperationId(new_id()),
                article.id,
                "pretagger",
                "pretagger",
                datetime.now(UTC),
                "pretag",
                changes,
            ),
            expected_revision=0,
        )


class Annotating(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory(dir=FAST)
        self.path = Path(self.folder.name) / "probe.annot"
        store = Store.create(self.path, scheme_source="", name="Probe")
        for article in (ONE, TWO):
            store.add_article(article, source="probe")
        pretag(store)
        self.project = Project(store, SCHEME)
        self.sit_down()
        self.editor.open(ONE.id)
        self.start = {a.id: store.state(a.id, "anna") for a in (ONE, TWO)}

    def sit_down(self) -> None:
        self.editor = Editor(self.project, "anna")
        self.editor.subscribe(self.look)

    def look(self, effect: Effect | None) -> None:
        """Refresh what a view holds, only as far as the effect says."""
        now = self.values()
        if effect is None:
            self.seen = now
            return
        for changed in (*effect.mentions, *effect.relations):
            self.seen.pop(changed, None)
            if changed in now:
                self.seen[changed] = now[changed]

    def values(self) -> dict[str, object]:
        mentions, relations = self.state.mentions.values(), self.state.relations.values()
        return {**{m.id: m for m in mentions}, **{r.id: r for r in relations}}

    @property
    def state(self) -> AnnotationState:
        assert self.editor.state is not None
        return self.editor.state

    def try_to(self, plan: Callable[[], Plan]) -> None:
        """Perform; a refusal must leave everything as it was."""
        before = self.state
        try:
            self.editor.perform(plan())
        except (InvalidEdit, SchemeViolation):
            assert self.editor.state is before

    def pick(self, index: int) -> str | None:
        ids = [m.id for m in self.state.visible_mentions()]
        return ids[index % len(ids)] if ids else None

    def span(self, index: int, length: int) -> Span:
        assert self.editor.article is not None
        tokens = self.editor.article.tokens
        first = index % len(tokens)
        return Span(tokens[first].start, tokens[min(first + length, len(tokens) - 1)].end)

    @rule(index=INDEX)
    def accept(self, index: int) -> None:
        if mention := self.pick(index):
            self.try_to(lambda: edits.accept(self.state, [mention]))

    @rule(index=INDEX, count=st.integers(1, 3))
    def reject(self, index: int, count: int) -> None:
        ids = {m for offset in range(count) if (m := self.pick(index + offset))}
        self.try_to(lambda: edits.reject(self.state, sorted(ids)))

    @rule(index=INDEX)
    def decide_relation(self, index: int) -> None:
        relations = sorted(r.id for r in self.state.visible_relations())
        if relations:
            chosen = relations[index % len(relations)]
            decide = edits.accept if index % 3 else edits.reject
            self.try_to(lambda: decide(self.state, [chosen]))

    @rule(index=INDEX, label=st.sampled_from(["entity/PER", "entity/LOC", "time/DATE", "event/Treffen"]))
    def relabel(self, index: int, label: str) -> None:
        layer, name = label.split("/")
        if mention := self.pick(index):
            self.try_to(lambda: edits.relabel(self.state, SCHEME, mention, layer=layer, label=name))

    @rule(
        index=INDEX,
        length=st.integers(0, 4),
        label=st.sampled_from(["entity/ORG", "entity/LOC", "event/Treffen"]),
    )
    def create(self, index: int, length: int, label: str) -> None:
        layer, name = label.split("/")
        article = self.editor.article
        assert article is not None
        spans = [self.span(index, length)]
        self.try_to(
            lambda: edits.create(self.state, article, SCHEME, spans, layer=layer, label=name, author="anna")
        )

    @rule(index=INDEX, edge=st.sampled_from(["start", "end"]), tokens=st.sampled_from([-1, 1, 2]))
    def grow(self, index: int, edge: edits.Edge, tokens: int) -> None:
        article = self.editor.article
        assert article is not None
        if mention := self.pick(index):
            self.try_to(lambda: edits.grow(self.state, article, mention, edge=edge, tokens=tokens))

    @rule(head=INDEX, tail=INDEX, label=st.sampled_from(["Teilnehmer", "Ort", "Zeit", "lebt_in"]))
    def relate(self, head: int, tail: int, label: str) -> None:
        ends = self.pick(head), self.pick(tail)
        if ends[0] and ends[1]:
            one, other = ends[0], ends[1]
            self.try_to(lambda: edits.relate(self.state, head=one, tail=other, label=label, author="anna"))

    @rule(index=INDEX, text=st.text("aä🙂 ", max_size=4))
    def note(self, index: int, text: str) -> None:
        if mention := self.pick(index):
            self.try_to(lambda: edits.set_note(self.state, mention, text))

    @rule(index=INDEX, value=st.sampled_from(["happened", "planned", "", "falsch"]))
    def attribute(self, index: int, value: str) -> None:
        if mention := self.pick(index):
            self.try_to(lambda: edits.set_attribute(self.state, SCHEME, mention, "factuality", value))

    @rule(state=st.sampled_from(list(SetState)))
    def mark(self, state: SetState) -> None:
        self.try_to(lambda: edits.set_state(self.state, state))

    @rule(index=INDEX, length=st.integers(0, 6), kind=st.sampled_from(list(ZoneKind)))
    def rezone(self, index: int, length: int, kind: ZoneKind) -> None:
        span = self.span(index, length)
        self.try_to(lambda: edits.correct_zone(self.state, start=span.start, end=span.end, kind=kind))

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.editor.undo()

    @rule()
    def redo(self) -> None:
        self.editor.redo()

    @rule()
    def undo_then_redo_changes_nothing(self) -> None:
        undone = self.editor.undo()
        if undone is None:
            return
        assert self.editor.article is not None
        self.editor.redo()
        again = self.project.store.state(undone.article_id, "anna")
        assert (again.mentions, again.relations) == (self.state.mentions, self.state.relations)

    @rule(first=st.booleans())
    def go_to_article(self, first: bool) -> None:
        self.editor.open(ONE.id if first else TWO.id)

    @precondition(lambda self: self.editor.can_undo)
    @rule()
    def restart(self) -> None:
        opened = self.editor.article
        names = [step.origin.name for step in self.editor.history.done]
        self.project.store.close()
        self.project = Project(Store.open(self.path), SCHEME)
        self.sit_down()
        assert opened is not None
        self.editor.open(opened.id)
        assert [step.origin.name for step in self.editor.history.done] == names

    @invariant()
    def the_view_is_what_the_file_says(self) -> None:
        assert self.editor.article is not None
        stored = self.project.store.state(self.editor.article.id, "anna")
        state = self.state
        assert (state.mentions, state.relations, state.order) == (
            stored.mentions,
            stored.relations,
            stored.order,
        )
        assert (state.links, state.zones, state.set_state) == (stored.links, stored.zones, stored.set_state)
        assert state.open_suggestions == stored.open_suggestions

    @invariant()
    def a_view_that_follows_the_effects_shows_all(self) -> None:
        assert self.seen == self.values()

    @invariant()
    def accepted_relations_have_accepted_ends(self) -> None:
        for relation in self.state.visible_relations():
            if relation.status is Status.ACCEPTED:
                ends = (self.state.mentions[relation.head], self.state.mentions[relation.tail])
                assert all(end.status is Status.ACCEPTED for end in ends)

    def teardown(self) -> None:
        if not hasattr(self, "editor"):
            return
        assert self.project.store.check() == []
        while self.editor.undo() is not None:
            pass
        for article_id, start in self.start.items():
            now = self.project.store.state(article_id, "anna")
            assert (now.mentions, now.relations, now.zones, now.set_state) == (
                start.mentions,
                start.relations,
                start.zones,
                start.set_state,
            )
        assert self.project.store.check() == []
        self.project.store.close()
        self.folder.cleanup()


TestAnnotating = Annotating.TestCase
TestAnnotating.settings = settings(
    max_examples=120,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
