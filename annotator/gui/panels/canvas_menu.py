"""The canvas's context menu: decide, label, and say what the paragraph is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from annotator.core.annotation import Status
from annotator.core.article import ZoneKind
from annotator.core.text import Span
from annotator.gui.i18n import mark, tr
from annotator.gui.panels.label_menu import fill_label_menu

if TYPE_CHECKING:
    from annotator.gui.desk import Desk

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


def fill_canvas_menu(menu: QMenu, desk: Desk, paragraph: Span | None) -> None:
    """Fill a menu for the focused item and for ``paragraph``."""
    _add_decisions(menu, desk)
    if desk.annotating.mention is not None or desk.canvas.selection() is not None:
        labels = menu.addMenu(tr("Label"))
        annotating = desk.annotating
        fill_label_menu(labels, desk.session.scheme, desk.look, desk.language, annotating.give_label)
    if desk.annotating.mention is not None:
        menu.addAction(tr("Relation from here …"), lambda: desk.relating.start())
    if paragraph is not None:
        if not menu.isEmpty():
            menu.addSeparator()
        add_zone_menu(menu, desk, paragraph)


def add_zone_menu(menu: QMenu, desk: Desk, paragraph: Span) -> None:
    """Add the menu of what a paragraph may be, with what it is marked."""
    state = desk.session.state
    zones = menu.addMenu(tr("Paragraph is"))
    current = next(
        (zone.kind for zone in (state.zones if state else ()) if zone.span.overlaps(paragraph)), None
    )
    for kind, name in ZONE_NAMES.items():
        action = zones.addAction(tr(name))
        action.setCheckable(True)
        action.setChecked(kind is current)
        action.triggered.connect(lambda _=False, k=kind: desk.annotating.set_zone(paragraph, k))


def _add_decisions(menu: QMenu, desk: Desk) -> None:
    annotating = desk.annotating
    item = annotating.mention or annotating.relation
    if item is None:
        return
    if item.status is Status.SUGGESTED:
        menu.addAction(tr("Accept") + "\t⏎", annotating.accept)
        menu.addAction(tr("Reject") + "\t⌫", annotating.reject)
    else:
        menu.addAction("\t".join((tr("Delete"), tr("Del"))), annotating.delete)
    menu.addSeparator()
