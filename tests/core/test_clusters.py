from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import edits, validation
from annotator.core.annotation import Cluster, Mention, Origin, Provenance, Status
from annotator.core.chains import Chain, Chains, chains_of
from annotator.core.change import ClusterChange, Plan, inverse
from annotator.core.errors import InvalidEdit
from annotator.core.ids import ClusterId, MentionId
from annotator.core.state import AnnotationState, Layered, overlay
from tests.support.build import make_article, make_scheme, suggest

TEXT = (
    "Müller lädt ein\nKarla Müller traf Jörg Öz in Füssen. Müller sagte zu „Öz“: Weiß bleibt. "
    "Frau Müller und Herr Öz gingen, Weiß\u00adgerber nicht 🚒. Am Montag kam Weiß."
)
ARTICLE = make_article(TEXT)
SCHEME = make_scheme()
RULE = Provenance(Origin.RULE, "pretagger", "annotator", "1", 0.7)
NAMES = {
    "m1": ("Karla Müller", 0),
    "m2": ("Müller", 2),
    "m3": ("Frau Müller", 0),
    "o1": ("Jörg Öz", 0),
    "o2": ("Öz", 1),
    "o3": ("Herr Öz", 0),
    "w1": ("Weiß", 0),
    "w2": ("Weiß", 2),
}


def suggested(name: str, *, layer: str = "entity", label: str = "PER") -> Mention:
    words, occurrence = NAMES[name]
    return replace(suggest(ARTICLE, words, layer, label, occurrence=occurrence), id=MentionId(name))


def suggested_cluster(identifier: str, *members: str) -> Cluster:
    ids = tuple(sorted(map(MentionId, members)))
    return Cluster(ClusterId(identifier), "entity", identifier.title(), "", ids, Status.SUGGESTED, RULE)


MUELLER = suggested_cluster("müller", "m1", "m2", "m3")
OEZ = suggested_cluster("öz", "o1", "o2", "o3")
MONDAY = replace(suggest(ARTICLE, "Montag", "time", "DATE"), id=MentionId("montag"))


def state_of(*clusters: Cluster) -> AnnotationState:
    mentions = {m.id: m for m in (*map(suggested, NAMES), MONDAY)}
    return overlay(Layered(), Layered(mentions, {}, {c.id: c for c in clusters}), zones=ARTICLE.zones)


BEGIN = state_of(MUELLER, OEZ)


def run(state: AnnotationState, plan: Plan) -> AnnotationState:
    after = state.apply(plan.changes, revision=state.revision + 1)
    validation.check(plan.changes, before=state, after=after, article=ARTICLE, scheme=SCHEME)
    back = after.apply([inverse(c) for c in reversed(plan.changes)], revision=state.revision)
    assert back.clusters == state.clusters and back.own == state.own
    assert chains_of(back) == chains_of(state)
    return after


def again(state: AnnotationState, *clusters: Cluster) -> AnnotationState:
    """Return the annotator's set over the suggestions of another run."""
    own = Layered(
        {k: m for k, m in state.mentions.items() if k in state.own},
        {},
        {k: c for k, c in state.clusters.items() if k in state.own},
    )
    below = Layered(state.suggestions.mentions, {}, {c.id: c for c in clusters})
    return overlay(own, below, zones=state.zones)


def look(state: AnnotationState) -> list[str]:
    """Return the chains as text, such as ``m1 m2? m3``; a question mark stands at what is open."""
    return [
        " ".join(f"{m}?" if m in chain.open else m for m in sorted(chain.members))
        for chain in chains_of(state).all
    ]


def chain(state: AnnotationState, member: str) -> Chain:
    return chains_of(state).of[MentionId(member)]


def reason_of(error: pytest.ExceptionInfo[InvalidEdit]) -> str:
    return str(error.value.data["reason"])


def test_a_suggested_cluster_is_open_in_all_its_members() -> None:
    assert look(BEGIN) == ["m1? m2? m3?", "o1? o2? o3?"]
    assert chains_of(BEGIN).open == 6
    assert [c.number for c in chains_of(BEGIN).all] == [1, 2]


def test_a_member_is_confirmed_alone_and_its_mention_accepted_with_it() -> None:
    after = run(BEGIN, edits.confirm(BEGIN, "müller", ["m2"]))
    assert look(after)[0] == "m1? m2 m3?"
    assert after.mentions[MentionId("m2")].status is Status.ACCEPTED
    assert after.mentions[MentionId("m1")].status is Status.SUGGESTED
    own = after.clusters[ClusterId("müller")]
    assert (own.members, own.status, own.provenance.derived_from) == (("m2",), Status.ACCEPTED, "müller")


def test_a_member_is_declined_alone_and_its_mention_stays_open() -> None:
    after = run(BEGIN, edits.decline(BEGIN, "müller", ["m2"]))
    assert look(after)[0] == "m1? m3?"
    assert after.mentions[MentionId("m2")].status is Status.SUGGESTED
    assert after.clusters[ClusterId("müller")].status is Status.SUGGESTED


