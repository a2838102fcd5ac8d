"""Errors and steps as sentences of the window's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.core.errors import AnnotatorError
from annotator.gui.i18n import mark, tr
from annotator.gui.import_sentences import IMPORT, where
from annotator.gui.scheme_sentences import scheme_sentence

_STORE = {
    "": mark("The project {path} is not available."),
    "missing": mark("There is no project {path}."),
    "exists": mark("{path} is there already. Choose another name."),
    "not_a_project": mark("{path} is not a project of this program."),
    "newer": mark("{path} was written by a newer version of this program. Install that version to open it."),
    "older": mark(
        "{path} was written by an older version of this program. Open it in the window once: that brings it "
        "up to date."
    ),
    "damaged": mark("{path} is damaged. Take a copy of it, then put a backup in its place."),
    "locked": mark("{path} is being written by another program. Close that one and try again."),
    "disk_full": mark("The disk of {path} is full. Make room and try again; what was done before is kept."),
    "read_only": mark("{path} cannot be written: its disk or file is read-only."),
    "not_permitted": mark("{path}: access is not permitted."),
    "cannot_open": mark(
        "{path} cannot be opened. Check its name, and the permissions of the file and its folder."
    ),
    "io": mark("{path} cannot be read or written. Check the disk."),
}
_EXPORT = {
    "": mark("{target} cannot be written. The old file is whole."),
    "disk_full": mark("The disk of {target} is full. Nothing was changed; make room and try again."),
    "read_only": mark("{target} lies on a read-only disk. Nothing was changed; choose another place."),
    "not_permitted": mark("{target} must not be written. Nothing was changed; choose another place."),
    "io": mark("{target} cannot be written ({detail}). The old file is whole; check the disk."),
    "folder_missing": mark("The folder of {target} does not exist."),
    "name_too_long": mark("The name {target} is too long."),
    "is_project": mark("{target} is the name of a project. Give the file another one."),
    "is_folder": mark("{target} is a folder. Name a file in it."),
    "no_plain_file": mark("{target} is no plain file."),
    "unknown_annotator": mark("Nobody called {annotator} has worked in this project."),
}
_MODEL = {
    "": mark("The model {path} cannot be used. Install the program again."),
    "outside": mark("The model {path} does not lie in the model folder. Put it there."),
    "missing": mark("The model {path} is missing or cannot be read. Install the program again."),
    "damaged": mark("The model {path} is damaged. Install the program again."),
    "version": mark("The model {path} was made for another version of this program. Train it anew."),
}
_PIPELINE = {
    "": mark(
        "The spaCy pipeline {name} is damaged. Install it anew, one of spaCy's own with this command: "
        "{remedy}"
    ),
    "not_installed": mark("The spaCy pipeline {name} is not installed. This command installs it: {remedy}"),
    "missing": mark(
        "There is no spaCy pipeline {name}, no package and no folder of that name. "
        "This command installs one: {remedy}"
    ),
    "language": mark("The spaCy pipeline {name} is not for German. This command installs one: {remedy}"),
    "version": mark(
        "The spaCy pipeline {name} was made for another version of spaCy. This command installs one for this "
        "version: {remedy}"
    ),
}
_VIOLATION = {
    "": mark("The scheme does not allow this."),
    "not_on_tokens": mark("This label covers whole words only."),
    "role_full": mark("The role {role} is filled already."),
    "relation_not_allowed": mark("The scheme has no relation between these two."),
    "unknown_label": mark("The scheme has no label {label}."),
    "unknown_value": mark("The scheme has no value {value}."),
    "attribute_not_allowed": mark("The label {label} has no attribute {attribute}."),
}
_EDIT = {
    "": mark("This cannot be done here."),
    "edge_stuck": mark("The border cannot be moved any further."),
    "occupied": mark("Another annotation of this layer stands there already."),
    "duplicate_relation": mark("This relation is there already."),
    "empty_span": mark("Nothing would be left."),
    "one_piece": mark("This annotation is in one piece already."),
    "several_pieces": mark("An annotation of several pieces cannot be moved as a whole."),
    "outside_text": mark("This lies outside the text."),
    "linked_already": mark("These are known to be the same already."),
    "other_kind": mark("Annotations of different layers cannot be in one chain."),
    "cluster_of_one": mark("A chain needs at least two mentions."),
    "nothing_left": mark("Nothing would be left."),
    "in_two_clusters": mark("An annotation can be in one chain only."),
    "not_from_here": mark("This was changed since, so nothing was done. Look at it again first."),
}
_QUERY = {
    "": mark("This search cannot be read."),
    "unknown_field": mark("There is no field {text}."),
    "no_value": mark("A value is missing after {text}."),
    "open_quote": mark("A quotation mark is not closed."),
    "bad_date": mark("{text} is no date. Write it like datum:2024, datum:2024-03 or datum:2024-03..2024-05."),
    "bad_score": mark("{text} is no score. Write it like score:>0.8."),
    "bad_choice": mark("{text} is neither yes nor no."),
}
_DIVISION = {
    "": mark("The articles cannot be divided like that."),
    "twice": mark("{annotator} is named twice."),
    "name": mark("{annotator} is a name that the program keeps for itself."),
    "second_pass": mark("{annotator} is a second pass; it has articles of its own."),
    "overlap": mark("There are only {annotators} annotators."),
    "calibration": mark("There are only {articles} articles."),
}
_PACKAGE = {
    "": mark("There is nothing to hand out."),
    "nothing_assigned": mark("Nothing is assigned to {annotator}."),
    "is_package": mark("This is a work package itself. Make packages from the whole project."),
    "no_articles": mark("There is no article in the project."),
    "no_second_pass": mark("{annotator} has nothing to annotate again."),
}
_MERGE = {
    "": mark("There is no merge to take back."),
    "changed_since": mark("{annotator} has worked on {article} since the merge. Undo that first."),
}
_EVALUATION = {
    "": mark("There is nothing to compare."),
    "unknown_annotator": mark("Nobody called {annotator} has worked in this project."),
    "same_annotator": mark("{annotator} cannot be compared with itself. Choose somebody else."),
    "unknown_label": mark("The scheme has no label {label}."),
}
_CORPUS = {
    "": mark("{where} cannot be used as a corpus."),
    "missing": mark("There is no {source}."),
    "not_permitted": mark("{where} must not be read. Change its permissions."),
    "io": mark("{where} cannot be read ({detail}). Check the disk."),
    "empty": mark("{where} is empty."),
}
_SENTENCES: Mapping[str, Mapping[str, str]] = {
    "evaluation_impossible": _EVALUATION,
    "corpus_invalid": _CORPUS,
    "not_allowed": {
        "": mark("Only who leads the project may do this."),
        "reviewer": mark("Only who leads the project, or was named a reviewer, may settle disagreements."),
        "review_closed": mark("The review is closed. Who leads the project opens it, in the menu Team."),
    },
    "gamma_unavailable": {
        "": mark(
            "γ needs the library {package}, which is not installed. It comes with: "
            "pip install annotator[gamma] (800 MB)"
        )
    },
    "division_impossible": _DIVISION,
    "package_impossible": _PACKAGE,
    "repeat_impossible": {"": mark("Nobody has finished an article yet.")},
    "merge_undone": _MERGE,
    "store_unavailable": _STORE,
    "import_failed": IMPORT,
    "export_failed": _EXPORT,
    "scheme_violation": _VIOLATION,
    "invalid_edit": _EDIT,
    "query_invalid": _QUERY,
    "model_refused": _MODEL,
    "pipeline_refused": _PIPELINE,
    "pretag_config_invalid": {"": mark("The configuration of the pre-tagger is wrong: {source} ({reason}).")},
    "job_died": {
        "": mark(
            "The process that did this was ended before it was done, most likely because there was too "
            "little memory. What was stored until then is kept. Close other programs and try again."
        )
    },
    "pretag_workers_lost": {"": mark("The pre-tagger ends before it answers. Is there memory enough?")},
    "stale_revision": {"": mark("Somebody else changed this article in the meantime. Try again.")},
}
_UNKNOWN = mark("This failed.")

_STEPS = {
    "accept": mark("accept"),
    "reject": mark("reject"),
    "delete": mark("delete"),
    "take_back": mark("take rejection back"),
    "create": mark("new annotation"),
    "relabel": mark("other label"),
    "resize": mark("move border"),
    "grow": mark("move border"),
    "shrink": mark("move border"),
    "shift": mark("move annotation"),
    "join": mark("join"),
    "split_mention": mark("split"),
    "flag": mark("difficult"),
    "unflag": mark("no longer difficult"),
    "set_attribute": mark("attribute"),
    "set_note": mark("note"),
    "relate": mark("relation"),
    "relabel_relation": mark("other label"),
    "reverse": mark("swap ends"),
    "link": mark("same as"),
    "confirm_member": mark("confirm in chain"),
    "remove_member": mark("remove from chain"),
    "accept_cluster": mark("accept chain"),
    "reject_cluster": mark("reject chain"),
    "merge_clusters": mark("merge chains"),
    "split_cluster": mark("split chain"),
    "name_cluster": mark("name chain"),
    "set_state": mark("state of the article"),
    "apply_to_all": mark("same text"),
    "accept_many": mark("accept many"),
    "reject_many": mark("reject many"),
    "relabel_many": mark("other label for many"),
    "correct_zone": mark("kind of text part"),
}


def sentence(error: AnnotatorError) -> str:
    """Return what to tell a user about an error."""
    if error.code == "scheme_invalid":
        return scheme_sentence(error.data)
    known = _SENTENCES.get(error.code, {})
    text = known.get(str(error.data.get("reason", "")), known.get("", _UNKNOWN))
    return tr(text).format_map(_Facts(error.data))


def is_grave(error: AnnotatorError) -> bool:
    """Tell whether an error must stay on the screen: something is wrong with the file, not with the edit."""
    return error.code in ("store_unavailable", "stale_revision")


def step_name(name: str | None) -> str:
    """Return the name of a step of the history."""
    return tr(_STEPS[name]) if name in _STEPS else ""


class _Facts(dict[str, str]):
    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__({name: str(value) for name, value in data.items()})
        self["where"] = where(data)

    def __missing__(self, key: str) -> str:
        return "?"
