"""Accepting suggestions that are sure enough, of a label: of a paragraph, an article, or all open ones."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtWidgets import QWidget

from annotator.core.edits import Sure
from annotator.core.ids import ArticleId, MentionId
from annotator.core.text import Span
from annotator.gui.dialogs.apply_to_all import MOST, and_more
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import percent, tr
from annotator.gui.look import Look
from annotator.gui.open_counts import open_parts
from annotator.gui.search.hits_model import Column, HitsModel
from annotator.gui.search.table import HitsTable
from annotator.gui.session_bridge import Session
from annotator.gui.widgets.fields import Combo
from annotator.gui.widgets.labels import label
from annotator.services import accepting
from annotator.services.accepting import Meant
from annotator.services.concordance import CONTEXT, Hit

_SCORES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
EVERYWHERE = "everywhere"
"""What the field "Where" holds for all unfinished articles; it holds a span for a paragraph."""


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
        open_articles: Collection[ArticleId] = (),
    ) -> None:
        super().__init__(look, tr("Accept many"), parent, width=900)
        self.want_height(560)
        self._session = session
        self._open_articles = open_articles
        self._meant: dict[ArticleId, Meant] = {}
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
        if open_articles:
            self.where.addItem(tr("All unfinished articles"), EVERYWHERE)
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
        self.body.addWidget(self.table, 1)
        self._count = label(look, role="secondary")
        self.body.addWidget(self._count)
        self.accept_button, _ = self.add_buttons(tr("Accept"))
        self.table.chosen.connect(lambda _: self.accept_button.click())
        self.model.rowsInserted.connect(lambda _, first, last: self.model.check(range(first, last + 1), True))
        self.model.changed.connect(self._show)
        self.model.failed.connect(session.failed)
        self._look_for()
        self.score.setFocus()

    @property
    def ids(self) -> dict[ArticleId, list[str]]:
        """What is to be accepted: the checked mentions, and the relations between what will be accepted."""
        chosen: dict[ArticleId, set[MentionId]] = {}
        for hit in self.model.checked:
            if hit.mention is not None:
                chosen.setdefault(hit.article_id, set()).add(hit.mention.id)
        ids = {one: meant.ids(chosen.get(one, ())) for one, meant in self._meant.items()}
        return {article_id: wanted for article_id, wanted in ids.items() if wanted}

    @property
    def told(self) -> str:
        """What is said about how much is meant."""
        return self._count.text()

    def _look_for(self) -> None:
        where = self.where.currentData()
        everywhere = where == EVERYWHERE
        self.table.setColumnHidden(Column.ARTICLE, not everywhere)
        choice = Sure(self.score.currentData(), self.label.currentData(), None if everywhere else where)
        self._meant = {}
        self.model.show(self._hits(choice, self._open_articles if everywhere else ()), at_most=MOST)

    def _hits(self, choice: Sure, others: Collection[ArticleId]) -> Iterator[Hit | None]:
        session = self._session
        here = session.article.id if session.article is not None else None
        for meant in accepting.sure(session.editor, choice, here, others):
            if meant is not None:
                self._meant[meant.article.id] = meant
                yield from _hits_of(meant, len(self._meant))
            yield None

    def _show(self) -> None:
        if self.model.busy:
            self._count.setText(tr("%Ln annotation(s)", "", self.model.checked_count) + " …")
            self.accept_button.setEnabled(False)
            return
        ids, mentions = self.ids, self.model.checked_count
        parts = open_parts(mentions, sum(map(len, ids.values())) - mentions)
        within = tr("in %Ln article(s)", "", len(ids))
        said = f"{parts} {within}" if self.where.currentData() == EVERYWHERE else parts
        self._count.setText(and_more(said, self.model) if parts else tr("No suggestion is meant."))
        self.accept_button.setEnabled(bool(ids))


def _hits_of(meant: Meant, rank: int) -> Iterator[Hit]:
    article, text = meant.article, meant.article.text
    for mention in meant.mentions:
        start, end = mention.start, mention.end
        left, right = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        yield Hit(article.id, rank, article.title, mention.envelope, left, text[start:end], right, mention)
