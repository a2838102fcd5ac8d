"""Headlines, kickers and cross-headings: told from sentences by their shape."""

from __future__ import annotations

import re

from annotator.ingest.marks import BEGINNERS, KICKER, NAME_BEFORE, NAME_BEHIND, NOT_LAST, TITLES, VERBS

_WORD = re.compile(r"\S+")
_SENTENCE_MARK = re.compile(r"[.!?:;](?=[\s\"“”»«)]|$)")
_PROSE_END = re.compile(r"""[.!?…:]["“”»«)\]]*$""")
_FULL_STOP_END = re.compile(r"""(?:[.,;:–-]|[.!?…]["“”»«])$""")
_LONGEST_HEADLINE = 200
_LONGEST_CROSSHEAD = 90
_MOST_WORDS = 12
_SHORTEST_PROSE = 80


def looks_like_headline(line: str) -> bool:
    """Tell whether the first line of an article can be its headline."""
    return 3 <= len(line) <= _LONGEST_HEADLINE and not _FULL_STOP_END.search(line) and "\n" not in line


def is_prose(line: str) -> bool:
    """Tell whether a paragraph is running text rather than a heading or an entry of a list."""
    return len(line) >= _SHORTEST_PROSE or (bool(_PROSE_END.search(line)) and len(line.split()) > 3)


def is_crosshead(line: str) -> bool:
    """Tell whether a line between two paragraphs of prose is a cross-heading."""
    if len(line) > _LONGEST_CROSSHEAD or len(line.split()) > _MOST_WORDS or _FULL_STOP_END.search(line):
        return False
    first = line.lstrip("\"„“»«'‚(")
    return first[:1].isupper() and sum(map(str.isalpha, line)) > len(line) * 0.6


def kicker_end(line: str) -> int:
    """Return where the headline begins behind a kicker on the same line; 0 without a kicker."""
    match = KICKER.match(line)
    return match.end() if match and len(line[match.end() :].split()) >= 3 else 0


def run_in_end(paragraph: str, earlier: str = "") -> int:
    """Return where the text begins behind a cross-heading that runs into its paragraph; 0 without one.

    A word such as ``Das`` or ``Auch`` with a capital letter, and no mark before it that ends a sentence, can
    only begin a sentence; what stands before it is the heading. So can a name that the article had
    ``earlier`` with a verb right behind it.
    """
    return _before_beginner(paragraph) or _before_name(paragraph, earlier)


def _before_name(paragraph: str, earlier: str) -> int:
    """Return where a sentence with a known name begins behind a heading: ``Streit im Rat | Größl hatte``."""
    before: list[str] = []
    for match in _WORD.finditer(paragraph, 0, _LONGEST_CROSSHEAD + 30):
        word, behind = match[0], _WORD.match(paragraph, match.end() + 1)
        if word in VERBS or _SENTENCE_MARK.search(word) or "," in word or len(before) >= _MOST_WORDS:
            return 0
        if behind is not None and behind[0] in VERBS and _is_named_heading(before, word, earlier):
            return match.start() if len(paragraph) - match.start() >= _SHORTEST_PROSE else 0
        before.append(word)
    return 0


def _is_named_heading(before: list[str], name: str, earlier: str) -> bool:
    """Tell whether a name is one that the article had before, and not with the word before it or a title."""
    if (
        len(before) < _FEWEST_BEFORE_NAME
        or before[0] in BEGINNERS - _HEADING_BEGINNERS
        or not _is_heading(before)
    ):
        return False
    last = before[-1]
    titled = last.lower().endswith(TITLES) or not any(word[:1].islower() for word in before)
    return (
        name[:1].isupper()
        and last[:1].isupper()
        and not titled
        and _is_name(name, earlier)
        and f"{last} {name}" not in earlier
    )


def _is_name(word: str, earlier: str) -> bool:
    """Tell whether a word stood in the text before, and never behind an article or an adjective."""
    before = [match[1] for match in re.finditer(rf"(\S+)\s+{re.escape(word)}(?!\w)", earlier)]
    return bool(before) and not any(_DECLINED.fullmatch(other) for other in before)


_DECLINED = re.compile(r"[Dd](?:er|ie|as|en|em|es)|zu[mr]|im|ins|vom|beim|am|[a-zäöüß]+(?:en|er|es|em|e)")
_FEWEST_BEFORE_NAME = 3
_HEADING_BEGINNERS = frozenset(("Nicht", "Kein", "Keine", "Viele", "Mehr", "Noch", "Neue"))


def _before_beginner(paragraph: str) -> int:
    before: list[str] = []
    for match in _WORD.finditer(paragraph, 0, _LONGEST_CROSSHEAD + 30):
        word = match[0]
        if before and word in BEGINNERS:
            behind = _WORD.match(paragraph, match.end() + 1)
            if _is_heading(before) and not (behind and behind[0].strip('.,:;!?“"') in NAME_BEHIND):
                rest = paragraph[match.start() :]
                return match.start() if len(rest) >= _SHORTEST_PROSE and _SENTENCE_MARK.search(rest) else 0
            return 0
        if _SENTENCE_MARK.search(word) or match.end() > _LONGEST_CROSSHEAD or len(before) >= _MOST_WORDS:
            return 0
        before.append(word)
    return 0


def _is_heading(words: list[str]) -> bool:
    text = " ".join(words)
    balanced = text.count('"') % 2 == 0 and text.count("„") == text.count("“") + text.count("”")
    if not balanced or "," in text or not words[0].lstrip('"„»').strip()[:1].isupper():
        return False
    last = words[-1].strip('"“”«')
    return last.lower() not in NOT_LAST and last not in NAME_BEFORE and not words[0].endswith(("–", "-"))
