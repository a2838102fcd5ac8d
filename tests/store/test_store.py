from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from annotator.core import edits
from annotator.core.annotation import Cluster, Origin, Provenance, SetState, Status
from annotator.core.change import ClusterChange, MentionChange, Operation, Plan, RelationChange
from annotator.core.errors import InvalidEdit, StaleRevision, StoreUnavailable
from annotator.core.ids import ArticleId, ClusterId, OperationId, new_id
from annotator.core.text import Span, Tokens
from annotator.store import AnnotatorKind, Store, migrations, packing
from tests.support.build import make_article, make_scheme, sample_suggestions

ARTICLE = make_article()
SCHEME = make_scheme()


def operation(plan: Plan, *, annotator: str = "anna") -> Operation:
    return Operation(
        OperationId(new_id()), ARTICLE.id, annotator, annotator, datetime.now(UTC), plan.name, plan.changes
    )


def suggestions_plan() -> Plan:
    below = sample_suggestions(ARTICLE)
    return Plan(
        "pretag",
        (
            *(MentionChange(None, m) for m in below.mentions.values()),
            *(RelationChange(None, r) for r in below.relations.values()),
        ),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "probe ä.annot"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.create(path, scheme_source="name: Probe", name="Probe") as made:
        made.add_article(ARTICLE, source="probe.txt")
        made.ensure_annotator("anna", AnnotatorKind.HUMAN)
        made.ensure_annotator("pretagger", AnnotatorKind.MACHINE)
        made.append(operation(suggestions_plan(), annotator="pretagger"), expected_revision=0)
        yield made


def test_an_article_comes_back_as_it_went_in(store: Store) -> None:
    assert store.article(ARTICLE.id) == ARTICLE
    assert store.article_ids() == [ARTICLE.id]
    assert store.zones(ARTICLE.id) == ARTICLE.zones


def test_the_same_text_is_stored_once(store: Store) -> None:
    assert not store.add_article(make_article(name="anders.txt"), source="anders.txt")
    assert store.article_count() == 1
    assert store.article_name(ARTICLE.id) == "probe.txt"


def test_an_unknown_article_is_named(store: Store) -> None:
    with pytest.raises(InvalidEdit) as caught:
        store.article(ArticleId("gibt es nicht"))
    assert caught.value.data["article"] == "gibt es nicht"


def test_a_decision_is_in_the_tables_and_in_the_log(store: Store, path: Path) -> None:
    state = store.state(ARTICLE.id, "anna")
    plan = edits.accept(state, [next(iter(state.relations))])
    assert store.append(operation(plan), expected_revision=0) == 1
    with Store.open(path) as again:
        found = again.state(ARTICLE.id, "anna")
    assert found == state.apply(plan.changes, revision=1)
    assert [op.name for op in store.operations(annotator="anna")] == ["accept"]


def test_the_list_counts_what_is_still_open(store: Store) -> None:
    assert store.article_rows("anna")[0].open_suggestions == 5
    state = store.state(ARTICLE.id, "anna")
    first, second, third = list(state.visible_mentions())[:3]
    store.append(operation(edits.reject(state, [first.id])), expected_revision=0)
    state = store.state(ARTICLE.id, "anna")
    store.append(operation(edits.set_note(state, second.id, "unsicher")), expected_revision=1)
    state = store.state(ARTICLE.id, "anna")
    store.append(operation(edits.accept(state, [third.id])), expected_revision=2)
    assert store.article_rows("anna")[0].open_suggestions == 3
    row, state = store.article_rows("anna")[0], store.state(ARTICLE.id, "anna")
    assert (row.open_suggestions, row.open_relations) == (state.open_suggestions, state.open_relations)
    untouched = store.article_rows("bea")[0]
    assert (untouched.open_suggestions, untouched.open_relations, untouched.open_total) == (5, 2, 7)


def test_the_list_counts_the_relations_that_are_still_open(store: Store) -> None:
    def counts() -> tuple[int, int]:
        return store.article_rows("anna")[0].open_relations, store.state(ARTICLE.id, "anna").open_relations

    relations = sorted(store.state(ARTICLE.id, "anna").relations)
    store.append(operation(edits.accept(store.state(ARTICLE.id, "anna"), relations[:1])), expected_revision=0)
    assert counts() == (1, 1)
    last = store.state(ARTICLE.id, "anna").relations[relations[1]]
    rejected = edits.reject(store.state(ARTICLE.id, "anna"), [last.tail])
    store.append(operation(rejected), expected_revision=1)
    assert counts() == (0, 0)
    back = edits.take_back(store.state(ARTICLE.id, "anna"), last.tail)
    store.append(operation(back), expected_revision=2)
    assert counts() == (1, 1)


def test_a_stale_writer_is_refused_and_nothing_is_written(store: Store) -> None:
    state = store.state(ARTICLE.id, "anna")
    store.append(operation(edits.set_state(state, SetState.OPEN)), expected_revision=0)
    with pytest.raises(StaleRevision):
        store.append(operation(edits.set_state(state, SetState.DONE)), expected_revision=0)
    assert store.set_info(ARTICLE.id, "anna").state is SetState.OPEN
    assert len(list(store.operations(annotator="anna"))) == 1


def test_clusters_keep_their_members_over_restarts(store: Store, path: Path) -> None:
    members = tuple(sorted(m for m in store.state(ARTICLE.id, "anna").mentions))[:2]
    cluster = Cluster(
        ClusterId("c1"), "entity", "Weiß", "Q1", members, Status.ACCEPTED, Provenance(Origin.HUMAN, "anna")
    )
    store.append(operation(Plan("link", (ClusterChange(None, cluster),))), expected_revision=0)
    with Store.open(path) as again:
        assert again.state(ARTICLE.id, "anna").clusters == {cluster.id: cluster}
        assert again.check() == []


def test_the_log_cannot_be_rewritten_nor_a_text_changed(store: Store, path: Path) -> None:
    raw = sqlite3.connect(path)
    for statement in (
        "UPDATE operation SET name = 'anders'",
        "DELETE FROM operation",
        "INSERT OR REPLACE INTO operation SELECT * FROM operation",
        "UPDATE article SET text = 'anders'",
    ):
        with pytest.raises(sqlite3.IntegrityError, match=r"only be appended|never changes"):
            raw.execute(statement)
    raw.close()
    assert store.check() == []


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM mention WHERE rowid IN (SELECT 1)",
        "UPDATE mention SET label = 'ORG' WHERE label = 'PER'",
        "UPDATE relation SET label = 'anders'",
        "UPDATE annotation_set SET state = 'done'",
        "UPDATE mention SET start = 1, \"end\" = 999999 WHERE label = 'DATE'",
    ],
)
def test_check_finds_tables_that_differ_from_the_log(store: Store, path: Path, damage: str) -> None:
    raw = sqlite3.connect(path)
    raw.execute(damage.replace(" WHERE rowid IN (SELECT 1)", " WHERE label = 'LOC'"))
    raw.commit()
    raw.close()
    assert store.check() != []


