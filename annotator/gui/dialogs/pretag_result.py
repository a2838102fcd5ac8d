"""What a pre-tagging run could not do: parts of the pre-tagger, and articles with the reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from annotator.core.ids import ArticleId
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import quoted, tr
from annotator.gui.look import Look
from annotator.gui.sentences import sentence
from annotator.gui.widgets.reasons import reasons_list
from annotator.pretag.model import NotTaken, Raised, WorkerEnded
from annotator.services.pretag_names import component_name

if TYPE_CHECKING:
    from annotator.pretag.model import Failure, FailureReason
    from annotator.services.pretagging import PretagReport


class PretagResultDialog(Dialog):
    """``title_of`` gives an article's title, or nothing."""

    help_section = "suggestions"

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
        lines = [_line(failure, title_of(failure.article_id)) for failure in report.failures]
        self.list = reasons_list(look, lines, name=tr("What was not pre-tagged"))
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
    article, reason = quoted(title) if title else failure.article_id, _why(failure.reason)
    if failure.component:
        text = tr("{article}: the component {component} failed ({reason}).")
        name = component_name(failure.component, QLocale.languageToCode(QLocale().language()))
        return text.format(article=article, component=quoted(name), reason=reason)
    return tr("{article}: pre-tagging failed ({reason}).").format(article=article, reason=reason)


def _why(reason: FailureReason) -> str:
    match reason:
        case Raised(kind, detail):
            return f"{kind}: {detail}"
        case WorkerEnded(exit_code):
            text = tr("its process ended with exit code {code}; is there memory enough?")
            return text.format(code=exit_code)
        case NotTaken(error):
            return sentence(error).rstrip(".")
        case _:
            assert_never(reason)
