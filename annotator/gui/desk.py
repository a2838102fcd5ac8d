"""The annotate page: articles at the left, the canvas between header and key strip, the inspector right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from annotator.core import edits
from annotator.core.annotation import SetState
from annotator.core.article import ZoneKind
from annotator.core.change import Effect
from annotator.core.ids import ArticleId
from annotator.gui.annotating import Annotating
from annotator.gui.canvas.page import ArcsMode
from annotator.gui.canvas.view import CanvasView
from annotator.gui.chaining import Chaining
from annotator.gui.checking import Checking
from annotator.gui.finding import Finding
from annotator.gui.i18n import Language, tr
from annotator.gui.label_keys import LabelKeys
from annotator.gui.look import Look
from annotator.gui.panels.article_list import ArticleList
from annotator.gui.panels.canvas_menu import open_canvas_menu
from annotator.gui.panels.header import ArticleHeader
from annotator.gui.panels.inspector import Inspector
from annotator.gui.panels.key_choices import KeyChoices
from annotator.gui.panels.key_strip import KeyStrip
from annotator.gui.panels.label_menu import LabelMenu, label_choices
from annotator.gui.panels.notice import NoticeBar
from annotator.gui.paper import Paper
from annotator.gui.relating import Relating
from annotator.gui.session_bridge import Session, next_open
from annotator.gui.shaping import Shaping
from annotator.gui.timing import Timing
from annotator.gui.walk import Item
from annotator.gui.zoning import Zoning
from annotator.store import Team

_LEFT, _CENTRE, _RIGHT = 280, 560, 344


class Desk(QWidget):
    """Composes the panels of one session, and goes from article to article.

    ``told`` carries a message for the status bar, already translated, ``key_unused`` a key combination that
    nobody has used before it comes to the text.
    """

    told = Signal(str)
    key_unused = Signal(object)

    def __init__(
        self,
        session: Session,
        look: Look,
        language: Language,
        *,
        import_articles: Callable[[], object],
        pretag: Callable[[], object],
    ) -> None:
        super().__init__()
        self.session = session
        self.language = language
        self.look = look
        self.canvas = CanvasView()
        self.annotating = Annotating(session, self.canvas)
        self.relating = Relating(self.annotating, language)
        self.chaining = Chaining(self.annotating, self.relating)
        self.finding = Finding(self.annotating)
        self.zoning = Zoning(self.annotating)
        self.shaping: Shaping = Shaping(self.annotating)
        self.articles = ArticleList(look, session)
        self.header = ArticleHeader(look, session, self.canvas)
        self.notice = NoticeBar(look)
        self.label_keys = LabelKeys(self.annotating, self.relating)
        self.strip = KeyStrip(look, self.annotating, self.relating, self.label_keys, language)
        self.checking = Checking(self.annotating, language)
        self.timing = Timing(session, self)
        self.inspector = Inspector(
            look, self.annotating, self.relating, self.chaining, self.checking, language
        )
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.paper = Paper(look, self.annotating, self.finding, language, import_articles=import_articles)
        self.paper.turned.connect(self._on_turned)
        self._compose()
        self.choices = KeyChoices(look, self.label_keys, self.strip, language)
        self._connect(pretag)
        self._on_look()

    # Articles --------------------------------------------------------------------------------------------

    def open_article(self, article_id: ArticleId) -> None:
        """Show an article."""
        self.inspector.note.commit()
        self.session.open(article_id)

    def open_first(self) -> None:
        """Show the first article that is not finished, or the first of all."""
        rows = self.session.rows
        row = next_open(rows, None) or (rows[0] if rows else None)
        if row is not None:
            self.open_article(row.id)
        self.paper.turn()

    def open_if_nothing(self) -> None:
        """Show the first article unless one is shown."""
        if self.session.article is None:
            self.open_first()

    def step(self, distance: int) -> None:
        """Go that many articles down the list."""
        target = self.articles.neighbour(distance)
        if target is not None:
            self.open_article(target)

    def finish(self, state: SetState = SetState.DONE) -> None:
        """Mark the article as done or set aside, and go to the next one that is neither."""
        now, article = self.session.state, self.session.article
        if now is None or article is None:
            return
        self.inspector.note.commit()
        if self.session.perform(lambda: edits.set_state(self.session.state or now, state)) is None:
            return
        following = next_open(self.session.rows, article.id)
        if following is not None:
            self.open_article(following.id)
        else:
            self.told.emit(tr("All articles are finished."))

    def reopen(self) -> None:
        """Take the article back to work."""
        now = self.session.state
        if now is not None:
            self.session.perform(lambda: edits.set_state(self.session.state or now, SetState.OPEN))

    # History and details ---------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back; what is being typed is a step of its own."""
        self.inspector.note.commit()
        self.session.undo()

    def redo(self) -> None:
        """Repeat the step taken back last."""
        self.inspector.note.commit()
        self.session.redo()

    def ask_label(self) -> None:
        """Open the menu of all labels beside the canvas, or of those that the focused relation may have."""
        relation = self.annotating.relation is not None
        self.inspector.refresh()
        choices = (
            self.inspector.head.choices()
            if relation
            else label_choices(self.session.scheme, self.language, self.annotating.give_label)
        )
        menu = LabelMenu(self.look, choices, self.canvas)
        menu.open_at(self.canvas.mapToGlobal(self.canvas.rect().topRight()) - QPoint(self.look.px(344), 0))

    def edit_note(self) -> None:
        """Put the keyboard into the note of the focused mention."""
        self.show_item()
        self.inspector.note.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_attributes(self) -> None:
        """Put the keyboard into the first attribute of the focused mention."""
        self.show_item()
        field = self.inspector.attributes.first_field
        if field is None or self.inspector.attributes.isHidden():
            self.told.emit(tr("This annotation has no attributes."))
        else:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_roles(self) -> None:
        """Put the keyboard on the first role of the focused event that waits."""
        self.show_item()
        if not self.inspector.roles.take_keyboard():
            self.told.emit(tr("This annotation has no roles."))

    def show_item(self) -> None:
        """Show the focused item in the right dock."""
        self.inspector.show_page("item")
        self.inspector.refresh()

    def show_arcs(self, mode: str) -> None:
        """Draw ``all`` relations, those of the ``focus`` alone, or ``none``."""
        self.canvas.set_arcs_mode(ArcsMode(mode))

    def show_list(self) -> None:
        """Show the list of all annotations and put the keyboard into it."""
        self.inspector.show_page("list")
        self.inspector.list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_problems(self) -> None:
        """Show the list of problems and put the keyboard into it."""
        self.inspector.show_page("problems")
        self.inspector.problems.take_keyboard()

    def show_history(self) -> None:
        """Show the steps done and undone and put the keyboard into them."""
        self.inspector.note.commit()
        self.inspector.show_page("history")
        self.inspector.history.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_chains(self) -> None:
        """Show the chains of the article and put the keyboard into them."""
        self.inspector.show_page("chains")
        self.inspector.chains.take_keyboard()

    def set_zone_here(self, kind: ZoneKind) -> None:
        """Say what the selection, or the text part at the focus or the cursor, is."""
        self.zoning.set_here(kind)

    def show_pretagging(self, *, on: bool) -> None:
        """Say that suggestions are being looked for, where the open article has none yet."""
        self.notice.set_pretagging(on)
        self._show_notice()

    def set_read_only(self, reason: str) -> None:
        """Let nothing be changed on this page, and say why where somebody tries."""
        self.session.hindrance = reason
        self.canvas.set_read_only(True)
        self.inspector.set_read_only(reason)

    # Set up ----------------------------------------------------------------------------------------------

    def _compose(self) -> None:
        centre = QWidget()
        centre.setObjectName("centre")
        centre.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        centre.setMinimumWidth(self.look.px(_CENTRE * 3 // 4))
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addWidget(self.paper, 1)
        column.addWidget(self.strip)
        for widget in (self.articles, centre, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        px = self.look.px
        self.splitter.setSizes([px(_LEFT), px(_CENTRE), px(_RIGHT)])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.splitter)
        self.paper.turn()

    def _connect(self, pretag: Callable[[], object]) -> None:
        session = self.session
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.rows_changed.connect(self._on_rows)
        self.articles.chosen.connect(self.open_article)
        self.articles.entered.connect(lambda: self.canvas.setFocus(Qt.FocusReason.OtherFocusReason))
        self.header.previous_requested.connect(lambda: self.step(-1))
        self.header.next_requested.connect(lambda: self.step(1))
        session.refused.connect(self.told)
        self.checking.changed.connect(self._mark_problems)
        self.annotating.told.connect(lambda text: self.told.emit(tr(text)))
        self.checking.went.connect(lambda problem: self.told.emit(self.checking.sentence(problem)))
        self.annotating.focused.connect(self._on_focused)
        self.canvas.context_menu_requested.connect(self._on_context_menu)
        for place in (self.canvas, self.inspector.list.view):
            place.installEventFilter(self)
            place.installEventFilter(self.label_keys)  # asked before this page
        self.timing.watch(self.canvas, self.canvas.viewport(), self.inspector.note.field)
        self.annotating.focused.connect(lambda _: self.timing.touch())
        self.notice.set_actions(pretag=pretag, finish=self.finish)
        self.look.changed.connect(self._on_look)
        keyboard = QApplication.instance()
        if isinstance(keyboard, QApplication):
            keyboard.focusChanged.connect(self._on_keyboard)

    # Events ----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if self.relating.active:
            return False  # a letter chooses a target, not a label
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            text = event.text()
            at_canvas = watched is self.canvas
            if at_canvas and event.key() == Qt.Key.Key_Escape and self.canvas.selection() is None:
                self.annotating.focus(None)
                return False
            if plain and len(text) == 1 and text.isprintable() and self.annotating.give_key(text):
                return True
            if at_canvas:
                self.key_unused.emit(event.keyCombination())
        return False

    def _on_opened(self) -> None:
        if self.session.state is not None:
            self.paper.show_article()
            self._show_notice()

    def _on_changed(self, effect: Effect) -> None:
        self._show_notice()
        self.paper.show_effect(effect)

    def _on_look(self) -> None:
        self.canvas.set_theme(self.look.theme)

    def _on_keyboard(self, _: QWidget | None, now: QWidget | None) -> None:
        """Let the strip say the keys of where the keyboard is; the list has those of the text."""
        if now is not None and now.window() is self.window():
            in_panel = self.inspector.isAncestorOf(now) and now is not self.inspector.list.view
            self.strip.set_elsewhere(in_panel)

    def _on_focused(self, item: Item | None) -> None:
        self._show_notice()

    def _mark_problems(self) -> None:
        self.canvas.set_problems(problem.place.start for problem in self.checking.problems.listed)

    def _on_rows(self) -> None:
        if self.session.article is None and self.session.rows:
            self.open_first()
        self.paper.turn()

    def _on_turned(self, there: bool) -> None:
        for widget in (self.header, self.strip):
            widget.setVisible(there)

    def _show_notice(self) -> None:
        state = self.session.state
        if state is not None:
            self.notice.show_state(state, self.session.suggestions, control=self._is_control())

    def _is_control(self) -> bool:
        """Tell whether the open article is one without suggestions, on purpose."""
        article, state = self.session.article, self.session.state
        if article is None or state is None or state.order or self.session.suggestions.total:
            return False
        return Team(self.session.project.store).is_control(article.id, self.session.annotator)

    def _on_context_menu(self, item: Item | None, where: QPoint) -> None:
        open_canvas_menu(self, item, where)
