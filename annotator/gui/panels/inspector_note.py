"""The note on a mention, in the inspector."""

from __future__ import annotations

from annotator.core.annotation import Status
from annotator.core.ids import MentionId
from annotator.gui.annotating import Annotating
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.panels.section import Section
from annotator.gui.panels.shown import Shown
from annotator.gui.widgets.fields import NoteField


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
