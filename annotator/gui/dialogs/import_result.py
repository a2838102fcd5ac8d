"""What an import did: how much came in, what was there already, what could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotator.core.errors import ImportFailed
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import mark, quoted, tr
from annotator.gui.look import Look
from annotator.gui.sentences import sentence
from annotator.gui.widgets.reasons import reasons_list

if TYPE_CHECKING:
    from annotator.ingest.items import Skipped
    from annotator.services.importing import Duplicate, ImportReport

_OFFICE = frozenset({".doc", ".docx", ".odt", ".pages", ".pdf", ".rtf"})
_SKIPPED = {
    "hidden": mark("{source} was left out: its name begins with a dot. Rename it to import it."),
    "about_the_folder": mark(
        "{source} was left out: it tells about the folder. Choose it alone to import it."
    ),
    "link_to_folder": mark("{source} was left out: it is a link to a folder. Choose that folder itself."),
}


class ImportResultDialog(Dialog):
    """The counts as sentences, and a list of everything that did not come in, with its reason."""

    help_section = "import"

    def __init__(self, look: Look, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(look, _title(report), parent, width=600)
        for text in summary(report):
            self.add_text(text, role="")
        self.list = reasons_list(look, details(report), name=tr("What did not come in"))
        self.body.addWidget(self.list)
        self.list.setVisible(self.list.count() > 0)
        self.add_close()


def _title(report: ImportReport) -> str:
    return tr("Import cancelled") if report.cancelled else tr("Import finished")


def summary(report: ImportReport) -> list[str]:
    """Return what happened in a few sentences."""
    lines = [tr("%Ln article(s) came in.", "", len(report.imported))]
    if report.sets:
        lines.append(tr("%Ln annotated article(s) brought annotations.", "", report.sets))
    if report.duplicates:
        lines.append(tr("%Ln article(s) were there already.", "", len(report.duplicates)))
    if report.nearly_the_same:
        lines.append(
            tr(
                "%Ln article(s) differ from another one in white space alone.",
                "",
                len(report.nearly_the_same),
            )
        )
    if report.problems:
        lines.append(tr("%Ln source(s) could not be read.", "", len(report.problems)))
    if report.cancelled:
        lines.append(tr("Not everything was read. Import again to go on: nothing comes in twice."))
    return lines


def details(report: ImportReport) -> list[str]:
    """Return a line for each thing that did not come in, and for each that nearly did."""
    lines = [
        sentence(ImportFailed(**{**dict(p.data), "source": p.source, "place": p.place, "reason": p.code}))
        for p in report.problems
    ]
    lines += [
        tr("{source} is there already as {name}.").format(source=_place(d), name=quoted(d.first))
        for d in report.duplicates
    ]
    lines += [
        tr("{source} is nearly the same as {name}.").format(source=_place(d), name=quoted(d.first))
        for d in report.nearly_the_same
    ]
    lines += [skipped_sentence(skipped) for skipped in report.skipped]
    return lines


def skipped_sentence(skipped: Skipped) -> str:
    """Return what was passed over, why, and what to do about it."""
    kind = Path(skipped.source).suffix.casefold()
    if skipped.code == "unknown_form" and kind in _OFFICE:
        text = tr("{source} was left out: {kind} is no text. Save it in its program as text or HTML.")
    elif skipped.code == "unknown_form":
        text = tr("{source} was left out: {kind} is none of .txt, .html, .csv, .tsv, .jsonl, .json.")
    else:
        text = tr(_SKIPPED.get(skipped.code, "{source} was left out."))
    return text.format(source=skipped.source, kind=kind or tr("a file without an ending"))


def _place(duplicate: Duplicate) -> str:
    if duplicate.place is None:
        return duplicate.source
    return tr("{source}, line {line}").format(source=duplicate.source, line=duplicate.place)
