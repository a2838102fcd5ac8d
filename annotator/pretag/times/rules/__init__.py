"""All rules, in the order in which they are tried at a token: the first that holds is taken."""

from __future__ import annotations

from functools import cache
from typing import Final

from annotator.pretag.times.patterns import first_classes
from annotator.pretag.times.rules import (
    clock,
    dates,
    durations,
    relative,
    seasons,
    sets,
    vague,
    weekdays,
    years,
)
from annotator.pretag.times.rules.base import Rule
from annotator.pretag.times.scan import codes

RULES: Final[tuple[Rule, ...]] = (
    *vague.RULES,
    *dates.RULES,
    *clock.RULES,
    *seasons.RULES,
    *relative.AGO,
    *weekdays.RULES,
    *relative.RULES,
    *sets.RULES,
    *years.RULES,
    *durations.RULES,
    *sets.LATE,
)


@cache
def by_first_code() -> dict[str, tuple[Rule, ...]]:
    """Return for each class's character the rules that can begin with it, in order."""
    firsts = [(rule, first_classes(rule.pattern)) for rule in RULES]
    table = {code: tuple(rule for rule, names in firsts if kind in names) for kind, code in codes().items()}
    return {code: rules for code, rules in table.items() if rules}
