"""What the recorded readings say, and how the present pipeline does against them.

``python -m tests.pretag.readings_of`` prints the tables.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

from annotator.core.resources import resource
from annotator.core.scheme import Scheme
from annotator.formats.scheme_yaml import read_scheme
from annotator.pretag.draft import Draft
from annotator.pretag.model import Key
from annotator.pretag.pipeline import Pretagger
from annotator.pretag.tokenizer import Tokenizer
from tests.pretag.test_wikinews import FILE, articles

_READINGS = Path(__file__).parent / "readings"
FIRST = _READINGS / "wikinews-20.jsonl"
SECOND = _READINGS / "wikinews-second.jsonl"
BOTH = _READINGS / "wikinews-both.jsonl"
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


def records(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


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


_KINDS = ("right", "boundary", "label", "value", "superfluous", "missing")


def table(lines: list[Record]) -> str:
    """Return how often each verdict was given, by group, in Markdown."""
    out = ["| group | " + " | ".join(_KINDS) + " |", "|---|" + "---:|" * len(_KINDS)]
    for group, counts in sorted(verdicts(lines).items()):
        out.append(f"| {group} | " + " | ".join(str(counts[kind]) for kind in _KINDS) + " |")
    return "\n".join(out)


def side_by_side(
    second: Mapping[str, Score], first: Mapping[str, Score], present: Sequence[Mapping[str, Score]] = ()
) -> str:
    """Return the figures of both readings as read, and of the pipeline at ``present`` on both."""
    heads = [f"{which}: {what}" for which in ("held out", "first") for what in ("precision", "recall", "F1")]
    heads += [f"{which}: F1 now" for which, _ in zip(("second", "first"), present, strict=False)]
    out = ["| group | " + " | ".join(heads) + " |", "|---|" + "---:|" * len(heads)]
    for group, score in sorted(second.items()):
        figures = (
            [*_figures(score), *_figures(first[group])] if group in first else [*_figures(score), *"   "]
        )
        figures += [f"{now[group].f1:.0%}" if group in now else "" for now in present]
        out.append(f"| {group} | " + " | ".join(figures) + " |")
    return "\n".join(out)


def _figures(score: Score) -> tuple[str, str, str]:
    return f"{score.precision:.0%}", f"{score.recall:.0%}", f"{score.f1:.0%}"


def agreement() -> dict[str, Score]:
    """Return how the second reader's mentions in articles of the first reading meet the first's, by group."""
    lines = records(BOTH)
    ids = {line["article"] for line in lines}
    theirs = gold(line for line in records(FIRST) if line["article"] in ids and line["kind"] == "mention")
    return {
        group: Score(len(places), len(places & theirs.get(group, set())), len(theirs.get(group, ())))
        for group, places in sorted(gold(lines).items())
    }


def _readers() -> str:
    """Return the agreement of the readers as a sentence."""
    by_group = agreement()
    both, second, first = (
        sum(getattr(s, what) for s in by_group.values()) for what in ("right", "found", "there")
    )
    figures = ", ".join(f"{group} {score.f1:.0%}" for group, score in by_group.items())
    whole = Score(second, both, first).f1
    return f"Agreement of the readers on the mentions of four articles: F1 {whole:.0%} ({figures}).\n\n"


def _without_noted(lines: Iterable[Record]) -> list[Record]:
    """Leave out what the first reader did not look for: places within names, unnamed persons in roles."""
    return [line for line in lines if "note" not in line]


def _present(lines: list[Record], scheme: Scheme) -> dict[str, Score]:
    return scores(lines, drafts_of({line["article"] for line in lines}, Pretagger(scheme), Tokenizer()))


def main() -> None:
    path = resource("schemes", "nachrichten.yaml")
    scheme = read_scheme(path.read_text(encoding="utf-8"), name=str(path))
    first, second = records(FIRST), records(SECOND)
    present = [_present(lines, scheme) for lines in (second, first)] if FILE.is_file() else []
    sys.stdout.write(side_by_side(as_read(second), as_read(first), present) + "\n\n")
    lenient = _figures(as_read(_without_noted(second))["entity"])
    sys.stdout.write(
        f"Entities of the held-out articles without places within names and unnamed persons in roles: "
        f"precision {lenient[0]}, recall {lenient[1]}, F1 {lenient[2]}.\n\n"
    )
    sys.stdout.write(_readers())
    sys.stdout.write(f"Verdicts of the held-out reading:\n\n{table(second)}\n\n")
    sys.stdout.write(f"Verdicts of the first:\n\n{table(first)}\n")


if __name__ == "__main__":
    main()
