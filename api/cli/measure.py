"""`sociogram measure`: how readable the sheet of a situation is."""

import orjson
import typer

from api.cli.draw import SituationArgument
from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, JsonOption, LangOption, StoreOption, ViewerOption
from api.cli.picture_options import (
    DateOption,
    EngineOption,
    PaletteOption,
    PaperOption,
    PlainOption,
    SeedOption,
    SymbolsOption,
    UntilOption,
    picture_options,
)
from api.cli.session import opened
from api.first_drawing import announce_first_drawing
from api.use_cases.readings import reading_json, reading_of
from api.use_cases.references import find_sound
from layouts.readability.words import table


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "measure", help=say("Mesurer la lisibilité d'une feuille.", "Measure how readable a sheet is.")
    )(measure)


def measure(
    situation: SituationArgument,
    json: JsonOption = False,
    palette: PaletteOption = "wall",
    paper: PaperOption = "auto",
    date: DateOption = None,
    until: UntilOption = None,
    plain: PlainOption = False,
    seed: SeedOption = 0,
    engine: EngineOption = None,
    symbols: SymbolsOption = "figures",
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Print the grade and every measure of the sheet `draw` would write; nothing is written."""
    options = picture_options(
        lang=lang,
        palette=palette,
        paper=paper,
        date=date,
        until=until,
        plain=plain,
        seed=seed,
        engine=engine,
        symbols=symbols,
    )
    with opened(store, viewer, lang) as session:
        referred = find_sound(situation, session.store, session.viewer)
    announce_first_drawing(options.lang)
    report = reading_of(referred.situation, referred.directory, options)
    if json:
        typer.echo(orjson.dumps(reading_json(report, options.lang)))
        return
    rows = table(report, options.lang)
    wide = max(len(row.says) for row in rows if row.value)
    for row in rows:
        typer.echo(f"{row.says:<{wide}}  {row.value}".rstrip() if row.value else row.says)
