"""Makes decisions for ever and says each one that was acknowledged; a test runs this and kills it."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from annotator.core import edits
from annotator.core.annotation import SetState
from annotator.services.editing import Editor
from annotator.services.project import Project
from annotator.store import Store
from tests.support.build import make_scheme


def main(path: Path) -> None:
    """Accept, mark, note and undo in turn; after each return, print the set's revision."""
    project = Project(Store.open(path), make_scheme())
    editor = Editor(project, "anna")
    editor.open(project.store.article_ids()[0])
    for number in itertools.count():
        state = editor.state
        assert state is not None
        mention = next(itertools.islice(state.visible_mentions(), number % 3, None))
        match number % 4:
            case 0:
                editor.perform(edits.set_note(state, mention.id, f"Notiz {state.revision} ß🙂"))
            case 1:
                wanted = SetState.DONE if state.set_state is SetState.OPEN else SetState.OPEN
                editor.perform(edits.set_state(state, wanted))
            case 2:
                editor.undo()
            case _:
                editor.redo()
        assert editor.state is not None
        sys.stdout.write(f"{editor.state.revision}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
