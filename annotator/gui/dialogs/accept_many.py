"""Accepting all suggestions that are sure enough, of a label, of the article or of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from annotator.core.annotation import Status
from annotator.core.edits import Sure, sure
from annotator.core.ids import MentionId, RelationId
from annotator.core.text import Span
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import percent, tr
from annotator.gui.look import Look
from annotator.gui.open_counts import open_parts
from annotator.gui.search.hits_model import Column, HitsModel
from annotator.gui.search.table import HitsTable
from annotator.gui.session_bridge import Session
from annotator.gui.widgets.fields import Combo
from annotator.gui.widgets.labels import label
from annotator.services.concordance import CONTEXT, Hit

_SCORES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_ALL = 10**9


class AcceptManyDialog(Dialog):
    """What is meant is shown and checked; space takes one out, Enter accepts the rest."""

    help_section = "many"

    def __init__(
        self,
        look: Look,
        session: Session,
        language: str,
        parent: QWidget | None = None,
        *,
        paragraph: Span | None = None,
    ) -> None:
        super().__init__(look, tr("Accept many"), parent, width=820)
        self.want_height(560)
        self._session = session
        self._paragraph = paragraph
        self.score = Combo(look)
        for least in _SCORES:
            text = tr("At least {percent}").format(percent=percent(least)) if least else tr("Any")
            self.score.addItem(text, least)
        self.label = Combo(look)
        self.label.addItem(tr("All labels"), None)
        for layer, one in session.scheme.labels():
            self.label.addItem(one.text.get(language), (layer.name, one.name))
        self.where = Combo(look)
        self.where.addItem(tr("Whole article"), None)
        if paragraph is not None:
            self.where.addItem(tr("This paragraph"), paragraph)
        for name, combo in (
            (tr("Certainty"), self.score),
            (tr("Label"), self.label),
            (tr("Where"), self.where),
        ):
            self.add_field(name, combo)
            combo.currentIndexChanged.connect(lambda _: self._look_for())
        self.model = HitsModel(self)
        self.table = HitsTable(look, self.model, session.scheme, language)
        self.table.setAccessibleName(tr("Suggestions"))
        self.table.setColumnHidden(Column.ARTICLE, True)
        self.body.addWidget(self.table, 1)
        self._count = label(look, role="secondary")
        self.body.addWidget(self._count)
        self.accept_button, _ = self.add_buttons(tr("Accept"))
        self.table.chosen.connect(lambda _: self.accept_button.click())
        self.model.rowsInserted.connect(lambda _, first, last: self.model.check(range(first, last + 1), True))
        self.model.changed.connect(self._show)
        self._look_for()
        self.score.setFocus()

    @property
    def ids(self) -> list[str]:
        """What is to be accepted: the checked mentions, and the relations between what will be accepted."""
        state = self._session.state
        if state is None:
            return []
        checked: list[str] = [hit.mention.id for hit in self.model.checked if hit.mention is not None]
        ready = set(checked)

        def stands(end: MentionId) -> bool:
            return end in ready or state.mentions[end].status is Status.ACCEPTED

        relations = (state.relations[RelationId(i)] for i in self._meant if i in state.relations)
        return [*checked, *(r.id for r in relations if stands(r.head) and stands(r.tail))]

    def _look_for(self) -> None:
        state = self._session.state
        choice = Sure(self.score.currentData(), self.label.currentData(), self.where.currentData())
        self._meant = sure(state, self._session.scheme, choice) if state is not None else ()
        self.model.show(self._hits(), at_least=_ALL)

    def _hits(self) -> Iterator[Hit | None]:
        state, article = self._session.state, self._session.article
        if state is None or article is None:
            return
        text = article.text
        for identifier in self._meant:
            mention = state.mentions.get(MentionId(identifier))
            if mention is not None:
                start, end = mention.start, mention.end
                left, right = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
                span = mention.envelope
                yield Hit(article.id, 0, article.title, span, left, text[start:end], right, mention)

    def _show(self) -> None:
        ids = self.ids
        mentions = len([hit for hit in self.model.checked if hit.mention is not None])
        parts = open_parts(mentions, len(ids) - mentions)
        self._count.setText(parts or tr("No suggestion is meant."))
        self.accept_button.setEnabled(bool(ids) and not self.model.busy)
