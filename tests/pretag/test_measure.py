from __future__ import annotations

from pathlib import Path

from annotator.pretag.measure import count, germeval, names_only, report, smartdata
from annotator.pretag.pipeline import Pretagger

GERMEVAL = (
    "#\tQuelle\n1\tÄnne\tB-PER\tO\n2\tGrößl\tI-PER\tO\n3\tkam\tO\tO\n4\tnach\tO\tO\n5\tKöln\tB-LOC\tO\n6\t.\tO\tO\n\n"
    "1\tDie\tO\tO\n2\tSPD\tB-ORG\tO\n3\tin\tO\tO\n4\tBerlin\tB-ORG\tO\n"
)
SMARTDATA = (
    '{"text": "Jörg Weiß kam nach Köln.", "entities": ['
    '{"start": 0, "end": 9, "label": "person"}, {"start": 19, "end": 23, "label": "location-city"}, '
    '{"start": 10, "end": 13, "label": "date"}]}\n'
)


def test_rules_are_counted_against_germeval(tmp_path: Path) -> None:
    path = tmp_path / "probe.tsv"
    path.write_text(GERMEVAL, encoding="utf-8")
    tally = count(Pretagger(names_only()), germeval(path))

    assert tally.label_wanted == {"person": 1, "place": 1, "organisation": 2}
    assert tally.label_right == {"person": 1, "place": 1, "organisation": 1}
    assert (tally.right["place_list+recogniser"], tally.found["place_list+recogniser"]) == (1, 2)
    assert tally.tokens == 10
    assert any(line.startswith("place_list+recogniser\t1 of 2\t0.500") for line in report(tally))


def test_rules_are_counted_against_smartdata(tmp_path: Path) -> None:
    path = tmp_path / "probe.jsonl"
    path.write_text(SMARTDATA, encoding="utf-8")
    tally = count(Pretagger(names_only()), smartdata(path))

    assert tally.label_right == {"person": 1, "place": 1}
