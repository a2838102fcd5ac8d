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
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from annotator.core.text import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc



def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ABBREVIATIONS = _words(
    "abzgl. Bez. Bzgl. bzgl. Dir. Doz. Einw. Erg. ersch. Evtl. Forts. gegr. geb. gesch. gest. Ggf. Hptm. "
    "Hw. Jhs. Kap. Kfz. Komm. Lfd. lfd. Ltd. luth. Md. Mill. Min. Mrs. Ms. Msgr. Obb. Oblt. offiz. phil. "
    "Pl. Präs. Priv. Reg. resp. Rd. rd. Sek. Sen. Sog. St. städt. stv. Stv. techn. theol. Tsd. ugs. "
    "unbek. undat. urspr. usf. verh. Verf. Vgl. Vors. vorm. wg. Zit. zit. zw. Zz. zzt. K.o. k.o. o.ä. "
    "s.u. e.h. d.J. d.M. i.R. i.H.v. u.ä. m.a.W. d.i. v.H. z.Hd. n.a."
)
_NEVER_LAST = _words(
    "z. d. Dr. Prof. Dipl. Dipl.-Ing. Ing. Nr. St. Mr. Mrs. Ms. Hr. Hrn. Fr. Frl. Msgr. bzw. ca. vgl. "
    "Vgl. sog. Sog. z.B. z.b. d.h. u.U. Priv. Doz. Präs. rd. Rd. wg. zzgl. abzgl. inkl. incl. gegr. geb. "
    "lfd. Lfd. Hrsg. i.V. lt. bzgl. Bzgl. bspw. evtl. Evtl. ggf. Ggf. ggfs. stellv. stv. Abs. Bd. Vol."
)
_BEFORE_NUMBERS = _words("Art. Kap. Abschn. Ziff. Kl. Gr. Bl.")
_BEFORE_ORDINALS = _words("am beim das dem den der des die ihr ihre ihren sein seine seinen vom zum zur")
_STARTERS = _words(
    "Aber Ab Alle Allein Allerdings Alles Als Also Am An Andere Anders Angesichts Auch Auf Aufgrund Aus "
    "Außer Außerdem Bei Beide Beim Bereits Besonders Bis Bisher Bislang Da Dabei Dadurch Dafür Dagegen "
    "Daher Dahinter Damals Damit Danach Daneben Dann Daran Darauf Daraufhin Daraus Darin Darüber Darum "
    "Darunter Das Dass Davon Davor Dazu Dem Demnach Den Denen Dennoch Der Deren Derzeit Des Deshalb "
    "Dessen Deswegen Die Dies Diese Diesem Diesen Dieser Dieses Doch Dort Durch Ebenfalls Ebenso Ein Eine "
    "Einem Einen Einer Eines Einige Er Erst Es Etwa Etwas Falls Fast Ferner Für Ganz Gegen Gegenüber "
    "Gemeinsam Gestern Gleichzeitig Heute Hier Hierbei Hierzu Hinter Hinzu Ich Ihm Ihn Ihnen Ihr Ihre "
    "Ihrem Ihren Ihrer Im Immer In Infolge Ins Insgesamt Inzwischen Ist Ja Je Jede Jeder Jedes Jedoch "
    "Jene Jetzt Kein Keine Können Kurz Laut Man Manche Mehr Mehrere Mein Meine Mit Mittlerweile Morgen "
    "Nach Nachdem Nächste Neben Nicht Nichts Noch Nun Nur Ob Obwohl Oder Offenbar Ohne Rund Schließlich "
    "Schon Sehr Sei Sein Seine Seinem Seinen Seiner Seit Seitdem Seither Sie Sind So Sobald Sogar Solche "
    "Somit Sondern Sonst Sowohl Später Stattdessen Trotz Trotzdem Über Überdies Um Und Uns Unser Unsere "
    "Unter Viele Vielmehr Vom Von Vor Vorher Wann War Waren Warum Was Wegen Weil Weiter Weitere Weiterhin "
    "Weiterlesen Welche Wenn Wer Werden Wie Wieder Wir Wird Während Wo Wurde Wurden Zu Zudem Zuerst "
    "Zuletzt Zum Zumindest Zunächst Zur Zusammen Zuvor Zwar Zwischen"
)
_SMILEY = re.compile(r".*[()\[\]<>:;=^_¬].*|XDD?|[0Oo]\.[0Oo]|V\.V|8-?D|8-\)|\S*</?3+", re.DOTALL)
_MORE_INFIXES = (r"(?<=\w)[–—](?=\w)", r"(?<=\w)[\"“”«»‘’](?=-\w)", r"(?<=\w-)\)(?=\w)")
_ONE_TOKEN = re.compile(r"\d{4}-\d\d-\d\d|\w+[:*_](?:in|innen|r|n|m|s)(?:-\w[\w-]*)?|\w+\*\w+")
_PICTURE = (
    "[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
    "[\ufe0f\U0001f3fb-\U0001f3ff]*"
)
_EMOJI = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_PICTURE}(?:\u200d{_PICTURE})*")
_LAST_WORD = re.compile(r"""(\S*?)(\.{2,}|[.!?…]+)[)\]"'“”„«»›‹‘’]*$""")
_FIRST_WORD = re.compile(r"""["'“”„«»›‹‚‘(\[]*(\w+)?""")
_GLUED = re.compile(r"[a-zäöüß]{3}[.!?][“”\"»)]*(?=[A-ZÄÖÜ][a-zäöüß])")
_PLAIN = re.compile(r"([A-Za-zÄÖÜäöüß]+(?:-[A-Za-zÄÖÜäöüß]+)*(?<=[a-zäöüß][a-zäöüß]))([.,])?")
_CLOSERS = frozenset("“”)]»›’")
_CONTINUING = tuple(",;:.!?%/&+*")
_SPLIT_LONG = re.compile(r"\w{1,200}|[^\w\s]{1,200}")
_SPLIT_ENDLESS = re.compile(r"\S{1,200}")
_LONGEST_CHUNK = 400
_LONGEST_WORDS = 20_000
_MOST_PIECES = 300_000
_BATCH = 10_000
_ALWAYS_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


