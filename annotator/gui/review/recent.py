"""The last decisions of a review: when, what, about which words; a click goes back to one."""

from __future__ import annotations

from heapq import nlargest

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.core.verdict import Choice, Verdict
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.panels.section import Section
from annotator.gui.review.session import ReviewSession
from annotator.gui.review.words import verdict_text
from annotator.gui.widgets.fields import link, row
from annotator.gui.widgets.labels import label, plain_tooltip
from annotator.services.reviewing_queue import QueueRow, lettered

_SHOWN, _WORDS = 5, 30
_SIGNS = {Choice.ALL: "⇧ ⏎", Choice.NEITHER: "N", Choice.EDITED: "E", Choice.SKIPPED: "S"}


class Recent(Section):
    """Hidden while nobody has decided anything."""

    def __init__(self, look: Look, session: ReviewSession) -> None:
        super().__init__(look)
        self._look = look
        self._session = session
        self._lines: list[QWidget] = []
        self.links: list[QPushButton] = []
        self.body.addWidget(label(look, tr("History"), weight=QFont.Weight.DemiBold))
        session.shown.connect(self.refresh)

    @property
    def rows(self) -> list[QueueRow]:
        """The last decisions, the latest first."""
        decided = [(v, r) for r in self._session.all_rows if (v := r.entry.verdict) is not None and v.by]
        return [found for _, found in nlargest(_SHOWN, decided, key=lambda pair: pair[0].at)]

    def refresh(self) -> None:
        """Show the last decisions as they are now."""
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.links = []
        self._lines = [self._line(found) for found in self.rows]
        for line in self._lines:
            self.body.addWidget(line)
        self.setVisible(bool(self._lines))

    def _line(self, found: QueueRow) -> QWidget:
        verdict = found.entry.verdict
        assert verdict is not None, "only decisions are shown"
        names = found.entry.item.annotators
        letters = lettered(found.article_id, names, hidden=self._session.hidden)
        words = " ".join(found.text.split())
        to = link(_short(words).replace("&", "&&"))
        to.setToolTip(plain_tooltip(f"{words} – {found.title}\n{verdict_text(verdict, letters)}"))
        to.setAccessibleName(f"{words}, {verdict_text(verdict, letters)}")
        to.clicked.connect(lambda: self._session.go_to(found.article_id, found.item))
        self.links.append(to)
        when = label(self._look, f"{verdict.at.astimezone():%H:%M}", role="secondary")
        what = label(self._look, _sign(verdict, letters), weight=QFont.Weight.DemiBold)
        what.setMinimumWidth(self._look.px(32))
        line = QWidget()
        line.setLayout(row(when, what, to, None))
        return line


def _sign(verdict: Verdict, letters: dict[str, str]) -> str:
    taken = " ".join(sorted(letters.get(name, "") for name in verdict.taken))
    return _SIGNS.get(verdict.choice, taken)


def _short(words: str) -> str:
    """Cut words in the middle, so that a surname stays."""
    half = _WORDS // 2
    return words if len(words) <= _WORDS else f"{words[:half].rstrip()} … {words[-half + 2 :].lstrip()}"
