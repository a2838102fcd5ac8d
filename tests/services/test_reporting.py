"""The report to hand on: what it says, and that nothing from a project can break out of it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest

from annotator.core.annotation import Mention, SetState, Status, attributes
from annotator.core.change import Change, MentionChange, Operation, SetStateChange, VerdictChange
from annotator.core.errors import ExportFailed
from annotator.core.ids import MentionId, OperationId, new_id
from annotator.core.scheme import Scheme
from annotator.core.state import Layered
from annotator.core.verdict import Basis, Choice, Verdict, VerdictId
from annotator.review.disagreement import find
from annotator.review.item import Kind
from annotator.review.version import Reviewed
from annotator.services import roles
from annotator.services.project import Project
from annotator.services.reporting import Report, make_report, write_report
from annotator.services.reporting_page import render
from annotator.services.reporting_times import CHARACTERS_A_SECOND, Clock, hasty_runs
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_values import Decision
from annotator.store import AnnotatorKind
from tests.review.golds import HUMAN, make_gold
from tests.review.perturb import perturb_team
from tests.services.scripted_team import holds
from tests.services.teams import TEAM
from tests.services.teams import finish as finish_set
from tests.support.build import make_article
from tests.support.teams import BEGIN, finish, make_team

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><svg onload=alert(1)>",
    "\u202egnp.exe\u202c",
    "Null\x00 Glocke\x07 Fluchttaste\x1b[31m",
    "Zeile\u2028Absatz\u2029Ende",
    "👩\u200d🚒 Größe &amp; <b>",
    "' onmouseover='alert(1)",
    "{name} %s \\u003cscript\\u003e",
)


class Reader(HTMLParser):
    """Notes elements, attributes and text, and whether the elements are nested as they should be."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in ("meta", "br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "größe.annot"


def rendered(path: Path, language: str = "de", *, for_lead: bool = False) -> str:
    return render(make_report(path, "anna", for_lead=for_lead), language)


def is_safe(page: str) -> Reader:
    read = Reader(page)
    assert read.open == []
    allowed = {
        *(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "main",
            "h1",
            "h2",
            "h3",
            "p",
            "div",
            "span",
            "b",
        ),
        *("i", "bdi", "mark", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "details", "summary"),
        *("svg", "line", "text", "circle", "polygon"),
    }
    assert set(read.tags) <= allowed
    for name, value in read.attributes:
        assert not name.startswith("on")
        assert name not in ("href", "src", "style", "srcdoc", "action", "formaction", "xlink:href")
        assert "url(" not in value
    return read


def test_it_says_how_far_it_is_and_how_far_they_agree(path: Path) -> None:
    make_team(path, articles=12)
    report = make_report(path, "anna")
    read = is_safe(render(report, "de"))
    text = " ".join(read.text)
    for words in ("Bericht: größe", "Fortschritt", "Im Lauf der Zeit", "Verwechslungen", "nicht markiert"):
        assert words in text
    exact = next(f for f in report.agreement.of() if (f.measure, f.scope) == ("span_exact", ""))
    assert exact.value is not None
    assert f"{exact.value:.2f}".replace(".", ",") in text
    assert [work.states[SetState.DONE] for work in report.work] == [12, 12, 12]


def test_english_is_english(path: Path) -> None:
    make_team(path, articles=2)
    read = is_safe(rendered(path, "en"))
    assert ("lang", "en") in read.attributes
    text = " ".join(read.text)
    assert "Most" not in text or "The most frequent disagreements" in text
    assert not re.search("Fortschritt|Übereinstimmung|Abweichung", text)


