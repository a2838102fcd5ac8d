"""Training sets: what is chosen, in which order, and that the old file outlives every failure."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from annotator.core import edits, validation
from annotator.core.annotation import (
    Cluster,
    Mention,
    Origin,
    Provenance,
    Relation,
    SetState,
    Status,
)
from annotator.core.article import Article, Zone, ZoneKind
from annotator.core.change import (
    Change,
    ClusterChange,
    MentionChange,
    Operation,
    Plan,
    RelationChange,
    SetStateChange,
    ZonesChange,
)
from annotator.core.errors import ExportFailed
from annotator.core.ids import ArticleId, ClusterId, MentionId, OperationId, new_id
from annotator.core.state import Layered
from annotator.formats.native_jsonl import read_line
from annotator.formats.table import NATIVE
from annotator.services import exporting
from annotator.services.editing import Editor
from annotator.services.exporting import ExportReport, choose, export_jsonl
from annotator.services.project import Project
from annotator.store import AnnotatorKind, Store
from tests.support.build import make_article, make_scheme, place, sample_suggestions
from tests.support.schema import valid_lines

FIRST = make_article()
SECOND = make_article("Größl sprach in Füssen mit Weiß. 🚒\u2028Ende.", name="zwei.txt")
THIRD = make_article("Nichts geschah in Lübeck.", name="drei.txt")
ROOT = Path(__file__).parents[2]


def write(project: Project, article: Article, annotator: str, *changes: Change) -> None:
    operation = Operation(
        OperationId(new_id()), article.id, annotator, annotator, datetime.now(UTC), "test", changes
    )
    project.store.append(operation, expected_revision=None)


def mention(article: Article, words: str, *, status: Status, label: str = "PER") -> Mention:
    return Mention(
        MentionId(new_id()),
        "entity",
        label,
        (place(article, words),),
        (),
        status,
        Provenance(Origin.HUMAN, "anna"),
    )


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Three articles: the pre-tagger on the first, Anna on the first and second, Bernd on the first."""
    with Project(
        Store.create(tmp_path / "probe.annot", scheme_source="x", name="probe"), make_scheme()
    ) as opened:
        for article in (FIRST, SECOND, THIRD):
            opened.store.add_article(article, source="test")
        opened.store.ensure_annotator("pretagger", AnnotatorKind.MACHINE)
        found = sample_suggestions(FIRST)
        changes = [MentionChange(None, m) for m in found.mentions.values()]
        write(
            opened, FIRST, "pretagger", *changes, *(RelationChange(None, r) for r in found.relations.values())
        )
        annotate(opened)
        yield opened


def annotate(project: Project) -> None:
    """Anna takes two of three and the meeting with its arguments; Bernd accepts one."""
    found = sample_suggestions(FIRST)
    karla, joerg, _, _, _ = found.mentions
    anna = Editor(project, "anna")
    anna.open(FIRST.id)
    assert anna.state is not None
    anna.perform(edits.accept(anna.state, list(found.relations)))
    anna.perform(edits.reject(anna.state, [joerg]))
    anna.perform(edits.set_state(anna.state, SetState.DONE))
    anna.open(SECOND.id)
    write(
        project,
        SECOND,
        "anna",
        MentionChange(None, mention(SECOND, "Größl", status=Status.ACCEPTED)),
        MentionChange(None, mention(SECOND, "Füssen", status=Status.REJECTED, label="LOC")),
    )
    bernd = Editor(project, "bernd")
    bernd.open(FIRST.id)
    assert bernd.state is not None
    bernd.perform(edits.accept(bernd.state, [karla]))


def exported(project: Project, target: Path, **more: Any) -> list[dict[str, Any]]:
    export_jsonl(project, target, **more)
    return valid_lines(target)


def texts(line: dict[str, Any]) -> list[str]:
    return [span["text"] for span in line["spans"]]


def test_by_default_the_accepted_ones_of_every_person_are_written(project: Project, tmp_path: Path) -> None:
    lines = exported(project, tmp_path / "satz.jsonl")
    assert [(line["id"], line["annotator"]) for line in lines] == [
        (FIRST.id, "anna"),
        (FIRST.id, "bernd"),
        (SECOND.id, "anna"),
    ]
    assert texts(lines[0]) == ["Karla Weiß", "traf", "Füssen"]
    assert texts(lines[1]) == ["Karla Weiß"]
    assert texts(lines[2]) == ["Größl"]
    assert lines[0]["state"] == "done"
    assert {span["status"] for line in lines for span in line["spans"]} == {"accepted"}


