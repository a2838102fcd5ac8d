"""The versions of the current item side by side; what differs stands on the warning ground."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from annotator.core.annotation import Cluster, Mention, Origin, Relation
from annotator.core.collation import collated
from annotator.core.scheme import Attribute, Scheme
from annotator.gui.i18n import Language, mark, tr
from annotator.gui.look import Look
from annotator.gui.review.display import ADDED_LETTER
from annotator.gui.review.ends import ends_words
from annotator.gui.review.letters import letter_label
from annotator.gui.review.words import relation_name
from annotator.gui.widgets.fields import row
from annotator.gui.widgets.labels import ElidedLabel, label
from annotator.review.item import ClusterItem, Item, RelationItem, SpanItem
from annotator.services.reviewing_added import is_added
from annotator.services.reviewing_queue import ArticleReview
from annotator.services.reviewing_values import GOLD

NOTHING = "–"
_BREAK = "\u200b"
_HYPHENED = re.compile(r"[^-]*-+|[^-]+")
_LONG, _PIECE = 11, 8
"""Code points: longer words than the first may break after every so many."""


_LARGE = 1.4
"""The scale of the look from which on text is large."""


class Comparison(QWidget):
    """A grid of plain-text labels: a column for each annotator, a row for each thing compared."""

    def __init__(self, look: Look, scheme: Scheme, language: Language) -> None:
        super().__init__()
        self._look = look
        self._scheme = scheme
        self._language = language
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(1)
        self.table: list[tuple[str, tuple[str, ...]]] = []

    def show_item(self, review: ArticleReview, item: Item, letters: dict[str, str], *, hidden: bool) -> None:
        """Compare the versions of an item."""
        while (taken := self._grid.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if is_added(item):
            letters, hidden = {GOLD: ADDED_LETTER}, True
        names = list(letters)
        self.table = [(tr(title), cells) for title, cells in self._rows(review, item, names)]
        for column, name in enumerate(names, start=1):
            made = letter_label(self._look, letters[name], column - 1, "" if hidden else name)
            who = QWidget()
            who.setLayout(row(made, ElidedLabel(self._look, "" if hidden else name), spacing=6))
            who.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._grid.addWidget(who, 0, column)
            self._grid.setColumnStretch(column, 1)
        # Large text leaves no room for titles beside what is compared: they stand above it.
        above = self._look.scale > _LARGE
        for number, (title, cells) in enumerate(self.table):
            line = 2 * number + 1
            span = len(names) + 1 if above else 1
            self._grid.addWidget(self._cell(title, role="secondary"), line, 0, 1, span)
            usual = max(set(cells), key=cells.count)
            for column, text in enumerate(cells, start=1):
                self._grid.addWidget(self._cell(text, differs=text != usual), line + above, column)

    # Cells -----------------------------------------------------------------------------------------------

    def _cell(self, text: str, *, role: str = "", differs: bool = False) -> QLabel:
        made = label(self._look, _breakable(text, self._look.scale), role=role, wrap=not role)
        made.setAccessibleName(text)
        if not role:
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        px = self._look.px
        made.setContentsMargins(px(6) if not role else 0, px(5), px(6), px(5))
        made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        if differs:
            made.setStyleSheet(f"background: {self._look.theme.warning_ground};")
            made.setProperty("differs", "true")
        return made

    # What is compared ------------------------------------------------------------------------------------

    def _rows(
        self, review: ArticleReview, item: Item, names: list[str]
    ) -> Iterable[tuple[str, tuple[str, ...]]]:
        if isinstance(item, SpanItem):
            return self._span_rows(review, item, names)
        if isinstance(item, RelationItem):
            return self._relation_rows(review, item, names)
        return self._cluster_rows(review, item, names)

    def _span_rows(
        self, review: ArticleReview, item: SpanItem, names: list[str]
    ) -> list[tuple[str, tuple[str, ...]]]:
        found = {name: item.versions[item.annotators.index(name)] for name in names}
        text = review.article.text
        rows = [
            (mark("Text"), tuple(m.text_of(text) if m else NOTHING for m in found.values())),
            (mark("Label"), tuple(self._label(m) if m else _absent(item, n) for n, m in found.items())),
        ]
        values = {name: dict(m.attributes) if m else {} for name, m in found.items()}
        found_keys = {key for each in values.values() for key in each}
        for key in sorted(found_keys, key=lambda name: collated(self._attribute(name))):
            attribute, title = self._scheme.attribute(key), self._attribute(key)
            cells = tuple(self._value(attribute, each.get(key, "")) for each in values.values())
            rows.append((title, cells))
        hanging = [self._hanging(review, name, m) for name, m in found.items()]
        if any(text != NOTHING for text in hanging):
            rows.append((mark("Relations"), tuple(hanging)))
        rows.append((mark("Origin"), tuple(_origin(m) if m else NOTHING for m in found.values())))
        return rows

    def _relation_rows(
        self, review: ArticleReview, item: RelationItem, names: list[str]
    ) -> list[tuple[str, tuple[str, ...]]]:
        found = {name: item.versions[item.annotators.index(name)] for name in names}

        words = ends_words(review, item)

        def end(name: str, relation: Relation | None, *, head: bool) -> str:
            if relation is None:
                return NOTHING
            return words[review.mentions[name, relation.head if head else relation.tail].fragments]

        return [
            (
                mark("Relation"),
                tuple(
                    relation_name(self._scheme, item, r.label, self._language) if r else _absent(item, name)
                    for name, r in found.items()
                ),
            ),
            (mark("From"), tuple(end(name, r, head=True) for name, r in found.items())),
            (mark("To"), tuple(end(name, r, head=False) for name, r in found.items())),
        ]

    def _cluster_rows(
        self, review: ArticleReview, item: ClusterItem, names: list[str]
    ) -> list[tuple[str, tuple[str, ...]]]:
        found = {name: item.versions[item.annotators.index(name)] for name in names}
        most = max((len(row) for row in found.values()), default=0)
        rows = []
        for number in range(most):
            cells = tuple(
                _members(review, name, row[number]) if number < len(row) else NOTHING
                for name, row in found.items()
            )
            rows.append((mark("Cluster"), cells))
        ids = tuple(", ".join(c.kb_id for c in row if c.kb_id) or NOTHING for row in found.values())
        return [*rows, (mark("Identity"), ids)] if set(ids) != {NOTHING} else rows

    def _attribute(self, name: str) -> str:
        known = self._scheme.attribute(name)
        return (known.text.get(self._language) if known else "") or name

    def _value(self, attribute: Attribute | None, value: str) -> str:
        known = attribute.values if attribute is not None else ()
        names = (each.text.get(self._language) for each in known if each.name == value)
        return next(names, value) or NOTHING

    def _label(self, mention: Mention) -> str:
        known = self._scheme.label(mention.layer, mention.label)
        return known.text.get(self._language) if known else mention.label

    def _hanging(self, review: ArticleReview, name: str, mention: Mention | None) -> str:
        if mention is None:
            return NOTHING
        found = []
        for item in (entry.item for entry in review.entries):
            if not isinstance(item, RelationItem) or name not in item.annotators:
                continue
            version = item.versions[item.annotators.index(name)]
            if isinstance(version, Relation) and mention.id in (version.head, version.tail):
                other = version.tail if version.head == mention.id else version.head
                shown = relation_name(self._scheme, item, version.label, self._language)
                found.append(f"{shown}: {review.mentions[name, other].text_of(review.article.text)}")
        return "\n".join(found) or NOTHING


def _breakable(text: str, scale: float) -> str:
    """Let long words break where the column is narrow: behind their hyphens, or else anywhere."""
    longest, size = max(6, round(_LONG / scale)), max(4, round(_PIECE / scale))
    words = (
        [
            piece[at : at + size] if len(piece) > longest else piece
            for piece in _HYPHENED.findall(word)
            for at in (range(0, len(piece), size) if len(piece) > longest else (0,))
        ]
        for word in text.split(" ")
    )
    return " ".join(_BREAK.join(pieces) for pieces in words)


def _absent(item: SpanItem | RelationItem, name: str) -> str:
    return tr("rejected") if name in item.rejected else NOTHING


def _members(review: ArticleReview, name: str, cluster: Cluster) -> str:
    found = sorted((review.mentions[name, m] for m in cluster.members), key=lambda m: m.order)
    return "\n".join(mention.text_of(review.article.text) for mention in found)


def _origin(mention: Mention) -> str:
    provenance = mention.provenance
    if provenance.derived_from is not None:
        return tr("suggestion")
    return tr("by hand") if provenance.origin is Origin.HUMAN else tr("suggestion")
