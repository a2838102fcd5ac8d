from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.pretag.recogniser_decode import Named
from annotator.pretag.recogniser_model import LEXICON, MANIFEST, load_model
from annotator.pretag.recogniser_tagger import Calibration, Model
from annotator.pretag.recogniser_words import collapsed_shape, full_shape
from annotator.train import build_model
from annotator.train.calibrate import calibration_error, isotonic, reliability
from annotator.train.card import CARD
from annotator.train.corpora import Sentence, fold_of, read_germeval, read_smartdata, repaired
from annotator.train.crossval import Tagged, cross_validate
from annotator.train.labels import spans_of, to_iobes
from annotator.train.recipe import QUICK, fit_completed, with_features
from annotator.train.scores import Score, score
from tests.train import tiny

GERMEVAL = """#\thttp://example.org/größe\t[2020-01-01]
1\tDie\tO\tO
2\tFörde-Werke\tB-ORG\tO
3\tKiel\tI-ORG\tB-LOC
4\tund\tO\tO
5\tdeutsche\tB-LOCderiv\tO
6\tEU-Leute\tB-ORGpart\tO

#\thttp://example.org/b\t[2020-01-01]
1\tFaust\tB-OTH\tO
"""


def test_germeval_is_read_with_its_outer_labels_and_sources(tmp_path: Path) -> None:
    path = tmp_path / "NER.tsv"
    path.write_text(GERMEVAL, encoding="utf-8")
    first, second = read_germeval(path)
    assert first.document == "http://example.org/größe"
    assert first.words[:3] == ("Die", "Förde-Werke", "Kiel")
    assert first.labels == ("O", "B-ORG", "I-ORG", "O", "B-DRV", "B-PRT")
    assert second.labels == ("B-MISC",)


def smartdata(tmp_path: Path, text: str, *entities: tuple[str, str]) -> Path:
    found = [
        {"start": text.index(name), "end": text.index(name) + len(name), "label": label, "text": name}
        for name, label in entities
    ]
    path = tmp_path / "news.jsonl"
    record = {"id": "x", "text": text, "entities": found}
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_smartdata_offsets_become_labels_of_our_tokens(tmp_path: Path) -> None:
    path = smartdata(
        tmp_path,
        "Die Küstenbank GmbH baut.\nIn Kiel auch.",
        ("Küstenbank GmbH", "organization-company"),
        ("Kiel", "location-city"),
        ("auch", "trigger"),
    )
    sentences = read_smartdata(path)
    named = [(s.words[a:b], label) for s in sentences for a, b, label in spans_of(s.labels)]
    assert named == [(("Küstenbank", "GmbH"), "ORG"), (("Kiel",), "LOC")]


def test_smartdata_is_brought_near_to_germeval(tmp_path: Path) -> None:
    text = "Der Konzern aus dem deutschen Norden nutzt die S25 nach Ulm-West."
    path = smartdata(
        tmp_path,
        text,
        ("Konzern", "organization-company"),
        ("deutschen", "location"),
        ("S25", "location-route"),
        ("Ulm", "location-city"),
    )
    (sentence,) = read_smartdata(path)
    labels = dict(zip(sentence.words, sentence.labels, strict=True))
    assert (labels["Konzern"], labels["S25"], labels["deutschen"]) == ("O", "O", "B-DRV")
    assert labels["Ulm-West"] == "B-PRT"
    (raw,) = read_smartdata(path, harmonise=False)
    assert dict(zip(raw.words, raw.labels, strict=True))["Konzern"] == "B-ORG"


