"""The two articles that lie beside the project, against one reader's complete reading of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from annotator.ingest.zones import find_zones
from annotator.pretag.pipeline import Pretagger
from annotator.pretag.tokenizer import Tokenizer
from tests.pretag.conftest import article_of
from tests.pretag.reading_seeds import FIRST, SECOND, Reading

FOLDER = Path(__file__).parents[2] / ".." / "shared" / "seeds"
READINGS = {"000_ed0d236bd028a7ef.txt": FIRST, "002_679100aab88e780d.txt": SECOND}
RECALL, PRECISION = 0.90, 0.85

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the articles do not lie beside the project")


def found_in(name: str, pretagger: Pretagger, tokenizer: Tokenizer) -> dict[str, Counter[str]]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    draft = pretagger.draft(article_of(text, zones=find_zones(text), tokenizer=tokenizer))
    assert draft.failures == []
    found: dict[str, Counter[str]] = {}
    for finding in draft.findings.values():
        words = " ".join(text[span.start : span.end] for span in finding.fragments)
        found.setdefault(finding.label, Counter())[words] += 1
    return found


def counted(pretagger: Pretagger, tokenizer: Tokenizer) -> dict[str, tuple[int, int, int]]:
    """For each label: how many were found rightly, found, and wanted, in both articles."""
    totals: dict[str, tuple[int, int, int]] = {}
    for name, reading in READINGS.items():
        found = found_in(name, pretagger, tokenizer)
        for label, wanted in reading.items():
            got = found.get(label, Counter())
            before = totals.get(label, (0, 0, 0))
            here = (sum((got & Counter(wanted)).values()), sum(got.values()), sum(wanted.values()))
            totals[label] = (before[0] + here[0], before[1] + here[1], before[2] + here[2])
    return totals


@pytest.mark.parametrize("label", list(FIRST))
def test_most_of_what_a_reader_marks_is_suggested_and_little_else(
    label: str, pretagger: Pretagger, tokenizer: Tokenizer
) -> None:
    right, found, wanted = counted(pretagger, tokenizer)[label]

    assert right / wanted >= RECALL, f"{right} of {wanted} found"
    assert right / found >= PRECISION, f"{right} of {found} right"


def differences(reading: Reading, found: dict[str, Counter[str]]) -> list[str]:
    """For the reader of a failure: what is missing and what is too much."""
    return [
        f"{label}: missing {Counter(wanted) - found.get(label, Counter())}, "
        f"too much {found.get(label, Counter()) - Counter(wanted)}"
        for label, wanted in reading.items()
    ]


def test_every_phone_call_of_both_articles_is_found(pretagger: Pretagger, tokenizer: Tokenizer) -> None:
    for name, reading in READINGS.items():
        found = found_in(name, pretagger, tokenizer)
        assert found["Telefonat"] == Counter(reading["Telefonat"]), differences(reading, found)
