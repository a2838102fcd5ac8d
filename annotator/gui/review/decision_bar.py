"""The bar at the bottom of a review: a button with its key for each decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.gui.i18n import mark, tr
from annotator.gui.look import Look
from annotator.gui.widgets.keycap import key_text
from annotator.gui.widgets.labels import line, plain_tooltip

_HEIGHT, _BUTTON, _CAP, _BARE = 96, 60, 20, 36
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
        self.bare = False
        self.setText(word)
        self.setAccessibleName(f"{letter} {word}".strip() + f" ({key_text(key)})")
        self._said = f"{letter} {word} ({key_text(key)})".strip()
        self.tell("")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def tell(self, reason: str) -> None:
        """Say in the tooltip why it cannot be done now, or else what it does."""
        self.setToolTip(plain_tooltip(reason or self._said))

    def sizeHint(self) -> QSize:  # noqa: D102
        height = _BARE if self.bare else _BUTTON
        return QSize(self.wanted_width(words=not self.wordless), self._look.px(height))

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
        if not self.bare:
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
_WITH_TAKES, _SECOND = 2, 2
"""In two lines, so many of these stand with the letters; the groups from this one on are below."""


class DecisionBar(QWidget):
    """``asked`` names what was clicked: a letter, or one of ``all neither edit add reason skip next``.

    Where there is no room for all the words they go, first beside the letters, which say the same; where
    there is none for all the buttons they stand in two lines, as their keys alone if need be.
    """

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("articleHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self.takes: dict[str, DecisionButton] = {}
        self.buttons = {name: self._button(key, tr(word), name) for name, key, word in _FIXED}
        self._dividers = [line(vertical=True) for _ in range(_LINES)]
        self._rows = (QHBoxLayout(), QHBoxLayout())
        self._lines = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), 0, look.px(16), 0)
        column.setSpacing(look.px(8))
        column.addStretch(1)
        for each in self._rows:
            each.setSpacing(look.px(4))
            column.addLayout(each)
        column.addStretch(1)
        look.changed.connect(self._on_look)
        self._on_look()

    def offer(self, choices: Choices) -> None:
        """Offer what can be done now."""
        if tuple(self.takes) != choices.letters:
            for old in self.takes.values():
                old.hide()
                old.deleteLater()
            self.takes = {
                letter: self._button(letter, tr("take"), letter, letter=letter, tone=tone)
                for tone, letter in enumerate(choices.letters)
            }
            self._lines = 0
        refused = dict(choices.refused)
        for name, made in {**self.takes, **self.buttons}.items():
            made.ringed = bool(choices.majority) and name == choices.majority
            always = name in ("reason", "skip", "next", "add")
            made.setEnabled((always or choices.decidable) and not refused.get(name))
            made.tell(refused.get(name, ""))
            made.update()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        first, second = self._halves()
        wide = max(self._width_of(first, words=False), self._width_of(second, words=False))
        return QSize(wide, self.height())

    # Room ------------------------------------------------------------------------------------------------

    def _halves(self) -> tuple[list[DecisionButton], list[DecisionButton]]:
        fixed = list(self.buttons.values())
        return [*self.takes.values(), *fixed[:_WITH_TAKES]], fixed[_WITH_TAKES:]

    def _width_of(self, buttons: Sequence[DecisionButton], *, words: bool) -> int:
        gaps = (len(buttons) + _LINES) * self._look.px(4) + 2 * self._look.px(16)
        return sum(made.wanted_width(words=words) for made in buttons) + gaps

    def _fit(self) -> None:
        takes, others = list(self.takes.values()), list(self.buttons.values())
        least = self._width_of(takes, words=False)
        with_words = self._width_of([*takes, *others], words=True)
        some = least + sum(made.wanted_width(words=True) + self._look.px(4) for made in others)
        none = self._width_of([*takes, *others], words=False)
        self._arrange(1 if self.width() >= none else 2)
        halves = max(self._width_of(half, words=True) for half in self._halves())
        for made in (*takes, *others):
            if self._lines == 2:
                wordless = self.width() < halves
            else:
                wordless = self.width() < (with_words if made in takes else some)
            bare = wordless and self._lines > 1
            if (made.wordless, made.bare) != (wordless, bare):
                made.wordless, made.bare = wordless, bare
                made.updateGeometry()
        tall = self._lines > 1 and not all(made.bare for made in others)
        self.setFixedHeight(self._look.px(_HEIGHT + _BUTTON if tall else _HEIGHT))

    def _arrange(self, lines: int) -> None:
        """Put the buttons into one line or two."""
        if lines == self._lines:
            return
        self._lines = lines
        for each in self._rows:
            while each.takeAt(0) is not None:
                pass
        first, second = self._halves()
        for number, divider in enumerate(self._dividers):
            divider.setVisible(lines == 1 or number == 0)
        groups = (list(self.takes.values()), first[len(self.takes) :], second[:-1], second[-1:])
        for number, group in enumerate(groups):
            row = self._rows[0 if lines == 1 or number < _SECOND else 1]
            if number in (0, _SECOND if lines == 2 else 0):
                row.addStretch(1)
            if number and (lines == 1 or number == 1):
                row.addWidget(self._dividers[number - 1])
            for made in group:
                row.addWidget(made)
        for each in self._rows[:lines]:
            each.addStretch(1)

    def _button(self, key: str, word: str, name: str, *, letter: str = "", tone: int = 0) -> DecisionButton:
        made = DecisionButton(self._look, key, word, letter=letter, tone=tone)
        made.setParent(self)
        run: Callable[[], None] = lambda: self.asked.emit(name)  # noqa: E731
        made.clicked.connect(run)
        made.show()
        return made

    def _on_look(self) -> None:
        for divider in self._dividers:
            divider.setFixedHeight(self._look.px(36))
        self._lines = 0
        self._fit()
