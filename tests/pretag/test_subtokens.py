from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.annotation import Status
from annotator.core.article import Article
from annotator.core.errors import SchemeViolation
from annotator.core.scheme import Scheme
from annotator.core.state import Layered
from annotator.core.text import Span
from annotator.core.valid_mentions import check_mention
from annotator.pretag.model import PretagResult
from annotator.pretag.pipeline import Pretagger
from tests.pretag.conftest import article_of


@pytest.fixture(scope="module")
def loose(scheme: Scheme) -> Scheme:
    """The shipped scheme with entities that may be parts of words."""
    entity = scheme.layers[0]
    parts = replace(entity, labels=tuple(replace(label, subtoken=True) for label in entity.labels))
    return replace(scheme, layers=(parts, *scheme.layers[1:]))


@pytest.fixture(scope="module")
def by_parts(loose: Scheme) -> Pretagger:
    return Pretagger(loose)


def parts(article: Article, result: PretagResult) -> dict[str, str]:
    """The labels of the suggestions inside words."""
    return {
        article.text[m.start : m.end]: m.label
        for m in result.layered.mentions.values()
        if not article.tokens.has_borders(Span(m.start, m.end))
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Trump und Putin planen ein Trump-Putin-Treffen.",
            {"Trump": "PER", "Putin": "PER"},
        ),
        ("Am Rande des Ukraine-Kriegs sprach Änne Größl. Die Ukraine ist groß.", {"Ukraine": "LOC"}),
        ("Der EU-Gipfel tagt. Die EU wartet.", {"EU": "ORG"}),
    ],
)
def test_names_inside_compounds_are_suggested_for_themselves(
    text: str, found: dict[str, str], by_parts: Pretagger, pretagger: Pretagger
) -> None:
    article = article_of(text)

    assert parts(article, by_parts.tag(article)) == found
    assert parts(article, pretagger.tag(article)) == {}


def test_only_labels_with_the_option_may_end_inside_a_word(by_parts: Pretagger, loose: Scheme) -> None:
    article = article_of("Trump und Putin planen ein Trump-Putin-Treffen.")
    inside = [
        m
        for m in by_parts.tag(article).layered.mentions.values()
        if not article.tokens.has_borders(m.envelope)
    ]

    assert len(inside) == 2
    for mention in inside:
        check_mention(mention, article=article, scheme=loose)
        event = replace(mention, layer="event", label="Treffen", attributes=(), status=Status.ACCEPTED)
        with pytest.raises(SchemeViolation) as refused:
            check_mention(event, article=article, scheme=loose)
        assert refused.value.data["reason"] == "not_on_tokens"


def test_the_parts_take_part_in_the_event_of_their_compound(by_parts: Pretagger) -> None:
    article = article_of("Trump und Putin planen ein Trump-Putin-Treffen.")
    layered: Layered = by_parts.tag(article).layered
    tails = {
        article.text[layered.mentions[r.tail].start : layered.mentions[r.tail].end]
        for r in layered.relations.values()
        if layered.mentions[r.head].label == "Treffen"
    }

    assert {"Trump", "Putin"} <= tails
