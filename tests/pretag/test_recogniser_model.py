from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.pretag.recogniser_model import LEXICON, MANIFEST, WEIGHTS, ModelRefused, load_model
from annotator.pretag.recogniser_pack import ascending, pack, planes, unascending, unpack, unplanes
from annotator.pretag.recogniser_tagger import Calibration
from annotator.pretag.recogniser_weights import Weights, from_sections, mean, to_sections
from tests.train import tiny


def test_names_are_found_with_label_and_probability() -> None:
    (names,) = tiny.model().names([["Anna", "Weber", "kam", "aus", "Zürich", "."]])
    assert [(n.first, n.after, n.label) for n in names] == [(0, 2, "PER"), (4, 5, "LOC")]
    assert all(0.3 < n.probability <= 1 for n in names)


def test_a_written_model_finds_the_same(tmp_path: Path) -> None:
    words = [["Die", "NORDBUND", "in", "Köln", "lobte", "das", "."], ["sagte", "Krüger"]]
    loaded = load_model(folder=tiny.write(tmp_path))
    for written, built in zip(loaded.names(words), tiny.model().names(words), strict=True):
        assert [(n.first, n.after, n.label) for n in written] == [(n.first, n.after, n.label) for n in built]


def test_training_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first = tiny.write(tmp_path / "a")
    tiny.weights.cache_clear()
    tiny.lexicon_bytes.cache_clear()
    second = tiny.write(tmp_path / "b")
    for name in (LEXICON, WEIGHTS, MANIFEST):
        assert (first / name).read_bytes() == (second / name).read_bytes()


def test_the_order_of_texts_changes_nothing() -> None:
    sentences = [list(s.words) for s in tiny.sentences()]
    model = tiny.model()
    alone = [model.names([words])[0] for words in sentences]
    together = model.names(sentences)
    for one, other in zip(alone, together, strict=True):
        assert [(n.first, n.after, n.label) for n in one] == [(n.first, n.after, n.label) for n in other]
        assert [n.probability for n in one] == pytest.approx([n.probability for n in other], abs=1e-4)


@pytest.mark.parametrize("name", [LEXICON, WEIGHTS])
def test_a_changed_file_is_refused_by_name_with_a_remedy(tmp_path: Path, name: str) -> None:
    folder = tiny.write(tmp_path)
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 0xFF
    (folder / name).write_bytes(data)
    with pytest.raises(ModelRefused) as refused:
        load_model(folder=folder)
    assert refused.value.data["reason"] == "damaged"
    assert refused.value.data["path"].endswith(name)
    assert "make model" in refused.value.data["remedy"]


def test_a_damaged_file_with_a_fitting_hash_is_refused(tmp_path: Path) -> None:
    from hashlib import sha256

    folder = tiny.write(tmp_path)
    broken = (folder / WEIGHTS).read_bytes()[:200]
    (folder / WEIGHTS).write_bytes(broken)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    manifest["files"][WEIGHTS] = sha256(broken).hexdigest()
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ModelRefused) as refused:
        load_model(folder=folder)
    assert refused.value.data["reason"] == "damaged"


@pytest.mark.parametrize("field", ["format_version", "feature_version"])
def test_another_version_is_refused(tmp_path: Path, field: str) -> None:
    folder = tiny.write(tmp_path)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    manifest[field] += 1
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ModelRefused) as refused:
        load_model(folder=folder)
    assert refused.value.data["reason"] == "version"


@pytest.mark.parametrize("name", ["..", "../elsewhere", "/tmp"])
def test_a_model_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    tiny.write(tmp_path / "elsewhere")
    home = tiny.write(tmp_path / "models")
    with pytest.raises(ModelRefused) as refused:
        load_model(name, folder=home)
    assert refused.value.data["reason"] == "outside"


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside, home = tiny.write(tmp_path / "outside"), tiny.write(tmp_path / "models")
    (home / WEIGHTS).unlink()
    (home / WEIGHTS).symlink_to(outside / WEIGHTS)
    with pytest.raises(ModelRefused) as refused:
        load_model(folder=home)
    assert refused.value.data["reason"] == "outside"


