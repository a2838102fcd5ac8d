"""Native JSONL: one annotator's set on one article a line, with nothing lost.

The format is our own; ``resources/schema/annotator-jsonl.schema.json`` describes it. A line read is checked
against its own text, so that offsets that moved never get into a project.
"""

from annotator.formats.native_read import NativeArticle, operation_changes, read_line
from annotator.formats.native_wire import FORMAT, FORMAT_VERSION, AnnotatorKind
from annotator.formats.native_write import write_line

__all__ = [
    "FORMAT",
    "FORMAT_VERSION",
    "AnnotatorKind",
    "NativeArticle",
    "operation_changes",
    "read_line",
    "write_line",
]
