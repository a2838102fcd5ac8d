from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.annotation import Origin
from annotator.core.article import Zone, ZoneKind
from annotator.core.scheme import Scheme
from annotator.pretag import recogniser_model
from annotator.pretag.components import Guarded
from annotator.pretag.pipeline import Pretagger, read_config
from annotator.pretag.recognised import OF_OTHER_KIND, RULE, RecognisedComponent
from annotator.pretag.recogniser import Recogniser
from annotator.pretag.recogniser_decode import Named
from annotator.pretag.recogniser_evidence import Part
from tests.pretag.conftest import article_of
from tests.pretag.shown import labelled, linked

NAMES_ONLY = ("zones", "gazetteer", "places", "persons", "recognised", "entity_merge", "merge")


class Saying(Recogniser):
    """Has the names it is told, by their words, whatever the text."""

    def __init__(self, names: dict[str, tuple[str, float]]) -> None:
        self.told = {tuple(words.split()): told for words, told in names.items()}

    def names(self, sentences: list[list[str]]) -> tuple[list[list[Named]], list[Part]]:
        return [list(self._in(words)) for words in sentences], []

    def _in(self, words: list[str]) -> list[Named]:
        return [
            Named(first, first + len(told), label, score)
            for told, (label, score) in self.told.items()
            for first in range(len(words))
            if tuple(words[first : first + len(told)]) == told
        ]


def told(scheme: Scheme, names: dict[str, tuple[str, float]]) -> Pretagger:
    """A pre-tagger whose recogniser finds these names."""
    pretagger = Pretagger(scheme)
    guarded = pretagger.nlp.get_pipe("recognised")
    assert isinstance(guarded, Guarded)
    assert isinstance(guarded.component, RecognisedComponent)
    guarded.component.recogniser = Saying(names)
    return pretagger


def test_a_name_that_no_list_has_is_found_with_the_score_of_the_recogniser(scheme: Scheme) -> None:
    draft = told(scheme, {"Wöxlingen": ("LOC", 0.7)}).draft(article_of("In Wöxlingen brennt es."))
    (finding,) = (f for f in draft.findings.values() if f.label == "LOC")

    assert (finding.score, finding.rule, finding.origin) == (0.7, RULE, Origin.MODEL)


def test_a_name_that_both_find_is_one_suggestion_and_surer_than_the_mean(scheme: Scheme) -> None:
    draft = told(scheme, {"Köln": ("LOC", 0.98)}).draft(article_of("In Köln brennt es."))
    (finding,) = draft.findings.values()

    assert (finding.score, finding.rule) == (0.98, f"place_list+{RULE}")


def test_a_name_that_a_rule_alone_finds_is_less_sure(scheme: Scheme) -> None:
    article = article_of("In Köln brennt es.")
    rules = replace(read_config(), pipeline=("zones", "gazetteer", "merge"))
    (usual,) = Pretagger(scheme, config=rules).draft(article).findings.values()
    (alone,) = told(scheme, {}).draft(article).findings.values()
    (other,) = told(scheme, {"Köln": ("PER", 0.4)}).draft(article).findings.values()

    assert alone.score < other.score < usual.score
    assert other.score == pytest.approx(usual.score * OF_OTHER_KIND)


def test_functions_and_titles_are_split_off_names(scheme: Scheme) -> None:
    pretagger = told(scheme, {"Ministerin Dr. Xöllt": ("PER", 0.9), "Kanzler": ("PER", 0.9)})
    draft = pretagger.draft(article_of("Ministerin Dr. Xöllt kam. Der Kanzler blieb."))

    assert labelled(draft, "PER") == ["Xöllt"]
    assert labelled(draft, "Funktion") == ["Ministerin", "Kanzler"]
    assert linked(draft, "hat-Funktion") == {("Xöllt", "Ministerin")}


def test_a_noun_behind_a_determiner_is_no_person(scheme: Scheme) -> None:
    draft = told(scheme, {"Koch": ("PER", 0.9)}).draft(article_of("Der Koch servierte die Suppe."))

    assert labelled(draft, "PER") == []


