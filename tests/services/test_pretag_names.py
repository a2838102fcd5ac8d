"""Names of the pre-tagger's components."""

from __future__ import annotations

import pytest

from annotator.pretag.components import COMPONENTS
from annotator.services.pretag_names import NAMES, component_name


def test_every_component_has_a_name_in_both_languages_and_no_other_has() -> None:
    assert set(NAMES) == set(COMPONENTS)
    assert all(name.de and name.en for name in NAMES.values())


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_two_components_share_a_name(language: str) -> None:
    names = [component_name(name, language) for name in COMPONENTS]
    assert len(set(names)) == len(names)


def test_a_component_that_nobody_named_is_told_by_its_own_name() -> None:
    assert component_name("größen", "de") == "größen"
