"""A real spaCy pipeline, trained in the test from a few sentences until it knows them by heart."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import fix_random_seed

Row = tuple[str, str, str, int, str, str]
"""Word, tag, lemma, head, relation, and entity in IOB2."""

SENTENCES: Sequence[Sequence[Row]] = (
    (
        ("Gestern", "ADV", "gestern", 1, "mo", "O"),
        ("teilte", "VVFIN", "teilen", 1, "ROOT", "O"),
        ("Änne", "NE", "Änne", 3, "pnc", "B-PER"),
        ("Größl", "NE", "Größl", 1, "sb", "I-PER"),
        ("der", "ART", "der", 5, "nk", "O"),
        ("Quelltech", "NE", "Quelltech", 1, "da", "B-ORG"),
        ("den", "ART", "der", 7, "nk", "O"),
        ("Streik", "NN", "Streik", 1, "oa", "O"),
        ("mit", "PTKVZ", "mit", 1, "svp", "O"),
        (".", "$.", "--", 1, "punct", "O"),
    ),
    (
        ("Den", "ART", "der", 1, "nk", "O"),
        ("Gast", "NN", "Gast", 2, "oa", "O"),
        ("trifft", "VVFIN", "treffen", 2, "ROOT", "O"),
        ("Jörg", "NE", "Jörg", 4, "pnc", "B-PER"),
        ("Weiß", "NE", "Weiß", 2, "sb", "I-PER"),
        ("in", "APPR", "in", 2, "mo", "O"),
        ("Füssen", "NE", "Füssen", 5, "nk", "B-LOC"),
        (".", "$.", "--", 2, "punct", "O"),
    ),
    (
        ("Jörg", "NE", "Jörg", 1, "pnc", "B-PER"),
        ("Weiß", "NE", "Weiß", 2, "oa", "I-PER"),
        ("traf", "VVFIN", "treffen", 2, "ROOT", "O"),
        ("Änne", "NE", "Änne", 4, "pnc", "B-PER"),
        ("Größl", "NE", "Größl", 2, "sb", "I-PER"),
        ("in", "APPR", "in", 2, "mo", "O"),
        ("Köln", "NE", "Köln", 5, "nk", "B-LOC"),
        (".", "$.", "--", 2, "punct", "O"),
    ),
    (
        ("Das", "PDS", "das", 1, "sb", "O"),
        ("ist", "VAFIN", "sein", 1, "ROOT", "O"),
        ("meine", "PPOSAT", "mein", 3, "nk", "O"),
        ("Straße", "NN", "Straße", 1, "pd", "O"),
        (".", "$.", "--", 1, "punct", "O"),
    ),
)
_ROUNDS = 60
_RARE_TOO = {"trainable_lemmatizer": {"min_tree_freq": 1}, "parser": {"min_action_freq": 1}}


def write_pipeline(folder: Path, *, without: Sequence[str] = ()) -> Path:
    """Train tagger, lemmatizer, parser and ner, and write them to ``folder``."""
    random.seed(1)
    fix_random_seed(1)
    nlp = spacy.blank("de")
    for name in ("tagger", "trainable_lemmatizer", "parser", "ner"):
        if name not in without:
            nlp.add_pipe(name, config=_RARE_TOO.get(name, {}))
    examples = [_example(nlp.vocab, rows) for rows in SENTENCES]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(_ROUNDS):
        nlp.update(examples, sgd=optimizer, drop=0.0)
    nlp.meta["name"], nlp.meta["version"] = "kurzschule", "0.3.1"
    nlp.to_disk(folder)
    return folder


def _example(vocab: spacy.vocab.Vocab, rows: Sequence[Row]) -> Example:
    words, tags, lemmas, heads, relations, names = (list(column) for column in zip(*rows, strict=True))
    reference = Doc(vocab, words=words, tags=tags, lemmas=lemmas, heads=heads, deps=relations, ents=names)
    return Example(Doc(vocab, words=words), reference)
