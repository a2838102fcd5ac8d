"""The help: a short text that comes with the program."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from annotator.core.resources import resource
from annotator.gui.dialogs.base import Dialog
from annotator.gui.fonts import reading_font
from annotator.gui.i18n import tr
from annotator.gui.look import Look


class HelpDialog(Dialog):
    """Shows ``resources/help/<language>.md``, which is the program's own text."""

    def __init__(self, look: Look, language: str, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Help"), parent, width=680)
        self.setMinimumHeight(look.px(640))
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName(tr("Help"))
        self.browser.document().setDefaultFont(reading_font(13 * look.scale))
        self.browser.document().setDocumentMargin(look.px(16))
        self.browser.setMarkdown(resource("help", f"{language}.md").read_text(encoding="utf-8"))
        _space_headings(self.browser.document(), look.px(12))
        self.body.addWidget(self.browser)
        self.add_close()


def _space_headings(document: QTextDocument, above: int) -> None:
    """Give headings the room that Markdown has no word for."""
    cursor = QTextCursor(document)
    block = document.begin().next()
    while block.isValid():
        form = block.blockFormat()
        if form.headingLevel():
            form.setTopMargin(above)
            form.setBottomMargin(above / 3)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
        block = block.next()
