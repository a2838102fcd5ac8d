"""The canvas at three sizes, against a QTextEdit whose highlighter colours the same spans in the same run.

Run with ``QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.bench_canvas``. Figures are milliseconds,
until the frame is painted. "Key" is one decision as the window makes it: the state with the decision in it is
made (``AnnotationState.apply``), shown by its effect, the focus goes to the next suggestion. The QTextEdit
has neither arcs nor chips, and its "key" only gives one span another format.

The QTextEdit opens in two ways: it gets the text and then the spans, as the canvas does and as every new set
of annotations must be shown; or its highlighter knows the spans before there is a text, which happens once.
"""

from __future__ import annotations

import random
import re
import time
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median, quantiles
from typing import Any

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from annotator.core.annotation import Mention, Origin, Provenance, Relation, Status
from annotator.core.article import Article, Zone, ZoneKind, article_id
from annotator.core.change import Change, MentionChange, effect_of
from annotator.core.ids import MentionId, RelationId, derived_id, text_sha256
from annotator.core.resources import resource
from annotator.core.scheme import Scheme
from annotator.core.state import AnnotationState, Layered, Order, overlay
from annotator.core.text import Span, Tokens
from annotator.formats.scheme_yaml import read_scheme
from annotator.gui.canvas.view import CanvasView

WIDTH, HEIGHT = 832, 768
KEYS = 300
SCROLLS = 200
OPENINGS = 5
WORDS = [
    *("Ämter", "Bürger", "Förderung", "Gemeinderat", "Hafen", "Häuser", "Kläranlage", "Küste", "Landrätin"),
    *("Löschzug", "Mühle", "Öffnung", "Pläne", "Prüfung", "Straße", "Süden", "Übung", "Verkehr", "Vorschlag"),
    *("Wähler", "ab", "allerdings", "als", "am", "auch", "auf", "aus", "bei", "beschließt", "das", "dass"),
    *(
        "der",
        "die",
        "eine",
        "für",
        "gegen",
        "gestern",
        "heißt",
        "im",
        "in",
        "ist",
        "kündigte",
        "lange",
        "mit",
    ),
    *(
        "nach",
        "nicht",
        "noch",
        "schließlich",
        "seit",
        "sich",
        "soll",
        "später",
        "teilte",
        "über",
        "um",
        "und",
    ),
    *("unter", "von", "vor", "während", "weiter", "wie", "wird", "zum", "zunächst", "zwei", "🚲"),
]
PROVENANCE = Provenance(Origin.RULE, "pretagger", "annotator", "1", 0.8)


@dataclass(frozen=True)
class Size:
    """How large an article is to be."""

    name: str
    letters: int
    spans: int
    arcs: int


SIZES = (
    Size("5 kB, 60 spans", 5_000, 60, 20),
    Size("100 kB, 3,000 spans, 1,000 arcs", 100_000, 3_000, 1_000),
    Size("1 MB, 50,000 spans, 10,000 arcs", 1_000_000, 50_000, 10_000),
)


@dataclass(frozen=True)
class Figures:
    """What was measured of one widget at one size, in milliseconds; without keys and scrolling, 0."""

    opening: float
    scroll: float = 0.0
    scroll_95: float = 0.0
    key: float = 0.0
    key_95: float = 0.0


def make_text(letters: int, rng: random.Random) -> str:
    """Return paragraphs of three to seven sentences."""
    paragraphs, length = [], 0
    while length < letters:
        sentences = []
        for _ in range(rng.randint(3, 7)):
            words = " ".join(rng.choice(WORDS) for _ in range(rng.randint(8, 20)))
            sentences.append(words[0].upper() + words[1:] + ".")
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)


