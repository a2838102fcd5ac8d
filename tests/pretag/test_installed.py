from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.annotation import Mention, Origin, Relation
from annotator.core.article import Article
from annotator.core.scheme import Scheme
from annotator.pretag.draft import Draft
from annotator.pretag.grammar import bond, may_carry, separated_prefix, subject_of
from annotator.pretag.installed import PipelineRefused, load_pipeline
from annotator.pretag.model import PretagResult
from annotator.pretag.pipeline import Pretagger
from tests.pretag.conftest import Tagging, article_of
from tests.pretag.trained import write_pipeline

TEXT = (
    "Gestern teilte Änne Größl der Quelltech den Streik mit.\n\n\u2028Den Gast trifft Jörg Weiß in Füssen. "
    "Jörg Weiß traf Änne Größl in Köln.\n \nDas ist meine Straße."
)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pipeline(tmp_path_factory.mktemp("pipeline") / "kurzschule")


@pytest.fixture(scope="session")
def helped(scheme: Scheme, folder: Path) -> Pretagger:
    return Pretagger(scheme, installed=str(folder))


@pytest.fixture(scope="session")
def analysed(helped: Pretagger) -> Draft:
    return helped.draft(article_of(TEXT))


def words(article: Article, mention: Mention) -> str:
    return " … ".join(article.text[span.start : span.end] for span in mention.fragments)


def roles(article: Article, result: PretagResult) -> set[tuple[str, str, str]]:
    mentions = result.layered.mentions

    def told(relation: Relation) -> tuple[str, str, str]:
        head, tail = mentions[relation.head], mentions[relation.tail]
        return words(article, head), relation.label, words(article, tail)

    return {told(relation) for relation in result.layered.relations.values()}


def test_nothing_is_amiss_and_no_token_moves(helped: Pretagger, analysed: Draft) -> None:
    assert helped.problems == ()
    assert analysed.failures == []
    article = article_of(TEXT)
    assert analysed.words == [article.text[span.start : span.end] for span in article.tokens]


def test_lemmas_tags_and_relations_are_those_of_the_pipeline_for_each_token(analysed: Draft) -> None:
    grammar = analysed.grammar
    said = {
        word: (grammar.lemma(i), grammar.tag(i), grammar.relation(i), analysed.words[grammar.head(i)])
        for i, word in enumerate(analysed.words)
    }

    assert grammar.parsed
    assert said["teilte"] == ("teilen", "VVFIN", "ROOT", "teilte")
    assert said["trifft"] == ("treffen", "VVFIN", "ROOT", "trifft")
    assert said["Köln"] == ("Köln", "NE", "nk", "in")
    assert said["mit"] == ("mit", "PTKVZ", "svp", "teilte")


def test_subject_prefix_and_bonds_are_read_from_the_parse(analysed: Draft) -> None:
    at = {word: i for i, word in enumerate(analysed.words)}
    grammar = analysed.grammar

    assert separated_prefix(grammar, at["teilte"]) == at["mit"]
    assert analysed.words[subject_of(grammar, at["traf"])] == "Größl"
    found = bond(grammar, at["Köln"], at["traf"], passive=False)
    assert found is not None
    assert (found.kind, found.preposition) == ("preposition", at["Köln"] - 1)
    assert bond(grammar, at["Köln"], at["trifft"], passive=False) is None
    assert may_carry(grammar, at["teilte"], at["Streik"])
    assert not may_carry(grammar, at["traf"], at["Streik"])


def test_without_a_pipeline_nothing_is_known_of_the_grammar(tag: Tagging) -> None:
    grammar = tag(TEXT).grammar

    assert not grammar.parsed
    assert (grammar.lemma(1), grammar.tag(1), grammar.relation(1)) == ("", "", "")
    assert subject_of(grammar, 1) == separated_prefix(grammar, 1) == -1


def test_its_names_are_evidence_beside_ours_with_its_name_and_version(
    helped: Pretagger, pretagger: Pretagger
) -> None:
    article = article_of(TEXT)
    ours = {m.id: m for m in pretagger.tag(article).layered.mentions.values()}
    both = {m.id: m for m in helped.tag(article).layered.mentions.values()}
    new = [m for i, m in both.items() if i not in ours and m.layer == "entity"]

    assert [(words(article, m), m.label) for m in new] == [("Quelltech", "ORG")]
    assert (new[0].provenance.tool, new[0].provenance.version) == ("de_kurzschule", "0.3.1")
    assert new[0].provenance.origin is Origin.MODEL
    places = [m for m in both.values() if m.label == "LOC"]
    assert len(places) == 2
    for place in places:
        assert (place.provenance.score or 0) > (ours[place.id].provenance.score or 0)
        assert "de_kurzschule-0.3.1" in place.provenance.version


