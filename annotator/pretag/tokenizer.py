"""Tokens and sentences of German news text, fixed once at import.

spaCy's German rules cut each chunk between blanks; what they cut badly in news (dates, emoji, quotation marks
in compounds, smileys such as ``8)``) is set right here. A chunk is cut the same way wherever it stands, so
its tokens are remembered, and plain words are not shown to spaCy, whose answer is known: three times faster.
spaCy is imported on first use.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.core.text import Tokens
from annotator.pretag.tokenizer_lines import Line, batches, is_wrapped
from annotator.pretag.tokenizer_pieces import (
    LONGEST_CHUNK,
    Ending,
    Opening,
    Piece,
    opening_of,
    piece_of,
    plain_piece,
)
from annotator.pretag.tokenizer_rules import spacy_tokenizer
from annotator.pretag.tokenizer_words import BEFORE_NUMBERS, BEFORE_ORDINALS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PICTURE = (
    "[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
    "[\ufe0f\U0001f3fb-\U0001f3ff]*"
)
_EMOJI = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_PICTURE}(?:\u200d{_PICTURE})*")
_PLAIN = re.compile(r"([A-Za-zÄÖÜäöüß]+(?:-[A-Za-zÄÖÜäöüß]+)*(?<=[a-zäöüß][a-zäöüß]))([.,])?")
_SPLIT_LONG = re.compile(r"\w{1,200}|[^\w\s]{1,200}")
_SPLIT_ENDLESS = re.compile(r"\S{1,200}")
_LONGEST_WORDS = 20_000
_MOST_PIECES = 300_000


class _Draft:
    """Tokens and sentence starts while they are being found."""

    __slots__ = ("ends", "sentences", "starts")

    def __init__(self) -> None:
        self.starts = array("I")
        self.ends = array("I")
        self.sentences: list[int] = []

    def begin_sentence(self, last: Piece | None) -> None:
        """Begin a sentence behind ``last``; the full stop of a number there becomes a token."""
        if last is not None and last.stop and self.starts:
            index = len(self.starts) - last.stop
            middle = self.ends[index] - 1
            self.starts.insert(index + 1, middle)
            self.ends.insert(index, middle)
        if not self.sentences or self.sentences[-1] != len(self.starts):
            self.sentences.append(len(self.starts))


class Tokenizer:
    """Cuts German text into tokens and sentences. Not thread-safe; make one per thread."""

    def __init__(self) -> None:
        self._spacy: Callable[[str], Doc] | None = None
        self._rules: frozenset[str] = frozenset()
        self._pieces: dict[str, Piece] = {}

    def tokenize(self, text: str, *, breaks: Iterable[int] = ()) -> tuple[Tokens, array[int]]:
        """Return the tokens of ``text`` and the index of the first token of each sentence.

        Every code point that is not white space lies in exactly one token. A sentence also begins at the
        first token at or after each of ``breaks`` (code points), such as the starts of zones.
        """
        draft = _Draft()
        for blocks in batches(text):
            self._learn({chunk for block in blocks for line in block for chunk in line.chunks})
            for block in blocks:
                draft.begin_sentence(None)
                self._block(block, draft)
        tokens = Tokens(draft.starts, draft.ends)
        starts = set(draft.sentences)
        starts.update(bisect_left(draft.starts, offset) for offset in breaks)
        starts.discard(len(tokens))
        return tokens, array("I", sorted(starts))

    def _block(self, block: Sequence[Line], draft: _Draft) -> None:
        width = max(len(line.text.rstrip()) for line in block)
        last: Piece | None = None
        for index, line in enumerate(block):
            if last is not None:
                opening = self._pieces[line.chunks[0]].opening
                before = block[index - 1]
                wrapped = not opening or is_wrapped(before.text, line.chunks[0], width)
                if not wrapped or self._ends(before.chunks, len(before.chunks) - 1, opening):
                    draft.begin_sentence(last)
            last = self._line(line, draft)
        draft.begin_sentence(last)

    def _line(self, line: Line, draft: _Draft) -> Piece:
        pieces, chunks, text = self._pieces, line.chunks, line.text
        starts, ends = draft.starts, draft.ends
        position = 0
        last: Piece | None = None
        for index, chunk in enumerate(chunks):
            piece = pieces[chunk]
            if last is not None and last.ending and self._ends(chunks, index - 1, piece.opening):
                draft.begin_sentence(last)
            position = text.find(chunk, position)
            base = line.start + position
            position += len(chunk)
            for start, end in piece.cuts:
                starts.append(base + start)
                ends.append(base + end)
            if piece.inner:
                draft.sentences.append(len(starts) - piece.inner)
            last = piece
        assert last is not None, "a line has chunks"
        return last

    def _ends(self, chunks: Sequence[str], index: int, opening: Opening) -> bool:
        """Tell whether a sentence ends behind ``chunks[index]`` when ``opening`` follows."""
        ending = self._pieces[chunks[index]].ending
        if ending is Ending.NUMBER and index and chunks[index - 1].lower() in BEFORE_ORDINALS:
            return opening is Opening.STARTER
        if ending in (Ending.STOP, Ending.NUMBER):
            return opening is not Opening.CONTINUES
        if ending in (Ending.ORDINAL, Ending.ABBREVIATION):
            return opening is Opening.STARTER and not (index and chunks[index - 1] in ("z.", "d.", "i."))
        return False

    def _learn(self, chunks: set[str]) -> None:
        missing = chunks.difference(self._pieces)
        if not missing:
            return
        if len(self._pieces) > _MOST_PIECES:
            self._pieces.clear()
            missing = chunks
        unknown = [chunk for chunk in missing if not self._learn_plain(chunk)]
        special = {c for c in unknown if len(c) > LONGEST_CHUNK or (not c.isascii() and _EMOJI.search(c))}
        others = [chunk for chunk in unknown if chunk not in special]
        for chunk, cuts in zip(others, self._cut_by_rules(others), strict=True):
            self._pieces[chunk] = piece_of(chunk, cuts)
        for chunk in special:
            self._pieces[chunk] = piece_of(chunk, tuple(self._cut_special(chunk)))

    def _learn_plain(self, chunk: str) -> bool:
        """Learn a word, alone or with a comma or full stop, that no rule of spaCy's treats specially."""
        match = _PLAIN.fullmatch(chunk)
        if match is None or chunk in self._special_cases():
            return False
        word, mark = match.groups()
        if word in self._rules:
            return False
        ending = Ending.NOTHING
        if mark == ".":
            ending = Ending.ABBREVIATION if chunk in BEFORE_NUMBERS else Ending.STOP
        self._pieces[chunk] = plain_piece(len(word), mark is not None, ending, opening_of(word))
        return True

    def _special_cases(self) -> frozenset[str]:
        if self._spacy is None:
            self._spacy, self._rules = spacy_tokenizer()
        return self._rules

    def _cut_by_rules(self, chunks: Sequence[str]) -> Iterator[tuple[tuple[int, int], ...]]:
        """Cut many chunks in one call of spaCy's."""
        if self._spacy is None:
            self._spacy, self._rules = spacy_tokenizer()
        doc = self._spacy(" ".join(chunks))
        cuts = iter([(token.idx, token.idx + len(token)) for token in doc])
        base = 0
        for chunk in chunks:
            found: list[tuple[int, int]] = []
            while not found or found[-1][1] < len(chunk):
                first, after = next(cuts)
                found.append((first - base, after - base))
            yield tuple(found)
            base += len(chunk) + 1

    def _cut_special(self, chunk: str) -> Iterator[tuple[int, int]]:
        """Cut a chunk with emoji, or one so long that spaCy's patterns would take minutes."""
        if len(chunk) > LONGEST_CHUNK:
            pattern = _SPLIT_LONG if len(chunk) <= _LONGEST_WORDS else _SPLIT_ENDLESS
            yield from (match.span() for match in pattern.finditer(chunk))
            return
        position = 0
        for match in _EMOJI.finditer(chunk):
            yield from self._cut_between(chunk[position : match.start()], position)
            yield match.span()
            position = match.end()
        yield from self._cut_between(chunk[position:], position)

    def _cut_between(self, part: str, base: int) -> Iterator[tuple[int, int]]:
        if part:
            yield from ((base + start, base + end) for start, end in next(self._cut_by_rules([part])))
