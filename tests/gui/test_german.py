"""How the German window speaks: as to a colleague, and with the names that stand on a German keyboard."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from annotator.core.resources import resource

HELP = {language: resource("help", f"{language}.md").read_text("utf-8") for language in ("de", "en")}
FORMAL = re.compile(r"(?<![.!?:;„(*–] )(?<!^)\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b", re.MULTILINE)
"""“Sie” within a sentence; at its beginning it may be a thing or several."""
FOREIGN_KEYS = re.compile(r"\b(?:Ctrl|Shift|Enter|Return|Space|Backspace|Delete|Del)\b")


def german_texts() -> list[str]:
    tree = ElementTree.fromstring(resource("i18n", "annotator_de.ts").read_text("utf-8"))
    return [text for found in tree.iter("translation") for text in found.itertext() if text.strip()]


def paragraphs() -> list[str]:
    return [line for line in HELP["de"].splitlines() if line]


def test_nobody_is_addressed_formally() -> None:
    assert [text for text in (*german_texts(), *paragraphs()) if FORMAL.search(text)] == []


def test_keys_have_their_german_names() -> None:
    assert [text for text in (*german_texts(), *paragraphs()) if FOREIGN_KEYS.search(text)] == []


def test_quotation_marks_are_german() -> None:
    plain = [re.sub(r"`[^`]*`", "", text) for text in (*german_texts(), *paragraphs())]
    assert [text for text in plain if '"' in text or "”" in text or text.count("„") != text.count("“")] == []


def test_both_languages_of_the_help_have_the_same_sections() -> None:
    german, english = (re.findall(r"^## .*\{#(\w+)\}$", text, re.MULTILINE) for text in HELP.values())
    assert german == english and len(german) > 20
