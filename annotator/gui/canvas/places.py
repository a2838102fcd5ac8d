"""Where the tokens of the page are: what the token cursor moves by."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.gui.canvas.surface import Surface
from annotator.gui.canvas.text import Line

_PAGE = 0.85
"""Share of the viewport that a page key moves by."""


class TokenPlaces:
    """Finds tokens by row and paragraph. Moving up and down keeps to the column where that began."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._goal: tuple[int, float] | None = None

    @property
    def count(self) -> int:
        """Number of tokens."""
        return len(self._surface.page.article.tokens)

    @property
    def sentences(self) -> Sequence[int]:
        """First token of each sentence."""
        return self._surface.page.article.sentences

    @property
    def paragraphs(self) -> Sequence[int]:
        """First token of each paragraph."""
        page = self._surface.page
        find = page.article.tokens.first_ending_after
        return [find(block.start) for block in page.blocks if block.opens]

    def shown(self, token: int) -> bool:
        """Tell whether a token holds more than white space."""
        article = self._surface.page.article
        span = article.tokens[token]
        return not article.text[span.start : span.end].isspace()

    def rows_away(self, token: int, rows: int) -> int:
        """Return the token below (above, if negative) that is nearest to where the movement began."""
        if not self._surface.page.blocks:
            return token
        index, row = self._place(token)
        step = 1 if rows > 0 else -1
        for _ in range(abs(rows)):
            following = self._next_row(index, row, step)
            if following is None:
                break
            index, row = following
        return self._token_in(index, row, token)

    def pages_away(self, token: int, pages: int) -> int:
        """Return the token about a viewport's height further down or up."""
        if not self._surface.page.blocks:
            return token
        index, row = self._place(token)
        left = self._surface.scroller.page * _PAGE * abs(pages)
        while left > 0:
            following = self._next_row(index, row, 1 if pages > 0 else -1)
            if following is None:
                break
            index, row = following
            at = self._surface.page.laid(index)[1].rows[row]
            left -= at.bottom - at.top
        return self._token_in(index, row, token)

    def row_edge(self, token: int, *, end: bool) -> int:
        """Return the first or last token that begins in the token's row."""
        tokens = self._surface.page.article.tokens
        if not self._surface.page.blocks:
            return token
        line = self._line(*self._place(token))
        if end:
            return max(token, tokens.first_starting_at_or_after(line.end) - 1)
        return min(token, tokens.first_starting_at_or_after(line.start))

    def _place(self, token: int) -> tuple[int, int]:
        index, _, _, row = self._surface.laid_at(self._surface.page.article.tokens.starts[token])
        return index, row

    def _line(self, index: int, row: int) -> Line:
        return self._surface.page.laid(index)[0].text.lines[row]

    def _next_row(self, index: int, row: int, step: int) -> tuple[int, int] | None:
        page = self._surface.page
        if 0 <= row + step < len(page.laid(index)[1].rows):
            return index, row + step
        index += step
        if not 0 <= index < len(page.blocks):
            return None
        return index, 0 if step > 0 else len(page.laid(index)[1].rows) - 1

    def _token_in(self, index: int, row: int, origin: int) -> int:
        line = self._line(index, row)
        goal = self._goal[1] if self._goal and self._goal[0] == origin else self._middle(origin)
        token = self._surface.token_at(line.offset_at(goal))
        if token is None:
            return origin
        tokens = self._surface.page.article.tokens
        if tokens.starts[token] < line.start and token + 1 < len(tokens):
            token += 1
        self._goal = (token, goal)
        return token

    def _middle(self, token: int) -> float:
        span = self._surface.page.article.tokens[token]
        line = self._line(*self._place(token))
        return (line.x(span.start) + min(line.x(min(span.end, line.end)), line.width)) / 2
