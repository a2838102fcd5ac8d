"""Keys in the real window, counted: going to a word, marking it, moving borders, setting attributes."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.core.annotation import Mention
from annotator.core.ids import MentionId
from annotator.core.scheme import Scheme
from annotator.core.text import Span
from annotator.core.timex import day_of
from annotator.gui.actions.annotation_describing import VALUE_KEYS
from annotator.gui.canvas.places import TokenPlaces
from annotator.gui.walk import mentions_over
from tests.benchmarks.effort_cursor import KEYS, Stand, Way, Ways
from tests.benchmarks.effort_klm import Tally, strokes, typed
from tests.e2e.driver import Person

_NEAR = 6
"""Words of a long span from each end that are looked at as places to begin."""
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

    def press(self, *keys: str, purpose: str = "") -> None:
        """Press keys; ``purpose`` is said where the keys themselves tell little."""
        for key in keys:
            self.person.press(key)
            self.tally.press(strokes(key), purpose or _purpose(key))

    def press_in_menu(self, key: str) -> None:
        """Press a key in the menu that is open: it has the keyboard, though not Qt's focus."""
        menu = QApplication.activePopupWidget()
        assert menu is not None
        QTest.keySequence(menu, key)
        QApplication.processEvents()
        self.tally.press(strokes(key), "choice")

    def write(self, text: str) -> None:
        self.person.write(text)
        self.tally.press(typed(text), "text")

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

    def way_to(self, mention: Mention) -> Way:
        """Return the cheapest way to give the focus to a mention that is decided already."""
        self._look()
        return min(
            (self._way_over(mention, token) for token in self._near_ends(mention)), key=lambda w: w.cost
        )

    def focus_on(self, mention: Mention) -> None:
        """Go to a mention that is decided already."""
        self.press(*self.way_to(mention).keys)
        assert self.person.item == mention.id, "the mention has not the focus"

    def _near_ends(self, mention: Mention) -> list[int]:
        covered = [token for piece in mention.fragments for token in self._tokens.covered(piece)]
        return sorted({*covered[:_NEAR], *covered[-_NEAR:]})

    def _way_over(self, mention: Mention, token: int) -> Way:
        """Return the way to a mention by Space at one of its words: the shortest there comes first."""
        here = mentions_over(self.person.state, self._tokens[token])
        item = self.person.item
        if item in here and self._cursor == token:
            turns = (here.index(mention.id) - here.index(MentionId(item))) % len(here)
            return Way(Stand(token)).then(*["Space"] * turns)
        return self._way_to(token).then(*["Space"] * (here.index(mention.id) + 1))

    def make(self, layer: str, label: str, fragments: tuple[Span, ...]) -> None:
        """Mark words and label them; further pieces are joined to the first."""
        self.begin("new span" if len(fragments) == 1 else "new span in pieces")
        first, *others = fragments
        self._mark(first)
        self.press(*self.label_keys(layer, label), purpose="label")
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
        """Set what differs: what is offered by Enter, choices by number, text in its field."""
        annotating = self.person.desk.annotating
        for _ in range(2 * len(values) + 1):
            now = self.person.state.mentions[mention.id]
            left = {
                n: v for n, v in values.items() if now.attribute(n) != v and not self._is_default(now, n, v)
            }
            if not left:
                return
            self.begin("attribute")
            offered = annotating.proposing.of(now)
            name, value = next(iter(sorted(left.items(), key=lambda pair: pair[0] != "value")))
            numbers = [(a.name, v.name) for a, v in annotating.choices()]
            if offered and all(left.get(one) == said for one, said in offered.items()):
                self.press("Return")
            elif (name, value) in numbers:
                self.press(VALUE_KEYS[numbers.index((name, value))])
            else:
                self._type_value(now, value)
        raise AssertionError(f"not set: {values}")

    def _type_value(self, mention: Mention, value: str) -> None:
        """Write into the first field what is shortest of what is read as the value."""
        proposing = self.person.desk.annotating.proposing
        held = mention.attribute("value") or proposing.value_of(mention)
        meant = [w for w in short_forms(value) if proposing.typed(mention, w, now=held) == value]
        self.press("E")
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit) and field.hasSelectedText() == bool(field.text())
        self.write(min((*meant, value), key=typed))
        self.press("Return")
        assert QApplication.focusWidget() is self.person.desk.canvas, "the text has not the keyboard again"

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

    def _look(self) -> None:
        """See where the words are now: rows may lie otherwise than before."""
        self._ways = Ways(self._places)

    def _mark(self, span: Span) -> None:
        """Select words, or stand on the one word, by the way that costs least.

        From one end to the other, or from a word between to both.
        """
        self._look()
        first, last = self._ends(span)
        ways = []
        for token in {first, last, *range(first, min(first + _NEAR, last))}:
            reached = self._way_to(token)
            if token in (first, last):
                ways.append(self._ways.selecting(reached, last if token == first else first))
            else:
                ways.append(reached.then(*[";"] * (token - first), *["."] * (last - token)))
        keys = min(ways, key=lambda way: way.cost).keys
        self.press(*keys)
        canvas = self.person.desk.canvas
        selected = canvas.selection() or self._tokens[self._cursor]
        assert selected == span, f"{' '.join(keys)} selects {selected}, not {span}"
        assert self.person.item is None

    def _way_to(self, token: int) -> Way:
        """Return the way of the cursor from where the person stands; nothing has the focus then."""
        canvas, mention = self.person.desk.canvas, self.person.desk.canvas.resting
        column = canvas._places._goal if canvas._places is not None else None
        if mention is None:
            here = Way(Stand(self._cursor, column))
            if canvas.selection() is None:
                return self._ways.to(token, [here])
            return self._ways.to(token, [here.then("Esc"), *self._first_keys(here.at, here.at)])
        covered = self._tokens.covered(mention.envelope)
        starts = self._first_keys(Stand(covered[0], column), Stand(covered[-1], column))
        return self._ways.to(token, [Way(Stand(self._cursor, column)).then("Esc"), *starts])

    def _first_keys(self, start: Stand, end: Stand) -> list[Way]:
        """Return the ways of one key from a stretch: forwards from its end, backwards from its start."""
        ways = ((key, Way(end if key in _FORWARDS else start)) for key in KEYS)
        return [way.then(key, to=self._ways.after(way.at, key)) for key, way in ways]


def _purpose(key: str) -> str:
    return "move" if key in KEYS else "extend" if key.startswith("Shift+") or key in ".,;:" else key


def short_forms(value: str) -> list[str]:
    """Return what a person would type for a value that names a day: its number, with the month, in full."""
    day = day_of(value)
    return [] if day is None else [f"{day.day}.", f"{day.day}.{day.month}.", day.isoformat()]