def test_what_was_declined_can_be_taken_in_after_all() -> None:
    declined = run(BEGIN, edits.decline(BEGIN, "müller", ["m2"]))
    after = run(declined, edits.confirm(declined, "müller", ["m2"]))
    assert look(after)[0] == "m1? m2 m3?"
    assert after.clusters[ClusterId("müller")].declined == ()


def test_a_cluster_of_which_one_member_would_be_left_goes() -> None:
    one = run(BEGIN, edits.decline(BEGIN, "müller", ["m2"]))
    after = run(one, edits.decline(one, "müller", ["m3"]))
    assert look(after) == ["o1? o2? o3?"]
    assert after.clusters[ClusterId("müller")].status is Status.REJECTED


def test_a_cluster_of_one_stays_where_it_says_which_entry_it_is() -> None:
    named = run(BEGIN, edits.name_cluster(BEGIN, "müller", name="Karla Müller", kb_id="Q7"))
    one = run(named, edits.confirm(named, "müller", ["m1"]))
    after = run(one, edits.decline(one, "müller", ["m2", "m3"]))
    assert look(after)[0] == "m1"


def test_a_whole_cluster_is_accepted_or_rejected() -> None:
    after = run(BEGIN, edits.accept_cluster(BEGIN, "müller"))
    after = run(after, edits.reject_cluster(after, "öz"))
    assert look(after) == ["m1 m2 m3"]
    assert {m.id for m in after.mentions.values() if m.status is Status.ACCEPTED} == {"m1", "m2", "m3"}
    assert after.mentions[MentionId("o1")].status is Status.SUGGESTED


def test_two_mentions_in_no_cluster_become_one() -> None:
    after = run(BEGIN, edits.link(BEGIN, "w1", "w2", author="anna"))
    made = chain(after, "w1").cluster
    assert look(after)[-1] == "w1 w2"
    assert (made.kind, made.status, made.provenance) == (
        "entity",
        Status.ACCEPTED,
        Provenance(Origin.HUMAN, "anna"),
    )


def test_a_mention_joins_the_cluster_of_the_one_it_is_linked_with() -> None:
    after = run(BEGIN, edits.link(BEGIN, "w1", "m2", author="anna"))
    assert look(after)[0] == "m1? m2 m3? w1"


def test_linking_two_clusters_merges_them_and_keeps_open_what_was_open() -> None:
    after = run(BEGIN, edits.link(BEGIN, "o2", "m2", author="anna"))
    assert look(after) == ["m1? m2 m3? o1? o2 o3?"]
    assert chain(after, "o1").cluster.id == "müller"


def test_merging_keeps_what_was_confirmed_and_declined_in_either() -> None:
    state = run(BEGIN, edits.confirm(BEGIN, "müller", ["m3"]))
    state = run(state, edits.confirm(state, "öz", ["o1"]))
    state = run(state, edits.decline(state, "öz", ["o2"]))
    after = run(state, edits.merge(state, "öz", "müller"))
    assert look(after) == ["m1? m2? m3 o1 o3?"]
    cluster = chain(after, "m1").cluster
    assert (cluster.id, cluster.name, cluster.declined) == ("öz", "Öz", ("o2",))


def test_merging_what_nobody_has_decided_confirms_a_mention_of_each() -> None:
    after = run(BEGIN, edits.merge(BEGIN, "müller", "öz"))
    assert look(after) == ["m1 m2? m3? o1 o2? o3?"]


def test_a_merged_cluster_dissolved_does_not_come_back_in_parts() -> None:
    merged = run(BEGIN, edits.merge(BEGIN, "müller", "öz"))
    assert look(run(merged, edits.reject_cluster(merged, "müller"))) == []


def test_a_mention_that_is_moved_is_not_offered_where_it_was() -> None:
    after = run(BEGIN, edits.confirm(BEGIN, "öz", ["m2"]))
    assert look(after) == ["m1? m3?", "m2 o1? o2? o3?"]


def test_members_are_split_off() -> None:
    state = run(BEGIN, edits.merge(BEGIN, "müller", "öz"))
    after = run(state, edits.split(state, "müller", ["o1", "o3"], author="anna"))
    assert look(after) == ["m1 m2? m3? o2?", "o1 o3"]


@pytest.mark.parametrize(
    ("mentions", "reason"),
    [(["m1"], "cluster_of_one"), (["m1", "w1"], "no_member"), (["m1", "m2", "m3"], "nothing_left")],
)
def test_what_cannot_be_split_is_refused(mentions: list[str], reason: str) -> None:
    with pytest.raises(InvalidEdit) as error:
        edits.split(BEGIN, "müller", mentions, author="anna")
    assert reason_of(error) == reason


