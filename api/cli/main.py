"""`sociogram`: builds the commands and turns every error into one line on stderr."""

import sys
from dataclasses import replace
from importlib import import_module

import typer
from typer.exceptions import TyperException

from api.cli.charter import asked_charter
from api.cli.help_language import HELP_LANGUAGE, say
from api.cli.usage import option_of, usage_line
from sociogram.errors import Problem, SociogramError
from sociogram.language import Bilingual

_COMMANDS = (
    "demo",
    "serve",
    "studio_file",
    "importing",
    "check",
    "draw",
    "measure",
    "tidy",
    "mega",
    "suggest",
    "refer",
    "referral",
    "referrals",
    "tonight",
    "called",
    "count",
    "search",
    "gaps",
    "export",
    "legend",
    "pack",
    "charter",
    "words",
    "migrate",
    "share_situations",
    "recovery",
    "doctor",
)
"""The modules of the commands, in the order of the help; each is named as its command, but for one."""
_MODULES = {"import": "importing"}
"""`import` is a word of Python."""


def build_app(asked: str = "") -> typer.Typer:
    """Return the command line: of the command `asked` alone if there is such a one, else of all.

    Loading what every command needs takes longer than most commands; a person waits for it each time.
    """
    app = typer.Typer(
        name="sociogram",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help=say(
            "Dessiner une famille et son réseau avec cinq feutres, tenir l'annuaire, trouver à qui "
            "demander de l'aide et par qui. Version d'essai : situations fictives seulement.",
            "Draw a family and its network with five pens, keep the directory, find whom to ask for help "
            "and through whom. Trial version: fictional situations only.",
        ),
    )
    app.callback()(_several)
    name = _MODULES.get(asked, asked.replace("-", "_"))
    for one in (name,) if name in _COMMANDS else _COMMANDS:
        import_module(f"api.cli.{one}").add_to(app)
    return app


def _several() -> None:
    """With this, a command line of one command is still told which."""


def main() -> None:
    """Run a command. Exit 0 done, 1 findings or an empty answer, 2 wrong use or bad input."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command and return its exit code; never lets a traceback out for bad input."""
    command = typer.main.get_command(build_app(arguments[0] if arguments else ""))
    try:
        with asked_charter(arguments):
            code = command.main(arguments or ["--help"], prog_name="sociogram", standalone_mode=False)
    except typer.Abort:
        return _refuse(Bilingual("arrêté avant la fin.", "stopped before the end.").in_(HELP_LANGUAGE))
    except TyperException as error:
        return _refuse(usage_line(error))
    except SociogramError as error:
        if len(error.problems) > 1:
            for problem in error.problems:
                typer.echo(_told(problem))
        return _refuse(_told(error.first))
    except BrokenPipeError:
        return 0
    return code if isinstance(code, int) else 0


def _told(problem: Problem) -> str:
    """Return a problem as one line, its field named as the option it came from, if it did."""
    return replace(problem, field=option_of(problem)).line(HELP_LANGUAGE)


def _refuse(line: str) -> int:
    typer.echo(" ".join(line.split()), err=True)
    return 2
