from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotator.core.annotation import Cluster, Mention, Origin, Provenance, Status
from annotator.core.change import ClusterChange, MentionChange
from annotator.core.ids import ClusterId
from annotator.store import MACHINE, AnnotatorKind, Store, migrations
from tests.support import writing
from tests.support.build import make_article, suggest

ARTICLE = make_article()
write = partial(writing.write, ARTICLE.id)
WEISS = suggest(ARTICLE, "Karla Weiß", "entity", "PER")
AGAIN = suggest(ARTICLE, "Weiß", "entity", "PER", occurrence=1)
OTHER = suggest(ARTICLE, "Jörg Größl", "entity", "PER")
MENTIONS = (WEISS, AGAIN, OTHER)


def cluster(
    confirmed: tuple[Mention, ...], declined: tuple[Mention, ...] = (), *, status: Status = Status.SUGGESTED
) -> Cluster:
    return Cluster(
        ClusterId("weiß"),
        "entity",
        "Karla Weiß",
        "",
        tuple(sorted(m.id for m in confirmed)),
        status,
        Provenance(Origin.RULE, "pretagger"),
        tuple(sorted(m.id for m in declined)),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "größe.annot"


@pytest.fixture
def store(path: Path) -> Store:
    """A project with a suggested cluster of three."""
    made = Store.create(path, scheme_source="", name="Probe")
    made.add_article(ARTICLE, source="probe")
    made.ensure_annotator(MACHINE, AnnotatorKind.MACHINE)
    made.ensure_annotator("anna", AnnotatorKind.HUMAN)
    write(made, MACHINE, *(MentionChange(None, m) for m in MENTIONS), ClusterChange(None, cluster(MENTIONS)))
    return made


def test_confirmed_and_declined_members_are_kept_apart(store: Store) -> None:
    own = cluster((WEISS,), (OTHER,), status=Status.ACCEPTED)
    write(store, "anna", ClusterChange(None, own))
    assert store.layered(ARTICLE.id, "anna").clusters == {own.id: own}
    assert store.check() == []


@pytest.mark.parametrize("own", [cluster(()), cluster((), (OTHER,))], ids=["named", "declined"])
def test_a_cluster_without_a_confirmed_member_is_found_again(store: Store, own: Cluster) -> None:
    write(store, "anna", ClusterChange(None, own))
    assert store.state(ARTICLE.id, "anna").clusters == {own.id: own}


def test_a_file_from_before_members_could_be_declined_is_taken_along(store: Store, path: Path) -> None:
    store.close()
    raw = sqlite3.connect(path)
    raw.execute("ALTER TABLE cluster_member DROP COLUMN declined")
    migrations._declined_members(Database(raw))
    raw.commit()
    raw.close()
    with Store.open(path) as again:
        assert again.layered(ARTICLE.id, MACHINE).clusters == {ClusterId("weiß"): cluster(MENTIONS)}
        assert again.check() == []
