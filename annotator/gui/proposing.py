"""What the words of a time say, offered as its value: nothing is stored before somebody takes it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from threading import Thread
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer

from annotator.core.annotation import Mention
from annotator.core.scheme import AttributeKind
from annotator.gui.session_bridge import Session
from annotator.services import time_values

_NOTHING: Mapping[str, str] = MappingProxyType({})
_CALM = 700
"""Milliseconds until the time tagger's lexicon is read: the window and the article are there by then."""


class Proposing(QObject):
    """Values for the mentions of one session, as they are asked for; the last answer is kept."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._known: tuple[Mention, Mapping[str, str]] | None = None
        session.opened.connect(self._forget)
        if any(attribute.kind is AttributeKind.TIMEX for attribute in session.scheme.attributes):
            QTimer.singleShot(_CALM, self, _prepare)

    def of(self, mention: Mention | None) -> Mapping[str, str]:
        """Return the attributes to be offered for a mention, by name; none where nothing may be changed."""
        article = self._session.article
        if mention is None or article is None or self._session.hindrance:
            return _NOTHING
        if self._known is None or self._known[0] != mention:
            self._known = mention, time_values.proposed(article, self._session.scheme, mention)
        return self._known[1]

    def value_of(self, mention: Mention) -> str:
        """Return the value of a time that is offered, or nothing."""
        offered = self.of(mention)
        names = (a.name for a in self._session.scheme.attributes if a.kind is AttributeKind.TIMEX)
        return next((offered[name] for name in names if name in offered), "")

    def typed(self, mention: Mention, text: str, *, now: str) -> str:
        """Return the value that is meant by what was typed; ``now`` is the one held or offered."""
        article = self._session.article
        return text if article is None else time_values.typed_value(article, mention, text, now=now)

    def _forget(self) -> None:
        self._known = None


@cache
def _prepare() -> None:
    """Read the lexicon beside the window, once: pure Python, so that the window answers in between."""
    Thread(target=time_values.prepare, name="times").start()
