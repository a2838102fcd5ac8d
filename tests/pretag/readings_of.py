"""What a recorded reading says, and how the present pipeline does against it.

``python -m tests.pretag.readings_of`` prints the table.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

from annotator.core.resources import resource
from annotator.formats.scheme_yaml import read_scheme
from annotator.pretag.draft import Draft
from annotator.pretag.model import Key
from annotator.pretag.pipeline import Pretagger
from annotator.pretag.tokenizer import Tokenizer
from tests.pretag.test_wikinews import FILE, articles

READING = Path(__file__).parent / "readings" / "wikinews-20.jsonl"
Record: TypeAlias = Mapping[str, Any]
Place: TypeAlias = tuple[Any, ...]
Found: TypeAlias = dict[str, set[Place]]


@dataclass(frozen=True, slots=True)
class Score:
    """How many were found, how many of them are right, how many there are."""

    found: int
    right: int
    there: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.there) if self.found + self.there else 0.0


def records() -> list[Record]:
    return [json.loads(line) for line in READING.read_text(encoding="utf-8").splitlines()]


def verdicts(lines: Iterable[Record]) -> dict[str, Counter[str]]:
    """Count the verdicts by group."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        counts[_group(line)][line["verdict"]] += 1
    return dict(counts)


def gold(lines: Iterable[Record]) -> Found:
    """Return what the reading holds to be right, by group: pairs of members in place of clusters."""
    found: Found = defaultdict(set)
    for line in lines:
        if line["verdict"] == "superfluous":
            continue
        article, right, group = line["article"], line.get("right", line), _group(line)
        match line["kind"]:
            case "mention":
                found[_group_of(right)].add((article, *_place(right)))
            case "relation":
                found[group].add((article, line["label"], _place(right["head"]), _place(right["tail"])))
            case _:
                members = line.get("right", line["members"])
                found[group] |= {(article, *pair) for pair in combinations(sorted(map(_place, members)), 2)}
    return dict(found)


def suggested(drafts: Iterable[Draft]) -> Found:
    """Return what the pipeline suggests, in the same form."""
    found: Found = defaultdict(set)
    for draft in drafts:
        article = str(draft.article.id)
        for key in draft.findings:
            found[_named_group(key.layer, key.label)].add((article, *_key(key)))
        for link in draft.links.values():
            place = (article, link.label, _key(link.head), _key(link.tail))
            found[_relation_group(link.label, link.head.layer)].add(place)
        for chain in draft.chains:
            pairs = combinations(sorted(map(_key, chain.members)), 2)
            found["cluster"] |= {(article, *pair) for pair in pairs}
    return dict(found)


def scores(lines: Iterable[Record], drafts: Iterable[Draft]) -> dict[str, Score]:
    """Return how the suggestions do against the reading, by group; places have to be the same."""
    right, own = gold(lines), suggested(drafts)
    return {
        group: Score(len(own.get(group, ())), len(own.get(group, set()) & right[group]), len(right[group]))
        for group in sorted(right)
    }


def _group(line: Record) -> str:
    if line["kind"] == "cluster":
        return "cluster"
    if line["kind"] == "mention":
        return _group_of(line)
    return _relation_group(line["label"], line["head"]["layer"])


def _group_of(place: Record) -> str:
    return _named_group(place["layer"], place["label"])


def _named_group(layer: str, label: str) -> str:
    return label if label in ("Funktion", "Cue") else layer


def _relation_group(label: str, layer: str) -> str:
    """Return the group of a relation by the layer of its head: an event's speaker is one of its roles."""
    return {"event": "roles of events", "quote": f"{label} of quotes"}.get(layer, "relations of names")


def _place(record: Record) -> Place:
    return record["layer"], record["label"], tuple(tuple(span) for span in record["fragments"])


def _key(key: Key) -> Place:
    return key.layer, key.label, tuple((span.start, span.end) for span in key.fragments)


def drafts_of(ids: set[str], pretagger: Pretagger, tokenizer: Tokenizer) -> list[Draft]:
    """Tag those of the articles beside the project that have the ids."""
    return [pretagger.draft(article) for article in articles(tokenizer) if article.id in ids]


def as_read(lines: Iterable[Record]) -> dict[str, Score]:
    """Return how the suggestions did that were read, clusters by pairs of members."""
    lines = list(lines)
    right = gold(lines)
    shown: Found = defaultdict(set)
    for line in lines:
        if line["verdict"] != "missing":
            for place in _shown(line):
                shown[_group(line)].add(place)
    return {
        group: Score(
            len(shown.get(group, ())), len(shown.get(group, set()) & right[group]), len(right[group])
        )
        for group in sorted(right)
    }


def _shown(line: Record) -> Iterable[Place]:
    article = line["article"]
    match line["kind"]:
        case "mention":
            return [(article, *_place(line))]
        case "relation":
            return [(article, line["label"], _place(line["head"]), _place(line["tail"]))]
        case _:
            return [(article, *pair) for pair in combinations(sorted(map(_place, line["members"])), 2)]


def table(lines: list[Record], present: Mapping[str, Score] | None) -> str:
    """Return the verdicts, the figures of the read pipeline, and those of the present one, in Markdown."""
    kinds = ("right", "boundary", "label", "value", "superfluous", "missing")
    head = [*kinds, "precision", "recall", "F1", *(("F1 now",) if present is not None else ())]
    out = ["| group | " + " | ".join(head) + " |", "|---|" + "---:|" * len(head)]
    counts, read = verdicts(lines), as_read(lines)
    for group in sorted(counts):
        score = read[group]
        cells = [str(counts[group][kind]) for kind in kinds]
        cells += [f"{score.precision:.0%}", f"{score.recall:.0%}", f"{score.f1:.0%}"]
        cells += [f"{present[group].f1:.0%}"] if present is not None else []
        out.append(f"| {group} | " + " | ".join(cells) + " |")
    return "\n".join(out)


def main() -> None:
    path = resource("schemes", "nachrichten.yaml")
    scheme = read_scheme(path.read_text(encoding="utf-8"), name=str(path))
    lines = records()
    present = None
    if FILE.is_file():
        ids = {line["article"] for line in lines}
        present = scores(lines, drafts_of(ids, Pretagger(scheme), Tokenizer()))
    sys.stdout.write(table(lines, present) + "\n")


if __name__ == "__main__":
    main()
