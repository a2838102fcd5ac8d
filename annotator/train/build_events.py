"""``python -m annotator.train.build_events``: learn the roles of events from SmartData, with the card.

Runs after ``build_model``, whose recogniser finds the fillers. Cross-validates by article, learns from all,
writes ``roles.bin``, its hash into the manifest and its section into the card. The same inputs give the same
bytes.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from annotator.core.resources import resource
from annotator.formats.scheme_yaml import read_scheme
from annotator.pretag.recogniser_model import MANIFEST
from annotator.pretag.role_model import ROLES, load_role_model, to_bytes
from annotator.train.card import CARD
from annotator.train.corpora import file_hash
from annotator.train.event_card import HEADING, event_section
from annotator.train.event_corpus import read_event_texts
from annotator.train.event_roles import TaggedText, cross_validate_roles, fit_roles, tag_texts

FILES = ("news.train.jsonl", "rss.train.jsonl")
_LOG = logging.getLogger(__name__)


def read_tagged(corpora: Path) -> list[TaggedText]:
    """Read the corpus below a folder and run the rules over it, after the shipped scheme."""
    path = resource("schemes", "nachrichten.yaml")
    scheme = read_scheme(path.read_text(encoding="utf-8"), name=path.name)
    return tag_texts(read_event_texts(*(corpora / "smartdata" / name for name in FILES)), scheme)


def enter(folder: Path, data: bytes, hashes: dict[str, str]) -> None:
    """Write ``roles.bin`` and note it in the manifest."""
    (folder / ROLES).write_bytes(data)
    path = folder / MANIFEST
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["files"][ROLES] = sha256(data).hexdigest()
    manifest["training_data"] = {**manifest.get("training_data", {}), **hashes}
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def with_section(card: str, section: str) -> str:
    """Return the card with the section of events in place of an earlier one, at its end."""
    before = re.split(rf"^{re.escape(HEADING)}$", card, maxsplit=1, flags=re.MULTILINE)[0]
    return before.rstrip() + "\n\n" + section


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn the shipped roles."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    default = Path(__file__).resolve().parents[3] / "shared" / "corpora"
    parser.add_argument("--corpora", type=Path, default=default, help="the folder of the corpora")
    parser.add_argument("--out", type=Path, default=resource("models"), help="the model folder")
    chosen = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    texts = read_tagged(chosen.corpora)
    figures = cross_validate_roles(texts)
    model = fit_roles(texts)
    hashes = {name: file_hash(chosen.corpora / "smartdata" / name) for name in FILES}
    enter(chosen.out, to_bytes(model), hashes)
    load_role_model(folder=chosen.out)
    card = chosen.out / CARD
    section = event_section(figures, features=len(model.weights))
    card.write_text(with_section(card.read_text(encoding="utf-8"), section), encoding="utf-8")
    _LOG.info("roles: F1 %.2f", 100 * figures.learnt_at_gold.roles()["all"].f1)


if __name__ == "__main__":
    main()
