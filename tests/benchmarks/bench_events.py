"""Triggers and roles of events on the SmartData texts: the rules, and with learnt roles in cross-validation.

Five folds by article; the measures are explained in the model card.
"""

from __future__ import annotations

from pathlib import Path

from annotator.train.build_events import read_tagged
from annotator.train.event_card import tables
from annotator.train.event_roles import cross_validate_roles

_CORPORA = Path(__file__).parents[2] / ".." / "shared" / "corpora"


def main() -> None:
    """Print the tables."""
    print(tables(cross_validate_roles(read_tagged(_CORPORA))))


if __name__ == "__main__":
    main()
