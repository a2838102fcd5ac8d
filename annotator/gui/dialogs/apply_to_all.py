"""Labelling the same text wherever it stands, after a look at the places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from annotator.core.annotation import Mention, Status
from annotator.core.edits import Wanted
from annotator.core.ids import ArticleId
from annotator.core.text import Span
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import quoted, tr
from annotator.gui.look import Look
from annotator.gui.search.hits_model import HitsModel
from annotator.gui.search.table import HitsTable
from annotator.gui.session_bridge import Session
from annotator.gui.widgets.fields import CheckBox, row
from annotator.gui.widgets.labels import label
from annotator.services import bulk
from annotator.services.concordance import Hit

MOST = 5000
"""Places that are shown, and done in one step, at most."""


class ApplyToAllDialog(Dialog):
    """All places are checked at first; space takes one out, Enter does the rest."""

    help_section = "many"

    def __init__(
        self,
        look: Look,
        session: Session,
        mention: Mention,
        language: str,
        parent: QWidget | None = None,
        *,
        open_articles: frozenset[ArticleId] = frozenset(),
    ) -> None:
        super().__init__(look, tr("Apply to all"), parent, width=900)
        self.want_height(560)
        self._session = session
        self._mention = mention
        self._open_articles = open_articles
        article = session.article
        text = " ".join(mention.text_of(article.text).split()) if article is not None else ""
        self._wanted = Wanted(text, mention.layer, mention.label)
        known = session.scheme.label(mention.layer, mention.label)
        name = known.text.get(language) if known is not None else mention.label
        self.add_text(tr("{text} becomes {label} at these places.").format(text=quoted(text), label=name))
        self.everywhere = CheckBox(look, tr("In all unfinished articles"))
        self.inflected = CheckBox(look, tr("With the genitive (-s)"))
        self.inflected.setChecked(True)
        self.compounds = CheckBox(look, tr("In compounds with a hyphen"))
        boxes = (self.everywhere, self.inflected, self.compounds)
        self.body.addLayout(row(*boxes, None, spacing=look.px(20)))
        for box in boxes:
            box.toggled.connect(lambda _: self._look_for())
        self.model = HitsModel(self)
        self.table = HitsTable(look, self.model, session.scheme, language)
        self.table.setAccessibleName(tr("Places"))
        self.body.addWidget(self.table, 1)
        self._count = label(look, role="secondary")
        self.body.addWidget(self._count)
        self.apply_button, _ = self.add_buttons(tr("Apply"))
        self.table.chosen.connect(lambda _: self.apply_button.click())
        self.model.rowsInserted.connect(lambda _, first, last: self.model.check(range(first, last + 1), True))
        self.model.changed.connect(self._show)
        self.model.failed.connect(session.failed)
        self._look_for()
        self.table.setFocus()

    @property
    def wanted(self) -> Wanted:
        """What is to be labelled how."""
        return replace(
            self._wanted, inflected=self.inflected.isChecked(), compounds=self.compounds.isChecked()
        )

    @property
    def places(self) -> list[tuple[ArticleId, Span]]:
        """The checked places."""
        return [(hit.article_id, hit.span) for hit in self.model.checked]

    def _look_for(self) -> None:
        self.model.show(self._hits(), at_most=MOST)
        self.table.go_to(0)

    def _hits(self) -> Iterator[Hit | None]:
        session = self._session
        others = self._open_articles if self.everywhere.isChecked() else frozenset()
        here = session.article.id if session.article is not None else None
        shown = replace(self._mention, status=Status.ACCEPTED)
        ranks: dict[ArticleId, int] = {}
        for found in bulk.same_text(session.editor, self.wanted, here, others):
            rank = 0 if found is None else ranks.setdefault(found.article_id, len(ranks))
            yield None if found is None else _hit(found, rank, shown)

    def _show(self) -> None:
        counted = tr("%Ln place(s) checked", "", self.model.checked_count)
        if self.model.busy:
            self._count.setText(f"{counted} …" if self.model.hits else "…")
            self.apply_button.setEnabled(False)
            return
        checked = self.places
        within = tr("in %Ln article(s)", "", len({article for article, _ in checked}))
        nothing = tr("This text stands nowhere else undecided.")
        self._count.setText(and_more(f"{counted} {within}", self.model) if self.model.hits else nothing)
        self.apply_button.setEnabled(bool(checked))


def and_more(said: str, model: HitsModel) -> str:
    """Return what is said of the hits, and that there are more than are shown where that is so."""
    return said if model.complete else tr("{said}; the rest comes the next time").format(said=said)


def _hit(found: bulk.Found, rank: int, mention: Mention) -> Hit:
    span = found.occurrence.span
    return Hit(
        found.article_id, rank, found.title, span, found.before, found.text, found.after, mention=mention
    )
