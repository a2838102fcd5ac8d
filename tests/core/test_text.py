from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import article_id
from annotator.core.ids import derived_id, new_id
from annotator.core.text import Span, Tokens
from tests.support.build import make_article


@st.composite
def token_lists(draw: st.DrawFn) -> Tokens:
    spans, at = [], 0
    for gap, length in draw(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5)), max_size=30)):
        spans.append(Span(at + gap, at + gap + length))
        at += gap + length
    return Tokens.of(spans)


@given(token_lists(), st.integers(0, 200), st.integers(0, 20))
def test_covered_tokens_are_those_that_share_a_code_point(tokens: Tokens, start: int, length: int) -> None:
    span = Span(start, start + length)
    expected = [i for i, t in enumerate(tokens) if t.overlaps(span)]
    if length:
        assert list(tokens.covered(span)) == expected


@given(token_lists(), st.integers(0, 200), st.integers(1, 20))
def test_a_span_has_borders_of_tokens_just_when_snapping_leaves_it(
    tokens: Tokens, start: int, length: int
) -> None:
    span = Span(start, start + length)
    assert tokens.has_borders(span) == (tokens.snap(span) == span)


@given(token_lists(), st.integers(0, 200), st.integers(1, 20))
def test_snapping_widens_to_whole_tokens_and_no_further(tokens: Tokens, start: int, length: int) -> None:
    span = Span(start, start + length)
    snapped = tokens.snap(span)
    touched = [t for t in tokens if t.overlaps(span)]
    assert snapped == (Span(touched[0].start, touched[-1].end) if touched else None)


def test_sentences_reach_from_their_first_to_their_last_token() -> None:
    article = make_article()
    texts = [article.text[s.start : s.end] for s in article.sentence_spans()]
    assert texts[0] == "Krise in Nördlingen 🚒"
    assert texts[1].startswith("Ministerpräsidentin")
    assert texts[1].endswith("Füssen.")


def test_an_article_without_tokens_has_no_sentence() -> None:
    article = make_article("   \u2028 ")
    assert list(article.sentence_spans()) == []


def test_the_same_text_has_the_same_id_everywhere() -> None:
    assert article_id("Füße 🙂") == article_id("Füße 🙂")
    assert article_id("Füße") != article_id("Fu\u0308ße")


def test_random_ids_differ_and_sort_by_time_and_derived_ones_depend_on_their_parts() -> None:
    ids = [new_id() for _ in range(2000)]
    assert len(set(ids)) == 2000
    assert [i[:10] for i in ids] == sorted(i[:10] for i in ids)
    assert derived_id("a", 1) == derived_id("a", 1)
    assert derived_id("a", 11) != derived_id("a1", 1)
