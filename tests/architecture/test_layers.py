from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "annotator"
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_the_layers_and_the_homes_of_the_libraries_hold() -> None:
    program = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert program is not None, "import-linter is missing; make venv installs it"
    result = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_no_module_is_too_long(module: Path) -> None:
    lines = len(module.read_text(encoding="utf-8").splitlines())
    assert lines <= 500, f"{module} has {lines} lines: split it along the design"


def test_nothing_is_evaluated_pickled_or_loaded_unsafely() -> None:
    forbidden = {"eval", "exec", "pickle.load", "pickle.loads", "yaml.load", "yaml.unsafe_load", "os.system"}
    found = []
    for module in MODULES:
        source = module.read_text(encoding="utf-8")
        # The C loader of the safe kind is the fast one, and has no function of its own.
        allowed = {"yaml.load"} if "CSafeLoader" in source and "FullLoader" not in source else set()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in forbidden - allowed:
                found.append(f"{module.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node.func)}")
    assert found == []
