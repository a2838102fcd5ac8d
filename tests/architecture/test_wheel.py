"""What an installed program needs lies in the wheel."""

from __future__ import annotations

import zipfile
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INSIDE = "annotator/_resources"


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the names of the files in a wheel, which is built here without asking anybody else."""
    wheel = pytest.importorskip("hatchling.builders.wheel", reason="what builds the wheel is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = wheel.WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(built) as archive:
        assert archive.testzip() is None
        return archive.namelist()


@pytest.mark.parametrize(
    "pattern",
    [
        f"{INSIDE}/NOTICE",
        f"{INSIDE}/fonts/Inter-Regular.ttf",
        f"{INSIDE}/fonts/NotoSerif-Regular.ttf",
        f"{INSIDE}/help/de.md",
        f"{INSIDE}/help/en.md",
        f"{INSIDE}/i18n/annotator_de.qm",
        f"{INSIDE}/i18n/annotator_en.qm",
        f"{INSIDE}/models/manifest.json",
        f"{INSIDE}/models/weights.bin",
        f"{INSIDE}/pretag.yaml",
        f"{INSIDE}/schema/annotator-jsonl.schema.json",
        f"{INSIDE}/schemes/nachrichten.yaml",
        f"{INSIDE}/seeds/*.txt",
        "annotator/__main__.py",
        "annotator/gui/style.qss",
        "annotator-*.dist-info/entry_points.txt",
        "annotator-*.dist-info/licenses/LICENSE",
    ],
)
def test_the_wheel_holds(names: list[str], pattern: str) -> None:
    assert any(fnmatch(name, pattern) for name in names)


def test_the_wheel_holds_every_resource_and_sample_article_once(names: list[str]) -> None:
    folders = {"resources": INSIDE, "seeds": f"{INSIDE}/seeds"}
    wanted = {
        f"{inside}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, inside in folders.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
    }
    assert sorted(name for name in names if name.startswith(INSIDE)) == sorted(wanted)


def test_the_wheel_holds_nothing_but_the_program(names: list[str]) -> None:
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"annotator"}
    assert not [name for name in names if "__pycache__" in name or name.startswith("annotator/tests")]
