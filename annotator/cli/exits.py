"""What the program's exit codes mean."""

from __future__ import annotations

from enum import IntEnum

from annotator.core.errors import (
    AnnotatorError,
    ExportFailed,
    ImportFailed,
    SchemeInvalid,
    StaleRevision,
    StoreUnavailable,
)


class ExitCode(IntEnum):
    """One number for each way to end."""

    OK = 0
    PROBLEM = 1
    USAGE = 2
    PROJECT = 3
    INPUT = 4
    OUTPUT = 5
    BUG = 70
    INTERRUPTED = 130


MEANINGS: tuple[tuple[ExitCode, str], ...] = (
    (ExitCode.OK, "everything was done"),
    (
        ExitCode.PROBLEM,
        "done in part, or a problem was found (some files could not be imported, a check failed)",
    ),
    (ExitCode.USAGE, "the command line is wrong (an option, an annotator or a label that there is not)"),
    (ExitCode.PROJECT, "the project file cannot be opened, read or written"),
    (ExitCode.INPUT, "an input (a scheme, articles) cannot be read"),
    (ExitCode.OUTPUT, "the output cannot be written; the old file is whole"),
    (ExitCode.BUG, "a fault of the program; the log has the details"),
    (ExitCode.INTERRUPTED, "interrupted with Ctrl+C; what was done until then is kept"),
)

_BY_ERROR: tuple[tuple[type[AnnotatorError], ExitCode], ...] = (
    (StoreUnavailable, ExitCode.PROJECT),
    (StaleRevision, ExitCode.PROJECT),
    (SchemeInvalid, ExitCode.INPUT),
    (ImportFailed, ExitCode.INPUT),
    (ExportFailed, ExitCode.OUTPUT),
)
_MISNAMED = frozenset(
    {
        ("export_failed", "unknown_annotator"),
        ("evaluation_impossible", "unknown_annotator"),
        ("evaluation_impossible", "same_annotator"),
        ("evaluation_impossible", "unknown_label"),
        ("corpus_invalid", "unknown_annotator"),
    }
)
"""Errors, by code and reason, that an option on the command line is to blame for, and no file."""


def exit_code(error: AnnotatorError) -> ExitCode:
    """Return the exit code that stands for ``error``."""
    if (error.code, error.data.get("reason")) in _MISNAMED:
        return ExitCode.USAGE
    return next((code for kind, code in _BY_ERROR if isinstance(error, kind)), ExitCode.PROBLEM)


def help_table() -> str:
    """Return the meanings as the lines of a help text."""
    return "\n".join(f"{code.value:>5}  {meaning}" for code, meaning in MEANINGS)
