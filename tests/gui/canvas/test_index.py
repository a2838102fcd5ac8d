from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.change import Change, ClusterChange, MentionChange, RelationChange, effect_of
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.state import AnnotationState
from annotator.core.text import Span
from annotator.gui.canvas.index import SpanIndex
from annotator.gui.canvas.paragraphs import split
from tests.gui.canvas.examples import body, mention, relation, state_of

TEXT = "Ämter öffnen.\n\n  Köln am Rhein.\n🚒 kommt.\nDie Bürger warten."
ARTICLE = body(TEXT)
BLOCKS = split(TEXT, ARTICLE.zones, ())
NAMES = [f"m{number}" for number in range(6)]


@st.composite
def some_mention(draw: st.DrawFn, name: str) -> Mention:
    edges = sorted(draw(st.sets(st.integers(0, len(TEXT)), min_size=2, max_size=4)))
    spans = [Span(edges[i], edges[i + 1]) for i in range(0, len(edges) // 2 * 2, 2)]
    return mention(name, "entity", "PER", *spans, status=draw(st.sampled_from(Status)))


@st.composite
def states(draw: st.DrawFn) -> AnnotationState:
    mentions = [draw(some_mention(name)) for name in NAMES[: draw(st.integers(0, 6))]]
    links: list[Relation] = []
    if mentions:
        ids = st.sampled_from([m.id for m in mentions])
        links = [relation(f"r{i}", "Ort", draw(ids), draw(ids)) for i in range(draw(st.integers(0, 4)))]
    clusters = {f"c{i}": draw(st.sets(st.sampled_from(NAMES))) for i in range(draw(st.integers(0, 2)))}
    return state_of(ARTICLE, mentions, links, {name: sorted(members) for name, members in clusters.items()})


@st.composite
def changed(draw: st.DrawFn, state: AnnotationState) -> tuple[Change, ...]:
    changes: list[Change] = []
    name = MentionId(draw(st.sampled_from(NAMES)))
    before = state.mentions.get(name)
    linked = [r for r in state.relations.values() if name in (r.head, r.tail)]
    if before is None or draw(st.booleans()):
        changes.append(MentionChange(before, draw(some_mention(name))))
    else:
        changes.extend(RelationChange(r, None) for r in linked)
        changes.append(MentionChange(before, None))
    for cluster in list(state.clusters.values())[: draw(st.integers(0, 1))]:
        members = tuple(MentionId(n) for n in sorted(draw(st.sets(st.sampled_from(NAMES)))))
        changes.append(ClusterChange(cluster, replace(cluster, members=members)))
    return tuple(changes)


def seen(index: SpanIndex, block: int) -> object:
    """Return all that the drawing of a block depends on."""
    links = {
        r.id: (r, index.state.mentions[r.head].start, index.state.mentions[r.tail].start)
        for r in index.relations_in(block)
    }
    numerals = [index.numeral(m.id) for m in index.beginning_in(block)]
    return index.mentions_in(block), numerals, links


@given(st.data())
def test_an_index_brought_up_to_date_equals_one_made_anew(data: st.DataObject) -> None:
    state = data.draw(states())
    index = SpanIndex(BLOCKS, state)
    for _ in range(4):
        before = [seen(index, block) for block in range(len(BLOCKS))]
        changes = data.draw(changed(state))
        state = state.apply(changes, revision=state.revision + 1)
        dirty = index.update(state, effect_of(changes))
        fresh = SpanIndex(BLOCKS, state)
        for block in range(len(BLOCKS)):
            assert seen(index, block) == seen(fresh, block)
            assert block in dirty or seen(fresh, block) == before[block]


def test_a_mention_shows_in_every_block_that_it_reaches_and_begins_in_one() -> None:
    long = mention("lang", "quote", "Zitat", Span(3, len(TEXT)))
    index = SpanIndex(BLOCKS, state_of(ARTICLE, [long]))
    assert [len(index.mentions_in(block)) for block in range(4)] == [1, 1, 1, 1]
    assert [len(index.beginning_in(block)) for block in range(4)] == [1, 0, 0, 0]


def test_a_mention_that_begins_in_hidden_white_space_begins_in_the_next_block() -> None:
    odd = mention("leer", "entity", "LOC", Span(14, 21))
    index = SpanIndex(BLOCKS, state_of(ARTICLE, [odd]))
    assert [m.id for m in index.beginning_in(1)] == ["leer"]
    assert not index.beginning_in(0)


def test_rejected_mentions_do_not_show() -> None:
    gone = mention("weg", "entity", "LOC", Span(0, 5), status=Status.REJECTED)
    assert not SpanIndex(BLOCKS, state_of(ARTICLE, [gone])).mentions_in(0)


def test_clusters_are_numbered_by_their_first_mention() -> None:
    koeln = mention("koeln", "entity", "LOC", Span(17, 21))
    buerger = mention("buerger", "entity", "PER", Span(47, 53))
    state = state_of(ARTICLE, [koeln, buerger], clusters={"a": ["buerger"], "b": ["koeln", "anderswo"]})
    index = SpanIndex(BLOCKS, state)
    assert (index.numeral(koeln.id).number, index.numeral(buerger.id).number) == (1, 2)
    assert index.numeral(MentionId("anderswo")).number == 0


def test_mates_are_the_other_visible_members_of_the_clusters() -> None:
    mentions = [mention(name, "entity", "PER", Span(0, 3 + i)) for i, name in enumerate("abc")]
    mentions[2] = replace(mentions[2], status=Status.REJECTED)
    index = SpanIndex(BLOCKS, state_of(ARTICLE, mentions, clusters={"k": ["a", "b", "c", "anderswo"]}))
    assert index.cluster_mates(MentionId("a")) == {"b"}
    assert index.cluster_mates(MentionId("c")) == frozenset()
    assert ClusterId("k") in index.state.clusters


def test_an_article_without_blocks_has_nothing_to_show() -> None:
    empty = body("")
    index = SpanIndex((), state_of(empty, []))
    assert list(index.blocks_of(0, 0)) == []
    changes = (RelationChange(None, relation("r", "Ort", "a", "b")),)
    after = index.state.apply(changes, revision=1)
    assert index.update(after, effect_of(changes)) == set()
    assert RelationId("r") in index.state.relations
