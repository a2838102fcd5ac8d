"""Who has which article, for who leads: a column of the table, a filter, and the way to all articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QTreeView

from annotator.core.collation import collated
from annotator.core.ids import ArticleId
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.models.articles import ArticlesModel, Column
from annotator.gui.panels.filtering import Filtering
from annotator.gui.session_bridge import Session
from annotator.gui.widgets.fields import Combo, tool_button
from annotator.services import roles
from annotator.services.handing import holders

_NOBODY = ""


class ArticlePeople:
    """Shows the column and the filter to a lead, once somebody has articles; ``all_articles`` is a switch."""

    def __init__(
        self,
        look: Look,
        session: Session,
        filtering: Filtering,
        table: QTreeView,
        *,
        show_all: Callable[[], object],
    ) -> None:
        self._session, self._filtering, self._table = session, filtering, table
        self._holders: Mapping[ArticleId, tuple[str, ...]] = {}
        self.whose = Combo(look)
        self.whose.setAccessibleName(tr("Assigned to"))
        self.whose.setMinimumWidth(look.px(190))
        self.whose.activated.connect(lambda _: self._choose())
        self.all_articles = tool_button(tr("All articles"), face="pill", checkable=True)
        self.all_articles.setToolTip(tr("Off: only one's own queue"))
        self.all_articles.clicked.connect(lambda: show_all())
        self.whose.hide()
        self.all_articles.hide()

    @property
    def leads(self) -> bool:
        """Whether who annotates may see who has what."""
        return roles.is_lead(self._session.project.store, self._session.annotator)

    def refresh(self) -> None:
        """Read anew who has what; to others than a lead nothing of it is shown."""
        session = self._session
        leads = self.leads
        self._holders = holders(session.project.store) if leads else {}
        model = self._table.model()
        if isinstance(model, ArticlesModel):
            model.set_people(self._holders)
        there = bool(self._holders)
        self._table.setColumnHidden(Column.PEOPLE, not there)
        self.whose.setVisible(there)
        self.all_articles.setVisible(leads and (session.everything or self._has_queue()))
        self.all_articles.setChecked(session.everything)
        self._fill()

    def clear(self) -> None:
        """Show everybody's articles."""
        self.whose.setCurrentIndex(0)
        self._choose()

    def _has_queue(self) -> bool:
        return len(self._session.rows) < self._session.project.store.article_count()

    def _fill(self) -> None:
        now = self.whose.currentData()
        names = sorted({name for people in self._holders.values() for name in people}, key=collated)
        with QSignalBlocker(self.whose):
            self.whose.clear()
            self.whose.addItem(tr("Assigned to: all"), None)
            self.whose.addItem(tr("Assigned to nobody"), _NOBODY)
            for name in names:
                self.whose.addItem(tr("Assigned to {name}").format(name=name), name)
            self.whose.setCurrentIndex(max(0, self.whose.findData(now)) if now is not None else 0)
        self._choose()

    def _choose(self) -> None:
        name = self.whose.currentData()
        if name is None:
            self._filtering.set_among(None)
        elif name == _NOBODY:
            rows = self._session.rows
            self._filtering.set_among(frozenset(row.id for row in rows if row.id not in self._holders))
        else:
            theirs = (article for article, people in self._holders.items() if name in people)
            self._filtering.set_among(frozenset(theirs))