@given(st.lists(st.sampled_from(["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]), max_size=12))
def test_spans_and_labels_say_the_same(labels: list[str]) -> None:
    labels = repaired(labels)
    again = ["O"] * len(labels)
    for first, after, kind in spans_of(labels):
        again[first:after] = ["B-" + kind] + ["I-" + kind] * (after - first - 1)
    assert again == labels
    tags = to_iobes(labels)
    assert sum(tag[0] in "SE" for tag in tags) == len(spans_of(labels))


def test_scores_count_exact_spans_of_the_scored_labels_alone() -> None:
    gold = [[(0, 2, "PER"), (3, 4, "ORG"), (5, 6, "MISC")]]
    found = [[(0, 2, "PER"), (3, 5, "ORG"), (6, 7, "MISC")]]
    scores = score(gold, found)
    assert scores["PER"] == Score(1, 0, 0)
    assert scores["ORG"] == Score(0, 1, 1)
    assert scores["all"] == Score(1, 1, 1)
    assert scores["all"].f1 == pytest.approx(0.5)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=300))
def test_calibration_rises_and_stays_within_bounds(outcomes: list[tuple[float, bool]]) -> None:
    fitted = isotonic(outcomes)
    shares = [fitted.share(x / 20) for x in range(21)]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


def test_calibration_takes_overconfidence_away() -> None:
    outcomes = [(0.9 + 0.0001 * n, n % 2 == 0) for n in range(400)]
    fitted = isotonic(outcomes)
    table = reliability([(fitted.share(x), right) for x, right in outcomes])
    assert calibration_error(table) < 0.05 < calibration_error(reliability(outcomes))


def test_documents_stay_in_one_fold_whatever_the_run() -> None:
    folds = [fold_of(f"Quelle {n}", folds=5) for n in range(100)]
    assert set(folds) == set(range(5))
    assert folds == [fold_of(f"Quelle {n}", folds=5) for n in range(100)]


def test_cross_validation_tags_each_sentence_once() -> None:
    sentences = [Sentence(f"d{n}", s.words, s.labels) for n, s in enumerate(tiny.sentences())]
    data = with_features(sentences, tiny.lexicon())
    tagged = cross_validate(data, tiny.lexicon(), QUICK, folds=2)
    assert sorted(s.document for s in tagged.sentences) == sorted(s.document for s in sentences)
    assert tagged.scores()["all"].f1 > 0.5


def test_outcomes_tell_right_from_wrong() -> None:
    sentence = Sentence("d", ("Ulm", "Käthe"), ("B-LOC", "O"))
    tagged = Tagged([sentence], [[Named(0, 1, "LOC", 0.9), Named(1, 2, "LOC", 0.3)]])
    assert tagged.outcomes("LOC") == [(0.9, True), (0.3, False)]


def test_names_that_the_second_corpus_leaves_out_are_learnt_all_the_same() -> None:
    bare = [Sentence(s.document, s.words, ("O",) * len(s.words)) for s in tiny.sentences()]
    also = with_features(bare, tiny.lexicon())
    data = tiny.examples()
    weights = fit_completed(data, range(len(data.sentences)), also, tiny.lexicon(), QUICK)
    assert weights.labels == tiny.weights().labels
    (names,) = Model(tiny.lexicon(), weights, {}).names([["Anna", "Weber", "kam", "aus", "Köln", "."]])
    assert [n.label for n in names] == ["PER", "LOC"]


def test_shapes_tell_capitals_digits_and_the_rest() -> None:
    assert full_shape("Größe-04ß") == "Xxxxx-00x"
    assert collapsed_shape("BMW-Händler") == "X+-Xx+"


def test_the_command_makes_a_model_with_its_card_twice_the_same(tmp_path: Path) -> None:
    corpora = tmp_path / "corpora"
    (corpora / "germeval2014").mkdir(parents=True)
    (corpora / "smartdata").mkdir()
    lines: list[str] = []
    for number, sentence in enumerate(tiny.sentences()):
        lines.append(f"#\tQuelle {number}\t[2020-01-01]")
        for index, (word, label) in enumerate(zip(sentence.words, sentence.labels, strict=True), 1):
            outer = label.replace("MISC", "OTH").replace("DRV", "LOCderiv")
            lines.append(f"{index}\t{word}\t{outer}\tO")
        lines.append("")
    (corpora / "germeval2014" / "NER-de-test.tsv").write_text("\n".join(lines), encoding="utf-8")
    path = smartdata(
        tmp_path, "Anna Weber kam aus Köln.", ("Anna Weber", "person"), ("Köln", "location-city")
    )
    path.rename(corpora / "smartdata" / "news.train.jsonl")
    made: list[dict[str, bytes]] = []
    for run in ("a", "b"):
        out = tmp_path / run
        out.mkdir()
        (out / LEXICON).write_bytes(tiny.lexicon_bytes())
        build_model.main(["--corpora", str(corpora), "--out", str(out), "--quick"])
        made.append({file.name: file.read_bytes() for file in out.iterdir()})
    assert made[0] == made[1]
    assert set(load_model(folder=tmp_path / "a").calibration) == {"PER", "LOC", "ORG", "MISC"}
    assert "| PER |" in made[0][CARD].decode()
    assert json.loads(made[0][MANIFEST])["training_data"].keys() == {"NER-de-test.tsv", "news.train.jsonl"}


def test_a_calibration_without_names_is_the_identity() -> None:
    assert isotonic([]) == Calibration(((0.0, 0.0), (1.0, 1.0)))
