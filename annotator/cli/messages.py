"""Errors as sentences: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.core.errors import AnnotatorError

_SENTENCES: Mapping[str, Mapping[str, str]] = {
    "store_unavailable": {
        "": "The project {path} is not available ({reason}).",
        "missing": "There is no project {path}. Make one with: annotator new {path}",
        "exists": "{path} is there already. Choose another name, or remove it first.",
        "not_a_project": "{path} is not a project of this program.",
        "newer": "{path} was written by a newer version of this program. Install that version to open it.",
        "older": "{path} was written by an older version of this program. Open it in the window once: that "
        "brings it up to date.",
        "damaged": "{path} is damaged. Take a copy of it, then a backup in its place.",
        "locked": "{path} is being written by another program. Close that one and try again.",
        "disk_full": "The disk of {path} is full. Make room and try again; what was done before is kept.",
        "read_only": "{path} cannot be written, its disk or file is read-only. Copy it to another place.",
        "not_permitted": "{path}: access is not permitted. Change its permissions or choose another place.",
        "cannot_open": "{path} cannot be opened. Is the name right, and may the file and its folder be read "
        "and written?",
        "io": "{path} cannot be read or written. Check the disk.",
    },
    "scheme_invalid": {
        "": "The scheme {source} is wrong in line {line}: {reason}.",
        "not_utf8": "The scheme {source} is not UTF-8 text (line {line}). Save it as UTF-8.",
    },
    "import_failed": {
        "": "{where} cannot be read: {reason}.",
        "annotations_refused": "{where}: the annotations of {annotator} do not fit this project's scheme "
        "({because}); the text came in without them. Use a project with the scheme {scheme}.",
        "set_exists": "{where}: {annotator} has annotated {article} here already, and otherwise. Nothing was "
        "changed; give the annotator in the file another name.",
        "binary": "{where} is not text (it begins with the bytes {begins}). Save the article as text.",
        "cut_off": "{where}: the file ends in the middle of a character. Get it again.",
        "damaged_utf8": "{where}: the UTF-8 is damaged. Save the file as UTF-8 again.",
        "empty": "{where} is empty.",
        "encoding_unknown": "{where}: the encoding is unknown. Save the file as UTF-8.",
        "gave_up": "{where}: no line so far could be read, so this is no JSONL. Get the file again.",
        "html_unreadable": "{where}: the page cannot be read. Save its article as text.",
        "html_without_text": "{where}: no article was found in the page. Save it as text.",
        "io": "{where} cannot be read ({detail}). Check the disk.",
        "lone_surrogate": "{where}: half a character stands alone. Export the file again.",
        "missing": "There is no {source}. Is the path right?",
        "no_plain_file": "{source} is no plain file. Is the path right?",
        "no_text": "{where}: the text is missing or empty.",
        "no_text_column": "{where}: no column holds a text. Name one of them “text”.",
        "not_an_object": "{where}: there must be one JSON object a line, not {found}.",
        "not_permitted": "{where} must not be read. Change its permissions.",
        "nothing_found": "{source} holds nothing that can be imported. Is the path right?",
        "nul": "{where}: the text holds a NUL character. Save it as text without one.",
        "quote_misplaced": "{where}: a quotation mark stands within a cell. Put the cell in quotation marks.",
        "quote_open": "{where}: a quotation mark is not closed.",
        "row_too_long": "{where}: there are more cells than columns. Put cells with the separator "
        "in them in quotation marks.",
        "too_large": "{where} is too large. Split the file.",
        "unknown_article": "{where}: there is no article {article} in the project. Name its id or file.",
        "no_queue_columns": "{where}: the first line must name the columns annotator and article.",
        "unreadable": "{where} cannot be read, something in it is unforeseen ({detail}). Get the file again.",
        "kind_differs": "{where}: {annotator} is a {known} here, in the file a {found}; the text came in "
        "without the annotations. Give the annotator in the file another name.",
        "not_json": "{where} is not whole JSON ({detail}). The file may be cut off: get it again.",
        "other_format": "{where} is not annotator-jsonl.",
        "newer_version": "{where} was written by a newer version of this program. Update the program.",
        "not_valid": "{where}: {detail}. The schema annotator-jsonl.schema.json says what belongs there.",
        "line_ends": "{where}: the text holds carriage returns. Export the file again.",
        "text_changed": "{where}: the text was changed after the export. Export the file again.",
        "tokens_disordered": "{where}: the tokens overlap or are not in order. Export the file again.",
        "sentences_disordered": "{where}: the sentences do not join. Export the file again.",
        "zones_disordered": "{where}: zones overlap or are not in order. Export the file again.",
        "fragments_disordered": "{where}: fragments overlap or lie outside the text. Export the file again.",
        "offsets_differ": "{where}: start and end differ from the fragments. Export the file again.",
        "span_text_differs": "{where}: the text there is “{expected}”, not “{found}”. Were the "
        "offsets counted in something else than code points? Export the file again.",
        "token_offsets_differ": "{where}: the span covers the tokens {expected}, not {found}. "
        "Export the file again.",
        "double_id": "{where}: the id {found} is there twice. Export the file again.",
        "end_missing": "{where}: there is no span {found}. Export the file again.",
        "event_differs": "{where}: the event differs from its spans and relations. Export the file again.",
    },
    "export_failed": {
        "": "{target} cannot be written ({detail}). The old file is whole.",
        "disk_full": "The disk of {target} is full. Nothing was changed; make room and try again.",
        "read_only": "{target} lies on a read-only disk. Nothing was changed; choose another place.",
        "not_permitted": "{target} must not be written. Nothing was changed; choose another place.",
        "folder_missing": "The folder of {target} does not exist. Make it first.",
        "name_too_long": "The name {target} is too long. Choose a shorter one.",
        "is_project": "{target} is the name of a project. Give the file another, such as training.jsonl.",
        "is_folder": "{target} is a folder. Name a file in it.",
        "no_plain_file": "{target} is no plain file. Name one; “export” takes - for standard output.",
        "unknown_annotator": "Nobody called “{annotator}” has worked in this project. Known are: {known}.",
    },
    "corpus_invalid": {
        "": "{where} cannot be used as a corpus: {reason}.",
        "missing": "There is no {source}. Is the path right?",
        "not_permitted": "{where} must not be read. Change its permissions.",
        "io": "{where} cannot be read ({detail}). Check the disk.",
        "empty": "{where} holds nothing. Is the path right?",
        "not_utf8": "{where} is not UTF-8 text. Save the file as UTF-8.",
        "form_unknown": "{where}: this is neither columns with tags (GermEval, CoNLL) nor JSON lines of "
        "SmartData or of “annotator export”. If it is one of them, name it with --form.",
        "not_germeval": "{where}: there must be index, token, outer and nested tag with tabs between. "
        "Mend the line, or name the form with --form conll.",
        "not_conll": "{where}: there must be a token and, last, its tag. Mend the line.",
        "no_token": "{where}: the token is empty. Mend the line.",
        "no_tag": "{where}: “{found}” is no tag such as O, B-PER or I-PER. Mend the line, or name the form "
        "with --form.",
        "not_json": "{where} is not whole JSON ({detail}). The file may be cut off: get it again.",
        "not_smartdata": "{where} is no record of SmartData ({detail}). Mend the line.",
        "no_entity": "{where}: an event names the entity {found}, which is not there. Mend the line.",
        "outside_text": "{where}: the entity {found} lies outside the text. Mend its offsets; they count "
        "code points.",
        "unknown_label": "{where}: nobody says what the label {label} is in the scheme. Give a table of "
        "labels that does with --labels; resources/corpora/labels.yaml shows how.",
        "labels_invalid": "{where} is no table of labels. Each form has “labels” with lines such as "
        "PER: entity/PER; resources/corpora/labels.yaml shows how.",
        "not_in_scheme": "{where}: the label {label} of the scheme {scheme} is not in the scheme in use. "
        "Name a project with that scheme: annotator evaluate PROJECT.annot --corpus …",
        "several_annotators": "{where}: there are annotations of {known}. Say whose count with --against.",
        "unknown_annotator": "{where}: there are no annotations of {annotator}. Known are: {known}.",
    },
    "evaluation_impossible": {
        "": "There is nothing to compare: {facts}.",
        "unknown_annotator": "Nobody called “{annotator}” has worked in this project. Known are: {known}.",
        "same_annotator": "“{annotator}” cannot be compared with itself. Name somebody else with --against.",
        "unknown_label": "The scheme has no label, relation, role or layer {label}. Known are: {known}.",
    },
    "pretag_config_invalid": {"": "The configuration of the pre-tagger {source} is wrong: {reason}."},
    "pretag_workers_lost": {
        "": "The processes of the pre-tagger keep ending (exit code {exit_code}). Is there enough memory? "
        "Try: --jobs 1"
    },
    "model_refused": {"": "The model {path} is not used ({reason}). Remedy: {remedy}."},
    "pipeline_refused": {
        "": "The spaCy pipeline {name} is damaged ({detail}). Install it anew, one of spaCy's own with: "
        "{remedy}",
        "not_installed": "The spaCy pipeline {name} is not installed. Install it with: {remedy}",
        "missing": "There is no spaCy pipeline {name}, no package and no folder of that name. One of spaCy's "
        "own is installed with: {remedy}",
        "language": "The spaCy pipeline {name} is not for German ({detail}). Get one with: {remedy}",
        "version": "The spaCy pipeline {name} was made for another version of spaCy ({detail}). Install the "
        "one for this version: {remedy}",
    },
    "division_impossible": {
        "": "The articles cannot be divided like that: {facts}.",
        "twice": "“{annotator}” is named twice.",
        "name": "“{annotator}” cannot be an annotator's name: it is empty or the program's own.",
        "second_pass": "“{annotator}” is somebody's second pass. Its articles come from: annotator repeat",
        "overlap": "{overlap} annotators for each article are asked for, but there are {annotators}.",
        "calibration": "{calibration} articles for calibration are asked for, but there are {articles}.",
    },
    "gamma_unavailable": {
        "": "γ needs the library {package}, which is not installed. It comes with: "
        'pip install "annotator[gamma]" (800 MB)',
    },
    "repeat_impossible": {
        "": "There is nothing to annotate again: {facts}.",
        "nothing_finished": "“{annotator}” has finished no article that is not in the second pass already.",
        "not_a_person": "“{annotator}” has not annotated here. There are: {known}",
    },
    "package_impossible": {
        "no_second_pass": "“{annotator}” has nothing to annotate again. See: annotator repeat",
        "": "There is nothing to hand out: {facts}.",
        "nothing_assigned": "Nothing is assigned to “{annotator}”, but to {known}. See: annotator assign",
        "is_package": "This is a package itself, that of “{annotator}”. Make one from the whole project.",
        "no_articles": "There is no article in the project. Bring some in with: annotator import",
        "reserved": "“{annotator}” is the name of a set that no person writes. Name a person.",
    },
    "merge_undone": {
        "": "The merge cannot be taken back: {facts}.",
        "none": "There is no merge to take back.",
        "changed_since": "“{annotator}” has worked on {article} since the merge. Undo that first, then try "
        "again.",
    },
    "not_allowed": {
        "": "Only who leads the project may do this: {leads}. You are “{annotator}” here; the name is that "
        "of the window, or of the environment: ANNOTATOR_NAME=NAME annotator …",
        "sight": "You, “{annotator}”, see others’ work when {leads} has opened the review. The name is "
        "that of the window, or of the environment: ANNOTATOR_NAME=NAME annotator …",
        "reviewer": "Only who leads or reviews may settle disagreements: {leads}.",
        "review_closed": "The review is closed. Who leads opens it: annotator review PROJECT --open.",
    },
    "stale_revision": {"": "Somebody else changed the same annotations in the meantime. Try again."},
    "scheme_violation": {"": "The scheme does not allow it: {facts}."},
    "invalid_edit": {"": "This cannot be done: {facts}."},
}

_CONTROLS = {number: f"\\x{number:02x}" for number in [*range(0x20), *range(0x7F, 0xA0)]}


def plain(text: str) -> str:
    """Return ``text`` without anything that would steer a terminal: control characters are written out."""
    return text.translate(_CONTROLS)


def sentence(error: AnnotatorError) -> str:
    """Return what to tell a user about ``error``: one or two sentences on one line.

    An error that was raised with a sentence of its own, as those of schemes are, speaks for itself.
    """
    if not str(error).startswith(f"{error.code}: "):
        return plain(str(error))
    by_reason = _SENTENCES.get(error.code, {})
    template = by_reason.get(str(error.data.get("reason", "")), by_reason.get("", "{facts}."))
    return plain(template.format_map(_Facts(error.data)))


class _Facts(dict[str, str]):
    """The data of an error as words; what is missing shows as a question mark."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        words = {name: _words(value) for name, value in data.items()}
        super().__init__(words | {"where": _where(data), "facts": _facts(data)})

    def __missing__(self, key: str) -> str:
        return "?"


def _words(value: object) -> str:
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(map(str, value)) or "nobody"
    return str(value)


def _where(data: Mapping[str, Any]) -> str:
    """Return the file, its line and the place in it, as far as they are known."""
    where = str(data.get("source") or "The input")
    if data.get("place"):
        where += f", line {data['place']}"
    return f"{where}, {data['at']}" if data.get("at") else where


def _facts(data: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {_words(value)}" for name, value in data.items()) or "no details"
