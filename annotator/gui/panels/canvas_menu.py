"""The canvas's context menu: decide, label, and say what a part of the text is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from annotator.core.annotation import Status
from annotator.core.article import ZoneKind
from annotator.core.text import Span
from annotator.gui.i18n import mark, tr
from annotator.gui.widgets.keycap import action_key

if TYPE_CHECKING:
    from annotator.gui.annotating import Annotating
    from annotator.gui.canvas.view import CanvasView
    from annotator.gui.relating import Relating
    from annotator.gui.session_bridge import Session
    from annotator.gui.walk import Item
    from annotator.gui.zoning import Zoning

ZONE_NAMES = {
    ZoneKind.HEADLINE: mark("Headline"),
    ZoneKind.KICKER: mark("Kicker"),
    ZoneKind.DATELINE: mark("Date line"),
    ZoneKind.NOTICE: mark("Notice"),
    ZoneKind.CAPTION: mark("Caption"),
    ZoneKind.CREDIT: mark("Credit"),
    ZoneKind.TEASER: mark("Teaser"),
    ZoneKind.CROSSHEAD: mark("Cross-heading"),
    ZoneKind.BODY: mark("Body text"),
}


class Hand(Protocol):
    """The page where one annotates: what the menu can do there."""

    @property
    def session(self) -> Session:
        """The open project."""

    @property
    def canvas(self) -> CanvasView:
        """The text."""

    @property
    def annotating(self) -> Annotating:
        """What is done with the focused item."""

    @property
    def relating(self) -> Relating:
        """What draws relations."""

    @property
    def zoning(self) -> Zoning:
        """What says what parts of the text are."""

    def ask_label(self) -> object:
        """Open the menu of all labels."""


def open_canvas_menu(desk: Hand, item: Item | None, where: QPoint) -> None:
    """Open the menu for an item, which gets the focus, and for the text part at ``where`` (global)."""
    if item != desk.annotating.item and (item is not None or desk.canvas.selection() is None):
        desk.annotating.focus(item)
    canvas = desk.canvas
    at = canvas.viewport().mapFromGlobal(where)
    token = canvas.target(*canvas.point(at.toPointF())).token
    part = desk.zoning.part_here() if item is not None else desk.zoning.part_under(token)
    menu = QMenu(canvas)
    fill_canvas_menu(menu, desk, part)
    if desk.session.hindrance:
        for action in menu.actions():
            action.setEnabled(False)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(where)


def fill_canvas_menu(menu: QMenu, desk: Hand, part: Span | None) -> None:
    """Fill a menu for the focused item and for a ``part`` of the text."""
    _add_decisions(menu, desk)
    annotating = desk.annotating
    if annotating.mention is not None or desk.canvas.selection() is not None:
        menu.addAction("\t".join((tr("Label …"), action_key("label"))), desk.ask_label)
    if annotating.mention is not None:
        relation = "\t".join((tr("Relation from here …"), action_key("relation")))
        menu.addAction(relation, lambda: desk.relating.start())
    if part is not None:
        if not menu.isEmpty():
            menu.addSeparator()
        add_zone_menu(menu, desk, part)


def add_zone_menu(menu: QMenu, desk: Hand, part: Span) -> None:
    """Add the menu of what a part of the text may be, with what it is marked."""
    zones = menu.addMenu(tr("Text part is"))
    current = desk.zoning.kind_of(part)
    for kind, name in ZONE_NAMES.items():
        action = zones.addAction(tr(name))
        action.setCheckable(True)
        action.setChecked(kind is current)
        action.triggered.connect(lambda _=False, k=kind: desk.annotating.set_zone(part, k))


def _add_decisions(menu: QMenu, desk: Hand) -> None:
    annotating = desk.annotating
    item = annotating.mention or annotating.relation
    if item is None:
        return
    if item.status is Status.SUGGESTED:
        menu.addAction("\t".join((tr("Accept"), action_key("accept"))), annotating.accept)
        menu.addAction("\t".join((tr("Reject"), action_key("reject"))), annotating.reject)
    elif item.status is Status.REJECTED:
        menu.addAction("\t".join((tr("Accept after all"), action_key("accept"))), annotating.accept)
        menu.addAction("\t".join((tr("Take rejection back"), action_key("delete"))), annotating.delete)
    else:
        menu.addAction("\t".join((tr("Delete"), action_key("delete"))), annotating.delete)
    menu.addSeparator()
