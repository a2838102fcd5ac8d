"""The worker process: articles come in over a pipe, results go out. It touches no file of the project's.

spaCy is imported here and nowhere on the way to here, so that starting workers costs the caller nothing.
"""

from __future__ import annotations

import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TypeAlias

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.core.scheme import Scheme
from annotator.pretag.model import Failure, PretagResult, Raised


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker is given before the articles: the scheme, and an installed spaCy pipeline or nothing."""

    scheme: Scheme
    installed: str = ""


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker is set up; ``problems`` are components that cannot be used, with the reason."""

    problems: tuple[AnnotatorError, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """The worker cannot work at all."""

    error: BaseException


Answer: TypeAlias = Ready | Broken | PretagResult | Failure


def work(pipe: Connection) -> None:
    """Take a :class:`Setup` from the pipe, then answer each article with its result until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _serve(pipe, pipe.recv())
    except (EOFError, OSError):
        return
    finally:
        pipe.close()


def _serve(pipe: Connection, setup: Setup) -> None:
    try:
        from annotator.pretag.pipeline import Pretagger

        pretagger = Pretagger(setup.scheme, installed=setup.installed)
    except Exception as error:
        pipe.send(Broken(error))
        return
    pipe.send(Ready(pretagger.problems))
    while True:
        article = pipe.recv()
        if not isinstance(article, Article):
            return
        try:
            answer: Answer = pretagger.tag(article)
        except Exception as error:
            answer = Failure(article.id, "", Raised.by(error))
        pipe.send(answer)
