"""Four hints at the first start, each where it applies: one at a time, then silence.

Each goes when somebody does what it says, or closes it (Esc), and never comes again; the settings know which
were seen. They come with the sample project, and in any project when somebody asks for them again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.gui.i18n import mark, tr
from annotator.gui.widgets.bubble import Bubble

if TYPE_CHECKING:
    from annotator.gui.desk import Desk
    from annotator.gui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Hint:
    """What is said, beside which panel, and which signals mean that it was done.

    One that ``suggests`` something about suggestions waits until there are any.
    """

    id: str
    text: str
    anchor: Callable[[Desk], QWidget]
    done: Callable[[Desk], tuple[SignalInstance, ...]]
    suggests: bool = False


HINTS: tuple[Hint, ...] = (
    Hint(
        "canvas",
        mark("Dashed is a suggestion. Return accepts the one in focus, Backspace rejects it."),
        lambda desk: desk.canvas,
        lambda desk: (desk.session.changed,),
        suggests=True,
    ),
    Hint(
        "strip",
        mark("Here stand the keys that apply now. ? shows them all."),
        lambda desk: desk.strip,
        lambda desk: (desk.strip.all_keys_requested, desk.session.changed),
    ),
    Hint(
        "inspector",
        mark("Here is what is known of the annotation in focus. Tab goes to the next suggestion."),
        lambda desk: desk.inspector,
        lambda desk: (desk.annotating.focused,),
    ),
    Hint(
        "list",
        mark("All articles. Ctrl+Return finishes one and opens the next."),
        lambda desk: desk.articles,
        lambda desk: (desk.session.opened,),
    ),
)


class FirstSteps(QObject):
    """Shows the hints of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.context.settings
        self._bubble: Bubble | None = None
        self._hint: Hint | None = None
        self._asked = False
        self._signals: tuple[SignalInstance, ...] = ()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self.show_next)

    @property
    def bubble(self) -> Bubble | None:
        """The hint that is shown."""
        return self._bubble

    def begin(self) -> None:
        """Show what was not seen yet, if the sample project is open."""
        desk = self._window.desk
        sample = self._window.context.paths.sample_project
        if desk is not None and (self._asked or desk.session.project.path.resolve() == sample.resolve()):
            self._next.start()

    def show_again(self) -> None:
        """Show all of them once more, in whatever project is open."""
        self._settings.update(hints_seen=())
        self._asked = True
        self._window.show_mode("annotate")
        self.begin()

    def show_next(self) -> None:
        """Show the first hint that was not seen yet."""
        desk = self._window.desk
        seen = self._settings.current.hints_seen
        hint = next((one for one in HINTS if one.id not in seen), None)
        if self._bubble is not None or desk is None or hint is None or desk.session.article is None:
            return
        if hint.suggests and not self._asked and not desk.session.suggestions.total:
            return  # They are still being made; the article is opened anew with them.
        self._hint = hint
        self._bubble = Bubble(self._window.look, tr(hint.text), hint.anchor(desk), desk)
        self._bubble.closed.connect(self.close)
        self._signals = hint.done(desk)
        for signal in self._signals:
            signal.connect(self.close)
        desk.canvas.installEventFilter(self)

    def close(self, *_: object) -> None:
        """Close the hint for good, and go on to the next one."""
        if self._hint is None:
            return
        seen = (*self._settings.current.hints_seen, self._hint.id)
        self._settings.update(hints_seen=seen)
        self.leave()
        self._next.start()

    def leave(self) -> None:
        """Take the hint away, for the project is left; it counts as not seen."""
        self._next.stop()
        for signal in self._signals:
            signal.disconnect(self.close)
        self._signals, self._hint = (), None
        if self._bubble is not None:
            self._bubble.hide()
            self._bubble.deleteLater()
            self._bubble = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() is QEvent.Type.KeyPress and escape and self._bubble is not None:
            self.close()
            return True
        return super().eventFilter(watched, event)
