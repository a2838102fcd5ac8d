"""Reading events of SmartData, counting what is found, and learning roles: on texts of our own."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from annotator.core.resources import resource
from annotator.core.text import Span
from annotator.formats.scheme_yaml import read_scheme
from annotator.pretag.role_model import from_bytes, to_bytes
from annotator.train.build_events import enter, with_section
from annotator.train.event_card import HEADING
from annotator.train.event_corpus import GoldEvent, mapped_types, read_event_texts
from annotator.train.event_roles import cross_validate_roles, fit_roles, known_roles, tag_texts
from annotator.train.event_scores import EventTally, FoundEvent
from annotator.train.logistic import LogisticSettings, fit_logistic

SCHEME = read_scheme(resource("schemes", "nachrichten.yaml").read_text(encoding="utf-8"), name="x")


def record(text: str, event: str, **arguments: str) -> str:
    """A line of the corpus; the arguments by their words."""
    args = [
        {"role": role, "start": text.index(words), "end": text.index(words) + len(words)}
        for role, words in arguments.items()
    ]
    return json.dumps(
        {"id": text, "date": "2025-10-21", "text": text, "events": [{"type": event, "args": args}]}
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    towns = ("Köln", "München", "Füssen", "Lübeck", "Görlitz", "Bremen", "Kassel", "Würzburg")
    lines = [
        record(
            f"Die Ölmühle {town} GmbH meldete am Montag Insolvenz an. Nach {town} fahren Züge.",
            "Insolvency",
            company=f"Ölmühle {town} GmbH",
            trigger="Insolvenz",
            date="Montag",
        )
        for town in towns
    ]
    lines.append(
        record("Bei dem Anschlag in Köln starb niemand.", "Disaster", type="Anschlag", location="Köln")
    )
    lines.append(record("Auf der A2 ist Stau.", "TrafficJam", trigger="Stau"))
    path = tmp_path / "news.train.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_types_and_roles_of_the_mapping_are_those_of_the_scheme() -> None:
    for event_type, role in known_roles():
        label = SCHEME.label("event", event_type)
        assert label is not None
        assert label.role(role) is not None
    assert set(mapped_types()) <= {label.name for layer, label in SCHEME.labels() if layer.name == "event"}


def test_the_corpus_is_read_in_the_words_of_the_scheme(corpus: Path) -> None:
    texts = read_event_texts(corpus)
    first, attack, traffic = texts[0], texts[-2], texts[-1]
    assert [(e.label, {role for role, _ in e.arguments}) for e in first.events] == [
        ("Insolvenz", {"Unternehmen", "Zeit"})
    ]
    assert [e.label for e in attack.events] == ["Angriff"]
    assert traffic.events == ()


def test_a_trigger_that_shares_a_word_is_right_and_a_second_one_counts_neither_way() -> None:
    gold = GoldEvent("Streik", (Span(10, 16),), frozenset({("Zeit", Span(20, 26)), ("Ort", Span(30, 34))}))
    tally = EventTally(["Streik"])
    tally.add(
        [gold],
        [
            FoundEvent("Streik", (Span(8, 16),), frozenset({("Zeit", Span(20, 24)), ("Zeit", Span(40, 44))})),
            FoundEvent("Streik", (Span(15, 16),)),
            FoundEvent("Streik", (Span(50, 56),), frozenset({("Ort", Span(30, 34))})),
            FoundEvent("Tod", (Span(10, 16),)),
        ],
    )
    triggers, roles = tally.triggers()["all"], tally.roles()["all"]
    assert (triggers.right, triggers.wrong, triggers.missed) == (1, 1, 0)
    assert (roles.right, roles.wrong, roles.missed) == (1, 2, 1)


def test_what_is_learnt_fills_the_role_and_not_the_place_named_in_passing(corpus: Path) -> None:
    texts = tag_texts(read_event_texts(corpus), SCHEME)
    model = fit_roles(texts)
    assert ("Insolvenz", "Unternehmen") in model.roles
    assert ("Unglück", "Ort") not in model.roles
    text = texts[0]
    scores = {
        (e.candidate.role.name, text.draft.text[e.candidate.filler.start : e.candidate.filler.end]): (
            model.score(e.features)
        )
        for e in text.examples[text.triggers[0].key]
    }
    assert scores["Unternehmen", "Ölmühle Köln GmbH"] > 0.5
    assert scores["Zeit", "Montag"] > 0.5
    assert scores["Unternehmen", "Köln"] < 0.3


def test_texts_that_share_a_long_sentence_share_a_fold(corpus: Path) -> None:
    long = "Das Landgericht in Görlitz hat den Antrag der Gläubiger am späten Abend überraschend abgelehnt. "
    lines = corpus.read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line) for line in lines[:6]]
    for number, text in enumerate(texts):
        text["text"] += " " + long + f"Nummer {number}."
    corpus.write_text("\n".join(map(json.dumps, texts)), encoding="utf-8")
    assert len({text.fold for text in tag_texts(read_event_texts(corpus), SCHEME)}) == 1


def test_learning_and_writing_again_gives_the_same_bytes(corpus: Path) -> None:
    first, second = (to_bytes(fit_roles(tag_texts(read_event_texts(corpus), SCHEME))) for _ in range(2))
    assert first == second
    read = from_bytes(first)
    assert to_bytes(read) == first


def test_cross_validation_judges_rules_and_model_on_the_same_gold(corpus: Path) -> None:
    figures = cross_validate_roles(tag_texts(read_event_texts(corpus), SCHEME))
    rules, learnt = figures.rules_at_gold.roles()["Insolvenz"], figures.learnt_at_gold.roles()["Insolvenz"]
    assert rules.right + rules.missed == learnt.right + learnt.missed == 16
    assert learnt.right >= rules.right


def test_logistic_regression_finds_what_decides_and_leaves_out_the_rare() -> None:
    examples = [["a", "ä"], ["a"], ["b", "ä"], ["b"]] * 10 + [["einmal"]]
    outcomes = [True, True, False, False] * 10 + [True]
    weights = fit_logistic(examples, outcomes, LogisticSettings(l2=0.1))
    assert weights["a"] > 1
    assert weights["b"] < -1
    assert abs(weights.get("ä", 0.0)) < 0.1
    assert "einmal" not in weights


def test_logistic_regression_reaches_the_minimum_of_its_loss() -> None:
    examples = [["a", "b"], ["a"], ["b"], ["a"], ["b", "a"]]
    outcomes = [True, False, True, True, False]
    weights = fit_logistic(examples, outcomes, LogisticSettings(l2=0.5, passes=2000, smallest=0.0))
    for name in ("a", "b"):
        gradient = 0.5 * weights[name]
        for features, wanted in zip(examples, outcomes, strict=True):
            odds = sum(weights[each] for each in features)
            gradient += (name in features) * (1 / (1 + np.exp(-odds)) - wanted)
        assert abs(gradient) < 1e-3


def test_the_manifest_and_the_card_keep_what_else_they_hold(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"files": {"weights.bin": "x"}, "training_data": {"a": "1"}}')
    enter(tmp_path, b"rollen", {"b": "2"})
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["files"]) == {"weights.bin", "roles.bin"}
    assert manifest["training_data"] == {"a": "1", "b": "2"}
    card = with_section("# Karte\n\nText", f"{HEADING}\nalt\n")
    assert with_section(card, f"{HEADING}\nneu\n") == f"# Karte\n\nText\n\n{HEADING}\nneu\n"
