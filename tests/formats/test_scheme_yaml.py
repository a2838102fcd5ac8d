"""Reading a scheme: what it says arrives, and every fault is refused at its line, with its facts."""

from __future__ import annotations

import string

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import SchemeInvalid
from annotator.core.scheme import AttributeKind, Colours, LayerKind, Localised
from annotator.formats.scheme_nodes import MAX_CHARACTERS, MAX_DEPTH
from annotator.formats.scheme_reasons import SENTENCES, Reason, invalid
from annotator.formats.scheme_yaml import read_scheme

BASE = """\
# Prüfschema – mit Umlauten, „Anführungszeichen“ und 🚒
name: Prüfschema
version: 1.0
attributes:
  - name: sicher
    de: Sicherheit
    kind: choice
    default: ja
    values:
      - {name: ja, de: ja}
      - {name: NO, de: nein}
  - {name: wert, en: Value, kind: timex}
layers:
  - name: wer
    de: Wer
    labels:
      - name: Mensch
        de: Mensch
        en: Human
        code: MEN
        key: 1
        colour: {light: "#A5600C", dark: "#f09731"}
        guideline:
          de: Ein Mensch.
        example: {de: "[[Jörg]] kam."}
        attributes: [sicher]
        subtoken: true
      - name: Straße
        de: Straße
        key: "ß"
        colour: {light: "#177f65", dark: "#1bbb94"}
  - name: was
    en: What
    kind: event
    labels:
      - name: Treffen
        de: Treffen
        colour: {light: "#aa2944", dark: "#fd616f"}
        roles:
          - {name: Wer, de: Wer, fillers: [wer/Mensch, was/*], min: 1, max: 3}
          - {name: Wo, de: Wo, fillers: ["wer/Straße"]}
relations:
  - name: kennt
    de: kennt
    key: k
    heads: [wer/Mensch]
    tails: ["wer/*"]
    guideline: {en: Knows.}
"""

