"""The relations of a mention in the inspector: its roles as slots, and the others."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from annotator.core.annotation import Status
from annotator.core.ids import MentionId, RelationId
from annotator.gui.annotating import Annotating
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.panels.section import Section, clear
from annotator.gui.panels.shown import Shown, Slot, SlotState, other_links, roles_filled, slots
from annotator.gui.panels.slot_row import SlotRow
from annotator.gui.relating import Relating


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

    def take_keyboard(self) -> bool:
        """Put the keyboard on the first required slot that is empty, else on the first empty one or any.

        Tell whether there is one.
        """
        rows = sorted(self.rows, key=lambda made: made.rank)
        if rows:
            rows[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(rows)

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
