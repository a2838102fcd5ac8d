"""The scheme that ships: complete, consistent, legible."""

from __future__ import annotations

import re

import pytest

from annotator.core.resources import resource
from annotator.core.scheme import AttributeKind, Label, Layer, LayerKind, Localised, RelationType, Scheme
from annotator.formats.scheme_examples import marked
from annotator.formats.scheme_fields import RESERVED_KEYS
from annotator.formats.scheme_yaml import read_scheme

SOURCE = resource("schemes", "nachrichten.yaml").read_bytes().decode("utf-8")
SCHEME: Scheme = read_scheme(SOURCE, name="nachrichten.yaml")
LABELS = list(SCHEME.labels())
EVENTS = [label for layer, label in LABELS if layer.kind is LayerKind.EVENT]
BOTH = ("de", "en")
GROUNDS = {"light": "#fdfcf9", "dark": "#1e2126"}
LEAST = {"light": 4.7, "dark": 5.4}


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def label(layer: str, name: str) -> Label:
    found = SCHEME.label(layer, name)
    assert found is not None
    return found


def complete(text: Localised) -> bool:
    return all(text.get(language).strip() == getattr(text, language) != "" for language in BOTH)


def test_it_has_the_layers_and_labels_that_the_program_counts_on() -> None:
    names = {layer.name: [each.name for each in layer.labels] for layer in SCHEME.layers}
    assert names["entity"] == ["PER", "ORG", "LOC", "MISC", "Funktion"]
    assert names["time"] == ["DATE", "TIME", "DURATION", "SET"]
    assert names["quote"] == ["Zitat", "Zitat-indirekt", "Cue"]
    assert names["event"] == [
        "Treffen", "Telefonat", "Besuch", "Verhandlung", "Vereinbarung", "Aussage", "Ankündigung",
        "Verschiebung", "Absage", "Angriff", "Protest", "Streik", "Festnahme", "Anklage", "Verurteilung",
        "Wahl", "Ernennung", "Rücktritt", "Unfall", "Unglück", "Tod", "Verletzung", "Stellenabbau",
        "Insolvenz", "Übernahme", "Fusion", "Gesetz", "Sanktion", "Annexion", "Sportergebnis",
    ]  # fmt: skip
    assert [layer.name for layer in SCHEME.layers if layer.kind is LayerKind.EVENT] == ["event"]


@pytest.mark.parametrize(("layer", "each"), LABELS, ids=[each.name for _, each in LABELS])
class TestEveryLabel:
    def test_has_name_guideline_and_example_in_both_languages(self, layer: Layer, each: Label) -> None:
        assert complete(each.text)
        assert complete(each.guideline)
        assert complete(each.example)

    def test_has_a_guideline_with_a_borderline_case(self, layer: Layer, each: Label) -> None:
        for text, word in ((each.guideline.de, "Grenzfall:"), (each.guideline.en, "Borderline:")):
            assert word in text
            assert 200 <= len(text) <= 700

    def test_has_an_example_with_marked_words(self, layer: Layer, each: Label) -> None:
        for text in (each.example.de, each.example.en):
            found = marked(text)
            assert found is not None
            plain, spans = found
            assert 0 < sum(s.end - s.start for s in spans) < len(plain)
            assert len(spans) == text.count("[["), "the inspector does not show nested marks"

    def test_has_colours_that_can_be_read_on_their_ground(self, layer: Layer, each: Label) -> None:
        for ground, colour in (("light", each.colours.light), ("dark", each.colours.dark)):
            assert contrast(colour, GROUNDS[ground]) >= LEAST[ground]

    def test_has_a_chip_short_enough_to_stand_over_a_word(self, layer: Layer, each: Label) -> None:
        assert all(len(each.chip(language)) <= 18 for language in BOTH)


def test_keys_are_unique_and_none_is_one_of_the_programs_own() -> None:
    keys = [each.key for _, each in LABELS if each.key]
    assert len(keys) == len(set(keys))
    assert not RESERVED_KEYS & {key[0] for key in keys}
    assert set("123456789") <= set(keys)


def test_every_label_but_the_rare_set_has_a_key_and_no_key_begins_another() -> None:
    keys = [each.key for _, each in LABELS if each.name != "SET"]
    assert all(keys)
    assert not [(one, other) for one in keys for other in keys if one != other and other.startswith(one)]
    assert {key[0] for key in keys if len(key) == 2} == {"v"}


def test_keys_can_be_typed_on_a_keyboard_without_umlauts() -> None:
    assert all(key.isascii() for _, each in LABELS for key in each.key)


def test_layers_share_no_colour() -> None:
    by_layer = [{each.colours for each in layer.labels} for layer in SCHEME.layers]
    assert sum(map(len, by_layer)) == len(set().union(*by_layer))
    assert len({each.colours for each in SCHEME.layers[0].labels}) == 5


