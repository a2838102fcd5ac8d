"""What one article says about its own names: a name seen in full makes its short forms known everywhere.

From the names that are certain enough come the forms they are called by later: the same words, a person's
last name, an abbreviation in brackets, each with its genitive. They settle the label where mentions differ,
find mentions that the first pass missed, and say which parts of a hyphen compound are names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.pretag.recogniser_decode import Named
from annotator.pretag.recogniser_lexicon import LISTS, Lexicon

CERTAIN = 0.8
"""A name with at least this score vouches for its other mentions."""
FOUND_AGAIN = 0.8
"""A mention found only because of another one has this share of that one's score."""
_WEAK, _WEAK_BUT_LONGER = 0.6, 0.4
_NO_NAMES = frozenset(("DRV", "PRT"))
_LONGEST = 8
_NOT_LAST_NAMES = frozenset(
    ("I", "II", "III", "IV", "V", "VI", "XII", "XVI", "Jr", "Jr.", "jr.", "sen.", "jun.")
)
_PLACE_LISTS = sum(1 << LISTS.index(name) for name in ("country", "city", "place"))
_ORGANISATION_LISTS = 1 << LISTS.index("organisation")
_LISTED_PART = 0.7
_SHORTEST_PART = 2
_LONGEST_RUN = 3

Sentences = Sequence[Sequence[str]]
Found = list[list[Named]]


@dataclass(frozen=True, slots=True)
class Part:
    """A name inside a word: the word's sentence and index, code points ``[start, end)`` within the word."""

    sentence: int
    word: int
    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Form:
    """What a form of a name stands for in this article."""

    label: str
    score: float


