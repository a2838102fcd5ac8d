"""What a person can do to an annotation set: one intent, one pure function, one plan.

No function here checks the scheme beyond what it needs to plan; :mod:`annotator.core.validation` checks the
whole result. A plan's changes are about the annotator's own set: deciding a suggestion *adds* an own mention
with the suggestion's id.
"""

from annotator.core.edits.articles import correct_zone, restored_zones, set_state, stretch_at
from annotator.core.edits.bulk import (
    Act,
    Occurrence,
    Sure,
    Wanted,
    accept_many,
    apply_to_all,
    occurrences,
    reject_many,
    relabel_many,
    sure,
)
from annotator.core.edits.clusters import (
    accept_cluster,
    confirm,
    decline,
    link,
    merge,
    name_cluster,
    reject_cluster,
    split,
)
from annotator.core.edits.deciding import accept, delete, reject, take_back
from annotator.core.edits.items import mention_at, mention_of
from annotator.core.edits.joining import join_mentions, join_spans, joined, split_mention
from annotator.core.edits.mentions import (
    Edge,
    create,
    default_attributes,
    flag,
    grow,
    grown,
    relabel,
    resize,
    set_attribute,
    set_attributes,
    set_note,
    shift,
    stepped,
    trim,
)
from annotator.core.edits.relations import relabel_relation, relate, reverse

__all__ = [
    "Act",
    "Edge",
    "Occurrence",
    "Sure",
    "Wanted",
    "accept",
    "accept_cluster",
    "accept_many",
    "apply_to_all",
    "confirm",
    "correct_zone",
    "create",
    "decline",
    "default_attributes",
    "delete",
    "flag",
    "grow",
    "grown",
    "join_mentions",
    "join_spans",
    "joined",
    "link",
    "mention_at",
    "mention_of",
    "merge",
    "name_cluster",
    "occurrences",
    "reject",
    "reject_cluster",
    "reject_many",
    "relabel",
    "relabel_many",
    "relabel_relation",
    "relate",
    "resize",
    "restored_zones",
    "reverse",
    "set_attribute",
    "set_attributes",
    "set_note",
    "set_state",
    "shift",
    "split",
    "split_mention",
    "stepped",
    "stretch_at",
    "sure",
    "take_back",
    "trim",
]
