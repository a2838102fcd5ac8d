"""Runs the benchmarks and keeps their tables: ``python -m tests.benchmarks [--write] [NAME …]``.

Each benchmark is a module ``bench_NAME`` that prints a Markdown table when run. With ``--write`` the tables
go into ``BENCHMARKS.md``, each under its name with the command that makes it; tables of benchmarks that were
not run stay as they are.
"""

from __future__ import annotations

import ast
import os
import platform
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "BENCHMARKS.md"
HEAD = """# Benchmarks

Speeds are ratios to a baseline in the same run; absolute times depend on the machine and say little.
`evaluate` has the quality of the suggestions. Make them anew with `make bench` (all, written here) or
`python -m tests.benchmarks NAME` (one, printed).
"""
SECTION = re.compile(r"^## (?P<name>\S+)\n(?P<body>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def run(name: str) -> str:
    """Run one benchmark and return what it printed under its heading."""
    module = HERE / f"bench_{name}.py"
    purpose = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.bench_{name}"],
        cwd=HERE.parents[1],
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    where = f"Python {platform.python_version()}, {os.cpu_count()} cores, {datetime.now(UTC):%Y-%m-%d}"
    first = purpose.split("\n\n")[0].replace("\n", " ")
    return f"{first}\n\n`python -m tests.benchmarks {name}` ({where})\n\n{done.stdout.strip()}\n\n"


def main() -> None:
    """Run what the arguments name, or all."""
    write = "--write" in sys.argv
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    every = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    unknown = set(names) - set(every)
    if unknown:
        sys.exit(f"no benchmark named {', '.join(sorted(unknown))}; there are: {', '.join(every)}")
    kept = dict(SECTION.findall(PAGE.read_text(encoding="utf-8"))) if PAGE.exists() else {}
    for name in names or every:
        kept[name] = run(name)
        print(f"## {name}\n{kept[name]}")
    if write:
        PAGE.write_text(
            HEAD + "\n" + "".join(f"## {name}\n{kept[name]}" for name in every if name in kept),
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
