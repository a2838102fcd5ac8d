"""Keys in the real window, counted: going to a word, marking it, moving borders, setting attributes."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.core.annotation import Mention
from annotator.core.scheme import Scheme
from annotator.core.text import Span
from annotator.gui.canvas.places import TokenPlaces
from tests.benchmarks.effort_cursor import KEYS, Ways
from tests.benchmarks.effort_klm import Tally, strokes, typed
from tests.e2e.driver import Person

_FORWARDS = {"Right", "Down", "End", "Ctrl+Right", "Ctrl+Down", "Ctrl+End"}


class Hand:
    """A person's hand on the keys, with a tally."""

    def __init__(self, person: Person) -> None:
        self.person, self.tally = person, Tally()
        article = person.desk.session.article
        assert article is not None
        self._tokens = article.tokens
        self._ways = Ways(self._places)

    def _places(self) -> TokenPlaces:
        surface = self.person.desk.canvas._surface
        assert surface is not None
        return TokenPlaces(surface)

    @property
    def scheme(self) -> Scheme:
        return self.person.desk.session.scheme

    # Keys ------------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        for key in keys:
            self.person.press(key)
            self.tally.press(strokes(key))

    def press_in_menu(self, key: str) -> None:
        """Press a key in the menu that is open: it has the keyboard, though not Qt's focus."""
        menu = QApplication.activePopupWidget()
        assert menu is not None
        QTest.keySequence(menu, key)
        QApplication.processEvents()
        self.tally.press(strokes(key))

    def write(self, text: str) -> None:
        self.person.write(text)
        self.tally.press(typed(text))

    def begin(self, kind: str) -> None:
        self.tally.decide(kind)

    def decide(self, kind: str, *keys: str) -> None:
        """Make a decision of that kind by these keys."""
        self.begin(kind)
        self.press(*keys)

    def go(self, *keys: str) -> None:
        """Press keys that decide nothing."""
        self.tally.go()
        self.press(*keys)

    # Places ----------------------------------------------------------------------------------------------

    def focus_on(self, mention: Mention) -> None:
        """Go to a mention that is decided already."""
        self._ways = Ways(self._places)
        token = self._ends(mention.fragments[0])[0]
        if self.person.item is None or self._cursor != token:
            self._reach(token)
        for _ in range(20):
            if self.person.item == mention.id:
                return
            self.press("Space")
        raise AssertionError("the mention is not at the cursor")

    def make(self, layer: str, label: str, fragments: tuple[Span, ...]) -> None:
        """Mark words and label them; further pieces are joined to the first."""
        self.begin("new span" if len(fragments) == 1 else "new span in pieces")
        first, *others = fragments
        self._mark(first)
        self.press(*self.label_keys(layer, label))
        for piece in others:
            self.press("+")
            self._mark(piece)
            self.press("+")

    def label_keys(self, layer: str, label: str) -> str:
        found = self.scheme.label(layer, label)
        assert found is not None and found.key, f"{label} has no key"
        return found.key

    def move_borders(self, old: Span, new: Span) -> None:
        (a, b), (c, d) = self._ends(old), self._ends(new)
        for steps, out, back in ((a - c, ";", ":"), (d - b, ".", ",")):
            self.press(*[out if steps > 0 else back] * abs(steps))

    def set_attributes(self, mention: Mention, values: dict[str, str]) -> None:
        """Set what differs: choices by number, text in its field."""
        for name, value in values.items():
            if mention.attribute(name) == value or self._is_default(mention, name, value):
                continue
            self.begin("attribute")
            numbers = [(a.name, v.name) for a, v in self.person.desk.annotating.choices()]
            if (name, value) in numbers:
                self.press(f"Alt+{(numbers.index((name, value)) + 1) % 10}")
                continue
            self.press("E")
            field = QApplication.focusWidget()
            assert isinstance(field, QLineEdit) and field.hasSelectedText() == bool(field.text())
            self.write(value)
            self.press("Return")
            assert QApplication.focusWidget() is self.person.desk.canvas, (
                "the text has not the keyboard again"
            )

    def _is_default(self, mention: Mention, name: str, value: str) -> bool:
        attribute = self.scheme.attribute(name)
        return not mention.attribute(name) and attribute is not None and attribute.default == value

    def _ends(self, span: Span) -> tuple[int, int]:
        covered = self._tokens.covered(span)
        assert (self._tokens[covered[0]].start, self._tokens[covered[-1]].end) == (span.start, span.end)
        return covered[0], covered[-1]

    @property
    def _cursor(self) -> int:
        return self.person.desk.canvas.cursor_token

    def _mark(self, span: Span) -> None:
        """Select words, or stand on the one word, from the end that is nearer."""
        self._ways = Ways(self._places)  # rows may lie otherwise than before
        first, last = self._ends(span)
        if first == last:
            self._reach(first)
            return
        ways = [
            (self._way_to(start)[0] + self._ways.first(start, end, extend=True)[0], start, end)
            for start, end in ((first, last), (last, first))
        ]
        _, start, end = min(ways)
        self._reach(start)
        seen: set[int] = set()
        while self._cursor != end:
            key = self._ways.first(self._cursor, end, extend=True, rows=self._cursor not in seen)[1]
            seen.add(self._cursor)
            self.press(key)
        assert self.person.desk.canvas.selection() == span

    def _reach(self, token: int) -> None:
        """Put the cursor on a word; nothing has the focus then."""
        seen: set[int] = set()
        for _ in range(200):
            _, key = self._way_to(token, rows=self._cursor not in seen)
            if not key:
                return
            if self.person.item is None:
                seen.add(self._cursor)
            self.press(key)
        raise AssertionError(
            f"the cursor does not get from {self._cursor} to {token}: {key}, {self.person.item}"
        )

    def _way_to(self, token: int, *, rows: bool = True) -> tuple[int, str]:
        """Return the cost of the way from where the person stands, and its first key."""
        canvas = self.person.desk.canvas
        mention = self._focused_head()
        if mention is None:
            if canvas.selection() is not None and self._cursor == token:
                return 1, "Esc"
            return self._ways.first(self._cursor, token, rows=rows)
        covered = self._tokens.covered(mention.envelope)
        starts = [(1, "Esc", self._cursor)]
        for key in KEYS:
            before = covered[-1] if key in _FORWARDS else covered[0]
            starts.append((strokes(key), key, self._ways.after(before, key)))
        return self._ways.best(starts, token)

    def _focused_head(self) -> Mention | None:
        """Return the mention at which the cursor rests while something has the focus."""
        if self.person.desk.canvas.focus_item is None:
            return None
        annotating = self.person.desk.annotating
        relation = annotating.relation
        return annotating.mention if relation is None else self.person.state.mentions[relation.head]