def test_an_event_comes_with_the_arguments_that_were_accepted(project: Project, tmp_path: Path) -> None:
    line = exported(project, tmp_path / "satz.jsonl")[0]
    by_id = {span["id"]: span["text"] for span in line["spans"]}
    (event,) = line["events"]
    assert event["type"] == "Treffen"
    assert {(a["role"], by_id[a["span"]]) for a in event["arguments"]} == {
        ("Teilnehmer", "Karla Weiß"),
        ("Ort", "Füssen"),
    }


def test_the_pretaggers_set_is_written_by_its_name_with_its_suggestions(
    project: Project, tmp_path: Path
) -> None:
    (line,) = exported(project, tmp_path / "satz.jsonl", annotators=["pretagger"])
    assert line["annotator_kind"] == "machine"
    assert len(line["spans"]) == 5
    assert {span["status"] for span in line["spans"]} == {"suggested"}
    assert all(span["provenance"]["score"] == 0.8 for span in line["spans"])


def test_statuses_choose_what_is_written(project: Project, tmp_path: Path) -> None:
    lines = exported(project, tmp_path / "satz.jsonl", annotators=["anna"], statuses=[Status.REJECTED])
    assert [texts(line) for line in lines] == [["Jörg Größl"], ["Füssen"]]
    both = exported(project, tmp_path / "satz.jsonl", statuses=[Status.ACCEPTED, Status.REJECTED])
    assert texts(both[0]) == ["Karla Weiß", "traf", "Jörg Größl", "Füssen"]


def test_a_relation_without_both_ends_is_left_out_and_counted() -> None:
    found = sample_suggestions(FIRST)
    head, tail = list(found.mentions.values())[:2]
    accepted = {m.id: replace(m, status=Status.ACCEPTED) for m in (head,)}
    link = Relation(next(iter(found.relations)), "x", head.id, tail.id, (), Status.ACCEPTED, head.provenance)
    chosen, dangling = choose(Layered({**accepted, tail.id: tail}, {link.id: link}), {Status.ACCEPTED})
    assert (list(chosen.mentions), chosen.relations, dangling) == ([head.id], {}, 1)


def test_a_cluster_loses_members_that_were_not_chosen_and_keeps_those_of_other_articles(
    project: Project, tmp_path: Path
) -> None:
    here = mention(SECOND, "Weiß", status=Status.ACCEPTED)
    gone = mention(SECOND, "sprach", status=Status.REJECTED)
    members = tuple(sorted([here.id, gone.id, MentionId("anderswo")]))
    cluster = Cluster(
        ClusterId("c"), "entity", "Weiß", "", members, Status.ACCEPTED, Provenance(Origin.HUMAN, "anna")
    )
    write(
        project,
        SECOND,
        "anna",
        MentionChange(None, here),
        MentionChange(None, gone),
        ClusterChange(None, cluster),
    )
    line = exported(project, tmp_path / "satz.jsonl", annotators=["anna"])[1]
    assert line["clusters"][0]["members"] == sorted([here.id, "anderswo"])


def test_corrected_zones_are_written(project: Project, tmp_path: Path) -> None:
    editor = Editor(project, "anna")
    editor.open(FIRST.id)
    assert editor.state is not None
    zones = (Zone(0, 5, ZoneKind.KICKER), Zone(5, len(FIRST.text), ZoneKind.BODY))
    editor.perform(Plan("zones", (ZonesChange(editor.state.zones, zones),)))
    line = exported(project, tmp_path / "satz.jsonl")[0]
    assert [(zone["kind"], zone["start"]) for zone in line["zones"]] == [("kicker", 0), ("body", 5)]


def test_the_report_says_what_was_written_and_progress_comes_per_article(
    project: Project, tmp_path: Path
) -> None:
    steps: list[tuple[int, int]] = []
    target = tmp_path / "satz.jsonl"
    report = export_jsonl(project, target, progress=lambda done, total: steps.append((done, total)))
    assert report == ExportReport(target, lines=3, articles=2, spans=5, relations=2)
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_the_same_project_gives_the_same_bytes(project: Project, tmp_path: Path) -> None:
    one, other = tmp_path / "eins.jsonl", tmp_path / "zwei.jsonl"
    export_jsonl(project, one)
    export_jsonl(project, other)
    assert one.read_bytes() == other.read_bytes() != b""


