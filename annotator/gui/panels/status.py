"""The bar at the bottom: that all is on disk, what the article holds, scheme, annotator, zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from annotator.core.annotation import Status
from annotator.gui import icons
from annotator.gui.i18n import percent, tr
from annotator.gui.look import Look
from annotator.gui.widgets.bars import thin_progress
from annotator.gui.widgets.fields import tool_button
from annotator.gui.widgets.labels import ElidedLabel, label, line, plain_tooltip, set_role

if TYPE_CHECKING:
    from annotator.core.problem import Problems
    from annotator.gui.session_bridge import Session

_HEIGHT = 28
_DELAY_MILLISECONDS = 80
_MESSAGE_MILLISECONDS = 6000


class TaskWidget(QWidget):
    """Work that goes on in the background: what it is, how far it is, and a way to stop it."""

    cancel_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._name = label(look)
        self._bar = thin_progress()
        self._bar.setFixedWidth(look.px(96))
        self._cancel = tool_button(tr("Cancel"), face="bare")
        self._cancel.clicked.connect(self.cancel_requested)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(8))
        for widget in (self._name, self._bar, self._cancel):
            inside.addWidget(widget)
        self.hide()

    def begin(self, name: str) -> None:
        """Show that the work has begun."""
        self._name.setText(name)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self.show()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._bar.setToolTip(percent(done / total) if total else "")

    def stopping(self) -> None:
        """Show that it was asked to stop."""
        self._cancel.setEnabled(False)


class StatusBar(QWidget):
    """Messages take the place of the counts for a few seconds."""

    annotator_requested = Signal()
    zoom_requested = Signal()
    problems_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._session: Session | None = None
        self._read_only = False
        self._counting = True
        self._saved_icon = QLabel()
        self._saved = label(look)
        self._counts = [label(look) for _ in range(3)]
        self.problems_button = tool_button(face="bare")
        self.problems_button.clicked.connect(self.problems_requested)
        self._scheme = ElidedLabel(look, role="secondary")
        self._message = ElidedLabel(look, role="text")
        self.annotator_button = tool_button(face="bare")
        self.annotator_button.clicked.connect(self.annotator_requested)
        self.zoom_button = tool_button(face="bare")
        self.zoom_button.setToolTip(tr("Back to 100 %"))
        self.zoom_button.clicked.connect(self.zoom_requested)
        self.task = TaskWidget(look)
        self._separators = [line(vertical=True) for _ in range(5)]
        self._compose()
        self._timer = self._single_shot(_DELAY_MILLISECONDS, self._count)
        self._message_timer = self._single_shot(_MESSAGE_MILLISECONDS, lambda: self.tell(""))
        look.changed.connect(self._on_look)
        self._on_look()
        self.tell("")

    def set_session(self, session: Session | None) -> None:
        """Show another project, or none."""
        self._session = session
        if session is not None:
            session.opened.connect(self._timer.start)
            session.changed.connect(self._on_changed)
            session.rows_changed.connect(self._timer.start)
        self._count()

    def set_read_only(self, on: bool) -> None:
        """Say that nothing can be written, in place of that all is."""
        self._read_only = on
        self._count()

    def show_article_counts(self, on: bool) -> None:
        """Say what the annotator's article holds, or nothing of it where another page is shown."""
        self._counting = on
        self._show_counts(self._message.isHidden())

    def tell(self, text: str, *, error: bool = False) -> None:
        """Show a message for a few seconds; an empty one brings the counts back."""
        self._message.set_text(text)
        self._message.set_colour("error" if error else "text")
        self._message.setVisible(bool(text))
        self._show_counts(not text)
        self._message_timer.stop()
        if text:
            self._message_timer.start()

    def show_problems(self, problems: Problems) -> None:
        """Say how many problems the article has; nothing where it has none."""
        self.problems_button.setText(tr("%Ln problem(s)", "", len(problems)) if len(problems) else "")
        errors = tr("%Ln error(s)", "", problems.errors)
        self.problems_button.setToolTip(plain_tooltip(errors if problems.errors else ""))
        set_role(self.problems_button, "role", "warning" if problems.errors else "")
        self._show_counts(self._message.isHidden())

    @property
    def message(self) -> str:
        """The message that is shown, or nothing."""
        return self._message.text

    def set_zoom(self, zoom: float) -> None:
        """Show the zoom of the canvas."""
        self.zoom_button.setText(tr("Zoom {percent}").format(percent=percent(zoom)))

    def _on_changed(self) -> None:
        """Count anew; what was said of the step before is no longer true."""
        self._timer.start()
        if self.message:
            self.tell("")

    def _single_shot(self, milliseconds: int, run: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(run)
        return timer

    def _count(self) -> None:
        session = self._session
        self._saved.setText(tr("Read only") if self._read_only else tr("All saved"))
        set_role(self._saved, "role", "warning" if self._read_only else "")
        self.annotator_button.setVisible(session is not None)
        self._show_counts(self._message.isHidden())
        if session is None:
            return
        self.annotator_button.setText(_who(session))
        self._scheme.set_text(
            tr("Scheme {name}").format(name=f"{session.scheme.name} {session.scheme.version}".strip())
        )
        state = session.state
        if state is None:
            return
        accepted = (r for r in state.relations.values() if r.status is Status.ACCEPTED)
        relations = sum(map(state.shows, accepted))
        texts = (
            tr("%Ln annotation(s)", "", len(state.order) - state.open_suggestions),
            tr("%Ln relation(s)", "", relations),
            tr("%Ln suggestion(s) open", "", state.open_total),
        )
        for widget, text in zip(self._counts, texts, strict=True):
            widget.setText(text)
        self._show_counts(self._message.isHidden())

    def _show_counts(self, on: bool) -> None:
        project = on and self._session is not None
        there = self._session is not None and self._session.state is not None
        article = project and there and self._counting
        for widget in (self._saved, self._scheme):
            widget.setVisible(project)
        self._saved_icon.setVisible(project and not self._read_only)
        for widget in self._counts:
            widget.setVisible(article)
        self.problems_button.setVisible(article and bool(self.problems_button.text()))
        self._show_separators()
        self._make_room()

    def _show_separators(self) -> None:
        """Let a line stand before each part that is shown, and before the zoom."""
        parts = (*self._counts, self._scheme)
        for separator, part in zip(self._separators, parts, strict=False):
            separator.setVisible(not part.isHidden())
        self._separators[-1].setVisible(not self.annotator_button.isHidden())

    def _make_room(self) -> None:
        """Leave out what has no room, the scheme first and what is open last, rather than cut it off."""
        layout = self.layout()
        for part in (self._scheme, self._counts[1], self._counts[0], self._counts[2]):
            if layout is None or layout.sizeHint().width() <= self.width():
                return
            part.hide()
            self._show_separators()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._show_counts(self._message.isHidden())

    def _compose(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(self._look.px(16), 0, self._look.px(8), 0)
        row.setSpacing(self._look.px(10))
        row.addWidget(self._saved_icon)
        row.addWidget(self._saved)
        for separator, widget in zip(self._separators, [*self._counts, self._scheme], strict=False):
            row.addWidget(separator)
            row.addWidget(widget)
            if widget is self._counts[-1]:
                row.addWidget(self.problems_button)
        row.addWidget(self._message, 1)
        row.addStretch(1)
        row.addWidget(self.task)
        row.addWidget(self.annotator_button)
        row.addWidget(self._separators[4])
        row.addWidget(self.zoom_button)
        for separator in self._separators:
            separator.setFixedHeight(self._look.px(14))

    def _on_look(self) -> None:
        self.setFixedHeight(self._look.px(_HEIGHT))
        density = self.devicePixelRatioF()
        self._saved_icon.setPixmap(icons.pixmap("check", self._look, role="secondary", density=density))
        self.annotator_button.setIcon(icons.icon("user", self._look, role="secondary"))
        self.annotator_button.setIconSize(QSize(self._look.px(14), self._look.px(14)))
        self.annotator_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


def _who(session: Session) -> str:
    """Return who annotates, and as what if she leads or annotates for the second time."""
    from annotator.services import roles  # brings the store, which the first window does without

    store, name = session.project.store, session.annotator
    if name in roles.second_passes(store):
        return tr("{name} · second pass").format(name=name)
    return tr("{name} · lead").format(name=name) if name in roles.leads(store) else name
