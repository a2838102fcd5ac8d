"""Tokens and sentences for an article that came without them."""

from __future__ import annotations

from dataclasses import replace

from annotator.core.article import Article
from annotator.pretag.tokenizer import Tokenizer


def cut(article: Article, tokenizer: Tokenizer) -> Article:
    """Return the article cut into tokens and sentences; one that has tokens keeps them."""
    if len(article.tokens):
        return article
    tokens, sentences = tokenizer.tokenize(article.text)
    return replace(article, tokens=tokens, sentences=sentences)
