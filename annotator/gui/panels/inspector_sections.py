"""The parts of the inspector. Each shows what a :class:`Shown` has for it, and hides without."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from annotator.core.annotation import Status
from annotator.core.ids import MentionId, RelationId
from annotator.core.text import Span
from annotator.gui.annotating import Annotating
from annotator.gui.canvas.geometry import SpanItem
from annotator.gui.canvas.items import span_item
from annotator.gui.fonts import reading_font
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.panels.label_menu import Choice, LabelMenu, label_choices, relation_choices
from annotator.gui.panels.provenance import provenance_details, provenance_line
from annotator.gui.panels.section import Section, clear
from annotator.gui.panels.shown import Shown, Slot, SlotState, example_parts, other_links, roles_filled, slots
from annotator.gui.panels.slot_row import SlotRow
from annotator.gui.relating import Relating
from annotator.gui.widgets.bars import ScoreBar
from annotator.gui.widgets.chip import ChipWidget
from annotator.gui.widgets.ends import Ends
from annotator.gui.widgets.fields import ARROW, NoteField, button, row, tool_button
from annotator.gui.widgets.labels import ElidedLabel, plain_tooltip
from annotator.gui.widgets.prose import Prose


class HeadSection(Section):
    """Chip, words and label menu; below them where it comes from."""

    def __init__(self, look: Look, annotating: Annotating) -> None:
        super().__init__(look)
        self._annotating = annotating
        self._shown: Shown | None = None
        self._chip = ChipWidget(look)
        self._text = ElidedLabel(look, middle=True, font=reading_font(15 * look.scale))
        self.label_button = tool_button(tr("Label") + f" {ARROW}")
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


class RolesSection(Section):
    """The roles of an event as slots."""

    def __init__(self, look: Look, annotating: Annotating, relating: Relating) -> None:
        super().__init__(look, tr("Roles"))
        self._annotating = annotating
        self._relating = relating
        self._event: MentionId | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(4))
        self.body.addLayout(self._rows)

    def show_item(self, shown: Shown) -> None:
        """Show the slots of an event; the keyboard stays at the place where it was among them."""
        all_slots = slots(shown)
        self.setVisible(bool(all_slots))
        same = self._event is not None and shown.mention is not None and self._event == shown.mention.id
        at = next((row for row, made in enumerate(self.rows) if made.hasFocus()), -1) if same else -1
        self._event = shown.mention.id if shown.mention is not None else None
        clear(self._rows)
        filled, total = roles_filled(all_slots)
        self.remark.setText(tr("{filled} of {total} filled").format(filled=filled, total=total))
        for slot in all_slots:
            self._rows.addWidget(self._row_of(slot, shown))
        if at >= 0 and all_slots:
            made = self.rows[min(at, len(all_slots) - 1)]
            made.show()  # else it could not have the keyboard yet
            made.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def rows(self) -> list[SlotRow]:
        """The slots that are shown."""
        found = (self._rows.itemAt(at) for at in range(self._rows.count()))
        return [w for item in found if item is not None and isinstance(w := item.widget(), SlotRow)]

    def take_keyboard(self) -> None:
        """Put the keyboard on the first required slot that is empty, else on the first empty one or any."""
        rows = sorted(self.rows, key=lambda made: made.rank)
        if rows:
            rows[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _row_of(self, slot: Slot, shown: Shown) -> SlotRow:
        made = SlotRow(self.look, slot.role.text.get(shown.language), slot.state)
        if slot.relation is None or slot.filler is None:
            made.show_empty()
            made.activated.connect(lambda: self._relating.start(slot.role.name))
            made.lock(self._annotating.session.hindrance)
            return made
        made.show_filler(slot.filler, shown.text_of(slot.filler), shown.scheme, shown.language)
        _connect_link(made, self._annotating, slot.relation.id, slot.filler.id)
        return made


class LinksSection(Section):
    """The relations at a mention that are no roles of it."""

    def __init__(self, look: Look, annotating: Annotating) -> None:
        super().__init__(look, tr("Relations"))
        self._annotating = annotating
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(4))
        self.body.addLayout(self._rows)

    def show_item(self, shown: Shown) -> None:
        """Show the relations, with an arrow for those that come in."""
        links = other_links(shown)
        self.setVisible(bool(links))
        clear(self._rows)
        for link in links:
            suggested = link.relation.status is Status.SUGGESTED
            state = SlotState.SUGGESTED if suggested else SlotState.FILLED
            made = SlotRow(self.look, link.name if link.outgoing else f"← {link.name}", state)
            made.show_filler(link.other, shown.text_of(link.other), shown.scheme, shown.language)
            _connect_link(made, self._annotating, link.relation.id, link.other.id)
            self._rows.addWidget(made)


def _connect_link(made: SlotRow, annotating: Annotating, relation: RelationId, other: MentionId) -> None:
    made.activated.connect(lambda: annotating.focus(other))
    made.lock(annotating.session.hindrance)
    made.accepted.connect(lambda: annotating.accept_item(relation))
    made.dropped.connect(lambda: annotating.drop_item(relation))


class NoteSection(Section):
    """A note on a mention, written when the field is left."""

    def __init__(self, look: Look, annotating: Annotating) -> None:
        super().__init__(look, tr("Note"))
        self._annotating = annotating
        self._shown: Shown | None = None
        self.field = NoteField(tr("Add a note …"))
        self.field.setFixedHeight(look.px(56))
        self.field.left.connect(self.commit)
        self.body.addWidget(self.field)

    def show_item(self, shown: Shown) -> None:
        """Show the note of a mention; what is being written to the same one stays."""
        self.setVisible(shown.mention is not None and shown.mention.status is not Status.REJECTED)
        before = self._shown.mention if self._shown else None
        same = before is not None and shown.mention is not None and before.id == shown.mention.id
        if not same:
            self.commit()
        self._shown = shown
        note = shown.mention.note if shown.mention else ""
        unchanged = same and before is not None and before.note == note
        if not unchanged:
            if self._typed() != note:
                self.field.setPlainText(note)
            self.field.document().setModified(False)

    @property
    def unsaved(self) -> str | None:
        """What was typed and could not be written; ``None`` if all is on disk."""
        return self._typed() if self.field.document().isModified() else None

    def restore(self, unsaved: str) -> None:
        """Take up again what was typed and could not be written, and try to write it."""
        self.field.setPlainText(unsaved)
        self.field.document().setModified(True)
        self.commit()

    def commit(self) -> None:
        """Write what was typed, if anything was; once, and only where it belongs.

        A field that nobody typed in is left alone: Qt does not give every character back as it was.
        """
        document, mention = self.field.document(), self._shown.mention if self._shown else None
        if not document.isModified() or mention is None or not self._is_here(mention.id):
            return
        note = self._typed()
        document.setModified(False)
        if note != mention.note:
            self._annotating.set_note(mention.id, note)
            document.setModified(self._note_here(mention.id) != note)

    def _typed(self) -> str:
        """Return the text of the field; unlike ``toPlainText``, this keeps no-break spaces."""
        raw = self.field.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n").strip()

    def _is_here(self, identifier: MentionId) -> bool:
        article = self._annotating.session.article
        return (
            article is not None
            and self._shown is not None
            and article.id == self._shown.article.id
            and self._note_here(identifier) is not None
        )

    def _note_here(self, identifier: MentionId) -> str | None:
        state = self._annotating.session.state
        mention = state.mentions.get(identifier) if state is not None else None
        return None if mention is None else mention.note


class GuidelineSection(Section):
    """What the scheme says about the label, with its example."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Guideline"))
        self._text = Prose(look)
        self._example = Prose(look, italic=True)
        self._frame = QFrame()
        self._frame.setObjectName("example")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(look.px(8), 0, 0, look.px(4))
        inside.addWidget(self._example)
        self.body.addWidget(self._text)
        self.body.addSpacing(look.px(4))
        self.body.addWidget(self._frame)

    def show_item(self, shown: Shown) -> None:
        """Show the guideline of a mention's label, or of a relation's type."""
        name, guideline, example = "", "", ""
        label = shown.label
        if label is not None:
            name = label.text.get(shown.language)
            guideline, example = label.guideline.get(shown.language), label.example.get(shown.language)
        elif shown.relation is not None:
            wanted = shown.relation.label
            kind = next((kind for kind in shown.scheme.relations if kind.name == wanted), None)
            if kind is not None:
                name, guideline = kind.text.get(shown.language), kind.guideline.get(shown.language)
        self.setVisible(bool(guideline or example))
        self.remark.setText(name)
        self._text.set_text(guideline.strip())
        self._frame.setVisible(bool(example))
        colour = QColor(self.look.theme.label(label.colours)) if label is not None else QColor()
        self._example.set_parts(example_parts(example.strip()), colour)
