"""`sociogram recovery`: the one printed sheet that opens the store when the passphrase is lost."""

from pathlib import Path

import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, OutputOption, StoreOption, language
from api.cli.output_file import check_writable, write_whole
from api.cli.passphrase import passphrase
from api.settings import read_settings
from api.use_cases.recovery import recovery_pdf
from api.use_cases.recovery_slot import new_recovery_code
from sociogram.errors import bad_input


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "recovery", help=say("Faire la feuille de secours du dépôt.", "Make the store's recovery sheet.")
    )(recovery)


def recovery(output: OutputOption, store: StoreOption = None, lang: LangOption = DEFAULT_LANG) -> None:
    """Write the recovery sheet as a PDF; a sheet made earlier opens nothing any more."""
    said = language(lang)
    path = Path(output)
    if path.suffix.lower() != ".pdf":
        raise bad_input(
            "recovery_is_pdf",
            fr="la feuille de secours est un PDF à imprimer.",
            en="the recovery sheet is a PDF to print.",
            remedy_fr="Finir le nom par .pdf.",
            remedy_en="End the name with .pdf.",
            place=str(path),
            field="-o",
        )
    check_writable(path)
    settings = read_settings()
    code = new_recovery_code(store or settings.store_url, passphrase=lambda: passphrase(settings, said))
    write_whole(path, recovery_pdf(code, said))