def test_creating_never_replaces_a_file(path: Path) -> None:
    path.write_text("wichtig")
    with pytest.raises(StoreUnavailable) as caught:
        Store.create(path, scheme_source="", name="x")
    assert caught.value.data["reason"] == "exists"
    assert path.read_text() == "wichtig"


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "not_a_project"), (b"Hallo Welt " * 500, "not_a_project"), (b"\x00" * 8192, "not_a_project")],
)
def test_a_file_of_another_kind_is_refused_and_left_alone(path: Path, content: bytes, reason: str) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreUnavailable) as caught:
        Store.open(path)
    assert caught.value.data["reason"] == reason
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE fremd (x)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable, match="not_a_project"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_newer_file_is_refused_with_both_versions(store: Store, path: Path) -> None:
    store.close()
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    with pytest.raises(StoreUnavailable) as caught:
        Store.open(path)
    assert (caught.value.data["reason"], caught.value.data["version"]) == ("newer", 99)


@pytest.mark.parametrize(("version", "reason"), [(99, "newer"), (0, "older")])
def test_reading_alone_neither_takes_nor_changes_a_file_of_another_version(
    store: Store, path: Path, version: int, reason: str
) -> None:
    store.close()
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {version}")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable) as caught:
        Store.open(path, read_only=True)
    assert caught.value.data["reason"] == reason
    assert path.read_bytes() == before


def test_bulk_work_is_kept_and_ends_with_every_decision_on_disk_again(store: Store, path: Path) -> None:
    with store.bulk():
        store.ensure_annotator("bea", AnnotatorKind.HUMAN)
        assert store._database.execute("PRAGMA synchronous").fetchone()[0] == 1
    assert store._database.execute("PRAGMA synchronous").fetchone()[0] == 2
    with Store.open(path) as again:
        assert "bea" in {one.name for one in again.annotators()}


