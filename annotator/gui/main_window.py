"""The main window. It only composes: menu, toolbar, pages and status bar around one project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from annotator.gui import placing
from annotator.gui.context import Context
from annotator.gui.first_steps import FirstSteps
from annotator.gui.foreground import Foreground
from annotator.gui.i18n import tr
from annotator.gui.importing import Imports
from annotator.gui.panels.banner import Banner
from annotator.gui.panels.status import StatusBar
from annotator.gui.panels.welcome import Welcome
from annotator.gui.people import People
from annotator.gui.pretagging import Pretagging
from annotator.gui.projects import Projects
from annotator.gui.review.mode import ReviewMode
from annotator.gui.sentences import is_grave, sentence
from annotator.gui.toolbar import Toolbar
from annotator.gui.widgets.labels import label
from annotator.gui.window_actions import WindowActions
from annotator.gui.window_dialogs import Dialogs

if TYPE_CHECKING:
    from annotator.core.errors import AnnotatorError
    from annotator.gui.desk import Desk
    from annotator.gui.panels.articles_page import ArticlesPage
    from annotator.gui.search.page import SearchPage
    from annotator.gui.session_bridge import Session

_ZOOM_STEP = 1.1
_PROJECT_SUFFIX = ".annot"


class MainWindow(QMainWindow):
    """One window, one project or the welcome page."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.look = context.look
        self.desk: Desk | None = None
        self.articles_page: ArticlesPage | None = None
        self.search_page: SearchPage | None = None
        self.people: People = People(self)
        self.projects: Projects = Projects(self)
        self.imports: Imports = Imports(self)
        self.pretagging: Pretagging = Pretagging(self)
        self.exports: Foreground = Foreground(self)
        self.first_steps: FirstSteps = FirstSteps(self)
        self.reviewing: ReviewMode = ReviewMode(self)
        self.dialogs: Dialogs = Dialogs(self)
        self.actions_: WindowActions = WindowActions(self)
        self.toolbar = Toolbar(self.look, self.actions_)
        self.status = StatusBar(self.look)
        self.banner = Banner(self.look)
        self.welcome = Welcome(
            self.look,
            new=self.projects.ask_new,
            open_=self.projects.ask_open,
            sample=self.projects.open_sample,
            forget=self.projects.forget,
        )
        self.pages = QStackedWidget()
        self._project_name = label(self.look, role="secondary")
        self._refresh_timer = QTimer(self)
        self._compose()
        self._connect()
        placing.restore(self, self.context.settings.current.geometry)
        self.refresh_recent()
        self.show_session(None)

    # The project -----------------------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """Show a project in place of the one before, or the welcome page."""
        self.leave_session()
        if session is not None:
            self._enter_session(session)
        there = session is not None
        self.toolbar.setVisible(there)
        self.status.setVisible(there)
        self.status.set_session(session)
        name = session.project.path.name if session is not None else ""
        self._show_title(name)
        self._project_name.setText(name)
        # The menu bar gives a corner the room that it asked for when it was put there.
        self.menuBar().setCornerWidget(self._project_name)
        self.refresh_recent()
        self.show_mode("annotate")
        self._refresh()

    def _show_title(self, name: str) -> None:
        hindrance = self.projects.hindrance
        shown = tr("{name} (read only)").format(name=name) if hindrance else name
        self.setWindowTitle(f"{shown} – Annotator" if name else "Annotator")
        self.status.set_read_only(bool(hindrance))
        if hindrance and self.desk is not None:
            self.banner.show_hindrance(hindrance)
            self.desk.set_read_only(hindrance)

    def show_mode(self, mode: str) -> None:
        """Show the articles, the search or the annotate page; without a project the welcome page."""
        page: QWidget = self.welcome
        others: dict[str, QWidget | None] = {"articles": self.articles_page, "search": self.search_page}
        if mode == "review":
            others["review"] = self.reviewing.open()
        if self.desk is not None:
            page = others.get(mode) or self.desk
            self.actions_["mode_annotate" if page is self.desk else f"mode_{mode}"].setChecked(True)
        self.pages.setCurrentWidget(page)
        self.toolbar.set_annotating(page is self.desk)
        self.status.show_article_counts(page is not self.reviewing.page)
        self.regain_focus()

    @property
    def hand(self) -> Desk | None:
        """Where one annotates: the annotate page, or in a review the gold set while it is worked on."""
        return self.reviewing.gold or self.desk

    def regain_focus(self) -> None:
        """Put the keyboard where the work is: on the canvas, or into the table of articles."""
        page = self.pages.currentWidget()
        self.activateWindow()
        if self.desk is not None and page is self.desk:
            self.desk.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.articles_page is not None and page is self.articles_page:
            self.articles_page.take_focus()
        elif self.search_page is not None and page is self.search_page:
            self.search_page.take_focus()
        elif self.reviewing.page is not None and page is self.reviewing.page:
            self.reviewing.page.take_focus()
        elif page is self.welcome:
            self.welcome.take_focus()

    def _enter_session(self, session: Session) -> None:
        from annotator.gui.desk import Desk
        from annotator.gui.panels.articles_page import ArticlesPage
        from annotator.gui.search.opening import search_page

        session.setParent(self)
        self.desk = desk = Desk(
            session,
            self.look,
            self.context.language,
            import_articles=self.imports.ask,
            pretag=self.pretagging.start,
        )
        self.articles_page = page = ArticlesPage(
            session,
            self.look,
            import_articles=self.imports.ask,
            pretag=self.pretagging.start,
            export=self.dialogs.ask_export,
            hand=self.actions_["hand"].trigger,
            show_all=self.actions_["all_articles"].trigger,
        )
        self.pages.addWidget(desk)
        self.pages.addWidget(page)
        self.search_page = search_page(self, session)
        self.pages.addWidget(self.search_page)
        page.opened.connect(self._open_from_table)
        self.actions_.bind_canvas(desk.canvas)
        desk.told.connect(self.status.tell)
        desk.key_unused.connect(self.actions_.say_why)
        desk.checking.changed.connect(lambda: self.status.show_problems(desk.checking.problems))
        self.status.problems_requested.connect(desk.show_problems)
        desk.strip.all_keys_requested.connect(self.dialogs.show_keys)
        desk.finding.found.connect(self._on_found)
        desk.canvas.zoom_changed.connect(self._on_zoom)
        for signal in (desk.annotating.focused, session.changed):
            signal.connect(lambda _: self._refresh_timer.start())
        session.opened.connect(self._refresh_timer.start)
        session.opened.connect(self.first_steps.begin)
        session.changed.connect(lambda _: self.banner.recover())
        session.failed.connect(self._on_failed)
        placing.squeeze(desk.splitter, min(self.width(), placing.room(self).width()))
        self._restore_panels(desk)
        self.actions_[f"arcs_{self.context.settings.current.arcs}"].setChecked(True)
        desk.show_arcs(self.context.settings.current.arcs)
        desk.canvas.set_zoom(self.context.settings.current.zoom)
        desk.canvas.set_spacing(self.context.settings.current.line_spacing)
        self.status.set_zoom(desk.canvas.zoom)
        desk.open_first()

    def leave_session(self) -> None:
        """End what goes on in the open project, and close it; the page stays empty until another is shown."""
        if self.desk is None or self.articles_page is None or self.search_page is None:
            return
        self.remember()
        self.first_steps.leave()
        self.desk.inspector.note.commit()
        self.desk.timing.end()
        self.imports.stop()
        self.pretagging.stop()
        self.exports.stop()
        self.reviewing.leave()
        self.banner.clear()
        session = self.desk.session
        for page in (self.desk, self.articles_page, self.search_page):
            self.pages.removeWidget(page)
            page.deleteLater()
        self.desk = self.articles_page = self.search_page = None
        session.close()
        session.deleteLater()
        self.projects.let_go()

    def may_leave(self) -> bool:
        """Write what is being typed; where that fails, ask whether to leave without it."""
        if self.desk is None:
            return True
        self.desk.inspector.note.commit()
        lost = self.banner.failing and self.desk.inspector.note.unsaved is not None
        return not lost or self.dialogs.agrees_to_lose_note()

    def _open_from_table(self, article_id: object) -> None:
        if self.desk is not None:
            self.desk.open_article(article_id)  # type: ignore[arg-type]
            self.show_mode("annotate")

    # What the actions ask for ------------------------------------------------------------------------------

    def start_search(self) -> None:
        """Put the keyboard into the search field."""
        self.show_mode("annotate")
        self.toolbar.search.setFocus()
        self.toolbar.search.edit.selectAll()

    def zoom(self, step: int) -> None:
        """Scale the canvas up or down, or back with 0."""
        if self.hand is not None:
            canvas = self.hand.canvas
            canvas.set_zoom(canvas.zoom * _ZOOM_STEP**step if step else 1.0)

    def refresh_soon(self) -> None:
        """Look anew what can be done, when all that goes on has come to rest."""
        self._refresh_timer.start()

    def refresh_recent(self) -> None:
        """Show the projects opened lately."""
        recent = self.context.settings.current.recent
        self.welcome.set_recent(recent)
        self.actions_.set_recent(recent)

    # Set up ----------------------------------------------------------------------------------------------

    def _compose(self) -> None:
        self.setAcceptDrops(True)
        self._project_name.setObjectName("menuProject")
        self._project_name.setContentsMargins(0, 0, self.look.px(16), 0)
        self._project_name.setFixedHeight(self.look.px(28))
        self.menuBar().setFixedHeight(self.look.px(28))
        self.pages.addWidget(self.welcome)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.banner)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(body)
        self._refresh_timer.setSingleShot(True)
        self._refresh_timer.timeout.connect(self._refresh)

    def _connect(self) -> None:
        self.welcome.recent_requested.connect(lambda path: self.projects.open(Path(path)))
        self.banner.again_requested.connect(self.projects.again)
        self.status.annotator_requested.connect(self.people.ask_other)
        self.status.zoom_requested.connect(lambda: self.zoom(0))
        self.status.task.cancel_requested.connect(self.pretagging.cancel)
        search = self.toolbar.search
        search.text_changed.connect(self._on_words)
        search.submitted.connect(self.actions_["find_next"].trigger)
        search.submitted_backwards.connect(self.actions_["find_previous"].trigger)
        search.left_empty.connect(lambda: self.show_mode("annotate"))
        self.look.changed.connect(self.actions_.set_icons)
        self.look.changed.connect(self._refresh)
        self.pages.currentChanged.connect(lambda _: self.refresh_soon())

    def _restore_panels(self, desk: Desk) -> None:
        sizes = self.context.settings.current.panels.get("desk", ())
        if len(sizes) == desk.splitter.count():
            desk.splitter.setSizes(list(sizes))

    def remember(self) -> None:
        """Keep where the window and its panels are."""
        changes: dict[str, object] = {"geometry": placing.kept(self)}
        if self.desk is not None and self.desk.isVisible():
            changes["panels"] = {"desk": tuple(self.desk.splitter.sizes())}
        if self.desk is not None:
            changes["zoom"] = round(self.desk.canvas.zoom, 3)
            changes["line_spacing"] = self.desk.canvas.spacing
            changes["arcs"] = self.desk.canvas.arcs_mode.value
        self.context.settings.update(**changes)

    # Events ----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: placing.keep_on_screen(self))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102
        if not self.may_leave():
            event.ignore()
            return
        self.remember()
        self.show_session(None)
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            # Dialogs wait until the program that the files come from has been let go.
            QTimer.singleShot(0, self, lambda: self.take_files(paths))

    def take_files(self, paths: list[Path]) -> None:
        """Open a project file, or import articles, into a new project if none is open."""
        if len(paths) == 1 and paths[0].suffix == _PROJECT_SUFFIX:
            self.projects.open(paths[0])
        elif self.projects.hindrance:
            self.status.tell(self.projects.hindrance, error=True)
        elif self.desk is not None:
            self.imports.start(paths)
        else:
            self.projects.ask_new(then=lambda: self.imports.start(paths))

    def _refresh(self) -> None:
        self.actions_.refresh()
        self.toolbar.refresh()

    def _on_failed(self, error: AnnotatorError) -> None:
        if self.projects.hindrance and error.code == "store_unavailable":
            self.status.tell(self.projects.hindrance, error=True)
        elif error.code == "store_unavailable":
            says_so = error.data.get("reason") == "disk_full"
            kept = "" if says_so else tr("What you decided before is kept.")
            self.banner.show_failure(f"{sentence(error)} {kept}".strip())
        elif self.desk is not None and is_grave(error):
            self.desk.notice.show_error(sentence(error))
        else:
            self.status.tell(sentence(error), error=True)

    def _on_words(self, words: str) -> None:
        if self.desk is not None:
            self.desk.finding.look_for(words)

    def _on_found(self, rank: int, total: int) -> None:
        words = bool(self.toolbar.search.edit.text().strip())
        self.toolbar.search.set_error(words and not total)
        self.toolbar.search.set_remark(f"{rank}/{total}" if words else "")

    def _on_zoom(self, zoom: float) -> None:
        self.status.set_zoom(zoom)
