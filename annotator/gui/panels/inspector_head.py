"""What the inspector says first of an item: what it is, where it comes from, and its label menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from annotator.core.annotation import Status
from annotator.core.text import Span
from annotator.gui.annotating import Annotating
from annotator.gui.canvas.geometry import SpanItem
from annotator.gui.canvas.items import span_item
from annotator.gui.fonts import reading_font
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.panels.label_menu import Choice, LabelMenu, label_choices, relation_choices
from annotator.gui.panels.provenance import provenance_details, provenance_line
from annotator.gui.panels.section import Section
from annotator.gui.panels.shown import Shown
from annotator.gui.widgets.bars import ScoreBar
from annotator.gui.widgets.chip import ChipWidget
from annotator.gui.widgets.ends import Ends
from annotator.gui.widgets.fields import MenuButton, button, row
from annotator.gui.widgets.labels import ElidedLabel, plain_tooltip


class HeadSection(Section):
    """Chip, words and label menu; below them where it comes from."""

    def __init__(self, look: Look, annotating: Annotating) -> None:
        super().__init__(look)
        self._annotating = annotating
        self._shown: Shown | None = None
        self._chip = ChipWidget(look)
        self._text = ElidedLabel(look, middle=True, font=reading_font(15 * look.scale))
        self.label_button = MenuButton(look, tr("Label"))
        self.label_button.clicked.connect(self._open_menu)
        self._made = ElidedLabel(look, role="secondary")
        self._score = ScoreBar(look)
        self._reverse = button(tr("Swap ends"))
        self._reverse.clicked.connect(annotating.reverse)
        self._restore = button(tr("Accept after all"))
        self._restore.clicked.connect(self._on_restore)
        self._take_back = button(tr("Take rejection back"))
        self._take_back.clicked.connect(self._on_take_back)
        top = row(self._chip, self._text, self.label_button, spacing=look.px(8))
        top.setStretch(1, 1)
        self.body.addLayout(top)
        self.body.addSpacing(look.px(4))
        origin = row(self._made, self._score, spacing=look.px(8))
        origin.setStretch(0, 1)
        self.body.addLayout(origin)
        self._buttons = QWidget()
        self._buttons.setLayout(row(self._reverse, self._restore, self._take_back, None, spacing=look.px(8)))
        self.body.addWidget(self._buttons)

    def set_read_only(self, reason: str) -> None:
        """Let the label and the status be, and say why."""
        for made in (self.label_button, self._reverse, self._restore, self._take_back):
            made.setEnabled(False)
            made.setToolTip(plain_tooltip(reason))

    @property
    def shown_text(self) -> str:
        """The words that are shown."""
        return self._text.text

    def show_item(self, shown: Shown) -> None:
        """Show a mention or a relation."""
        self._shown = shown
        item = shown.mention or shown.relation
        if item is None:
            return
        self._chip.set_item(_chip_of(shown))
        self._show_words(shown)
        self._made.set_text(provenance_line(item), details=provenance_details(item))
        self._score.setVisible(item.provenance.score is not None)
        self._score.set_value(item.provenance.score or 0.0)
        rejected = item.status is Status.REJECTED
        self._reverse.setVisible(shown.relation is not None and not rejected and _is_reversible(shown))
        for choice in (self._restore, self._take_back):
            choice.setVisible(rejected)
        self._buttons.setVisible(not self._reverse.isHidden() or rejected)

    def _show_words(self, shown: Shown) -> None:
        ends = _ends_of(shown)
        if ends is not None:
            self._text.set_ends(ends)
        else:
            self._text.set_text(shown.text_of(shown.mention) if shown.mention is not None else "")

    def choices(self) -> list[Choice]:
        """Return the labels that the item may have."""
        shown, annotating = self._shown, self._annotating
        if shown is None:
            return []
        relation = shown.relation
        if relation is None:
            return label_choices(shown.scheme, shown.language, annotating.give_label)
        ends = shown.state.mentions[relation.head], shown.state.mentions[relation.tail]
        return relation_choices(
            shown.scheme.relation_choices(*ends),
            shown.language,
            lambda name: annotating.relabel_relation(relation.id, name),
        )

    def _open_menu(self) -> None:
        corner = self.label_button.rect().bottomRight()
        menu = LabelMenu(self.look, self.choices(), self.label_button)
        menu.open_at(self.label_button.mapToGlobal(corner) - QPoint(menu.sizeHint().width(), 0))

    def _on_restore(self) -> None:
        item = self._shown and (self._shown.mention or self._shown.relation)
        if item:
            self._annotating.accept_item(item.id)
            self._annotating.focus(item.id)

    def _on_take_back(self) -> None:
        item = self._shown and (self._shown.mention or self._shown.relation)
        if item:
            self._annotating.take_back(item.id)


def _chip_of(shown: Shown) -> SpanItem | None:
    if shown.mention is not None:
        return span_item(shown.mention, shown.scheme, shown.language)
    if shown.relation is None:
        return None
    head = shown.state.mentions.get(shown.relation.head)
    name = shown.scheme.relation_text(head, shown.relation.label).get(shown.language)
    suggested = shown.relation.status is Status.SUGGESTED
    nowhere = (Span(0, 1),)
    return SpanItem(id=shown.relation.head, fragments=nowhere, chip=name, colours=None, suggested=suggested)


def _ends_of(shown: Shown) -> Ends | None:
    if shown.relation is None:
        return None
    head = shown.state.mentions.get(shown.relation.head)
    tail = shown.state.mentions.get(shown.relation.tail)
    if head is None or tail is None:
        return None
    return Ends(shown.text_of(head), " → ", shown.text_of(tail))


def _is_reversible(shown: Shown) -> bool:
    relation = shown.relation
    if relation is None:
        return False
    head, tail = shown.state.mentions.get(relation.head), shown.state.mentions.get(relation.tail)
    if head is None or tail is None:
        return False
    return relation.label in {choice.name for choice in shown.scheme.relation_choices(tail, head)}