def make_article(size: Size, rng: random.Random) -> Article:
    """Return an article of body text."""
    text = make_text(size.letters, rng)
    found = list(re.finditer(r"[\wäöüÄÖÜß]+|[^\w\s]", text))
    starts = [0] + [i + 1 for i, m in enumerate(found[:-1]) if m.group() == "."]
    return Article(
        id=article_id(text),
        name=size.name,
        text=text,
        sha256=text_sha256(text),
        title=size.name,
        outlet="",
        published_on=date(2024, 3, 14),
        url="",
        tokens=Tokens((m.start() for m in found), (m.end() for m in found)),
        sentences=array("I", starts),
        zones=(Zone(0, len(text), ZoneKind.BODY),),
    )


def make_layer(article: Article, scheme: Scheme, size: Size, rng: random.Random) -> Layered:
    """Return suggestions, half of them accepted, every fifth around the one before it, and arcs nearby."""
    labels = [(layer.name, label.name) for layer, label in scheme.labels()]
    chosen = sorted(rng.sample(range(len(article.tokens) - 4), size.spans))
    mentions: list[Mention] = []
    for index, token in enumerate(chosen):
        layer, label = rng.choice(labels)
        first = chosen[index - 1] if index % 5 == 0 and index else token
        last = token + rng.randint(0, 1)
        if last - first > 8:
            first = token
        span = Span(article.tokens.starts[first], article.tokens.ends[last])
        mention_id = MentionId(derived_id(article.id, layer, label, span.start, span.end, index))
        status = Status.SUGGESTED if rng.random() < 0.5 else Status.ACCEPTED
        mentions.append(Mention(mention_id, layer, label, (span,), (), status, PROVENANCE))
    relations = {r.id: r for r in make_relations(mentions, size.arcs, rng)}
    return Layered({m.id: m for m in mentions}, relations)


def make_relations(mentions: Sequence[Mention], count: int, rng: random.Random) -> Iterator[Relation]:
    """Yield relations between mentions at most six apart."""
    for index in range(count):
        head = rng.randrange(len(mentions) - 7)
        tail = mentions[head + rng.randint(1, 6)]
        relation_id = RelationId(derived_id("relation", index))
        yield Relation(relation_id, "Sprecher", mentions[head].id, tail.id, (), Status.SUGGESTED, PROVENANCE)


def milliseconds(action: Callable[[], Any]) -> float:
    """Return how long ``action`` and the painting that it causes take."""
    begin = time.perf_counter()
    action()
    QApplication.processEvents()
    return (time.perf_counter() - begin) * 1e3


