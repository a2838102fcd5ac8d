"""What a reviewer does to the gold set itself: adding, changing and removing, as decisions of the review."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core import edits
from annotator.core.annotation import Cluster, Mention, Origin, SetState, Status
from annotator.core.errors import InvalidEdit
from annotator.core.ids import ClusterId
from annotator.core.state import Layered
from annotator.core.verdict import Basis, Choice, Verdict, VerdictId
from annotator.review.item import Kind
from annotator.services import roles
from annotator.services.reviewing_queue import QueueRow
from annotator.services.reviewing_values import GOLD, Decision, Standing
from tests.review.golds import HUMAN
from tests.services.teams import finish
from tests.services.test_reviewing import (
    ARTICLE,
    BASE,
    FÜSSEN,
    JÖRG,
    LONG,
    MET,
    SCHEME,
    SHORT,
    TAKE_ANNA,
    Desk,
    layered,
    mention,
)
from tests.support.build import place

NORTH = place(ARTICLE, "Nördlingen")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "größe.annot", {"anna": BASE, "böhm": BASE, "çelik": SHORT})


def add(desk: Desk, words: str = "Nördlingen", label: str = "LOC", layer: str = "entity") -> Mention:
    state = desk.review.gold(ARTICLE.id)
    plan = edits.create(
        state, ARTICLE, SCHEME, [place(ARTICLE, words)], layer=layer, label=label, author="lea"
    )
    desk.review.write(plan)
    return standing(desk, words)


def standing(desk: Desk, words: str) -> Mention:
    (found,) = [m for m in desk.gold().mentions.values() if m.text_of(ARTICLE.text) == words]
    return found


def relate(desk: Desk, head: Mention, tail: Mention, label: str) -> None:
    state = desk.review.gold(ARTICLE.id)
    desk.review.write(edits.relate(state, head=head.id, tail=tail.id, label=label, author="lea"))


def added_rows(desk: Desk) -> list[QueueRow]:
    return [row for row in desk.queue() if row.kind is Kind.ADDED]


def verdict_of(desk: Desk, key: str) -> Verdict:
    return desk.gold().verdicts[VerdictId(key)]


def test_a_mention_that_nobody_marked_is_kept_as_a_decision(desk: Desk) -> None:
    made = add(desk)
    assert (made.label, made.status, made.provenance.origin) == ("LOC", Status.ACCEPTED, Origin.ADJUDICATED)
    assert (made.provenance.author, made.provenance.derived_from) == ("lea", None)
    kept = verdict_of(desk, made.id)
    assert (kept.choice, kept.basis, kept.by, kept.result) == (
        Choice.ADDED,
        Basis.ADJUDICATED,
        "lea",
        (made.id,),
    )
    (row,) = added_rows(desk)
    assert (row.text, row.labels, row.open) == ("Nördlingen", ("LOC",), False)
    assert desk.project.store.check() == []


def test_an_addition_stays_over_a_restart_and_is_undone_then(desk: Desk) -> None:
    made = add(desk)
    desk.again()
    assert standing(desk, "Nördlingen") == made
    undone = desk.review.undo()
    assert undone is not None and undone.item == made.id
    assert "Nördlingen" not in desk.texts()
    assert added_rows(desk) == []
    desk.again()
    desk.review.redo()
    assert standing(desk, "Nördlingen") == made
    assert desk.project.store.check() == []


def test_an_addition_can_be_taken_out_again_and_that_undone(desk: Desk) -> None:
    made = add(desk)
    desk.review.decide(made.id, Decision(Choice.NEITHER))
    assert "Nördlingen" not in desk.texts()
    assert VerdictId(made.id) not in desk.gold().verdicts
    desk.review.undo()
    assert standing(desk, "Nördlingen") == made


def test_an_addition_is_given_a_reason(desk: Desk) -> None:
    made = add(desk)
    desk.review.explain(made.id, reason="slip", comment="alle übersehen", clause="1.2")
    kept = verdict_of(desk, made.id)
    assert (kept.reason, kept.comment, kept.clause) == ("slip", "alle übersehen", "1.2")
    assert standing(desk, "Nördlingen") == made


def test_an_addition_stands_while_others_are_settled_and_before_the_end(desk: Desk) -> None:
    add(desk)
    assert desk.project.store.set_info(ARTICLE.id, GOLD).state is SetState.OPEN
    desk.review.decide(desk.only(open=True).item, TAKE_ANNA)
    assert {"Nördlingen", "Ministerpräsidentin Karla Weiß"} <= set(desk.texts())
    assert desk.project.store.set_info(ARTICLE.id, GOLD).state is SetState.DONE


def test_a_role_that_nobody_marked_hangs_on_what_stands_and_falls_with_it(desk: Desk) -> None:
    north = add(desk)
    desk.review.decide(desk.only(open=True).item, TAKE_ANNA)
    met = standing(desk, "traf")
    relate(desk, met, north, "Ort")
    (made,) = [r for r in desk.gold().relations.values() if r.tail == north.id]
    assert made.provenance.origin is Origin.ADJUDICATED
    rows = {row.text: row for row in added_rows(desk)}
    assert set(rows) == {"Nördlingen", "traf → Nördlingen"}
    assert rows["traf → Nördlingen"].labels == ("Ort",)
    desk.review.decide(north.id, Decision(Choice.NEITHER))
    assert made.id not in desk.gold().relations
    assert added_rows(desk) == []
    desk.review.undo()
    assert made.id in desk.gold().relations
    assert desk.project.store.check() == []


def test_changing_an_addition_keeps_it_one_and_keeps_its_reason(desk: Desk) -> None:
    made = add(desk)
    desk.review.explain(made.id, reason="slip", comment="", clause="")
    state = desk.review.gold(ARTICLE.id)
    desk.review.write(edits.relabel(state, SCHEME, made.id, layer="entity", label="ORG"))
    assert standing(desk, "Nördlingen").label == "ORG"
    kept = verdict_of(desk, made.id)
    assert (kept.choice, kept.reason) == (Choice.ADDED, "slip")


def test_changing_what_a_rule_took_over_is_a_decision_on_it(desk: Desk) -> None:
    before = standing(desk, "Jörg Größl")
    state = desk.review.gold(ARTICLE.id)
    desk.review.write(edits.relabel(state, SCHEME, before.id, layer="entity", label="ORG"))
    after = standing(desk, "Jörg Größl")
    assert (after.id, after.label, after.provenance.author) == (before.id, "ORG", "lea")
    (row,) = desk.queue(open=False)
    assert row.entry.verdict is not None
    assert (row.entry.verdict.choice, row.entry.verdict.basis) == (Choice.EDITED, Basis.ADJUDICATED)
    desk.review.undo()
    assert standing(desk, "Jörg Größl") == before


def test_deleting_what_a_rule_took_over_leaves_nothing_and_takes_along_what_hangs_on_it(desk: Desk) -> None:
    place_ = standing(desk, "Füssen")
    desk.review.write(edits.delete(desk.review.gold(ARTICLE.id), place_.id))
    assert "Füssen" not in desk.texts()
    assert desk.gold().relations == {}
    (row,) = desk.queue(open=False)
    assert row.entry.verdict is not None and row.entry.verdict.choice is Choice.NEITHER
    assert desk.project.store.check() == []


def test_an_addition_has_no_room_where_something_stands(desk: Desk) -> None:
    state = desk.review.gold(ARTICLE.id)
    taken = edits.create(
        state, ARTICLE, SCHEME, [place(ARTICLE, "Karla Weiß")], layer="entity", label="PER", author="lea"
    )
    desk.review.write(taken)
    with pytest.raises(InvalidEdit):
        desk.review.decide(desk.only(open=True).item, Decision(Choice.TAKE, taken=("çelik",)))


def test_what_is_said_of_the_article_is_not_for_the_gold_set(desk: Desk) -> None:
    plan = edits.set_state(desk.review.gold(ARTICLE.id), SetState.DONE)
    with pytest.raises(InvalidEdit):
        desk.review.write(plan)


# Clusters ------------------------------------------------------------------------------------------------

LAST = replace(mention("Weiß", name="letzte"), fragments=(place(ARTICLE, "Weiß\u2028"),))
LAST = replace(LAST, fragments=(replace(LAST.fragments[0], end=LAST.fragments[0].end - 1),))


def chained(*chains: tuple[Mention, ...]) -> Layered:
    found = layered(LONG, MET, FÜSSEN, JÖRG, LAST)
    clusters = [
        Cluster(
            ClusterId(f"k{n}"), "entity", "", "", tuple(sorted(m.id for m in members)), Status.ACCEPTED, HUMAN
        )
        for n, members in enumerate(chains)
    ]
    return replace(found, clusters={c.id: c for c in clusters})


def members(desk: Desk) -> list[set[str]]:
    held = desk.gold()
    text = ARTICLE.text
    found = [{held.mentions[m].text_of(text) for m in c.members} for c in held.clusters.values()]
    return sorted(found, key=sorted)


@pytest.fixture
def chains(tmp_path: Path) -> Desk:
    sets = {"anna": chained((LONG, LAST)), "böhm": chained((LONG, LAST, JÖRG))}
    return Desk(tmp_path / "ketten.annot", sets)


TITLE = "Ministerpräsidentin Karla Weiß"


def cluster_of(desk: Desk, *words: str) -> Cluster:
    ids = tuple(sorted(standing(desk, each).id for each in words))
    return Cluster(ClusterId("neu-" + words[0]), "entity", "", "", ids, Status.ACCEPTED, HUMAN)


def test_an_edited_cluster_stands_instead(chains: Desk) -> None:
    row = chains.only(open=True)
    made = cluster_of(chains, "Weiß", "Jörg Größl")
    chains.review.decide(row.item, Decision(Choice.EDITED, edited=(made,)))
    assert members(chains) == [{"Jörg Größl", "Weiß"}]
    chains.again()
    assert members(chains) == [{"Jörg Größl", "Weiß"}]
    assert chains.review.entry(row.item).standing is Standing.SETTLED
    chains.review.undo()
    assert members(chains) == []
    assert chains.project.store.check() == []


def test_a_mention_is_in_one_cluster_only(chains: Desk) -> None:
    row = chains.only(open=True)
    twice = (cluster_of(chains, "Weiß", "Jörg Größl"), cluster_of(chains, TITLE, "Weiß"))
    settled = chains.review
    settled.decide(row.item, Decision(Choice.EDITED, edited=twice[:1]))
    state = settled.gold(ARTICLE.id)
    first, other = standing(chains, TITLE).id, standing(chains, "Füssen").id
    settled.write(edits.link(state, first, other, author="lea"))
    assert settled.can(row.item, Decision(Choice.EDITED, edited=twice[1:])) == "in_other_cluster"


def test_a_cluster_that_nobody_made_is_added_split_and_merged_by_hand(chains: Desk) -> None:
    chains.review.decide(chains.only(open=True).item, Decision(Choice.NEITHER))
    state = chains.review.gold(ARTICLE.id)
    man, town = standing(chains, "Jörg Größl").id, standing(chains, "Füssen").id
    chains.review.write(edits.link(state, man, town, author="lea"))
    assert members(chains) == [{"Füssen", "Jörg Größl"}]
    (row,) = added_rows(chains)
    assert row.text == "Jörg Größl · Füssen"
    state = chains.review.gold(ARTICLE.id)
    chains.review.write(
        edits.link(state, standing(chains, "Weiß").id, standing(chains, TITLE).id, author="lea")
    )
    assert len(members(chains)) == 2
    state = chains.review.gold(ARTICLE.id)
    chains.review.write(edits.link(state, standing(chains, "Weiß").id, man, author="lea"))
    assert members(chains) == [{"Füssen", "Jörg Größl", "Weiß", TITLE}]
    assert len(added_rows(chains)) == 1
    state = chains.review.gold(ARTICLE.id)
    (whole,) = state.clusters
    chains.review.write(edits.split(state, whole, [man, town], author="lea"))
    assert members(chains) == [{"Füssen", "Jörg Größl"}, {TITLE, "Weiß"}]
    for _ in range(4):
        chains.review.undo()
    assert members(chains) == []
    assert chains.project.store.check() == []


# Who may -------------------------------------------------------------------------------------------------


def test_only_who_leads_or_reviews_settles_and_only_in_an_open_review(desk: Desk) -> None:
    store, row = desk.project.store, desk.only(open=True)
    before = store.set_info(ARTICLE.id, GOLD).revision
    roles.set_leads(store, ["mia"])
    roles.set_review(store, is_open=True)
    with pytest.raises(roles.NotAllowed) as refused:
        desk.review.decide(row.item, TAKE_ANNA)
    assert refused.value.data["reason"] == "reviewer"
    with pytest.raises(roles.NotAllowed):
        add(desk)
    with pytest.raises(roles.NotAllowed):
        desk.review.undo()
    roles.set_reviewers(store, ["lea"])
    roles.set_review(store, is_open=False)
    with pytest.raises(roles.NotAllowed) as refused:
        desk.review.decide(row.item, TAKE_ANNA)
    assert refused.value.data["reason"] == "review_closed"
    assert store.set_info(ARTICLE.id, GOLD).revision == before
    roles.set_review(store, is_open=True)
    desk.review.decide(row.item, TAKE_ANNA)
    assert TITLE in desk.texts()


def test_looking_writes_nothing_for_who_may_not_settle(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "p.annot", {"anna": BASE, "böhm": BASE})
    store = desk.project.store
    roles.set_leads(store, ["mia"])
    finish(store, ARTICLE, "böhm", SHORT)
    before = store.set_info(ARTICLE.id, GOLD).revision
    desk.review.refresh()
    desk.review.open(ARTICLE.id)
    assert store.set_info(ARTICLE.id, GOLD).revision == before
    assert len(desk.queue(open=True)) == 1
