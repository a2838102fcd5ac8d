"""Editing clusters before they are taken: a digit puts a mention into a cluster, so all is done by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from annotator.core.annotation import Cluster, Mention, Origin, Provenance, Status
from annotator.core.article import Article
from annotator.core.ids import ClusterId, MentionId
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.services.reviewing_offers import Clusters

_AROUND = 30
"""Code points of context on each side of a mention."""
_NONE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_MOST = 9


class EditClusters(Dialog):
    """A line for each mention with the number of its cluster; ``clusters`` is what they then are.

    A cluster that had a name or an entry of a knowledge base keeps them under its number. A number with one
    mention alone makes no cluster, unless it has such an entry.
    """

    help_section = "review"

    def __init__(
        self, look: Look, article: Article, offered: Clusters, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, tr("Edit, then take"), parent, width=640)
        self._article = article
        self._offered = offered
        self._numbers: dict[MentionId, int] = {}
        for number, cluster in enumerate(offered.clusters, start=1):
            self._numbers |= dict.fromkeys(cluster.members, number)
        self.add_text(
            tr("A digit puts the mention into that cluster, 0 into none. Space goes on to the next mention.")
        )
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Mentions and their clusters"))
        self.list.setMinimumHeight(look.px(280))
        self.list.ensurePolished()  # rows are laid out below already, and as high as the style has them
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for mention in offered.mentions:
            made = QListWidgetItem(self.list)
            made.setData(int(Qt.ItemDataRole.UserRole), mention)
            self._name(made)
        self.list.setCurrentRow(0)
        self.list.installEventFilter(self)
        self.body.addWidget(self.list)
        self.add_buttons(tr("Take"))
        self.list.setFocus()

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """What the numbers say."""
        made = []
        for number in sorted(set(self._numbers.values())):
            members = tuple(sorted(key for key, there in self._numbers.items() if there == number))
            cluster = replace(self._base(number), members=members)
            if len(members) > 1 or cluster.kb_id:
                made.append(cluster)
        return tuple(made)

    def put(self, number: int) -> None:
        """Put the current mention into a cluster; 0 takes it out."""
        if self.list.currentRow() < 0:
            return
        current = self.list.currentItem()
        mention: Mention = current.data(int(Qt.ItemDataRole.UserRole))
        if number:
            self._numbers[mention.id] = number
        else:
            self._numbers.pop(mention.id, None)
        self._name(current)

    def _base(self, number: int) -> Cluster:
        """Return the cluster that had a number, or a new one of the same kind."""
        if number <= len(self._offered.clusters):
            return self._offered.clusters[number - 1]
        kind = self._offered.mentions[0].layer
        identifier = ClusterId(f"new-{number}")
        return Cluster(identifier, kind, "", "", (), Status.ACCEPTED, Provenance(Origin.HUMAN, ""))

    def _name(self, item: QListWidgetItem) -> None:
        mention: Mention = item.data(int(Qt.ItemDataRole.UserRole))
        text, number = self._article.text, self._numbers.get(mention.id)
        before = " ".join(text[max(0, mention.start - _AROUND) : mention.start].split())
        after = " ".join(text[mention.end : mention.end + _AROUND].split())
        words = " ".join(mention.text_of(text).split())
        item.setText(f"{number or '–'}   {words}      … {before} | {after} …")
        font = item.font()
        font.setBold(number is not None)
        item.setFont(font)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.text().isdecimal() and int(event.text()) <= _MOST:
            self.put(int(event.text()))
            return True
        if event.key() in _NONE:
            self.put(0)
            return True
        if event.key() == Qt.Key.Key_Space:
            self.list.setCurrentRow((self.list.currentRow() + 1) % max(1, self.list.count()))
            return True
        return False
