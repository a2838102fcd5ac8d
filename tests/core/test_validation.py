from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from annotator.core import validation
from annotator.core.annotation import Cluster, Mention, Origin, Provenance, Relation, Status
from annotator.core.change import Change, ClusterChange, MentionChange, RelationChange
from annotator.core.errors import AnnotatorError
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.state import Layered, overlay
from annotator.core.text import Span
from tests.support.build import make_article, make_scheme, place

ARTICLE = make_article()
SCHEME = make_scheme()
ANNA = Provenance(Origin.HUMAN, "anna")


def mention(words: str, layer: str, label: str) -> Mention:
    span = place(ARTICLE, words)
    return Mention(MentionId(words), layer, label, (span,), (), Status.ACCEPTED, ANNA)


def link(label: str, head: Mention, tail: Mention) -> Relation:
    return Relation(RelationId(f"{head.id} {tail.id}"), label, head.id, tail.id, (), Status.ACCEPTED, ANNA)


KARLA = mention("Karla Weiß", "entity", "PER")
MEETING = replace(mention("traf", "event", "Treffen"), attributes=(("factuality", "planned"),))
MONDAY = replace(mention("Montag", "time", "DATE"), attributes=(("value", "2024-03-11"),))
FUESSEN = mention("Füssen", "entity", "LOC")
MEETS = link("Teilnehmer", MEETING, KARLA)
PEOPLE = Cluster(ClusterId("wir"), "coreference", "", "", (KARLA.id,), Status.ACCEPTED, ANNA)


def layered(
    mentions: Iterable[Mention], relations: Iterable[Relation] = (), clusters: Iterable[Cluster] = ()
) -> Layered:
    return Layered({m.id: m for m in mentions}, {r.id: r for r in relations}, {c.id: c for c in clusters})


GOOD = layered(
    [KARLA, MEETING, MONDAY, FUESSEN],
    [MEETS, link("Ort", MEETING, FUESSEN), link("Zeit", MEETING, MONDAY), link("lebt_in", KARLA, FUESSEN)],
    [PEOPLE],
)


def refusal_as_a_set(own: Layered) -> tuple[str, object] | None:
    try:
        validation.check_set(own, article=ARTICLE, scheme=SCHEME)
    except AnnotatorError as error:
        return error.code, error.data
    return None


def refusal_as_changes(own: Layered) -> tuple[str, object] | None:
    changes: tuple[Change, ...] = (
        *(MentionChange(None, item) for item in own.mentions.values()),
        *(RelationChange(None, item) for item in own.relations.values()),
        *(ClusterChange(None, item) for item in own.clusters.values()),
    )
    before = overlay(Layered(), Layered(), zones=ARTICLE.zones)
    after = before.apply(changes, revision=1)
    try:
        validation.check(changes, before=before, after=after, article=ARTICLE, scheme=SCHEME)
    except AnnotatorError as error:
        return error.code, error.data
    return None


def test_a_sound_set_is_taken_whole_and_change_by_change() -> None:
    assert refusal_as_a_set(GOOD) is None
    assert refusal_as_changes(GOOD) is None


def test_rejected_ends_are_of_no_concern_to_a_rejected_relation() -> None:
    own = layered([KARLA], [replace(MEETS, status=Status.REJECTED)])
    assert refusal_as_a_set(own) is None


@pytest.mark.parametrize(
    ("own", "reason"),
    [
        (layered([replace(KARLA, label="PLANET")]), "unknown_label"),
        (layered([replace(KARLA, fragments=(Span(0, 10_000),))]), "outside_text"),
        (layered([replace(KARLA, fragments=(Span(-1, 5),))]), "outside_text"),
        (layered([replace(KARLA, fragments=(Span(0, 5), Span(5, 8)))]), "fragments_touch"),
        (layered([mention("präsidentin", "entity", "ORG")]), "not_on_tokens"),
        (layered([replace(KARLA, attributes=(("value", "2024"),))]), "attribute_not_allowed"),
        (layered([replace(MEETING, attributes=(("factuality", "vielleicht"),))]), "unknown_value"),
        (layered([MEETING], [MEETS]), "unknown_end"),
        (layered([KARLA], [link("lebt_in", KARLA, KARLA)]), "unknown_end"),
        (layered([replace(KARLA, status=Status.SUGGESTED), MEETING], [MEETS]), "end_not_accepted"),
        (layered([KARLA, MEETING], [link("Teilnehmer", KARLA, MEETING)]), "relation_not_allowed"),
        (
            layered([KARLA, MEETING, FUESSEN], [MEETS, link("Teilnehmer", MEETING, FUESSEN)]),
            "relation_not_allowed",
        ),
        (layered([KARLA], [], [replace(PEOPLE, members=())]), "bad_cluster"),
        (layered([KARLA], [], [replace(PEOPLE, members=(KARLA.id, KARLA.id))]), "bad_cluster"),
    ],
)
def test_a_faulty_set_is_refused_for_the_same_reason_as_its_changes(own: Layered, reason: str) -> None:
    found = refusal_as_a_set(own)
    assert found is not None
    assert found == refusal_as_changes(own)
    assert isinstance(found[1], dict)
    assert found[1]["reason"] == reason


def test_a_mention_of_nothing_is_refused() -> None:
    refusal = refusal_as_a_set(layered([replace(KARLA, fragments=())]))
    assert refusal == ("invalid_edit", {"reason": "empty_span", "mention": KARLA.id})
