"""What the window says about keys is what the keys do now."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QLabel

from annotator.core.scheme import Scheme
from annotator.gui.desk import Desk
from annotator.gui.keymap import keymap
from annotator.gui.main_window import MainWindow
from annotator.gui.panels.key_strip import Entry, label_entry
from annotator.gui.widgets.keycap import KeyCap
from tests.gui.hands import press
from tests.support.build import make_scheme

LABELS = Entry((), "label", labels=True)


def with_keys(*keys: str) -> Scheme:
    """Return a scheme whose first labels have these keys, and the others none."""
    scheme, left = make_scheme(), list(keys)
    return replace(
        scheme,
        layers=tuple(
            replace(
                layer,
                labels=tuple(replace(label, key=left.pop(0) if left else "") for label in layer.labels),
            )
            for layer in scheme.layers
        ),
    )


def test_the_strip_names_the_keys_that_the_scheme_gives_to_labels() -> None:
    digits = label_entry(LABELS, with_keys("1", "3", "2"))
    assert (digits.keys, digits.until) == (("1",), "3")
    letters = label_entry(LABELS, with_keys("p", "o"))
    assert (letters.keys, letters.until) == (("O", "P"), "")
    assert label_entry(LABELS, with_keys()).keys == ("label",)


def test_at_a_relation_the_strip_offers_no_key_of_a_mention(desk: Desk) -> None:
    while desk.annotating.relation is None:
        press(desk.canvas, "Tab")
    words = [word.text() for word in desk.strip.findChildren(QLabel) if not word.isHidden()]
    assert "Enden tauschen" in words
    caps = [cap.text for cap in desk.strip.findChildren(KeyCap) if not cap.isHidden()]
    assert "1" not in caps


def test_a_changed_key_is_named_wherever_the_old_one_was(window: MainWindow, desk: Desk) -> None:
    press(desk.canvas, "Esc")
    QApplication.processEvents()
    keymap().set_own({"find": ("Ctrl+J",), "next": ("H",)})
    QApplication.processEvents()
    words = [word.text() for word in desk.inspector.findChildren(QLabel)]
    assert any(word.startswith("Nichts ausgewählt. H ") for word in words)
    caps = [cap for cap in window.toolbar.search.findChildren(KeyCap) if not cap.isHidden()]
    assert [cap.text for cap in caps] == ["Strg+J"]
    keymap().set_own({"find": ()})
    assert all(cap.isHidden() for cap in window.toolbar.search.findChildren(KeyCap))
