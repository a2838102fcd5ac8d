"""What a check of a project found, as sentences."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.store import Finding, FindingCode

_SENTENCES: Mapping[FindingCode, str] = {
    "sqlite": "SQLite: {detail}",
    "reference_missing": "{table}: a row refers to one of {parent} that is missing.",
    "value_differs": "{kind} {id} of {annotator}{in_article}: the table differs from the log.",
    "set_differs": "The set of {annotator} in article {article}: state or revision differs from the log.",
    "zones_differ": "The zones of article {article}: the table differs from the log.",
    "outside_text": "mention {id} of {annotator} lies outside the text of {name}.",
    "end_missing": "relation {id} of {annotator} in {name}: its end {mention} is gone.",
    "member_missing": "cluster {id} of {annotator}: its member {mention} is gone.",
}


def finding_sentence(finding: Finding) -> str:
    """Return one finding in words."""
    article = finding.facts.get("article", "")
    facts = {**finding.facts, "in_article": f" in article {article}" if article else ""}
    return _SENTENCES[finding.code].format(**facts)