CASES: tuple[tuple[Reason, str, str, dict[str, object]], ...] = (
    (Reason.CONTROL_CHARACTER, "code: MEN", "code: §M\x07EN", {"code": "U+0007"}),
    (Reason.CONTROL_CHARACTER, "code: MEN", "code: §\ud83d", {"code": "U+D83D"}),
    (Reason.SYNTAX, "[wer/Mensch, was/*]", "[wer/Mensch, was/*", {}),
    (Reason.SYNTAX, "    de: Straße", "§\tde: Straße", {}),
    (Reason.SYNTAX, "code: MEN", "code: MEN: §x", {}),
    (Reason.SYNTAX, "relations:", "---\nrelations:", {}),
    (Reason.ALIAS, "attributes: [sicher]", "attributes: §&a [sicher]", {"alias": "a"}),
    (Reason.ALIAS, "attributes: [sicher]", "attributes: §*b", {"alias": "b"}),
    (Reason.TAG, "code: MEN", "code: §!!python/name:os.system x", {}),
    (Reason.TAG, "code: MEN", "code: §!eigen MEN", {"tag": "!eigen"}),
    (Reason.TOO_DEEP, "code: MEN", "code: §" + "[" * 30 + "]" * 30, {"limit": MAX_DEPTH}),
    (Reason.NOT_A_MAPPING, "  - {name: wert, en: Value, kind: timex}", "  - §wert", {"found": "wert"}),
    (Reason.NOT_A_MAPPING, "  - {name: wert, en: Value, kind: timex}", "  - §", {"found": "nothing"}),
    (Reason.NOT_A_MAPPING, '{light: "#177f65", dark: "#1bbb94"}', '§"#177f65"', {"owner": "colour"}),
    (Reason.NOT_A_MAPPING, "          de: Ein Mensch.", "          §Ein Mensch.", {"owner": "text"}),
    (Reason.NOT_A_LIST, "attributes: [sicher]", "attributes: §sicher", {"key": "attributes"}),
    (Reason.NOT_A_LIST, "heads: [wer/Mensch]", "heads: §{wer: Mensch}", {"found": "mapping"}),
    (Reason.NOT_A_TEXT, "code: MEN", "code: §[MEN]", {"key": "code", "found": "list"}),
    (Reason.NOT_A_TEXT, "de: Wer\n", "de: §{a: b}\n", {"key": "de", "found": "mapping"}),
    (Reason.NOT_A_TEXT, "heads: [wer/Mensch]", "heads: [§~]", {"found": "nothing"}),
    (Reason.NOT_A_TEXT, "code: MEN", "§[a]: MEN", {}),
    (Reason.NOT_A_COUNT, "min: 1", "min: §eins", {"key": "min", "value": "eins"}),
    (Reason.NOT_A_COUNT, "min: 1", "min: §-1", {"value": "-1"}),
    (Reason.NOT_A_COUNT, "max: 3", "max: §2.5", {"key": "max"}),
    (Reason.NOT_A_COUNT, "max: 3", "max: §true", {"value": "true"}),
    (Reason.NOT_YES_OR_NO, "subtoken: true", "subtoken: §vielleicht", {"value": "vielleicht"}),
    (Reason.UNKNOWN_KEY, "version: 1.0", "version: 1.0\n§Zebra: 1", {"key": "Zebra", "owner": "scheme"}),
    (Reason.UNKNOWN_KEY, "code: MEN", "§<<: {key: 2}", {"key": "<<"}),
    (Reason.MISSPELT_KEY, "code: MEN", "§cod: MEN", {"key": "cod", "nearest": "code"}),
    (Reason.MISSPELT_KEY, 'dark: "#1bbb94"', '§darc: "#1bbb94"', {"nearest": "dark", "owner": "colour"}),
    (Reason.MISSPELT_KEY, "fillers: [wer/Mensch", "§filler: [wer/Mensch", {"nearest": "fillers"}),
    (Reason.DUPLICATE_KEY, "code: MEN", "code: MEN\n        §code: X", {"key": "code", "first_line": 20}),
    (Reason.DUPLICATE_KEY, "relations:", "§layers: []\nrelations:", {"key": "layers", "first_line": 13}),
    (Reason.MISSING_KEY, "  - name: wer\n    de: Wer", "  - §de: Wer", {"key": "name", "owner": "layer"}),
    (Reason.MISSING_KEY, "version: 1.0", "§version:", {"key": "version", "owner": "scheme"}),
    (Reason.MISSING_KEY, '{light: "#177f65", dark: "#1bbb94"}', '§{light: "#177f65"}', {"key": "dark"}),
    (Reason.MISSING_LANGUAGES, "de: Straße\n", "code: S\n", {"owner": "label"}),
    (Reason.MISSING_LANGUAGES, "guideline: {en: Knows.}", "guideline: §{}", {"owner": "text"}),
    (Reason.EMPTY_LIST, 'fillers: ["wer/Straße"]', "fillers: §[]", {"key": "fillers", "owner": "role"}),
    (Reason.EMPTY_LIST, "      - {name: ja, de: ja}\n      - {name: NO, de: nein}", "      §[]", {}),
    (Reason.EMPTY_TEXT, "name: Prüfschema", 'name: §" "', {"key": "name"}),
    (Reason.EMPTY_TEXT, "en: Human", 'en: §""', {"key": "en", "owner": "label"}),
    (Reason.BAD_NAME, "name: Straße", "name: §Lange Straße", {"value": "Lange Straße"}),
    (Reason.BAD_NAME, "name: Straße", "name: §wer/Straße", {"value": "wer/Straße"}),
    (Reason.BAD_NAME, "name: Straße", 'name: §"*"', {"value": "*"}),
    (Reason.BAD_NAME, "name: Straße", "name: §" + "ß" * 65, {"limit": 64}),
    (Reason.BAD_COLOUR, '"#177f65"', '§"#177f6"', {"value": "#177f6"}),
    (Reason.BAD_COLOUR, '"#177f65"', "§green", {"value": "green"}),
    (Reason.BAD_COLOUR, '"#177f65"', '§"#177f65\\n"', {"value": "#177f65\n"}),
    (Reason.BAD_LABEL_KEY, 'key: "ß"', "key: §str", {"value": "str"}),
    (Reason.BAD_LABEL_KEY, 'key: "ß"', "key: §S", {"value": "S"}),
    (Reason.BAD_LABEL_KEY, 'key: "ß"', 'key: §"+"', {"value": "+"}),
    (Reason.RESERVED_LABEL_KEY, 'key: "ß"', "key: §r", {"value": "r"}),
    (Reason.BAD_EXAMPLE, '{de: "[[Jörg]] kam."}', '§{de: "Jörg kam."}', {}),
    (Reason.BAD_EXAMPLE, '{de: "[[Jörg]] kam."}', '§{de: "[[Jörg kam."}', {}),
    (Reason.UNKNOWN_VALUE, "kind: event", "kind: §wolke", {"value": "wolke", "known": ("span", "event")}),
    (Reason.UNKNOWN_VALUE, 'fillers: ["wer/Straße"]', "fillers: [§nirgends/x]", {"wanted": "layer"}),
    (Reason.UNKNOWN_VALUE, 'tails: ["wer/*"]', "tails: [§wer/Quux]", {"wanted": "label"}),
    (Reason.MISSPELT_VALUE, "kind: timex}", "kind: §timx}", {"nearest": "timex", "wanted": "attribute_kind"}),
    (Reason.MISSPELT_VALUE, "attributes: [sicher]", "attributes: [§siher]", {"nearest": "sicher"}),
    (Reason.MISSPELT_VALUE, "heads: [wer/Mensch]", "heads: [§wer/Mench]", {"nearest": "Mensch"}),
    (Reason.MISSPELT_VALUE, "default: ja", "default: §jaa", {"nearest": "ja", "wanted": "default"}),
    (Reason.DUPLICATE_NAME, "name: Straße", "name: §Mensch", {"owner": "label", "first_line": 17}),
    (Reason.DUPLICATE_NAME, "{name: NO, de: nein}", "{name: §ja, de: nein}", {"first_line": 10}),
    (Reason.DUPLICATE_NAME, "name: wert", "name: §sicher", {"owner": "attribute", "first_line": 5}),
    (Reason.DUPLICATE_NAME, "name: was", "name: §wer", {"owner": "layer", "first_line": 14}),
    (Reason.DUPLICATE_NAME, "{name: Wo,", "{name: §Wer,", {"owner": "role"}),
    (Reason.BAD_RELATION_KEY, "key: k", "key: §kk", {"value": "kk"}),
    (Reason.RESERVED_LABEL_KEY, 'key: "ß"', "key: §rf", {"value": "r"}),
    (Reason.PREFIX_LABEL_KEY, 'key: "ß"', "key: §1f", {"other": "1", "taken_by": "Mensch", "first_line": 21}),
    (Reason.DUPLICATE_LABEL_KEY, 'key: "ß"', "key: §1", {"taken_by": "Mensch", "first_line": 21}),
    (Reason.DUPLICATE_ITEM, "heads: [wer/Mensch]", "heads: [wer/Mensch, §wer/Mensch]", {"key": "heads"}),
    (Reason.VALUES_WITHOUT_CHOICE, "kind: timex}", "kind: timex, values: §[{name: x, de: x}]}", {}),
    (
        Reason.CHOICE_WITHOUT_VALUES,
        "{name: wert, en: Value, kind: timex}",
        "§{name: w, en: V, kind: choice}",
        {},
    ),
    (Reason.ROLES_WITHOUT_EVENT, "subtoken: true", "roles: §[{name: R}]", {"layer": "wer"}),
    (Reason.BAD_END, "heads: [wer/Mensch]", "heads: [§Mensch]", {"value": "Mensch"}),
    (Reason.BAD_END, 'tails: ["wer/*"]', "tails: [§wer/]", {"value": "wer/"}),
    (Reason.MINIMUM_ABOVE_MAXIMUM, "max: 3", "max: §0", {"minimum": 1, "maximum": 0}),
    (Reason.MINIMUM_ABOVE_MAXIMUM, "min: 1, max: 3", "min: 5, max: §3", {"minimum": 5, "maximum": 3}),
    (
        Reason.ROLE_AND_RELATION,
        "name: kennt\n    de: kennt\n    key: k\n    heads: [wer/Mensch]",
        "name: §Wer\n    de: Wer\n    heads: [wer/Mensch, was/*]",
        {"layer": "was", "label": "Treffen"},
    ),
)
"""Reason, what to replace in BASE, by what (``§`` marks the place of the fault), and facts to be found."""


