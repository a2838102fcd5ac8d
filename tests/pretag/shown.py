"""What a draft holds, as short texts that a test can compare."""

from __future__ import annotations

from annotator.pretag.draft import Draft
from annotator.pretag.model import Key


def words_of(draft: Draft, key: Key) -> str:
    return " … ".join(draft.text[span.start : span.end] for span in key.fragments)


def labelled(draft: Draft, label: str) -> list[str]:
    """The mentions of a label in reading order."""
    found = [f for f in draft.findings.values() if f.label == label]
    return [words_of(draft, f.key) for f in sorted(found, key=lambda f: (f.start, -f.end))]


def linked(draft: Draft, label: str) -> set[tuple[str, str]]:
    """The relations of a label, as (head, tail)."""
    return {
        (words_of(draft, link.head), words_of(draft, link.tail))
        for link in draft.links.values()
        if link.label == label
    }


def attributes_of(draft: Draft, label: str) -> list[dict[str, str]]:
    found = [f for f in draft.findings.values() if f.label == label]
    return [dict(f.attributes) for f in sorted(found, key=lambda f: f.start)]


def chains(draft: Draft) -> set[tuple[str, ...]]:
    return {tuple(words_of(draft, key) for key in chain.members) for chain in draft.chains}
