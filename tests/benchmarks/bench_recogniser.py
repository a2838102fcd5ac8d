"""Speed of the recogniser on one core, against a baseline of the same run: a plain look at each token."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

from annotator.pretag.recogniser import Recogniser
from annotator.pretag.recogniser_model import load_model
from annotator.pretag.tokenizer import Tokenizer

_NEWS = Path(__file__).parents[2] / ".." / "shared" / "corpora" / "wikinews" / "wikinews_699.jsonl"
_ARTICLES = 400


def _sentences(text: str, tokenizer: Tokenizer) -> list[list[str]]:
    tokens, starts = tokenizer.tokenize(text)
    words = [text[token.start : token.end] for token in tokens]
    return [words[a:b] for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def main() -> None:
    """Print the figures."""
    lines = _NEWS.read_text(encoding="utf-8").split("\n")
    texts = [json.loads(line)["text"] for line in lines if line][:_ARTICLES]
    tokenizer = Tokenizer()
    articles = [_sentences(text, tokenizer) for text in texts]
    count = sum(len(words) for article in articles for words in article)
    loading = _seconds(load_model)
    recogniser = Recogniser(load_model())
    cold = _seconds(lambda: [recogniser.names(article) for article in articles])
    warm = _seconds(lambda: [recogniser.names(article) for article in articles])
    plain = _seconds(lambda: [[w.lower()[-3:] for s in article for w in s] for article in articles])
    print(f"model loaded in {loading:.2f} s")
    print(f"{count} tokens: first run {count / cold:,.0f} tokens/s, again {count / warm:,.0f} tokens/s")
    print(f"first run against a look at each token: {cold / plain:.0f} times as long")


if __name__ == "__main__":
    main()