class _Ending(IntEnum):
    """What stands at the end of a chunk, as far as sentences go."""

    NOTHING = 0
    STOP = 1
    """A full stop, question or exclamation mark behind a word: ends a sentence before a capital letter."""
    NUMBER = 2
    """``2014.``, ``3:2.``: like STOP, and the full stop becomes a token of its own there."""
    ORDINAL = 3
    """``8.``, ``150.``: ends a sentence before a word that seldom has a capital letter otherwise."""
    ABBREVIATION = 4
    """``usw.``, ``J.``, a free-standing ellipsis: likewise."""
    NEVER = 5
    """``Dr.``, ``z.``: ends no sentence."""


class _Opening(IntEnum):
    """What a chunk begins with, as far as sentences go."""

    CONTINUES = 0
    CAPITAL = 1
    STARTER = 2


@dataclass(frozen=True, slots=True)
class _Piece:
    """How a chunk is cut: offsets within the chunk, and what it means for sentences."""

    cuts: tuple[tuple[int, int], ...]
    ending: _Ending
    opening: _Opening
    stop: int
    """Which token, counted from the end, ends in the full stop of a NUMBER or ORDINAL; 0 for none."""
    inner: int
    """Which token, counted from the end, begins a sentence within the chunk (``Ende.Danach``); 0 for none."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int
    chunks: list[str]


class _Draft:
    """Tokens and sentence starts while they are being found."""

    __slots__ = ("ends", "sentences", "starts")

    def __init__(self) -> None:
        self.starts = array("I")
        self.ends = array("I")
        self.sentences: list[int] = []

    def begin_sentence(self, last: _Piece | None) -> None:
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
        self._pieces: dict[str, _Piece] = {}

    def tokenize(self, text: str, *, breaks: Iterable[int] = ()) -> tuple[Tokens, array[int]]:
        """Return the tokens of ``text`` and the index of the first token of each sentence.

        Every code point that is not white space lies in exactly one token. A sentence also begins at the
        first token at or after each of ``breaks`` (code points), such as the starts of zones.
        """
        draft = _Draft()
        for blocks in _batches(text):
            self._learn({chunk for block in blocks for line in block for chunk in line.chunks})
            for block in blocks:
                draft.begin_sentence(None)
                self._block(block, draft)
        tokens = Tokens(draft.starts, draft.ends)
        starts = set(draft.sentences)
        starts.update(bisect_left(draft.starts, offset) for offset in breaks)
        starts.discard(len(tokens))
        return tokens, array("I", sorted(starts))

    def _block(self, block: Sequence[_Line], draft: _Draft) -> None:
        width = max(len(line.text.rstrip()) for line in block)
        last: _Piece | None = None
        for index, line in enumerate(block):
            if last is not None:
                opening = self._pieces[line.chunks[0]].opening
                before = block[index - 1]
                wrapped = not opening or _is_wrapped(before.text, line.chunks[0], width)
                if not wrapped or self._ends(before.chunks, len(before.chunks) - 1, opening):
                    draft.begin_sentence(last)
            last = self._line(line, draft)
        draft.begin_sentence(last)

    def _line(self, line: _Line, draft: _Draft) -> _Piece:
        pieces, chunks, text = self._pieces, line.chunks, line.text
        starts, ends = draft.starts, draft.ends
        position = 0
        last: _Piece | None = None
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

    def _ends(self, chunks: Sequence[str], index: int, opening: _Opening) -> bool:
        """Tell whether a sentence ends behind ``chunks[index]`` when ``opening`` follows."""
        ending = self._pieces[chunks[index]].ending
        if ending is _Ending.NUMBER and index and chunks[index - 1].lower() in _BEFORE_ORDINALS:
            return opening is _Opening.STARTER
        if ending in (_Ending.STOP, _Ending.NUMBER):
            return opening is not _Opening.CONTINUES
        if ending in (_Ending.ORDINAL, _Ending.ABBREVIATION):
            return opening is _Opening.STARTER and not (index and chunks[index - 1] in ("z.", "d.", "i."))
        return False

    def _learn(self, chunks: set[str]) -> None:
        missing = chunks.difference(self._pieces)
        if not missing:
            return
        if len(self._pieces) > _MOST_PIECES:
            self._pieces.clear()
            missing = chunks
        unknown = [chunk for chunk in missing if not self._learn_plain(chunk)]
        special = {c for c in unknown if len(c) > _LONGEST_CHUNK or (not c.isascii() and _EMOJI.search(c))}
        others = [chunk for chunk in unknown if chunk not in special]
        for chunk, cuts in zip(others, self._cut_by_rules(others), strict=True):
            self._pieces[chunk] = _piece(chunk, cuts)
        for chunk in special:
            self._pieces[chunk] = _piece(chunk, tuple(self._cut_special(chunk)))

    def _learn_plain(self, chunk: str) -> bool:
        """Learn a word, alone or with a comma or full stop, that no rule of spaCy's treats specially."""
        match = _PLAIN.fullmatch(chunk)
        if match is None or chunk in self._special_cases():
            return False
        word, mark = match.groups()
        if word in self._rules:
            return False
        ending = _Ending.NOTHING
        if mark == ".":
            ending = _Ending.ABBREVIATION if chunk in _BEFORE_NUMBERS else _Ending.STOP
        self._pieces[chunk] = _plain_piece(len(word), mark is not None, ending, _opening_of(word))
        return True

    def _special_cases(self) -> frozenset[str]:
        if self._spacy is None:
            self._spacy, self._rules = _spacy_tokenizer()
        return self._rules

    def _cut_by_rules(self, chunks: Sequence[str]) -> Iterator[tuple[tuple[int, int], ...]]:
        """Cut many chunks in one call of spaCy's."""
        if self._spacy is None:
            self._spacy, self._rules = _spacy_tokenizer()
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
        if len(chunk) > _LONGEST_CHUNK:
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


