"""The chains of the article as rows: one for each chain, and below those that are open their members."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.annotation import Mention
from annotator.core.chains import Chain, Chains
from annotator.core.ids import ClusterId
from annotator.gui.i18n import tr
from annotator.gui.panels.shown import Shown

CHAIN_ROW = int(Qt.ItemDataRole.UserRole)
"""Role of the :class:`ChainRow`."""
_AROUND = 28
"""Code points of context on each side of a member."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class ChainRow:
    """A chain, or a member of one. ``open``: memberships to be decided, of the chain or of this mention."""

    chain: Chain
    mention: Mention
    is_member: bool
    open: int
    expanded: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What tells the row from others, whatever becomes of its content."""
        return (self.chain.cluster.id, self.mention.id if self.is_member else "")


def chain_rows(shown: Shown, chains: Chains, expanded: Collection[ClusterId]) -> list[ChainRow]:
    """Return the rows in the order of the numerals, the members in reading order."""
    rows = []
    for chain in chains.all:
        mentions = [shown.state.mentions[member] for member in chain.members]
        opened = chain.cluster.id in expanded
        rows.append(ChainRow(chain, mentions[0], False, len(chain.open), opened))
        if opened:
            rows += [ChainRow(chain, m, True, int(m.id in chain.open)) for m in mentions]
    return rows


def title_of(shown: Shown, chain: Chain) -> str:
    """Return what a chain is called: its name, or else the words of its longest mention."""
    if chain.cluster.name:
        return chain.cluster.name
    words = [shown.text_of(shown.state.mentions[member]) for member in chain.members]
    return max(words, key=len)


def context_of(shown: Shown, mention: Mention) -> tuple[str, str, str]:
    """Return what stands before a mention, its words and what stands behind it, on one line."""
    text = shown.article.text
    before = text[max(0, mention.start - _AROUND) : mention.start]
    after = text[mention.end : mention.end + _AROUND]
    # A word cut in the middle says less than none.
    before = before.partition(" ")[2] if mention.start > _AROUND else before
    return _plain(before), shown.text_of(mention), _plain(after)


def _plain(text: str) -> str:
    """Return text on one line; a blank at an end stays, for a comma stands close to its word."""
    blank = " " if text[:1].isspace() else "", " " if text[-1:].isspace() else ""
    words = " ".join(text.split())
    return f"{blank[0]}{words}{blank[1]}" if words else ""


class ChainsModel(QAbstractListModel):
    """The rows of one article."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ChainRow] = []
        self.shown: Shown | None = None

    def set_rows(self, shown: Shown | None, found: list[ChainRow]) -> None:
        """Show other rows; where only their content is new, they stay selected."""
        same = [row.key for row in self.rows] == [row.key for row in found]
        if same and found:
            self.shown, self.rows = shown, found
            self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
            return
        self.beginResetModel()
        self.shown, self.rows = shown, found
        self.endResetModel()

    def position_of(self, key: tuple[str, str]) -> int | None:
        """Return the place of a row."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), None)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, D102
        row = self.rows[index.row()]
        if role == CHAIN_ROW:
            return row
        if self.shown is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown.text_of(row.mention) if row.is_member else title_of(self.shown, row.chain)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, self.shown)
        return None

    def _spoken(self, row: ChainRow, shown: Shown) -> str:
        if row.is_member:
            state = tr("open") if row.open else tr("confirmed")
            return f"{''.join(context_of(shown, row.mention))}, {state}"
        size = tr("%Ln mention(s)", "", len(row.chain.members))
        waiting = tr("{count} open").format(count=row.open) if row.open else tr("confirmed")
        number = tr("Chain {number}").format(number=row.chain.number)
        return f"{number}: {title_of(shown, row.chain)}, {size}, {waiting}"