def test_a_page_may_run_and_fetch_nothing_and_its_style_is_known_by_its_hash(path: Path) -> None:
    make_team(path, articles=1)
    page = rendered(path)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    (style,) = re.findall(r"<style>(.*?)</style>", page, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert "script" not in page.casefold()
    assert page.index("Content-Security-Policy") < page.index("<style>")
    assert not re.search(r"@import|url\(|https?://(?!www\.w3\.org/2000/svg)", page)


def test_hostile_names_and_texts_stay_text(tmp_path: Path) -> None:
    path = tmp_path / "\u202e<img src=x onerror=a>.annot"
    with Project.create(path) as project:
        for number, hostile in enumerate(HOSTILE):
            text = f"Vorher {hostile} nachher, Größe {number}."
            article = make_article(text, name=hostile.replace("/", "_"), title=hostile)
            project.store.add_article(article, source="x")
            first, last = article.tokens[1], article.tokens[len(article.tokens) - 4]
            span = replace(first, end=last.end)
            for name, label in ((HOSTILE[0], "PER"), (HOSTILE[1], HOSTILE[2]), (HOSTILE[3], "")):
                values = attributes({HOSTILE[7]: hostile})
                mention = Mention(
                    MentionId(new_id()), "entity", label, (span,), values, Status.ACCEPTED, HUMAN
                )
                layered = Layered({mention.id: mention} if label else {})
                finish(project, article, name, layered, at=BEGIN)
                hasty(project, article.id, name, layered.mentions.values())
    for language in ("de", "en"):
        page = rendered(path, language, for_lead=True)
        read = is_safe(page)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", page)
        text = "".join(read.text)
        assert "<script>alert(1)</script>" in text
        assert '"><img src=x onerror=alert(1)>' in text
        assert "[U+202E]gnp.exe[U+202C]" in text
        assert "Null␀ Glocke␇ Fluchttaste␛[31m" in text
        assert "👩\u200d🚒 Größe &amp; <b>" in text
        page.encode("utf-8")


def hasty(project: Project, article_id: object, name: str, mentions: object) -> None:
    """Log acceptances a tenth of a second apart."""
    for step, mention in enumerate(list(mentions) * 7):  # type: ignore[call-overload]
        at = BEGIN + timedelta(hours=1, seconds=step / 10)
        change = MentionChange(mention, mention)
        operation = Operation(
            OperationId(new_id()),
            article_id,  # type: ignore[arg-type]
            name,
            name,
            at,
            "accept",
            (change,),
        )
        project.store.append(operation, expected_revision=None)


def test_an_empty_project_has_a_report_that_says_so(path: Path) -> None:
    Project.create(path).close()
    read = is_safe(rendered(path))
    assert any("nicht messen" in text for text in read.text)


def test_verdicts_are_counted_and_stale_ones_are_open_again(path: Path) -> None:
    team = make_team(path, articles=1, names=("anna", "bela"), errors=("label", "boundary", "missing"))
    with Project.open(path) as project:
        items = [
            item
            for item in find(team[0].article, team[0].versions, project.scheme)
            if not item.agreed and not item.consequent
        ]
        assert len(items) > 2
        settle(project, team[0], [(items[0].id, items[0].fingerprint, Choice.NEITHER)])
        settle(project, team[0], [(items[1].id, "older", Choice.TAKE)])
        settle(project, team[0], [(items[2].id, items[2].fingerprint, Choice.SKIPPED)])
    review = make_report(path, "anna").review
    assert (review.disagreements, review.settled, review.stale) == (len(items), 1, 1)
    assert review.open == len(items) - 1
    assert dict(review.choices) == {Choice.NEITHER: 1}
    assert any("keine richtig: 1" in text for text in is_safe(rendered(path)).text)


def test_what_hangs_on_other_decisions_is_settled_when_it_is_decided(path: Path) -> None:
    errors = ("label", "role", "relation_missing", "cluster_member", "cluster_member", "cluster_split")
    with Project.create(path) as project:
        for seed in range(6):
            article, gold = make_gold(seed, words=80, mentions=40)
            fine = fitting(gold, project.scheme)
            fits = partial(holds, article=article, scheme=project.scheme)
            sets, _ = perturb_team(
                fine, article, project.scheme, names=TEAM, seed=seed, errors=errors, fits=fits
            )
            project.store.add_article(article, source=article.name)
            for name in TEAM:
                finish_set(project.store, article, name, sets[name])
        review = Reviewing(project, "anna")
        for key in review.articles:
            review.open(key)
            while ready := [r for r in review.rows(key) if r.open and not r.entry.waits_for]:
                item = ready[0].entry.item
                taken = tuple(item.annotators[place] for place in item.majority or item.sides[0])
                review.decide(item.id, Decision(Choice.TAKE, taken=taken))
    report = make_report(path, "anna")
    assert {Kind.LABEL, Kind.RELATION_MISSING, Kind.CLUSTER_MEMBER} <= set(report.kinds)
    assert (report.review.stale, report.review.open) == (0, 0)
    assert dict(report.review.choices) == {Choice.TAKE: report.review.disagreements}


def fitting(gold: Layered, scheme: Scheme) -> Layered:
    """Return a set without the relations that the scheme does not know."""
    kept = {
        key: relation
        for key, relation in gold.relations.items()
        if relation.label
        in {
            c.name
            for c in scheme.relation_choices(*(gold.mentions[m] for m in (relation.head, relation.tail)))
        }
    }
    return replace(gold, relations=kept)


def settle(project: Project, one: Reviewed, verdicts: Sequence[tuple[str, str, Choice]]) -> None:
    project.store.ensure_annotator("gold", AnnotatorKind.GOLD)
    changes: list[Change] = [
        VerdictChange(None, Verdict(VerdictId(i), choice, Basis.ADJUDICATED, mark, BEGIN, by="ines"))
        for i, mark, choice in verdicts
    ]
    operation = Operation(
        OperationId(new_id()), one.article.id, "gold", "ines", BEGIN, "settle", tuple(changes)
    )
    project.store.append(operation, expected_revision=None)


def test_people_stand_in_the_order_of_a_german_list(path: Path) -> None:
    make_team(path, articles=2, names=("Zoë", "Özil", "anna", "Änne", "Otto"))
    report = make_report(path, "anna")
    wanted = ["anna", "Änne", "Otto", "Özil", "Zoë"]
    assert [work.annotator for work in report.work] == wanted
    text = " ".join(is_safe(render(report, "de")).text)
    places = [text.index(name, text.index("Je Paar")) for name in wanted]
    assert places == sorted(places)


def test_attributes_and_clusters_are_told_in_words_of_the_scheme(path: Path) -> None:
    make_team(path, articles=6, errors=("attribute", "time_value", "cluster_split"))
    for language, words, values in (("de", "Entitäten", "Faktizität: "), ("en", "Entities", "Factuality: ")):
        text = "".join(is_safe(rendered(path, language)).text)
        assert f"{words}: Cluster" in text
        assert values in text
        assert "factuality: " not in text
        assert "entity [" not in text


def test_planted_errors_are_counted_by_their_kind(path: Path) -> None:
    make_team(path, articles=4, names=("anna", "bela"), errors=())
    assert dict(make_report(path, "anna").kinds) == {}
    other = path.with_name("zwei.annot")
    make_team(other, articles=4, names=("anna", "bela"), errors=("label",))
    report = make_report(other, "anna")
    assert set(report.kinds) == {Kind.LABEL}
    assert sum(one.count for one in report.frequent) == report.review.disagreements
    for one in report.frequent:
        articles = [example.context.article_id for example in one.examples]
        assert len(set(articles)) == len(articles)
        for example in one.examples:
            assert sorted({side.label for side in example.sides}) == list(one.labels)


def test_times_and_haste_of_people_are_for_the_lead(path: Path) -> None:
    make_team(path, articles=1)
    assert make_report(path, "anna").haste is None
    assert "Nur für die Leitung" not in rendered(path)
    assert "Nur für die Leitung" in rendered(path, for_lead=True)
    with Project.open(path) as project:
        roles.set_leads(project.store, ["ines"])
        roles.set_review(project.store, is_open=True)
    assert make_report(path, "anna").haste is None
    with pytest.raises(roles.NotAllowed):
        make_report(path, "anna", for_lead=True)
    assert make_report(path, "ines", for_lead=True).haste == ()


def accepting(seconds: Sequence[float], words: str = "Weiß") -> list[Operation]:
    article = make_article(f"{words} und noch viel mehr.")
    span = replace(article.tokens[0], end=len(words))
    at, made = datetime(2024, 3, 14, tzinfo=UTC), []
    opened = (SetStateChange(SetState.NEW, SetState.OPEN),)
    made.append(Operation(OperationId("0"), article.id, "anna", "anna", at, "set_state", opened))
    for step, pause in enumerate(seconds):
        at += timedelta(seconds=pause)
        mention = Mention(MentionId(str(step)), "entity", "PER", (span,), (), Status.ACCEPTED, HUMAN)
        changes = (MentionChange(None, mention),)
        made.append(Operation(OperationId(new_id()), article.id, "anna", "anna", at, "accept", changes))
    return made


@pytest.mark.parametrize(
    ("seconds", "found"),
    [
        ([0.1] * 5, [5]),
        ([0.1] * 4, []),
        ([0.31] * 20, []),
        ([0.1] * 4 + [2.0] + [0.1] * 6, [6]),
        ([0.1] * 5 + [3.0] + [0.2] * 7, [5, 7]),
    ],
)
def test_runs_are_found_where_each_acceptance_is_too_fast(seconds: list[float], found: list[int]) -> None:
    assert [run.decisions for run in hasty_runs(accepting(seconds))] == found


def test_long_mentions_need_longer() -> None:
    words = "Weiß " * 30 + "Größl"
    needed = len(words) / CHARACTERS_A_SECOND
    (run,) = hasty_runs(accepting([needed - 0.1] * 5, words))
    assert run.needed == pytest.approx(5 * needed)
    assert not list(hasty_runs(accepting([needed + 0.1] * 5, words)))


def test_pauses_are_no_time_for_a_decision() -> None:
    clock, idle = Clock(), Clock()
    operations = accepting([9, 2, 4, 500])
    assert list(clock.watch(operations)) == operations
    assert clock.decisions == 4
    assert clock.per_decision == pytest.approx(3.0)
    assert len(list(idle.watch(accepting([])))) == 1
    assert (idle.decisions, idle.per_decision) == (0, None)


@pytest.mark.parametrize("for_lead", [False, True])
def test_progress_moves_on_through_every_stage_and_never_back(path: Path, *, for_lead: bool) -> None:
    make_team(path, articles=4)
    told: list[tuple[int, int]] = []
    make_report(path, "anna", for_lead=for_lead, progress=lambda *step: told.append(step))
    done = [one for one, _ in told]
    # Each article is compared and looked at for disagreements, then come three logs of four articles.
    assert {total for _, total in told} == {20}
    assert done == sorted(done)
    assert set(done) == set(range(21))


def test_a_report_can_be_given_up_in_each_stage(path: Path) -> None:
    make_team(path, articles=4)
    for stage in (2, 6, 14):
        reached: list[int] = []
        report = make_report(
            path,
            "anna",
            progress=lambda done, _, reached=reached: reached.append(done),  # type: ignore[misc]
            cancelled=lambda reached=reached, stage=stage: max(reached, default=0) >= stage,  # type: ignore[misc]
        )
        assert report.cancelled
        assert max(reached) == stage


def test_a_report_never_replaces_a_project(path: Path) -> None:
    make_team(path, articles=1)
    before = path.read_bytes()
    report: Report = make_report(path, "anna")
    with pytest.raises(ExportFailed):
        write_report(report, path, "de")
    assert path.read_bytes() == before
    target = path.with_suffix(".html")
    write_report(report, target, "de")
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [one.name for one in path.parent.iterdir() if one.name.endswith(".part")] == []


def test_a_wide_table_of_confusions_has_upright_heads_so_that_paper_holds_it(path: Path) -> None:
    make_team(path, articles=1)
    labels = [label.name for label in make_report(path, "anna").scheme.layers[0].labels]
    names = [*labels, *(f"Größe {number}" for number in range(8 - len(labels)))]
    for wide in (False, True):
        met = names if wide else labels[:2]
        report = make_report(path, "anna")
        layer = report.scheme.layers[0].name
        page = render(replace(report, confusions={layer: {(name, name): 1 for name in met}}), "de")
        assert ("class", "heat many" if wide else "heat") in is_safe(page).attributes


def test_everything_that_folds_is_printed(path: Path) -> None:
    make_team(path, articles=1)
    page = rendered(path)
    style = page[page.index("<style>") : page.index("</style>")]
    assert "details" in is_safe(page).tags
    assert "::details-content { content-visibility: visible" in style[style.index("@media print") :]