def test_every_line_is_read_back_as_the_set_in_the_project(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "satz.jsonl"
    export_jsonl(project, target, statuses=list(Status))
    for raw in target.read_bytes().splitlines():
        native = NATIVE.read_line(raw)
        assert native.layered == project.store.layered(native.article.id, native.annotator)
        assert native.article == project.store.article(native.article.id)


# What must not happen -----------------------------------------------------------------------------------


def old_file(folder: Path) -> Path:
    target = folder / "satz.jsonl"
    target.write_bytes(b'{"alt": true}\n')
    return target


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == b'{"alt": true}\n'
    assert [path.name for path in target.parent.glob(".annotator-*")] == []


class FullDisk:
    """A file on a disk that is full after ``room`` bytes."""

    def __init__(self, file: BinaryIO, room: int) -> None:
        self._file = file
        self._room = room

    def write(self, data: bytes) -> int:
        self._room -= len(data)
        if self._room < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self._file.write(data)

    def __enter__(self) -> FullDisk:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = old_file(tmp_path)
    opened = Path.open
    monkeypatch.setattr(
        Path,
        "open",
        lambda self, *a, **k: FullDisk(opened(self, *a, **k), 3000),  # type: ignore[arg-type]
    )
    with pytest.raises(ExportFailed) as caught:
        export_jsonl(project, target)
    monkeypatch.undo()
    assert caught.value.data["target"] == str(target)
    assert caught.value.data["reason"] == "disk_full"
    assert_untouched(target)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_real_limit_on_the_size_of_files_leaves_the_old_file(tmp_path: Path) -> None:
    target = old_file(tmp_path)
    program = f"""
import resource, sys
from pathlib import Path
from annotator.core.errors import ExportFailed
from annotator.services.replacing import replacing
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    with replacing(Path({str(target)!r})) as file:
        file.write(b"x" * 10_000)
except ExportFailed as error:
    sys.stdout.write(error.data["reason"])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "disk_full"
    assert_untouched(target)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of folders work otherwise on Windows")
def test_a_folder_that_must_not_be_written_leaves_the_old_file(project: Project) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        target = old_file(folder)
        folder.chmod(0o555)
        administrator = os.geteuid() == 0
        try:
            if administrator:
                os.seteuid(65534)
            with pytest.raises(ExportFailed) as caught:
                export_jsonl(project, target)
        finally:
            if administrator:
                os.seteuid(0)
            folder.chmod(0o755)
        assert caught.value.data["reason"] == "not_permitted"
        assert_untouched(target)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EROFS, "read_only"),
        (errno.EACCES, "not_permitted"),
        (errno.ENOSPC, "disk_full"),
        (errno.EIO, "io"),
    ],
)
def test_a_failure_at_the_last_moment_leaves_the_old_file(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    target = old_file(tmp_path)

    def refuse(self: Path, target: Path) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportFailed) as caught:
        export_jsonl(project, target)
    assert caught.value.data["reason"] == reason
    assert_untouched(target)


def test_a_bug_on_the_way_leaves_the_old_file(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = old_file(tmp_path)

    def broken(done: int, total: int) -> None:
        if done == 2:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        export_jsonl(project, target, progress=broken)
    assert_untouched(target)


def test_a_cancelled_export_leaves_the_old_file(project: Project, tmp_path: Path) -> None:
    target = old_file(tmp_path)
    asked = iter([False, True])
    report = export_jsonl(project, target, cancelled=lambda: next(asked))
    assert report.cancelled
    assert_untouched(target)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("fehlt/satz.jsonl", "folder_missing"),
        ("probe.annot", "is_project"),
        ("neu.annot", "is_project"),
        ("ordner", "is_folder"),
        ("l" * 300, "name_too_long"),
    ],
)
def test_a_target_that_cannot_be_one_is_refused(
    project: Project, tmp_path: Path, name: str, reason: str
) -> None:
    (tmp_path / "ordner").mkdir()
    with pytest.raises(ExportFailed) as caught:
        export_jsonl(project, tmp_path / name)
    assert (caught.value.data["target"], caught.value.data["reason"]) == (str(tmp_path / name), reason)
    assert project.store.check() == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_device_is_no_target(project: Project) -> None:
    with pytest.raises(ExportFailed) as caught:
        export_jsonl(project, Path("/dev/full"))
    assert caught.value.data["reason"] == "no_plain_file"
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_an_unknown_annotator_is_named_with_those_that_are_known(project: Project, tmp_path: Path) -> None:
    target = old_file(tmp_path)
    with pytest.raises(ExportFailed) as caught:
        export_jsonl(project, target, annotators=["Ana"])
    assert caught.value.data["reason"] == "unknown_annotator"
    assert caught.value.data["known"] == ["anna", "bernd", "pretagger"]
    assert_untouched(target)


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights on Windows")
def test_a_link_is_followed_and_the_permissions_of_the_old_file_stay(
    project: Project, tmp_path: Path
) -> None:
    real = tmp_path / "wirklich.jsonl"
    real.write_bytes(b"")
    real.chmod(0o640)
    link = tmp_path / "verweis.jsonl"
    link.symlink_to(real)
    export_jsonl(project, link)
    assert link.is_symlink()
    assert len(real.read_bytes().splitlines()) == 3
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_nobodys_work_makes_an_empty_file(tmp_path: Path) -> None:
    with Project(
        Store.create(tmp_path / "leer.annot", scheme_source="x", name="leer"), make_scheme()
    ) as empty:
        report = export_jsonl(empty, tmp_path / "satz.jsonl")
    assert report.lines == 0
    assert (tmp_path / "satz.jsonl").read_bytes() == b""


def test_the_default_statuses_are_settled_for_every_kind_of_annotator() -> None:
    assert set(exporting.DEFAULT_STATUSES) == set(AnnotatorKind)


def test_a_cluster_that_keeps_no_member_is_left_out_so_that_the_set_can_come_back(
    project: Project, tmp_path: Path
) -> None:
    gone = mention(SECOND, "sprach", status=Status.REJECTED)
    author = Provenance(Origin.HUMAN, "anna")
    cluster = Cluster(ClusterId("c"), "entity", "Weiß", "", (gone.id,), Status.ACCEPTED, author)
    write(project, SECOND, "anna", MentionChange(None, gone), ClusterChange(None, cluster))
    target = tmp_path / "satz.jsonl"
    assert exported(project, target, annotators=["anna"])[1]["clusters"] == []
    again = read_line(target.read_bytes().splitlines()[1])
    validation.check_set(again.layered, article=again.article, scheme=project.scheme)


def test_links_in_a_circle_are_no_target(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "satz.jsonl"
    target.symlink_to(target)
    with pytest.raises(ExportFailed) as caught:
        export_jsonl(project, target)
    assert caught.value.data["reason"] == "no_plain_file"
    assert target.is_symlink()


def test_what_a_killed_export_has_left_goes_after_a_day(project: Project, tmp_path: Path) -> None:
    old = datetime.now(UTC).timestamp() - 25 * 60 * 60
    names = (
        ".annotator-0123456789ab.tmp",
        ".annotator-abcdefabcdef.tmp",
        ".annotator-notizen.tmp",
        ".annotator-00000000000a.tmp",
    )
    for name in names[:3]:
        (tmp_path / name).write_bytes(b"{")
    (tmp_path / names[3]).symlink_to(tmp_path / "anderswo")
    for name in (names[0], names[2]):
        os.utime(tmp_path / name, (old, old))
    os.utime(tmp_path / names[3], (old, old), follow_symlinks=False)
    export_jsonl(project, tmp_path / "satz.jsonl")
    assert {path.name for path in tmp_path.glob(".annotator-*")} == set(names[1:])


def test_a_line_is_of_one_moment_though_somebody_writes_meanwhile(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotate(project)
    before = exported(project, tmp_path / "vorher.jsonl", annotators=["anna"])
    asked = Store.zones

    def zones_after_another_has_written(store: Store, article_id: ArticleId) -> tuple[Zone, ...]:
        with Project(Store.open(project.path), project.scheme) as other:
            own = other.store.layered(FIRST.id, "anna")
            gone = [MentionChange(one, None) for one in own.mentions.values()]
            write(other, FIRST, "anna", *gone, SetStateChange(SetState.DONE, SetState.SKIPPED))
        monkeypatch.undo()
        return asked(store, article_id)

    monkeypatch.setattr(Store, "zones", zones_after_another_has_written)
    meanwhile = exported(project, tmp_path / "derweil.jsonl", annotators=["anna"])
    assert meanwhile == before
    assert exported(project, tmp_path / "nachher.jsonl", annotators=["anna"]) != before
