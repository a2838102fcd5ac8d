from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from spacy.tokens import Doc

from annotator.core.annotation import Cluster, Mention, Origin, Relation, Status
from annotator.core.article import Zone, ZoneKind
from annotator.core.scheme import Scheme
from annotator.pretag import components
from annotator.pretag.errors import PretagConfigInvalid
from annotator.pretag.model import Raised
from annotator.pretag.pipeline import Pretagger, read_config
from annotator.pretag.tokenizer import Tokenizer
from tests.pretag.conftest import article_of
from tests.support.build import make_scheme

TEXT = "Ministerin Änne Größl traf am Montag Jörg Weiß in Füssen. „Wir bauen die Straße“, sagte sie 🚒."


def test_the_same_article_gets_the_same_ids_again(pretagger: Pretagger, scheme: Scheme) -> None:
    article = article_of(TEXT)

    assert pretagger.tag(article) == Pretagger(scheme).tag(article)


def test_everything_is_a_suggestion_by_rule_or_model_with_a_score(pretagger: Pretagger) -> None:
    layered = pretagger.tag(article_of(TEXT)).layered

    assert len(layered.mentions) > 5
    items: list[Mention | Relation | Cluster] = [*layered.mentions.values(), *layered.relations.values()]
    for item in [*items, *layered.clusters.values()]:
        assert item.status is Status.SUGGESTED
        assert item.provenance.origin in (Origin.RULE, Origin.MODEL)
        assert item.provenance.tool == "annotator"
        assert item.provenance.score is not None
        assert 0 < item.provenance.score <= 1


def test_only_labels_of_the_scheme_are_suggested(tokenizer: Tokenizer) -> None:
    small = make_scheme()
    layered = Pretagger(small).tag(article_of(TEXT, tokenizer=tokenizer)).layered

    assert {(m.layer, m.label) for m in layered.mentions.values()} >= {("entity", "PER"), ("entity", "LOC")}
    for mention in layered.mentions.values():
        assert small.label(mention.layer, mention.label) is not None
    names = {m.id: m for m in layered.mentions.values()}
    for relation in layered.relations.values():
        choices = small.relation_choices(names[relation.head], names[relation.tail])
        assert relation.label in {choice.name for choice in choices}


def test_notices_hold_no_suggestions(pretagger: Pretagger) -> None:
    notice = "Änne Größl prüft in Füssen jeden Text."
    text = f"{notice}\n\nJörg Weiß kam nach Köln."
    zones = (
        Zone(0, len(notice), ZoneKind.NOTICE),
        Zone(len(notice) + 2, len(text), ZoneKind.BODY),
    )
    layered = pretagger.tag(article_of(text, zones=zones)).layered

    assert {text[m.start : m.end] for m in layered.mentions.values() if m.layer == "entity"} == {
        "Jörg Weiß",
        "Köln",
    }


def test_parts_of_compounds_are_suggested_where_the_scheme_takes_parts_of_tokens(scheme: Scheme) -> None:
    entity = scheme.layers[0]
    parts = replace(entity, labels=tuple(replace(label, subtoken=True) for label in entity.labels))
    loose = Pretagger(replace(scheme, layers=(parts, *scheme.layers[1:])))
    article = article_of("Trump und Putin planen ein Trump-Putin-Treffen.")
    names = [m for m in loose.tag(article).layered.mentions.values() if m.label == "PER"]

    assert sorted(article.text[m.start : m.end] for m in names) == ["Putin", "Putin", "Trump", "Trump"]
    strict = Pretagger(scheme).tag(article).layered.mentions.values()
    assert sum(m.label == "PER" for m in strict) == 2


class Failing:
    def __call__(self, doc: Doc) -> Doc:
        doc._.draft.findings.clear()
        raise KeyError("broken")


def test_a_component_that_fails_is_named_and_leaves_the_others_standing(
    scheme: Scheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(components.COMPONENTS, "quotes", Failing)
    result = Pretagger(scheme).tag(article_of(TEXT))

    assert [(f.component, f.article_id) for f in result.failures] == [("quotes", article_of(TEXT).id)]
    labels = {m.label for m in result.layered.mentions.values()}
    assert {"PER", "LOC", "Treffen"} <= labels
    assert "Zitat" not in labels


class FailingOnFirst:
    """Fails on an article with the word Füssen."""

    def __call__(self, doc: Doc) -> Doc:
        if "Füssen" in doc.text:
            raise KeyError("broken")
        return doc


def test_a_component_that_fails_on_one_article_leaves_the_next_one_alone(
    scheme: Scheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(components.COMPONENTS, "quotes", FailingOnFirst)
    pretagger = Pretagger(scheme)
    failed, passed = pretagger.tag(article_of(TEXT)), pretagger.tag(article_of("Jörg Weiß kam nach Köln."))

    assert [(f.component, f.reason) for f in failed.failures] == [("quotes", Raised("KeyError", "'broken'"))]
    assert failed.layered.mentions
    assert passed.failures == ()
    assert passed.layered.mentions


@pytest.mark.parametrize(
    "text", ["ä" * 5_000_000, "„“ " * 30_000, "ÄRGER " * 30_000, "🚒" * 300_000], ids=lambda text: text[:3]
)
def test_texts_of_many_megabytes_come_through(text: str, pretagger: Pretagger) -> None:
    result = pretagger.tag(article_of(text))

    assert result.failures == ()
    assert all(0 <= m.start < m.end <= len(text) for m in result.layered.mentions.values())


@pytest.mark.parametrize(
    "text", ["", " \n\u2028", "Wort", "„“", '"""""', "DAS IST ALLES GESCHRIEEN!", "…" * 50]
)
def test_odd_texts_come_through(text: str, pretagger: Pretagger) -> None:
    assert pretagger.tag(article_of(text)).failures == ()


def test_an_english_text_comes_through(pretagger: Pretagger) -> None:
    text = "The president said on Monday that he would meet his colleague in Paris. “We talk”, he added."

    assert pretagger.tag(article_of(text)).failures == ()


def test_a_configuration_names_its_fault(tmp_path: Path) -> None:
    broken = tmp_path / "pretag.yaml"
    broken.write_text("labels: {}\npipeline: [zones, zauberei]\n", encoding="utf-8")

    with pytest.raises(PretagConfigInvalid) as caught:
        read_config(broken)
    assert caught.value.data["source"] == str(broken)
    assert "zauberei" in caught.value.data["reason"]


def test_a_configuration_may_leave_components_out(scheme: Scheme) -> None:
    config = replace(read_config(), pipeline=("zones", "gazetteer", "merge"))
    layered = Pretagger(scheme, config=config).tag(article_of(TEXT)).layered

    assert {m.label for m in layered.mentions.values()} == {"LOC"}


class Refusing:
    def __init__(self) -> None:
        raise PretagConfigInvalid(source="modell", reason="damaged")


def test_a_component_that_cannot_be_used_is_a_problem_and_the_others_work(
    scheme: Scheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(components.COMPONENTS, "places", Refusing)
    pretagger = Pretagger(scheme)

    assert [problem.data["reason"] for problem in pretagger.problems] == ["damaged"]
    assert pretagger.tag(article_of(TEXT)).layered.mentions


def test_a_sentence_without_end_takes_no_longer_for_each_word(pretagger: Pretagger) -> None:
    layered = pretagger.tag(article_of("Trump sagte, dass Putin Lawrow traf und " * 500)).layered

    assert sum(m.label == "Treffen" for m in layered.mentions.values()) > 400
