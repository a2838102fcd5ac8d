"""Two articles that a team of three has finished, with one disagreement of each common kind."""

from __future__ import annotations

from dataclasses import replace

from annotator.core.annotation import Cluster, Mention, Origin, Provenance, Relation, Status
from annotator.core.article import Article
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.state import Layered
from tests.support.build import make_article, place

SECOND = "Streit um Brücke\nMinisterpräsidentin Karla Weiß traf am Dienstag Inge Öz in Füssen – wieder nicht."


def sample_articles() -> tuple[Article, Article]:
    """Return the articles."""
    return make_article(title="Krise in Nördlingen"), make_article(
        SECOND, name="b.txt", title="Streit um Brücke"
    )


def mention(article: Article, words: str, layer: str, label: str, name: str = "") -> Mention:
    """Return a mention made by hand."""
    identifier = MentionId(name or f"{article.id[:8]}-{words}")
    at = (place(article, words),)
    return Mention(identifier, layer, label, at, (), Status.ACCEPTED, Provenance(Origin.HUMAN, "team"))


def sample_sets(article: Article) -> dict[str, Layered]:
    """Return everybody's set.

    In both articles: the boundary of the head of government (two against one). In the first also: the label
    of Jörg Größl, Nördlingen missing with one, the place of the meeting missing with one, and a cluster.
    """
    title = mention(article, "Ministerpräsidentin Karla Weiß", "entity", "PER", f"{article.id[:8]}-karla")
    short = replace(title, fragments=(place(article, "Karla Weiß"),))
    met = mention(article, "traf", "event", "Treffen")
    town = mention(article, "Füssen", "entity", "LOC")
    who = _link(met, title, "Teilnehmer")
    where = _link(met, town, "Ort")
    full = _layered([title, met, town], [who, where])
    brief = _layered([short, met, town], [who, where])
    if "Größl" not in article.text:
        return {"anna": full, "böhm": brief, "çelik": brief}
    man = mention(article, "Jörg Größl", "entity", "PER")
    organisation = replace(man, label="ORG")
    north = mention(article, "Nördlingen", "entity", "LOC")
    last = mention(article, "Weiß\u2028", "entity", "PER")
    last = replace(last, fragments=(replace(last.fragments[0], end=last.end - 1),))
    chain = Cluster(
        ClusterId(f"{article.id[:8]}-chain"), "entity", "Weiß", "", tuple(sorted((title.id, last.id))),
        Status.ACCEPTED, Provenance(Origin.HUMAN, "team"),
    )  # fmt: skip
    return {
        "anna": _layered([title, met, town, man, north, last], [who, where], [chain]),
        "böhm": _layered([short, met, town, organisation, last], [who], [chain]),
        "çelik": _layered([title, met, town, organisation, north, last], [who, where]),
    }


def _link(head: Mention, tail: Mention, label: str) -> Relation:
    name = RelationId(f"{label}-{head.id}-{tail.id}")
    return Relation(name, label, head.id, tail.id, (), Status.ACCEPTED, Provenance(Origin.HUMAN, "team"))


def _layered(
    mentions: list[Mention], relations: list[Relation], clusters: list[Cluster] | None = None
) -> Layered:
    return Layered(
        {m.id: m for m in mentions},
        {r.id: r for r in relations},
        {c.id: c for c in clusters or []},
    )
