"""The check finds relations and clusters that name mentions which are gone, and no others."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from annotator.core.annotation import Cluster, Origin, Provenance, Relation, Status
from annotator.core.change import ClusterChange, MentionChange, RelationChange
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.store import MACHINE, AnnotatorKind, Finding, Store
from tests.support import writing
from tests.support.build import make_article, suggest

ARTICLE = make_article(name="straße ä.txt")
write = partial(writing.write, ARTICLE.id)
WEISS = suggest(ARTICLE, "Karla Weiß", "entity", "PER")
TOWN = suggest(ARTICLE, "Füssen", "entity", "LOC")
OWN = tuple(replace(m, status=Status.ACCEPTED) for m in (WEISS, TOWN))
HAND = Provenance(Origin.HUMAN, "anna")
LINK = Relation(RelationId("größe"), "wohnt_in", WEISS.id, TOWN.id, (), Status.ACCEPTED, HAND)
MEMBERS = tuple(sorted((WEISS.id, TOWN.id)))
CHAIN = Cluster(ClusterId("kette"), "entity", "Weiß", "", MEMBERS, Status.ACCEPTED, HAND)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with two suggestions, which nobody has decided."""
    made = tmp_path / "öl.annot"
    with Store.create(made, scheme_source="", name="Probe") as store:
        store.add_article(ARTICLE, source="probe")
        store.ensure_annotator(MACHINE, AnnotatorKind.MACHINE)
        store.ensure_annotator("anna", AnnotatorKind.HUMAN)
        store.ensure_annotator("gold", AnnotatorKind.GOLD)
        write(store, MACHINE, *(MentionChange(None, m) for m in (WEISS, TOWN)))
    return made


def missing(path: Path) -> list[Finding]:
    with Store.open(path) as store:
        return [found for found in store.check() if found.code in ("end_missing", "member_missing")]


def cut(path: Path, annotator: str) -> None:
    """Take the town out of a set, past the log."""
    raw = sqlite3.connect(path)
    raw.execute("DELETE FROM mention WHERE annotator = ? AND id = ?", (annotator, TOWN.id))
    raw.commit()
    raw.close()


def test_a_relation_and_a_cluster_whose_mention_is_gone_are_found(path: Path) -> None:
    with Store.open(path) as store:
        own = (MentionChange(None, m) for m in OWN)
        write(store, "anna", *own, RelationChange(None, LINK), ClusterChange(None, CHAIN))
    assert missing(path) == []
    cut(path, "anna")
    assert missing(path) == [], "the suggestion that it was stands there again"
    cut(path, MACHINE)
    at = {"annotator": "anna", "mention": TOWN.id}
    assert missing(path) == [
        Finding("end_missing", {"id": LINK.id, "name": ARTICLE.name, **at}),
        Finding("member_missing", {"id": CHAIN.id, **at}),
    ]


def test_suggestions_hold_what_a_person_links_but_not_what_is_in_gold(path: Path) -> None:
    with Store.open(path) as store:
        write(store, "anna", RelationChange(None, LINK), ClusterChange(None, CHAIN))
    assert missing(path) == []
    with Store.open(path) as store:
        write(store, "gold", RelationChange(None, LINK))
    assert [found.facts["mention"] for found in missing(path)] == [WEISS.id, TOWN.id]


def test_a_suggested_relation_without_its_end_is_found_in_the_set_of_the_machine(path: Path) -> None:
    with Store.open(path) as store:
        write(store, MACHINE, RelationChange(None, replace(LINK, status=Status.SUGGESTED)))
    assert missing(path) == []
    cut(path, MACHINE)
    assert [(found.code, found.facts["annotator"]) for found in missing(path)] == [("end_missing", MACHINE)]


def test_what_is_rejected_may_outlive_its_ends(path: Path) -> None:
    with Store.open(path) as store:
        gone = replace(LINK, tail=MentionId("früher"), status=Status.REJECTED)
        write(store, "anna", RelationChange(None, gone))
        write(store, "anna", ClusterChange(None, replace(CHAIN, status=Status.REJECTED)))
    cut(path, MACHINE)
    assert missing(path) == []


def test_a_member_in_an_article_that_is_not_here_is_no_fault(path: Path) -> None:
    with Store.open(path) as store:
        elsewhere = replace(CHAIN, members=tuple(sorted((WEISS.id, MentionId("anderswo")))))
        write(store, "anna", ClusterChange(None, elsewhere))
    assert missing(path) == []
