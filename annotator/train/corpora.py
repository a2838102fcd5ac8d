"""The corpora that the recogniser learns from, as tokens with one label each.

Labels are IOB2 over PER, LOC, ORG, MISC and two that are only there to be told from these: DRV (``deutsche``,
``Berliner`` Mauer) and PRT (``EU-Kommissar``), the ``-deriv`` and ``-part`` labels of GermEval 2014.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from annotator.pretag.tokenizer import Tokenizer

OUTSIDE = "O"
DERIVED, PART = "DRV", "PRT"
_GERMEVAL = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "OTH": "MISC"}
_SMARTDATA = {
    "person": "PER",
    "organization": "ORG",
    "organization-company": "ORG",
    "location": "LOC",
    "location-city": "LOC",
    "location-street": "LOC",
    "location-stop": "LOC",
}
_COMMON_NOUNS = """firma gesellschaft gewerkschaft gruppe hersteller holding konzern konzerns polizei
regierung staatsanwaltschaft tochter tochtergesellschaft unternehmen unternehmens verband verein verlag"""
_COMMON_ORGANISATIONS = frozenset(_COMMON_NOUNS.split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, with its source document, and a label for each word."""

    document: str
    words: tuple[str, ...]
    labels: tuple[str, ...]


def read_germeval(path: Path) -> list[Sentence]:
    """Read the outer labels of a GermEval 2014 file (``#`` source, then index, token, outer, nested)."""
    sentences: list[Sentence] = []
    document, words, labels = "", list[str](), list[str]()
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#\t"):
            document = line.split("\t")[1].strip()
        elif line.strip():
            _, word, outer = line.split("\t")[:3]
            words.append(word)
            labels.append(_germeval_label(outer))
        elif words:
            sentences.append(Sentence(document, tuple(words), tuple(labels)))
            words, labels = [], []
    return sentences


def _germeval_label(outer: str) -> str:
    if outer == OUTSIDE:
        return OUTSIDE
    place, kind = outer[:2], outer[2:]
    if kind.endswith("deriv"):
        return place + DERIVED
    return place + (PART if kind.endswith("part") else _GERMEVAL[kind])


def read_smartdata(path: Path, *, harmonise: bool = True) -> list[Sentence]:
    """Read a SmartData JSON-lines file, cut by our tokenizer.

    ``harmonise`` brings its labels near to GermEval's: adjectives of places become DRV, common nouns
    (``der Konzern``) and routes no names at all.
    """
    tokenizer = Tokenizer()
    sentences: list[Sentence] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            record = json.loads(line)
            sentences += _smartdata_sentences(record, tokenizer, harmonise=harmonise)
    return sentences


def _smartdata_sentences(
    record: Mapping[str, Any], tokenizer: Tokenizer, *, harmonise: bool
) -> Iterator[Sentence]:
    text = record["text"]
    tokens, starts = tokenizer.tokenize(text)
    labels = [OUTSIDE] * len(tokens)
    begins, ends = tokens.starts.tolist(), tokens.ends.tolist()
    for start, end, label in _smartdata_names(record["entities"], harmonise=harmonise):
        covered = [i for i in range(len(tokens)) if begins[i] < end and ends[i] > start]
        whole = bool(covered) and begins[covered[0]] == start and ends[covered[-1]] == end
        for place, index in enumerate(covered):
            kind = label if whole else PART
            labels[index] = ("B-" if place == 0 else "I-") + kind
    for first, after in zip(starts, [*starts[1:], len(tokens)], strict=True):
        words = tuple(text[begins[i] : ends[i]] for i in range(first, after))
        yield Sentence(record["id"], words, tuple(repaired(labels[first:after])))


def _smartdata_names(
    entities: Iterable[Mapping[str, Any]], *, harmonise: bool
) -> Iterator[tuple[int, int, str]]:
    for entity in entities:
        label = _SMARTDATA.get(entity["label"])
        if label is None:
            continue
        if harmonise:
            label = _harmonised(entity["text"], label)
        if label:
            yield entity["start"], entity["end"], label


def _harmonised(name: str, label: str) -> str | None:
    if not any(character.isupper() or character.isdigit() for character in name.split()[-1]):
        return None if " " in name or label != "LOC" else DERIVED
    if name[0].islower() and " " in name:
        return None
    return None if label == "ORG" and name.lower() in _COMMON_ORGANISATIONS else label


def repaired(labels: Iterable[str]) -> list[str]:
    """Return IOB2 labels in which every inside label follows its own kind."""
    result: list[str] = []
    before = OUTSIDE
    for label in labels:
        if label.startswith("I-") and before[2:] != label[2:]:
            label = "B-" + label[2:]
        result.append(label)
        before = label
    return result


def fold_of(document: str, *, folds: int) -> int:
    """Return the fold of a document: by the hash of its name, so all its sentences share it."""
    return int(sha256(document.encode()).hexdigest()[:8], 16) % folds


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file in hex."""
    return sha256(path.read_bytes()).hexdigest()
