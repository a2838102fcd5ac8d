"""How often each rule is right: the scores of suggestions.

The figures stand in ``resources/lexicons/priors.yaml``, with how they were counted.
"""

from __future__ import annotations

from functools import lru_cache

from annotator.pretag.lexicons import read_yaml

_UNMEASURED = 0.5


@lru_cache(maxsize=1)
def _priors() -> dict[str, float]:
    return {name: float(value) for name, value in read_yaml("priors.yaml")["rules"].items()}


def prior(rule: str) -> float:
    """Return the probability that a finding of ``rule`` is right.

    A rule ``event_noun:Treffen`` without a figure of its own has that of ``event_noun``.
    """
    priors = _priors()
    known = priors.get(rule)
    if known is None:
        known = priors.get(rule.partition(":")[0], _UNMEASURED)
    return known
