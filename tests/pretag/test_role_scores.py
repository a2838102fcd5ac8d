"""The learnt roles at work, and what a model folder with a bad file gets."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from annotator.core.annotation import Origin
from annotator.core.resources import resource
from annotator.pretag.recogniser_model import ModelRefused
from annotator.pretag.role_model import ROLES, RoleModel, load_role_model, to_bytes
from tests.pretag.conftest import Tagging
from tests.pretag.shown import linked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("manifest.json", ROLES):
        shutil.copy(resource("models", name), tmp_path / name)
    return tmp_path


def test_the_company_before_the_noun_is_found_though_no_rule_binds_it(tag: Tagging) -> None:
    draft = tag("Die Größl GmbH hat am Montag beim Amtsgericht Köln Insolvenz angemeldet.")
    assert ("Insolvenz", "Größl GmbH") in linked(draft, "Unternehmen")
    assert ("Insolvenz", "Montag") in linked(draft, "Zeit")
    links = [link for link in draft.links.values() if link.label == "Unternehmen"]
    assert {link.origin for link in links} == {Origin.MODEL}
    assert all(0.3 <= link.score <= 1 for link in links)


def test_a_filler_has_one_role_in_an_event(tag: Tagging) -> None:
    draft = tag("Siemens übernimmt die Größl GmbH für drei Millionen Euro.")
    fillers = [link.tail for link in draft.links.values() if link.head.label == "Übernahme"]
    assert len(fillers) == len(set(fillers))


def test_types_that_the_model_does_not_know_keep_the_fillers_of_the_rules(tag: Tagging) -> None:
    draft = tag("Änne Größl traf Jörg Weiß in Füssen.")
    assert {tail for _, tail in linked(draft, "Teilnehmer")} == {"Änne Größl", "Jörg Weiß"}
    assert all(link.origin is Origin.RULE for link in draft.links.values())


def test_the_shipped_roles_are_loaded(folder: Path) -> None:
    model = load_role_model(folder=folder)
    assert ("Insolvenz", "Unternehmen") in model.roles
    assert model.score([]) == pytest.approx(0.5)


def test_a_changed_file_is_refused_by_its_name(folder: Path) -> None:
    data = bytearray((folder / ROLES).read_bytes())
    data[100] ^= 1
    (folder / ROLES).write_bytes(bytes(data))
    with pytest.raises(ModelRefused) as caught:
        load_role_model(folder=folder)
    assert caught.value.data["reason"] == "damaged"
    assert str(caught.value.data["path"]).endswith(ROLES)


def test_a_missing_file_and_one_from_outside_are_refused(folder: Path) -> None:
    (folder / ROLES).unlink()
    with pytest.raises(ModelRefused) as caught:
        load_role_model(folder=folder)
    assert caught.value.data["reason"] == "missing"
    with pytest.raises(ModelRefused) as caught:
        load_role_model("../..", folder=folder)
    assert caught.value.data["reason"] == "outside"


@pytest.mark.parametrize("broken", [b"", b"ANRC", to_bytes(RoleModel({"a": 1.0}, frozenset()))[:-12]])
def test_a_file_that_the_manifest_vouches_for_but_is_none_is_refused(folder: Path, broken: bytes) -> None:
    (folder / ROLES).write_bytes(broken)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"][ROLES] = sha256(broken).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ModelRefused) as caught:
        load_role_model(folder=folder)
    assert caught.value.data["reason"] == "damaged"