@pytest.mark.parametrize("each", EVENTS, ids=lambda each: each.name)
class TestEveryEvent:
    def test_has_factuality_and_polarity(self, each: Label) -> None:
        assert each.attributes == ("factuality", "polarity")

    def test_has_roles_named_in_both_languages_and_a_time(self, each: Label) -> None:
        assert all(complete(role.text) for role in each.roles)
        time = each.role("Zeit")
        assert time is not None
        assert time.fillers.allows("time", "DATE")
        assert len(each.roles) >= 3

    def test_requires_one_role_at_most(self, each: Label) -> None:
        assert sum(role.minimum > 0 for role in each.roles) <= 1


def test_some_events_have_a_required_role() -> None:
    assert 5 <= sum(any(role.minimum for role in each.roles) for each in EVENTS) < len(EVENTS)


def test_times_have_a_timex_value_and_only_sets_a_frequency() -> None:
    value = SCHEME.attribute("value")
    assert value is not None
    assert value.kind is AttributeKind.TIMEX
    names = {each.name: each.attributes for each in SCHEME.layers[1].labels}
    assert all(attributes[:2] == ("value", "mod") for attributes in names.values())
    assert [name for name, attributes in names.items() if "freq" in attributes] == ["SET"]


def test_attributes_and_values_are_named_in_both_languages() -> None:
    assert all(complete(each.text) for each in SCHEME.attributes)
    assert all(complete(value.text) for each in SCHEME.attributes for value in each.values)


def test_a_fact_has_happened_unless_said_otherwise() -> None:
    factuality = SCHEME.attribute("factuality")
    assert factuality is not None
    assert factuality.default == "happened"
    assert [each.name for each in factuality.values] == [
        "happened", "planned", "possible", "denied", "demanded", "reported",
    ]  # fmt: skip


@pytest.mark.parametrize("each", SCHEME.relations, ids=lambda each: each.name)
def test_relations_are_named_and_explained_in_both_languages(each: RelationType) -> None:
    assert complete(each.text)
    assert complete(each.guideline)
    assert len(each.guideline.de) >= 60


@pytest.mark.parametrize(
    ("name", "head", "tail", "allowed"),
    [
        ("Sprecher", ("quote", "Zitat"), ("entity", "PER"), True),
        ("Sprecher", ("quote", "Zitat-indirekt"), ("entity", "LOC"), True),
        ("Sprecher", ("quote", "Cue"), ("entity", "PER"), False),
        ("Adressat", ("quote", "Zitat"), ("entity", "ORG"), True),
        ("Cue", ("quote", "Zitat-indirekt"), ("quote", "Cue"), True),
        ("Cue", ("quote", "Zitat"), ("quote", "Zitat"), False),
        ("hat-Funktion", ("entity", "PER"), ("entity", "Funktion"), True),
        ("gehört-zu", ("entity", "Funktion"), ("entity", "ORG"), True),
        ("gehört-zu", ("entity", "PER"), ("entity", "LOC"), True),
        ("sitzt-in", ("entity", "ORG"), ("entity", "LOC"), True),
        ("liegt-in", ("entity", "LOC"), ("entity", "LOC"), True),
        ("liegt-in", ("entity", "PER"), ("entity", "LOC"), False),
        ("Folge", ("event", "Unglück"), ("event", "Tod"), True),
    ],
)
def test_relations_join_what_they_are_meant_for(
    name: str, head: tuple[str, str], tail: tuple[str, str], allowed: bool
) -> None:
    relation = next(each for each in SCHEME.relations if each.name == name)
    assert (relation.heads.allows(*head) and relation.tails.allows(*tail)) is allowed


def test_the_guidelines_settle_the_points_that_annotators_ask_about() -> None:
    assert "„Ministerpräsidentin“ ist Funktion" in label("entity", "PER").guideline.de
    assert "„Moskau“ LOC" in label("entity", "LOC").guideline.de
    assert "verschachtelt" in label("entity", "ORG").guideline.de
    assert "Präposition bleibt draußen" in label("time", "DATE").guideline.de
    assert "Anführungszeichen bleiben draußen" in label("quote", "Zitat").guideline.de


def test_the_examples_keep_to_the_guidelines() -> None:
    for name in ("DATE", "TIME"):
        found = marked(label("time", name).example.de)
        assert found is not None
        text, spans = found
        assert not [s for s in spans if re.match(r"(?:am|im|um|vom|in)\b", text[s.start : s.end])]
    quote = marked(label("quote", "Zitat").example.de)
    assert quote is not None
    assert not any(mark in quote[0][s.start : s.end] for s in quote[1] for mark in '„“»«"')
