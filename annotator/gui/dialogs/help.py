"""The help: contents at the left, the text at the right, and a search in it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from annotator.core.resources import resource
from annotator.gui.dialogs.help_text import HelpText, dress, headings, read_help
from annotator.gui.dialogs.sheet import Sheet
from annotator.gui.fonts import reading_font
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import SearchField

_CONTENTS_WIDTH = 250


class HelpDialog(Sheet):
    """Shows ``resources/help/<language>.md``, which is the program's own text, at the section ``at``."""

    def __init__(
        self, look: Look, language: str = "", parent: QWidget | None = None, *, at: str = ""
    ) -> None:
        super().__init__(look, tr("Help"), parent, width=900)
        self.want_height(640)
        language = language or ("de" if QLocale().language() == QLocale.Language.German else "en")
        self._text: HelpText = read_help(resource("help", f"{language}.md").read_text(encoding="utf-8"))
        self._hits: list[QTextCursor] = []
        self._hit = -1
        self.search = SearchField(look, icon="search", placeholder=tr("Search in the help"))
        self.contents = QListWidget()
        self.contents.setAccessibleName(tr("Contents"))
        self.contents.setFixedWidth(look.px(_CONTENTS_WIDTH))
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.addItems([section.title for section in self._text.sections])
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName(tr("Help"))
        self.browser.document().setDefaultFont(reading_font(13 * look.scale))
        self.browser.document().setDocumentMargin(look.px(16))
        self.browser.setMarkdown(self._text.markdown)
        dress(self.browser.document(), look)
        self._headings = headings(self.browser.document())
        self._compose()
        self.add_close()
        self.contents.currentRowChanged.connect(self._show_row)
        self.search.text_changed.connect(self._on_words)
        self.search.submitted.connect(lambda: self._go(1))
        self.search.submitted_backwards.connect(lambda: self._go(-1))
        self._at = self._text.place(at)
        self.browser.setFocus()

    @property
    def section(self) -> str:
        """The title of the chosen section."""
        item = self.contents.currentItem()
        return item.text() if item is not None else ""

    def fit(self) -> None:
        """Go to the place that was asked for as soon as the text has its width."""
        super().fit()
        self.contents.setCurrentRow(self._at)
        self._show_row(self._at)

    def _compose(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(self.look.px(8))
        left.addWidget(self.search)
        left.addWidget(self.contents, 1)
        sides = QHBoxLayout()
        sides.setSpacing(self.look.px(12))
        sides.addLayout(left)
        sides.addWidget(self.browser, 1)
        self.search.setFixedWidth(self.look.px(_CONTENTS_WIDTH))
        self.body.addLayout(sides, 1)

    def _show_row(self, row: int) -> None:
        if 0 <= row < len(self._headings):
            layout = self.browser.document().documentLayout()
            top = layout.blockBoundingRect(self._headings[row]).top()
            self.browser.verticalScrollBar().setValue(max(0, round(top) - self.look.px(8)))

    def _on_words(self, words: str) -> None:
        self._hits = found_in(self.browser, words.strip())
        self._hit = -1
        self.search.set_error(bool(words.strip()) and not self._hits)
        self._go(1)

    def _go(self, step: int) -> None:
        """Go to the next hit, or the previous one, round the text."""
        marks = []
        if self._hits:
            self._hit = (self._hit + step) % len(self._hits)
        for place, cursor in enumerate(self._hits):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            here = place == self._hit
            mark.format.setBackground(self.look.colour("hint" if here else "selected"))
            if here:
                mark.format.setForeground(self.look.colour("hint_text"))
            marks.append(mark)
        self.browser.setExtraSelections(marks)
        rank = f"{self._hit + 1}/{len(self._hits)}" if self._hits else ""
        self.search.set_remark(rank)
        if self._hits:
            at = QTextCursor(self._hits[self._hit])
            at.clearSelection()
            self.browser.setTextCursor(at)
            self.browser.ensureCursorVisible()


def found_in(browser: QTextBrowser, words: str) -> list[QTextCursor]:
    """Return every place of ``words``, whatever the case."""
    hits: list[QTextCursor] = []
    cursor = QTextCursor(browser.document())
    while words:
        cursor = browser.document().find(words, cursor)
        if cursor.isNull():
            break
        hits.append(QTextCursor(cursor))
    return hits
