"""No module needs another that needs it in turn: what both need stands where it belongs."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

AT_RUN_TIME = {
    "annotator.services.reporting": "writes the page that is rendered from its values, when it is asked to",
}
"""Circles that may be, each by one of its modules, with the reason."""

FOR_TYPES_ALONE = {
    "annotator.gui.main_window": "what goes over the whole window takes the window, and names its type",
    "annotator.core.state": "a draft begins from a state and ends in one, and names its type",
}
"""The same for circles that only the type checker goes round: nothing is imported in them."""


def modules(package: Path) -> dict[str, Path]:
    root = package.parent
    return {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): path
        for path in package.rglob("*.py")
    }


def imports(node: ast.AST, known: Mapping[str, Path], *, types: bool) -> Iterator[str]:
    """Yield the modules imported below ``node``, in functions too; with ``types`` those for types as well."""
    inside: Iterable[ast.AST] = ast.iter_child_nodes(node)
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING" and not types:
        inside = node.orelse
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if alias.name in known)
    elif isinstance(node, ast.ImportFrom) and node.module:
        for alias in node.names:
            submodule = f"{node.module}.{alias.name}"
            yield submodule if submodule in known else node.module
    for child in inside:
        yield from imports(child, known, types=types)


def circles(package: Path, *, types: bool) -> list[set[str]]:
    """Return the groups of modules in which each reaches every other."""
    known = modules(package)
    needs = {
        name: set(imports(ast.parse(path.read_text(encoding="utf-8")), known, types=types)) & known.keys()
        for name, path in known.items()
    }
    reached = {name: _reached(name, needs) for name in needs}
    groups: list[set[str]] = []
    for name, others in reached.items():
        if name in others and not any(name in group for group in groups):
            groups.append({other for other in others if name in reached[other]})
    return groups


def _reached(name: str, needs: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        following = needs[waiting.pop()] - found
        found |= following
        waiting += following
    return found


def test_circles_are_found_wherever_the_import_stands(tmp_path: Path) -> None:
    package = tmp_path / "haus"
    package.mkdir()
    texts = {
        "__init__": "",
        "a": "def f():\n    from haus import b\n",
        "b": "from haus.a import f\n",
        "c": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import haus.d\n",
        "d": "import haus.c\n",
    }
    for name, text in texts.items():
        (package / f"{name}.py").write_text(text, encoding="utf-8")
    assert circles(package, types=False) == [{"haus.a", "haus.b"}]
    both = circles(package, types=True)
    assert sorted(map(sorted, both)) == [["haus.a", "haus.b"], ["haus.c", "haus.d"]]


@pytest.mark.parametrize(("types", "allowed"), [(False, AT_RUN_TIME), (True, AT_RUN_TIME | FOR_TYPES_ALONE)])
def test_no_module_needs_itself_by_a_detour(types: bool, allowed: dict[str, str]) -> None:
    found = circles(ROOT / "annotator", types=types)
    assert [sorted(group) for group in found if not allowed.keys() & group] == []
    assert allowed.keys() <= set().union(*found), "strike out what is gone"