def test_a_truncated_file_is_refused(store: Store, path: Path) -> None:
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreUnavailable) as caught, Store.open(path) as broken:
        broken.article(ARTICLE.id)
        assert broken.check() == []
    assert caught.value.data["reason"] == "damaged"


def test_an_older_file_is_backed_up_before_it_is_migrated(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()

    def add_column(database: Database) -> None:
        database.execute("ALTER TABLE article ADD COLUMN farbe TEXT")

    steps = (*migrations.MIGRATIONS, add_column)
    monkeypatch.setattr(migrations, "MIGRATIONS", steps)
    with Store.open(path) as migrated:
        assert migrated.article(ARTICLE.id) == ARTICLE
    backup = path.with_name(f"probe ä.before-version-{len(steps)}.annot")
    monkeypatch.undo()
    with Store.open(backup) as old:
        assert old.article(ARTICLE.id) == ARTICLE
        assert old.check() == []


def test_a_failing_migration_leaves_the_file_as_it_was(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()

    def broken(database: Database) -> None:
        database.execute("DROP TABLE cluster_member")
        raise RuntimeError("mitten darin")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, broken))
    with pytest.raises(RuntimeError):
        Store.open(path)
    monkeypatch.undo()
    with Store.open(path) as again:
        assert again.check() == []


def test_a_read_only_copy_can_be_read_and_says_no_to_writing(store: Store, path: Path) -> None:
    store.close()
    folder = path.parent / "cd"
    folder.mkdir()
    copy = Path(shutil.copy(path, folder / "nur-lesen.annot"))
    copy.chmod(0o444)
    folder.chmod(0o555)
    try:
        with Store.open(copy, read_only=True) as reader:
            state = reader.state(ARTICLE.id, "anna")
            assert state.open_suggestions == 5
            with pytest.raises(StoreUnavailable) as caught:
                reader.append(operation(edits.set_state(state, SetState.DONE)), expected_revision=0)
            assert caught.value.data["reason"] == "read_only"
    finally:
        folder.chmod(0o755)


def test_a_transaction_is_all_or_nothing(store: Store) -> None:
    state = store.state(ARTICLE.id, "anna")
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.append(operation(edits.set_state(state, SetState.DONE)), expected_revision=0)
        _ = 1 / 0
    assert store.set_info(ARTICLE.id, "anna").revision == 0
    assert store.check() == []


def test_a_part_of_a_transaction_can_fail_alone(store: Store) -> None:
    with store.transaction():
        store.ensure_annotator("bea", AnnotatorKind.HUMAN)
        with pytest.raises(ZeroDivisionError), store.transaction():
            store.ensure_annotator("cem", AnnotatorKind.HUMAN)
            _ = 1 / 0
        with store.transaction():
            store.ensure_annotator("dora", AnnotatorKind.HUMAN)
    assert {one.name for one in store.annotators()} == {"anna", "bea", "dora", "pretagger"}


def test_a_writer_waits_for_another_one_instead_of_failing(store: Store, path: Path) -> None:
    with Store.open(path) as other:
        with other.transaction():
            other.ensure_annotator("bea", AnnotatorKind.HUMAN)
        state = store.state(ARTICLE.id, "anna")
        store.append(operation(edits.set_state(state, SetState.OPEN)), expected_revision=0)
        assert other.set_info(ARTICLE.id, "anna").state is SetState.OPEN


def test_active_time_adds_up_and_is_no_decision(store: Store) -> None:
    state = store.state(ARTICLE.id, "anna")
    store.append(operation(edits.set_state(state, SetState.OPEN)), expected_revision=0)
    store.add_active_seconds(ARTICLE.id, "anna", 2.5)
    store.add_active_seconds(ARTICLE.id, "anna", 1.0)
    assert store.set_info(ARTICLE.id, "anna").active_seconds == 3.5
    assert store.check() == []


@given(st.lists(st.tuples(st.integers(0, 700), st.integers(1, 700)), max_size=60))
def test_packed_tokens_come_back(steps: list[tuple[int, int]]) -> None:
    spans, at = [], 0
    for gap, length in steps:
        spans.append(Span(at + gap, at + gap + length))
        at += gap + length
    tokens = Tokens.of(spans)
    assert packing.unpack_tokens(packing.pack_tokens(tokens)) == tokens