def refused(source: str) -> SchemeInvalid:
    with pytest.raises(SchemeInvalid) as caught:
        read_scheme(source, name="prüf.yaml")
    assert caught.value.data["source"] == "prüf.yaml"
    return caught.value


def test_everything_in_the_file_arrives() -> None:
    scheme = read_scheme(BASE, name="prüf.yaml")
    assert (scheme.name, scheme.version, scheme.source) == ("Prüfschema", "1.0", BASE)
    sure, value = scheme.attributes
    assert (sure.kind, sure.default) == (AttributeKind.CHOICE, "ja")
    assert [each.name for each in sure.values] == ["ja", "NO"]
    assert (value.kind, value.text) == (AttributeKind.TIMEX, Localised("", "Value"))
    human, street = scheme.layers[0].labels
    assert (human.code, human.key, human.subtoken) == ("MEN", "1", True)
    assert (human.text, human.colours) == (Localised("Mensch", "Human"), Colours("#a5600c", "#f09731"))
    assert (human.guideline.de, human.example.de) == ("Ein Mensch.", "[[Jörg]] kam.")
    assert (human.attributes, street.key, street.subtoken) == (("sicher",), "ß", False)
    assert [layer.kind for layer in scheme.layers] == [LayerKind.SPAN, LayerKind.EVENT]
    who, where = scheme.layers[1].labels[0].roles
    assert (who.minimum, who.maximum, where.minimum, where.maximum) == (1, 3, 0, None)
    assert who.fillers.allows("was", "Treffen")
    assert not where.fillers.allows("wer", "Mensch")
    knows = scheme.relations[0]
    assert (knows.key, knows.guideline.en) == ("k", "Knows.")
    assert knows.tails.allows("wer", "Straße")


