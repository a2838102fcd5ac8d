"""A tiny recogniser, trained in the test from a few sentences of our own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from annotator.pretag.recogniser_lexicon import Lexicon
from annotator.pretag.recogniser_model import LEXICON, load_model
from annotator.pretag.recogniser_pack import pack, unpack
from annotator.pretag.recogniser_tagger import Calibration, Model
from annotator.pretag.recogniser_weights import Weights, to_sections
from annotator.train.build_lexicon import build
from annotator.train.build_model import write_model
from annotator.train.corpora import Sentence
from annotator.train.recipe import QUICK, Examples, fit, with_features

_WORDS = {
    40: "Weber Krüger Yıldız Großmann Ostwald Özil",
    56: "Anna Jörg Ömer Käthe Lina Straßer",
    80: "Lübeck Köln Weißensee Zürich Görlitz Ulm",
    413: "Bank Verein Fähr-Reederei Stadtwerke Union Gewerkschaft",
    4062: "sagte traf lobte besuchte ging kam",
    10: "in nach aus",
    31: "der die das",
}
_CLUSTERS = {word: cluster for cluster, words in _WORDS.items() for word in words.split()}
_PROBABILITIES = {word: -10.0 if word[0].isupper() else -6.0 for word in _CLUSTERS}
_NAMES = {
    "first_name": {"Anna", "Jörg", "Ömer", "Käthe", "Lina"},
    "city": {"Lübeck", "Köln", "Zürich", "Görlitz", "Ulm", "Bad Füßlingen"},
    "organisation": {"NORDBUND", "Fähr-Reederei Förde", "Stadtwerke"},
    "country": {"Utopien"},
}
_HEADS = "[org]\nverein bank gewerkschaft\n[role]\nministerin präsident\n[loc]\nstraße fluss\n"
_PEOPLE = ("Anna Weber", "Jörg Krüger", "Ömer Yıldız", "Käthe Großmann", "Lina Ostwald", "Anna Krüger")
_PLACES = ("Lübeck", "Köln", "Weißensee", "Zürich", "Görlitz", "Ulm")
_BODIES = ("Verein Seeblick", "NORDBUND", "Stadtwerke", "Gewerkschaft Hafen", "Union", "Bank Nordlicht")


def _tagged(text: str, *names: tuple[str, str]) -> Sentence:
    words = text.split()
    labels = ["O"] * len(words)
    for name, label in names:
        parts = name.split()
        start = next(i for i in range(len(words)) if words[i : i + len(parts)] == parts)
        labels[start : start + len(parts)] = ["B-" + label] + ["I-" + label] * (len(parts) - 1)
    return Sentence(f"text-{len(text) % 7}", tuple(words), tuple(labels))


def sentences() -> list[Sentence]:
    """Return the training sentences."""
    found: list[Sentence] = []
    for person, place, body in zip(_PEOPLE, _PLACES, _BODIES, strict=True):
        last = person.split()[1]
        found += [
            _tagged(f"{person} kam aus {place} .", (person, "PER"), (place, "LOC")),
            _tagged(f"Am Montag traf {person} die {body} .", (person, "PER"), (body, "ORG")),
            _tagged(f"Die {body} in {place} lobte das .", (body, "ORG"), (place, "LOC")),
            _tagged(f"„ Das ist gut “ , sagte {last} .", (last, "PER")),
            _tagged(f"Er ging nach {place} .", (place, "LOC")),
            _tagged("Am Abend kam der Regen , und das war gut ."),
            _tagged(f"Der utopische Film {last} lief .", ("utopische", "DRV"), (last, "MISC")),
        ]
    return found


@cache
def lexicon_bytes() -> bytes:
    """Return the lexicon file of the tiny model."""
    return build(_CLUSTERS, _PROBABILITIES, _NAMES, _HEADS)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of the tiny model."""
    return Lexicon(unpack(lexicon_bytes()))


@cache
def examples() -> Examples:
    """Return the training sentences with their features."""
    return with_features(sentences(), lexicon())


@cache
def weights() -> Weights:
    """Return the weights of the tiny model."""
    return fit([(examples(), range(len(examples().sentences)))], QUICK)


def model(calibration: dict[str, Calibration] | None = None) -> Model:
    """Return the tiny model."""
    return Model(lexicon(), weights(), calibration or {})


def write(folder: Path) -> Path:
    """Write the tiny model as files; return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LEXICON).write_bytes(lexicon_bytes())
    calibration = {"PER": Calibration(((0.2, 0.1), (0.9, 0.8)))}
    write_model(folder, pack(to_sections(weights())), calibration, {})
    load_model(folder=folder)
    return folder
