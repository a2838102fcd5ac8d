"""Whole articles that lie beside the project: every one passes, and every offset fits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from annotator.core.article import Article, article_id
from annotator.core.ids import text_sha256
from annotator.core.scheme import Scheme
from annotator.core.state import Layered, overlay
from annotator.core.valid_links import check_relation
from annotator.core.valid_mentions import check_mention
from annotator.ingest.zones import find_zones
from annotator.pretag.pipeline import Pretagger
from annotator.pretag.tokenizer import Tokenizer

FILE = Path(__file__).parents[2] / ".." / "shared" / "corpora" / "wikinews" / "wikinews_699.jsonl"
ALL = 700

pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="the articles do not lie beside the project")


def articles(tokenizer: Tokenizer) -> Iterator[Article]:
    with FILE.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            text = f"{record['title']}\n\n{record['text']}"
            zones = find_zones(text, title=record["title"])
            tokens, sentences = tokenizer.tokenize(text, breaks=[zone.start for zone in zones])
            day = date.fromisoformat(record["date"])
            yield Article(
                article_id(text), "", text, text_sha256(text), "", "", day, "", tokens, sentences, zones
            )


def test_every_article_passes_and_every_suggestion_fits_text_and_scheme(
    pretagger: Pretagger, tokenizer: Tokenizer, scheme: Scheme
) -> None:
    passed = 0
    for article in articles(tokenizer):
        result = pretagger.tag(article)
        assert result.failures == ()
        state = overlay(Layered(), result.layered, zones=article.zones)
        for mention in result.layered.mentions.values():
            check_mention(mention, article=article, scheme=scheme)
        for relation in result.layered.relations.values():
            check_relation(relation, state, scheme=scheme)
        for cluster in result.layered.clusters.values():
            assert set(cluster.members) <= set(result.layered.mentions)
        passed += 1
    assert passed == ALL
