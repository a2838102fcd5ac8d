"""What the mouse does, as a machine of three states. Knows no Qt; points are the surface's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeAlias, assert_never

from annotator.core.ids import MentionId, RelationId
from annotator.gui.canvas.cursor import Caret
from annotator.gui.canvas.surface import Target

_SLACK = 5.0
"""A press that moves less than this (pixels) is a click."""


class Host(Protocol):
    """What gestures act on."""

    def target(self, x: float, y: float) -> Target:
        """Return what is at a point."""
        ...

    def choose(self, item: MentionId | RelationId | None) -> None:
        """Give the focus to an item, or take it away."""
        ...

    def place_caret(self, caret: Caret, *, follow: bool = True) -> None:
        """Put the token cursor, and the selection with it."""
        ...

    def relate(self, head: MentionId, tail: MentionId) -> None:
        """Report a drag from one mention to another."""
        ...

    def refresh(self) -> None:
        """Paint anew what a gesture shows."""
        ...


@dataclass(frozen=True, slots=True)
class _Idle:
    pass


@dataclass(frozen=True, slots=True)
class _Selecting:
    """The button is down on text, at ``token``; ``moved`` once another token was reached."""

    token: int
    target: Target
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Linking:
    """The button is down on a chip; ``moved`` once the pointer has left the place of the press."""

    mention: MentionId
    origin: tuple[float, float]
    pointer: tuple[float, float]
    over: MentionId | None = None
    moved: bool = False


_State: TypeAlias = _Idle | _Selecting | Linking


class Gestures:
    """Click, double click, selection by dragging, and a relation by dragging from chip to chip."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._state: _State = _Idle()
        self.links = True
        """Whether a relation may be dragged."""

    @property
    def link(self) -> Linking | None:
        """The relation being dragged, if any."""
        return self._state if isinstance(self._state, Linking) and self._state.moved else None

    @property
    def busy(self) -> bool:
        """Whether a button is held down."""
        return not isinstance(self._state, _Idle)

    def press(self, x: float, y: float, *, extend_from: int | None = None) -> None:
        """Take a press of the left button; ``extend_from`` is the token a selection goes on from."""
        target = self._host.target(x, y)
        if target.on_chip and target.mention is not None and not self.links:
            self._host.choose(target.mention)
        elif target.on_chip and target.mention is not None:
            self._state = Linking(target.mention, (x, y), (x, y))
        elif target.relation is not None:
            self._host.choose(target.relation)
        elif target.token is not None and extend_from is not None:
            self._host.place_caret(Caret(target.token, extend_from), follow=False)
            self._state = _Selecting(extend_from, target, moved=True)
        elif target.token is not None:
            self._state = _Selecting(target.token, target)

    def move(self, x: float, y: float) -> None:
        """Take a movement with the button held down."""
        match self._state:
            case _Idle():
                return
            case _Selecting():
                self._select(self._state, self._host.target(x, y))
            case Linking():
                self._pull(self._state, x, y)
            case _:
                assert_never(self._state)

    def _select(self, state: _Selecting, at: Target) -> None:
        if at.token is None or (at.token == state.token and not state.moved):
            return
        self._state = _Selecting(state.token, state.target, moved=True)
        self._host.place_caret(Caret(at.token, state.token), follow=False)

    def _pull(self, state: Linking, x: float, y: float) -> None:
        distance = abs(x - state.origin[0]) + abs(y - state.origin[1])
        over = self._host.target(x, y).mention
        moved = state.moved or distance >= _SLACK
        self._state = Linking(
            state.mention, state.origin, (x, y), over if over != state.mention else None, moved
        )
        if moved:
            self._host.refresh()

    def release(self) -> None:
        """Take the release of the button."""
        state, self._state = self._state, _Idle()
        match state:
            case _Idle():
                return
            case _Selecting():
                if not state.moved:
                    self._click(state)
            case Linking():
                self._drop(state)
            case _:
                assert_never(state)

    def _click(self, state: _Selecting) -> None:
        if state.target.mention is not None:
            self._host.choose(state.target.mention)
        else:
            self._host.place_caret(Caret(state.token), follow=False)

    def _drop(self, state: Linking) -> None:
        if not state.moved:
            self._host.choose(state.mention)
            return
        self._host.refresh()
        if state.over is not None:
            self._host.relate(state.mention, state.over)

    def double_click(self, x: float, y: float) -> None:
        """Take a double click: it selects a token."""
        target = self._host.target(x, y)
        self._state = _Idle()
        if target.token is not None and not target.on_chip:
            self._host.place_caret(Caret(target.token, target.token), follow=False)
            self._state = _Selecting(target.token, target, moved=True)

    def cancel(self) -> bool:
        """Give up what is going on; tell whether there was anything."""
        busy, self._state = self.busy, _Idle()
        if busy:
            self._host.refresh()
        return busy
