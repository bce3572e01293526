"""`sociogram doctor`: what is wrong with this installation."""

import orjson
import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, JsonOption, LangOption, StoreOption, language
from api.cli.passphrase import passphrase
from api.settings import read_settings
from api.use_cases.examination import examine_charter, examine_installation


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "doctor", help=say("Dire ce qui ne va pas dans cette installation.", "Say what is wrong here.")
    )(doctor)


def doctor(json: JsonOption = False, store: StoreOption = None, lang: LangOption = DEFAULT_LANG) -> None:
    """Print one line a check; exit 1 when something is wrong."""
    said = language(lang)
    settings = read_settings()
    found = [
        *examine_charter(settings.charter),
        *examine_installation(store or settings.store_url, passphrase=lambda: passphrase(settings, said)),
    ]
    if json:
        rows = [{"code": one.code, "ok": one.ok, "text": one.says.in_(said)} for one in found]
        typer.echo(orjson.dumps({"checks": rows}, option=orjson.OPT_INDENT_2))
    else:
        for one in found:
            typer.echo(f"{'✓' if one.ok else '✗'} {one.says.in_(said)}")
    if not all(one.ok for one in found):
        raise typer.Exit(1)
