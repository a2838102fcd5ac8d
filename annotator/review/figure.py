"""A figure of agreement: what it measures, of what, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FEW_ITEMS, FEW_ARTICLES, WIDE = 30, 10, 0.2


class Measure(StrEnum):
    """What is measured."""

    SPAN_EXACT = "span_exact"
    SPAN_OVERLAP = "span_overlap"
    TOKEN_COHEN = "token_cohen"
    TOKEN_FLEISS = "token_fleiss"
    TOKEN_ALPHA = "token_alpha"
    UNIT_ALPHA = "unit_alpha"
    """uα: where the units are and what they are."""
    UNIT_ALPHA_BINARY = "unit_alpha_binary"
    """|uα: where units are, whatever they are."""
    UNIT_ALPHA_CODING = "unit_alpha_coding"
    """cuα: what units are, where both annotators have one."""
    ATTRIBUTE_AGREEMENT = "attribute_agreement"
    ATTRIBUTE_KAPPA = "attribute_kappa"
    TIME_VALUE_AGREEMENT = "time_value_agreement"
    RELATION_F1 = "relation_f1"
    ARGUMENT_F1 = "argument_f1"
    CLUSTER_MUC = "cluster_muc"
    CLUSTER_B_CUBED = "cluster_b_cubed"
    CLUSTER_CEAF_M = "cluster_ceaf_m"
    CLUSTER_CEAF_E = "cluster_ceaf_e"
    CLUSTER_LEA = "cluster_lea"
    GAMMA = "gamma"
    """γ of units: an extra, computed only when it is asked for."""


class Caution(StrEnum):
    """What keeps a figure from saying much."""

    UNDEFINED = "undefined"
    """Nothing was compared, or nothing could differ."""
    FEW_ITEMS = "few_items"
    FEW_ARTICLES = "few_articles"
    WIDE = "wide"
    """The interval is wider than a fifth of the way from no agreement to all."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    ``scope``: a layer, or the kind of clusters, or empty for all together. ``label``: a label, or the name of
    an attribute, or empty. ``pair``: two annotators, or ``None`` for all. ``value``, and the ends of its 95 %
    interval, are ``None`` where they cannot be told. ``items``: how many things are compared (mentions of
    both sides for F1, clusters and γ; tokens, for a label the values given; units; matched mentions for
    attributes; a figure that is a mean over pairs has the sum of theirs). ``articles``: in how many articles
    both of the pair worked, or any two.
    """

    measure: Measure
    scope: str
    label: str
    pair: tuple[str, str] | None
    value: float | None
    low: float | None
    high: float | None
    items: int
    articles: int

    @property
    def statement(self) -> str:
        """The key of the sentence on what the measure can and cannot say."""
        return f"agreement.{self.measure}"

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What is to be said with it."""
        wide = self.low is not None and self.high is not None and self.high - self.low > WIDE
        found = {
            Caution.UNDEFINED: self.value is None,
            Caution.FEW_ITEMS: self.items < FEW_ITEMS,
            Caution.FEW_ARTICLES: self.articles < FEW_ARTICLES,
            Caution.WIDE: wide,
        }
        return tuple(caution for caution, holds in found.items() if holds)
