"""From findings to mentions, relations and clusters with ids that a rerun gives again."""

from __future__ import annotations

from annotator.core.annotation import Cluster, Mention, Origin, Provenance, Relation, Status
from annotator.core.ids import ArticleId, ClusterId, MentionId, RelationId, derived_id
from annotator.core.state import Layered
from annotator.pretag.draft import Draft
from annotator.pretag.model import Chain, Finding, Key, Link, PretagResult, Tool

AUTHOR = "pretagger"
TOOL = "annotator"
VERSION = "1.0"
"""Of the rules; raised when they change what they mean, so that scores can be told apart."""


def to_result(draft: Draft) -> PretagResult:
    """Return what the draft holds as suggestions."""
    article = draft.article.id
    mentions = {key: _mention(article, finding) for key, finding in draft.findings.items()}
    relations = [
        _relation(article, link, mentions[link.head], mentions[link.tail]) for link in draft.links.values()
    ]
    clusters = [_cluster(article, chain, mentions) for chain in draft.chains]
    return PretagResult(
        article,
        Layered(
            {mention.id: mention for mention in mentions.values()},
            {relation.id: relation for relation in relations},
            {cluster.id: cluster for cluster in clusters},
        ),
        tuple(draft.failures),
    )


def _provenance(origin: Origin, score: float, rule: str, tool: Tool | None = None) -> Provenance:
    rounded = round(min(1.0, max(0.0, score)), 3)
    if tool is not None:
        return Provenance(origin, AUTHOR, tool.name, tool.version, rounded)
    return Provenance(origin, AUTHOR, TOOL, f"{VERSION}/{rule}", rounded)


def _mention(article: ArticleId, finding: Finding) -> Mention:
    places = [f"{span.start}-{span.end}" for span in finding.fragments]
    return Mention(
        id=MentionId(derived_id(article, finding.layer, finding.label, *places)),
        layer=finding.layer,
        label=finding.label,
        fragments=finding.fragments,
        attributes=finding.attributes,
        status=Status.SUGGESTED,
        provenance=_provenance(finding.origin, finding.score, finding.rule, finding.tool),
    )


def _relation(article: ArticleId, link: Link, head: Mention, tail: Mention) -> Relation:
    return Relation(
        id=RelationId(derived_id(article, "relation", link.label, head.id, tail.id)),
        label=link.label,
        head=head.id,
        tail=tail.id,
        attributes=(),
        status=Status.SUGGESTED,
        provenance=_provenance(link.origin, link.score, link.rule),
    )


def _cluster(article: ArticleId, chain: Chain, mentions: dict[Key, Mention]) -> Cluster:
    members = tuple(sorted(mentions[key].id for key in chain.members))
    return Cluster(
        id=ClusterId(derived_id(article, "cluster", chain.kind, *members)),
        kind=chain.kind,
        name=chain.name,
        kb_id="",
        members=members,
        status=Status.SUGGESTED,
        provenance=_provenance(Origin.RULE, chain.score, chain.rule),
    )
