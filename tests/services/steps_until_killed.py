"""Takes steps of one kind for ever and says each that was acknowledged; a test runs this and kills it."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

from annotator.core import edits
from annotator.core.annotation import Mention
from annotator.core.article import Article
from annotator.core.state import AnnotationState
from annotator.core.verdict import Choice
from annotator.services import accepting, assigning
from annotator.services.editing import Editor
from annotator.services.handing import hand
from annotator.services.project import Project
from annotator.services.repeating import plan_repeat, repeat, second_name
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_values import Decision
from annotator.store import Store
from tests.support.build import make_article, make_scheme, place

ONE = make_article()
WORDS = ("Nördlingen", "Weiß", "Größl")


def accept(project: Project) -> Iterator[None]:
    """Accept what is sure in all articles, take that back, repeat it, take it back."""
    editor, ids = Editor(project, "anna"), project.store.article_ids()
    editor.open(ids[0])
    while editor.undo() is not None:
        pass
    while True:
        meant = [one for one in accepting.sure(editor, edits.Sure(), ids[0], ids[1:]) if one is not None]
        wanted = {one.article.id: one.ids([m.id for m in one.mentions]) for one in meant}
        assert accepting.accept(editor, wanted) == tuple(ids)
        yield
        for turn in (editor.undo, editor.redo, editor.undo):
            turn()
            yield


def add(project: Project) -> Iterator[None]:
    """Add to the gold set, relate it, change it, take it out and undo."""
    review = Reviewing(project, "lea")
    review.open(ONE.id)
    while review.undo() is not None:
        pass
    scheme, at = project.scheme, "entity"
    for number in itertools.count():
        words = WORDS[number % len(WORDS)]
        state = review.gold(ONE.id)
        spans = [place(ONE, words)]
        review.write(edits.create(state, ONE, scheme, spans, layer=at, label="LOC", author="lea"))
        yield
        made, head = named(review.gold(ONE.id), ONE, words), named(review.gold(ONE.id), ONE, "traf")
        state = review.gold(ONE.id)
        review.write(edits.relate(state, head=head.id, tail=made.id, label="Ort", author="lea"))
        yield
        review.write(edits.relabel(review.gold(ONE.id), scheme, made.id, layer=at, label="ORG"))
        yield
        review.undo()
        yield
        review.decide(made.id, Decision(Choice.NEITHER))
        yield


def named(state: AnnotationState, article: Article, words: str) -> Mention:
    """Return the mention with these words."""
    return next(m for m in state.mentions.values() if m.text_of(article.text) == words)


def queue(project: Project) -> Iterator[None]:
    """Take all back that was given, give articles by hand, and have some annotated again."""
    store = project.store
    ids, again = store.article_ids(), second_name(store, "anna")
    while True:
        taken = hand(store, ids, take=["bela", "çelik", again])
        assigning.assign(store, taken.rows, author="lea")
        yield
        assigning.assign(store, hand(store, ids, give=["bela", "çelik"]).rows, author="lea")
        yield
        repeat(store, plan_repeat(store, "anna", number=2), author="lea")
        yield


WAYS = {"accept": accept, "add": add, "queue": queue}


def main(path: Path, way: str) -> None:
    """Take step after step; after each return, print how many that were."""
    project = Project(Store.open(path), make_scheme())
    for number, _ in enumerate(WAYS[way](project), start=1):
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
