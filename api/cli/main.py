"""`sociogram`: builds the commands and turns every error into one line on stderr."""

import sys
from dataclasses import replace

import typer
from typer.exceptions import TyperException

from api.cli import (
    charter,
    check,
    count,
    demo,
    doctor,
    draw,
    export,
    gaps,
    importing,
    legend,
    measure,
    mega,
    migrate,
    pack,
    recovery,
    refer,
    referral,
    referrals,
    search,
    serve,
    share_situations,
    studio_file,
    suggest,
    tidy,
    tonight,
    words,
)
from api.cli.charter import asked_charter
from api.cli.help_language import HELP_LANGUAGE, say
from api.cli.usage import option_of, usage_line
from sociogram.errors import Problem, SociogramError
from sociogram.language import Bilingual

_COMMANDS = (
    demo,
    serve,
    studio_file,
    importing,
    check,
    draw,
    measure,
    tidy,
    mega,
    suggest,
    refer,
    referral,
    referrals,
    tonight,
    count,
    search,
    gaps,
    export,
    legend,
    pack,
    charter,
    words,
    migrate,
    share_situations,
    recovery,
    doctor,
)


def build_app() -> typer.Typer:
    """Return the command line with every command."""
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
    for command in _COMMANDS:
        command.add_to(app)
    return app


def main() -> None:
    """Run a command. Exit 0 done, 1 findings or an empty answer, 2 wrong use or bad input."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command and return its exit code; never lets a traceback out for bad input."""
    command = typer.main.get_command(build_app())
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