class Evidence:
    """The forms of the names of one article."""

    def __init__(self, sentences: Sentences, found: Found, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        votes: dict[tuple[str, ...], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        for words, names in zip(sentences, found, strict=True):
            for named in names:
                if named.probability >= CERTAIN and named.label not in _NO_NAMES:
                    for form in self._forms(words, named):
                        votes[form][named.label].append(named.probability)
        self.forms: Mapping[tuple[str, ...], Form] = {form: _elected(votes[form]) for form in votes}
        self._openers: dict[str, int] = {}
        for form in self.forms:
            self._openers[form[0]] = max(len(form), self._openers.get(form[0], 0))

    def _forms(self, words: Sequence[str], named: Named) -> Iterator[tuple[str, ...]]:
        own = tuple(words[named.first : named.after])
        if len(own) > _LONGEST or (len(own) == 1 and is_ordinary(own[0], self._lexicon)):
            return
        yield own
        if named.label == "PER" and len(own) > 1:
            last = own[-1]
            if (
                last not in _NOT_LAST_NAMES
                and last[:1].isupper()
                and len(last) > 2
                and not is_ordinary(last, self._lexicon)
            ):
                yield (last,)
        match list(words[named.after : named.after + 3]):
            case ["(", short, ")"] if named.label == "ORG" and _is_abbreviation(short):
                yield (short,)

    def match(self, words: Sequence[str], start: int) -> tuple[int, Form] | None:
        """Return the length and meaning of the longest known form that begins at ``start``."""
        opener = words[start]
        longest = max((self._openers.get(form, 0) for form in _bases(opener)), default=0)
        for length in range(min(longest, len(words) - start), 0, -1):
            front = tuple(words[start : start + length - 1])
            for base in _bases(words[start + length - 1]):
                form = self.forms.get((*front, base))
                if form is not None:
                    return length, form
        return None

    def parts(self, word: str) -> Iterator[tuple[int, int, Form]]:
        """Return the names inside a hyphen compound that is no name itself, without its last part."""
        pieces = pieces_of(word)
        index = 0
        while index < len(pieces):
            for length in range(min(_LONGEST_RUN, len(pieces) - index), 0, -1):
                run = tuple(piece for _, piece in pieces[index : index + length])
                form = self.forms.get(run) or self._listed(run)
                if form is not None:
                    start, (last, piece) = pieces[index][0], pieces[index + length - 1]
                    yield start, last + len(piece), form
                    break
            index += max(1, length if form is not None else 1)

    def _listed(self, run: tuple[str, ...]) -> Form | None:
        alone = run[0] if len(run) == 1 else ""
        mask = self._lexicon.lists(alone) if alone else self._lexicon.phrase(run)
        if not mask & (_PLACE_LISTS | _ORGANISATION_LISTS) or (alone and is_ordinary(alone, self._lexicon)):
            return None
        place = mask & _PLACE_LISTS and not (mask & _ORGANISATION_LISTS and run[0].isupper())
        return Form("LOC" if place else "ORG", _LISTED_PART)


def pieces_of(word: str) -> list[tuple[int, str]]:
    """Return the parts of a hyphen compound that may be names, with where they start: all but the last."""
    pieces: list[tuple[int, str]] = []
    start = 0
    for piece in word.split("-")[:-1]:
        if len(piece) >= _SHORTEST_PART:
            pieces.append((start, piece))
        start += len(piece) + 1
    return pieces


def is_ordinary(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word is an ordinary one: nearly as frequent in small letters, or a head noun."""
    if word.isupper() and len(word) > 1:
        return False
    small, own = lexicon.probability(word.lower()), lexicon.probability(word)
    ordinary = small is not None and (own is None or small > own - 1.5)
    return ordinary or lexicon.head_class(word)[1]


def _elected(votes: Mapping[str, Sequence[float]]) -> Form:
    label = max(sorted(votes), key=lambda name: sum(votes[name]))
    return Form(label, max(votes[label]))


def _is_abbreviation(word: str) -> bool:
    return 2 <= len(word) <= 8 and sum(letter.isupper() for letter in word) >= 2 and word.isalpha()


def _bases(word: str) -> tuple[str, ...]:
    if len(word) > 3 and word.endswith("s"):
        return word, word[:-1]
    if len(word) > 3 and word.endswith(("’", "'")):
        return word, word[:-1]
    return (word, word + "s") if word.endswith(("s", "x", "z")) else (word,)


def second_pass(sentences: Sentences, found: Found, lexicon: Lexicon) -> tuple[Found, list[Part]]:
    """Return the names after the article's own evidence, and the names inside compounds.

    ``found`` has per sentence the names of the first pass with calibrated scores as probabilities.
    """
    evidence = Evidence(sentences, found, lexicon)
    result = [_settled(words, names, evidence) for words, names in zip(sentences, found, strict=True)]
    parts = [
        Part(number, index, start, end, form.label, form.score)
        for number, (words, names) in enumerate(zip(sentences, result, strict=True))
        for index, word in enumerate(words)
        if "-" in word[1:-1] and not _is_named(index, names)
        for start, end, form in evidence.parts(word)
    ]
    return result, parts


def _is_named(index: int, names: Sequence[Named]) -> bool:
    return any(named.first <= index < named.after and named.label not in _NO_NAMES for named in names)


def _settled(words: Sequence[str], names: Sequence[Named], evidence: Evidence) -> list[Named]:
    kept = list(names)
    index = 0
    while index < len(words):
        match = evidence.match(words, index)
        if match is None:
            index += 1
            continue
        length, form = match
        again = Named(index, index + length, form.label, form.score * FOUND_AGAIN)
        kept = _with(kept, again)
        index += length
    return sorted(kept, key=lambda named: named.first)


def _with(names: list[Named], again: Named) -> list[Named]:
    """Return the names with one more mention of a known form, which gives way to what is more certain."""
    rivals = [named for named in names if named.first < again.after and again.first < named.after]
    same = [named for named in rivals if (named.first, named.after) == (again.first, again.after)]
    if same and same[0].label == again.label:
        agreed = replace(again, probability=max(same[0].probability, again.probability))
        return [agreed if named is same[0] else named for named in names]
    if all(_gives_way(named, again) for named in rivals):
        return [named for named in names if named not in rivals] + [again]
    return names


def _gives_way(named: Named, again: Named) -> bool:
    longer = named.after - named.first > again.after - again.first
    return named.probability < min(_WEAK_BUT_LONGER if longer else _WEAK, again.probability)