def _spacy_tokenizer() -> tuple[Callable[[str], Doc], frozenset[str]]:
    """Return spaCy's German tokenizer with our rules, and its special cases.

    Its vocabulary is a bare one: the lexical attributes that ``blank("de")`` computes for each new word take
    longer than cutting it, and nobody asks for them here.
    """
    from spacy.lang.de import German
    from spacy.tokenizer import Tokenizer as SpacyTokenizer  # type: ignore[import-not-found]
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
    from spacy.vocab import Vocab

    defaults = German.Defaults
    rules: dict[str, Any] = dict(defaults.tokenizer_exceptions)
    rules = {word: cut for word, cut in rules.items() if word.isspace() or not _SMILEY.fullmatch(word)}
    rules.update((word, [{"ORTH": word}]) for word in _ABBREVIATIONS)
    tokenizer = SpacyTokenizer(
        Vocab(),
        rules=rules,
        prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
        suffix_search=compile_suffix_regex((*(defaults.suffixes or ()), r"(?<=[€$£%‰°²³])\.")).search,
        infix_finditer=compile_infix_regex((*(defaults.infixes or ()), *_MORE_INFIXES)).finditer,
        token_match=_ONE_TOKEN.fullmatch,
        url_match=defaults.url_match,
    )
    return cast("Callable[[str], Doc]", tokenizer), frozenset(rules)


