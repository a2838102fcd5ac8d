"""The list of all annotations of the article, with a filter by layer and status."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from annotator.core.annotation import Status
from annotator.core.change import Effect, together
from annotator.gui.annotating import Annotating
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.models.annotation_delegate import AnnotationDelegate
from annotator.gui.models.annotations import ENTRY, RELATIONS, AnnotationFilter, AnnotationsModel, Entry
from annotator.gui.panels.shown import shown
from annotator.gui.pause import after_pause
from annotator.gui.walk import Item
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.fields import Combo
from annotator.gui.widgets.rows import row_view


class AnnotationList(QWidget):
    """Choosing a row focuses it on the canvas; a rejected one is only shown in the inspector."""

    def __init__(self, look: Look, annotating: Annotating, language: str) -> None:
        super().__init__()
        self._annotating = annotating
        self._language = language
        self._following = False
        self._effects: list[Effect] | None = None
        self.layer_combo = Combo(look)
        self.status_combo = Combo(look)
        self._fill_combos()
        self.model = AnnotationsModel(self)
        name = tr("All annotations of the article")
        self.view = row_view(look, name, AnnotationDelegate(look, self.model), self.model)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(EmptyState(look, tr("No annotation fits the filter.")))
        self._compose(look)
        self._timer = after_pause(self, self.refresh)
        annotating.session.changed.connect(self._on_changed)
        annotating.session.opened.connect(self._on_opened)
        annotating.focused.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        # A row is decided with the same keys as on the canvas.
        self.view.addActions(self._annotating.canvas.actions())
        self.refresh()

    def refresh(self) -> None:
        """Show what was done since, if the list can be seen; an article just opened is read whole."""
        if not self.isVisible():
            return
        session = self._annotating.session
        effects, self._effects = self._effects, []
        now = None
        if session.article is not None and session.state is not None:
            now = shown(session.article, session.state, session.scheme, self._language, None)
        self._following = True  # a row that goes hands on being the current one: that is no choice
        chosen = self._chosen()
        if now is None or effects is None or chosen != self.model.chosen:
            self.model.show(now, chosen)
        elif effects:
            self.model.update(now, together(effects))
        self._following = False
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self._follow(self._annotating.item)

    def _chosen(self) -> AnnotationFilter:
        # Qt keeps a string enumeration as its plain value.
        status = str(self.status_combo.currentData())
        return AnnotationFilter(str(self.layer_combo.currentData()), Status(status) if status else None)

    def _on_changed(self, effect: Effect) -> None:
        if self._effects is not None:
            self._effects.append(effect)
        self._timer.start()

    def _on_opened(self) -> None:
        self._effects = None
        self._timer.start()

    def _follow(self, item: Item | None) -> None:
        if not self.isVisible():
            return
        position = self.model.position_of(item)
        self._following = True
        if position is None:
            self.view.setCurrentIndex(QModelIndex())
        else:
            self.view.setCurrentIndex(self.model.index(position))
            self.view.scrollTo(self.model.index(position))
        self._following = False

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if self._following or not current.isValid():
            return
        entry: Entry = current.data(ENTRY)
        self._annotating.focus(entry.item.id)

    def _fill_combos(self) -> None:
        self.layer_combo.setAccessibleName(tr("Layer"))
        self.layer_combo.addItem(tr("All layers"), "")
        for layer in self._annotating.session.scheme.layers:
            self.layer_combo.addItem(layer.text.get(self._language), layer.name)
        self.layer_combo.addItem(tr("Relations"), RELATIONS)
        self.status_combo.setAccessibleName(tr("Status"))
        for text, status in (
            (tr("All shown"), ""),
            (tr("Suggestions"), Status.SUGGESTED.value),
            (tr("Accepted"), Status.ACCEPTED.value),
            (tr("Rejected"), Status.REJECTED.value),
        ):
            self.status_combo.addItem(text, status)
        for combo in (self.layer_combo, self.status_combo):
            combo.activated.connect(self.refresh)

    def _compose(self, look: Look) -> None:
        head = QWidget()
        head.setObjectName("panelHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        inside.setSpacing(look.px(8))
        inside.addWidget(self.layer_combo)
        inside.addWidget(self.status_combo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
