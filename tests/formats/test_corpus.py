"""Annotated corpora: their forms, their labels, and what is said of a bad file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import SetState
from annotator.core.errors import ImportFailed
from annotator.core.resources import resource
from annotator.core.scheme import Scheme
from annotator.core.state import Layered
from annotator.formats.corpus import Corpus, CorpusForm
from annotator.formats.corpus_columns import read_conll
from annotator.formats.corpus_labels import CorpusInvalid, LabelMap
from annotator.formats.corpus_values import Gold
from annotator.formats.native_jsonl import write_line
from annotator.formats.scheme_yaml import read_scheme
from tests.support.build import make_article, make_scheme, suggest

GERMEVAL = (
    "#\thttps://example.org/größe\t[2020-01-01]\n"
    "1\tDie\tO\tO\n2\tFörde-Werke\tB-ORG\tO\n3\tKiel\tI-ORG\tB-LOC\n4\tund\tO\tO\n"
    "5\tdeutsche\tB-LOCderiv\tO\n6\tEU-Leute\tB-ORGpart\tO\n\n"
    "#\thttps://example.org/b\t[2020-01-01]\n1\t„Faust“\tB-OTH\tO\n2\t🚒\tO\tO\n"
)
CONLL = (
    "-DOCSTART- -X- O O\n\nÄnne NE I-NC I-PER\nGrößl NE I-NC I-PER\nkam VV O O\n\n"
    "nach AP O O\nKöln NE O I-LOC\n\n"
    "-DOCSTART- -X- O O\n\nDie AR O O\nSPD NE O I-ORG\n"
)
SMARTDATA = {
    "id": "x",
    "date": "2016-04-12T13:47:17Z",
    "text": "Der Streik 🚒 trifft die Förde-Werke in Füssen.",
    "entities": [
        {"id": "T1", "start": 4, "end": 10, "label": "trigger"},
        {"id": "T2", "start": 24, "end": 35, "label": "organization-company"},
        {"id": "T3", "start": 39, "end": 45, "label": "location-city"},
        {"id": "T4", "start": 0, "end": 3, "label": "number"},
    ],
    "events": [
        {
            "id": "E1",
            "type": "Strike",
            "args": [
                {"role": "trigger", "entity": "T1"},
                {"role": "company", "entity": "T2"},
                {"role": "location", "entity": "T3"},
                {"role": "num_striking", "entity": "T4"},
            ],
        },
        {"id": "E2", "type": "Delay", "args": [{"role": "trigger", "entity": "T1"}]},
    ],
}


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    path = resource("schemes", "nachrichten.yaml")
    return read_scheme(path.read_text(encoding="utf-8"), name=path.name)


def written(folder: Path, content: str | bytes, name: str = "größe.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def names(gold: Gold) -> list[tuple[str, str]]:
    return [(m.label, m.text_of(gold.article.text)) for m in gold.layered.mentions.values()]


def test_germeval_gives_a_sentence_each_with_its_outer_names(tmp_path: Path, scheme: Scheme) -> None:
    corpus = Corpus(written(tmp_path, GERMEVAL), scheme)
    golds = list(corpus)
    assert corpus.form is CorpusForm.GERMEVAL
    assert [gold.article.text for gold in golds] == [
        "Die Förde-Werke Kiel und deutsche EU-Leute",
        "„Faust“ 🚒",
    ]
    assert [names(gold) for gold in golds] == [[("ORG", "Förde-Werke Kiel")], [("MISC", "„Faust“")]]
    assert [gold.line for gold in golds] == [2, 10]
    assert len(golds[0].article.tokens) == 6


def test_conll_joins_the_sentences_of_a_document(tmp_path: Path, scheme: Scheme) -> None:
    corpus = Corpus(written(tmp_path, CONLL.replace("\n", "\r\n")), scheme)
    first, second = corpus
    assert corpus.form is CorpusForm.CONLL
    assert first.article.text == "Änne Größl kam nach Köln"
    assert list(first.article.sentences) == [0, 3]
    assert names(first) == [("PER", "Änne Größl"), ("LOC", "Köln")]
    assert names(second) == [("ORG", "SPD")]


def test_conll_without_documents_gives_sentences(tmp_path: Path, scheme: Scheme) -> None:
    path = written(tmp_path, "Änne B-PER\n# O\n\nKöln B-LOC\n")
    assert [gold.article.text for gold in Corpus(path, scheme)] == ["Änne #", "Köln"]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("I-PER I-PER O I-LOC B-LOC", ["ab:PER", "d:LOC", "e:LOC"]),
        ("B-PER I-PER O B-LOC B-LOC", ["ab:PER", "d:LOC", "e:LOC"]),
        ("B-PER E-PER O S-LOC S-LOC", ["ab:PER", "d:LOC", "e:LOC"]),
        ("B-PER L-PER O U-LOC U-LOC", ["ab:PER", "d:LOC", "e:LOC"]),
        ("I-PER I-LOC I-LOC O O", ["a:PER", "bc:LOC"]),
    ],
    ids=["IOB1", "IOB2", "IOBES", "BILOU", "another label begins"],
)
def test_every_way_to_tag_is_understood(scheme: Scheme, tags: str, expected: list[str]) -> None:
    lines = [f"{word}\t{tag}" for word, tag in zip("abcde", tags.split(), strict=True)]
    (gold,) = read_conll(lines, LabelMap(scheme), "probe")
    assert [f"{text.replace(' ', '')}:{label}" for label, text in names(gold)] == expected


@given(st.lists(st.sampled_from(["O", "B-PER", "I-PER", "B-LOC", "S-ORG", "E-PER"]), min_size=1, max_size=12))
def test_every_token_with_a_tag_is_in_exactly_one_name(tags: list[str]) -> None:
    lines = [f"wört{index} {tag}" for index, tag in enumerate(tags)]
    (gold,) = read_conll(lines, LabelMap(make_scheme()), "probe")
    covered = [token for _, text in names(gold) for token in text.split()]
    assert covered == [f"wört{index}" for index, tag in enumerate(tags) if tag != "O"]


def test_smartdata_gives_names_events_and_roles(tmp_path: Path, scheme: Scheme) -> None:
    corpus = Corpus(written(tmp_path, json.dumps(SMARTDATA) + "\n"), scheme)
    (gold,) = corpus
    assert corpus.form is CorpusForm.SMARTDATA
    assert sorted(names(gold)) == [("LOC", "Füssen"), ("ORG", "Förde-Werke"), ("Streik", "Streik")]
    found = {(r.label, gold.layered.mentions[r.tail].label) for r in gold.layered.relations.values()}
    assert found == {("Bestreikter", "ORG"), ("Ort", "LOC")}
    assert str(gold.article.published_on) == "2016-04-12"


def test_only_what_the_corpus_can_hold_is_compared(tmp_path: Path, scheme: Scheme) -> None:
    corpus = Corpus(written(tmp_path, GERMEVAL), scheme)
    golds = list(corpus)
    article = golds[0].article
    found = [
        suggest(article, "Kiel", "entity", "LOC"),
        suggest(article, "EU", "entity", "ORG"),
        suggest(article, "und", "time", "DATE"),
    ]
    kept = corpus.comparable(golds).of(article, Layered({m.id: m for m in found}))
    assert [m.text_of(article.text) for m in kept.mentions.values()] == ["Kiel"]


def native(annotator: str, kind: str, text: str = "Änne kam.") -> str:
    article = make_article(text)
    mention = suggest(article, "Änne", "entity", "PER")
    return write_line(
        article,
        Layered({mention.id: mention}),
        annotator=annotator,
        kind=kind,  # type: ignore[arg-type]
        state=SetState.DONE,
        scheme=make_scheme(),
    ).decode()


def test_an_export_gives_the_annotations_of_its_only_person(tmp_path: Path) -> None:
    path = written(tmp_path, native("pretagger", "machine") + native("änne", "human"))
    corpus = Corpus(path, make_scheme())
    (gold,) = corpus
    assert (corpus.form, gold.line, names(gold)) == (CorpusForm.NATIVE, 2, [("PER", "Änne")])


def test_of_several_people_one_must_be_chosen(tmp_path: Path) -> None:
    path = written(tmp_path, native("änne", "human") + native("jörg", "human"))
    with pytest.raises(CorpusInvalid) as refused:
        list(Corpus(path, make_scheme()))
    assert refused.value.data == {
        "source": str(path),
        "place": 2,
        "reason": "several_annotators",
        "known": ["jörg", "änne"],
    }
    assert [g.line for g in Corpus(path, make_scheme(), annotator="jörg")] == [2]
    with pytest.raises(CorpusInvalid, match="unknown_annotator"):
        list(Corpus(path, make_scheme(), annotator="karla"))


def test_a_table_of_ones_own_says_what_labels_mean(tmp_path: Path, scheme: Scheme) -> None:
    path = written(tmp_path, "Änne B-MENSCH\nFaust B-WERK\n")
    table = written(tmp_path, "conll:\n  labels:\n    MENSCH: entity/PER\n    WERK:\n", "labels.yaml")
    (gold,) = Corpus(path, scheme, labels=table)
    assert names(gold) == [("PER", "Änne")]


@pytest.mark.parametrize(
    ("content", "form", "reason", "place"),
    [
        ("Das ist Prosa.\n", None, "form_unknown", 1),
        ("\n\n", None, "empty", None),
        ('{"text": "a"}\n', None, "form_unknown", 1),
        ('{"text": "a", "entities"\n', None, "not_json", 1),
        ("Änne\tB-PER\nallein\n", None, "not_conll", 2),
        ("Änne\tB-PER\nKöln\tORT\n", None, "no_tag", 2),
        ("1\tÄnne\tB-PER\tO\n2\tKöln\n", None, "not_germeval", 2),
        ("1\tÄnne\tB-PER\tO\n2\t \tO\tO\n", None, "no_token", 2),
        ("Änne B-PERSON\n", None, "unknown_label", 1),
        (
            '{"text": "a", "entities": [{"id": "T1", "start": 0, "end": 9, "label": "person"}]}',
            None,
            "outside_text",
            1,
        ),
        ('\n{"text": "a", "entities": [{"id": "T1", "start": 0}]}', "smartdata", "not_smartdata", 2),
        ("Änne B-PER\n".encode("utf-16"), None, "not_utf8", 1),
    ],
)
def test_a_bad_file_is_refused_with_its_line(
    tmp_path: Path, scheme: Scheme, content: str | bytes, form: str | None, reason: str, place: int | None
) -> None:
    path = written(tmp_path, content)
    with pytest.raises(CorpusInvalid) as refused:
        list(Corpus(path, scheme, form=CorpusForm(form) if form else None))
    assert refused.value.data["source"] == str(path)
    assert (refused.value.data["reason"], refused.value.data.get("place")) == (reason, place)


def test_a_file_that_is_not_there_and_a_broken_table_are_named(tmp_path: Path, scheme: Scheme) -> None:
    with pytest.raises(ImportFailed, match="missing"):
        Corpus(tmp_path / "fehlt.tsv", scheme)
    table = written(tmp_path, "conll:\n  labels: [PER\n", "labels.yaml")
    with pytest.raises(CorpusInvalid) as refused:
        Corpus(written(tmp_path, "Änne B-PER\n"), scheme, labels=table)
    assert refused.value.data["source"] == str(table)
    assert refused.value.data["reason"] == "labels_invalid"


def test_every_label_of_the_shipped_table_is_one_of_the_shipped_scheme(scheme: Scheme) -> None:
    import yaml

    table = yaml.safe_load(resource("corpora", "labels.yaml").read_text(encoding="utf-8"))
    places = [
        place
        for form in table.values()
        for part in ("labels", "events")
        for place in form.get(part, {}).values()
        if place is not None
    ]
    assert all(scheme.label(*place.split("/")) is not None for place in places), places
    smartdata = table["smartdata"]
    for event, roles in smartdata["roles"].items():
        label = scheme.label(*smartdata["events"][event].split("/"))
        assert label is not None
        assert all(label.role(role) is not None for role in roles.values()), event
