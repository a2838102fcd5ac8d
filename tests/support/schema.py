"""Exported files held against the JSON Schema that is published with the program."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from jsonschema import Draft202012Validator

from annotator.core.resources import resource


@cache
def schema() -> Draft202012Validator:
    """Return the validator of the published schema."""
    return Draft202012Validator(
        msgspec.json.decode(resource("schema", "annotator-jsonl.schema.json").read_bytes()),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def valid_lines(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a native JSONL file, each of which fits the schema.

    Raises ``jsonschema.ValidationError`` for the first that does not, and ``ValueError`` for a file that
    does not end with a line end or holds an empty line.
    """
    *lines, rest = path.read_bytes().split(b"\n")
    if rest or not all(lines):
        raise ValueError(f"{path}: every line holds an object and ends with a line end")
    found = [msgspec.json.decode(line) for line in lines]
    for line in found:
        schema().validate(line)
    return found
