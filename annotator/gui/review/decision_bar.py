"""The bar at the bottom of a review: a button with its key for each decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from annotator.gui.i18n import mark, tr
from annotator.gui.look import Look
from annotator.gui.widgets.keycap import key_text
from annotator.gui.widgets.labels import line, plain_tooltip

_HEIGHT, _BUTTON, _CAP = 96, 60, 20
_LINES = 3
"""Lines between groups of buttons."""
_CAPS = {"Shift+Return": "⇧ ⏎", "Tab": "⇥"}
"""What stands on keys whose names are too long for a cap."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the bar offers now: letters with tones, what the majority is, and what cannot be done, and why."""

    letters: tuple[str, ...] = ()
    majority: str = ""
    refused: tuple[tuple[str, str], ...] = ()
    decidable: bool = True


class DecisionButton(QAbstractButton):
    """A key cap above a word, with an annotator's letter beside the word if there is one."""

    def __init__(self, look: Look, key: str, word: str, *, letter: str = "", tone: int = 0) -> None:
        super().__init__()
        self._look = look
        self._key = key
        self._letter = letter
        self._tone = tone
        self.ringed = False
        self.wordless = False
        self.setText(word)
        self.setAccessibleName(f"{letter} {word}".strip() + f" ({key_text(key)})")
        self.setToolTip(plain_tooltip(f"{letter} {word} ({key_text(key)})".strip()))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(self.wanted_width(words=not self.wordless), self._look.px(_BUTTON))

    def wanted_width(self, *, words: bool) -> int:
        """Return how wide the button is with or without its word."""
        px = self._look.px
        word = QFontMetrics(self._look.font()).horizontalAdvance(self.text()) if words else 0
        return max(px(48), word + (px(20) if self._letter else 0) + px(8))

    @property
    def _cap_text(self) -> str:
        return _CAPS.get(self._key, self._key)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        px, look = self._look.px, self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.ringed else 1.0
        rect = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(look.colour("focus" if self.ringed else "strong_line"), width))
        hovered = self.underMouse() and self.isEnabled()
        painter.setBrush(look.colour("hover" if hovered or self.isDown() else "field"))
        painter.drawRoundedRect(rect, 4, 4)
        colour = look.colour("text" if self.isEnabled() else "disabled")
        self._cap(painter, QRectF(0, px(8), self.width(), px(_CAP)), colour)
        self._word(painter, QRectF(0, px(34), self.width(), px(18)), colour)

    def _cap(self, painter: QPainter, place: QRectF, colour: QColor) -> None:
        font = self._look.font(11, QFont.Weight.DemiBold)
        text = self._cap_text
        width = max(self._look.px(22), QFontMetrics(font).horizontalAdvance(text) + self._look.px(10))
        cap = QRectF(place.center().x() - width / 2, place.top(), width, place.height())
        painter.setPen(QPen(self._look.colour("strong_line"), 1))
        painter.setBrush(self._look.colour("field"))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, text)

    def _word(self, painter: QPainter, place: QRectF, colour: QColor) -> None:
        px, theme = self._look.px, self._look.theme
        font = self._look.font()
        word = "" if self.wordless else self.text()
        whole = QFontMetrics(font).horizontalAdvance(word)
        left = place.center().x() - (whole + (px(20) if self._letter else 0)) / 2
        if self._letter:
            box = QRectF(left, place.top() + (place.height() - px(15)) / 2, px(15), px(15))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.annotators[self._tone % len(theme.annotators)]))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(QColor(theme.canvas))
            painter.setFont(self._look.font(10.5, QFont.Weight.DemiBold))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)
            left += px(20)
        painter.setFont(font)
        painter.setPen(colour)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, place.top(), whole + 2, place.height()), flags, word)


_FIXED = (
    ("all", "Shift+Return", mark("all")),
    ("neither", "N", mark("neither")),
    ("edit", "E", mark("edit")),
    ("add", "+", mark("add")),
    ("reason", "G", mark("reason")),
    ("skip", "S", mark("skip")),
    ("next", "Tab", mark("go on")),
)


class DecisionBar(QWidget):
    """``asked`` names what was clicked: a letter, or one of ``all neither edit reason skip next``."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("articleHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self._row.setSpacing(look.px(4))
        self.takes: dict[str, DecisionButton] = {}
        self.buttons: dict[str, DecisionButton] = {}
        self._row.addStretch(1)
        for name, key, word in _FIXED:
            if name in ("all", "edit", "next"):
                divider = line(vertical=True)
                divider.setFixedHeight(look.px(36))
                self._row.addWidget(divider)
            self.buttons[name] = self._button(key, tr(word), name)
            self._row.addWidget(self.buttons[name])
        self._row.addStretch(1)
        look.changed.connect(self._on_look)
        self._on_look()

    def offer(self, choices: Choices) -> None:
        """Offer what can be done now."""
        if tuple(self.takes) != choices.letters:
            for old in self.takes.values():
                self._row.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.takes = {}
            for tone, letter in enumerate(choices.letters):
                made = self._button(letter, tr("take"), letter, letter=letter, tone=tone)
                self._row.insertWidget(1 + tone, made)
                self.takes[letter] = made
        refused = dict(choices.refused)
        for name, made in {**self.takes, **self.buttons}.items():
            made.ringed = bool(choices.majority) and name == choices.majority
            always = name in ("reason", "skip", "next", "add")
            made.setEnabled((always or choices.decidable) and not refused.get(name))
            if refused.get(name):
                made.setToolTip(plain_tooltip(refused[name]))
            made.update()
        self._spare_words()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._spare_words()

    def _spare_words(self) -> None:
        buttons = (*self.takes.values(), *self.buttons.values())
        gaps = (len(buttons) + _LINES) * self._look.px(4) + 2 * self._look.px(16)
        wordless = self.width() < sum(made.wanted_width(words=True) for made in buttons) + gaps
        for made in buttons:
            if made.wordless != wordless:
                made.wordless = wordless
                made.updateGeometry()

    def _button(self, key: str, word: str, name: str, *, letter: str = "", tone: int = 0) -> DecisionButton:
        made = DecisionButton(self._look, key, word, letter=letter, tone=tone)
        run: Callable[[], None] = lambda: self.asked.emit(name)  # noqa: E731
        made.clicked.connect(run)
        return made

    def _on_look(self) -> None:
        self.setFixedHeight(self._look.px(_HEIGHT))
        self.setMinimumWidth(0)
