from __future__ import annotations

import pytest

from annotator.ingest.fingerprints import near_fingerprint

TEXT = "Die Größe der Straße – „ganz erheblich“.\n\nSüdost 👍🏽"


@pytest.mark.parametrize(
    "other",
    [
        "Die Größe der Straße\n– „ganz erheblich“. Südost\u00a0👍🏽 ",
        "Die Grö\u00adße der Stra\u00adße – „ganz er\u200bheblich“.\u2028Süd\u00adost 👍🏽",
        "\ufeff" + TEXT,
    ],
)
def test_white_space_and_invisible_characters_do_not_count(other: str) -> None:
    assert near_fingerprint(other) == near_fingerprint(TEXT)


@pytest.mark.parametrize(
    "other", [TEXT.replace("ß", "ss"), TEXT.replace("„", '"'), TEXT + ".", TEXT.lower(), ""]
)
def test_every_visible_character_counts(other: str) -> None:
    assert near_fingerprint(other) != near_fingerprint(TEXT)
