"""What a pre-tagging run could not do: parts of the pre-tagger, and articles with the reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from annotator.core.ids import ArticleId
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import quoted, tr
from annotator.gui.look import Look
from annotator.gui.sentences import sentence
from annotator.gui.widgets.labels import plain_tooltip

if TYPE_CHECKING:
    from annotator.pretag.model import Failure
    from annotator.services.pretagging import PretagReport

_LIST_HEIGHT = 220


class PretagResultDialog(Dialog):
    """``title_of`` gives an article's title, or nothing."""

    def __init__(
        self,
        look: Look,
        report: PretagReport,
        title_of: Callable[[ArticleId], str],
        parent: QWidget | None = None,
    ) -> None:
        title = tr("Pre-tagging cancelled") if report.cancelled else tr("Pre-tagging finished")
        super().__init__(look, title, parent, width=600)
        for problem in report.problems:
            reason = sentence(problem)
            self.add_text(
                tr("Not all of the pre-tagger can be used. {reason}").format(reason=reason), role=""
            )
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(tr("What was not pre-tagged"))
        self.list.setMinimumHeight(look.px(_LIST_HEIGHT))
        for failure in report.failures:
            text = _line(failure, title_of(failure.article_id))
            item = QListWidgetItem(text)
            item.setToolTip(plain_tooltip(text))
            self.list.addItem(item)
        if report.failures:
            self.add_text(incomplete(report), role="")
            self.add_text(tr("What else was found is there. Pre-tag again to try once more."))
        self.body.addWidget(self.list)
        self.list.setVisible(bool(report.failures))
        self.add_close()


def incomplete(report: PretagReport) -> str:
    """Return in a sentence how many articles have failures."""
    articles = {failure.article_id for failure in report.failures}
    return tr("%Ln article(s) could not be pre-tagged completely.", "", len(articles))


def _line(failure: Failure, title: str) -> str:
    article = quoted(title) if title else failure.article_id
    if failure.component:
        text = tr("{article}: the component {component} failed ({reason}).")
        return text.format(article=article, component=failure.component, reason=failure.reason)
    return tr("{article}: pre-tagging failed ({reason}).").format(article=article, reason=failure.reason)
