"""Import of 700 news articles into a project, against the tokenizer alone on the same texts.

``python -m tests.benchmarks.bench_import`` prints a Markdown table. Every figure is the median of seven
rounds; in each round every step has a process of its own, which also gives its peak of memory. No step
counts the time to load spaCy. The baseline of the limit is spaCy's German tokenizer; the program's own, which
remembers what it has cut, is shown beside it. A third row gives what the disk does alone: as many commits of
one row.
"""

from __future__ import annotations

import itertools
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

CORPUS = Path(__file__).parents[2] / ".." / "shared" / "corpora" / "wikinews" / "wikinews_699.jsonl"
ARTICLES = 700
ROUNDS = 7
SEED = 11
LIMIT_RATIO = 1.5


# The data -----------------------------------------------------------------------------------------------


def write_corpus(target: Path) -> None:
    """Write the articles: those of the corpus, or generated ones of like length and vocabulary."""
    if CORPUS.exists():
        target.write_bytes(CORPUS.read_bytes())
        return
    rng = random.Random(SEED)
    stems = [_stem(rng) for _ in range(100_000)]
    weights = list(itertools.accumulate(1 / (rank + 20) for rank in range(len(stems))))
    with target.open("w", encoding="utf-8") as file:
        for number in range(ARTICLES):
            text = "\n\n".join(_paragraph(rng, stems, weights) for _ in range(4))
            row = {"id": str(number), "title": f"Artikel {number}", "date": "2024-03-01", "text": text}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _stem(rng: random.Random) -> str:
    syllables = (
        "brück",
        "straß",
        "öff",
        "ge",
        "ver",
        "schluss",
        "stadt",
        "rat",
        "äu",
        "lich",
        "en",
        "ung",
        "er",
    )
    word = "".join(rng.choices(syllables, k=rng.randint(1, 5)))
    return word.capitalize() if rng.random() < 0.4 else word


def _paragraph(rng: random.Random, stems: list[str], weights: list[float]) -> str:
    sentences = []
    for _ in range(4):
        words = rng.choices(stems, cum_weights=weights, k=14)
        words[rng.randrange(14)] += ","
        words[rng.randrange(14)] = rng.choice(("am 8. November", "3,5 Mio. Euro", "„ja“", "Dr. Weiß"))
        words[0] = words[0].capitalize()
        sentences.append(" ".join(words) + ".")
    return " ".join(sentences)


# The steps, each run in a process of its own ------------------------------------------------------------


def spacy_alone(corpus: Path, folder: Path) -> float:
    """spaCy's German tokenizer on every text."""
    import spacy

    tokenizer = spacy.blank("de").tokenizer
    texts = _texts(corpus)
    return _seconds(lambda: [tokenizer(text) for text in texts])


def own_alone(corpus: Path, folder: Path) -> float:
    """The program's tokenizer, sentences included, on every text."""
    from annotator.pretag.tokenizer import Tokenizer

    tokenizer, texts = Tokenizer(), _texts(corpus)
    tokenizer.tokenize("")
    _load_spacy()
    return _seconds(lambda: [tokenizer.tokenize(text) for text in texts])


def import_(corpus: Path, folder: Path) -> float:
    """The whole import into a new project."""
    from annotator.services.importing import import_paths
    from annotator.services.project import Project

    _load_spacy()
    with Project.create(folder / f"{time.time_ns()}.annot") as project:
        seconds = _seconds(lambda: import_paths(project, [corpus], author="anna"))
        if project.store.article_count() < ARTICLES - 5:
            sys.exit("articles are missing")
    return seconds


def commits(corpus: Path, folder: Path) -> float:
    """As many transactions of one small row as there are articles, written through to the disk."""
    from annotator.services.project import Project

    with Project.create(folder / f"{time.time_ns()}.annot") as project:
        start = time.perf_counter()
        for number in range(ARTICLES):
            project.store.set_meta("probe", str(number))
        return time.perf_counter() - start


def _load_spacy() -> None:
    import spacy

    spacy.blank("de")("Grüße.")


def _texts(corpus: Path) -> list[str]:
    return [json.loads(line)["text"] for line in corpus.read_text(encoding="utf-8").split("\n") if line]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


STEPS: dict[str, Callable[[Path, Path], float]] = {
    "spacy": spacy_alone,
    "own": own_alone,
    "import": import_,
    "commits": commits,
}


def run_step(name: str, corpus: Path, folder: Path) -> None:
    """Run a step here and print its seconds and this process's peak of memory in MB."""
    import resource

    seconds = STEPS[name](corpus, folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps([seconds, peak / (1e6 if sys.platform == "darwin" else 1e3)]))


# The table ----------------------------------------------------------------------------------------------


def main() -> bool:
    """Print the table; returns whether the limit was kept."""
    rounds: dict[str, list[tuple[float, float]]] = {name: [] for name in STEPS}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = folder / "corpus.jsonl"
        write_corpus(corpus)
        for _ in range(ROUNDS):
            for step, found in rounds.items():
                command = [sys.executable, "-m", __spec__.name, "step", step, str(corpus), str(folder)]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
                seconds, peak = json.loads(done.stdout)
                found.append((seconds, peak))
    seconds = {step: statistics.median(one for one, _ in found) for step, found in rounds.items()}
    memory = {step: statistics.median(peak for _, peak in found) for step, found in rounds.items()}
    kind = "Wikinews" if CORPUS.exists() else "generated"
    print(f"{ARTICLES} articles ({kind}), each in a transaction of its own\n")
    print("| import against | seconds | baseline | ratio | at most | peak MB | its peak MB |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for what, step, limit in (
        ("spaCy's German tokenizer alone", "spacy", f"{LIMIT_RATIO}"),
        ("the program's tokenizer alone, sentences included", "own", "–"),
        ("the disk alone: as many commits of one row", "commits", "–"),
    ):
        ratio = statistics.median(
            one / base for (one, _), (base, _) in zip(rounds["import"], rounds[step], strict=True)
        )
        print(
            f"| {what} | {seconds['import']:.2f} | {seconds[step]:.2f} | {ratio:.2f} | {limit} "
            f"| {memory['import']:.0f} | {memory[step]:.0f} |"
        )
        if step == "spacy":
            kept = ratio <= LIMIT_RATIO
    return kept


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["step", name, corpus, folder]:
            run_step(name, Path(corpus), Path(folder))
        case _:
            sys.exit(not main())