@lru_cache(maxsize=4096)
def _plain_piece(length: int, marked: bool, ending: _Ending, opening: _Opening) -> _Piece:
    cuts = ((0, length), (length, length + 1)) if marked else ((0, length),)
    return _Piece(cuts, ending, opening, 0, 0)


def _piece(chunk: str, cuts: tuple[tuple[int, int], ...]) -> _Piece:
    if len(chunk) > _LONGEST_CHUNK:
        return _Piece(cuts, _Ending.NOTHING, _opening(chunk[:_LONGEST_CHUNK]), 0, 0)
    ending, stop = _ending(chunk, cuts)
    glued = _GLUED.search(chunk)
    inner = sum(start >= glued.end() for start, _ in cuts) if glued else 0
    return _Piece(cuts, ending, _opening(chunk), stop, inner)


def _ending(chunk: str, cuts: Sequence[tuple[int, int]]) -> tuple[_Ending, int]:
    match = _LAST_WORD.match(chunk)
    if match is None or not match[0]:
        return _Ending.NOTHING, 0
    if not any(map(str.isalnum, match[1])):
        return (_Ending.ABBREVIATION if match[2] in ("...", "…") else _Ending.NOTHING), 0
    if match[2] != ".":
        return _Ending.STOP, 0
    stop = next(i for i in range(1, len(cuts) + 1) if cuts[-i][0] < match.end(2))
    word = chunk[slice(*cuts[-stop])]
    if word == ".":
        return (_Ending.ABBREVIATION if chunk in _BEFORE_NUMBERS else _Ending.STOP), 0
    if word in _NEVER_LAST:
        return _Ending.NEVER, 0
    if not word[0].isdigit() and not word[-2].isdigit():
        return (_Ending.ABBREVIATION if word.endswith(".") else _Ending.STOP), 0
    ordinal = re.fullmatch(r"\d{1,3}\.|\d\d?\.\d\d?\.", word)
    return (_Ending.ORDINAL if ordinal else _Ending.NUMBER), stop


def _opening(chunk: str) -> _Opening:
    match = _FIRST_WORD.match(chunk)
    assert match is not None, "the pattern matches the empty string"
    word = match[1]
    if word is None:
        continues = all(c in _CLOSERS for c in chunk) or chunk[match.end() :].startswith(_CONTINUING)
        return _Opening.CONTINUES if continues else _Opening.CAPITAL
    return _opening_of(word)


def _opening_of(word: str) -> _Opening:
    if word in _STARTERS:
        return _Opening.STARTER
    if word[0].islower() and not word[1:2].isupper():
        return _Opening.CONTINUES
    return _Opening.CAPITAL


def _batches(text: str) -> Iterator[list[list[_Line]]]:
    """Yield blocks, many together: spaCy is asked once for each batch."""
    batch: list[list[_Line]] = []
    size = 0
    for block in _blocks(text):
        batch.append(block)
        size += sum(len(line.chunks) for line in block)
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Yield runs of lines between paragraph breaks (blank lines, U+2028 and the like)."""
    block: list[_Line] = []
    start = 0
    for line in text.splitlines(keepends=True):
        chunks = line.split()
        if chunks:
            block.append(_Line(line, start, chunks))
        if block and (not chunks or _ALWAYS_BREAKS.match(line[-1])):
            yield block
            block = []
        start += len(line)
    if block:
        yield block


def _is_wrapped(line: str, next_word: str, width: int) -> bool:
    """Tell whether a line ends only because the next word had no room in a column of ``width``."""
    return 50 <= width <= 120 and len(line.rstrip()) + 1 + len(next_word) > width
