"""Why a source, or a line of it, did not come in, as sentences: one for each reason that an import knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.gui.i18n import mark, tr

IMPORT: Mapping[str, str] = {
    "": mark("{where} cannot be read."),
    # Of files, whatever they are.
    "missing": mark("There is no {source}."),
    "no_plain_file": mark("{source} is no plain file."),
    "nothing_found": mark("{source} holds nothing that can be imported."),
    "not_permitted": mark("{where} must not be read. Change its permissions."),
    "io": mark("{where} cannot be read ({detail}). Check the disk."),
    "too_large": mark("{where} is too large. Split the file."),
    "unreadable": mark("{where} cannot be read: something in it is unforeseen ({detail})."),
    # Of texts.
    "binary": mark("{where} is not text. Save the article as text."),
    "cut_off": mark("{where}: the file ends in the middle of a character. Get it again."),
    "damaged_utf8": mark("{where}: the UTF-8 is damaged. Save the file as UTF-8 again."),
    "encoding_unknown": mark("{where}: the encoding is unknown. Save the file as UTF-8."),
    "empty": mark("{where} is empty."),
    "no_text": mark("{where}: the text is missing or empty."),
    "nul": mark("{where}: the text holds a NUL character. Save it without one."),
    "lone_surrogate": mark("{where}: half a character stands alone. Export the file again."),
    "html_unreadable": mark("{where}: the page cannot be read. Save its article as text."),
    "html_without_text": mark("{where}: no article was found in the page. Save it as text."),
    # Of tables and lines.
    "no_text_column": mark("{where}: no column holds a text. Name one of them “text”."),
    "quote_misplaced": mark(
        "{where}: a quotation mark stands within a cell. Put the cell in quotation marks."
    ),
    "quote_open": mark("{where}: a quotation mark is not closed."),
    "row_too_long": mark("{where}: the row has more cells than there are columns."),
    "not_an_object": mark("{where}: there must be one JSON object a line."),
    "not_json": mark("{where} is not whole JSON. The file may be cut off."),
    "gave_up": mark("{where}: no line so far could be read, so this is no JSONL."),
    # Of the program's own lines with annotations.
    "other_format": mark("{where} is not annotator-jsonl."),
    "newer_version": mark("{where} was written by a newer version of this program. Update this one."),
    "not_valid": mark("{where} is not what annotator-jsonl.schema.json asks for: {detail}."),
    "line_ends": mark("{where}: the text holds carriage returns. Export the file again."),
    "text_changed": mark("{where}: the text was changed after the export. Export the file again."),
    "tokens_disordered": mark("{where}: tokens overlap or are not in order. Export the file again."),
    "sentences_disordered": mark("{where}: the sentences do not join. Export the file again."),
    "zones_disordered": mark("{where}: paragraphs overlap or are not in order. Export the file again."),
    "fragments_disordered": mark(
        "{where}: parts of an annotation overlap or lie outside the text. Export the file again."
    ),
    "offsets_differ": mark("{where}: start and end differ from the fragments. Export the file again."),
    "span_text_differs": mark(
        "{where}: the text there is “{expected}”, not “{found}”. Offsets count code points. "
        "Export the file again."
    ),
    "token_offsets_differ": mark(
        "{where}: the annotation covers the tokens {expected}, not {found}. Export the file again."
    ),
    "double_id": mark("{where}: the id {found} is there twice. Export the file again."),
    "end_missing": mark("{where}: there is no annotation {found}. Export the file again."),
    "event_differs": mark("{where}: the event differs from its annotations. Export the file again."),
    "set_exists": mark(
        "{where}: {annotator} has annotated {article} differently here. Nothing was replaced; give the "
        "annotator in the file another name."
    ),
    "kind_differs": mark(
        "{where}: {annotator} is something else here (person, machine or gold) than in the file. Only the "
        "text came in; give the annotator in the file another name."
    ),
    "annotations_refused": mark(
        "{where}: the annotations of {annotator} do not fit this project’s scheme. Only the text came in; "
        "use a project with the scheme {scheme}."
    ),
}


def where(data: Mapping[str, Any]) -> str:
    """Return the source, its line and the place in that, as far as they are known."""
    found = str(data.get("source", ""))
    if data.get("place"):
        found = tr("{source}, line {line}").format(source=found, line=data["place"])
    return f"{found}, {data['at']}" if data.get("at") else found
