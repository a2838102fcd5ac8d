from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from annotator.core.article import Article, Zone, article_id
from annotator.core.ids import text_sha256
from annotator.core.resources import resource
from annotator.core.scheme import Scheme
from annotator.formats.scheme_yaml import read_scheme
from annotator.pretag.draft import Draft
from annotator.pretag.pipeline import Pretagger
from annotator.pretag.tokenizer import Tokenizer

Tagging = Callable[[str], Draft]


def article_of(text: str, *, zones: tuple[Zone, ...] = (), tokenizer: Tokenizer | None = None) -> Article:
    """An article of 2025-10-21 with the tokens and sentences that an import gives it."""
    tokens, sentences = (tokenizer or Tokenizer()).tokenize(text, breaks=[zone.start for zone in zones])
    day = date(2025, 10, 21)
    return Article(
        article_id(text), "probe", text, text_sha256(text), "", "", day, "", tokens, sentences, zones
    )


@pytest.fixture(scope="session")
def scheme() -> Scheme:
    path = resource("schemes", "nachrichten.yaml")
    return read_scheme(path.read_text(encoding="utf-8"), name=str(path))


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    return Tokenizer()


@pytest.fixture(scope="session")
def pretagger(scheme: Scheme) -> Pretagger:
    return Pretagger(scheme)


@pytest.fixture(scope="session")
def tag(pretagger: Pretagger, tokenizer: Tokenizer) -> Tagging:
    return lambda text: pretagger.draft(article_of(text, tokenizer=tokenizer))
