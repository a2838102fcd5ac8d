from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Cluster, Mention, Status
from annotator.core.certainty import sure_enough
from annotator.core.ids import ClusterId, MentionId
from annotator.core.layered import Layered
from tests.support.build import make_article, sample_suggestions


def scored(score: float | None, *, of: Mention) -> Mention:
    return replace(of, provenance=replace(of.provenance, score=score))


def sample(scores: list[float | None]) -> Layered:
    """The standard suggestions with these scores in order, and a cluster of them all."""
    made = sample_suggestions(make_article())
    mentions = {
        m.id: scored(scores[number % len(scores)], of=m) for number, m in enumerate(made.mentions.values())
    }
    first = next(iter(mentions.values()))
    cluster = Cluster(
        id=ClusterId("c"),
        kind="entity",
        name="Öz",
        kb_id="",
        members=tuple(sorted(mentions)),
        status=Status.SUGGESTED,
        provenance=replace(first.provenance, score=None),
    )
    return Layered(mentions, made.relations, {cluster.id: cluster})


def test_with_no_bound_nothing_is_out_of_sight() -> None:
    below = sample([0.3, None, 0.9])

    assert sure_enough(below, Layered(), least=0.0) is below


def test_what_is_less_sure_goes_and_what_has_no_score_stays() -> None:
    below = sample([0.3, None, 0.9, 0.5])
    shown = sure_enough(below, Layered(), least=0.5)

    scores = [m.provenance.score for m in shown.mentions.values()]
    assert None in scores
    assert all(score is None or score >= 0.5 for score in scores)
    assert len(scores) == sum(
        s is None or s >= 0.5 for s in (m.provenance.score for m in below.mentions.values())
    )


def test_what_was_decided_stays_however_unsure_it_was() -> None:
    below = sample([0.3])
    decided = next(iter(below.mentions.values()))
    own = Layered({decided.id: replace(decided, status=Status.REJECTED)})

    assert list(sure_enough(below, own, least=0.9).mentions) == [decided.id]


def test_a_cluster_keeps_the_members_in_sight_and_goes_with_fewer_than_two() -> None:
    below = sample([0.3, 0.9, 0.9])
    shown = sure_enough(below, Layered(), least=0.5)

    (cluster,) = shown.clusters.values()
    assert set(cluster.members) == set(shown.mentions)
    assert sure_enough(sample([0.3]), Layered(), least=0.5).clusters == {}


@given(
    scores=st.lists(st.none() | st.floats(0, 1), min_size=1, max_size=9),
    least=st.floats(0, 1),
)
def test_no_relation_or_cluster_points_at_what_is_out_of_sight(
    scores: list[float | None], least: float
) -> None:
    shown = sure_enough(sample(scores), Layered(), least=least)

    ends: set[MentionId] = {end for r in shown.relations.values() for end in (r.head, r.tail)}
    members = {member for c in shown.clusters.values() for member in c.members}
    assert ends | members <= set(shown.mentions)


@pytest.mark.parametrize("least", [0.2, 0.5, 0.95])
def test_a_higher_bound_shows_a_part_of_what_a_lower_one_shows(least: float) -> None:
    below = sample([0.1, 0.4, None, 0.7, 0.99])

    more = set(sure_enough(below, Layered(), least=least).mentions)
    assert set(sure_enough(below, Layered(), least=min(1.0, least + 0.3)).mentions) <= more
