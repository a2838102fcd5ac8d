"""Examples in a scheme: sentences in which ``[[`` and ``]]`` stand around the annotated words."""

from __future__ import annotations

import re

from annotator.core.text import Span

_BRACKETS = re.compile(r"\[\[|\]\]")


def marked(example: str) -> tuple[str, tuple[Span, ...]] | None:
    """Return the plain text and the marked stretches (code points into it), by start, the outer one first.

    Marks may be nested: ``der [[FC [[Bayern]]]]``. ``None`` if they do not pair up or mark nothing.
    """
    text, end, spans, opened = "", 0, [], []
    for bracket in _BRACKETS.finditer(example):
        text, end = text + example[end : bracket.start()], bracket.end()
        if bracket.group() == "[[":
            opened.append(len(text))
        elif not opened or opened[-1] == len(text):
            return None
        else:
            spans.append(Span(opened.pop(), len(text)))
    if opened or not spans:
        return None
    return text + example[end:], tuple(sorted(spans, key=lambda span: (span.start, -span.end)))
