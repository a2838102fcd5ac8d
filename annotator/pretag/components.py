"""The one table of components. Each is a spaCy factory ``annotator_NAME`` that takes and returns a ``Doc``.

To add one: write a class whose ``__call__`` reads ``draft_of(doc)`` and adds to it, enter it here, and name
it in ``resources/pretag.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from spacy.language import Language
from spacy.tokens import Doc

from annotator.pretag.analysis import InstalledComponent
from annotator.pretag.arguments import ArgumentComponent
from annotator.pretag.coreference import CoreferenceComponent
from annotator.pretag.draft import draft_of
from annotator.pretag.events import EventComponent
from annotator.pretag.factuality import FactualityComponent
from annotator.pretag.functions import FunctionComponent
from annotator.pretag.gazetteer import GazetteerComponent
from annotator.pretag.located import LocatedComponent
from annotator.pretag.merge import EntityMergeComponent, MergeComponent
from annotator.pretag.model import Failure, Raised
from annotator.pretag.organisations import OrganisationComponent
from annotator.pretag.others import OtherComponent
from annotator.pretag.persons import PersonComponent, SurnameComponent
from annotator.pretag.places import PlaceComponent
from annotator.pretag.quotes import QuoteComponent
from annotator.pretag.recognised import RecognisedComponent
from annotator.pretag.reported import ReportedComponent
from annotator.pretag.role_scores import RoleScoreComponent
from annotator.pretag.timexes import TimeComponent
from annotator.pretag.zones import ZoneComponent

Component: TypeAlias = Callable[[Doc], Doc]

COMPONENTS: Mapping[str, Callable[..., Component]] = {
    "zones": ZoneComponent,
    "recognised": RecognisedComponent,
    "gazetteer": GazetteerComponent,
    "persons": PersonComponent,
    "places": PlaceComponent,
    "organisations": OrganisationComponent,
    "installed": InstalledComponent,
    "others": OtherComponent,
    "surnames": SurnameComponent,
    "entity_merge": EntityMergeComponent,
    "functions": FunctionComponent,
    "located": LocatedComponent,
    "times": TimeComponent,
    "quotes": QuoteComponent,
    "reported": ReportedComponent,
    "events": EventComponent,
    "arguments": ArgumentComponent,
    "role_scores": RoleScoreComponent,
    "factuality": FactualityComponent,
    "coreference": CoreferenceComponent,
    "merge": MergeComponent,
}


class Guarded:
    """Runs a component; if it fails, its half-done work is taken back and the failure noted."""

    def __init__(self, name: str, component: Component) -> None:
        self.name = name
        self.component = component

    def __call__(self, doc: Doc) -> Doc:
        """Run the component on one document."""
        draft = draft_of(doc)
        before = dict(draft.findings), dict(draft.links), list(draft.chains)
        try:
            self.component(doc)
        except Exception as error:
            draft.findings, draft.links, draft.chains = before
            draft.failures.append(Failure(draft.article.id, self.name, Raised.by(error)))
        return doc


def factory_name(name: str) -> str:
    """Return the name that a component has as a spaCy factory."""
    return f"annotator_{name}"


def register() -> None:
    """Make every component known to spaCy; doing it again changes nothing."""
    for name in COMPONENTS:
        if not Language.has_factory(factory_name(name)):
            Language.factory(factory_name(name), default_config={"settings": {}}, func=_maker(name))


def _maker(component: str) -> Callable[..., Guarded]:
    def make(nlp: Language, name: str, settings: dict[str, Any]) -> Guarded:
        return Guarded(component, COMPONENTS[component](**settings))

    return make