@pytest.mark.parametrize("change", [lambda s: s.replace("\n", "\r\n"), lambda s: "\ufeff" + s])
def test_line_ends_and_a_byte_order_mark_make_no_difference(change: object) -> None:
    assert callable(change)
    other = read_scheme(change(BASE), name="x")
    same = read_scheme(BASE, name="x")
    assert (other.layers, other.attributes, other.relations) == (same.layers, same.attributes, same.relations)


def test_scalars_are_taken_as_they_are_written() -> None:
    scheme = read_scheme(BASE.replace("name: wert", "name: off").replace("1.0", "1.10"), name="x")
    assert scheme.version == "1.10"
    assert scheme.attributes[1].name == "off"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("reason", "old", "new", "facts"), CASES)
def test_a_fault_is_refused_at_its_line(
    reason: Reason, old: str, new: str, facts: dict[str, object], ends: str
) -> None:
    assert BASE.count(old) >= 1
    broken = BASE.replace(old, new, 1)
    error = refused(broken.replace("§", "").replace("\n", ends))
    assert error.data["reason"] == reason.value
    if "§" in new:
        assert error.data["line"] == broken[: broken.index("§")].count("\n") + 1
    assert facts.items() <= error.data.items()
    assert str(error).startswith(f"prüf.yaml, line {error.data['line']}: ")
    assert str(error).endswith(".")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", Reason.EMPTY),
        (" \n\n# nichts\n", Reason.EMPTY),
        ("~", Reason.EMPTY),
        ("\ufeff", Reason.EMPTY),
        ("name: x\nversion: 1\nlayers: []\n", Reason.EMPTY_LIST),
        ("name: x\nversion: 1\n", Reason.MISSING_KEY),
        ("nur Text", Reason.NOT_A_MAPPING),
        ("- a\n- b\n", Reason.NOT_A_MAPPING),
        ("a" * (MAX_CHARACTERS + 1), Reason.TOO_LARGE),
        ("x: y\n" * 1_000_000, Reason.TOO_LARGE),
    ],
)
def test_what_is_no_scheme_at_all_is_refused(source: str, reason: Reason) -> None:
    assert refused(source).data["reason"] == reason.value


def test_the_cases_cover_every_reason() -> None:
    others = {Reason.EMPTY, Reason.TOO_LARGE}
    assert {case[0] for case in CASES} | others == set(Reason)


def test_every_reason_has_a_sentence_with_a_remedy_and_known_facts() -> None:
    assert set(SENTENCES) == set(Reason)
    for sentence in SENTENCES.values():
        assert sentence.endswith(".")
        assert all(
            name and name.isidentifier() for _, name, _, _ in string.Formatter().parse(sentence) if name
        )


def test_the_facts_of_an_error_make_its_sentence_anew() -> None:
    error = refused(BASE.replace("code: MEN", "cod: MEN"))
    facts = {k: v for k, v in error.data.items() if k not in {"source", "line", "reason"}}
    again = invalid("prüf.yaml", error.data["line"], Reason(error.data["reason"]), facts)
    assert str(again) == str(error)


