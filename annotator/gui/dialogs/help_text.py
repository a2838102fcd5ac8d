"""The text of the help: its sections with their names, and how its headings and tables look.

A heading may carry a name, ``## Borders {#borders}``, which is the same in both languages: F1 opens the help
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from annotator.gui.look import Look

_HEADING = re.compile(r"^(##?) (.*?)(?: *\{#([a-z_-]+)\})? *$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HelpSection:
    """A heading of the first or second level; ``name`` may be empty."""

    title: str
    name: str


@dataclass(frozen=True, slots=True)
class HelpText:
    """The text as Markdown without the names of its headings, and its sections in order."""

    markdown: str
    sections: tuple[HelpSection, ...]

    def place(self, name: str) -> int:
        """Return the position of the section of that name; the first one if there is none."""
        names = [section.name for section in self.sections]
        return names.index(name) if name in names else 0


def read_help(source: str) -> HelpText:
    """Take the names off the headings."""
    sections = tuple(HelpSection(m[2], m[3] or "") for m in _HEADING.finditer(source))
    return HelpText(_HEADING.sub(r"\1 \2", source), sections)


def headings(document: QTextDocument) -> list[QTextBlock]:
    """Return the headings of the first and second level, in order."""
    return [block for block in _blocks(document) if block.blockFormat().headingLevel() in (1, 2)]


def dress(document: QTextDocument, look: Look) -> None:
    """Give headings, paragraphs and tables the room and lines that Markdown has no word for."""
    cursor = QTextCursor(document)
    for block in _blocks(document):
        form = block.blockFormat()
        level = form.headingLevel()
        cursor.setPosition(block.position())
        if level:
            form.setTopMargin(look.px(20 if level > 1 else 4))
            form.setBottomMargin(look.px(6))
        else:
            form.setBottomMargin(look.px(4 if block.textList() else 8))
        if cursor.currentTable() is not None:
            form.setTopMargin(0)
            form.setBottomMargin(0)
        cursor.setBlockFormat(form)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, look)


def _dress_table(table: QTextTable, look: Look) -> None:
    form = table.format().toTableFormat()
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(look.colour("line"))
    form.setBorderCollapse(True)
    form.setCellPadding(look.px(6))
    form.setCellSpacing(0)
    form.setTopMargin(look.px(6))
    form.setBottomMargin(look.px(12))
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        shape = cell.format()
        shape.setBackground(look.colour("hover"))
        shape.setFontWeight(QFont.Weight.DemiBold)
        cell.setFormat(shape)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
