from __future__ import annotations

from pathlib import Path

import pytest

from annotator.formats.corpus import Corpus
from annotator.pretag.pipeline import Pretagger
from annotator.train.measure import count, main, names_only, report

GERMEVAL = (
    "#\tQuelle\n1\tÄnne\tB-PER\tO\n2\tGrößl\tI-PER\tO\n3\tkam\tO\tO\n4\tnach\tO\tO\n5\tKöln\tB-LOC\tO\n6\t.\tO\tO\n\n"
    "1\tDie\tO\tO\n2\tSPD\tB-ORG\tO\n3\tin\tO\tO\n4\tBerlin\tB-ORG\tO\n"
)
SMARTDATA = (
    '{"text": "Jörg Weiß kam nach Köln.", "entities": ['
    '{"id": "T1", "start": 0, "end": 9, "label": "person"}, '
    '{"id": "T2", "start": 19, "end": 23, "label": "location-city"}, '
    '{"id": "T3", "start": 10, "end": 13, "label": "date"}]}\n'
)


def test_rules_are_counted_in_columns(tmp_path: Path) -> None:
    path = tmp_path / "probe.tsv"
    path.write_text(GERMEVAL, encoding="utf-8")
    scheme = names_only()
    tally = count(Pretagger(scheme), Corpus(path, scheme))

    assert (tally.right["place_list+recogniser"], tally.found["place_list+recogniser"]) == (1, 2)
    assert (tally.right.total(), tally.found.total()) == (3, 4)
    assert any(line.startswith("place_list+recogniser\t1 of 2\t0.500") for line in report(tally))


def test_rules_are_counted_in_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "größe.jsonl"
    path.write_text(SMARTDATA, encoding="utf-8")
    main([str(path)])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "größe.jsonl"
    assert "place_list+recogniser\t1 of 1\t1.000" in lines
