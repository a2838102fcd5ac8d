"""The log's own form: few entries for many changes, nothing lost, and older files taken along."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Cluster, Mention, Origin, Provenance, Relation, SetState, Status
from annotator.core.change import (
    Change,
    ClusterChange,
    MentionChange,
    Operation,
    RelationChange,
    SetStateChange,
    ZonesChange,
    inverse,
)
from annotator.core.ids import ClusterId, MentionId, OperationId, RelationId, new_id
from annotator.core.text import Span
from annotator.store import AnnotatorKind, Store, entries, migrations
from tests.support.build import make_article, sample_suggestions

ARTICLE = make_article()
TEXTS = st.text('aß„“»« \u00ad\u2028e\u0301🚲"\\', max_size=4)
PROVENANCES = st.builds(
    Provenance,
    st.sampled_from(Origin),
    TEXTS,
    TEXTS,
    TEXTS,
    st.none() | st.floats(0, 1),
    st.none() | TEXTS,
)
ATTRIBUTES = st.dictionaries(TEXTS, TEXTS, max_size=2).map(lambda found: tuple(sorted(found.items())))
FRAGMENTS = st.sampled_from([(Span(0, 4),), (Span(3, 4), Span(7, 9))])
MENTIONS = st.builds(
    Mention,
    TEXTS.map(MentionId),
    TEXTS,
    TEXTS,
    FRAGMENTS,
    ATTRIBUTES,
    st.sampled_from(Status),
    PROVENANCES,
    TEXTS,
)
ENDS = TEXTS.map(MentionId)
RELATIONS = st.builds(
    Relation, TEXTS.map(RelationId), TEXTS, ENDS, ENDS, ATTRIBUTES, st.sampled_from(Status), PROVENANCES
)
CLUSTER = Cluster(
    ClusterId("c"),
    "entity",
    "Weiß",
    "Q1",
    (MentionId("m"),),
    Status.ACCEPTED,
    Provenance(Origin.HUMAN, "anna"),
)
CHANGES = st.one_of(
    st.builds(MentionChange, st.none(), MENTIONS),
    st.builds(MentionChange, MENTIONS, st.none()),
    st.builds(MentionChange, MENTIONS, MENTIONS),
    st.builds(RelationChange, st.none(), RELATIONS),
    st.builds(RelationChange, RELATIONS, st.none()),
    st.just(ClusterChange(None, CLUSTER)),
    st.just(SetStateChange(SetState.NEW, SetState.DONE)),
    st.just(ZonesChange((), ARTICLE.zones)),
)


@given(st.lists(CHANGES, max_size=12).map(tuple))
def test_changes_come_back_from_the_log_in_their_order(changes: tuple[Change, ...]) -> None:
    assert entries.changes_of(entries.entries_json(entries.entries_of(changes))) == changes


def whole_set() -> tuple[Change, ...]:
    found = sample_suggestions(ARTICLE)
    return (
        *(MentionChange(None, mention) for mention in found.mentions.values()),
        *(RelationChange(None, relation) for relation in found.relations.values()),
        SetStateChange(SetState.NEW, SetState.DONE),
    )


def test_a_set_that_appears_is_an_entry_for_each_kind_and_a_decision_stays_written_out() -> None:
    logged = json.loads(entries.entries_json(entries.entries_of(whole_set())))
    assert [entry[0] for entry in logged] == ["mentions", "relations", "state"]
    first = next(iter(sample_suggestions(ARTICLE).mentions.values()))
    ((kind, before, after),) = json.loads(
        entries.entries_json(entries.entries_of([MentionChange(None, first)]))
    )
    assert (kind, before, after["label"]) == ("mention", None, first.label)


def operation(name: str, changes: tuple[Change, ...], reverts: OperationId | None = None) -> Operation:
    now = datetime.now(UTC)
    made = OperationId(new_id())
    return Operation(made, ARTICLE.id, "anna", "anna", now, name, changes, reverts=reverts)


def test_a_set_that_came_at_once_can_be_taken_back_at_once(tmp_path: Path) -> None:
    came = operation("import", whole_set())
    with Store.create(tmp_path / "größe.annot", scheme_source="name: Probe", name="Probe") as store:
        store.add_article(ARTICLE, source="probe.txt")
        store.ensure_annotator("anna", AnnotatorKind.HUMAN)
        store.append(came, expected_revision=0)
        full = store.layered(ARTICLE.id, "anna")
        logged = store.operation(came.id).changes
        store.append(operation("undo", tuple(map(inverse, reversed(logged))), came.id), expected_revision=1)
        assert store.layered(ARTICLE.id, "anna").mentions == {}
        assert store.check() == []
        store.append(operation("redo", logged), expected_revision=2)
        assert store.layered(ARTICLE.id, "anna") == full
        assert store.check() == []


def test_a_file_of_version_1_is_taken_along_with_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "alt.annot"
    with monkeypatch.context() as before:
        before.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:1])
        before.setattr(entries, "entries_of", list)  # version 1 wrote each change out
        with Store.create(path, scheme_source="name: Probe", name="Probe") as store:
            store.add_article(ARTICLE, source="probe.txt")
            store.ensure_annotator("anna", AnnotatorKind.HUMAN)
            store.append(operation("import", whole_set()), expected_revision=0)
            store.set_meta("name", "Länge")
    with Store.open(path) as store:
        assert migrations.file_version(store._database) == len(migrations.MIGRATIONS)
        assert store.layered(ARTICLE.id, "anna") == sample_suggestions(ARTICLE)
        assert [op.changes for op in store.operations()] == [whole_set()]
        assert store.meta()["name"] == "Länge"
        assert store.check() == []
    assert (tmp_path / f"alt.before-version-{len(migrations.MIGRATIONS)}.annot").exists()