@pytest.mark.parametrize("currency", ["Euro", "US-Dollar", "€"])
def test_a_currency_is_no_name(currency: str, scheme: Scheme) -> None:
    article = article_of(f"Das Schiff „Möwe“ kostet eine Million {currency}.")
    draft = told(scheme, {currency: ("MISC", 0.9), "Möwe": ("MISC", 0.9)}).draft(article)

    assert labelled(draft, "MISC") == ["Möwe"]


def test_the_surname_of_a_recognised_person_is_found_again(scheme: Scheme) -> None:
    draft = told(scheme, {"Qwenja Zöbl": ("PER", 0.9)}).draft(article_of("Qwenja Zöbl kam. Zöbl sprach."))

    assert labelled(draft, "PER") == ["Qwenja Zöbl", "Zöbl"]


def test_a_place_within_a_recognised_organisation_stands_beside_it(scheme: Scheme) -> None:
    draft = told(scheme, {"Ruderklub Köln": ("ORG", 0.9)}).draft(article_of("Der Ruderklub Köln siegt."))

    assert labelled(draft, "ORG") == ["Ruderklub Köln"]
    assert labelled(draft, "LOC") == ["Köln"]


@pytest.mark.parametrize("kind", [ZoneKind.DATELINE, ZoneKind.NOTICE, ZoneKind.CREDIT])
def test_nothing_is_suggested_where_nobody_annotates(kind: ZoneKind, scheme: Scheme) -> None:
    skipped = "Köln, 21. Oktober 2025 (dpa), Änne Größl"
    text = f"{skipped}\n\nJörg Weiß kam nach Füssen."
    zones = (Zone(0, len(skipped), kind), Zone(len(skipped) + 2, len(text), ZoneKind.BODY))
    layered = Pretagger(scheme).tag(article_of(text, zones=zones)).layered

    assert {text[m.start : m.end] for m in layered.mentions.values()} == {"Jörg Weiß", "Füssen"}


def test_without_its_model_the_rules_go_on_and_the_problem_is_told_once(
    scheme: Scheme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recogniser_model, "resource", lambda *_: tmp_path)
    pretagger = Pretagger(scheme, config=replace(read_config(), pipeline=NAMES_ONLY))
    draft = pretagger.draft(article_of("Änne Größl kam nach Füssen."))

    (problem,) = pretagger.problems
    assert problem.code == "model_refused"
    assert problem.data["reason"] == "missing"
    assert pickle.loads(pickle.dumps(problem)).data == problem.data
    assert draft.failures == []
    assert (labelled(draft, "PER"), labelled(draft, "LOC")) == (["Änne Größl"], ["Füssen"])


@pytest.mark.parametrize(
    ("model", "reason"), [("größe/../../nebenan", "outside"), ("damaged", "damaged"), ("version", "version")]
)
def test_a_model_that_is_not_to_be_used_is_named_and_the_rules_go_on(
    model: str, reason: str, scheme: Scheme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, content in (("damaged", "{"), ("version", '{"format": "annotator-recogniser", "files": {}}')):
        (tmp_path / name).mkdir()
        (tmp_path / name / recogniser_model.MANIFEST).write_text(content, encoding="utf-8")
    monkeypatch.setattr(recogniser_model, "resource", lambda *_: tmp_path)
    config = replace(read_config(), pipeline=NAMES_ONLY, settings={"recognised": {"model": model}})
    pretagger = Pretagger(scheme, config=config)

    (problem,) = pretagger.problems
    assert (problem.code, problem.data["reason"]) == ("model_refused", reason)
    assert problem.data["path"]
    assert problem.data["remedy"]
    draft = pretagger.draft(article_of("Änne Größl kam nach Füssen."))
    assert draft.failures == []
    assert (labelled(draft, "PER"), labelled(draft, "LOC")) == (["Änne Größl"], ["Füssen"])