def test_a_name_decides_nothing() -> None:
    after = run(BEGIN, edits.name_cluster(BEGIN, "müller", name=" Karla Müller ", kb_id="Q7"))
    assert look(after) == look(BEGIN)
    cluster = chain(after, "m1").cluster
    assert (cluster.name, cluster.kb_id, cluster.status) == ("Karla Müller", "Q7", Status.SUGGESTED)


def test_a_name_is_no_part_of_a_time() -> None:
    with pytest.raises(InvalidEdit) as error:
        edits.link(BEGIN, "montag", "m1", author="anna")
    assert reason_of(error) == "other_kind"


def test_what_is_linked_already_is_refused() -> None:
    with pytest.raises(InvalidEdit) as error:
        edits.link(BEGIN, "m1", "m1", author="anna")
    assert reason_of(error) == "linked_already"
    with pytest.raises(InvalidEdit) as error:
        edits.merge(BEGIN, "müller", "müller")
    assert reason_of(error) == "linked_already"


def test_a_new_run_offers_only_what_nobody_has_decided() -> None:
    state = run(BEGIN, edits.confirm(BEGIN, "müller", ["m1"]))
    state = run(state, edits.decline(state, "müller", ["m2"]))
    longer = suggested_cluster("müller-2", "m1", "m2", "m3", "w1")
    after = again(state, longer, OEZ)
    assert look(after)[0] == "m1 m3? w1?"
    assert chain(after, "w1").cluster.id == "müller"


def test_a_deleted_mention_leaves_its_cluster() -> None:
    state = run(BEGIN, edits.accept_cluster(BEGIN, "müller"))
    after = run(state, edits.delete(state, MentionId("m2")))
    assert look(after)[0] == "m1 m3"
    again_ = run(after, edits.delete(after, MentionId("m1")))
    assert look(again_) == ["o1? o2? o3?"]


def test_a_suggested_member_is_found_in_the_own_mention_at_its_place() -> None:
    words, occurrence = NAMES["m2"]
    span = suggest(ARTICLE, words, "entity", "PER", occurrence=occurrence).fragments
    own = replace(suggested("m2"), id=MentionId("mine"), fragments=span, status=Status.ACCEPTED)
    state = overlay(
        Layered({own.id: own}), Layered(BEGIN.suggestions.mentions, {}, {MUELLER.id: MUELLER}), zones=()
    )
    assert look(state) == ["m1? m3? mine?"]


def refusal(state: AnnotationState, cluster: Cluster) -> str:
    changes = (ClusterChange(None, cluster),)
    after = state.apply(changes, revision=9)
    with pytest.raises(InvalidEdit) as error:
        validation.check(changes, before=state, after=after, article=ARTICLE, scheme=SCHEME)
    return reason_of(error)


def test_an_accepted_cluster_holds_accepted_mentions_of_its_own_alone() -> None:
    wild = replace(suggested_cluster("neu", "m1", "w1"), status=Status.ACCEPTED)
    assert refusal(BEGIN, wild) == "member_not_accepted"
    state = run(BEGIN, edits.accept_cluster(BEGIN, "müller"))
    state = run(state, edits.accept(state, ["w1"]))
    assert refusal(state, wild) == "in_two_clusters"


Step = tuple[str, str, str]


def planned(state: AnnotationState, step: Step) -> Plan:
    """Return what a step comes to; the clusters are named by one of their mentions."""
    act, one, other = step
    clusters = {m: c.cluster.id for m, c in chains_of(state).of.items()}
    here, there = clusters.get(MentionId(one), ""), clusters.get(MentionId(other), "")
    match act:
        case "link":
            return edits.link(state, one, other, author="anna")
        case "confirm":
            return edits.confirm(state, here, [other])
        case "decline":
            return edits.decline(state, here, [one])
        case "merge":
            return edits.merge(state, here, there)
        case "split":
            return edits.split(state, here, sorted({one, other}), author="anna")
        case "delete":
            return edits.reject(state, [one])
        case "accept":
            return edits.accept_cluster(state, here)
        case _:
            return edits.reject_cluster(state, here)


def is_sound(chains: Chains, state: AnnotationState) -> bool:
    """Tell whether each mention is in one chain at most, and what is confirmed is accepted."""
    members = [m for c in chains.all for m in c.members]
    confirmed = [m for c in chains.all for m in c.confirmed]
    return len(set(members)) == len(members) and all(
        state.mentions[m].status is Status.ACCEPTED for m in confirmed
    )


ACTS = ("link", "confirm", "decline", "merge", "split", "delete", "accept", "reject")
NAMED = st.sampled_from(sorted(NAMES))


@given(st.lists(st.tuples(st.sampled_from(ACTS), NAMED, NAMED), max_size=12))
def test_whatever_is_done_chains_stay_sound_and_can_be_undone(steps: list[Step]) -> None:
    state = BEGIN
    for step in steps:
        try:
            plan = planned(state, step)
        except InvalidEdit:
            continue
        state = run(state, plan)
        assert is_sound(chains_of(state), state)
        assert chains_of(again(state, MUELLER, OEZ)) == chains_of(state)
