"""What figures of agreement are called and what they can and cannot say, in German and English.

One text for the window, the command line and the report; only the first of them has Qt's catalogues.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotator.core.scheme import Localised, Scheme
from annotator.review.figure import FEW_ARTICLES, FEW_ITEMS, Caution, Figure, Measure

NAMES: Mapping[Measure, Localised] = {
    Measure.SPAN_EXACT: Localised("F1, genau", "F1, exact"),
    Measure.SPAN_OVERLAP: Localised("F1, überlappend", "F1, overlapping"),
    Measure.TOKEN_COHEN: Localised("Cohens κ (Tokens)", "Cohen’s κ (tokens)"),
    Measure.TOKEN_FLEISS: Localised("Fleiss’ κ (Tokens)", "Fleiss’ κ (tokens)"),
    Measure.TOKEN_ALPHA: Localised("Krippendorffs α (Tokens)", "Krippendorff’s α (tokens)"),
    Measure.UNIT_ALPHA: Localised("α von Einheiten (uα)", "α of units (uα)"),
    Measure.UNIT_ALPHA_BINARY: Localised("α der Stellen (|uα)", "α of places (|uα)"),
    Measure.UNIT_ALPHA_CODING: Localised("α der Labels (cuα)", "α of labels (cuα)"),
    Measure.ATTRIBUTE_AGREEMENT: Localised("Attribute: Anteil gleich", "Attributes: share equal"),
    Measure.ATTRIBUTE_KAPPA: Localised("Attribute: κ", "Attributes: κ"),
    Measure.TIME_VALUE_AGREEMENT: Localised("Zeitwerte: Anteil gleich", "Time values: share equal"),
    Measure.RELATION_F1: Localised("Relationen: F1", "Relations: F1"),
    Measure.ARGUMENT_F1: Localised("Argumente: F1", "Arguments: F1"),
    Measure.CLUSTER_MUC: Localised("Cluster: MUC", "Clusters: MUC"),
    Measure.CLUSTER_B_CUBED: Localised("Cluster: B³", "Clusters: B³"),
    Measure.CLUSTER_CEAF_M: Localised("Cluster: CEAF-M", "Clusters: CEAF-M"),
    Measure.CLUSTER_CEAF_E: Localised("Cluster: CEAF-E", "Clusters: CEAF-E"),
    Measure.CLUSTER_LEA: Localised("Cluster: LEA", "Clusters: LEA"),
    Measure.GAMMA: Localised("γ (Mittel der Artikel)", "γ (mean of articles)"),
}

STATEMENTS: Mapping[str, Localised] = {
    f"agreement.{measure}": text
    for measure, text in {
        Measure.SPAN_EXACT: Localised(
            "Wie oft zwei Personen dieselben Wörter mit demselben Label markieren. Ein Wort Unterschied "
            "zählt so, als fehlte die Markierung ganz; der Zufall wird nicht herausgerechnet.",
            "How often two mark the same words with the same label. One word of difference counts like an "
            "oversight; chance is not taken out.",
        ),
        Measure.SPAN_OVERLAP: Localised(
            "Wie oft zwei Personen an derselben Stelle dasselbe Label vergeben, auch mit anderen Grenzen. "
            "Sagt nichts darüber, wie weit die Grenzen auseinanderliegen.",
            "How often two mark the same thing with the same label, whatever its borders. Says nothing about "
            "how far the borders are apart.",
        ),
        Measure.TOKEN_COHEN: Localised(
            "Gleiche Labels auf Tokens, um den Zufall bereinigt, gemittelt über alle Paare. Die vielen "
            "Tokens ohne Label treiben den Wert in die Höhe; F1 und α der Stellen zeigen besser, ob "
            "Spannen an denselben Stellen liegen.",
            "Equal labels on tokens, corrected for chance, the mean of the pairs. The many tokens without a "
            "label raise it; F1 and α show better where spans are.",
        ),
        Measure.TOKEN_FLEISS: Localised(
            "Wie Cohens κ, aber für alle zugleich und mit einer gemeinsamen Verteilung der Labels. Sagt "
            "nicht, wer von wem abweicht.",
            "Like Cohen’s κ for all at once, with one distribution of labels for everybody. Says nothing "
            "about who differs from whom.",
        ),
        Measure.TOKEN_ALPHA: Localised(
            "Gleiche Labels auf Tokens, um den Zufall bereinigt, für beliebig viele Personen. Sagt nicht, "
            "wer wo abweicht; von verschachtelten Spannen zählt nur die längste.",
            "Equal labels on tokens, corrected for chance, for any number of people. Does not say who "
            "differs where; of nested spans only the longest counts.",
        ),
        Measure.UNIT_ALPHA: Localised(
            "Ob Spannen an denselben Stellen liegen und dasselbe Label haben, um den Zufall bereinigt. "
            "Lange Spannen wiegen schwerer als kurze.",
            "Whether spans are at the same places with the same label, corrected for chance. Long spans "
            "weigh more than short ones.",
        ),
        Measure.UNIT_ALPHA_BINARY: Localised(
            "Ob Spannen an denselben Stellen liegen, gleich mit welchem Label. Sagt nichts über die Labels.",
            "Whether spans are at the same places, whatever their label. Says nothing about labels.",
        ),
        Measure.UNIT_ALPHA_CODING: Localised(
            "Ob zwei Personen dasselbe Label vergeben, wo beide etwas markiert haben. Übersehenes zählt "
            "nicht mit.",
            "Whether labels are equal where two have marked something. What was overlooked does not count.",
        ),
        Measure.ATTRIBUTE_AGREEMENT: Localised(
            "Anteil gleicher Werte an Spannen, die beide markiert haben. Wo fast immer derselbe Wert steht, "
            "ist er auch ohne Sorgfalt hoch.",
            "The share of equal values on spans that both have. Where it is nearly always the same value, it "
            "is high without any care.",
        ),
        Measure.ATTRIBUTE_KAPPA: Localised(
            "Gleiche Werte an Spannen, die beide markiert haben, um den Zufall bereinigt. Ist ein Wert viel "
            "häufiger als die anderen, drücken schon wenige Abweichungen das Maß.",
            "Equal values on spans that both have, corrected for chance. Where one value is far more "
            "frequent than the others, a few differences bring it down.",
        ),
        Measure.TIME_VALUE_AGREEMENT: Localised(
            "Anteil gleicher Zeitwerte an Zeitangaben, die beide markiert haben. Ein Tag daneben zählt so "
            "viel wie ein Jahrhundert.",
            "The share of equal values on times that both have. A day off counts like a century.",
        ),
        Measure.RELATION_F1: Localised(
            "Wie oft zwei Personen dieselbe Relation zwischen denselben Annotationen setzen. Hat eine von "
            "ihnen ein Ende nicht markiert, fehlt auch die Relation.",
            "How often two draw the same relation between the same ends. Where one lacks an end, the "
            "relation is missing too.",
        ),
        Measure.ARGUMENT_F1: Localised(
            "Wie oft zwei Personen einem Ereignis dasselbe Argument in derselben Rolle geben. Fehlt das "
            "Ereignis, fehlen alle seine Argumente.",
            "How often two give an event the same argument in the same role. Where the event is missing, all "
            "its arguments are.",
        ),
        Measure.CLUSTER_MUC: Localised(
            "Gemeinsame Verweise innerhalb der Cluster. Einzelne Nennungen zählen nicht, und zu große "
            "Cluster kosten wenig.",
            "Links in common. Single mentions do not count, and clusters that are too large cost little.",
        ),
        Measure.CLUSTER_B_CUBED: Localised(
            "Wie weit sich für jede Nennung die Cluster beider Personen decken. Viele einzelne Nennungen "
            "treiben den Wert in die Höhe.",
            "For each mention, how far its clusters are the same. Many single mentions raise it.",
        ),
        Measure.CLUSTER_CEAF_M: Localised(
            "Cluster eins zu eins zugeordnet, gezählt nach Nennungen. Von einem geteilten Cluster zählt nur "
            "ein Teil.",
            "Clusters paired one to one, counted by mentions. Of a cluster that is split only one part "
            "counts.",
        ),
        Measure.CLUSTER_CEAF_E: Localised(
            "Cluster eins zu eins zugeordnet, jedes zählt gleich, ob groß oder klein.",
            "Clusters paired one to one; each counts the same, large or small.",
        ),
        Measure.CLUSTER_LEA: Localised(
            "Cluster nach ihrer Größe gewichtet, gezählt nach übereinstimmenden Verweisen. Als einzelne Zahl "
            "für Koreferenz am besten geeignet, aber nicht um den Zufall bereinigt.",
            "Clusters weighed by size, counted by links that are right. The best single number for "
            "coreference, but not corrected for chance.",
        ),
        Measure.GAMMA: Localised(
            "Orte und Labels der Spannen zugleich, um den Zufall bereinigt; verschobene Grenzen zählen nach "
            "ihrem Abstand. Sagt nicht, ob es an den Grenzen oder an den Labels liegt, und wird aus "
            "Stichproben geschätzt.",
            "Places and labels of spans at once, corrected for chance; a shifted border counts by how far. "
            "Does not say whether borders or labels differ, and is estimated from samples.",
        ),
    }.items()
}
"""By :attr:`Figure.statement`."""

CAUTIONS: Mapping[Caution, Localised] = {
    Caution.UNDEFINED: Localised("nicht bestimmbar", "cannot be told"),
    Caution.FEW_ITEMS: Localised(f"weniger als {FEW_ITEMS} Vergleiche", f"fewer than {FEW_ITEMS} items"),
    Caution.FEW_ARTICLES: Localised(
        f"weniger als {FEW_ARTICLES} Artikel", f"fewer than {FEW_ARTICLES} articles"
    ),
    Caution.WIDE: Localised("weites Intervall", "wide interval"),
}
ALL_LAYERS = Localised("Alles zusammen", "Everything")
NOT_MARKED = Localised("nicht markiert", "not marked")
INTERVAL = Localised("95-%-Intervall", "95% interval")


def cautions(figure: Figure, language: str) -> str:
    """Return what is to be said with a figure, empty where there is nothing."""
    return ", ".join(CAUTIONS[caution].get(language) for caution in figure.cautions)


def value(number: float | None, language: str, *, digits: int = 2) -> str:
    """Return a figure as it is written in the language; a dash where it cannot be told."""
    if number is None:
        return "–"
    # Adding 0.0 makes a zero of what rounds to minus zero.
    text = f"{round(number, digits) + 0.0:.{digits}f}".replace("-", "\u2212")
    return text.replace(".", ",") if language == "de" else text


def interval(figure: Figure, language: str) -> str:
    """Return the interval of a figure, empty where there is none."""
    if figure.low is None or figure.high is None:
        return ""
    return f"{value(figure.low, language)} … {value(figure.high, language)}"


def scope_name(scheme: Scheme, scope: str, language: str) -> str:
    """Return the name of a layer, or of a kind of clusters; the empty one is all together."""
    layer = scheme.layer(scope)
    return layer.text.get(language) if layer else scope or ALL_LAYERS.get(language)


def label_name(scheme: Scheme, scope: str, name: str, language: str) -> str:
    """Return the name of a label, a relation, a role or an attribute within a scope."""
    label, attribute = scheme.label(scope, name), scheme.attribute(name)
    if label is not None:
        return label.text.get(language)
    if attribute is not None:
        return attribute.text.get(language)
    roles = (one.role(name) for layer, one in scheme.labels() if layer.name == scope)
    role = next((one for one in roles if one is not None), None)
    relation = next((one for one in scheme.relations if one.name == name), None)
    found = role or relation
    return found.text.get(language) if found else name
