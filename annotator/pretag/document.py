"""An article's fixed tokens as a spaCy ``Doc``. spaCy is imported on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from annotator.core.article import Article


def doc_from_article(vocab: Vocab, article: Article) -> tuple[Doc, tuple[int, ...]]:
    """Return a spaCy ``Doc`` of the article's fixed tokens, and the article token of each ``Doc`` token.

    ``doc.text`` equals ``article.text``. One blank between tokens is the ``Doc``'s own trailing blank; any
    other white space becomes a token, for which the second value holds -1. Sentence starts are set.
    """
    from spacy.tokens import Doc

    text, first_tokens = article.text, set(article.sentences)
    words: list[str] = []
    spaces: list[bool] = []
    token_of: list[int] = []
    position = 0
    for index, (start, end) in enumerate(zip(article.tokens.starts, article.tokens.ends, strict=True)):
        _add_gap(text[position:start], words, spaces, token_of)
        words.append(text[start:end])
        spaces.append(False)
        token_of.append(index)
        position = end
    _add_gap(text[position:], words, spaces, token_of)
    starts: list[bool | int | None] = [token in first_tokens for token in token_of]
    return Doc(vocab, words=words, spaces=spaces, sent_starts=starts or None), tuple(token_of)


def plain_doc(vocab: Vocab, article: Article, first: int, after: int) -> Doc:
    """Return the article's tokens ``[first, after)`` as a ``Doc`` of as many tokens.

    Any white space is one blank: a pipeline trained elsewhere has its own mind about tokens of white space,
    makes them heads and puts them into names. Sentence starts are set.
    """
    from spacy.tokens import Doc

    starts, ends = article.tokens.starts, article.tokens.ends
    first_tokens = set(article.sentences)
    follows = [*starts[first + 1 : after], ends[after - 1]]
    return Doc(
        vocab,
        words=[article.text[starts[i] : ends[i]] for i in range(first, after)],
        spaces=[ends[i] < follows[i - first] for i in range(first, after)],
        sent_starts=[i == first or i in first_tokens for i in range(first, after)],
    )


def _add_gap(gap: str, words: list[str], spaces: list[bool], token_of: list[int]) -> None:
    if gap and words and gap[0] == " ":
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)
        token_of.append(-1)
