"""What all dialogs have in common, the help too: title, form, line for what is wrong, buttons, and a size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.gui import placing
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import button, row
from annotator.gui.widgets.labels import breakable, label

_FIRST_LINE = 24


class _Body(QScrollArea):
    """Holds the fields and texts of a dialog; scrolls when the screen is too small for them."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setObjectName("dialogBody")
        self._inside = inside
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.installEventFilter(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        inside = self._inside
        high = inside.heightForWidth(width) if inside.hasHeightForWidth() else -1
        return max(high, inside.minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self._inside.minimumSizeHint()
        return QSize(least.width(), min(least.height(), self.fontMetrics().height() * 4))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Sheet(QDialog):
    """A title, a form, a line for what is wrong, and buttons at the right.

    It is never larger than the screen: what does not fit scrolls.
    """

    def __init__(self, look: Look, title: str, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setMinimumWidth(min(look.px(width), placing.room(self).width()))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(20))
        self.column.setSpacing(look.px(12))
        self.column.addWidget(label(look, title, size=15, weight=QFont.Weight.DemiBold))
        inside = QWidget()
        inside.setObjectName("dialogInside")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(look.px(12))
        self._scrolled = _Body(inside)
        self.column.addWidget(self._scrolled, 1)
        self.fault = label(look, role="error", wrap=True)
        self.fault.hide()
        self.column.addWidget(self.fault)
        self._form: QGridLayout | None = None
        self._fitted = False
        self._for_fault = 0

    def want_height(self, design_pixels: int) -> None:
        """Be at least that high, where the screen allows it."""
        self.setMinimumHeight(min(self.look.px(design_pixels), placing.room(self).height()))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not self._fitted:
            self._fitted = True
            self.fit()

    def fit(self) -> None:
        """Take the size that shows everything, or as much of it as the screen has room for."""
        room = placing.room(self)
        wide = max(self.minimumWidth(), min(self.minimumSizeHint().width(), room.width()))
        self.column.activate()
        high = max(self.column.totalHeightForWidth(wide), self.minimumHeight())
        self.resize(wide, min(high, room.height()))
        self._for_fault = self._fault_height()

    def add_field(self, name: str, field: QWidget, *, remark: str = "") -> None:
        """Add a line to the form: name at the left, field at the right, a remark below it."""
        if self._form is None:
            self._form = QGridLayout()
            self._form.setHorizontalSpacing(self.look.px(16))
            self._form.setVerticalSpacing(self.look.px(8))
            self._form.setColumnStretch(1, 1)
            self.body.addLayout(self._form)
        place = self._form.rowCount()
        title = label(self.look, name)
        title.setBuddy(field)
        field.setAccessibleName(name)
        tall = field.sizeHint().height() > 2 * title.sizeHint().height() + self.look.px(8)
        top = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
        if tall:
            title.setMinimumHeight(self.look.px(_FIRST_LINE))  # level with the first of the boxes beside it
        self._form.addWidget(title, place, 0, top)
        self._form.addWidget(field, place, 1)
        if remark:
            self._form.addWidget(label(self.look, remark, role="secondary", wrap=True), place + 1, 1)

    def add_text(self, text: str, *, role: str = "secondary") -> QLabel:
        """Add a paragraph."""
        made = label(self.look, breakable(text), role=role, wrap=True)
        self.body.addWidget(made)
        return made

    def add_buttons(
        self, accept: str, *, cancel: str = "", beside: QWidget | None = None
    ) -> tuple[QPushButton, QPushButton]:
        """Add the buttons: cancel, and the one that Enter presses; ``beside`` stands at the left."""
        yes = button(accept, primary=True)
        no = button(cancel or tr("Cancel"))
        yes.clicked.connect(self.accept)
        no.clicked.connect(self.reject)
        self.column.addSpacing(self.look.px(4))
        left = () if beside is None else (beside,)
        self.column.addLayout(row(*left, None, no, yes, spacing=self.look.px(8)))
        return yes, no

    def add_close(self) -> QPushButton:
        """Add the only button of a dialog that asks nothing."""
        made = button(tr("Close"), primary=True)
        made.clicked.connect(self.accept)
        self.column.addLayout(row(None, made))
        return made

    def show_fault(self, text: str) -> None:
        """Say what is wrong; an empty text takes it back."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        if self._fitted:
            self._make_room()

    def _make_room(self) -> None:
        """Grow by what the fault takes; the room is kept when it goes, for a dialog should not jump."""
        more = self._fault_height() - self._for_fault
        if more > 0:
            self._for_fault += more
            self.resize(self.width(), min(self.height() + more, placing.room(self).height()))

    def _fault_height(self) -> int:
        if self.fault.isHidden():
            return 0
        margins = self.column.contentsMargins()
        wide = self.width() - margins.left() - margins.right()
        return self.fault.heightForWidth(wide) + self.column.spacing()

    @staticmethod
    def selectable(made: QLabel) -> QLabel:
        """Let the user select and copy a label's text."""
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return made