def percentile_95(values: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(values, n=20)[-1]


def scroll_times(widget: CanvasView | QTextEdit) -> list[float]:
    """Scroll from the middle in steps of a wheel's notch, each fifth a page, turning round at the ends."""
    bar = widget.verticalScrollBar()
    milliseconds(lambda: bar.setValue(bar.maximum() // 2))
    times, sign = [], 1
    for step in range(SCROLLS):
        if bar.value() >= bar.maximum() or step % 40 == 39:
            sign = -1
        elif bar.value() <= 0 or step % 40 == 0:
            sign = 1
        target = bar.value() + sign * (HEIGHT if step % 5 == 4 else 96)
        times.append(milliseconds(lambda t=target: bar.setValue(t)))  # type: ignore[misc]
    return times


def next_suggested(state: AnnotationState, behind: Order) -> Mention | None:
    """Return the first mention behind a place that waits for a decision."""
    for index in range(bisect_right(state.order, behind), len(state.order)):
        mention = state.mentions[MentionId(state.order[index][2])]
        if mention.status is Status.SUGGESTED:
            return mention
    return None


class Decider:
    """Accepts, relabels and takes back as a person with the keyboard does."""

    def __init__(self, canvas: CanvasView, state: AnnotationState, scheme: Scheme) -> None:
        self.canvas = canvas
        self.state = state
        self.labels = [(layer.name, label.name) for layer, label in scheme.labels()]

    def go_to(self, offset: int) -> None:
        """Focus the first suggestion behind ``offset``."""
        following = next_suggested(self.state, (offset, 0, ""))
        self.canvas.set_focus_item(following.id if following else None)

    def decide(self, step: int) -> None:
        """Accept what has the focus (each seventh time under another label) and go to the next one."""
        mention = self.state.mentions[MentionId(str(self.canvas.focus_item))]
        layer, label = (
            self.labels[step % len(self.labels)] if step % 7 == 6 else (mention.layer, mention.label)
        )
        decided = replace(mention, status=Status.ACCEPTED, layer=layer, label=label)
        changes: tuple[Change, ...] = (MentionChange(mention, decided),)
        self.state = self.state.apply(changes, revision=self.state.revision + 1)
        self.canvas.set_state(self.state, effect_of(changes))
        following = next_suggested(self.state, decided.order)
        self.canvas.set_focus_item(following.id if following else None)


def measure_canvas(article: Article, scheme: Scheme, state: AnnotationState, *, open_only: bool) -> Figures:
    """Measure the canvas."""
    canvas = CanvasView()
    canvas.resize(WIDTH, HEIGHT)
    canvas.show()
    QApplication.processEvents()

    def opening() -> None:
        canvas.set_document(article, scheme, "de")
        canvas.set_state(state)

    opened = milliseconds(opening)
    if open_only:
        canvas.close()
        return Figures(opened)
    scrolls = scroll_times(canvas)
    decider = Decider(canvas, state, scheme)
    keys: list[float] = []
    rng = random.Random(11)
    for step in range(KEYS):
        if step % 15 == 0:
            decider.go_to(rng.randrange(max(1, len(article.text) * 3 // 4)))
            QApplication.processEvents()
        if canvas.focus_item is None:
            decider.state = state
            canvas.set_state(state)
            decider.go_to(0)
            QApplication.processEvents()
        keys.append(milliseconds(lambda s=step: decider.decide(s)))  # type: ignore[misc]
    canvas.close()
    return Figures(opened, median(scrolls), percentile_95(scrolls), median(keys), percentile_95(keys))


class SpanHighlighter(QSyntaxHighlighter):
    """Gives every span of a block its colour as ground."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit.document())
        self.spans: list[tuple[int, int, str]] = []
        self._formats: dict[str, QTextCharFormat] = {}
        self._longest = 0

    def take(self, spans: list[tuple[int, int, str]]) -> None:
        """Take the spans to be shown."""
        self.spans = spans
        self._formats = {colour: self._format(colour) for colour in {s[2] for s in spans}}
        self._longest = max(end - start for start, end, _ in spans)

    def _format(self, colour: str) -> QTextCharFormat:
        shown = QTextCharFormat()
        shown.setBackground(QColor(colour))
        return shown

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        """Format one block."""
        begin = self.currentBlock().position()
        index = bisect_left(self.spans, (begin - self._longest, 0, ""))
        while index < len(self.spans) and self.spans[index][0] < begin + len(text):
            start, end, colour = self.spans[index]
            if end > begin:
                first = max(start - begin, 0)
                self.setFormat(first, end - begin - first, self._formats[colour])
            index += 1


def utf16_spans(article: Article, state: AnnotationState, scheme: Scheme) -> list[tuple[int, int, str]]:
    """Return the spans as a QTextDocument counts them."""
    wide = [match.start() for match in re.finditer("[\U00010000-\U0010ffff]", article.text)]
    shift: Callable[[int], int] = lambda offset: offset + bisect_left(wide, offset)  # noqa: E731
    spans = []
    for mention in state.visible_mentions():
        label = scheme.label(mention.layer, mention.label)
        assert label is not None
        spans.append((shift(mention.start), shift(mention.end), label.colours.light))
    return sorted(spans)


def measure_edit(article: Article, scheme: Scheme, state: AnnotationState, *, open_only: bool) -> Figures:
    """Measure a QTextEdit with a highlighter that gets the spans after the text."""
    edit, highlighter = shown_edit()
    spans = utf16_spans(article, state, scheme)

    def opening() -> None:
        edit.setPlainText(article.text)
        highlighter.take(spans)
        highlighter.rehighlight()

    opened = milliseconds(opening)
    if open_only:
        edit.close()
        return Figures(opened)
    scrolls = scroll_times(edit)
    colours = sorted({span[2] for span in spans})
    keys: list[float] = []
    rng = random.Random(11)
    index = 0
    for step in range(KEYS):
        index = rng.randrange(max(1, len(spans) * 3 // 4)) if step % 15 == 0 else (index + 1) % len(spans)
        colour = colours[step % len(colours)]
        keys.append(milliseconds(lambda i=index, c=colour: recolour(edit, highlighter, i, c)))  # type: ignore[misc]
    edit.close()
    return Figures(opened, median(scrolls), percentile_95(scrolls), median(keys), percentile_95(keys))


def shown_edit() -> tuple[QTextEdit, SpanHighlighter]:
    """Return an empty QTextEdit on the screen with its highlighter."""
    edit = QTextEdit()
    edit.resize(WIDTH, HEIGHT)
    edit.show()
    highlighter = SpanHighlighter(edit)
    QApplication.processEvents()
    return edit, highlighter


def measure_edit_spans_first(
    article: Article, scheme: Scheme, state: AnnotationState, *, open_only: bool
) -> Figures:
    """Measure how a QTextEdit opens whose highlighter knows the spans before there is a text."""
    edit, highlighter = shown_edit()
    highlighter.take(utf16_spans(article, state, scheme))
    QApplication.processEvents()
    opened = milliseconds(lambda: edit.setPlainText(article.text))
    edit.close()
    return Figures(opened)


def recolour(edit: QTextEdit, highlighter: SpanHighlighter, index: int, colour: str) -> None:
    """Give one span another colour and put the cursor there."""
    start, end, _ = highlighter.spans[index]
    highlighter.spans[index] = (start, end, colour)
    highlighter.rehighlightBlock(edit.document().findBlock(start))
    cursor = QTextCursor(edit.document())
    cursor.setPosition(start)
    edit.setTextCursor(cursor)


WIDGETS: dict[str, Callable[..., Figures]] = {
    "canvas": measure_canvas,
    "QTextEdit": measure_edit,
    "QTextEdit, spans first": measure_edit_spans_first,
}


def measured(name: str, article: Article, scheme: Scheme, state: AnnotationState) -> Figures:
    """Return the figures of one full run, with the median of several openings."""
    measure = WIDGETS[name]
    openings = [measure(article, scheme, state, open_only=True).opening for _ in range(OPENINGS)]
    return replace(measure(article, scheme, state, open_only=False), opening=median(openings))


def row(size: Size, name: str, figures: Figures) -> str:
    """Return a row of the table."""
    values = (figures.opening, figures.scroll, figures.scroll_95, figures.key, figures.key_95)
    return f"| {size.name} | {name} | " + " | ".join(f"{v:.1f}" if v else "" for v in values) + " |"


def main() -> None:
    """Measure all sizes and print a Markdown table and the ratios."""
    application = QApplication.instance() or QApplication([])
    scheme = read_scheme(resource("schemes", "nachrichten.yaml").read_text("utf-8"), name="nachrichten.yaml")
    print("| Article | Widget | Open | Scroll (median) | Scroll (p95) | Key (median) | Key (p95) |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    found: dict[tuple[str, str], Figures] = {}
    for size in SIZES:
        rng = random.Random(7)
        article = make_article(size, rng)
        state = overlay(Layered(), make_layer(article, scheme, size, rng), zones=article.zones)
        for name in WIDGETS:
            found[size.name, name] = measured(name, article, scheme, state)
            print(row(size, name, found[size.name, name]))
    print()
    small, large = SIZES[0].name, SIZES[-1].name
    canvas = found[large, "canvas"]
    for name in list(WIDGETS)[1:]:
        times = found[large, name].opening / canvas.opening
        print(f"- 1 MB opens {times:.1f} times faster than in the {name}.")
    ratio = canvas.key_95 / found[small, "canvas"].key_95
    print(f"- Key to painted frame, 95th percentile: at 1 MB {ratio:.1f} times that at 5 kB.")
    application.processEvents()


if __name__ == "__main__":
    main()
