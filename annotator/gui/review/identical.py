"""The cases that the current decision can be applied to as well, each in its context, to be ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QListWidget, QListWidgetItem, QSizePolicy

from annotator.core.annotation import Mention
from annotator.core.text import Span
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.panels.section import Section
from annotator.gui.review.session import ReviewSession
from annotator.gui.widgets.fields import CheckBox, link, row
from annotator.gui.widgets.labels import plain_tooltip
from annotator.review.item import ClusterItem, Item, RelationItem, SpanItem
from annotator.services.reviewing import Same
from annotator.services.reviewing_queue import ArticleReview, QueueRow
from annotator.services.reviewing_values import Decision

_AROUND = 40
"""Code points of context on each side."""
_LINES = 6
_LARGE = 1.4
"""The scale of the look from which on the link stands below the words."""
_ROW = int(Qt.ItemDataRole.UserRole)


class Identical(Section):
    """``went`` carries the row of a case that one wants to see in its article."""

    went = Signal(object)

    def __init__(self, look: Look, session: ReviewSession) -> None:
        super().__init__(look)
        self._look = look
        self._session = session
        self._like: tuple[QueueRow, ...] = ()
        self.also = CheckBox(look, "")
        self.also.toggled.connect(self._on_toggled)
        self.show_button = link(tr("show"))
        self.show_button.clicked.connect(self._on_show)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Identical cases"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda item: self.went.emit(item.data(_ROW)))
        self.list.itemChanged.connect(lambda _: self._name())
        self.also.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._line = row(self.also, self.show_button)
        self._line.setStretch(0, 1)
        self.body.addLayout(self._line)
        self.body.addWidget(self.list)
        self.list.hide()

    def show_cases(self, like: tuple[QueueRow, ...]) -> None:
        """Offer other cases; none hides everything."""
        self._like = like
        large = self._look.scale > _LARGE
        way = QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)
        self.also.setChecked(False)
        self.list.clear()
        self.list.hide()
        self.setVisible(bool(like))
        self._name()

    def turn(self) -> bool:
        """Decide the others too or not, and show them if so; ``False`` where there are none."""
        if not self._like:
            return False
        self.also.setChecked(not self.also.isChecked())
        self.list.setVisible(self.also.isChecked())
        return True

    def chosen(self, decision: Decision) -> tuple[Same, ...]:
        """Return the cases that a decision on the current item is to be applied to."""
        entry = self._session.entry
        if entry is None or not self.also.isChecked():
            return ()
        left_out = {r.item for r, ticked in self._ticks() if not ticked}
        found = self._session.service.same(entry.item.id, decision)
        return tuple(one for one in found if one.row.item not in left_out)

    def _ticks(self) -> list[tuple[QueueRow, bool]]:
        items = (self.list.item(n) for n in range(self.list.count()))
        return [(i.data(_ROW), i.checkState() is Qt.CheckState.Checked) for i in items]

    def _name(self) -> None:
        count = sum(ticked for _, ticked in self._ticks()) if self.list.count() else len(self._like)
        said = tr("apply to %Ln identical cases too", "", count)
        self.also.setText(said)
        self.also.setToolTip(plain_tooltip(said))

    def _on_toggled(self, on: bool) -> None:
        if on and not self.list.count():
            self._fill()

    def _on_show(self) -> None:
        if not self.list.count():
            self._fill()
        self.list.setVisible(not self.list.isVisible())
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        self.list.blockSignals(True)
        for found in self._like:
            review = self._session.service.look(found.article_id)
            words = context_of(review, found.entry.item)
            made = QListWidgetItem(words, self.list)
            made.setData(_ROW, found)
            made.setFlags(made.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            made.setCheckState(Qt.CheckState.Checked)
            made.setToolTip(plain_tooltip(found.title))
        self.list.blockSignals(False)
        lines = min(_LINES, max(1, len(self._like)))
        self.list.setFixedHeight(lines * 2 * self._look.px(18) + self._look.px(6))
        self._name()


def context_of(review: ArticleReview, item: Item) -> str:
    """Return the words that an item is about with what stands on both sides of them."""
    at = _place(review, item)
    if at is None:
        return ""
    text = review.article.text
    before = " ".join(text[max(0, at.start - _AROUND) : at.start].split())
    words = " ".join(text[at.start : at.end].split())
    after = " ".join(text[at.end : at.end + _AROUND].split())
    return f"… {before} »{words}« {after} …"


def _place(review: ArticleReview, item: Item) -> Span | None:
    mentions: list[Mention] = []
    if isinstance(item, SpanItem):
        mentions = [v for side in item.sides if (v := item.versions[side[0]]) is not None][:1]
    elif isinstance(item, RelationItem):
        pairs = zip(item.annotators, item.versions, strict=True)
        name, relation = next((n, v) for n, v in pairs if v is not None)
        mentions = [review.mentions[name, relation.head], review.mentions[name, relation.tail]]
    elif isinstance(item, ClusterItem):
        return None
    if not mentions:
        return None
    return Span(min(m.start for m in mentions), max(m.end for m in mentions))
