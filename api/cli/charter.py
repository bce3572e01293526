"""`sociogram charter`: the packaged charter, to be corrected; and the charter that the commands use."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, OutputOption, language
from api.cli.output_file import check_writable, write_whole
from api.settings import read_settings
from api.use_cases.charter import read_charter
from colour_codes.charter import charter_in_use, choose_charter, packaged_charter_text


def _chosen(path: str | None) -> str | None:
    if path is not None:
        choose_charter(read_charter(path, "--charter"))
    return path


# The callback is the whole effect: a command that declares the option needs to do nothing with its value.
CharterOption = Annotated[
    str | None,
    typer.Option(
        "--charter",
        metavar="FILE",
        callback=_chosen,
        help=say(
            "Votre charte : légende, phrases, étapes (défaut : $SOCIOGRAM_CHARTER, sinon la livrée).",
            "Your charter: legend, sentences, steps (default: $SOCIOGRAM_CHARTER, else the packaged one).",
        ),
    ),
]

# These must answer even when the charter of the environment cannot be used.
_WITHOUT = ("charter", "doctor")


@contextmanager
def asked_charter(arguments: list[str]) -> Iterator[None]:
    """Use the charter of `$SOCIOGRAM_CHARTER` for one command; what was chosen ends with the command."""
    with charter_in_use():
        if not _independent(arguments) and (path := read_settings().charter):
            choose_charter(read_charter(path, "$SOCIOGRAM_CHARTER"))
        yield


def _independent(arguments: list[str]) -> bool:
    """Whether a command draws nothing, or says itself which charter it wants."""
    return (
        not arguments
        or arguments[0] in _WITHOUT
        or any(one == "--help" or one.startswith("--charter") for one in arguments)
    )


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "charter",
        help=say("Écrire la charte livrée, pour la corriger.", "Write the packaged charter, to correct it."),
    )(charter)


def charter(output: OutputOption, lang: LangOption = DEFAULT_LANG) -> None:
    """Write the packaged charter, in both languages; corrected, it is given back with `--charter`."""
    language(lang)
    path = Path(output)
    check_writable(path)
    write_whole(path, packaged_charter_text().encode("utf-8"))