@pytest.mark.parametrize("content", [None, "", "[]", "{", '{"format": "other"}'])
def test_a_missing_or_strange_manifest_is_refused(tmp_path: Path, content: str | None) -> None:
    folder = tiny.write(tmp_path)
    (folder / MANIFEST).unlink()
    if content is not None:
        (folder / MANIFEST).write_text(content, encoding="utf-8")
    with pytest.raises(ModelRefused) as refused:
        load_model(folder=folder)
    assert refused.value.data["reason"] == ("missing" if content is None else "damaged")


def test_a_model_in_a_folder_below_is_taken(tmp_path: Path) -> None:
    tiny.write(tmp_path / "models" / "mine")
    assert load_model("mine", folder=tmp_path / "models").names([["Ulm"]])


@given(st.lists(st.lists(st.text(min_size=1, max_size=8), max_size=30), max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_words_come_through_with_names_inside_their_sentence(words: list[list[str]]) -> None:
    found = tiny.model().names(words)
    assert len(found) == len(words)
    for sentence, names in zip(words, found, strict=True):
        assert all(0 <= n.first < n.after <= len(sentence) for n in names)
        assert all(0 <= n.probability <= 1 for n in names)
        assert all(a.after <= b.first for a, b in pairwise(names))


def test_a_sentence_of_ten_thousand_words_comes_through() -> None:
    words = ["Anna", "Weber", "kam", "aus", "Köln", ","] * 1700
    (names,) = tiny.model().names([words])
    assert len(names) > 3000
    assert names[-1].after <= len(words)


def test_more_word_types_than_are_remembered_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [list(s.words) for s in tiny.sentences()]
    expected = tiny.model().names(sentences)
    monkeypatch.setattr("annotator.pretag.recogniser_tagger._MOST_TYPES", 20)
    model = tiny.model()
    for words, names in zip(sentences, expected, strict=True):
        assert [(n.first, n.after, n.label) for n in model.names([words])[0]] == [
            (n.first, n.after, n.label) for n in names
        ]


def test_calibration_runs_in_straight_lines_and_ends_level() -> None:
    curve = Calibration(((0.2, 0.1), (0.6, 0.5), (0.9, 0.8)))
    assert [curve.share(x) for x in (0.0, 0.2, 0.4, 0.75, 1.0)] == pytest.approx([0.1, 0.1, 0.3, 0.65, 0.8])


@given(st.sets(st.integers(0, 2**32 - 1), max_size=50))
def test_packed_numbers_come_back(numbers: set[int]) -> None:
    values = np.array(sorted(numbers), dtype=np.uint32)
    assert unascending(ascending(values)).tolist() == values.tolist()
    assert unplanes(planes(values)).tolist() == values.tolist()


@given(st.dictionaries(st.text(max_size=5), st.binary(max_size=200), max_size=4))
def test_sections_come_back(sections: dict[str, bytes]) -> None:
    assert unpack(pack(sections)) == sections


@given(st.binary(max_size=80))
def test_bytes_that_are_no_container_are_an_error(data: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(data)


def test_the_mean_leaves_out_labels_that_not_all_know() -> None:
    weights = tiny.weights()
    fewer = [n for n, label in enumerate(weights.labels) if label != "S-MISC"]
    other = Weights(
        tuple(weights.labels[n] for n in fewer),
        weights.codes,
        weights.table[:, fewer],
        weights.moves[np.ix_(fewer, fewer)],
    )
    both = mean([weights, other])
    assert both.labels == other.labels
    assert np.allclose(both.table, other.table)
    assert np.allclose(both.moves, other.moves)


def test_weights_come_back_nearly_equal_and_their_mean_is_themselves() -> None:
    weights = tiny.weights()
    again = from_sections(to_sections(mean([weights, weights])))
    rows = again.rows(weights.codes)
    assert again.labels == weights.labels
    assert np.allclose(again.padded()[rows], weights.table, atol=1e-3)
