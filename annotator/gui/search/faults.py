"""What is wrong with a query, told below its field while it is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from annotator.core.errors import QueryInvalid
from annotator.gui.sentences import sentence
from annotator.gui.widgets.fields import SearchField


def show_fault(field: SearchField, told: QLabel, error: QueryInvalid, source: str) -> None:
    """Mark the field and tell the fault, unless its writer has only not finished typing."""
    grave = not _is_unfinished(error, source)
    told.setText(sentence(error) if grave else "")
    told.setVisible(grave)
    field.set_error(grave)


def _is_unfinished(error: QueryInvalid, source: str) -> bool:
    place, text = int(error.data.get("place", 0)), str(error.data.get("text", ""))
    return error.data.get("reason") in ("no_value", "open_quote") and place + len(text) >= len(
        source.rstrip()
    )
