"""The right side of a review: the versions compared, identical cases, and the reason of the decision."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.core.scheme import Scheme
from annotator.core.verdict import Basis
from annotator.gui.i18n import Language, tr
from annotator.gui.look import Look
from annotator.gui.panels.section import DockTitle, Section
from annotator.gui.review.comparison import Comparison
from annotator.gui.review.identical import Identical
from annotator.gui.review.recent import Recent
from annotator.gui.review.reopened import reopened_text
from annotator.gui.review.session import ReviewSession
from annotator.gui.review.words import kind_name, sides_text, verdict_text
from annotator.gui.widgets.fields import row
from annotator.gui.widgets.keycap import KeyCap
from annotator.gui.widgets.labels import label
from annotator.services.reviewing_altered import altered
from annotator.services.reviewing_values import Entry, Standing


class ReviewInspector(QWidget):
    """``explained`` says that reason, comment or clause of the current item are other ones now."""

    explained = Signal()

    def __init__(self, look: Look, session: ReviewSession, scheme: Scheme, language: Language) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(look.px(280))
        self._look = look
        self._session = session
        self._language = language
        self._scheme = scheme
        self._kind = label(look, weight=QFont.Weight.DemiBold)
        self._sides = label(look, role="secondary")
        self.comparison = Comparison(look, scheme, language)
        self.note = label(look, role="secondary", wrap=True)
        self.identical = Identical(look, session)
        self.also = self.identical.also
        self.comment = QLineEdit()
        self.comment.setPlaceholderText(tr("Comment"))
        self.comment.setAccessibleName(tr("Comment"))
        self.clause = QLineEdit()
        self.clause.setPlaceholderText(tr("Clause of the guideline, such as 2.3"))
        self.clause.setAccessibleName(tr("Clause of the guideline"))
        self.reasons = QButtonGroup(self)
        self.reasons.setExclusive(False)
        self._radios: dict[str, QRadioButton] = {}
        for reason in scheme.reasons:
            radio = QRadioButton(reason.text.get(language))
            radio.setAutoExclusive(False)
            radio.clicked.connect(lambda _=False, name=reason.name: self._choose(name))
            self.reasons.addButton(radio)
            self._radios[reason.name] = radio
        self._compose()
        for field in (self.comment, self.clause):
            field.editingFinished.connect(self._on_explained)
        session.shown.connect(self.refresh)

    # What is told ----------------------------------------------------------------------------------------

    @property
    def reason(self) -> str:
        """The code of the chosen reason; empty without one."""
        return next((name for name, radio in self._radios.items() if radio.isChecked()), "")

    def focus_reason(self) -> None:
        """Put the keyboard into the reasons."""
        chosen = self._radios.get(self.reason) or next(iter(self._radios.values()), None)
        (chosen or self.comment).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Show the current item."""
        session, entry = self._session, self._session.entry
        there = entry is not None and session.review is not None
        self._scroll.setVisible(there)
        if entry is None or session.review is None:
            self._kind.setText("")
            self._sides.setText("")
            return
        item = entry.item
        self._kind.setText(" · ".join(kind_name(kind) for kind in item.types) or kind_name(None))
        shown = session.row
        self._sides.setText(sides_text(shown) if shown is not None else "")
        self.comparison.show_item(session.review, item, session.letters, hidden=session.hidden)
        self._show_note()
        asks = not entry.settled and not entry.waits_for
        like = session.service.like(session.review.article.id, item) if asks else ()
        self.identical.show_cases(like)
        verdict = entry.verdict
        own = verdict if verdict is not None and verdict.basis is Basis.ADJUDICATED else None
        for name, radio in self._radios.items():
            with QSignalBlocker(radio):
                radio.setChecked(own is not None and own.reason == name)
        self.comment.setText(own.comment if own else "")
        self.clause.setText(own.clause if own else "")

    def _show_note(self) -> None:
        entry = self._session.entry
        if entry is None:
            return
        said = verdict_text(entry.verdict, self._session.letters) if entry.verdict is not None else ""
        if entry.standing is Standing.REOPENED:
            said = tr("Reopened: a version has changed since. Before: {decision}").format(decision=said)
            said = "\n".join(filter(None, (said, self._what_happened(entry))))
        elif entry.waits_for:
            said = tr("First settle the mentions that this hangs on.")
        self.note.setText(said)
        self.note.setVisible(bool(said))

    def _what_happened(self, entry: Entry) -> str:
        session = self._session
        return reopened_text(
            altered(session.service, entry),
            session.letters,
            entry.item,
            self._scheme,
            self._language,
            hidden=session.hidden,
        )

    # Set up ----------------------------------------------------------------------------------------------

    def _compose(self) -> None:
        look, px = self._look, self._look.px
        title = DockTitle(look)
        title.row.addWidget(self._kind)
        title.row.addStretch(1)
        title.row.addWidget(self._sides)
        versions = Section(look)
        versions.body.addWidget(self.comparison)
        versions.body.addWidget(self.note)
        why = Section(look)
        why.body.addLayout(
            row(label(look, tr("Reason"), weight=QFont.Weight.DemiBold), None, KeyCap("G", look))
        )
        for radio in self._radios.values():
            why.body.addWidget(radio)
        why.body.addSpacing(px(4))
        why.body.addWidget(self.comment)
        why.body.addSpacing(px(4))
        why.body.addWidget(self.clause)
        inside = QWidget()
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        self.recent = Recent(look, self._session)
        for part in (versions, self.identical, why, self.recent):
            parts.addWidget(part)
        parts.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("dialogBody")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(self._scroll, 1)

    # Events ----------------------------------------------------------------------------------------------

    def _choose(self, name: str) -> None:
        for other, radio in self._radios.items():
            if other != name:
                radio.setChecked(False)
        self._on_explained()

    def _on_explained(self) -> None:
        entry = self._session.entry
        if entry is not None and entry.settled:
            self.explained.emit()
