"""The canvas: the article with its annotations, painted where it can be seen and nowhere else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.core.article import Article
from annotator.core.ids import MentionId
from annotator.core.scheme import Scheme
from annotator.gui.canvas import measures
from annotator.gui.canvas.autoscroll import Autoscroll
from annotator.gui.canvas.cursor import Caret, Move, moved
from annotator.gui.canvas.gestures import Gestures
from annotator.gui.canvas.ink import ink
from annotator.gui.canvas.keys import move_for
from annotator.gui.canvas.paint_arcs import paint_link
from annotator.gui.canvas.sheet import Sheet
from annotator.gui.canvas.spotlight import Item
from annotator.gui.canvas.surface import Surface, Target
from annotator.gui.i18n import tr

_FORWARDS = frozenset(
    {
        Move.NEXT_TOKEN,
        Move.NEXT_SENTENCE,
        Move.NEXT_PARAGRAPH,
        Move.ROW_DOWN,
        Move.ROW_END,
        Move.PAGE_DOWN,
        Move.END,
    }
)


class CanvasView(Sheet):
    """Shows one article in one state and takes mouse and cursor keys.

    ``item_focused`` tells that the user gave the focus to a mention or relation or took it away (``None``);
    :meth:`set_focus_item` does not emit it. ``relation_dragged`` carries the mentions at head and tail,
    ``context_menu_requested`` an item or ``None`` and a global point.
    """

    item_focused = Signal(object)
    relation_dragged = Signal(object, object)
    context_menu_requested = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(tr("Article text"))
        self._gestures = Gestures(self)
        self._autoscroll = Autoscroll(self._on_autoscroll, self)
        self._pointer = QPointF()

    def set_document(self, article: Article, scheme: Scheme, language: str) -> None:
        """Take another article, scheme or language; what the mouse was doing is given up."""
        self._give_up()
        super().set_document(article, scheme, language)

    def set_read_only(self, on: bool) -> None:
        """Let no relation be dragged; focus, cursor and selection stay."""
        self._give_up()
        self._gestures.links = not on

    def move_cursor(self, kind: Move, *, extend: bool = False) -> None:
        """Move the token cursor; ``extend`` selects on the way. A focused item loses the focus.

        From a focused mention the cursor starts at that mention, and extending starts with all of it.
        """
        if self._places is None or not self._places.count:
            return
        caret = self._start_of_move(kind, extend=extend)
        self.place_caret(moved(caret, kind, extend=extend, places=self._places))

    def _start_of_move(self, kind: Move, *, extend: bool) -> Caret:
        mention = self.resting
        if mention is None or self._surface is None:
            return self._caret
        covered = self._surface.page.article.tokens.covered(mention.envelope)
        if not covered:
            return self._caret
        ends = (covered[0], covered[-1]) if kind in _FORWARDS else (covered[-1], covered[0])
        return Caret(ends[1], ends[0] if extend else None)

    # What gestures act on

    def target(self, x: float, y: float) -> Target:
        """Return what is at a point of the surface."""
        return self._surface.target(x, y) if self._surface is not None else Target()

    def choose(self, item: Item | None) -> None:
        """Give the focus to what the user chose."""
        self.set_focus_item(item)
        self.item_focused.emit(self.focus_item)

    def place_caret(self, caret: Caret, *, follow: bool = True) -> None:
        """Put the token cursor where the user wants it; it takes the focus from an item.

        ``follow`` scrolls to it: keys move it out of sight, the mouse points at what is in sight.
        """
        focused = self._spotlight.item is not None
        if focused:
            self._light(None)
        self._put_caret(caret)
        token = self._token_span()
        if token is not None and follow:
            self.show_span(token)
        if focused:
            self.item_focused.emit(None)

    def relate(self, head: MentionId, tail: MentionId) -> None:
        """Tell that the user dragged from one mention to another."""
        self.relation_dragged.emit(head, tail)

    def refresh(self) -> None:
        """Paint the viewport anew."""
        self.viewport().update()

    def paint_over(self, painter: QPainter) -> None:
        """Paint the relation that is being dragged."""
        link = self._gestures.link
        if link is None or self._surface is None:
            return
        shown = (entry for entry in self._surface.chips() if entry[0].item.id == link.mention)
        found = next(shown, None)
        if found is not None:
            chip, left, top = found
            rect = QRectF(left, top, chip.width, measures.CHIP)
        else:
            rect = self._beyond(link.mention, self._surface)
        paint_link(painter, rect, QPointF(*link.pointer), ink(self._theme))

    def _beyond(self, item: Item, surface: Surface) -> QRectF:
        """Return a place above or below the viewport for a chip that is out of sight."""
        mention = self._mention(item)
        above = mention is None or mention.start < surface.place()[0]
        return QRectF(surface.left, -measures.CHIP if above else surface.scroller.page, 0, measures.CHIP)

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor, or leave the key to the window."""
        if event.key() == Qt.Key.Key_Escape and (self._give_up() or self.selection() is not None):
            self.clear_selection()
            return
        asked = move_for(event)
        if asked is None:
            event.ignore()
            return
        move, extend = asked
        self.move_cursor(move, extend=extend)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        anchor = self._caret.token if self._caret.anchor is None else self._caret.anchor
        self._gestures.press(*self.point(event.position()), extend_from=anchor if extends else None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a gesture, or show what a press would do here."""
        x, y = self.point(event.position())
        if not self._gestures.busy:
            at = self.target(x, y)
            clickable = at.on_chip or at.relation is not None
            shape = Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            return
        self._pointer = event.position()
        self._autoscroll.follow(y, self.viewport_size()[1])
        self._gestures.move(x, y)

    def _on_autoscroll(self, pixels: int) -> None:
        """Scroll while the pointer is dragged near an edge or beyond it; what it drags along follows."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + pixels)
        if bar.value() != before:
            x, y = self.point(self._pointer)
            self._gestures.move(x, max(0.0, min(y, self.viewport_size()[1] - 1)))

    def _give_up(self) -> bool:
        """End what the mouse is doing without any effect; tell whether there was anything."""
        self._autoscroll.stop()
        return self._gestures.cancel()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a gesture."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._autoscroll.stop()
            self._gestures.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a token."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._gestures.double_click(*self.point(event.position()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stand still: the release of the button may go to whoever has the keyboard now."""
        self._autoscroll.stop()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give up what the mouse was doing."""
        self._give_up()
        super().hideEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu for what is under the pointer, or for the focus when a key asked."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            at = self.target(*self.point(QPointF(event.pos())))
            self.context_menu_requested.emit(at.relation or at.mention, event.globalPos())
        else:
            self.context_menu_requested.emit(self.focus_item, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in a tooltip what a chip or an arc is."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self.target(*self.point(QPointF(event.pos())))
            item = at.relation or (at.mention if at.on_chip else None)
            QToolTip.showText(event.globalPos(), self._description(item), self.viewport())
            return True
        return super().viewportEvent(event)
