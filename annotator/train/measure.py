"""Count how often each rule for names is right, against annotated corpora.

Run ``python -m annotator.train.measure FILE …``; a file is anything that ``annotator evaluate --corpus``
reads. A finding is right if its extent and its label are those of the corpus. The counts go into
``resources/lexicons/priors.yaml`` by hand, and from there become scores. How good all rules are together, by
label, is what ``annotator evaluate`` tells.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.core.scheme import Colours, Label, Layer, LayerKind, Localised, Scheme
from annotator.formats.corpus import Corpus
from annotator.formats.corpus_values import Gold
from annotator.pretag.cutting import cut
from annotator.pretag.pipeline import Pretagger
from annotator.pretag.tokenizer import Tokenizer

_NAMES = ("PER", "ORG", "LOC")


def names_only() -> Scheme:
    """Return a scheme that has the names and the functions alone."""
    colours = Colours("#000000", "#ffffff")
    labels = (*_NAMES, "MISC", "Funktion")
    layer = Layer(
        "entity",
        Localised(),
        LayerKind.SPAN,
        tuple(Label(name, Localised(name, name), colours) for name in labels),
    )
    return Scheme("names", "1", (layer,))


@dataclass
class Tally:
    """How often each rule found a name, and how often that was right."""

    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)


def count(pretagger: Pretagger, golds: Iterable[Gold]) -> Tally:
    """Tag the texts and compare people, places and organisations."""
    tally, tokenizer = Tally(), Tokenizer()
    for gold in golds:
        wanted = {(m.label, m.fragments) for m in gold.layered.mentions.values()}
        for finding in pretagger.draft(cut(gold.article, tokenizer)).findings.values():
            if finding.label in _NAMES:
                tally.found[finding.rule] += 1
                tally.right[finding.rule] += (finding.label, finding.fragments) in wanted
    return tally


def report(tally: Tally) -> Iterator[str]:
    """Yield a line for each rule with its precision, the most frequent rule first."""
    for rule, found in tally.found.most_common():
        yield f"{rule}\t{tally.right[rule]} of {found}\t{tally.right[rule] / found:.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    scheme = names_only()
    pretagger = Pretagger(scheme)
    for path in parser.parse_args(arguments).files:
        lines = "\n".join(report(count(pretagger, Corpus(path, scheme))))
        sys.stdout.write(f"{path.name}\n{lines}\n\n")


if __name__ == "__main__":
    main()
