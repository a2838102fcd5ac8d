"""A project: its file and its scheme."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from annotator.core.errors import SchemeInvalid
from annotator.core.resources import resource
from annotator.core.scheme import Scheme
from annotator.formats.scheme_yaml import read_scheme
from annotator.ingest.files import read_bytes
from annotator.ingest.items import Unreadable
from annotator.store import Store

DEFAULT_SCHEME = ("schemes", "nachrichten.yaml")


class Project:
    """An open project file with its scheme. Use as a context manager, or call :meth:`close`."""

    def __init__(self, store: Store, scheme: Scheme) -> None:
        self.store = store
        self.scheme = scheme

    @classmethod
    def create(cls, path: Path, *, scheme_path: Path | None = None) -> Project:
        """Make a new project file. The scheme is read first: a broken one leaves no file behind.

        Raises :class:`SchemeInvalid`, :class:`ImportFailed` (the scheme's file cannot be read) or
        :class:`StoreUnavailable`.
        """
        source_path = scheme_path or resource(*DEFAULT_SCHEME)
        source = _read_scheme_file(source_path)
        scheme = read_scheme(source, name=str(source_path))
        name = path.stem.encode("utf-8", "backslashreplace").decode()
        return cls(Store.create(path, scheme_source=source, name=name), scheme)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Project:
        """Open a project file; raises :class:`StoreUnavailable`."""
        store = Store.open(path, read_only=read_only)
        try:
            return cls(store, read_scheme(store.scheme_source(), name=str(path)))
        except BaseException:
            store.close()
            raise

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.store.path

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _read_scheme_file(path: Path) -> str:
    try:
        data = read_bytes(path)
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SchemeInvalid(source=str(path), line=line, reason="not_utf8") from error
    except Unreadable as error:
        raise error.problem(str(path)).as_error() from error