def test_the_message_names_line_words_reason_and_remedy() -> None:
    message = str(refused(BASE.replace("heads: [wer/Mensch]", "heads: [wer/Mench]")))
    assert message == (
        "prüf.yaml, line 46: “Mench” is not known as a label of this layer; did you mean “Mensch”? "
        "It may be “Mensch”, “Straße”."
    )


def test_a_reserved_key_is_answered_with_the_free_ones() -> None:
    free = refused(BASE.replace('key: "ß"', "key: r")).data["free"]
    assert "2" in free
    assert "1" not in free
    assert "r" not in free
    assert {"f", "t", "x", "h", "ä"} <= set(free)


@pytest.mark.parametrize("key", ["f", "t", "x", "h", "ä", "vr", "v1"])
def test_what_the_page_does_not_use_is_free_and_anything_may_come_second(key: str) -> None:
    scheme = read_scheme(BASE.replace('key: "ß"', f"key: {key}"), name="x")
    found = scheme.label_for_key(key)
    assert found is not None
    assert found[1].name == "Straße"
    begun = [label.name for _, label in scheme.labels_after_key(key[0])]
    assert begun == (["Straße"] if len(key) == 2 else [])


def test_relations_may_have_a_key_that_a_label_has() -> None:
    scheme = read_scheme(BASE.replace("key: k", "key: 1"), name="x")
    assert scheme.relations[0].key == "1"


class TestHostileInput:
    def test_a_billion_laughs_is_refused_before_it_grows(self) -> None:
        lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
        lines += [
            f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ]
        assert refused("\n".join(lines)).data["reason"] == Reason.ALIAS.value

    def test_a_list_that_holds_itself_is_refused(self) -> None:
        assert refused("name: &n [*n]").data["reason"] == Reason.ALIAS.value

    @pytest.mark.parametrize(
        "source",
        [
            "!!python/object/apply:os.system [echo]",
            "name: !!python/object/new:type {args: [x]}",
            "%TAG ! tag:yaml.org,2002:\n---\nname: !python/name:os.system ''",
            "name: !!binary aGFsbG8=",
        ],
    )
    def test_types_are_refused_and_nothing_is_made_of_them(self, source: str) -> None:
        assert refused(source).data["reason"] == Reason.TAG.value

    @pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
    def test_deep_nesting_is_refused_without_deep_recursion(self, opening: str) -> None:
        error = refused(opening * 20_000)
        assert error.data["reason"] in {Reason.TOO_DEEP.value, Reason.SYNTAX.value}

    def test_bytes_read_as_text_are_refused(self) -> None:
        error = refused(bytes(range(256)).decode("latin-1"))
        assert (error.data["reason"], error.data["code"]) == (Reason.CONTROL_CHARACTER.value, "U+0000")

    def test_a_line_separator_in_a_text_does_not_shift_the_lines_of_faults_below_it(self) -> None:
        source = BASE.replace("de: Ein Mensch.", 'de: "Ein\u2028Mensch Schiff\u00adfahrt, e\u0301 und 🚒."')
        assert "\u2028" in read_scheme(source, name="x").layers[0].labels[0].guideline.de
        error = refused(source.replace('key: "ß"', "key: 1"))
        assert error.data["line"] == BASE[: BASE.index('key: "ß"')].count("\n") + 1

    @settings(max_examples=200)
    @given(st.integers(0, len(BASE)), st.integers(0, 40), st.text(max_size=12))
    def test_a_damaged_scheme_is_read_or_refused_but_never_crashes(
        self, at: int, length: int, put: str
    ) -> None:
        source = BASE[:at] + put + BASE[at + length :]
        lines = max(1, len(source.splitlines()) + 1)
        try:
            scheme = read_scheme(source, name="x")
        except SchemeInvalid as error:
            assert error.data["reason"] in set(Reason)
            assert 1 <= error.data["line"] <= lines + 1
        else:
            assert scheme.source == source

    @settings(max_examples=100)
    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(["name", "version", "layers", "labels", "roles", "key", "de", "x"]),
                    inner,
                    max_size=4,
                )
            ),
            max_leaves=12,
        )
    )
    def test_any_other_yaml_is_refused_with_a_reason(self, value: object) -> None:
        error = refused(yaml.safe_dump(value, allow_unicode=True))
        assert error.data["reason"] in set(Reason)
