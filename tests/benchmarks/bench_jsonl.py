"""Native JSONL out of a project and into one, against ``json`` on the same data.

``python -m tests.benchmarks.bench_jsonl [ARTICLES]`` prints a Markdown table. Every figure is the best of
three, each from a process of its own, which also gives its peak of memory.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.bare_rows import write_again

CORPUS = Path(__file__).parents[2] / ".." / "shared" / "bench" / "corpus.py"
ARTICLES = 1000
ROUNDS = 3
SEED = 7
RELATIONS = 20
LIMIT_RATIO = 3.0
LIMIT_MEGABYTES = 150.0
HOW = """\
Into a project file two processes work side by side: one decodes, checks and lays out the rows, one writes,
with every article committed by itself and a row for every mention and relation. So it needs two free cores;
the peak is that of both together."""
LABELS = {
    "PER": ("entity", "PER"),
    "ORG": ("entity", "ORG"),
    "ORT": ("entity", "LOC"),
    "WERT": ("entity", "MISC"),
    "DATUM": ("time", "DATE"),
    "THEMA": ("event", "Treffen"),
}
ROLES = {"PER": "Teilnehmer", "ORG": "Teilnehmer", "ORT": "Ort", "DATUM": "Zeit"}


# The data -----------------------------------------------------------------------------------------------


def write_corpus(target: Path, articles: int) -> None:
    """Write articles of 3 kB with 60 spans each: those of the shared generator, or our own alike."""
    if CORPUS.exists():
        command = [sys.executable, str(CORPUS), "make", "--docs", str(articles), "--seed", str(SEED)]
        subprocess.run([*command, "-o", str(target)], check=True)
        return
    with target.open("w", encoding="utf-8") as file:
        for number in range(articles):
            file.write(json.dumps(_own(number), ensure_ascii=False) + "\n")


def _own(number: int) -> dict[str, Any]:
    rng = random.Random(f"{SEED}-{number}")
    names = {
        "PER": ["Änne Größl", "Jörg Weiß", "Käthe Böhm"],
        "ORG": ["Stadtwerke Füssen", "Öko-Verband Süd"],
        "ORT": ["Lübeck", "Görlitz", "Nürnberg 🚲"],
        "WERT": ["3,5 Millionen Euro", "12 Tonnen"],
        "DATUM": ["4. März 2024", "17. Mai 2021"],
        "THEMA": ["Brückensanierung", "Müllgebühr"],
    }
    words = ("große", "Maßnahme", "künftig", "prüfte", "schließlich", "für", "Übergang", "begrüßte")
    text = f"Nachricht {number}\n\n"
    spans: list[dict[str, Any]] = []
    while len(spans) < 60:
        text += " ".join(rng.choices(words, k=5)) + " "
        label = rng.choice(sorted(names))
        start = len(text)
        text += rng.choice(names[label])
        spans.append({"start": start, "end": len(text), "label": label})
        text += rng.choice([" ", ", ", ". ", ".\n\n"])
    return {"id": f"d{number}", "text": text, "spans": spans}


def make_project(corpus: Path, target: Path) -> None:
    """Put the corpus into a project as the accepted work of one person."""
    from annotator.core.ids import OperationId, derived_id
    from annotator.services.project import Project
    from annotator.store import AnnotatorKind

    with Project.create(target) as project:
        project.store.ensure_annotator("anna", AnnotatorKind.HUMAN)
        with project.store.transaction():
            for number, line in enumerate(corpus.open(encoding="utf-8")):
                article, operation = _annotated(json.loads(line), OperationId(derived_id("op", number)))
                project.store.add_article(article, source=str(corpus))
                project.store.append(operation, expected_revision=None)


def _annotated(row: dict[str, Any], operation_id: Any) -> tuple[Any, Any]:
    from datetime import UTC, datetime

    from annotator.core.annotation import SetState
    from annotator.core.change import Change, MentionChange, Operation, RelationChange, SetStateChange

    article = _article(row)
    mentions, relations = _set(article.id, row["spans"])
    changes: tuple[Change, ...] = (
        *(MentionChange(None, mention) for mention in mentions),
        *(RelationChange(None, relation) for relation in relations),
        SetStateChange(SetState.NEW, SetState.DONE),
    )
    now = datetime(2025, 1, 1, tzinfo=UTC)
    return article, Operation(operation_id, article.id, "anna", "anna", now, "import", changes)


def _article(row: dict[str, Any]) -> Any:
    from array import array

    from annotator.core.article import Article, Zone, ZoneKind, article_id
    from annotator.core.ids import text_sha256
    from annotator.core.text import Tokens

    text = row["text"]
    words = list(re.finditer(r"\w+|[^\w\s]", text))
    return Article(
        id=article_id(text),
        name=row["id"],
        text=text,
        sha256=text_sha256(text),
        title=text[:40].split("\n")[0],
        outlet="Küsten-Echo",
        published_on=None,
        url="",
        tokens=Tokens((word.start() for word in words), (word.end() for word in words)),
        sentences=array("I", [0, *(i + 1 for i, word in enumerate(words[:-1]) if word.group() in ".!?")]),
        zones=(Zone(0, len(text), ZoneKind.BODY),),
    )


def _set(article: str, spans: list[dict[str, Any]]) -> tuple[list[Any], list[Any]]:
    from annotator.core.annotation import Mention, Origin, Provenance, Relation, Status
    from annotator.core.ids import MentionId, RelationId, derived_id
    from annotator.core.text import Span

    human = Provenance(Origin.HUMAN, "anna")
    mentions = [
        Mention(
            MentionId(derived_id(article, number)),
            *LABELS[span["label"]],
            (Span(span["start"], span["end"]),),
            (),
            Status.ACCEPTED,
            human,
        )
        for number, span in enumerate(spans)
    ]
    relations = [
        Relation(
            RelationId(derived_id(article, head, tail)),
            ROLES[spans[tail]["label"]],
            mentions[head].id,
            mentions[tail].id,
            (),
            Status.ACCEPTED,
            human,
        )
        for head, tail in _links([span["label"] for span in spans])
    ]
    return mentions, relations


def _links(labels: list[str]) -> list[tuple[int, int]]:
    """Return :data:`RELATIONS` pairs of an event and something near it that may play a role in it."""
    events = [index for index, label in enumerate(labels) if label == "THEMA"]
    pairs = [(head, tail) for head in events for tail, label in enumerate(labels) if label in ROLES]
    return sorted(pairs, key=lambda pair: abs(pair[0] - pair[1]))[:RELATIONS]


# The steps, each run in a process of its own ------------------------------------------------------------


def export(project: str, target: str) -> float:
    """Project file to JSONL."""
    from annotator.services.exporting import export_jsonl

    return _seconds(lambda: export_jsonl(Path(project), Path(target)))


def import_(source: str, target: str) -> float:
    """JSONL to a new project file."""
    from annotator.services.importing import import_paths
    from annotator.services.project import Project

    with Project.create(Path(target)) as project:
        seconds = _seconds(lambda: import_paths(project, [Path(source)], author="anna"))
        assert project.store.article_count() > 0
    return seconds


def parse(source: str) -> float:
    """JSONL to checked core types, without a project."""
    from annotator.formats.native_jsonl import read_line

    return sum(_seconds(lambda line=line: read_line(line)) for line in _lines(source))  # type: ignore[misc]


def dumps(source: str) -> float:
    """``json.dumps`` of the same lines, one after the other."""
    objects = map(json.loads, _lines(source))
    return sum(_seconds(lambda value=value: json.dumps(value)) for value in objects)  # type: ignore[misc]


def loads(source: str) -> float:
    """``json.loads`` of the same lines, one after the other."""
    return sum(_seconds(lambda line=line: json.loads(line)) for line in _lines(source))  # type: ignore[misc]


def _lines(source: str) -> Iterator[bytes]:
    with Path(source).open("rb") as file:
        yield from file


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


STEPS: dict[str, Callable[..., float]] = {
    "export": export,
    "import": import_,
    "floor": write_again,
    "parse": parse,
    "dumps": dumps,
    "loads": loads,
}


def run_step(name: str, *arguments: str) -> None:
    """Run a step here and print its seconds and the peak of memory in MB, of this process and its own."""
    import resource

    seconds = STEPS[name](*arguments)
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    megabytes = peak / (1e6 if sys.platform == "darwin" else 1e3)
    print(json.dumps([seconds, megabytes]))


def _measured(name: str, *arguments: Path, fresh: Path | None = None) -> tuple[float, float]:
    """Run a step :data:`ROUNDS` times; the least seconds and the highest peak."""
    found = []
    for _ in range(ROUNDS):
        if fresh is not None:
            for path in fresh.parent.glob(f"{fresh.name}*"):
                path.unlink()
        command = [sys.executable, "-m", __spec__.name, "step", name, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found.append(json.loads(done.stdout))
    return min(seconds for seconds, _ in found), max(megabytes for _, megabytes in found)


# The table ----------------------------------------------------------------------------------------------


def main(articles: int = ARTICLES) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus, project, jsonl = folder / "corpus.jsonl", folder / "probe.annot", folder / "satz.jsonl"
        write_corpus(corpus, articles)
        subprocess.run([sys.executable, "-m", __spec__.name, "make", str(corpus), str(project)], check=True)
        back, bare = folder / "zurueck.annot", folder / "bare.annot"
        rows = [
            ("out: project file → JSONL", _measured("export", project, jsonl), "dumps"),
            ("in: JSONL → checked core types", _measured("parse", jsonl), "loads"),
            ("in: JSONL → project file", _measured("import", jsonl, back, fresh=back), "dumps"),
            ("floor: the same rows by bare sqlite3", _measured("floor", back, bare, fresh=bare), "dumps"),
        ]
        baselines = {step: _measured(step, jsonl) for step in ("dumps", "loads")}
        size = jsonl.stat().st_size / 1e6
    print(f"Native JSONL, {articles} articles, {size:.1f} MB\n")
    print("| what | seconds | baseline | seconds | ratio | at most | peak MB | at most |")
    print("|---|---:|---|---:|---:|---:|---:|---:|")
    for what, (seconds, peak), step in rows:
        base = baselines[step][0]
        ratio = _held(seconds / base, LIMIT_RATIO, ".1f")
        print(
            f"| {what} | {seconds:.2f} | json.{step} | {base:.2f} | {ratio} | {LIMIT_RATIO:.0f} "
            f"| {_held(peak, LIMIT_MEGABYTES, '.0f')} | {LIMIT_MEGABYTES:.0f} |"
        )
    print(f"\n{HOW}")


def _held(value: float, limit: float, form: str) -> str:
    """Return a figure; in bold where it is above its limit."""
    return f"{value:{form}}" if value <= limit else f"**{value:{form}}**"


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["step", name, *arguments]:
            run_step(name, *arguments)
        case ["make", corpus, project]:
            make_project(Path(corpus), Path(project))
        case [articles]:
            main(int(articles))
        case _:
            main()
