"""The command line: its commands, and how errors leave it."""

from __future__ import annotations

import io
import logging
import os
import sys
from pathlib import Path
from typing import Any

import click

from annotator.cli.agreement import agreement
from annotator.cli.articles import import_, pretag
from annotator.cli.assign import assign
from annotator.cli.demo import demo
from annotator.cli.desktop import desktop
from annotator.cli.evaluate import evaluate
from annotator.cli.exits import ExitCode, exit_code, help_table
from annotator.cli.merge import merge
from annotator.cli.messages import sentence
from annotator.cli.output import note
from annotator.cli.package import package
from annotator.cli.parameters import PROJECT_SUFFIX
from annotator.cli.project import check, info, new
from annotator.cli.repeat import repeat
from annotator.cli.report import report
from annotator.cli.review import review
from annotator.cli.training_set import export
from annotator.cli.version import version
from annotator.core.errors import AnnotatorError
from annotator.services.logs import log_to
from annotator.services.paths import user_paths

_LOG = logging.getLogger(__name__)

COMMANDS: tuple[click.Command, ...] = (
    new,
    import_,
    pretag,
    evaluate,
    agreement,
    report,
    assign,
    repeat,
    package,
    merge,
    review,
    export,
    info,
    check,
    demo,
    desktop,
)


class Application(click.Group):
    """Turns errors into a sentence and an exit code; a project file alone opens the window."""

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Run; what the terminal has no letters for is written out, whatever its encoding."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **kwargs)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a lone project file for the command to open it."""
        if args and self.get_command(ctx, args[0]) is None and args[0].endswith(PROJECT_SUFFIX):
            return super().resolve_command(ctx, [_open.name or "", *args])
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        """Run the command; the exit code is what it returns, or what its error stands for."""
        log_to(_log_file)
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except AnnotatorError as error:
            note(f"Error: {sentence(error)}")
            ctx.exit(exit_code(error))
        except (KeyboardInterrupt, click.Abort):
            note("Interrupted.")
            ctx.exit(ExitCode.INTERRUPTED)
        except BrokenPipeError:
            # Whoever read the output has seen enough; keep the interpreter from complaining at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(ExitCode.PROBLEM)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception:
            _LOG.exception("version %s", version())
            note(f"Error: this is a fault of the program. The details are in {_log_file()}")
            ctx.exit(ExitCode.BUG)
        ctx.exit(result if isinstance(result, int) else ExitCode.OK)


def _log_file() -> Path:
    return user_paths().log_file


def _say_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"annotator {version()}")
        ctx.exit()


@click.group(
    cls=Application,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=f"\b\nExit codes:\n{help_table()}",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_say_version,
    help="Say the version.",
)
@click.pass_context
def application(ctx: click.Context) -> int:
    """Annotate German news articles: entities, events, times, quotes and relations.

    Without a command, or with a project file alone, the window opens.

    A command runs under the name in the environment variable ANNOTATOR_NAME, else under that chosen in the
    window.
    """
    if ctx.invoked_subcommand is None:
        return int(ctx.obj.open(None))
    return ExitCode.OK


@click.command("open", hidden=True)
@click.argument("project", type=click.Path(path_type=Path, readable=False))
@click.pass_obj
def _open(windows: Any, project: Path) -> int:  # noqa: ANN401
    """Open a project in the window."""
    return int(windows.open(project))


for _command in (*COMMANDS, _open):
    application.add_command(_command)