def test_the_parse_says_who_meets_whom_where_the_word_order_misleads(
    helped: Pretagger, pretagger: Pretagger
) -> None:
    article = article_of("Jörg Weiß traf Änne Größl in Köln.")
    kinds = {
        tagger: [
            (link.rule, link.tail.fragments[0].start)
            for link in tagger.draft(article).links.values()
            if link.label == "Teilnehmer"
        ]
        for tagger in (helped, pretagger)
    }

    assert ("role_subject", 15) in kinds[helped]
    assert ("role_subject", 0) in kinds[pretagger]


def test_a_split_verb_is_one_trigger_and_its_subject_speaks(helped: Pretagger) -> None:
    article = article_of(TEXT)
    told = roles(article, helped.tag(article))

    assert ("teilte … mit", "Sprecher", "Änne Größl") in told


def test_a_pipeline_without_a_parser_gives_what_it_has(scheme: Scheme, tmp_path: Path) -> None:
    folder = write_pipeline(tmp_path / "klein", without=("parser", "trainable_lemmatizer"))
    draft = Pretagger(scheme, installed=str(folder)).draft(article_of(TEXT))

    assert not draft.grammar.parsed
    assert draft.grammar.tag(1) == "VVFIN"
    assert draft.grammar.lemma(1) == ""
    assert any(finding.rule == "pipeline" for finding in draft.findings.values())


@pytest.mark.parametrize(
    "text", ["", " \n", "Wort", "„“", "\u2028🚒\u2028", "Der Bus fährt nach Köln. " * 700]
)
def test_odd_and_long_texts_come_through(text: str, helped: Pretagger) -> None:
    article = article_of(text)
    draft = helped.draft(article)

    assert draft.failures == []
    if draft.words:
        assert all(0 <= draft.grammar.head(i) < len(draft) for i in range(len(draft)))


def change_meta(folder: Path, **values: str) -> None:
    path = folder / "meta.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | values), encoding="utf-8")


def cut(folder: Path) -> None:
    model = folder / "ner" / "model"
    model.write_bytes(model.read_bytes()[:500])


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda folder: change_meta(folder, lang="en"), "language"),
        (lambda folder: change_meta(folder, spacy_version=">=2.3.0,<2.4.0"), "version"),
        (lambda folder: (folder / "meta.json").write_text("{", encoding="utf-8"), "damaged"),
        (lambda folder: (folder / "meta.json").write_text("[]", encoding="utf-8"), "damaged"),
        (lambda folder: (folder / "meta.json").unlink(), "damaged"),
        (lambda folder: (folder / "config.cfg").write_text("größe", encoding="utf-8"), "damaged"),
        (cut, "damaged"),
    ],
)
def test_a_spoilt_pipeline_is_refused_by_name_and_the_rules_go_on(
    spoil: Callable[[Path], object], reason: str, scheme: Scheme, tmp_path: Path
) -> None:
    folder = write_pipeline(tmp_path / "größe", without=("parser", "tagger", "trainable_lemmatizer"))
    spoil(folder)
    pretagger = Pretagger(scheme, installed=str(folder))

    (problem,) = pretagger.problems
    assert (problem.code, problem.data["reason"]) == ("pipeline_refused", reason)
    assert problem.data["name"] == str(folder)
    assert "spacy download de_core_news_lg" in problem.data["remedy"]
    result = pretagger.tag(article_of(TEXT))
    assert result.failures == ()
    assert {"PER", "LOC"} <= {m.label for m in result.layered.mentions.values()}


def test_an_absent_pipeline_of_spacys_names_the_command_for_this_very_program() -> None:
    with pytest.raises(PipelineRefused) as refused:
        load_pipeline("de_core_news_md")

    assert refused.value.data["reason"] == "not_installed"
    assert refused.value.data["remedy"] == f"{sys.executable} -m spacy download de_core_news_md"


@pytest.mark.parametrize("name", ["gibt_es_nicht", "/nirgends/größe", "de-core-news-lg", "json.decoder"])
def test_what_is_neither_package_nor_folder_is_missing(name: str) -> None:
    with pytest.raises(PipelineRefused) as refused:
        load_pipeline(name)

    assert (refused.value.data["name"], refused.value.data["reason"]) == (name, "missing")


def test_a_package_that_is_no_pipeline_is_damaged() -> None:
    with pytest.raises(PipelineRefused) as refused:
        load_pipeline("json")

    assert refused.value.data["reason"] == "damaged"


def test_a_package_is_loaded_by_its_name(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "de_kurzschule"
    shutil.copytree(folder, package / "de_kurzschule-0.3.1")
    shutil.copy(folder / "meta.json", package)
    load = "def load(**changes):\n    return load_model_from_init_py(__file__, **changes)\n"
    (package / "__init__.py").write_text(f"from spacy.util import load_model_from_init_py\n{load}")
    monkeypatch.syspath_prepend(tmp_path)

    nlp = load_pipeline("de_kurzschule")
    assert nlp.meta["version"] == "0.3.1"
    assert nlp.pipe_names[-1] == "ner"
