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
from annotator.core.edits.deciding import accept, delete, reject, take_back
from annotator.core.edits.items import mention_at, mention_of
from annotator.core.edits.mentions import (
    Edge,
    create,
    default_attributes,
    grow,
    relabel,
    resize,
    set_attribute,
    set_note,
)
from annotator.core.edits.relations import relabel_relation, relate, reverse

__all__ = [
    "Act",
    "Edge",
    "Occurrence",
    "Sure",
    "Wanted",
    "accept",
    "accept_many",
    "apply_to_all",
    "correct_zone",
    "create",
    "default_attributes",
    "delete",
    "grow",
    "mention_at",
    "mention_of",
    "occurrences",
    "reject",
    "reject_many",
    "relabel",
    "relabel_many",
    "accept_cluster",
    "accept_many",
    "apply_to_all",
    "confirm",
    "relabel_relation",
    "relate",
    "decline",
    "resize",
    "restored_zones",
    "reverse",
    "set_attribute",
    "join_mentions",
    "join_spans",
    "joined",
    "link",
    "set_note",
    "set_state",
    "merge",
    "name_cluster",
    "occurrences",
    "stretch_at",
    "sure",
    "reject_cluster",
    "reject_many",
    "take_back",
]
    "shift",
    "split",
    "split_mention",
    "stepped",
